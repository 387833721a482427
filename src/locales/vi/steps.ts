/** What each step of a call's story says beyond the code's general words. */
import type { Args } from '../../model.ts';
import { capitalize } from '../phrases.ts';
import { hasTalked, sideOf, stepsFrom } from '../steps.ts';
import { after, duration, host, role, times } from './phrases.ts';
import { fields, reasonName } from './reason.ts';
import { toneNames } from './tones.ts';

/** Who hung up, at the beginning of a sentence. */
export function hangsUp(who: unknown): string {
  const side = sideOf(who);
  if (side === 'far') return 'Phía kia';
  return side === 'one' ? 'Một bên' : capitalize(role(side));
}

/** " sau 3,0 giây đàm thoại". */
export function conversation(args: Args): string {
  if (args.talked === undefined) return '';
  return hasTalked(args) ? ` sau ${duration(args.talked)} đàm thoại` : ` ${duration(args.talked)} sau khi trả lời`;
}

const canceller = (args: Args) => `${capitalize(role(args.role))} (${args.host})`;

export const steps = stepsFrom({
  fields,
  from(args, sdp) {
    const place = args.mediaAddress === '' ? `cổng ${args.mediaPort}` : `${args.mediaAddress}:${args.mediaPort}`;
    const relayed = args.relayedBy === undefined ? '' : `, được ${args.relayedBy} chuyển tiếp`;
    const body = {
      unexpected: '',
      missing: ', không có SDP',
      unread: ', kèm SDP',
      media: `, kèm SDP (${args.media} ở ${place})`,
    }[sdp];
    return `Từ ${host(args)}${relayed}${body}${args.reliable ? ', gửi tin cậy (100rel)' : ''}.`;
  },
  fromHost: (args) => `Từ ${host(args)}.`,
  rtpBegan: (time) => `RTP đến bên gọi bắt đầu${after(time)}.`,
  heardTone: (tone) => `Bên gọi đã nghe ${toneNames[tone]}.`,
  sent: (n) => `Gửi ${times(n)}.`,
  repeated: {
    ack: 'Nó được gửi lại cho tới khi có ACK.',
    prack: 'Nó được gửi lại cho tới khi có PRACK.',
    'keep-alive': 'Lặp lại cách xa nhau như vậy chỉ để timer C của các proxy không hết hạn.',
  },
  ownPhrase: (phrase) => `Nguyên văn: "${phrase}".`,
  insteadOf: (status) => `Nó thay cho ${status} mà máy này nhận được từ phía sau.`,
  contact: (uri) => `Nó chỉ tới ${uri}.`,
  followed: {
    challenge: 'Thách thức bình thường: bên gọi đã gửi thông tin xác thực trong INVITE tiếp theo.',
    redirection: (contact) => `Bên gọi đã đi theo tới ${contact || 'đích khác'}.`,
    other: 'Bên gọi đã thử lại bằng INVITE khác.',
  },
  noResponse: ({ sends, host: name, over }) =>
    `INVITE được gửi ${times(sends)} tới ${name}${over === undefined ? '' : ` trong ${duration(over)}`}, và không có đáp ứng nào quay lại.`,
  cancel: {
    elsewhere: (args) => `${canceller(args)} gửi CANCEL: cuộc gọi đã được trả lời ở nơi khác.`,
    gaveUp: (args) => `${canceller(args)} bỏ cuộc và gửi CANCEL.`,
    reason: (args) => `Lý do nêu ra: ${reasonName(args)}.`,
  },
  bye: {
    hungUp: (args) => `${hangsUp(args.role)} (${args.host}) gác máy${conversation(args)}.`,
    unanswered: 'BYE không được đáp ứng trong bản ghi này.',
    refused: (status) => `BYE được đáp ứng bằng ${status}.`,
  },
});
