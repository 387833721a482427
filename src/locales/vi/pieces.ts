/** Sentences that verdicts share: what the caller heard, what came before, who hung up. */
import type { Args } from '../../model.ts';
import { duration } from './phrases.ts';
import { reasonName, tellingCause } from './reason.ts';
import { conversation, hangsUp } from './steps.ts';

export function heard(args: Args): string {
  switch (args.audible) {
    case 'early-media':
      return 'Trước đó có đề nghị early media: bên gọi có thể đã nghe hồi âm chuông hoặc thông báo.';
    case 'ringback':
      if (args.rang === undefined) return 'Trước đó đã đổ chuông: bên gọi hẳn đã nghe hồi âm chuông.';
      return Number(args.rang) < 1_000
        ? `Trước đó chuông chỉ đổ ${duration(args.rang)}.`
        : `Trước đó chuông đã đổ ${duration(args.rang)}: bên gọi hẳn đã nghe hồi âm chuông.`;
    case 'silence':
      return 'Trước đó có đáp ứng tiến triển không kèm SDP và không có 180: nhiều khả năng bên gọi không nghe gì.';
    default:
      return '';
  }
}

/** The code was another one on its way. */
export function changed(args: Args): string {
  if (args.insteadOf === undefined) return '';
  return `Ở phía sau, ban đầu nó là ${args.insteadOf} từ ${args.insteadOfHost}: hãy xem ở đó trước.`;
}

export function rounds(args: Args): string {
  return Number(args.rounds) > 0 ? `Trước đó có ${args.rounds} lượt xác thực, chuyển hướng hoặc thử lại.` : '';
}

export function release(args: Args): string {
  if (args.releasedBy === undefined) return '';
  const who = args.releaseRole === undefined ? `${args.releasedBy}` : hangsUp(args.releaseRole);
  const { releaseReason: reason, releaseReasonText: reasonText, releaseCause: cause } = args;
  // Normal clearing says nothing that "hung up" does not say.
  const telling = reason !== undefined && (cause === undefined || tellingCause({ cause }) !== undefined);
  const given = telling ? { reason, ...(reasonText && { reasonText }), ...(cause && { cause }) } : undefined;
  const giving = given === undefined ? '' : `, nêu lý do ${reasonName(given)}`;
  return `${who} gác máy${conversation(args)}${giving}.`;
}

/** What the caller heard before the answer, where it is odd. */
export function answeredHow(args: Args): string {
  if (args.reach === 'answered' && args.ringing === false)
    return 'Trước đó không đổ chuông: máy tự động hoặc hội nghị đã trả lời, hoặc một máy chủ che giấu việc đổ chuông.';
  return args.audible === 'silence'
    ? 'Đáp ứng tiến triển đến mà không kèm SDP và không có 180, nên nhiều khả năng bên gọi không nghe gì trước khi được trả lời.'
    : '';
}
