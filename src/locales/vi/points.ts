/** Vietnamese words about capture points. */
import type { PointWords } from '../locale.ts';
import { count, duration } from './phrases.ts';

export const points: PointWords = {
  pair({ a, b, messages, toB, toA }) {
    const ways = [
      ...(toB === null ? [] : [`${duration(toB)} từ ${a} đến ${b}`]),
      ...(toA === null ? [] : [`${duration(toA)} từ ${b} đến ${a}`]),
    ];
    return `${count(messages, 'bản tin')} thấy ở cả ${a} và ${b}: ${ways.join(', ')}.`;
  },
  lost: ({ startLine, delta, seenAt, missingAt }) =>
    `"${startLine}" (${duration(delta)} sau khi cuộc gọi bắt đầu) đã qua ${seenAt} nhưng không bao giờ đến ${missingAt}: nó bị mất ở giữa hai điểm.`,
  clock: ({ ahead, against, messages }) =>
    `đồng hồ ${ahead < 0 ? 'chậm' : 'nhanh'} hơn ${against} ${duration(Math.abs(ahead))} (${count(messages, 'bản tin chung')})`,
};
