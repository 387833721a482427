import type { Call, Dialog, Response, SipMessage, Transaction } from '../../model.ts';
import { type Context, defineRule } from '../define.ts';
import { addressesInferred, endedBefore, milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { duration, fieldName } from '../phrases.ts';

type Shown = {
  /**
   * `unheard`: the client goes on repeating its INVITE. `lost`: an ACK was sent and did not get here. `unmatched`: it
   * arrived and changed nothing.
   */
  kind: 'absent' | 'unheard' | 'lost' | 'unmatched';
  server: string;
  client: string;
  status: number;
  copies: number;
  /** ms */
  waited: number;
  /** Of the 2xx; empty without one. */
  contact: string;
  /** Where the ACK was last seen; empty without one. */
  seenAt: string;
  /** In what the ACK differs from the INVITE; empty when it does not, or without one. */
  differs: '' | 'cseq-number' | 'to-tag' | 'from-tag';
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
  /** `elsewhere`: the server is satisfied although no ACK was captured. */
  readonly kind: Shown['kind'] | 'elsewhere';
  /** The ACKs that matter, oldest first. */
  readonly acks: readonly SipMessage[];
  readonly differs: Shown['differs'];
}

/** An ACK that the client sent for this answer with something wrong in it, so that it belongs to no transaction. */
function strayAck(message: SipMessage, dialog: Dialog, call: Call): Acknowledgement | undefined {
  const { callerTag, calleeTag, acks } = dialog;
  const other = acks.find((ack) => ack.time >= message.time && ack.fromTag === message.fromTag);
  const answers = (cseq: number) =>
    call.transactions.some(({ method, cseq: own }) => method === 'INVITE' && own === cseq);
  if (other !== undefined && !answers(other.cseq)) return { kind: 'unmatched', acks: [other], differs: 'cseq-number' };
  const stray = call.messages.find(
    (ack) =>
      ack.method === 'ACK' &&
      ack.isRequest &&
      ack.cseq === message.cseq &&
      ack.time >= message.time &&
      ack.source.address === message.destination.address &&
      (ack.fromTag === message.fromTag) !== (ack.toTag === message.toTag) &&
      // The answer of another fork has an ACK of its own.
      !call.dialogs.some(
        (one) =>
          one !== dialog &&
          [one.callerTag, one.calleeTag].includes(ack.toTag) &&
          ack.toTag !== callerTag &&
          ack.toTag !== calleeTag,
      ),
  );
  if (stray === undefined) return undefined;
  return { kind: 'unmatched', acks: [stray], differs: stray.fromTag === message.fromTag ? 'to-tag' : 'from-tag' };
}

/** The server stopped repeating long before its timer: an ACK got through in the end. */
function isSatisfied(dialog: Dialog, { message, repeats }: Response, { now, thresholds }: Context): boolean {
  const last = repeats[repeats.length - 1];
  const { transactionTimeout, t1, margin } = thresholds;
  // Repeats are at most T2 = 8·T1 apart (RFC 3261 §13.3.1.4).
  const silence = milliseconds(last.time, dialog.bye?.start ?? now);
  return silence > 8 * t1 * (1 + margin) && milliseconds(message.time, last.time) < transactionTimeout / 2;
}

/** What the server, which goes on repeating, got; undefined when an ACK satisfied it. */
function acknowledgement(
  dialog: Dialog,
  { transaction, response }: Answer,
  call: Call,
  context: Context,
): Acknowledgement | undefined {
  const { message, repeats } = response;
  const { repeatsOf2xx } = context.thresholds;
  const acks = dialog.acks.filter((ack) => ack.cseq === message.cseq);
  const satisfied = isSatisfied(dialog, response, context);
  if (acks.length === 0) {
    const deaf = transaction.requestRepeats.filter((repeat) => repeat.time > message.time).length >= repeatsOf2xx;
    if (satisfied) return { kind: 'elsewhere', acks, differs: '' };
    return strayAck(message, dialog, call) ?? { kind: deaf ? 'unheard' : 'absent', acks, differs: '' };
  }
  const arrived = acks.filter((ack) => ack.destination.address === transaction.server.address);
  const known = arrived.length > 0 ? arrived : acks;
  const ignored = repeats.filter((repeat) => repeat.time > known[0].time).length;
  if (satisfied || ignored < repeatsOf2xx) return undefined;
  return { kind: arrived.length > 0 ? 'unmatched' : 'lost', acks: known, differs: '' };
}

/** Rule 1: the UAS repeats its 2xx because no ACK reaches it (RFC 3261 §13.3.1.4). */
export const ackMissingFor2xx = defineRule<'dialog', Shown>({
  id: 'ack-missing-for-2xx',
  severity: 'error',
  scope: 'dialog',
  title: '200 OK that nobody acknowledges',
  spec: ['RFC 3261 §13.2.2.4', 'RFC 3261 §13.3.1.4', 'RFC 6026 §7.1'],
  example: {
    kind: 'absent',
    server: '192.0.2.7:5060',
    client: '192.0.2.1:5060',
    status: 200,
    copies: 11,
    waited: 31_500,
    contact: '<sip:bob@192.168.0.7>',
    seenAt: '',
    differs: '',
  },
  why: () =>
    'The answering side repeats its 200 and hangs up after 64·T1 (32 s): the classic call that drops after half a minute.',
  fix: (args) => [
    {
      unmatched: `Compare the ACK with the 200: its Request-URI must be the Contact (${args.contact || 'missing'}), its tags and CSeq number those of the INVITE.`,
      lost: `The ACK went to ${args.seenAt}, and the Contact of the 200 is ${args.contact || 'missing'}. If that is an address behind a NAT, the 200 must carry one that the caller can reach; if it is a proxy, it must send the ACK on.`,
      unheard: `Check where ${args.server} sends its responses: to the address and port of the Via, or of received and rport behind a NAT.`,
      absent: `Check that the Contact of the 200 (${args.contact || 'missing'}) can be reached from the caller: the ACK goes there, not where the INVITE went.`,
    }[args.kind],
    'Set the external signalling address of the answering side, or turn on NAT handling (rport, Contact rewriting) in its server.',
    'Add Record-Route on every proxy that must stay in the path, and turn off SIP ALG in routers between.',
  ],
  message: (args) =>
    `${args.server} sent its ${args.status} response ${args.copies} times over ${duration(args.waited)} because ` +
    {
      unmatched:
        args.differs === ''
          ? 'it did not accept the ACK that was sent to it.'
          : `the ACK that was sent to it has another ${fieldName(args.differs)}.`,
      lost: `the ACK that was sent to ${args.seenAt} never got to it.`,
      unheard: `it did not get to ${args.client}, which went on sending its INVITE.`,
      absent: 'no ACK for it was sent past this capture point.',
    }[args.kind],
  limits: (args) =>
    args.kind === 'unmatched'
      ? 'An ACK that was lost between this capture point and the server would look the same.'
      : 'An ACK that took another path than the rest of the call would not be seen here.',
  when: ({ call }) =>
    call.transactions.some(
      ({ method, requestRepeats, responses }) =>
        method === 'INVITE' &&
        (requestRepeats.length > 0 ||
          responses.some(({ message, repeats }) => repeats.length > 0 && message.status >= 200)),
    ),
  *check({ dialog, call }, context) {
    if (dialog.answer === undefined && dialog.transactions.length === 0) return;
    const { repeatsOf2xx, transactionTimeout } = context.thresholds;
    for (const answer of repeatedAnswers(dialog, call, repeatsOf2xx)) {
      const { transaction, response } = answer;
      const { message, repeats } = response;
      if (addressesInferred(message)) continue;
      const shown = acknowledgement(dialog, answer, call, context);
      if (shown === undefined) continue;
      const deeper = passedOn(transaction, call).some((lower) =>
        lower.responses.some((one) => one.message.toTag === message.toTag && one.repeats.length >= repeatsOf2xx),
      );
      if (deeper) continue;
      if (shown.kind === 'elsewhere') {
        yield { undetermined: 'G-ONESIDED' };
        continue;
      }
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
          client: transaction.client.name,
          status: message.status,
          copies: repeats.length + 1,
          waited: milliseconds(message.time, last.time),
          contact: message.header('Contact') ?? '',
          seenAt: shown.acks[0]?.destination.name ?? '',
          differs: shown.differs,
        },
        // The ACK has to come from the client; one that was seen and does not fit may still be its fault.
        device: transaction.client.address,
        confidence: shown.kind === 'absent' ? 'certain' : 'likely',
        needsAnswersOf: { client: transaction.server.address, server: transaction.client.address },
      };
    }
  },
});
