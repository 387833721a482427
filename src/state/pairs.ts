/** Which directions between two hosts a capture saw: a view of one side only must not be read as silence of the other. */
import type { Evidence, Exchange, SipMessage, Transaction } from '../model.ts';
import { evidenceOf } from './evidence.ts';

export interface Pair {
  readonly client: string;
  readonly server: string;
  /** Transactions between the two, in this direction. */
  transactions: number;
  /** No response was captured although the client went on as if it had one. */
  answersMissing: number;
  /** Responses were captured, the request was not. */
  requestsMissing: number;
  /** Both were captured. */
  complete: number;
  first: Evidence | undefined;
}

/** Messages after an unanswered request that are searched for signs of an answer. */
const LOOK_AHEAD = 64;
const PAIR_LIMIT = 50_000;
/** `rules.md` G-ONESIDED: the share of transactions that must lack the same direction. */
const SHARE = 0.95;

/** What makes a transaction count: the part of a call or exchange that the census needs. */
export interface Census {
  add(group: { readonly transactions: readonly Transaction[]; readonly messages: Exchange['messages'] }): void;
  /** True when what `server` sends to `client` is not in this capture. */
  lacksAnswers(client: string, server: string): boolean;
  /** True when a request of `client` was answered by `server`. */
  talks(client: string, server: string): boolean;
  /** Pairs seen from one side only. */
  oneSided(): readonly Pair[];
}

export function createCensus(): Census {
  // By client, then by server: a joined key would be a new string for every transaction.
  const pairs = new Map<string, Map<string, Pair>>();
  let count = 0;

  function pairOf(transaction: Transaction): Pair | undefined {
    const client = transaction.client.address;
    const server = transaction.server.address;
    let servers = pairs.get(client);
    if (servers === undefined) {
      servers = new Map();
      pairs.set(client, servers);
    }
    let pair = servers.get(server);
    if (pair === undefined) {
      if (count >= PAIR_LIMIT) return undefined;
      count++;
      pair = { client, server, transactions: 0, answersMissing: 0, requestsMissing: 0, complete: 0, first: undefined };
      servers.set(server, pair);
    }
    return pair;
  }

  function isOneSided(pair: Pair): boolean {
    const blind = pair.answersMissing + pair.requestsMissing;
    // A request without answer that the client did not go on from tells nothing about either direction.
    return blind > 0 && blind >= SHARE * (blind + pair.complete);
  }

  return {
    add(group) {
      for (const transaction of group.transactions) {
        const pair = pairOf(transaction);
        if (pair === undefined) continue;
        pair.transactions++;
        if (transaction.request === undefined) {
          pair.requestsMissing++;
          pair.first ??= evidenceOf(transaction.responses[0].message);
        } else if (transaction.responses.length > 0) pair.complete++;
        else if (wentOn(transaction, group.messages)) {
          pair.answersMissing++;
          pair.first ??= evidenceOf(transaction.request);
        }
      }
    },
    lacksAnswers(client, server) {
      const pair = pairs.get(client)?.get(server);
      return pair !== undefined && pair.answersMissing > 0 && isOneSided(pair);
    },
    talks: (client, server) => (pairs.get(client)?.get(server)?.complete ?? 0) > 0,
    oneSided() {
      return [...pairs.values()].flatMap((servers) => [...servers.values()]).filter(isOneSided);
    },
  };
}

/**
 * The client behaved as if it had an answer that the capture does not show: it sent an ACK, used a To-tag that only a
 * response can have told it, or went on with the next CSeq.
 */
function wentOn(transaction: Transaction, messages: readonly SipMessage[]): boolean {
  const { request } = transaction;
  if (request === undefined) return false;
  if (transaction.acks.length > 0) return true;
  // A client without an answer repeats its request on UDP; one that repeats is really waiting.
  if (transaction.requestRepeats.length > 0) return false;
  const first = indexAfter(messages, request.time);
  const last = Math.min(messages.length, first + LOOK_AHEAD);
  for (let i = first; i < last; i++) {
    const later = messages[i];
    if (!later.isRequest || later.source.address !== request.source.address) continue;
    if (later.fromTag !== request.fromTag) continue;
    if (later.method === 'ACK' && later.cseq === request.cseq) return true;
    if (request.toTag === '' && later.toTag !== '') return true;
    // To another server it would be a failover, which needs no answer.
    const next = later.method === request.method && later.cseq === request.cseq + 1;
    if (next && later.branch !== request.branch && later.destination === request.destination) return true;
  }
  return false;
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
