/** What the most severe finding of a call adds to its verdict: a clause for the opening sentence, or a sentence. */
import type { RootCause } from '../../explain/cause.ts';
import type { Args } from '../../model.ts';
import type { IdField } from '../../rules/phrases.ts';
import { address } from '../phrases.ts';
import type { Story } from '../verdict-words.ts';
import { duration, role, times } from './phrases.ts';
import { fieldName } from './rules/phrases.ts';
import { hangsUp } from './steps.ts';

type Teller = (finding: Args, verdict: Args, cause: RootCause) => Story | undefined;

/** How far apart two hops see the same message, in ms. */
const SAME = 1_000;

/** What a request has wrong that should tie it to its dialog. */
function differing(finding: Args): string {
  return fieldName(String(finding.differs) as IdField);
}

/** Who answered. */
function answerer(verdict: Args): string {
  return role(verdict.role ?? 'callee');
}

const ackMissing: Teller = (finding, verdict, { delta }) => {
  const initial = verdict.after === undefined || Math.abs(delta - Number(verdict.after)) < SAME;
  const dropped = verdict.byCaller === false;
  const waited = duration(finding.waited ?? 0);
  const hungUp = dropped ? ' rồi gác máy' : '';
  if (!initial) {
    return { text: `Một 200 về sau không nhận được ACK và bị lặp lại trong ${waited}` };
  }
  const who = answerer(verdict);
  const repeated = `${who} lặp lại 200 trong ${waited}${hungUp}`;
  const text = {
    absent: `không thấy ACK nào cho 200: ${repeated}`,
    unheard: `200 không về được tới bên gọi: ${repeated}`,
    lost: `ACK, gửi tới ${address(finding.seenAt ?? '')}, không đến nơi: ${repeated}`,
    unmatched: `${who} không chấp nhận ACK${finding.differs ? ` vì có ${differing(finding)} khác` : ''} và lặp lại 200 trong ${waited}${hungUp}`,
  }[String(finding.kind)];
  return text === undefined ? undefined : { but: true, text, ending: dropped };
};

const dropped32s: Teller = (finding, verdict) =>
  finding.what === 'call'
    ? {
        but: true,
        text: `${answerer(verdict)} gác máy ${duration(finding.after ?? 0)} sau đó: đúng bằng thời gian nó chờ ACK`,
        ending: true,
      }
    : undefined;

const unknownDialog: Teller = (finding, verdict) => {
  if (finding.method !== 'BYE') return undefined;
  const ending = verdict.byeAnswer === 481;
  const sent = ending && verdict.talked !== undefined ? ` gửi sau ${duration(verdict.talked)} đàm thoại` : '';
  const sender = ending ? hangsUp(verdict.releaseRole).toLowerCase() : address(finding.client ?? '');
  const bye = `BYE do ${sender}${sent === '' ? ' gửi' : sent} bị từ chối bằng 481`;
  if (finding.kind === 'tags') {
    const reason = finding.differs === 'direction' ? 'hai tag bị đảo chiều' : `${differing(finding)} của nó sai`;
    return { but: true, text: `${bye}: ${reason}, và phía kia không biết cuộc gọi đã kết thúc`, ending };
  }
  return finding.kind === 'lost'
    ? { but: true, text: `${bye}: khi đó phía kia đã mất cuộc gọi`, ending: true }
    : undefined;
};

const cancelRace: Teller = (finding) => {
  const crossed =
    finding.first === 'cancel'
      ? 'bên gọi vừa bỏ cuộc: CANCEL và lời trả lời giao nhau'
      : 'bên gọi bỏ cuộc cùng lúc đó: CANCEL và lời trả lời giao nhau';
  const released = Number(finding.released ?? 0);
  const end = {
    done: `, và cuộc gọi được giải phóng ${released < SAME ? 'ngay' : `${duration(released)} sau đó`}`,
    late: `, và mãi ${duration(released)} sau mới có BYE giải phóng cuộc gọi`,
    missing: ', và không có BYE nào giải phóng cuộc gọi',
    unseen: '',
  }[String(finding.release)];
  return { but: true, text: crossed + (end ?? ''), ending: finding.release !== 'unseen' };
};

const retransmissions: Teller = (finding) =>
  finding.method === 'INVITE' && finding.kind === 'slow'
    ? {
        text: `Đáp ứng đầu tiên mất ${duration(finding.after ?? 0)}, nên INVITE phải gửi ${times(finding.copies ?? 1)}`,
      }
    : undefined;

const tryingLate: Teller = (finding) => ({
  text: `Đáp ứng đầu tiên mất ${duration(finding.after ?? 0)} dù thời gian khứ hồi chỉ là ${duration(finding.roundTrip ?? 0)}, nên INVITE phải gửi ${times(finding.copies ?? 1)}`,
});

const huntedOn: Teller = (finding) =>
  finding.kind === 'new-branch'
    ? {
        text: `Trước đó, ${address(finding.refuser ?? '')} đã từ chối cuộc gọi cho mọi thiết bị bằng ${finding.status}, nhưng ${address(finding.client ?? '')} vẫn tiếp tục và gọi ${address(finding.other ?? '')}`,
      }
    : undefined;

const noSdp: Teller = (finding, verdict) => {
  // A 180, or SDP in another response, gave the caller something to hear.
  if (verdict.audible !== 'silence') return undefined;
  const waited = Number(finding.waited ?? 0) > 0 ? ` trong ${duration(finding.waited ?? 0)}` : '';
  const text = {
    announced: `${finding.status} hứa early media mà không kèm SDP, nên nhiều khả năng bên gọi không nghe gì${waited}`,
    silent: `Trước đó có ${finding.status} không kèm SDP và không có 180, nên nhiều khả năng bên gọi không nghe gì${waited}`,
    stripped: `SDP của ${finding.status} bị mất ở ${address(finding.server ?? '')}, nên nhiều khả năng bên gọi không nghe gì${waited}`,
  }[String(finding.kind)];
  return text === undefined ? undefined : { text, silence: true };
};

const tellers: Readonly<Record<string, Teller>> = {
  'ack-missing-for-2xx': ackMissing,
  'call-dropped-32s': dropped32s,
  'dialog-unknown-481': unknownDialog,
  'cancel-answer-race': cancelRace,
  'retransmissions-excessive': retransmissions,
  'trying-late': tryingLate,
  'release-cause-abnormal': (finding) =>
    finding.carrier === 'BYE' ? { text: 'Máy móc đã kết thúc cuộc gọi, không phải con người' } : undefined,
  'reason-contradiction': (finding) =>
    finding.kind === 'response'
      ? { text: 'Mã đáp ứng và mã Q.850 không đi với nhau: một trong hai đã bị đổi trên đường đi' }
      : undefined,
  'global-failure-not-honoured': huntedOn,
  'early-media-sdp-missing': noSdp,
  'invite-stalled-after-trying': (finding) => ({
    text:
      `${address(finding.server ?? '')} đã nhận INVITE bằng 100 Trying và ` +
      (finding.ended === 'timeout' ? 'không gửi gì khác cho đến lúc đó' : 'không gửi gì thêm'),
  }),
  'invite-no-response': (finding) => ({
    text: `${address(finding.server ?? '')} không đáp ứng gì, dù INVITE đã được gửi tới đó ${times(finding.sends ?? 1)}`,
  }),
};

/** Any finding can be told: one without words of its own in its own sentence. */
export function storyOf(cause: RootCause, verdict: Args): Story {
  return tellers[cause.rule]?.(cause.args, verdict, cause) ?? { text: cause.message.trim().replace(/\.$/, '') };
}
