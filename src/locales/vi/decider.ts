/** Who or what ended a call, as far as code, cause and timing tell (response-codes.md §6.1). */
import type { Args } from '../../model.ts';
import { tellingCause } from './reason.ts';

/** Timers that their length gives away, in ms (response-codes.md §6.1 item 4). */
export function timer(ms: unknown, ringing: boolean): string {
  const seconds = Number(ms) / 1000;
  const near = (wanted: number, margin: number) => seconds >= wanted - 0.5 && seconds <= wanted + margin;
  if (!ringing && near(30, 3))
    return 'Đó là khoảng thời gian proxy chờ một next hop không trả lời (Kamailio 30 giây, timer B 32 giây).';
  if (near(120, 2)) return 'Timer không trả lời thường dài chừng này (fr_inv_timer của Kamailio: 120 giây).';
  return near(180, 5) ? 'Đó là độ dài của timer C trong proxy (180 giây).' : '';
}

/** Q.850 causes of routes, trunks and switches, in which no user has a part. */
const ofNetwork: ReadonlySet<number> = new Set([2, 3, 25, 27, 34, 38, 41, 42, 44, 46, 47, 58]);

/** Who or what decided, where code and timing tell (response-codes.md §6.1 items 3 and 4); nothing is better than a guess. */
export function decider(args: Args): string {
  const status = Number(args.status);
  const cause = tellingCause(args);
  if (cause !== undefined)
    return ofNetwork.has(cause.code) ? 'Mã đó cho thấy mạng đã quyết định, không phải người dùng.' : '';
  if (args.insteadOf !== undefined || args.after === undefined) return '';
  if (status === 408 || status === 504) return timer(args.rang ?? args.after, args.rang !== undefined);
  if (args.rang !== undefined && (status === 486 || status === 603 || status === 607)) {
    const rang = Number(args.rang);
    if (rang < 500)
      return 'Nhanh như vậy sau hồi chuông đầu tiên thì ứng dụng hoặc thiết lập đã quyết định, không phải con người.';
    return rang >= 1_000 && rang <= 20_000 ? 'Có người đã bấm từ chối, hoặc ứng dụng làm việc đó.' : '';
  }
  if (args.ringing === true || Number(args.after) >= 300) {
    return status >= 500 && status < 600 && args.ringing !== true ? timer(args.after, false) : '';
  }
  if (status === 603)
    return 'Nhanh như vậy và không đổ chuông thì quy tắc hoặc thiết lập đã quyết định, không phải con người.';
  if (status === 480)
    return args.role === 'callee'
      ? 'Nhanh như vậy và không đổ chuông thì thiết lập của thiết bị đã quyết định, không phải con người.'
      : 'Nhanh như vậy và không đổ chuông thì nhiều khả năng chưa thiết bị nào được thử.';
  if (status === 403) return 'Nhanh như vậy thì nhiều khả năng đó là quy tắc của chính máy này.';
  return status >= 500 && status < 600
    ? 'Nhanh như vậy thì nhiều khả năng lỗi nằm ở chính máy này, không phải phía sau nó.'
    : '';
}
