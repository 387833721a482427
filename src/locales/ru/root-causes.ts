/** What the most severe finding of a call adds to its verdict: a clause for the opening sentence, or a sentence. */
import type { RootCause } from '../../explain/cause.ts';
import type { Args } from '../../model.ts';
import { address } from '../phrases.ts';
import type { Story } from '../verdict-words.ts';
import { duration, later, role, times } from './phrases.ts';
import { hangsUp } from './steps.ts';

type Teller = (finding: Args, verdict: Args, cause: RootCause) => Story | undefined;

/** How far apart two hops see the same message, in ms. */
const SAME = 1_000;

/** What a request has wrong that should tie it to its dialog; with it the words that agree with it. */
const fields: Readonly<Record<string, { readonly another: string; readonly wrong: string }>> = {
  'cseq-number': { another: 'с другим номером CSeq', wrong: 'номер CSeq в нём неверен' },
  'from-tag': { another: 'с другим тегом From', wrong: 'тег From в нём неверен' },
  'to-tag': { another: 'с другим тегом To', wrong: 'тег To в нём неверен' },
  'both-tags': { another: 'с другими тегами', wrong: 'оба тега в нём неверны' },
  direction: { another: 'с переставленными тегами', wrong: 'теги в нём переставлены' },
};

/** Who answered. */
function answerer(verdict: Args): string {
  return role(verdict.role ?? 'callee');
}

const ackMissing: Teller = (finding, verdict, { delta }) => {
  const initial = verdict.after === undefined || Math.abs(delta - Number(verdict.after)) < SAME;
  const dropped = verdict.byCaller === false;
  const waited = duration(finding.waited ?? 0);
  const hungUp = dropped ? ', а затем завершил вызов' : '';
  if (!initial) {
    return { text: `Более поздний 200 не получил ACK и повторялся ${waited}` };
  }
  const who = answerer(verdict);
  const repeated = `${who} повторял ответ ${waited}${hungUp}`;
  const another = fields[String(finding.differs)]?.another;
  const other = another === undefined ? '' : ` ${another}`;
  const text = {
    absent: `ACK на 200 не замечен: ${repeated}`,
    unheard: `200 не дошёл до вызывающего: ${repeated}`,
    lost: `ACK, отправленный на ${address(finding.seenAt ?? '')}, не дошёл: ${who} повторял свой 200 ${waited}${hungUp}`,
    unmatched: `${who} не принял ACK${other}: он повторял свой 200 ${waited}${hungUp}`,
  }[String(finding.kind)];
  return text === undefined ? undefined : { but: true, text, ending: dropped };
};

const dropped32s: Teller = (finding, verdict) =>
  finding.what === 'call'
    ? {
        but: true,
        text: `${answerer(verdict)} завершил вызов ${later(finding.after ?? 0)}: именно столько он ждёт ACK`,
        ending: true,
      }
    : undefined;

const unknownDialog: Teller = (finding, verdict) => {
  if (finding.method !== 'BYE') return undefined;
  const ending = verdict.byeAnswer === 481;
  const sent = ending && verdict.talked !== undefined ? `, отправленный ${later(verdict.talked)} разговора,` : '';
  const sender = ending ? hangsUp(verdict.releaseRole, 'gen').toLowerCase() : address(finding.client ?? '');
  const bye = `BYE от ${sender}${sent} был отвергнут кодом 481`;
  if (finding.kind === 'tags') {
    const reason = fields[String(finding.differs)]?.wrong;
    return {
      but: true,
      text: `${bye}: ${reason === undefined ? '' : `${reason}, и `}другая сторона не узнаёт, что вызов окончен`,
      ending,
    };
  }
  return finding.kind === 'lost'
    ? { but: true, text: `${bye}: другая сторона к тому времени потеряла вызов`, ending: true }
    : undefined;
};

const cancelRace: Teller = (finding) => {
  const crossed =
    finding.first === 'cancel'
      ? 'вызывающий только что перестал ждать: CANCEL и ответ разминулись'
      : 'вызывающий перестал ждать в тот же миг: CANCEL и ответ разминулись';
  const released = Number(finding.released ?? 0);
  const end = {
    done: `, и вызов был освобождён ${released < SAME ? 'сразу' : `${later(released)}`}`,
    late: `, и лишь ${later(released)} вызов освободил BYE`,
    missing: ', и никакой BYE вызов не освободил',
    unseen: '',
  }[String(finding.release)];
  return { but: true, text: crossed + (end ?? ''), ending: finding.release !== 'unseen' };
};

const retransmissions: Teller = (finding) =>
  finding.method === 'INVITE' && finding.kind === 'slow'
    ? {
        text: `Первый ответ занял ${duration(finding.after ?? 0)}, поэтому INVITE отправлен ${times(finding.copies ?? 1)}`,
      }
    : undefined;

const tryingLate: Teller = (finding) => ({
  text:
    `Первый ответ занял ${duration(finding.after ?? 0)}, хотя путь туда и обратно занимает ` +
    `${duration(finding.roundTrip ?? 0)}, поэтому INVITE отправлен ${times(finding.copies ?? 1)}`,
});

const huntedOn: Teller = (finding) =>
  finding.kind === 'new-branch'
    ? {
        text:
          `До этого ${address(finding.refuser ?? '')} отклонил вызов для всех устройств кодом ${finding.status}, но ` +
          `${address(finding.client ?? '')} продолжил и вызвал ${address(finding.other ?? '')}`,
      }
    : undefined;

const noSdp: Teller = (finding, verdict) => {
  // A 180, or SDP in another response, gave the caller something to hear.
  if (verdict.audible !== 'silence') return undefined;
  const waited = Number(finding.waited ?? 0) > 0 ? ` в течение ${duration(finding.waited ?? 0)}` : '';
  const heard = `так что вызывающий, скорее всего, ничего не слышал${waited}`;
  const text = {
    announced: `${finding.status} обещал early media без SDP, ${heard}`,
    silent: `До этого пришёл ${finding.status} без SDP и не было 180, ${heard}`,
    stripped: `SDP из ${finding.status} потерялось на ${address(finding.server ?? '')}, ${heard}`,
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
    finding.carrier === 'BYE' ? { text: 'Его завершила машина, а не человек' } : undefined,
  'reason-contradiction': (finding) =>
    finding.kind === 'response' ? { text: 'Код и причина не сочетаются: что-то одно изменили по пути' } : undefined,
  'global-failure-not-honoured': huntedOn,
  'early-media-sdp-missing': noSdp,
  'invite-stalled-after-trying': (finding) => ({
    text:
      `${address(finding.server ?? '')} принял INVITE ответом 100 Trying и ` +
      (finding.ended === 'timeout' ? 'до этого больше ничего не отправил' : 'больше ничего не отправил'),
  }),
  'invite-no-response': (finding) => ({
    text: `${address(finding.server ?? '')} не дал никакого ответа, хотя INVITE был отправлен ему ${times(finding.sends ?? 1)}`,
  }),
};

/** Any finding can be told: one without words of its own in its own sentence. */
export function storyOf(cause: RootCause, verdict: Args): Story {
  return tellers[cause.rule]?.(cause.args, verdict, cause) ?? { text: cause.message.trim().replace(/\.$/, '') };
}
