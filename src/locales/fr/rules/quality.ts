/** French words of the rules about how media sounds. */
import type { RuleWords } from '../../../rules/define.ts';
import type { rtpLossHigh } from '../../../rules/quality/rtp-loss-high.ts';
import { count, decimal } from '../phrases.ts';

export const quality = {
  'rtp-loss-high': {
    title: 'Paquets de média perdus',
    message: ({ kind, source, destination, lost, expected, share, worst, beyond }) =>
      `${decimal(share)} % du flux ${kind} de ${source} vers ${destination} ont été perdus avant de passer ici : ${lost} sur ${count(expected, 'paquet', 'paquets')}` +
      (worst > share ? `, ${decimal(worst)} % dans les dix pires secondes` : '') +
      (beyond > 0 ? ` ; il en manque encore ${beyond} à son récepteur.` : '.'),
    why: ({ share, longest, kind }) =>
      kind === 'video'
        ? 'L’image se fige ou se défait jusqu’à la prochaine image clé.'
        : share >= 5 || longest >= 5
          ? 'Des mots manquent ou sont hachés : un décodeur cache un paquet perdu, pas plusieurs à la suite.'
          : 'La dissimulation de pertes en cache la plupart, mais la voix claque ou prend par moments un son métallique.',
    fix: ({ source, destination, longest, beyond }) => [
      `Cherchez la perte entre ${source} et le point de capture : erreurs et rejets des interfaces, duplex mal réglé, Wi-Fi, limiteur de débit, lien montant saturé.`,
      longest >= 5
        ? 'Des pertes par longues séries sont celles d’une file qui déborde ou d’un lien radio : marquez les médias en DSCP EF (46) et donnez-leur une file prioritaire sur tout le chemin.'
        : 'Des pertes isolées et continues sont celles d’un limiteur de débit ou d’un mauvais câble : comparez les compteurs de chaque saut.',
      ...(beyond > 0
        ? [`Cherchez aussi au-delà du point de capture : sur le chemin vers ${destination} il s’en est perdu d’autres.`]
        : []),
    ],
    limits: ({ beyond }) =>
      beyond < 0
        ? `Aucun rapport du récepteur n’a été capturé qui montre si les mêmes paquets lui manquent, ou s’ils ne manquent qu’à la capture.`
        : '',
  } satisfies RuleWords<typeof rtpLossHigh>,
};
