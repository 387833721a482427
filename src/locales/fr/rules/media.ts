/** French words of the rules about media that flows or does not. */
import type { RuleWords } from '../../../rules/define.ts';
import type { mediaNone } from '../../../rules/media/media-none.ts';
import type { mediaOneWay } from '../../../rules/media/media-one-way.ts';
import { count, duration } from '../phrases.ts';

const sides = { caller: 'l’appelant', callee: 'l’appelé' } as const;
const packets = (n: number) => count(n, 'paquet', 'paquets');

export const media = {
  'media-one-way': {
    title: 'Audio à sens unique',
    message: ({ branch, deaf, from, to, instead, heard, lasted, sent }) =>
      `${deaf === 'caller' ? 'L’appelant' : 'L’appelé'} n’entend rien : ` +
      {
        address: `${from} envoie ses ${packets(sent)} à ${instead}, où ${sides[deaf]} n’est pas`,
        port: `${from} envoie ses ${packets(sent)} à ${instead}, alors que ${sides[deaf]} écoute sur ${to}`,
        refused: `les paquets de ${from} reviennent de ${to} comme non distribuables (ICMP)`,
        payload: `les ${packets(sent)} de ${from} portent des types de charge que ${sides[deaf]} n’a pas énumérés`,
        handshake: `ICE ou DTLS n’a pas abouti entre ${from} et ${to}`,
        silent:
          sent === 0
            ? `aucun paquet n’est allé de ${from} à ${to}`
            : `${sent < 2 ? 'un seul paquet est allé' : `${sent} paquets seulement sont allés`} de ${from} à ${to}`,
      }[branch] +
      `, tandis que ${packets(heard)} ont pris l’autre sens en ${duration(lasted)}.`,
    why: ({ deaf }) =>
      `${deaf === 'caller' ? 'L’appelant' : 'L’appelé'} n’entend rien, et l’autre côté l’entend bien : on raccroche le plus souvent, et on rappelle.`,
    fix: ({ branch, from, to, instead }) =>
      ({
        address: [
          `Faites répondre ${from} là d’où l’autre côté se fait entendre (rtp_symmetric, comedia), ou relayez les médias par un serveur.`,
          `Faites annoncer par l’autre côté l’adresse où on le joint au lieu de ${instead} (external_media_address, ext-rtp-ip, STUN, ICE).`,
          'Si un ALG se trouve entre les deux, désactivez-le : il change certaines adresses et en oublie d’autres.',
        ],
        port: [
          `Comparez le SDP que ${from} a reçu avec ${to} : il envoie à ${instead}, un port d’une offre précédente ou d’un autre segment.`,
          'Vérifiez que la dernière offre et sa réponse ont passé chaque saut sans changement, et qu’aucun ALG ne réécrit le port dans l’une seulement.',
        ],
        refused: [
          `Rien n’écoute sur ${to} : vérifiez que l’application ouvre le port qu’elle annonce, et qu’elle le garde ouvert après un re-INVITE.`,
          'Si c’est un pare-feu de cet hôte qui renvoie les erreurs, ouvrez-y la plage de ports RTP en UDP.',
        ],
        payload: [
          `Faites envoyer par ${from} les types de charge qu’énumère le SDP de l’autre côté (RFC 3264 §6.1), et cherchez du SRTP d’un seul côté.`,
          'Si deux segments sont joints entre les deux, transcodez ou convertissez-y les types de charge.',
        ],
        handshake: [
          `Cherchez pourquoi ICE ou DTLS n’aboutit pas entre ${from} et ${to} : UDP bloqué, pas de serveur TURN, une empreinte ou un a=setup qui ne convient pas.`,
        ],
        silent: [
          `Capturez chez ${from} : si des médias en sortent, un pare-feu ou un routeur en chemin les jette ; ouvrez sa plage de ports RTP dans les deux sens.`,
          `S’il n’en sort pas, regardez ${from} lui-même : en garde, muet, sans périphérique audio, ou en attente des médias de l’autre.`,
          `Si ${from} est derrière un NAT, vérifiez que le SDP qu’il a reçu donne une adresse qu’il peut joindre.`,
        ],
      })[branch],
    limits: ({ branch }) =>
      branch === 'silent'
        ? 'On ne voit pas ici si l’émetteur s’est tu, ou si ses paquets ont été jetés avant le point de capture.'
        : '',
  } satisfies RuleWords<typeof mediaOneWay>,
  'media-none': {
    title: 'Pas de média dans un appel décroché',
    message: ({ kind, caller, callee, refusing, lasted }) =>
      `Dans les ${duration(lasted)} qui ont suivi le décroché, aucun média n’a circulé entre ${caller} et ${callee}` +
      (kind === 'refused'
        ? ` ; des paquets vers ${refusing} sont revenus comme non distribuables (ICMP).`
        : ', alors que la capture montre ceux d’autres appels.'),
    why: () => 'Les deux côtés n’entendent rien dès le décroché.',
    fix: ({ kind, caller, callee, refusing }) => [
      kind === 'refused'
        ? `Rien n’écoute sur ${refusing} : vérifiez que le service de médias de cet hôte tourne et ouvre le port que nomme son SDP.`
        : `Ouvrez les plages de ports RTP des deux côtés dans chaque pare-feu entre ${caller} et ${callee}.`,
      'Comparez les adresses de média des deux SDP avec celles où l’on joint les hôtes ; relayez les médias là où ils ne se joignent pas.',
      'Vérifiez que le serveur de médias ou le relais derrière la signalisation fonctionne, puis appelez un service d’écho.',
    ],
    limits: ({ kind }) =>
      kind === 'absent'
        ? 'Les médias de cet appel prennent peut-être un autre chemin que ceux des autres, hors du point de capture.'
        : '',
  } satisfies RuleWords<typeof mediaNone>,
};
