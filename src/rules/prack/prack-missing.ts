import type { SipMessage, Transaction } from '../../model.ts';
import { isSecondSight } from '../around.ts';
import { clip } from '../clip.ts';
import { type Context, type Conversation, defineRule } from '../define.ts';
import { addressesInferred, endedBefore, milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';
import { acknowledges, hasUnseenPrack, type Prack, pracksOf, type Reliable, reliableResponses } from '../reliable.ts';

type Shown = {
  /** `unmatched`: a PRACK for something else. `lost`: it went elsewhere. `ignored`: it was answered, and yet. */
  kind: 'absent' | 'unmatched' | 'lost' | 'ignored';
  client: string;
  server: string;
  status: number;
  rseq: number;
  cseq: number;
  copies: number;
  /** From the first to the last copy, ms. */
  lasted: number;
  /** Of the response; empty without one. */
  contact: string;
  /** What the PRACK acknowledges, or where it went; empty for nothing. */
  sent: string;
  /** Final response to the INVITE, 0 without. */
  final: number;
};

type Outcome = Pick<Shown, 'kind' | 'sent'> & { readonly at: readonly SipMessage[] };

/** What became of the PRACK, while the server goes on repeating; undefined when all is well. */
function outcome(invite: Transaction, one: Reliable, pracks: readonly Prack[], needed: number): Outcome | undefined {
  const right = pracks.find((prack) => acknowledges(prack, one));
  if (right === undefined) {
    const other = pracks.find(({ request }) => request.time >= one.message.time);
    if (other === undefined) return { kind: 'absent', sent: '', at: [] };
    return { kind: 'unmatched', sent: clip(other.request.header('RAck') ?? ''), at: [other.request] };
  }
  const { request, transaction } = right;
  const since = transaction.final?.time ?? request.time;
  if (one.response.repeats.filter(({ time }) => time > since).length < needed) return undefined;
  if (transaction.server.address !== invite.server.address && transaction.final === undefined) {
    return { kind: 'lost', sent: transaction.server.name, at: [request] };
  }
  const accepted = transaction.final !== undefined && transaction.final.status < 300;
  return accepted ? { kind: 'ignored', sent: '', at: [request, transaction.final] } : undefined;
}

/** The server stopped long before its timer and refused nothing: the PRACK took another path. */
function isSatisfied({ final }: Transaction, { message, response }: Reliable, { now, thresholds }: Context): boolean {
  const { repeats } = response;
  const last = repeats[repeats.length - 1];
  const before = repeats[repeats.length - 2] ?? message;
  // The gap doubles, without a limit (RFC 3262 §3).
  const gap = 2 * milliseconds(before.time, last.time) * (1 + thresholds.margin);
  const end = final === undefined ? now : final.time;
  if (final !== undefined && final.status < 300) return true;
  return (
    milliseconds(last.time, end) > gap && milliseconds(message.time, last.time) < thresholds.transactionTimeout / 4
  );
}

function isRepeated({ response }: Reliable, needed: number): boolean {
  return response.repeats.length >= needed;
}

function deeper(transaction: Transaction, { message, rseq }: Reliable, conversation: Conversation, needed: number) {
  return passedOn(transaction, conversation).some((lower) =>
    reliableResponses(lower).some(
      (one) => one.rseq === rseq && one.message.toTag === message.toTag && isRepeated(one, needed),
    ),
  );
}

/** Rule 45: a reliable provisional response that the caller does not acknowledge. */
export const prackMissing = defineRule<'transaction', Shown>({
  id: 'prack-missing',
  severity: 'error',
  scope: 'transaction',
  title: 'Reliable provisional response without PRACK',
  // §3: repeated until a PRACK comes whose RAck equals RSeq and CSeq; after 64·T1 the server refuses the INVITE.
  // §4: the client must acknowledge each, in its dialog.
  spec: ['RFC 3262 §3', 'RFC 3262 §4', 'RFC 3262 §7.2'],
  example: {
    kind: 'absent',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    status: 183,
    rseq: 1,
    cseq: 1,
    copies: 7,
    lasted: 31_500,
    contact: '<sip:bob@192.168.0.7>',
    sent: '',
    final: 504,
  },
  why: ({ kind, final }) =>
    final >= 300
      ? `The server waited for the PRACK and then refused the call with ${final}.`
      : kind === 'ignored'
        ? 'The caller has to acknowledge the same response again and again; some callers end such a call.'
        : 'Without PRACK the server refuses the call after 64·T1 (32 s); where the response brought SDP, it may not answer the call before the PRACK.',
  fix: ({ kind, client, server, contact, sent }) => [
    {
      absent: `Check that ${client} can send to the Contact of the response (${contact || 'missing'}): the PRACK goes there, through the route set, not where the INVITE went.`,
      unmatched: `Compare the RAck of the PRACK (${sent || 'nothing'}) with RSeq and CSeq number of the response: a back-to-back user agent that renumbers one must renumber the other, and each To tag counts for itself.`,
      lost: `The PRACK went to ${sent}: set the external signalling address of ${server}, or add Record-Route on the proxy between.`,
      ignored: `${server} answered the PRACK and goes on repeating: update its software.`,
    }[kind],
    `Turn 100rel off on one side: in ${client} take it out of Supported, or in ${server} do not require it.`,
    'If a session border controller stands between, check that it passes PRACK, Require and RSeq on, or removes 100rel from the INVITE.',
  ],
  message: ({ kind, client, server, status, rseq, cseq, copies, lasted, sent }) => {
    const times = `${server} sent its reliable ${status} (RSeq ${rseq}) ${copies} times over ${duration(lasted)}`;
    return {
      absent: `${times}, and ${client} sent no PRACK.`,
      unmatched: `${times}, and the PRACK of ${client} acknowledges ${sent || 'nothing'} instead of ${rseq} ${cseq} INVITE.`,
      lost: `${times} because the PRACK of ${client} went to ${sent}, where nobody answered it.`,
      ignored: `${times} although it had answered the PRACK of ${client}.`,
    }[kind];
  },
  limits: ({ kind }) => (kind === 'absent' ? 'A PRACK that took another path would not be seen here.' : ''),
  concerns: (method) => method === 'INVITE',
  when: ({ transaction: { method, responses } }) =>
    method === 'INVITE' &&
    responses.some(({ message, repeats }) => repeats.length > 0 && message.status < 200 && message.has('RSeq')),
  *check({ transaction, conversation }, context) {
    const { client, server, final, request } = transaction;
    const needed = context.thresholds.repeatsOfReliable;
    const pending = reliableResponses(transaction).filter((one) => isRepeated(one, needed));
    if (pending.length === 0) return;
    if (request === undefined) {
      yield { undetermined: 'G-ONESIDED' };
      return;
    }
    if (addressesInferred(request) || isSecondSight(transaction, conversation)) return;
    for (const one of pending) {
      const { message, response, rseq } = one;
      if (deeper(transaction, one, conversation, needed)) continue;
      const found = outcome(transaction, one, pracksOf(transaction, message.toTag, conversation), needed);
      if (found === undefined) continue;
      const { at, ...shown } = found;
      if (shown.kind === 'absent') {
        if (hasUnseenPrack(transaction, conversation) || isSatisfied(transaction, one, context)) {
          yield { undetermined: 'G-ONESIDED' };
          continue;
        }
        if (final === undefined && endedBefore(context, message.time, context.thresholds.transactionTimeout)) {
          yield { undetermined: 'G-END' };
          continue;
        }
      }
      const { repeats } = response;
      yield {
        at: [message, ...at, ...repeats],
        args: {
          ...shown,
          client: client.name,
          server: server.name,
          status: message.status,
          rseq: rseq ?? -1,
          cseq: message.cseq,
          copies: repeats.length + 1,
          lasted: milliseconds(message.time, repeats[repeats.length - 1].time),
          contact: clip(message.header('Contact') ?? ''),
          final: final?.status ?? 0,
        },
        device: shown.kind === 'ignored' || shown.kind === 'lost' ? server.address : client.address,
        confidence: shown.kind === 'ignored' || shown.kind === 'unmatched' ? 'certain' : 'likely',
        ...(shown.kind === 'absent' ? { needsAnswersOf: { client: server.address, server: client.address } } : {}),
      };
    }
  },
});
