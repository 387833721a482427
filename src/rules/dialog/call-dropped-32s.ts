import { parseReason } from '../../headers/reason.ts';
import type { Call, Dialog, Response, SipMessage, Transaction } from '../../model.ts';
import { type Context, defineRule } from '../define.ts';
import { clockTooCoarse, milliseconds } from '../guards.ts';
import { duration } from '../phrases.ts';

type Shown = {
  server: string;
  /** Answer of the call, or of a later INVITE within it. */
  what: 'call' | 're-INVITE';
  /** From the 2xx to the BYE, ms. */
  after: number;
  /** Copies of the 2xx. */
  copies: number;
};

/** Q.850 causes that gateways give for a timer: 102 recovery on timer expiry, 41 temporary failure. */
const TIMER_CAUSES = [102, 41];

function blamesTimer(bye: SipMessage): boolean {
  return bye
    .headers('Reason')
    .flatMap(parseReason)
    .some(
      ({ protocol, cause, text }) =>
        (/^q\.?850$/i.test(protocol) && cause !== undefined && TIMER_CAUSES.includes(cause)) || /\back\b/i.test(text),
    );
}

/** 2xx of INVITEs in this dialog, as the hop nearest to `bye` saw them. */
function* answers(dialog: Dialog, call: Call): Iterable<{ transaction: Transaction; answer: Response }> {
  for (const transaction of call.transactions) {
    const { method, final } = transaction;
    if (method !== 'INVITE' || final === undefined || final.status >= 300) continue;
    for (const answer of transaction.responses) {
      const { status, fromTag, toTag } = answer.message;
      if (status < 200 || status >= 300) continue;
      const forward = fromTag === dialog.callerTag && toTag === dialog.calleeTag;
      const backward = fromTag === dialog.calleeTag && toTag === dialog.callerTag;
      if (forward || backward) yield { transaction, answer };
    }
  }
}

/** Rule 2: the answering side hangs up when 64·T1 have passed without an ACK. */
export const callDropped32s = defineRule<'call', Shown>({
  id: 'call-dropped-32s',
  severity: 'error',
  scope: 'call',
  title: 'Call dropped after 32 seconds',
  spec: ['RFC 3261 §13.3.1.4', 'RFC 3261 §14.2'],
  example: { server: '192.0.2.7:5060', what: 'call', after: 32_000, copies: 11 },
  why: () => 'Users report that calls drop after half a minute, although both could talk until then.',
  fix: (args) => [
    `Find out why no ACK for the 200 reaches ${args.server}: the Contact of the 200 and the Record-Route of the proxies say where it goes.`,
    `Set the external signalling address of ${args.server}, or turn on NAT handling in front of it.`,
    'Turn off SIP ALG in routers on the way.',
  ],
  message: (args) =>
    `${args.server} hung up ${duration(args.after)} after its 200 for the ${args.what}` +
    (args.copies > 1 ? `, which it had sent ${args.copies} times` : '') +
    ': that is the time it waits for an ACK (64·T1).',
  limits: (args) =>
    args.copies > 1 ? '' : 'The 200 was not repeated here; that the missing ACK is the reason is what the BYE says.',
  concerns: (method) => method === 'BYE',
  when: ({ call }) => call.dialogs.some(({ answer, bye }) => answer !== undefined && bye?.request !== undefined),
  *check({ call }, context) {
    const { transactionTimeout, ackTimeoutWindow } = context.thresholds;
    if (milliseconds(call.start, call.end) < transactionTimeout - ackTimeoutWindow) return;
    for (const dialog of call.dialogs) {
      const bye = dialog.bye?.request;
      if (bye !== undefined && dialog.answer !== undefined) yield* dropped(dialog, bye, call, context);
    }
  },
});

function* dropped(dialog: Dialog, bye: SipMessage, call: Call, { thresholds }: Context) {
  const { transactionTimeout, ackTimeoutWindow, repeatsOf2xx } = thresholds;
  let doubtful = false;
  for (const { transaction, answer } of answers(dialog, call)) {
    const { message, repeats } = answer;
    const after = milliseconds(message.time, bye.time);
    if (Math.abs(after - transactionTimeout) > ackTimeoutWindow || clockTooCoarse(bye, ackTimeoutWindow)) continue;
    // Only the side that answered waits for the ACK.
    if (bye.fromTag !== message.toTag) continue;
    const last = repeats[repeats.length - 1] ?? message;
    // A side that is satisfied stops repeating its 2xx.
    const waiting = repeats.length >= repeatsOf2xx && milliseconds(message.time, last.time) >= transactionTimeout / 2;
    if (!waiting) {
      if (dialog.acks.some((ack) => ack.cseq === message.cseq)) continue;
      if (!blamesTimer(bye)) {
        doubtful = true;
        continue;
      }
    }
    yield {
      at: [bye, message],
      args: {
        server: bye.source.name,
        what: transaction.request === undefined || transaction.request.toTag === '' ? 'call' : 're-INVITE',
        after,
        copies: 1 + repeats.length,
      } as const,
      device: bye.destination.address,
      confidence: waiting ? 'certain' : 'likely',
    } as const;
    return;
  }
  // Without a repeated 2xx the ACK may well have come by a way that was not captured.
  if (doubtful) yield { undetermined: 'G-ONESIDED' } as const;
}
