import { parseReason } from '../../headers/reason.ts';
import type { Call, Dialog, SipMessage } from '../../model.ts';
import { defineRule } from '../define.ts';
import { beganBefore, clockTooCoarse, milliseconds } from '../guards.ts';
import { duration } from '../phrases.ts';
import { changesOf } from '../session-changes.ts';

type Shown = {
  /** `failure`: the BYE says that something went wrong. Otherwise who hung up. */
  kind: 'failure' | 'callee' | 'caller';
  sender: string;
  other: string;
  /** From the 2xx to the BYE, ms. */
  after: number;
  /** What the BYE gives as its reason; empty without. */
  reason: string;
};

/** Q.850: normal clearing, user busy, no answer, normal unspecified, interworking: nothing that failed after the answer. */
const ORDINARY = [16, 17, 19, 31, 127];
/** Q.850: bearer capability, incompatible destination, codec and the like. */
const MEDIA = [57, 58, 65, 79, 88, 95];
const REASON_LENGTH = 80;

/** What a capture can mix up, µs. */
const DISORDER = 20_000;

interface Blame {
  readonly text: string;
  readonly abnormal: boolean;
}

function blameOf(bye: SipMessage): Blame {
  let text = '';
  for (const { protocol, cause, text: words } of bye.headers('Reason').flatMap(parseReason)) {
    const isdn = /^q\.?850$/i.test(protocol);
    const own = `${protocol} ${cause ?? ''}${words === '' ? '' : ` (${words})`}`.slice(0, REASON_LENGTH);
    const abnormal = cause !== undefined && (isdn ? !ORDINARY.includes(cause) : cause >= 400 && cause !== 487);
    if (abnormal) return { text: own, abnormal };
    if (text === '') text = own;
  }
  return { text, abnormal: false };
}

/** A reason, as the args have it, that blames codecs or the like. */
export const isMedia = (reason: string) =>
  MEDIA.some((cause) => reason.startsWith(`Q.850 ${cause} `)) || /488|codec|media|srtp/i.test(reason);

/** Calls that are meant to be short: picked up, moved, cancelled, forked, or set up for somebody else. */
function isIntended(dialog: Dialog, call: Call): boolean {
  if (call.transactions.some(({ method }) => method === 'CANCEL' || method === 'REFER')) return true;
  if (
    call.dialogs.some(
      (other) => other !== dialog && other.answer !== undefined && other.answer.toTag !== dialog.calleeTag,
    )
  )
    return true;
  return call.attempts.some(({ request }) => request !== undefined && (request.has('Replaces') || !request.hasSdp));
}

/** Rule 53: answered, and over before a word can be said. */
export const answeredThenImmediateBye = defineRule<'call', Shown>({
  id: 'answered-then-immediate-bye',
  severity: 'warning',
  scope: 'call',
  title: 'Call that ends right after its answer',
  spec: ['RFC 3261 §13.2.2.4', 'RFC 3261 §15', 'RFC 3326 §2'],
  example: {
    kind: 'failure',
    sender: '192.0.2.7:5060',
    other: '192.0.2.1:5060',
    after: 140,
    reason: 'Q.850 88 (INCOMPATIBLE_DESTINATION)',
  },
  why: ({ kind }) =>
    kind === 'caller'
      ? 'The call counts as answered and may be billed; often it is just a caller who did not want the mailbox that picked up.'
      : 'The call counts as answered and may be billed, although nobody could talk.',
  fix: ({ kind, sender, other, reason }) => [
    ...(kind === 'failure'
      ? [
          isMedia(reason)
            ? `Compare offer and answer: ${sender} ended the call over the media (codecs, SRTP against RTP, addresses).`
            : `Look into the log of ${sender} at this time for what lies behind ${reason}.`,
        ]
      : []),
    ...(kind === 'callee'
      ? [
          `Look into the log of ${sender} for why it hung up at once: no codec in common, no media port, a queue or application that ended.`,
          'Compare offer and answer: what cannot be used after the answer shows there.',
        ]
      : []),
    ...(kind === 'caller'
      ? [
          `If it is frequent, look into the log of ${sender}: an answer that it cannot use makes a caller hang up at once, as do diallers that detect answering machines.`,
          `Look whether ${other} answered for a person or as a mailbox.`,
        ]
      : []),
  ],
  message: ({ kind, sender, other, after, reason }) =>
    `${sender} hung up ${duration(after)} after ` +
    (kind === 'caller' ? `${other} had answered` : kind === 'callee' ? 'it had answered the call' : 'the answer') +
    (reason === '' ? '.' : `, giving as reason ${reason}.`),
  limits: ({ kind }) =>
    kind === 'failure' ? '' : 'Whether a person or a machine hung up, and why, is not in the messages.',
  concerns: (method) => method === 'BYE',
  when: ({ call }) => call.transactions.some(({ method, request }) => method === 'BYE' && request !== undefined),
  *check({ call }, context) {
    const { immediateBye } = context.thresholds;
    if (beganBefore(call)) return;
    const hungUp = call.transactions.find(({ method }) => method === 'BYE')?.start ?? Number.POSITIVE_INFINITY;
    for (const dialog of call.dialogs) {
      const { answer, acks } = dialog;
      if (answer === undefined || milliseconds(answer.time, hungUp) >= immediateBye) continue;
      const bye = changesOf(dialog, call).bye?.request;
      if (bye === undefined) continue;
      const after = milliseconds(answer.time, bye.time);
      if (after < 0 || after >= immediateBye || clockTooCoarse(answer, immediateBye / 4)) continue;
      // An ACK before it shows that this 2xx is a copy of one that was not captured.
      if (acks.some((ack) => ack.cseq === answer.cseq && ack.time < answer.time - DISORDER)) continue;
      if (isIntended(dialog, call)) return;
      const { text, abnormal } = blameOf(bye);
      const kind = abnormal ? 'failure' : bye.fromTag === dialog.calleeTag ? 'callee' : 'caller';
      yield {
        at: [bye, answer],
        args: { kind, sender: bye.source.name, other: bye.destination.name, after, reason: text },
        severity: kind === 'caller' ? 'info' : 'warning',
        confidence: kind === 'failure' ? 'certain' : 'possible',
        device: bye.source.address,
      };
      return;
    }
  },
});
