import type { Evidence, SipMessage, Transaction } from '../../model.ts';
import { evidenceOf } from '../../state/evidence.ts';
import { defineRule, type Watch } from '../define.ts';
import { addressesInferred } from '../guards.ts';
import { duration } from '../phrases.ts';
import { isLoadTest, isScanner, scannerName } from '../scanners.ts';
import { CappedSet, Ledger, SlidingWindow } from '../windows.ts';

type Shown = {
  /** It says so itself, or it tries many hosts. */
  kind: 'name' | 'sweep';
  source: string;
  agent: string;
  requests: number;
  /** Different hosts and users it tried; `capped` is the most that is counted. */
  hosts: number;
  users: number;
  capped: number;
  methods: readonly string[];
  /** Requests that got 2xx. */
  succeeded: number;
  /** Of a sweep: time for the hosts, ms. */
  over: number;
};

interface Source {
  agent: string;
  requests: number;
  failed: number;
  refused: number;
  succeeded: number;
  /** Sent credentials: it has an account here. */
  known: boolean;
  swept: boolean;
  over: number;
  readonly hosts: CappedSet;
  readonly users: CappedSet;
  readonly methods: CappedSet;
  readonly recent: SlidingWindow;
  readonly at: Evidence[];
}

const SOURCE_LIMIT = 4_000;
/** Servers, and sources that were let in: remembered by their address only. */
const HOST_LIMIT = 50_000;
const NAME_LIMIT = 1_000;
const METHOD_LIMIT = 8;
const EVIDENCE = 5;
const CLIP = 60;
/** Transactions of one conversation that are looked at. */
const REACH = 32;

const SEARCHES = new Set(['OPTIONS', 'REGISTER', 'INVITE']);

function userOf(request: SipMessage): string {
  const value = request.method === 'REGISTER' ? (request.header('To') ?? '') : request.requestUri;
  const from = value.indexOf(':') + 1;
  const to = value.indexOf('@', from);
  return to < 0 ? '' : value.slice(from, Math.min(to, from + 100));
}

function watchSources(): Watch<Shown> {
  const receivers = new CappedSet(HOST_LIMIT);
  /** Sources whose first request was let in. */
  const innocent = new CappedSet(HOST_LIMIT);
  let sources: Ledger<Source> | undefined;

  const make = (window: number) =>
    new Ledger<Source>(SOURCE_LIMIT, () => ({
      agent: '',
      requests: 0,
      failed: 0,
      refused: 0,
      succeeded: 0,
      known: false,
      swept: false,
      over: 0,
      hosts: new CappedSet(NAME_LIMIT),
      users: new CappedSet(NAME_LIMIT),
      methods: new CappedSet(METHOD_LIMIT),
      recent: new SlidingWindow(window),
      at: [],
    }));

  function count(
    source: Source,
    { server, method, final, responses }: Transaction,
    request: SipMessage,
    hosts: number,
  ): void {
    source.requests++;
    source.methods.add(method);
    source.hosts.add(server.address);
    source.users.add(userOf(request));
    source.recent.add(request.time, server.address);
    if (source.recent.distinct >= hosts && !source.swept) {
      source.swept = true;
      source.over = source.recent.span;
    }
    if (source.at.length < EVIDENCE) source.at.push(evidenceOf(request));
    if (request.has('Authorization') || request.has('Proxy-Authorization')) source.known = true;
    if (final === undefined ? responses.length === 0 : final.status >= 400 && final.status < 500) source.failed++;
    if (final !== undefined && final.status >= 400 && final.status < 500) source.refused++;
    if (final !== undefined && final.status < 300) source.succeeded++;
  }

  return {
    see({ transactions }, { thresholds }) {
      sources ??= make(thresholds.attackWindow);
      for (let i = 0; i < transactions.length && i < REACH; i++) {
        const transaction = transactions[i];
        const { request, method, viaCount } = transaction;
        if (request === undefined || request.toTag !== '' || !SEARCHES.has(method) || viaCount > 1) continue;
        if (addressesInferred(request)) continue;
        receivers.add(transaction.server.address);
        const { client, final } = transaction;
        const scans = isScanner(request);
        // Let in under an honest name: nothing that it does more can make it a scanner, only another name.
        if (!scans && innocent.has(client.address)) continue;
        if (isLoadTest(request)) continue;
        if (!scans && final !== undefined && final.status < 300 && sources.find(client.address) === undefined) {
          innocent.add(client.address);
          continue;
        }
        const source = sources.of(client.address);
        const agent = request.header('User-Agent') ?? '';
        if (source.agent === '' || scannerName(agent) !== 'none') source.agent = agent.slice(0, CLIP);
        count(source, transaction, request, thresholds.scannedHosts);
      }
    },
    *hits({ thresholds }) {
      for (const [address, source] of sources?.entries() ?? []) {
        const name = scannerName(source.agent);
        const { requests, succeeded, refused, hosts, users } = source;
        const fails = source.failed > thresholds.scanFailures * requests;
        // Monitors and test tools carry such names too: what they do decides.
        const tries = Math.max(hosts.size, users.size) >= thresholds.scannedHosts;
        const named = name === 'known' || (name === 'maybe' && tries && fails && !source.known);
        // Who gets requests is a server: it pings its phones, or routes to many others.
        const sweeps =
          source.swept &&
          fails &&
          // Phones are pinged each by its user, gateways again and again.
          users.size <= 2 &&
          requests <= 2 * hosts.size &&
          refused > 0 &&
          succeeded === 0 &&
          !source.known &&
          !receivers.has(address);
        if (!named && !sweeps) continue;
        yield {
          at: source.at,
          args: {
            kind: named ? 'name' : 'sweep',
            source: address,
            agent: source.agent,
            requests,
            hosts: hosts.size,
            users: users.size,
            capped: NAME_LIMIT,
            methods: source.methods.names,
            succeeded,
            over: source.over,
          },
          confidence: name === 'known' ? 'certain' : 'likely',
          device: source.at[0]?.destination.address ?? '',
        };
      }
    },
  };
}

const many = (count: number, what: string, capped: number) =>
  count >= capped ? `${capped} or more ${what}s` : `${count} ${what}${count === 1 ? '' : 's'}`;

/** Rule 103: somebody searches for SIP servers and accounts. */
export const scannerDetected = defineRule<'capture', Shown>({
  id: 'scanner-detected',
  severity: 'warning',
  scope: 'capture',
  title: 'SIP scanner at work',
  spec: [],
  example: {
    kind: 'name',
    source: '203.0.113.66',
    agent: 'friendly-scanner',
    requests: 300,
    hosts: 1,
    users: 298,
    capped: NAME_LIMIT,
    methods: ['OPTIONS', 'REGISTER'],
    succeeded: 0,
    over: 0,
  },
  why: ({ succeeded }) =>
    succeeded > 0
      ? 'It has found a server that answers, and what it learns is used for password guessing and toll fraud.'
      : 'It looks for servers and accounts to guess passwords of; it also spoils every count of failed calls.',
  fix: ({ source }) => [
    `Drop ${source} in the firewall or with fail2ban, without an answer; better, let only known networks reach the SIP port.`,
    'Make the servers ignore unknown requests instead of answering them, and use TLS or another port towards the Internet.',
    'If this is your own audit or monitoring, there is nothing to do.',
  ],
  message: ({ kind, source, agent, requests, hosts, users, capped, methods, succeeded, over }) => {
    const tried = `${requests} ${requests === 1 ? 'request' : 'requests'} (${methods.join(', ')}) to ${many(hosts, 'host', capped)} and ${many(users, 'user', capped)}`;
    const got = succeeded === 0 ? '' : `; ${succeeded} got an answer of success`;
    return kind === 'name'
      ? `${source} scans with "${agent}": ${tried}${got}.`
      : `${source} tried many hosts one after the other: ${tried}, nearly all refused or silent (the first ones within ${duration(over)}).`;
  },
  limits: ({ kind }) => (kind === 'sweep' ? 'A dialler or a test that calls many servers looks alike.' : ''),
  watch: watchSources,
});
