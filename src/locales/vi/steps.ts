/** What each step of a call's story says beyond the code's general words. */
import type { Args } from '../../model.ts';
import type { ToneName } from '../locale.ts';
import { after, capitalize, duration, host, role, sentences, times } from './phrases.ts';
import { reasonName, reasonSentence, retrySentence, warningSentence } from './reason.ts';
import { toneNames } from './tones.ts';

function mediaPhrase(args: Args): string {
  if (!args.sdp) return Number(args.status) > 100 && Number(args.status) < 300 ? ', không có SDP' : '';
  if (args.media === undefined) return ', kèm SDP';
  const place = args.mediaAddress === '' ? `cổng ${args.mediaPort}` : `${args.mediaAddress}:${args.mediaPort}`;
  return `, kèm SDP (${args.media} ở ${place})`;
}

/** Why a response is sent again. */
const repetitions: Readonly<Record<string, string>> = {
  ack: 'Nó được gửi lại cho tới khi có ACK.',
  prack: 'Nó được gửi lại cho tới khi có PRACK.',
  'keep-alive': 'Lặp lại cách xa nhau như vậy chỉ để timer C của các proxy không hết hạn.',
};

function response(args: Args): string {
  const reliable = args.reliable ? ', gửi tin cậy (100rel)' : '';
  const relayed = args.relayedBy === undefined ? '' : `, được ${args.relayedBy} chuyển tiếp`;
  return sentences(
    `Từ ${host(args)}${relayed}${mediaPhrase(args)}${reliable}.`,
    args.rtpAfter !== undefined && `RTP đến bên gọi bắt đầu${after(args.rtpAfter)}.`,
    args.rtpTone !== undefined && `Bên gọi đã nghe ${toneNames[args.rtpTone as ToneName]}.`,
    args.repeats !== undefined && `Gửi ${times(Number(args.repeats) + 1)}.`,
    repetitions[String(args.repeated)],
    args.ownPhrase !== undefined && `Nguyên văn: "${args.ownPhrase}".`,
    args.insteadOf !== undefined && `Nó thay cho ${args.insteadOf} mà máy này nhận được từ phía sau.`,
    reasonSentence(args),
    warningSentence(args),
    retrySentence(args),
    args.contact !== undefined && args.contact !== '' && `Nó chỉ tới ${args.contact}.`,
  );
}

/** What the round that followed shows about the refusal that led to it. */
function prefix(args: Args): string {
  const status = Number(args.status);
  const what =
    status === 401 || status === 407
      ? 'Thách thức bình thường: bên gọi đã gửi thông tin xác thực trong INVITE tiếp theo.'
      : status >= 300 && status < 400
        ? `Bên gọi đã đi theo tới ${args.contact || 'đích khác'}.`
        : 'Bên gọi đã thử lại bằng INVITE khác.';
  return sentences(`Từ ${host(args)}.`, what);
}

/** Who hung up, at the beginning of a sentence: the side that answered is only seen as far as the nearest host. */
export function hangsUp(who: unknown): string {
  switch (who) {
    case 'caller':
    case 'gateway':
    case 'server':
    case 'callee':
      return capitalize(role(who));
    case 'proxy':
      return 'Phía kia';
    default:
      return 'Một bên';
  }
}

/** " sau 3,0 giây đàm thoại"; without an ACK, or within a second, nobody is sure to have talked. */
export function conversation({ talked, unacknowledged }: Args): string {
  if (talked === undefined) return '';
  const ms = Number(talked);
  return ms < 1000 || unacknowledged === true ? ` ${duration(ms)} sau khi trả lời` : ` sau ${duration(ms)} đàm thoại`;
}

export const steps = {
  response,
  prefix,
  'no-response': (args: Args) =>
    `INVITE được gửi ${times(args.sends)} tới ${args.host}` +
    `${args.over === undefined ? '' : ` trong ${duration(args.over)}`}, và không có đáp ứng nào quay lại.`,
  cancel: (args: Args) =>
    sentences(
      args.elsewhere === true
        ? `${capitalize(role(args.role))} (${args.host}) gửi CANCEL: cuộc gọi đã được trả lời ở nơi khác.`
        : `${capitalize(role(args.role))} (${args.host}) bỏ cuộc và gửi CANCEL.`,
      args.reason !== undefined && args.elsewhere !== true && `Lý do nêu ra: ${reasonName(args)}.`,
    ),
  bye: (args: Args) =>
    sentences(
      `${hangsUp(args.role)} (${args.host}) gác máy${conversation(args)}.`,
      reasonSentence(args),
      args.answer === undefined && 'BYE không được đáp ứng trong bản ghi này.',
      args.answer !== undefined && Number(args.answer) >= 300 && `BYE được đáp ứng bằng ${args.answer}.`,
    ),
} as const satisfies Record<string, (args: Args) => string>;
