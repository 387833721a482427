/** Russian words about capture points. */
import type { PointWords } from '../locale.ts';
import { count, duration } from './phrases.ts';

export const points: PointWords = {
  pair({ a, b, messages, toB, toA }) {
    const ways = [
      ...(toB === null ? [] : [`${duration(toB)} от ${a} до ${b}`]),
      ...(toA === null ? [] : [`${duration(toA)} от ${b} до ${a}`]),
    ];
    return `${count(messages, 'сообщение есть', 'сообщения есть', 'сообщений есть')} и в ${a}, и в ${b}: ${ways.join(', ')}.`;
  },
  lost: ({ startLine, delta, seenAt, missingAt }) =>
    `«${startLine}» (${duration(delta)} от начала вызова) есть в ${seenAt}, но до ${missingAt} не дошло: оно потерялось между ними.`,
  clock: ({ ahead, against, messages }) =>
    `часы ${ahead < 0 ? 'отстают от' : 'опережают'} ${against} на ${duration(Math.abs(ahead))} (${count(messages, 'общее сообщение', 'общих сообщения', 'общих сообщений')})`,
};
