import { parseFromTo } from '../../headers/from-to.ts';
import { parseReason } from '../../headers/reason.ts';
import { parseWarning } from '../../headers/warning.ts';
import type { Evidence, SipMessage, Transaction } from '../../model.ts';
import { evidenceOf } from '../../state/evidence.ts';
import { type Conversation, defineRule, type Watch } from '../define.ts';
import { passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';
import { isScanner } from '../scanners.ts';
import type { Thresholds } from '../thresholds.ts';
import { CappedSet, Ledger } from '../windows.ts';

type Shown = {
  /** Overload or maintenance; with a reason of its own; or for one destination only. */
  kind: 'overload' | 'reason' | 'one-target';
  server: string;
  refused: number;
  /** Final responses in the same time. */
  finals: number;
  /** ms */
  over: number;
  targets: number;
  clients: number;
  /** 503 with Retry-After. */
  withRetryAfter: number;
  /** The reason most of them give, '' without. */
  reason: string;
  /** Its Q.850 cause says that there is no room. */
  noRoom: boolean;
};

interface Slot {
  finals: number;
  refused: number;
}

interface Given {
  readonly reason: string;
  readonly noRoom: boolean;
  times: number;
}

interface Server {
  /** By number of the slot; the newest last. */
  readonly slots: Map<number, Slot>;
  readonly targets: CappedSet;
  readonly clients: CappedSet;
  readonly reasons: Map<string, Given>;
  refused: number;
  withRetryAfter: number;
  readonly at: Evidence[];
}

const SERVER_LIMIT = 2_000;
const SLOT_LIMIT = 256;
/** The most clients and targets that are counted: as many as this may be more. */
export const NAME_LIMIT = 16;
const REASON_LIMIT = 8;
const EVIDENCE = 10;
const CLIP = 80;

/** Q.850 causes that say "no room" (§2.2.7.2), beside those that say something of the called number. */
const NO_ROOM = new Set([34, 38, 41, 42, 44, 47, 58]);

/** What the server says beside 503; the phrase too, where it is not the one of the RFC. */
function reasonOf(refusal: SipMessage): Pick<Given, 'reason' | 'noRoom'> {
  const [reason] = refusal.headers('Reason').flatMap((value) => parseReason(value) ?? []);
  if (reason?.cause !== undefined) {
    const said = `${reason.protocol} ${reason.cause}${reason.text === '' ? '' : ` ${reason.text}`}`;
    return { reason: said.slice(0, CLIP), noRoom: NO_ROOM.has(reason.cause) };
  }
  const [warning] = refusal.headers('Warning').flatMap(parseWarning);
  return { reason: (warning?.text ?? '').slice(0, CLIP), noRoom: false };
}

function targetOf({ request, method }: Transaction): string {
  if (request === undefined) return '';
  if (method === 'REGISTER') return parseFromTo(request.header('To') ?? '')?.uri?.user ?? '';
  return request.requestUri.slice(0, 200);
}

function watchServers(): Watch<Shown> {
  const servers = new Ledger<Server>(SERVER_LIMIT, () => ({
    slots: new Map(),
    targets: new CappedSet(NAME_LIMIT),
    clients: new CappedSet(NAME_LIMIT),
    reasons: new Map(),
    refused: 0,
    withRetryAfter: 0,
    at: [],
  }));

  function count(transaction: Transaction, final: SipMessage, conversation: Conversation, window: number): void {
    const server = servers.of(transaction.server.name);
    // Two slots make a window.
    const number = Math.floor(final.time / (window * 500));
    let slot = server.slots.get(number);
    if (slot === undefined) {
      slot = { finals: 0, refused: 0 };
      if (server.slots.size >= SLOT_LIMIT) server.slots.delete(server.slots.keys().next().value ?? 0);
      server.slots.set(number, slot);
    }
    slot.finals++;
    if (final.status !== 503 || transaction.request === undefined || isScanner(transaction.request)) return;
    // Where it came from a server behind, that one is counted.
    if (passedOn(transaction, conversation).some((lower) => lower.final?.status === 503)) return;
    slot.refused++;
    server.refused++;
    server.targets.add(targetOf(transaction));
    server.clients.add(transaction.client.address);
    if (final.has('Retry-After')) server.withRetryAfter++;
    const given = reasonOf(final);
    const known = server.reasons.get(given.reason);
    if (known !== undefined) known.times++;
    else if (server.reasons.size < REASON_LIMIT) server.reasons.set(given.reason, { ...given, times: 1 });
    if (server.at.length < EVIDENCE) server.at.push(evidenceOf(final));
  }

  return {
    see(conversation, { thresholds }) {
      for (const transaction of conversation.transactions) {
        const { final, method } = transaction;
        // A server that refuses OPTIONS takes itself out of service; that is what it is asked for.
        if (final === undefined || method === 'OPTIONS' || method === 'CANCEL') continue;
        count(transaction, final, conversation, thresholds.overloadWindow);
      }
    },
    *hits({ thresholds }) {
      for (const [name, server] of servers.entries()) {
        const worst = worstOf(server, thresholds);
        if (worst === undefined) continue;
        const most = [...server.reasons.values()].reduce((a, b) => (b.times > a.times ? b : a), silence);
        const { reason, noRoom } = most.times >= 0.8 * server.refused ? most : silence;
        const one = server.targets.size < thresholds.overloadTargets;
        yield {
          at: server.at,
          args: {
            kind: one ? 'one-target' : reason === '' ? 'overload' : 'reason',
            server: name,
            refused: worst.refused,
            finals: worst.finals,
            over: thresholds.overloadWindow,
            targets: server.targets.size,
            clients: server.clients.size,
            withRetryAfter: server.withRetryAfter,
            reason,
            noRoom,
          },
          severity: one || (reason !== '' && !noRoom) ? 'warning' : 'error',
          confidence: 'certain',
          device: name.slice(0, name.lastIndexOf(':')).replace(/^\[|\]$/g, ''),
        };
      }
    },
  };
}

const silence: Given = { reason: '', noRoom: false, times: 0 };

function said({ reason, noRoom }: Pick<Shown, 'reason' | 'noRoom'>): string {
  return noRoom ? `no room: ${reason}`.slice(0, CLIP) : reason;
}

/** The two neighbouring slots with the most refusals that pass both thresholds. */
function worstOf({ slots }: Server, { overloadRefusals, overloadShare }: Thresholds): Slot | undefined {
  let worst: Slot | undefined;
  for (const [number, slot] of slots) {
    const next = slots.get(number + 1);
    const refused = slot.refused + (next?.refused ?? 0);
    const finals = slot.finals + (next?.finals ?? 0);
    if (refused < overloadRefusals || refused < overloadShare * finals) continue;
    if (worst === undefined || refused > worst.refused) worst = { refused, finals };
  }
  return worst;
}

/** Rule 18: a server that turns requests away because it cannot serve them. */
export const serverOverload503 = defineRule<'capture', Shown>({
  id: 'server-overload-503',
  severity: 'error',
  scope: 'capture',
  title: 'Server that refuses with 503',
  spec: ['RFC 3261 §21.5.4', 'RFC 3261 §16.7', 'RFC 3263 §4.3', 'RFC 7339 §5.10.2'],
  example: {
    kind: 'overload',
    server: '192.0.2.7:5060',
    refused: 42,
    finals: 120,
    over: 60_000,
    targets: 16,
    clients: 3,
    withRetryAfter: 0,
    reason: '',
    noRoom: false,
  },
  why: ({ kind }) =>
    kind === 'one-target'
      ? 'Nobody reaches this destination through this server.'
      : 'Callers hear a failure or wait for the next route, and each further try adds to the load.',
  fix: ({ kind, server, withRetryAfter, ...args }) => [
    ...(kind === 'reason'
      ? [
          `Go by the reason it gives (${said(args)}): it tells whether channels, licences, gateways or a route are missing.`,
        ]
      : []),
    ...(kind === 'one-target'
      ? [
          `Check route and gateway of this destination on ${server}: a proxy answers 503 when all its gateways are down or barred.`,
        ]
      : [
          `Look at ${server}: CPU, channel and licence limits, maintenance mode, and whether the gateways behind it are up.`,
          'Let the clients fail over to another server of the domain (DNS SRV, second trunk) after a 503.',
        ]),
    ...(withRetryAfter > 0
      ? [
          'Retry-After takes the whole server out of service for every client that honours it: use overload control (RFC 7339) where both sides can.',
        ]
      : []),
    'A proxy should not pass on the 503 of a server behind it, but make 500 of it (RFC 3261 §16.7).',
  ],
  message: ({ kind, server, refused, finals, over, targets, clients, ...args }) =>
    `${server} answered 503 to ${refused} of ${finals} requests within ${duration(over)}` +
    (kind === 'one-target'
      ? `, all for ${targets === 1 ? 'the same target' : `${targets} targets`}`
      : ` from ${clients === 1 ? 'one client' : `${clients}${clients < NAME_LIMIT ? '' : ' or more'} clients`}`) +
    (args.reason === '' ? '.' : `; the reason it gives is "${said(args)}".`),
  limits: ({ reason }) =>
    reason === ''
      ? 'Why the server cannot serve (load, limits, maintenance, gateways behind it) is not in its responses.'
      : '',
  watch: watchServers,
});
