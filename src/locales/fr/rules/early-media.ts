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
        played: `Des médias de ${args.server} sont arrivés ${duration(args.played)} après son ${args.status} sans SDP et ${duration(args.waited - args.played)} avant le ${args.final} : aucun SDP ne les avait annoncés.`,
        silent: `${args.server} a envoyé ${args.status} sans SDP et aucun 180 : pas de tonalité pendant ${duration(args.waited)}, jusqu’au ${args.final}.`,
        stripped: `${args.origin} a envoyé son ${args.status} avec un SDP, et ${args.server} l’a transmis sans.`,
      })[args.kind],
    why: ({ kind }) =>
      kind === 'played'
        ? 'Que l’appelant les entende dépend de son téléphone : beaucoup rejettent les médias, ou n’en connaissent pas le codec, avant qu’un SDP soit venu.'
        : kind === 'silent'
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
    title: 'Early media ou tonalité de retour d’appel : question laissée ouverte',
    message: ({ kind, server, status, apart, silence }) =>
      kind === 'both'
        ? `${server} a ouvert l’early media par un ${status} et envoyé un 180 sans SDP ${duration(apart)} plus tard : qui joue la tonalité de retour d’appel est laissé au téléphone.`
        : `${server} a ouvert l’early media par un ${status}, et aucun paquet n’en est venu pendant les ${duration(silence)} jusqu’à la réponse finale` +
          (apart > 0 ? ` ; son 180 sans SDP est venu ${duration(apart)} après le ${status}.` : '.'),
    why: ({ kind, apart }) =>
      kind === 'unplayed' && apart === 0
        ? 'L’appelant n’entend rien jusqu’au décroché : son téléphone attend l’early media que le SDP annonçait, et beaucoup raccrochent.'
        : 'Les téléphones comprennent cela de façons différentes : certains restent sur l’early media, d’autres jouent leur propre tonalité. Si l’early media est muet, l’appelant n’entend rien, ou les deux mêlés.',
    fix: (args) => [
      ...(args.kind === 'unplayed'
        ? [
            `Faites jouer à ${args.server} sa tonalité dès qu’il envoie un SDP, ou envoyer 180 sans SDP quand personne n’en joue.`,
          ]
        : []),
      'Faites suivre la RFC 3960 au côté appelant : après un 180, jouer la tonalité sauf si du média arrive vraiment.',
      `Si ${args.server} ne joue pas lui-même de tonalité, retirez en chemin le SDP de son ${args.status}.`,
      'Dans un réseau de confiance, faites dire par P-Early-Media (RFC 5009) qui joue la tonalité.',
    ],
    limits: ({ kind }) =>
      kind === 'both'
        ? 'Que l’appelant ait entendu une tonalité dépend de l’early media et du téléphone.'
        : 'Un téléphone qui joue sa propre tonalité tant qu’aucun média ne vient (RFC 3960 §3.2) cache cela à son usager.',
  } satisfies RuleWords<typeof ringbackAmbiguous>,
};
