import type { Call, Dialog, Response, SipMessage, Transaction } from '../../model.ts';
import { type Context, defineRule } from '../define.ts';
import { addressesInferred, duration, endedBefore, milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';

type Shown = {
  /** `lost`: an ACK was sent and did not get here. `unmatched`: it arrived and changed nothing. */
  kind: 'absent' | 'lost' | 'unmatched';
  server: string;
  status: number;
  copies: number;
  /** ms */
  waited: number;
  contact: string;
  /** Where the ACK was last seen; empty without one. */
  seenAt: string;
};

interface Answer {
  readonly transaction: Transaction;
  readonly response: Response;
}

/** The 2xx of this dialog that were sent again: the call's answer, or that of a re-INVITE; on every hop. */
function* repeatedAnswers(dialog: Dialog, call: Call, repeats: number): Iterable<Answer> {
  for (const transaction of call.transactions) {
    if (transaction.method !== 'INVITE' || transaction.final === undefined || transaction.final.status >= 300) continue;
    for (const response of transaction.responses) {
      if (response.repeats.length < repeats || response.message.status < 200) continue;
      const { fromTag, toTag } = response.message;
      const forward = fromTag === dialog.callerTag && toTag === dialog.calleeTag;
      const backward = fromTag === dialog.calleeTag && toTag === dialog.callerTag;
      if (forward || backward) yield { transaction, response };
    }
  }
}

interface Acknowledgement {
  readonly kind: Shown['kind'];
  /** The ACKs that matter, oldest first. */
  readonly acks: readonly SipMessage[];
}

/** What the server, which goes on repeating, got; undefined when an ACK satisfied it. */
function acknowledgement(dialog: Dialog, { transaction, response }: Answer, context: Context): Acknowledgement | undefined {
  const { message, repeats } = response;
  const acks = dialog.acks.filter((ack) => ack.cseq === message.cseq);
  if (acks.length === 0) return { kind: 'absent', acks };
  const arrived = acks.filter((ack) => ack.destination.address === transaction.server.address);
  const known = arrived.length > 0 ? arrived : acks;
  const ignored = repeats.filter((repeat) => repeat.time > known[0].time).length;
  if (ignored < context.thresholds.repeatsOf2xx) return undefined;
  // It stopped repeating long before its timer: an ACK got through in the end.
  const last = repeats[repeats.length - 1];
  const until = dialog.bye?.start ?? context.now;
  const { transactionTimeout, t1 } = context.thresholds;
  const stopped = milliseconds(last.time, until) > 8 * t1 * (1 + context.thresholds.margin);
  if (stopped && milliseconds(message.time, last.time) < transactionTimeout / 2) return undefined;
  return { kind: arrived.length > 0 ? 'unmatched' : 'lost', acks: known };
}

/** Rule 1: the UAS repeats its 2xx because no ACK reaches it (RFC 3261 §13.3.1.4). */
export const ackMissingFor2xx = defineRule<'dialog', Shown>({
  id: 'ack-missing-for-2xx',
  severity: 'error',
  scope: 'dialog',
  title: '200 OK that nobody acknowledges',
  spec: ['RFC 3261 §13.2.2.4', 'RFC 3261 §13.3.1.4', 'RFC 6026 §7.1'],
  why: () =>
    'The answering side repeats its 200 and hangs up after 64·T1 (32 s): the classic call that drops after half a minute.',
  fix: (args) => [
    {
      unmatched: `Compare the ACK with the 200: its Request-URI must be the Contact (${args.contact}), its tags and CSeq number those of the INVITE.`,
      lost: `Look at what ${args.seenAt} does with the ACK: it must send it on to ${args.contact}, by its Route or its Request-URI.`,
      absent: `Check that the Contact of the 200 (${args.contact}) can be reached from the caller: the ACK goes there, not where the INVITE went.`,
    }[args.kind],
    'Set the external signalling address of the answering side, or turn on NAT handling (rport, Contact rewriting) in its server.',
    'Add Record-Route on every proxy that must stay in the path, and turn off SIP ALG in routers between.',
  ],
  message: (args) =>
    `${args.server} sent its ${args.status} ${args.copies} times over ${duration(args.waited)} because ` +
    {
      unmatched: 'it did not accept the ACK that it was sent.',
      lost: `the ACK that was sent to ${args.seenAt} never got to it.`,
      absent: 'no ACK for it was sent past this capture point.',
    }[args.kind],
  limits: (args) =>
    args.kind === 'unmatched'
      ? 'An ACK that was lost between this capture point and the server would look the same.'
      : 'An ACK that took another path than the rest of the call would not be seen here.',
  *check({ dialog, call }, context) {
    if (dialog.answer === undefined && dialog.transactions.length === 0) return;
    const { repeatsOf2xx, transactionTimeout } = context.thresholds;
    for (const answer of repeatedAnswers(dialog, call, repeatsOf2xx)) {
      const { transaction, response } = answer;
      const { message, repeats } = response;
      if (addressesInferred(message)) continue;
      const shown = acknowledgement(dialog, answer, context);
      if (shown === undefined) continue;
      const deeper = passedOn(transaction, call).some((lower) =>
        lower.responses.some((one) => one.message.toTag === message.toTag && one.repeats.length >= repeatsOf2xx),
      );
      // Sent past a proxy that does not stay in the path, an ACK never shows on the proxy's own hop.
      if (deeper || (shown.kind === 'lost' && transaction.viaCount === 1)) continue;
      if (dialog.bye === undefined && endedBefore(context, message.time, transactionTimeout)) {
        yield { undetermined: 'G-END' };
        continue;
      }
      const last = repeats[repeats.length - 1];
      yield {
        at: [message, ...repeats, ...shown.acks],
        args: {
          kind: shown.kind,
          server: transaction.server.name,
          status: message.status,
          copies: repeats.length + 1,
          waited: milliseconds(message.time, last.time),
          contact: message.header('Contact') ?? 'missing',
          seenAt: shown.acks[0]?.destination.name ?? '',
        },
        confidence: shown.kind === 'absent' ? 'certain' : 'likely',
        needsAnswersOf: { client: transaction.server.address, server: transaction.client.address },
      };
    }
  },
});
