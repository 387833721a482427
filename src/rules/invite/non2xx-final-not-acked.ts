import { isSameUri } from '../../headers/uri.ts';
import { MAGIC_COOKIE, parseVia } from '../../headers/via.ts';
import type { Response, SipMessage, Transaction } from '../../model.ts';
import { findEarlier, findLater, isSecondSight, messagesFrom } from '../around.ts';
import { clip } from '../clip.ts';
import { type Context, type Conversation, defineRule } from '../define.ts';
import { addressesInferred, endedBefore, isReliable, milliseconds } from '../guards.ts';
import { duration, fieldName, type IdField } from '../phrases.ts';

type Shown = {
  /** `differs`: an ACK with a wrong field. `elsewhere`: sent to another host. `ignored`: right, and the server goes on. */
  kind: 'absent' | 'differs' | 'elsewhere' | 'ignored';
  client: string;
  server: string;
  status: number;
  /** Copies of the refusal. */
  copies: number;
  /** From its first to its last copy, ms. */
  lasted: number;
  field: '' | IdField;
  /** Empty where one has no tag. */
  sent: string;
  expected: string;
};

type Difference = Pick<Shown, 'field' | 'sent' | 'expected'>;

interface Refusal {
  readonly transaction: Transaction;
  readonly request: SipMessage;
  readonly final: SipMessage;
  readonly repeats: Response['repeats'];
}

function sentBy(message: SipMessage): string {
  const [top] = message.headers('Via').slice(0, 1).flatMap(parseVia);
  return top === undefined ? '' : `${top.host}:${top.port ?? 5060}`;
}

/** Below the client's own Via stands one of RFC 2543: a stateless proxy then makes the branch from the To tag too (§16.11). */
function isBelowOldElement(message: SipMessage): boolean {
  const below = message.headers('Via').slice(1);
  return below.some((via) => !via.includes(MAGIC_COOKIE));
}

/** A fork that a stateless proxy serves may refuse several times. */
function refusedWith({ responses }: Transaction, toTag: string): boolean {
  return responses.some(({ message }) => message.status >= 300 && message.toTag === toTag);
}

/** What RFC 3261 §17.1.1.3 wants to be equal and is not. */
function difference(ack: SipMessage, { transaction, request, final }: Refusal): Difference | undefined {
  if (ack.branch !== transaction.branch) {
    if (isBelowOldElement(request)) return undefined;
    return { field: 'branch', sent: clip(ack.branch), expected: clip(transaction.branch) };
  }
  if (ack.cseq !== transaction.cseq) {
    return { field: 'cseq-number', sent: String(ack.cseq), expected: String(transaction.cseq) };
  }
  // Written alike, nothing need be read.
  const alike = ack.header('Via') === request.header('Via');
  const [own, first] = alike ? ['', ''] : [sentBy(ack), sentBy(request)];
  if (own !== first && own !== '') return { field: 'via-sent-by', sent: clip(own), expected: clip(first) };
  if (ack.toTag !== final.toTag && !refusedWith(transaction, ack.toTag)) {
    return { field: 'to-tag', sent: clip(ack.toTag), expected: clip(final.toTag) };
  }
  const [sent, expected] = [ack.requestUri, request.requestUri];
  if (sent !== expected && !isSameUri(sent, expected)) {
    return { field: 'request-uri', sent: clip(sent), expected: clip(expected) };
  }
  return undefined;
}

/** It acknowledges another INVITE: a fork of the same call, or the next round. */
function isOfAnother(ack: SipMessage, { transaction }: Refusal, conversation: Conversation): boolean {
  const owns = (other: Transaction) => other.method === 'INVITE' && other.branch === ack.branch;
  return (
    ack.branch !== transaction.branch &&
    (findEarlier(transaction, conversation, owns) ?? findLater(transaction, conversation, owns)) !== undefined
  );
}

/** An ACK that the client sent for this refusal, and that belongs to no transaction as it is. */
function strayAck(refusal: Refusal, conversation: Conversation): SipMessage | undefined {
  const { transaction, final } = refusal;
  return messagesFrom(conversation, final.time).find(
    (message) =>
      message.isRequest &&
      message.method === 'ACK' &&
      message.source.address === transaction.client.address &&
      message.fromTag === final.fromTag &&
      (message.branch === transaction.branch
        ? message.cseq !== transaction.cseq && message.destination.address === transaction.server.address
        : message.cseq === transaction.cseq && message.toTag === final.toTag && final.toTag !== '') &&
      !isOfAnother(message, refusal, conversation),
  );
}

function copiesAfter({ repeats }: Refusal, time: number): number {
  return repeats.filter((repeat) => repeat.time > time).length;
}

/** The server stopped long before timer H, so that an ACK did get through (RFC 3261 §17.2.1). */
function isSatisfied({ final, repeats }: Refusal, { now, thresholds }: Context): boolean {
  const { t1, margin, transactionTimeout } = thresholds;
  const last = repeats[repeats.length - 1] ?? final;
  // Copies are at most T2 = 8·T1 apart.
  const silence = milliseconds(last.time, now);
  return silence > 8 * t1 * (1 + margin) && milliseconds(final.time, last.time) < transactionTimeout / 2;
}

/** Rule 33: the refusal of an INVITE is not acknowledged, or not so that the server can tell. */
export const non2xxFinalNotAcked = defineRule<'transaction', Shown>({
  id: 'non2xx-final-not-acked',
  severity: 'warning',
  scope: 'transaction',
  title: 'Refusal of an INVITE without a proper ACK',
  // §17.1.1.3: Request-URI, top Via and CSeq number of the ACK equal those of the INVITE, its To that of the response.
  spec: ['RFC 3261 §17.1.1.3', 'RFC 3261 §17.2.1', 'RFC 3261 §17.2.3'],
  example: {
    kind: 'differs',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    status: 486,
    copies: 11,
    lasted: 31_500,
    field: 'branch',
    sent: 'z9hG4bKack1',
    expected: 'z9hG4bKinv1',
  },
  why: (args) =>
    args.copies > 1 || args.kind === 'elsewhere'
      ? 'The server repeats its refusal until timer H (32 s) and keeps the call in memory all that time; call limits fill up.'
      : 'This server put up with it. Another cannot tell which INVITE is acknowledged, repeats its refusal for 32 s, and keeps the call in memory.',
  fix: (args) => [
    ...{
      absent: [
        `Let ${args.client} acknowledge every final response to an INVITE itself, hop by hop: look for a software update, or for a proxy script that drops negative replies.`,
        `Check that responses of ${args.server} get to ${args.client}: NAT binding expired, or a wrong address or port in the Via.`,
      ],
      differs: [
        `Report it to the vendor of ${args.client}: in the ACK of a refusal the ${fieldName(args.field)} must be that of the ${args.field === 'to-tag' ? 'response' : 'INVITE'}.`,
        'If a router or session border controller stands between, turn off SIP ALG there: it may edit the Via of some requests only.',
      ],
      elsewhere: [
        `Report it to the vendor of ${args.client}: the ACK of a refusal goes where the INVITE went, with the branch of the INVITE; only the ACK of a 2xx follows Contact and route set.`,
      ],
      ignored: [
        `Check whether the ACK gets to ${args.server}: compare a capture on that machine, and look at firewalls and balancers before it.`,
        `If it does, ${args.server} does not match it: compare its branch, sent-by and To tag there.`,
      ],
    }[args.kind],
  ],
  message: (args) =>
    ({
      absent: `${args.client} never acknowledged the ${args.status} of ${args.server}, which sent it ${args.copies} times over ${duration(args.lasted)}.`,
      differs: `The ACK by which ${args.client} acknowledges the ${args.status} of ${args.server} has ${args.sent === '' ? `no ${fieldName(args.field)}` : `the ${fieldName(args.field)} ${args.sent}`} instead of ${args.expected || 'none'}.`,
      elsewhere: `${args.client} sent the ACK for the ${args.status} of ${args.server} to ${args.sent}, so ${args.server} did not get it.`,
      ignored: `${args.server} sent its ${args.status} ${args.copies} times over ${duration(args.lasted)} although ${args.client} acknowledged it.`,
    })[args.kind],
  limits: (args) =>
    ({
      absent: 'An ACK that took another path would not be seen here.',
      differs: '',
      elsewhere: '',
      ignored: 'Whether the ACK was lost behind this capture point or not matched by the server is not visible here.',
    })[args.kind],
  concerns: (method, end) => method === 'INVITE' && end === 'refused',
  when: ({ transaction: { method, final } }) => method === 'INVITE' && final !== undefined && final.status >= 300,
  *check({ transaction, conversation }, context) {
    const { request, final, responses, acks } = transaction;
    if (final === undefined) return;
    const repeats = responses.find(({ message }) => message === final)?.repeats ?? [];
    const repeated = repeats.length >= context.thresholds.repeatsOfRefusal;
    if (request === undefined) {
      if (repeated && acks.length === 0) yield { undetermined: 'G-ONESIDED' };
      return;
    }
    if (addressesInferred(request) || isSecondSight(transaction, conversation)) return;
    const refusal: Refusal = { transaction, request, final, repeats };
    const args = {
      client: transaction.client.name,
      server: transaction.server.name,
      status: final.status,
      copies: repeats.length + 1,
      lasted: repeats.length === 0 ? 0 : milliseconds(final.time, repeats[repeats.length - 1].time),
      field: '',
      sent: '',
      expected: '',
    } as const;
    const device = transaction.client.address;

    if (transaction.branch.startsWith(MAGIC_COOKIE)) {
      const own = acks.filter((ack) => !isOfAnother(ack, refusal, conversation));
      const right = own.find((ack) => difference(ack, refusal) === undefined);
      const ack = right === undefined ? (own[0] ?? strayAck(refusal, conversation)) : undefined;
      const found = ack && difference(ack, refusal);
      if (ack !== undefined && found !== undefined) {
        const astray = ack.destination.address !== transaction.server.address;
        // A server that is content got one at another of its addresses.
        if (astray && repeats.length === 0) return;
        yield {
          at: [ack, request, final],
          args: astray
            ? { ...args, kind: 'elsewhere', sent: ack.destination.name }
            : { ...args, kind: 'differs', ...found },
          device,
          confidence: 'certain',
          // By its branch the server finds the INVITE all the same (RFC 3261 §17.2.3).
          severity: !astray && found.field === 'request-uri' && !repeated ? 'info' : 'warning',
        };
        return;
      }
    }
    // A stream delivers the ACK or breaks: there the refusal is sent once (RFC 3261 §17.2.1).
    if (!repeated || isReliable(final)) return;
    if (acks.length === 0) {
      if (isSatisfied(refusal, context)) yield { undetermined: 'G-ONESIDED' };
      else if (endedBefore(context, final.time, context.thresholds.transactionTimeout)) yield { undetermined: 'G-END' };
      else {
        yield {
          at: [final, ...repeats, request],
          args: { ...args, kind: 'absent' },
          device,
          confidence: 'likely',
          needsAnswersOf: { client: transaction.server.address, server: transaction.client.address },
        };
      }
      return;
    }
    if (copiesAfter(refusal, acks[0].time) < context.thresholds.repeatsOfRefusal || isSatisfied(refusal, context))
      return;
    yield {
      at: [final, ...repeats, ...acks],
      args: { ...args, kind: 'ignored' },
      device: transaction.server.address,
      confidence: 'likely',
    };
  },
});
