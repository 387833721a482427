import { parseVia } from '../../headers/via.ts';
import type { Evidence, SipMessage, Transaction } from '../../model.ts';
import { evidenceOf } from '../../state/evidence.ts';
import { type Context, defineRule, type Hit, type Watch } from '../define.ts';
import { addressesInferred, clockTooCoarse } from '../guards.ts';
import { duration } from '../phrases.ts';
import { Ledger } from '../windows.ts';

type Shown = {
  /** The client sends on as before; or the server adds Retry-After for those that know no overload control. */
  kind: 'not-reduced' | 'retry-after';
  client: string;
  server: string;
  /** Percent to drop. */
  oc: number;
  /** Requests a second before and under the report. */
  before: number;
  during: number;
  /** ms */
  over: number;
  /** 503 with Retry-After. */
  refused: number;
};

/** Reports that follow each other. Times in µs. */
interface Episode {
  start: number;
  /** The last report, and until when it holds. */
  last: number;
  end: number;
  /** The least reduction asked for, percent. */
  oc: number;
  readonly at: Evidence;
}

interface Pair {
  /** New requests by second. */
  readonly seconds: Map<number, number>;
  readonly episodes: Episode[];
  client: string;
  server: string;
}

interface Server {
  /** It reported an overload to somebody: it knows RFC 7339. */
  reported: Evidence | undefined;
  readonly refused: Evidence[];
  count: number;
  client: string;
}

const PAIR_LIMIT = 500;
const SECOND_LIMIT = 900;
const EPISODE_LIMIT = 64;
const EVIDENCE = 8;
const SECOND = 1_000_000;
/** RFC 7339 §4.3: ms when the server does not say. */
const VALIDITY = 500;
/** ms; a server that asks for more means it no less when it says so again. */
const LONGEST = 600_000;
/** Seconds before a report that make its baseline, and the fewest of them and of the report that count. */
const BASELINE = 5;
const LEAST = 3;
/** Reductions below this (percent) drown in chance. */
const LEAST_OC = 20;

/** The top Via, where it speaks of overload control; a plain search spares nearly all. */
function topVia(message: SipMessage): ReturnType<typeof parseVia>[number] | undefined {
  const value = message.header('Via');
  return value?.includes('oc') ? parseVia(value)[0] : undefined;
}

function report(pair: Pair, response: SipMessage): boolean {
  const params = topVia(response)?.params;
  const oc = Number(params?.get('oc') || Number.NaN);
  if (params === undefined || !(oc >= 0 && oc <= 100)) return false;
  const validity = Number(params.get('oc-validity') ?? VALIDITY);
  const algorithm = params.get('oc-algo') ?? 'loss';
  if (oc === 0 || !(validity > 0) || algorithm !== 'loss') return false;
  const until = response.time + Math.min(validity, LONGEST) * 1000;
  const last = pair.episodes[pair.episodes.length - 1];
  if (last !== undefined && response.time <= last.end + SECOND && response.time >= last.start) {
    last.last = Math.max(last.last, response.time);
    last.end = Math.max(last.end, until);
    last.oc = Math.min(last.oc, oc);
  } else if (pair.episodes.length < EPISODE_LIMIT) {
    pair.episodes.push({ start: response.time, last: response.time, end: until, oc, at: evidenceOf(response) });
  }
  return true;
}

function rate({ seconds }: Pair, from: number, to: number): number {
  let sum = 0;
  for (let second = from; second < to; second++) sum += seconds.get(second) ?? 0;
  return to > from ? sum / (to - from) : 0;
}

/** The client did not even drop half of what it was asked to. */
function violation(pair: Pair, episode: Episode, load: number): Pick<Shown, 'before' | 'during' | 'over'> | undefined {
  const { start, last, oc } = episode;
  const first = Math.floor(start / SECOND);
  const from = first + 1;
  const to = Math.floor(last / SECOND);
  let begin = first;
  while (begin > first - BASELINE && pair.seconds.has(begin - 1)) begin--;
  if (oc < LEAST_OC || to - from < LEAST || first - begin < LEAST) return undefined;
  const before = rate(pair, begin, first);
  const during = rate(pair, from, to);
  if (before < load || during <= before * (1 - oc / 200)) return undefined;
  return { before: Math.round(before), during: Math.round(during), over: (to - from) * 1000 };
}

function watchReports(): Watch<Shown> {
  const pairs = new Ledger<Pair>(PAIR_LIMIT, () => ({ seconds: new Map(), episodes: [], client: '', server: '' }));
  const servers = new Ledger<Server>(PAIR_LIMIT, () => ({ reported: undefined, refused: [], count: 0, client: '' }));

  function participant(transaction: Transaction, request: SipMessage): void {
    const pair = pairs.of(`${transaction.client.address} ${transaction.server.address}`);
    pair.client = transaction.client.address;
    pair.server = transaction.server.address;
    // Priority and requests of calls that go on are the last to be dropped (RFC 7339 §5.10.1).
    if (request.toTag === '' && !request.has('Resource-Priority') && !request.requestUri.startsWith('urn:')) {
      const second = Math.floor(request.time / SECOND);
      pair.seconds.set(second, (pair.seconds.get(second) ?? 0) + 1);
      if (pair.seconds.size > SECOND_LIMIT) pair.seconds.delete(pair.seconds.keys().next().value ?? 0);
    }
    for (const { message } of transaction.responses) {
      if (report(pair, message)) servers.of(transaction.server.address).reported ??= evidenceOf(message);
    }
  }

  return {
    see({ transactions }) {
      for (const transaction of transactions) {
        const { request, final } = transaction;
        if (request === undefined || addressesInferred(request) || clockTooCoarse(request, 100)) continue;
        // A client that takes part says so in each request; the first of a dialog is enough.
        const mayTakePart = request.toTag === '' && (request.header('Via') ?? '').includes(';oc');
        if (mayTakePart && topVia(request)?.params.has('oc')) participant(transaction, request);
        else if (final?.status === 503 && final.has('Retry-After')) {
          const server = servers.of(transaction.server.address);
          server.count++;
          server.client = transaction.client.address;
          if (server.refused.length < EVIDENCE) server.refused.push(evidenceOf(final));
        }
      }
    },
    *hits({ thresholds }: Context): Generator<Hit<Shown>> {
      for (const [, pair] of pairs.entries()) {
        const { client, server } = pair;
        for (const episode of pair.episodes) {
          const found = violation(pair, episode, thresholds.overloadLoad);
          if (found === undefined) continue;
          yield {
            at: [episode.at],
            args: { kind: 'not-reduced', client, server, oc: episode.oc, refused: 0, ...found },
            confidence: episode.oc === 100 ? 'likely' : 'possible',
            device: client,
          };
          break;
        }
      }
      for (const [server, { reported, refused, count, client }] of servers.entries()) {
        if (reported === undefined || refused.length === 0) continue;
        yield {
          at: [...refused, reported],
          args: { kind: 'retry-after', client, server, oc: 0, before: 0, during: 0, over: 0, refused: count },
          confidence: 'certain',
          device: server,
        };
      }
    },
  };
}

/** Rule 108: SIP overload control as RFC 7339 has it, but not kept. */
export const overloadControlViolated = defineRule<'capture', Shown>({
  id: 'overload-control-violated',
  severity: 'warning',
  scope: 'capture',
  title: 'Overload control that is not kept',
  spec: ['RFC 7339 §4.3', 'RFC 7339 §5.10.1', 'RFC 7339 §5.10.2'],
  example: {
    kind: 'not-reduced',
    client: '192.0.2.5',
    server: '192.0.2.7',
    oc: 50,
    before: 100,
    during: 98,
    over: 10_000,
    refused: 0,
  },
  why: ({ kind }) =>
    kind === 'not-reduced'
      ? 'The server goes down under a load that it asked to be spared, and all calls through it fail.'
      : 'A client that honours Retry-After sends nothing at all for that time, so the load swings between all and nothing.',
  fix: ({ kind, client, server }) =>
    kind === 'not-reduced'
      ? [
          `Let ${client} drop or reroute the share of new requests that ${server} asks for, and keep doing so until the report runs out.`,
          `If ${client} cannot do that, do not let it announce "oc" in its Via.`,
          `If a proxy stands between, it must take the report out and reduce by itself (RFC 7339 §5.1).`,
        ]
      : [`Let ${server} send 503 without Retry-After to clients that do not announce "oc".`],
  message: ({ kind, client, server, oc, before, during, over, refused }) =>
    kind === 'not-reduced'
      ? `${server} asked ${client} to drop ${oc} % of its requests, but they went on at ${during} a second for ${duration(over)}; it had been ${before} before.`
      : `${server} uses overload control with others, but sent ${refused === 1 ? 'a 503' : `${refused} 503 responses`} with Retry-After to clients that do not take part, last to ${client}.`,
  limits: ({ kind }) =>
    kind === 'not-reduced'
      ? 'If the client had more calls to send at that moment, it may have dropped some and still send as many.'
      : '',
  watch: watchReports,
});
