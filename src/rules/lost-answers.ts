/**
 * G-LOSS: signs that a client had a final response that the capture does not show. A capture loses packets, and what is
 * missing in it must not be read as silence of a host.
 */
import type { SipMessage, Transaction } from '../model.ts';
import type { Conversation } from './define.ts';
import { nearby } from './hops.ts';

/** Messages after the request that are searched. */
const LOOK_AHEAD = 256;

/** The client acknowledged a final response, used a To tag that only one can have told it, or went on after it. */
export function hadFinal(transaction: Transaction, conversation: Conversation): SipMessage | undefined {
  const { request, cseq, method } = transaction;
  if (request === undefined) return undefined;
  // What another branch of the same request was answered says nothing of this one.
  const beside = nearby(transaction, conversation).some(
    (other) => other !== transaction && other.method === method && other.cseq >= cseq && other.final !== undefined,
  );
  if (beside) return undefined;
  const { messages } = conversation;
  const first = indexAfter(messages, request.time);
  const last = Math.min(messages.length, first + LOOK_AHEAD);
  for (let i = first; i < last; i++) {
    const later = messages[i];
    if (later.fromTag !== request.fromTag) continue;
    // An answer to a later request of the client tells the same as that request.
    const host = later.isRequest ? later.source.address : later.destination.address;
    if (host !== request.source.address) continue;
    if (later.method === 'ACK' && method === 'INVITE' && later.cseq === cseq) return later;
    // PRACK and UPDATE belong to a dialog that is still early (RFC 3262 §3, RFC 3311 §5.1).
    if (later.method === 'BYE' && request.toTag === '' && later.toTag !== '') return later;
    // To another server it would be a failover, which needs no answer.
    const server = later.isRequest ? later.destination.address : later.source.address;
    const again = later.method === method && later.cseq > cseq && later.branch !== request.branch;
    if (again && server === request.destination.address) return later;
  }
  return undefined;
}

/** Index of the first message later than this time; messages are in order of time. */
function indexAfter(messages: readonly SipMessage[], time: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle].time <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
