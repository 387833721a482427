/** What stands around a transaction, looked at without a list of its own: rules that compare ask it of every request. */
import type { Endpoint, SipMessage, Transaction } from '../model.ts';
import type { Conversation } from './define.ts';

/** Transactions, or messages, looked at: keeps huge conversations linear. */
const REACH = 64;

/** Place of a transaction among those of its conversation, which are in order of their ids. */
function placeOf(transaction: Transaction, all: readonly Transaction[]): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle].id < transaction.id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The newest transaction before this one for which the test holds. */
export function findEarlier(
  transaction: Transaction,
  { transactions }: Conversation,
  matches: (other: Transaction, transaction: Transaction) => boolean,
): Transaction | undefined {
  const place = placeOf(transaction, transactions);
  for (let i = place - 1; i >= Math.max(0, place - REACH); i--) {
    if (matches(transactions[i], transaction)) return transactions[i];
  }
  return undefined;
}

/** The oldest transaction after this one for which the test holds. */
export function findLater(
  transaction: Transaction,
  { transactions }: Conversation,
  matches: (other: Transaction, transaction: Transaction) => boolean,
): Transaction | undefined {
  const place = placeOf(transaction, transactions);
  for (let i = place + 1; i < Math.min(transactions.length, place + REACH); i++) {
    if (matches(transactions[i], transaction)) return transactions[i];
  }
  return undefined;
}

function isSameSending(other: Transaction, { branch, method, cseq, viaCount, client, server }: Transaction): boolean {
  return (
    other.branch === branch &&
    other.method === method &&
    other.cseq === cseq &&
    other.viaCount === viaCount &&
    (other.client !== client || other.server !== server)
  );
}

/** The same request was seen before, in front of a NAT or balancer: what is wrong with it was reported there (G-NAT). */
export function isSecondSight(transaction: Transaction, conversation: Conversation): boolean {
  return transaction.branch !== '' && findEarlier(transaction, conversation, isSameSending) !== undefined;
}

/** Up to 64 messages of the conversation from this time (µs) on. */
export function messagesFrom({ messages }: Conversation, time: number): readonly SipMessage[] {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle].time < time) low = middle + 1;
    else high = middle;
  }
  return messages.slice(low, low + REACH);
}

/** The same two hosts in the same direction; where one machine is both, the same two sockets. */
export function isSameHop(a: Transaction, b: Transaction): boolean {
  return isSameHost(a.client, b.client, a.server) && isSameHost(a.server, b.server, a.client);
}

/** Ports change behind NATs and with each connection; on one machine only they tell who is who. */
function isSameHost(a: Endpoint, b: Endpoint, peer: Endpoint): boolean {
  return a.address === b.address && (a === b || a.address !== peer.address);
}
