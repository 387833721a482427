/**
 * G-HOP: one request seen on several hops. A fault is reported on the deepest hop that shows it, and a second hop is
 * never a retransmission.
 */
import type { Endpoint, Transaction } from '../model.ts';
import type { Conversation } from './define.ts';

/** Transactions looked at on either side of one: holds its forks and hops, and keeps huge conversations linear. */
const REACH = 64;

/** The transactions around this one, itself included. */
export function nearby(transaction: Transaction, conversation: Conversation): readonly Transaction[] {
  const all = conversation.transactions;
  if (all.length <= REACH) return all;
  // They are in order of their ids.
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle].id < transaction.id) low = middle + 1;
    else high = middle;
  }
  return all.slice(Math.max(0, low - REACH), low + REACH);
}

/** `lower` is the request of `upper` as the server of `upper` sent it on. */
function carriesOn(lower: Transaction, upper: Transaction): boolean {
  if (lower === upper || lower.method !== upper.method || lower.cseq !== upper.cseq) return false;
  if (lower.viaCount > upper.viaCount) {
    if (sameHost(lower.client, upper.server)) return true;
    // A proxy with several addresses: below its own Via stands that of the request it received.
    const below = upper.branch === '' ? undefined : lower.request?.headers('Via').slice(1);
    return below?.some((via) => via.includes(upper.branch)) ?? false;
  }
  // A back-to-back user agent that keeps Call-ID and tag but begins the Via afresh.
  return (
    lower.id > upper.id &&
    sameHost(lower.client, upper.server) &&
    !sameHost(upper.client, upper.server) &&
    lower.request !== undefined &&
    lower.request.fromTag === upper.request?.fromTag
  );
}

function sameHost(a: Endpoint, b: Endpoint): boolean {
  return a.address === b.address;
}

/** The transactions by which the server of `transaction` passed it on, at any depth below. */
export function passedOn(transaction: Transaction, conversation: Conversation): readonly Transaction[] {
  return nearby(transaction, conversation).filter((other) => carriesOn(other, transaction));
}

/** The transactions that brought `transaction` to its client, at any depth above. */
export function cameFrom(transaction: Transaction, conversation: Conversation): readonly Transaction[] {
  return nearby(transaction, conversation).filter((other) => carriesOn(transaction, other));
}
