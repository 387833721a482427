/** French words of the rules about early media. */
import type { RuleWords } from '../../../rules/define.ts';
import type { earlyMediaSdpMissing } from '../../../rules/early-media/early-media-sdp-missing.ts';
import type { ringbackAmbiguous } from '../../../rules/early-media/ringback-ambiguous.ts';
import { duration } from '../phrases.ts';

export const earlyMedia = {
  'early-media-sdp-missing': {
    title: 'Early media sans SDP',
    message: (args) =>
      ({
        announced: `Le ${args.status} de ${args.server} annonce de l’early media (P-Early-Media: ${args.direction}), mais aucun SDP ne l’accompagne.`,
        silent: `${args.server} a envoyé ${args.status} sans SDP et aucun 180 : pas de tonalité pendant ${duration(args.waited)}, jusqu’au ${args.final}.`,
        stripped: `${args.origin} a envoyé son ${args.status} avec un SDP, et ${args.server} l’a transmis sans.`,
      })[args.kind],
    why: ({ kind }) =>
      kind === 'silent'
        ? 'L’appelant n’entend très probablement que du silence : sans SDP il n’y a pas d’early media, et sans 180 le téléphone ne joue pas de tonalité de retour d’appel.'
        : 'Sans SDP, l’appelant ne peut pas recevoir l’early media : au lieu de la tonalité ou de l’annonce, il entend sa propre tonalité de retour d’appel, ou rien.',
    fix: (args) => [
      args.kind === 'stripped'
        ? `Faites transmettre par ${args.server} le SDP des réponses provisoires (il venait de ${args.origin}).`
        : args.kind === 'announced'
          ? `Faites mettre par ${args.server} le SDP de son early media dans le ${args.status}, ou omettre P-Early-Media.`
          : `Faites envoyer 180 par ${args.server} pendant que l’appelé sonne, ou mettre le SDP de son early media dans le 183.`,
      ...(args.kind === 'stripped'
        ? []
        : ['Si un SBC se trouve devant lui, vérifiez qu’il transmet le SDP des réponses provisoires.']),
      'Faites jouer une tonalité de retour d’appel au côté appelant quand aucun early media n’arrive (RFC 3960 §3.2).',
    ],
    limits: (args) =>
      args.kind === 'silent'
        ? 'Un téléphone qui joue de lui-même une tonalité de retour d’appel sur 183 cache cela à son usager.'
        : '',
  } satisfies RuleWords<typeof earlyMediaSdpMissing>,
  'ringback-ambiguous': {
    title: '183 avec SDP suivi d’un 180 sans',
    message: (args) =>
      `${args.server} a ouvert l’early media par un 183 et envoyé un 180 sans SDP ${duration(args.apart)} plus tard : qui joue la tonalité de retour d’appel est laissé au téléphone.`,
    why: () =>
      'Les téléphones comprennent cela de façons différentes : certains restent sur l’early media, d’autres jouent leur propre tonalité. Si l’early media est muet, l’appelant n’entend rien, ou les deux mêlés.',
    fix: (args) => [
      'Faites suivre la RFC 3960 au côté appelant : après un 180, jouer la tonalité sauf si du média arrive vraiment.',
      `Si ${args.server} ne joue pas lui-même de tonalité, retirez en chemin le SDP de son 183.`,
      'Dans un réseau de confiance, faites dire par P-Early-Media (RFC 5009) qui joue la tonalité.',
    ],
    limits: () => 'Que l’appelant ait entendu une tonalité dépend de l’early media et du téléphone.',
  } satisfies RuleWords<typeof ringbackAmbiguous>,
};
