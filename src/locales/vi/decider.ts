/** Who or what ended a call, in words. */
import type { DecisionWords } from '../verdict-pieces.ts';
import { duration } from './phrases.ts';

export const decisions: DecisionWords = {
  network: 'Mã đó cho thấy mạng đã quyết định, không phải người dùng.',
  'network-fast': 'Chưa đầy một giây sau tiến triển đầu tiên thì mạng đã quyết định, không phải con người.',
  expires: (allowed) => `Đó đúng là thời hạn mà INVITE cho phép (Expires: ${duration(allowed)}).`,
  'hop-timer': 'Đó là khoảng thời gian proxy chờ một next hop không trả lời (Kamailio 30 giây, timer B 32 giây).',
  'no-answer-timer': 'Thời gian đổ chuông tròn như vậy cho thấy đó là timer không trả lời hơn là con người.',
  'no-answer-120': 'Timer không trả lời thường dài chừng này (fr_inv_timer của Kamailio: 120 giây).',
  'timer-c': 'Đó là độ dài của timer C trong proxy (180 giây).',
  person: 'Có người đã bấm từ chối, hoặc ứng dụng làm việc đó.',
  app: 'Nhanh như vậy sau hồi chuông đầu tiên thì ứng dụng hoặc thiết lập đã quyết định, không phải con người.',
  rule: 'Nhanh như vậy và không đổ chuông thì quy tắc hoặc thiết lập đã quyết định, không phải con người.',
  'device-setting': 'Nhanh như vậy và không đổ chuông thì thiết lập của thiết bị đã quyết định, không phải con người.',
  'no-device': 'Nhanh như vậy và không đổ chuông thì nhiều khả năng chưa thiết bị nào được thử.',
  'own-rule': 'Nhanh như vậy thì nhiều khả năng đó là quy tắc của chính máy này.',
  'own-fault': 'Nhanh như vậy thì nhiều khả năng lỗi nằm ở chính máy này, không phải phía sau nó.',
};
