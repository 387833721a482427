/** What the most severe finding of a call adds to its verdict. */
import type { Value } from '../../model.ts';
import type { IdField } from '../../rules/phrases.ts';
import { type RefusedBye, type Repeated, speakOfRootCauses } from '../root-cause.ts';
import { duration, role, times } from './phrases.ts';
import { fieldName } from './rules/phrases.ts';
import { hangsUp } from './steps.ts';

/** What a request has wrong that should tie it to its dialog. */
const differing = (differs: Value | undefined) => fieldName(String(differs) as IdField);

/** "trong 32 giây rồi gác máy". */
function forSoLong({ waited, hungUp }: Repeated): string {
  return `trong ${duration(waited)}${hungUp ? ' rồi gác máy' : ''}`;
}

const repeated = (it: Repeated) => `${role(it.who)} lặp lại 200 ${forSoLong(it)}`;

function bye({ by, talked }: RefusedBye): string {
  const sender = 'address' in by ? by.address : hangsUp(by.role).toLowerCase();
  const sent = talked === undefined ? 'gửi' : `gửi sau ${duration(talked)} đàm thoại`;
  return `BYE do ${sender} ${sent} bị từ chối bằng 481`;
}

const sent = (copies: Value) => `nên INVITE phải gửi ${times(copies)}`;

function heardNothing(waited: Value | undefined): string {
  return `nên nhiều khả năng bên gọi không nghe gì${waited === undefined ? '' : ` trong ${duration(waited)}`}`;
}

export const storyOf = speakOfRootCauses({
  ack: {
    later: (waited) => `Một 200 về sau không nhận được ACK và bị lặp lại trong ${duration(waited)}`,
    absent: (it) => `không thấy ACK nào cho 200: ${repeated(it)}`,
    unheard: (it) => `200 không về được tới bên gọi: ${repeated(it)}`,
    lost: (it, sentTo) => `ACK, gửi tới ${sentTo}, không đến nơi: ${repeated(it)}`,
    unmatched: (it, differs) =>
      `${role(it.who)} không chấp nhận ACK${differs ? ` vì có ${differing(differs)} khác` : ''} và lặp lại 200 ${forSoLong(it)}`,
  },
  dropped: (who, after) => `${role(who)} gác máy ${duration(after)} sau đó: đúng bằng thời gian nó chờ ACK`,
  bye: {
    tags(refused, differs) {
      const reason = differs === 'direction' ? 'hai tag bị đảo chiều' : `${differing(differs)} của nó sai`;
      return `${bye(refused)}: ${reason}, và phía kia không biết cuộc gọi đã kết thúc`;
    },
    lost: (refused) => `${bye(refused)}: khi đó phía kia đã mất cuộc gọi`,
  },
  crossed(first, release, after) {
    const gaveUp = first ? 'bên gọi vừa bỏ cuộc' : 'bên gọi bỏ cuộc cùng lúc đó';
    const end = {
      atOnce: ', và cuộc gọi được giải phóng ngay',
      soon: `, và cuộc gọi được giải phóng ${duration(after)} sau đó`,
      late: `, và mãi ${duration(after)} sau mới có BYE giải phóng cuộc gọi`,
      missing: ', và không có BYE nào giải phóng cuộc gọi',
      unseen: '',
    }[release];
    return `${gaveUp}: CANCEL và lời trả lời giao nhau${end}`;
  },
  slow: (after, copies) => `Đáp ứng đầu tiên mất ${duration(after)}, ${sent(copies)}`,
  tryingLate: (after, roundTrip, copies) =>
    `Đáp ứng đầu tiên mất ${duration(after)} dù thời gian khứ hồi chỉ là ${duration(roundTrip)}, ${sent(copies)}`,
  machine: 'Máy móc đã kết thúc cuộc gọi, không phải con người',
  contradiction: 'Mã đáp ứng và mã Q.850 không đi với nhau: một trong hai đã bị đổi trên đường đi',
  huntedOn: ({ refuser, status, client, other }) =>
    `Trước đó, ${refuser} đã từ chối cuộc gọi cho mọi thiết bị bằng ${status}, nhưng ${client} vẫn tiếp tục và gọi ${other}`,
  noSdp: {
    announced: (status, waited) => `${status} hứa early media mà không kèm SDP, ${heardNothing(waited)}`,
    silent: (status, waited) => `Trước đó có ${status} không kèm SDP và không có 180, ${heardNothing(waited)}`,
    stripped: (status, waited, server) => `SDP của ${status} bị mất ở ${server}, ${heardNothing(waited)}`,
  },
  stalled: (server, ended) =>
    `${server} đã nhận INVITE bằng 100 Trying và ` +
    (ended === 'timeout' ? 'không gửi gì khác cho đến lúc đó' : 'không gửi gì thêm'),
  noResponse: (server, sends) => `${server} không đáp ứng gì, dù INVITE đã được gửi tới đó ${times(sends)}`,
});
