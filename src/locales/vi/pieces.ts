/** Sentences that verdicts share: what the caller heard, what came before, who hung up. */
import { tellingCause } from '../../explain/decision.ts';
import type { Args } from '../../model.ts';
import { sentences } from '../phrases.ts';
import { duration } from './phrases.ts';
import { reasonName } from './reason.ts';
import { conversation, hangsUp } from './steps.ts';

export function heard(args: Args): string {
  switch (args.audible) {
    case 'early-media':
      if (args.sounded)
        return `Trước đó early media đã mở${args.opened === undefined ? '' : ` trong ${duration(args.opened)}`} và có RTP đến bên gọi, nên bên gọi hẳn đã nghe nội dung trong đó.`;
      return `Trước đó có đề nghị early media${args.opened === undefined ? '' : ` trong ${duration(args.opened)}`}: bên gọi có thể đã nghe hồi âm chuông hoặc thông báo.`;
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

/** Codes that ended those rounds: " (407, 302)". */
function before({ before: codes }: Args): string {
  return codes === undefined ? '' : ` (${codes})`;
}

export function rounds(args: Args): string {
  return Number(args.rounds) > 0
    ? `Trước đó có ${args.rounds} lượt xác thực, chuyển hướng hoặc thử lại${before(args)}.`
    : '';
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

/** What the provisional responses tell of branches, diversions and queues. */
export function branches(args: Args): string {
  const waited = args.waitedInQueue === undefined ? '' : ` ${duration(args.waitedInQueue)}`;
  return sentences(
    args.diverted === true && 'Trước đó một máy chủ đã chuyển cuộc gọi sang đích khác (181).',
    args.queued === true && `Trước đó cuộc gọi đã chờ${waited} trong hàng đợi (182).`,
    args.branchEnded === true && 'Một nhánh đã kết thúc trước đó (199).',
    args.otherDevice === true
      ? 'Nhánh trả lời không phải nhánh đã đổ chuông: thiết bị thứ hai, hộp thư thoại hoặc chuyển tiếp cuộc gọi.'
      : args.devices !== undefined &&
          `Trước đó có ${args.devices} nhánh của cuộc gọi phản hồi: phân nhánh, nhóm đổ chuông hoặc thông báo.`,
  );
}

/** What the caller heard before the answer: where it is odd, and, `alone` without a finding's story, where it is not. */
export function answeredHow(args: Args, alone: boolean): string {
  if (args.reach === 'answered' && args.ringing === false)
    return 'Trước đó không đổ chuông: máy tự động hoặc hội nghị đã trả lời, hoặc một máy chủ che giấu việc đổ chuông.';
  if (args.audible === 'silence')
    return 'Đáp ứng tiến triển đến mà không kèm SDP và không có 180, nên nhiều khả năng bên gọi không nghe gì trước khi được trả lời.';
  if (!alone) return '';
  return sentences(
    args.rang !== undefined && args.otherDevice !== true && `Trước đó chuông đã đổ ${duration(args.rang)}.`,
    args.audible === 'early-media' &&
      (args.sounded
        ? 'Trước khi trả lời có early media kèm RTP: bên gọi hẳn đã nghe nội dung trong đó.'
        : 'Trước khi trả lời có early media: bên gọi có thể đã nghe hồi âm chuông hoặc thông báo.'),
  );
}
