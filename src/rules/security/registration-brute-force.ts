import type { Evidence, SipMessage, Transaction } from '../../model.ts';
import { evidenceOf } from '../../state/evidence.ts';
import { defineRule, type Watch } from '../define.ts';
import { challengesOf, credentialsOf, type Lock, lockOf } from '../digest.ts';
import { addressesInferred } from '../guards.ts';
import { duration } from '../phrases.ts';
import { isLoadTest, isScanner } from '../scanners.ts';
import { CappedSet, Ledger, SlidingWindow } from '../windows.ts';

type Shown = {
  /** Passwords for one user, a password for many users; or one of them was right in the end. */
  kind: 'guessing' | 'spraying' | 'broken-in';
  source: string;
  server: string;
  attempts: number;
  /** Attempts in the fastest window, and its length in ms. */
  burst: number;
  over: number;
  users: number;
  /** The user that it got in as, or the one that it tried. */
  user: string;
  agent: string;
};

interface Source {
  readonly recent: SlidingWindow;
  readonly users: CappedSet;
  readonly callIds: CappedSet;
  readonly at: Evidence[];
  server: string;
  serverAddress: string;
  user: string;
  agent: string;
  attempts: number;
  burst: number;
  over: number;
  scanner: boolean;
  brokenInto: string;
  success: Evidence | undefined;
}

const SOURCE_LIMIT = 4_000;
/** The most users that are counted: as many as this may be more. */
export const NAME_LIMIT = 1_000;
const EVIDENCE = 8;
const CLIP = 60;
/** Call-IDs of guesses: a phone that repeats itself keeps one (RFC 3261 §10.2.4). */
const CALL_IDS = 5;

const METHODS = new Set(['REGISTER', 'INVITE']);

/** The user whose credentials this request brings. */
function userOf(request: SipMessage): string {
  for (const lock of [401, 407] as const) {
    for (const { username } of credentialsOf(request, lock)) if (username) return username.slice(0, CLIP);
  }
  return '';
}

/** The credentials were wrong, not merely old. */
function isRefused({ final }: Transaction): boolean {
  if (final === undefined) return false;
  const lock: Lock | undefined = lockOf(final.status);
  if (lock === undefined) return final.status === 403;
  return !challengesOf(final, lock).some(({ stale }) => stale);
}

function watchSources(): Watch<Shown> {
  let sources: Ledger<Source> | undefined;

  const make = (window: number) =>
    new Ledger<Source>(SOURCE_LIMIT, () => ({
      recent: new SlidingWindow(window),
      users: new CappedSet(NAME_LIMIT),
      callIds: new CappedSet(NAME_LIMIT),
      at: [],
      server: '',
      serverAddress: '',
      user: '',
      agent: '',
      attempts: 0,
      burst: 0,
      over: 0,
      scanner: false,
      brokenInto: '',
      success: undefined,
    }));

  function refused(source: Source, transaction: Transaction, request: SipMessage, user: string): void {
    source.server = transaction.server.name;
    source.serverAddress = transaction.server.address;
    source.user = user;
    source.agent = (request.header('User-Agent') ?? '').slice(0, CLIP);
    source.attempts++;
    source.scanner ||= isScanner(request);
    source.users.add(user);
    source.callIds.add(transaction.callId);
    source.recent.add(request.time, user);
    if (source.recent.size > source.burst) {
      source.burst = source.recent.size;
      source.over = source.recent.span;
    }
    if (source.at.length < EVIDENCE) source.at.push(evidenceOf(transaction.final ?? request));
  }

  return {
    see({ transactions }, { thresholds }) {
      for (const transaction of transactions) {
        const { method, final, request, viaCount } = transaction;
        if (final === undefined || request === undefined || !METHODS.has(method) || viaCount > 1) continue;
        const succeeded = final.status < 300;
        if (!succeeded && !isRefused(transaction)) continue;
        if (!request.has('Authorization') && !request.has('Proxy-Authorization')) continue;
        if (addressesInferred(request) || isLoadTest(request)) continue;
        sources ??= make(thresholds.attackWindow);
        // By socket: many phones behind one NAT have a port each.
        const name = transaction.client.name;
        const source = succeeded ? sources.find(name) : sources.of(name);
        if (source === undefined) continue;
        const user = userOf(request);
        if (!succeeded) refused(source, transaction, request, user);
        else if (source.brokenInto === '' && source.users.has(user)) {
          source.brokenInto = user;
          source.success = evidenceOf(final);
        }
      }
    },
    *hits({ thresholds }) {
      for (const [name, source] of sources?.entries() ?? []) {
        const { users, callIds, burst, scanner, attempts } = source;
        const spraying = users.size >= thresholds.sprayedUsers;
        if (burst < (spraying || scanner ? thresholds.authFailures : thresholds.authFailuresOfOne)) continue;
        // A phone with a wrong password goes on under its one Call-ID, a gateway of some lines under some.
        if (!scanner && callIds.size < CALL_IDS) continue;
        const flood = burst >= thresholds.authFlood && callIds.size >= thresholds.authFlood / 2;
        const kind = source.brokenInto !== '' ? 'broken-in' : spraying ? 'spraying' : 'guessing';
        yield {
          at: [...(source.success === undefined ? [] : [source.success]), ...source.at],
          args: {
            kind,
            source: name,
            server: source.server,
            attempts,
            burst,
            over: source.over,
            users: users.size,
            user: kind === 'broken-in' ? source.brokenInto : source.user,
            agent: source.agent,
          },
          severity: scanner || flood ? 'error' : 'warning',
          confidence: scanner ? 'certain' : flood ? 'likely' : 'possible',
          device: source.serverAddress,
        };
      }
    },
  };
}

/** Rule 104: somebody tries passwords. */
export const registrationBruteForce = defineRule<'capture', Shown>({
  id: 'registration-brute-force',
  severity: 'error',
  scope: 'capture',
  title: 'Passwords are being guessed',
  spec: [],
  example: {
    kind: 'guessing',
    source: '203.0.113.66:5071',
    server: '192.0.2.5:5060',
    attempts: 300,
    burst: 120,
    over: 60_000,
    users: 1,
    user: '1000',
    agent: 'friendly-scanner',
  },
  why: ({ kind, user }) =>
    kind === 'broken-in'
      ? `Whoever it is can now make calls as ${user}, at your cost.`
      : 'One hit is enough to make calls at your cost, usually at night and to expensive numbers.',
  fix: ({ kind, source, server, user }) => [
    ...(kind === 'broken-in'
      ? [`Lock ${user} on ${server} now, change its password, and look at its calls since then.`]
      : []),
    `Block ${source.slice(0, source.lastIndexOf(':'))} in the firewall; let fail2ban or the session border controller do so after a few failures.`,
    'Use long random passwords that are not the number, and allow each account only from the networks it is used in.',
    'If it is a gateway, a PBX or a test of your own, correct its credentials.',
  ],
  message: ({ kind, source, server, attempts, burst, over, users, user, agent }) =>
    `${source}${agent === '' ? '' : ` ("${agent}")`} had ${attempts} refused logins at ${server}, ` +
    `${burst} of them within ${duration(over)}, ` +
    {
      guessing: `all for user "${user}".`,
      spraying: `for ${users >= NAME_LIMIT ? `${NAME_LIMIT} or more` : users} users.`,
      'broken-in': `and then got in as "${user}".`,
    }[kind],
  limits: ({ kind }) =>
    kind === 'broken-in'
      ? 'A user who corrected the password after many tries looks the same.'
      : 'A gateway or PBX with wrong credentials for all its lines looks alike when it tries fast enough.',
  watch: watchSources,
});
