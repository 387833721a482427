import type { Evidence, Transaction } from '../../model.ts';
import { evidenceOf } from '../../state/evidence.ts';
import { type Context, type Conversation, defineRule, type Watch } from '../define.ts';
import { addressesInferred, clockTooCoarse, endedBefore, isReliable, milliseconds } from '../guards.ts';
import { cameFrom } from '../hops.ts';
import { duration } from '../phrases.ts';
import { isScanner } from '../scanners.ts';
import { Ledger } from '../windows.ts';

type Shown = {
  /** No answer at all, 408 or 503, or no answer while other requests get theirs. */
  kind: 'silent' | 'refused' | 'options-only';
  client: string;
  server: string;
  pings: number;
  failed: number;
  /** The longest run of failures. */
  inRow: number;
  /** How often the peer went down. */
  downs: number;
  /** Between two pings, ms. */
  interval: number;
  /** From the first failure of that run to the next success, or to the last failure, ms. */
  down: number;
  recovered: boolean;
  status: number;
};

/** `lost`: one copy over UDP without an answer, which may be a hole in the capture. */
type Result = 'up' | 'down' | 'lost' | 'unknown';

interface Ping {
  readonly time: number;
  readonly result: Result;
  readonly status: number;
  readonly at: Evidence;
}

interface Run {
  readonly first: Ping;
  last: Ping;
  length: number;
  certain: number;
  until: number;
}

interface Peer {
  readonly client: string;
  readonly clientAddress: string;
  readonly server: string;
  readonly serverAddress: string;
  /** Sorted by time; conversations end in another order than pings begin. */
  readonly waiting: Ping[];
  pings: number;
  failed: number;
  ups: number;
  downs: number;
  last: number;
  interval: number;
  /** Neighbouring intervals, and how many of them are alike. */
  intervals: number;
  alike: number;
  run: Run | undefined;
  worst: Run | undefined;
}

const PEER_LIMIT = 4_000;
/** Pings held until those before them are finished too: an unanswered one is open for 40 s longer. */
const HELD = 16;
const ALIVE_LIMIT = 4_000;

function resultOf(transaction: Transaction, context: Context): Result {
  const { request, final, responses, requestRepeats } = transaction;
  if (final !== undefined) return final.status === 408 || final.status === 503 ? 'down' : 'up';
  if (request === undefined || responses.length > 0) return 'unknown';
  if (endedBefore(context, request.time, context.thresholds.transactionTimeout)) return 'unknown';
  if (isReliable(request) || requestRepeats.length + 1 >= context.thresholds.unansweredSends) return 'down';
  return 'lost';
}

function take(peer: Peer, ping: Ping, jitter: number): void {
  if (peer.pings > 0) {
    const interval = ping.time - peer.last;
    if (peer.interval > 0) {
      peer.intervals++;
      if (Math.abs(interval - peer.interval) <= jitter * Math.max(interval, peer.interval)) peer.alike++;
    }
    peer.interval = interval;
  }
  peer.last = ping.time;
  peer.pings++;
  if (ping.result === 'unknown') return;
  if (ping.result === 'up') {
    peer.ups++;
    if (peer.run !== undefined) peer.run.until = ping.time;
    settle(peer);
    return;
  }
  peer.failed++;
  peer.run ??= { first: ping, last: ping, length: 0, certain: 0, until: Number.POSITIVE_INFINITY };
  peer.run.last = ping;
  peer.run.length++;
  if (ping.result === 'down') peer.run.certain++;
}

/** The run of failures is over. */
function settle(peer: Peer): void {
  const { run, worst } = peer;
  peer.run = undefined;
  if (run === undefined) return;
  if (run.certain > 0) peer.downs++;
  if (
    worst === undefined ||
    run.certain > worst.certain ||
    (run.certain === worst.certain && run.length > worst.length)
  )
    peer.worst = run;
}

function watchPings(): Watch<Shown> {
  const peers = new Ledger<Peer>(PEER_LIMIT, () => ({
    client: '',
    clientAddress: '',
    server: '',
    serverAddress: '',
    waiting: [],
    pings: 0,
    failed: 0,
    ups: 0,
    downs: 0,
    last: 0,
    interval: 0,
    intervals: 0,
    alike: 0,
    run: undefined,
    worst: undefined,
  }));
  /** When a server last answered something else than OPTIONS. */
  const alive = new Ledger<{ from: number; to: number }>(ALIVE_LIMIT, () => ({ from: Infinity, to: -Infinity }));

  function ping(transaction: Transaction, conversation: Conversation, context: Context): void {
    const { request, client, server } = transaction;
    if (request === undefined || request.toTag !== '' || isScanner(request)) return;
    if (addressesInferred(request) || clockTooCoarse(request, 1_000)) return;
    if (cameFrom(transaction, conversation).length > 0) return;
    const peer = peers.of(`${client.address} ${server.name} ${request.requestUri.slice(0, 200)}`);
    Object.assign(peer, {
      client: client.name,
      clientAddress: client.address,
      server: server.name,
      serverAddress: server.address,
    });
    const result = resultOf(transaction, context);
    const one: Ping = { time: request.time, result, status: transaction.final?.status ?? 0, at: evidenceOf(request) };
    let at = peer.waiting.length;
    while (at > 0 && peer.waiting[at - 1].time > one.time) at--;
    peer.waiting.splice(at, 0, one);
    const oldest = peer.waiting.length > HELD ? peer.waiting.shift() : undefined;
    if (oldest !== undefined) take(peer, oldest, context.thresholds.pingJitter);
  }

  return {
    see(conversation, context) {
      for (const transaction of conversation.transactions) {
        if (transaction.method === 'OPTIONS') ping(transaction, conversation, context);
        else if (transaction.final !== undefined && transaction.final.status !== 503) {
          const life = alive.of(transaction.server.name);
          life.from = Math.min(life.from, transaction.final.time);
          life.to = Math.max(life.to, transaction.final.time);
        }
      }
    },
    *hits({ thresholds }) {
      for (const [, peer] of peers.entries()) {
        for (const one of peer.waiting) take(peer, one, thresholds.pingJitter);
        peer.waiting.length = 0;
        settle(peer);
        const { worst } = peer;
        if (worst === undefined || peer.intervals === 0 || peer.alike * 2 < peer.intervals) continue;
        // One copy without an answer may be missing here only: it counts in a row, and where answers do come.
        if (worst.certain === 0 && (peer.ups === 0 || worst.length < thresholds.pingsInRow)) continue;
        const silent = worst.first.status === 0;
        const life = alive.find(peer.server);
        const lives = life !== undefined && life.to >= worst.first.time && life.from <= worst.last.time;
        const kind = !silent ? 'refused' : lives ? 'options-only' : 'silent';
        const recovered = worst.until !== Number.POSITIVE_INFINITY;
        yield {
          at: [worst.first.at, ...(worst.last === worst.first ? [] : [worst.last.at])],
          args: {
            kind,
            client: peer.client,
            server: peer.server,
            pings: peer.pings,
            failed: peer.failed,
            inRow: worst.length,
            downs: Math.max(1, peer.downs),
            interval: peer.interval / 1000,
            down: milliseconds(worst.first.time, recovered ? worst.until : worst.last.time),
            recovered,
            status: worst.first.status,
          },
          severity: worst.certain > thresholds.pingsInRow && kind !== 'options-only' ? 'error' : 'warning',
          confidence: worst.certain > 0 ? 'certain' : 'likely',
          device: peer.serverAddress,
          ...(silent ? { needsAnswersOf: { client: peer.clientAddress, server: peer.serverAddress } } : {}),
        };
      }
    },
  };
}

/** Rule 38: the ping by which one server watches another gets no good answer. */
export const optionsPingFailing = defineRule<'capture', Shown>({
  id: 'options-ping-failing',
  severity: 'warning',
  scope: 'capture',
  title: 'OPTIONS ping that fails',
  spec: ['RFC 3261 §11', 'RFC 3261 §17.1.2.2', 'RFC 3261 §21.5.4'],
  example: {
    kind: 'silent',
    client: '192.0.2.5:5060',
    server: '192.0.2.7:5060',
    pings: 20,
    failed: 6,
    inRow: 6,
    downs: 1,
    interval: 30_000,
    down: 150_000,
    recovered: true,
    status: 0,
  },
  why: ({ client, server }) => `${client} takes ${server} for down and sends it no calls, or plays them a failure.`,
  fix: ({ kind, client, server, status }) =>
    ({
      silent: [
        `Check that ${server} is up, listens on that port and transport, and that no firewall stands between.`,
        `Check that ${server} accepts requests from ${client}: many drop unknown sources silently.`,
        `If it is behind a NAT, ping more often than the NAT forgets (25 s on UDP).`,
      ],
      refused: [
        status === 503
          ? `Look at ${server}: by 503 it says that it is overloaded, in maintenance, or that its gateways are down.`
          : `Look behind ${server}: by 408 it says that the next hop does not answer.`,
      ],
      'options-only': [
        `Let ${server} answer OPTIONS from ${client}: it answers other requests, so only the ping calls it down.`,
        `Or turn the ping off in ${client} (qualify, dispatcher probing, keep-alive of the trunk).`,
      ],
    })[kind],
  message: ({ kind, client, server, pings, failed, inRow, downs, interval, down, recovered, status }) => {
    const what = {
      silent: 'got no answer',
      refused: `got ${status}`,
      'options-only': 'got no answer, while other requests did',
    }[kind];
    const end = recovered ? `, until ${server} answered again after ${duration(down)}` : '';
    const often = downs > 1 ? ` It went down ${downs} times.` : '';
    const row = inRow > 1 ? `${inRow} in a row` : 'one alone';
    return `${failed} of ${pings} OPTIONS pings from ${client} to ${server} (every ${duration(interval)}) ${what}, ${row}${end}.${often}`;
  },
  limits: ({ kind }) => (kind === 'refused' ? '' : 'Whether the pings arrived at the server is not visible here.'),
  watch: watchPings,
});
