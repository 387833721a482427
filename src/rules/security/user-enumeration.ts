import { identityOf } from '../../headers/user-at-host.ts';
import type { Evidence, SipMessage, Transaction } from '../../model.ts';
import { evidenceOf } from '../../state/evidence.ts';
import { defineRule, type Watch } from '../define.ts';
import { addressesInferred } from '../guards.ts';
import { duration } from '../phrases.ts';
import { isLoadTest, isScanner } from '../scanners.ts';
import { CappedSet, Ledger, SlidingWindow } from '../windows.ts';

type Shown = {
  /** The answers tell which users exist; or names are tried in order, or by a scanner. */
  kind: 'revealing' | 'sequential' | 'scanner';
  source: string;
  server: string;
  users: number;
  /** Users in the fastest window, and its length in ms. */
  burst: number;
  over: number;
  method: string;
  first: string;
  last: string;
  /** Answers for users that exist, and for those that do not. */
  existing: number;
  unknown: number;
  /** The codes of the two. */
  existingStatus: number;
  unknownStatus: number;
};

interface Source {
  readonly recent: SlidingWindow;
  readonly users: CappedSet;
  readonly at: Evidence[];
  server: string;
  serverAddress: string;
  method: string;
  first: string;
  last: string;
  burst: number;
  over: number;
  existing: number;
  unknown: number;
  existingStatus: number;
  unknownStatus: number;
  scanner: boolean;
  /** Has an account here, or calls that get through. */
  known: boolean;
}

const SOURCE_LIMIT = 4_000;
/** The most users that are counted: as many as this may be more. */
export const USER_LIMIT = 1_000;
const EVIDENCE = 8;
const REACH = 32;
/** Numbers in a row that are no chance. */
const IN_ORDER = 10;

function userOf(request: SipMessage): string {
  const name = identityOf(
    request.method === 'REGISTER' ? request.header('To') : `<${request.requestUri.slice(0, 300)}>`,
  );
  const at = name.indexOf('@');
  return at < 0 ? '' : name.slice(0, Math.min(at, 60));
}

/** The longest row of numbers that follow each other. */
function longestRow(names: readonly string[]): number {
  const numbers = names.filter((name) => /^\d{1,12}$/.test(name)).map(Number);
  numbers.sort((a, b) => a - b);
  let longest = 0;
  let row = 0;
  for (let i = 0; i < numbers.length; i++) {
    if (i > 0 && numbers[i] === numbers[i - 1]) continue;
    row = i > 0 && numbers[i] === numbers[i - 1] + 1 ? row + 1 : 1;
    longest = Math.max(longest, row);
  }
  return longest;
}

function note(source: Source, transaction: Transaction, request: SipMessage, final: SipMessage): void {
  const user = userOf(request);
  if (user === '') return;
  source.server = transaction.server.name;
  source.serverAddress = transaction.server.address;
  source.method = transaction.method;
  source.scanner ||= isScanner(request);
  if (source.first === '') source.first = user;
  source.last = user;
  source.users.add(user);
  source.recent.add(request.time, user);
  if (source.recent.distinct > source.burst) {
    source.burst = source.recent.distinct;
    source.over = source.recent.span;
  }
  if (source.at.length < EVIDENCE) source.at.push(evidenceOf(final));
  const { status } = final;
  if (status === 401 || status === 407 || status < 300) {
    source.existing++;
    source.existingStatus = status;
  } else if (status === 404 || status === 604) {
    source.unknown++;
    source.unknownStatus = status;
  }
  if (transaction.method === 'REGISTER' && status < 300) source.known = true;
}

function watchSources(): Watch<Shown> {
  let sources: Ledger<Source> | undefined;

  const make = (window: number) =>
    new Ledger<Source>(SOURCE_LIMIT, () => ({
      recent: new SlidingWindow(window),
      users: new CappedSet(USER_LIMIT),
      at: [],
      server: '',
      serverAddress: '',
      method: '',
      first: '',
      last: '',
      burst: 0,
      over: 0,
      existing: 0,
      unknown: 0,
      existingStatus: 0,
      unknownStatus: 0,
      scanner: false,
      known: false,
    }));

  return {
    see({ transactions }, { thresholds }) {
      for (let i = 0; i < transactions.length && i < REACH; i++) {
        const transaction = transactions[i];
        const { method, request, final, viaCount } = transaction;
        if (request === undefined || final === undefined || request.toTag !== '' || viaCount > 1) continue;
        // A dialler's INVITEs and a phone's BLF keys go through many users for good reasons.
        if (method !== 'REGISTER' && method !== 'OPTIONS' && !(method === 'INVITE' && isScanner(request))) continue;
        if (addressesInferred(request) || isLoadTest(request)) continue;
        sources ??= make(thresholds.attackWindow);
        const source = sources.of(`${transaction.client.name} ${transaction.server.address}`);
        if (request.has('Authorization') || request.has('Proxy-Authorization')) source.known = true;
        else note(source, transaction, request, final);
      }
    },
    *hits({ thresholds }) {
      for (const [name, source] of sources?.entries() ?? []) {
        const { users, existing, unknown, scanner } = source;
        if (source.known || source.burst < thresholds.enumeratedUsers) continue;
        const revealing = existing > 0 && unknown > 0;
        const ordered = users.size >= thresholds.sequentialUsers && longestRow(users.names) >= IN_ORDER;
        if (!revealing && !ordered && !scanner) continue;
        yield {
          at: source.at,
          args: {
            kind: revealing ? 'revealing' : ordered ? 'sequential' : 'scanner',
            source: name.slice(0, name.indexOf(' ')),
            server: source.server,
            users: users.size,
            burst: source.burst,
            over: source.over,
            method: source.method,
            first: source.first,
            last: source.last,
            existing,
            unknown,
            existingStatus: source.existingStatus,
            unknownStatus: source.unknownStatus,
          },
          confidence: scanner ? 'certain' : revealing ? 'likely' : 'possible',
          device: source.serverAddress,
        };
      }
    },
  };
}

/** Rule 105: somebody asks which users there are. */
export const userEnumeration = defineRule<'capture', Shown>({
  id: 'user-enumeration',
  severity: 'warning',
  scope: 'capture',
  title: 'User names are being tried',
  spec: [],
  example: {
    kind: 'revealing',
    source: '203.0.113.66:5071',
    server: '192.0.2.5:5060',
    users: 100,
    burst: 100,
    over: 2_000,
    method: 'REGISTER',
    first: '1000',
    last: '1099',
    existing: 12,
    unknown: 88,
    existingStatus: 401,
    unknownStatus: 404,
  },
  why: ({ kind }) =>
    kind === 'revealing'
      ? 'The answers tell which accounts exist, and password guessing against those comes next.'
      : 'Who knows the accounts goes on to guess their passwords.',
  fix: ({ kind, server, source, existingStatus, unknownStatus }) => [
    ...(kind === 'revealing'
      ? [
          `Make ${server} answer the same for users that exist and those that do not: now it is ${existingStatus} and ${unknownStatus} (alwaysauthreject=yes in Asterisk's chan_sip, while PJSIP always does so; in Kamailio and OpenSIPS challenge before you look the user up).`,
        ]
      : []),
    `Block ${source.slice(0, source.lastIndexOf(':'))} in the firewall or with fail2ban.`,
    'If it is a provisioning tool or a test of your own, there is nothing to do.',
  ],
  message: ({
    kind,
    source,
    server,
    users,
    burst,
    over,
    method,
    first,
    last,
    existing,
    unknown,
    existingStatus,
    unknownStatus,
  }) =>
    `${source} asked ${server} for ${users >= USER_LIMIT ? `${USER_LIMIT} or more` : users} users by ${method}, from "${first}" to "${last}", without credentials, ${burst} of them within ${duration(over)}` +
    (kind === 'revealing'
      ? `; the answers tell that ${existing} exist (${existingStatus}) and ${unknown} do not (${unknownStatus}).`
      : '.'),
  limits: ({ kind }) =>
    kind === 'scanner' ? '' : 'A provisioning tool or a test that goes through a list of users looks alike.',
  watch: watchSources,
});
