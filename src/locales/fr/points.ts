/** French words about capture points. */
import type { PointWords } from '../locale.ts';
import { count, duration } from './phrases.ts';

export const points: PointWords = {
  pair({ a, b, messages, toB, toA }) {
    const ways = [
      ...(toB === null ? [] : [`${duration(toB)} de ${a} à ${b}`]),
      ...(toA === null ? [] : [`${duration(toA)} de ${b} à ${a}`]),
    ];
    return `${count(messages, 'message vu', 'messages vus')} à la fois dans ${a} et dans ${b} : ${ways.join(', ')}.`;
  },
  lost: ({ startLine, delta, seenAt, missingAt }) =>
    `« ${startLine} » (${duration(delta)} après le début de l’appel) est passé par ${seenAt} et n’est jamais arrivé à ${missingAt} : il s’est perdu entre les deux.`,
  clock: ({ ahead, against, messages }) =>
    `horloge en ${ahead < 0 ? 'retard' : 'avance'} de ${duration(Math.abs(ahead))} sur ${against} (${count(messages, 'message commun', 'messages communs')})`,
};
