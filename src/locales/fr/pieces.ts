/** Sentences that verdicts share: what the caller heard, what came before, who hung up. */
import type { Value } from '../../model.ts';
import { capitalize } from '../phrases.ts';
import { piecesFrom } from '../verdict-pieces.ts';
import { decisions } from './decider.ts';
import { count, duration, plural } from './phrases.ts';
import { fields, reasonName } from './reason.ts';
import { conversation, side } from './steps.ts';

const tone = 'l’appelant a normalement entendu une tonalité de retour d’appel';

/** " pendant 3,0 s". */
const during = (ms: Value | undefined) => (ms === undefined ? '' : ` pendant ${duration(ms)}`);

export const pieces = piecesFrom({
  fields,
  decisions,
  heard: {
    sounded: (opened) =>
      `Avant cela, l’early media était ouvert${during(opened)} et du RTP allait vers l’appelant, qui a normalement entendu ce qu’il portait.`,
    offered: (opened) =>
      `Avant cela, de l’early media avait été offert${during(opened)} : l’appelant a pu entendre une sonnerie ou une annonce.`,
    ringback: `Avant cela, l’appelé sonnait : ${tone}.`,
    rangBriefly: (rang) => `L’appelé n’avait sonné que ${duration(rang)}.`,
    rang: (rang) => `L’appelé avait sonné ${duration(rang)} : ${tone}.`,
    nothing: 'Avant cela, une progression sans SDP et aucun 180 : l’appelant n’a très probablement rien entendu.',
  },
  beforeAnswer: {
    unrung: 'Rien n’a sonné avant : une machine ou une conférence a décroché, ou un serveur masque la sonnerie.',
    nothing:
      'Il y a eu une progression sans SDP et sans 180 : l’appelant n’a très probablement rien entendu avant le ' +
      'décroché.',
    rang: (rang) => `L’appelé avait sonné ${duration(rang)}.`,
    sounded: 'De l’early media a précédé le décroché, avec du RTP : l’appelant a normalement entendu ce qu’il portait.',
    offered: 'De l’early media a précédé le décroché : l’appelant a pu entendre une sonnerie ou une annonce.',
  },
  changed: (status, host) => `En aval, c’était d’abord un ${status} de ${host} : regardez là en premier.`,
  rounds(n, codes) {
    const came = plural(n, 'a précédé', 'ont précédé');
    const ended = codes === undefined ? '' : ` (${codes})`;
    return `${count(n, 'tour', 'tours')} d’authentification, de redirection ou de nouvel essai ${came}${ended}.`;
  },
  release(args, reason) {
    const who = args.releaseRole === undefined ? `${args.releasedBy}` : capitalize(side(args.releaseRole));
    const giving = reason === undefined ? '' : `, motif indiqué : ${reasonName(reason)}`;
    return `${who} a raccroché${conversation(args)}${giving}.`;
  },
  branches: {
    diverted: 'Un serveur avait renvoyé l’appel vers une autre cible (181).',
    queued: (waited) =>
      `L’appel avait attendu${waited === undefined ? '' : ` ${duration(waited)}`} dans une file (182).`,
    ended: 'Une branche du forking avait pris fin auparavant (199).',
    other:
      'Une autre branche que celle qui sonnait a décroché : un second terminal, la messagerie vocale ou un renvoi.',
    several: (n) => `${n} branches de l’appel avaient répondu auparavant : forking, groupement d’appel ou annonce.`,
  },
});
