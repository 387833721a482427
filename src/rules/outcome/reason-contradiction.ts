import { findCause } from '../../catalogue/causes.ts';
import { canMean, canReleaseAnswered } from '../../catalogue/interworking.ts';
import type { Reason } from '../../headers/reason.ts';
import type { SipMessage } from '../../model.ts';
import { defineRule } from '../define.ts';
import { reasonName } from '../phrases.ts';
import { clip, isQ850, isSip, reasonsOf, type ShownReason, shownReason, statusLine } from '../refusal.ts';

/**
 * No host stands in the args: on its way back the same response passes every hop, and is found once, at the first sight of
 * it, which is where it was made.
 */
type Shown = {
  /** `response`: it says something else than its Reason. `release`: a BYE with a cause from before the answer. */
  kind: 'response' | 'release' | 'twice';
  line: string;
  /** What a gateway would have made of that cause; 0 when nothing in particular. */
  usual: number;
  /** Two of `twice`, otherwise one. */
  reasons: readonly ShownReason[];
};

/** Two values of one protocol that differ: only protocols made for it may have several (RFC 9366). */
function twice(reasons: readonly Reason[]): readonly [Reason, Reason] | undefined {
  for (const is of [isQ850, isSip]) {
    const same = reasons.filter((one) => is(one) && one.cause !== undefined);
    const other = same.find(({ cause }) => cause !== same[0].cause);
    if (other !== undefined) return [same[0], other];
  }
  return undefined;
}

function find(message: SipMessage): Shown | undefined {
  const reasons = reasonsOf(message);
  const double = twice(reasons);
  const line = message.isRequest ? message.method : statusLine(message);
  if (double !== undefined) {
    return { kind: 'twice', line, usual: 0, reasons: double.map(shownReason) };
  }
  const reason = reasons.find(isQ850);
  if (reason?.cause === undefined) return undefined;
  if (message.isRequest) {
    if (message.method !== 'BYE' || canReleaseAnswered(reason.cause)) return undefined;
    return { kind: 'release', line, usual: 0, reasons: [shownReason(reason)] };
  }
  if (message.status < 300 || message.method !== 'INVITE' || canMean(message.status, reason.cause)) return undefined;
  const usual = findCause(reason.cause)?.rfc3398 ?? 0;
  return { kind: 'response', line, usual, reasons: [shownReason(reason)] };
}

/** Rule 56: status and cause of one message tell different stories. */
export const reasonContradiction = defineRule<'message', Shown>({
  id: 'reason-contradiction',
  severity: 'warning',
  scope: 'message',
  title: 'Status and cause that contradict each other',
  spec: ['RFC 3398 §7.2.4.1', 'RFC 3398 §8.2.6.1', 'RFC 3326 §2', 'RFC 6432 §3'],
  example: {
    kind: 'response',
    line: '486 Busy Here',
    usual: 404,
    reasons: [{ protocol: 'Q.850', cause: 1, text: '', location: '' }],
  },
  why: (args) =>
    args.kind === 'release'
      ? 'Call records count an answered call as a failed one, or the other way round.'
      : 'The caller hears and does the wrong thing (busy tone, voicemail, another route), and statistics blame the wrong side.',
  fix: (args) =>
    ({
      response: [
        'Believe the cause: the element next to the telephone network made it, and one on the way back made the status.',
        `Align the table of causes and codes on the gateways and SBCs between${args.usual === 0 ? '' : `: RFC 3398 makes ${args.usual} of this cause`}.`,
        'Let SBCs pass the Reason of the far side instead of writing one of their own.',
      ],
      release: [
        'Look at the leg behind the releasing host: a back-to-back user agent that answers first hangs up with the cause of a leg that failed later.',
        'Let it answer only when the leg behind has answered, or send cause 16 with its BYE.',
      ],
      twice: [
        'Let the element that adds its own Reason replace the one that it received, or leave that alone.',
        'Compare with the hop before: the value that is missing there was added by this element.',
      ],
    })[args.kind],
  message: ({ kind, line, reasons }) => {
    const names = reasons.map(reasonName);
    return {
      response: `The ${line} carries ${names[0]}, and no table between SIP and the telephone network joins the two.`,
      release: `The BYE releases an answered call with ${names[0]}, which belongs to calls that are never answered.`,
      twice: `The ${line} gives two reasons of one kind, ${names[0]} and ${names[1]}.`,
    }[kind];
  },
  limits: (args) => (args.kind === 'twice' ? '' : 'Operators may use tables of their own.'),
  when: ({ message }) =>
    (message.isRequest ? message.method === 'BYE' || message.method === 'CANCEL' : message.status >= 300) &&
    message.has('Reason'),
  *check({ message }) {
    const found = find(message);
    if (found === undefined) return;
    yield {
      at: [message],
      args: { ...found, line: clip(found.line) },
      // Cancelled and answered calls are over anyway: nobody is misled but the call records.
      severity: found.kind === 'release' || message.status === 487 ? 'info' : 'warning',
      confidence: 'likely',
      device: message.source.address,
    };
  },
});
