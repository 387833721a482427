/** Words about capture points. */
import type { PointWords } from '../locale.ts';
import { count, duration } from './phrases.ts';

export const points: PointWords = {
  pair({ a, b, messages, toB, toA }) {
    const ways = [
      ...(toB === null ? [] : [`${duration(toB)} from ${a} to ${b}`]),
      ...(toA === null ? [] : [`${duration(toA)} from ${b} to ${a}`]),
    ];
    return `${count(messages, 'message', 'messages')} seen at both ${a} and ${b}: ${ways.join(', ')}.`;
  },
  lost: ({ startLine, delta, seenAt, missingAt }) =>
    `"${startLine}" (${duration(delta)} into the call) passed ${seenAt} and never came to ${missingAt}: it was lost between the two.`,
  clock: ({ ahead, against, messages }) =>
    `clock ${duration(Math.abs(ahead))} ${ahead < 0 ? 'behind' : 'ahead of'} ${against} (${count(messages, 'message', 'messages')} in common)`,
};
