import type { SipMessage, Transaction } from '../../model.ts';
import { findEarlier, isSameHop, isSecondSight } from '../around.ts';
import { clip } from '../clip.ts';
import { type Context, type Conversation, defineRule } from '../define.ts';
import { addressesInferred, isReliable, milliseconds } from '../guards.ts';
import { cameFrom } from '../hops.ts';

type Shown = {
  /**
   * `method`: the CSeq names another method. `range`: 2^31 or more. `reused`: the number of another request of the same
   * side. `backwards`: less than one before. `retry`: a request sent again after `status`, with its number.
   */
  kind: 'method' | 'range' | 'reused' | 'backwards' | 'retry';
  method: string;
  client: string;
  server: string;
  cseq: number;
  /** The earlier request. */
  other: string;
  before: number;
  /** `retry`: what refused the first; else the final response to this one, 0 without. */
  status: number;
  named: string;
};

/** RFC 3261 §8.1.1.5. */
const LIMIT = 2 ** 31;

/** Refusals after which the request is sent again as a new one (RFC 3261 §8.1.3.5, §22.2). */
const RETRIES = [401, 407, 413, 415, 416, 420, 422, 423];

/** Both are of one side of one dialog, on the same hop; the INVITE that made the dialog had no To tag yet. */
function isSameSide(a: SipMessage, b: SipMessage): boolean {
  return a.fromTag === b.fromTag && a.fromTag !== '' && a.toTag !== '';
}

function creates({ method, responses }: Transaction, toTag: string): boolean {
  return method === 'INVITE' && responses.some(({ message }) => message.toTag === toTag && message.status < 300);
}

function precedes(other: Transaction, transaction: Transaction): boolean {
  const { request } = transaction;
  if (other.request === undefined || request === undefined || other.method === 'CANCEL') return false;
  if (!isSameHop(other, transaction) || !isSameSide(request, other.request)) return false;
  return other.request.toTag === request.toTag || (other.request.toTag === '' && creates(other, request.toTag));
}

/** The same number on another method: no fork, no failover and no repetition looks like that. */
function reuses(other: Transaction, transaction: Transaction): boolean {
  return other.cseq === transaction.cseq && other.method !== transaction.method && precedes(other, transaction);
}

function exceeds(other: Transaction, transaction: Transaction): boolean {
  return other.cseq > transaction.cseq && precedes(other, transaction);
}

/** The caller's numbers begin with its INVITE: no lower one can still be under way. */
function exceedsFromTheStart(other: Transaction, transaction: Transaction): boolean {
  return other.request?.toTag === '' && exceeds(other, transaction);
}

/** Undefined: in order. `G-LOSS`: it can be a late copy of a request that was lost before the capture point. */
function backwards(
  transaction: Transaction,
  conversation: Conversation,
  context: Context,
): Transaction | 'G-LOSS' | undefined {
  const { request, final } = transaction;
  const higher = findEarlier(transaction, conversation, exceeds);
  if (higher?.request === undefined || request === undefined) return undefined;
  const { reordering, transactionTimeout, margin } = context.thresholds;
  const apart = milliseconds(higher.request.time, request.time);
  if (apart < reordering) return undefined;
  const first = findEarlier(transaction, conversation, exceedsFromTheStart);
  if (first !== undefined) return first;
  const single = request.viaCount === 1 && isReliable(request);
  const proven = single || final?.status === 500 || apart > transactionTimeout * (1 + margin);
  return proven ? higher : 'G-LOSS';
}

function isRefusedBefore(other: Transaction, transaction: Transaction): boolean {
  const { request, final } = other;
  const retry = transaction.request;
  if (request === undefined || final === undefined || retry === undefined) return false;
  return (
    other.cseq === transaction.cseq &&
    other.method === transaction.method &&
    other.branch !== transaction.branch &&
    RETRIES.includes(final.status) &&
    retry.time > final.time &&
    request.fromTag === retry.fromTag &&
    isSameHop(other, transaction) &&
    isRetry(retry, request, final.status)
  );
}

/** A proxy that tries other ways keeps the number; one that brings new credentials, or the client itself, must not. */
function isRetry(retry: SipMessage, request: SipMessage, status: number): boolean {
  if (status === 401 || status === 407) {
    const key = status === 401 ? 'Authorization' : 'Proxy-Authorization';
    const credentials = retry.header(key);
    return credentials !== undefined && credentials !== request.header(key);
  }
  return retry.viaCount === 1 && request.viaCount === 1 && retry.requestUri === request.requestUri;
}

function methodNamed(message: SipMessage): string {
  return clip((message.header('CSeq') ?? '').split(' ').slice(1).join(' ').trim(), 20);
}

/** The ACK that the client sent for this INVITE with a CSeq of another method. */
function mislabelledAck({ method, cseq, client, acks }: Transaction, conversation: Conversation) {
  if (method !== 'INVITE') return undefined;
  const isBad = (ack: SipMessage) => ack.cseqMismatch && ack.cseq === cseq && ack.source.address === client.address;
  const own = acks.find(isBad);
  if (own !== undefined || !('dialogs' in conversation)) return own;
  for (const dialog of conversation.dialogs) {
    const ack = dialog.acks.find(isBad);
    if (ack !== undefined) return ack;
  }
  return undefined;
}

/** Rule 65: the numbers by which a dialog is kept in order are not in order. */
export const cseqDisorder = defineRule<'transaction', Shown>({
  id: 'cseq-disorder',
  severity: 'warning',
  scope: 'transaction',
  title: 'CSeq out of order',
  // §8.1.1.5: method and limit. §12.2.1.1: contiguous and rising within a dialog. §12.2.2: a lower one gets 500.
  // §8.1.3.5, §22.2: one higher in a new attempt.
  spec: ['RFC 3261 §8.1.1.5', 'RFC 3261 §8.1.3.5', 'RFC 3261 §12.2.1.1', 'RFC 3261 §12.2.2', 'RFC 3261 §22.2'],
  example: {
    kind: 'backwards',
    method: 'BYE',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    cseq: 1,
    other: 'INVITE',
    before: 102,
    status: 500,
    named: '',
  },
  why: ({ kind, status, method }) =>
    ({
      method: 'Servers refuse such a request with 400, or cannot match responses to it.',
      range: 'Receivers with signed 32-bit numbers read it as negative or refuse it.',
      reused: 'The receiver takes the later request for a repetition of the earlier, or refuses it with 500.',
      backwards:
        status === 500
          ? `The ${method} was refused, so it changed nothing: the other side still holds the old state of the call.`
          : 'A receiver that keeps to the rules refuses it with 500.',
      retry:
        'Servers that compare numbers take the new attempt for a repetition of the old one and send the same refusal again.',
    })[kind],
  fix: ({ kind, client }) => [
    {
      method: `Let ${client} write the method of the start line into CSeq: this is a fault of its software or of a script.`,
      range: `Let ${client} begin with a small CSeq number: it must stay below 2147483648.`,
      reused: `Let ${client} raise CSeq by one with each new request of the dialog; only ACK and CANCEL keep the number of their INVITE.`,
      backwards: `Look for a restart or failover of ${client} in this call: the CSeq of a dialog must be saved with it.`,
      retry: `Let ${client} raise CSeq by one when it sends a request again. In Kamailio the function uac_auth keeps the number unless the dialog module tracks it (track_cseq_updates).`,
    }[kind],
    ...(kind === 'reused' || kind === 'backwards'
      ? [
          'Look for a second program that sends requests of its own within this dialog: a billing controller, a click-to-call server, a session timer of a proxy.',
        ]
      : []),
  ],
  message: ({ kind, method, client, server, cseq, other, before, status, named }) =>
    ({
      method: `The ${method} of ${client} has a CSeq for ${named === '' ? 'no method' : named}.`,
      range: `The ${method} of ${client} has the CSeq number ${cseq}, which is not below 2147483648.`,
      reused: `${client} sent ${method} with CSeq ${cseq}, the number of its ${other} in the same dialog${status === 500 ? `, and ${server} refused it with 500` : ''}.`,
      backwards: `${client} sent ${method} with CSeq ${cseq} after its ${other} with ${before}${status === 500 ? `, and ${server} refused it with 500` : ''}.`,
      retry: `${client} sent its ${method} again after ${status} with the same CSeq ${cseq}.`,
    })[kind],
  limits: ({ kind }) => (kind === 'backwards' ? 'A request that the network delivers late would look the same.' : ''),
  when: ({ transaction, conversation }) => {
    const { request, method } = transaction;
    if (request === undefined) return false;
    if (request.cseqMismatch || request.cseq >= LIMIT) return true;
    if (method === 'CANCEL') return false;
    if (mislabelledAck(transaction, conversation) !== undefined) return true;
    return (
      findEarlier(
        transaction,
        conversation,
        (other, { cseq, method: own, branch }) =>
          other.cseq > cseq || (other.cseq === cseq && (other.method !== own || other.branch !== branch)),
      ) !== undefined
    );
  },
  *check({ transaction, conversation }, context) {
    const { request, method, cseq, final, client, server } = transaction;
    if (request === undefined || request.truncated || addressesInferred(request)) return;
    // Behind a proxy the same fault shows once more.
    if (isSecondSight(transaction, conversation) || cameFrom(transaction, conversation).length > 0) return;
    const args = {
      method: clip(method, 20),
      client: client.name,
      server: server.name,
      cseq,
      other: '',
      before: 0,
      status: final?.status ?? 0,
      named: '',
    };
    const fault = {
      device: client.address,
      confidence: 'certain',
      severity: final?.status === 500 ? 'error' : 'warning',
    } as const;
    if (request.cseqMismatch) {
      yield { at: [request], args: { ...args, kind: 'method', named: methodNamed(request) }, ...fault };
      return;
    }
    const ack = mislabelledAck(transaction, conversation);
    if (ack !== undefined) {
      yield { at: [ack, request], args: { ...args, kind: 'method', method: 'ACK', named: methodNamed(ack) }, ...fault };
    }
    if (cseq >= LIMIT) yield { at: [request], args: { ...args, kind: 'range' }, ...fault };
    if (method === 'CANCEL') return;

    const refused = findEarlier(transaction, conversation, isRefusedBefore);
    if (refused?.request !== undefined && refused.final !== undefined) {
      yield {
        at: [request, refused.request, refused.final],
        args: { ...args, kind: 'retry', other: method, before: cseq, status: refused.final.status },
        ...fault,
      };
      return;
    }
    const twin = findEarlier(transaction, conversation, reuses);
    if (twin?.request !== undefined) {
      yield {
        at: [request, twin.request],
        args: { ...args, kind: 'reused', other: clip(twin.method, 20), before: twin.cseq },
        ...fault,
      };
      return;
    }
    const higher = backwards(transaction, conversation, context);
    if (higher === undefined) return;
    if (higher === 'G-LOSS') {
      yield { undetermined: 'G-LOSS' };
      return;
    }
    yield {
      at: [request, ...(higher.request === undefined ? [] : [higher.request])],
      args: { ...args, kind: 'backwards', other: clip(higher.method, 20), before: higher.cseq },
      ...fault,
    };
  },
});
