/**
 * Who is registered where, as REGISTER and its answers tell over many exchanges (RFC 3261 §10): the history of an
 * address of record outlives every single exchange of it. Exchanges arrive in order of their ends.
 */
import { identityOf } from '../headers/user-at-host.ts';
import type { Endpoint, Evidence, Exchange, SipMessage, Transaction } from '../model.ts';
import { evidenceOf } from './evidence.ts';
import { type Asked, entryOf, keyOf, type Round, readRound } from './grants.ts';
import { RecentMap } from './recent.ts';

export interface Binding {
  /** Contact URI as registered. */
  readonly contact: string;
  /** `user@host:port` of it. */
  readonly key: string;
  /** Where the REGISTER came from. */
  readonly source: Endpoint;
  readonly callId: string;
  readonly cseq: number;
  /** `+sip.instance` and `reg-id` (RFC 5626), '' without. */
  readonly instance: string;
  readonly userAgent: string;
  /** Seconds; 0 when the client left it to the registrar. */
  readonly asked: number;
  /** Seconds granted; 0 when nobody said. */
  readonly expires: number;
  /** When it was granted, and until when it holds. µs. */
  readonly granted: number;
  readonly until: number;
  /** The 2xx, and its REGISTER where that was captured. */
  readonly at: readonly Evidence[];
}

/**
 * `late`: refreshed after its end by the same client, with no REGISTER in between. `moved`: the same device under another
 * Contact. `dropped`: no longer in the registrar's list.
 */
type ChangeKind = 'added' | 'refreshed' | 'late' | 'moved' | 'removed' | 'dropped';

export interface Change {
  readonly kind: ChangeKind;
  readonly time: number;
  /** Of the exchange that brought it. */
  readonly exchange: number;
  readonly binding: Binding;
  /** What it was before. */
  readonly before: Binding | undefined;
}

/** An address of record at one registrar. */
export interface Account {
  readonly aor: string;
  /** Address of the registrar, or of the proxy that the phone registers through. */
  readonly registrar: string;
  /** Names the registration in the report. */
  registration: string;
  /** By key. */
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly changes: readonly Change[];
  /** Contacts in its last answer. */
  readonly listed: number;
}

export interface Bindings {
  /** Adds what a finished exchange tells; of one that is no registration, nothing. */
  add(exchange: Exchange): void;
  /** The one that the last accepted REGISTER of a registration was for. */
  accountOf(exchange: Exchange): Account | undefined;
  accounts(): Iterable<Account>;
  /** When a REGISTER for this address of record was last seen, answered or not, at any registrar. */
  lastTry(aor: string): number;
  /** A REGISTER came by: from here on calls are worth a look, for they can show that a binding is gone. */
  begun: boolean;
  /** A REGISTER for this From was seen before. */
  knows(from: string | undefined): boolean;
  /** The registrar was seen to list several bindings in one answer: what its lists lack is gone. */
  listsAll(registrar: string): boolean;
}

const ACCOUNT_LIMIT = 20_000;
const BINDING_LIMIT = 16;
const CHANGE_LIMIT = 64;
const REGISTRAR_LIMIT = 1_000;
const TEXT_LIMIT = 200;

/** Seconds that a registrar grants where neither side says (RFC 3261 §10.2.1.1 leaves it to the registrar). */
const UNSAID = 3600;

interface Known extends Account {
  readonly bindings: Map<string, Binding>;
  readonly changes: Change[];
  listed: number;
  newest: number;
}

/** One device and one address of record: refreshes under a new Call-ID belong to the same registration. */
export function registrationKey(exchange: Exchange): string {
  const first = exchange.transactions.find(({ method }) => method === 'REGISTER') ?? exchange.transactions[0];
  const message = first?.request ?? first?.responses[0]?.message;
  return `${identityOf(message?.header('To'))} ${first?.client.address} ${first?.server.address}`;
}

function accountKey(aor: string, registrar: string): string {
  return `${aor} ${registrar}`;
}

export function createBindings(): Bindings {
  const accounts = new RecentMap<Known>(ACCOUNT_LIMIT);
  const tries = new RecentMap<number>(2 * ACCOUNT_LIMIT);
  const listers = new Set<string>();

  function noteTry(aor: string, time: number): void {
    const last = tries.get(aor) ?? Number.NEGATIVE_INFINITY;
    tries.set(aor, Math.max(last, time));
  }

  function accountOf(aor: string, registrar: string, registration: string): Known {
    const key = accountKey(aor, registrar);
    const known = accounts.get(key);
    if (known !== undefined) {
      known.registration = registration;
      return known;
    }
    const account: Known = {
      aor,
      registrar,
      registration,
      bindings: new Map(),
      changes: [],
      listed: 0,
      newest: Number.NEGATIVE_INFINITY,
    };
    accounts.set(key, account);
    return account;
  }

  function settle(transaction: Transaction, final: SipMessage, exchange: Exchange, registration: string): void {
    const aor = identityOf((transaction.request ?? final).header('To'));
    const registrar = transaction.server.address;
    const known = accounts.get(accountKey(aor, registrar));
    const round = readRound(transaction);
    if (round.listed.length > 1 && listers.size < REGISTRAR_LIMIT) listers.add(registrar);
    const grants = round.asked.some(({ expires }) => expires !== 0) || round.listed.length > 0;
    if (known === undefined && !grants) return;
    const account = accountOf(aor, registrar, registration);
    const note = (kind: ChangeKind, binding: Binding, before?: Binding) =>
      addChange(account, { kind, time: final.time, exchange: exchange.id, binding, before });
    // Finished out of order: what is older than the newest tells of its own bindings only.
    const inOrder = final.time >= account.newest;
    account.newest = Math.max(account.newest, final.time);
    account.listed = round.listed.length;
    if (round.removesAll) {
      for (const binding of account.bindings.values()) note('removed', binding);
      account.bindings.clear();
      return;
    }
    if (transaction.request === undefined) {
      renewListed(account, round, transaction, final);
      return;
    }
    for (const asked of round.asked) {
      if (asked.expires === 0) {
        const binding = account.bindings.get(asked.key);
        if (binding !== undefined) note('removed', binding);
        account.bindings.delete(asked.key);
      } else bind(account, asked, round, transaction, note);
    }
    if (inOrder && round.listed.length > 0) drop(account, round, final, note);
  }

  return {
    add(exchange) {
      if (exchange.kind !== 'registration') return;
      const registration = registrationKey(exchange);
      for (let i = 0; i < exchange.transactions.length; i++) {
        const transaction = exchange.transactions[i];
        if (transaction.method !== 'REGISTER' || isLowerHop(transaction, exchange.transactions, i)) continue;
        const message = transaction.request ?? transaction.responses[0]?.message;
        if (message === undefined) continue;
        noteTry(identityOf(message.header('To')), Math.max(message.time, transaction.request?.time ?? 0));
        const { final } = transaction;
        if (final !== undefined && final.status < 300) settle(transaction, final, exchange, registration);
      }
    },
    accountOf({ transactions }) {
      for (let i = transactions.length - 1; i >= 0; i--) {
        const { method, final, server } = transactions[i];
        if (method !== 'REGISTER' || final === undefined || final.status >= 300) continue;
        const account = accounts.get(accountKey(identityOf(final.header('To')), server.address));
        if (account !== undefined) return account;
      }
      return undefined;
    },
    accounts: () => accounts.values(),
    lastTry: (aor) => tries.get(aor) ?? Number.NEGATIVE_INFINITY,
    begun: false,
    knows: (from) => tries.find(identityOf(from)) !== undefined,
    listsAll: (registrar) => listers.has(registrar),
  };
}

/** How far back the hop above may stand. */
const REACH = 8;

/** The REGISTER of a phone that a proxy passed on: the hop of the phone tells more. */
function isLowerHop(transaction: Transaction, all: readonly Transaction[], index: number): boolean {
  for (let i = Math.max(0, index - REACH); i < index; i++) {
    const upper = all[i];
    if (upper.cseq !== transaction.cseq || upper.method !== transaction.method) continue;
    if (upper.server.address === transaction.client.address && upper.client.address !== upper.server.address)
      return true;
    if (transaction.viaCount > upper.viaCount) return true;
  }
  return false;
}

function addChange(account: Known, change: Change): void {
  const { changes } = account;
  if (changes.length >= CHANGE_LIMIT) changes.shift();
  changes.push(change);
}

/** Only the answer was captured: what it lists goes on, from whenever it was sent. */
function renewListed(account: Known, round: Round, transaction: Transaction, final: SipMessage): void {
  for (const contact of round.listed) {
    const expires = contact.expires ?? round.expires ?? UNSAID;
    const before = account.bindings.get(keyOf(contact));
    if (before === undefined || expires === 0) continue;
    const until = Math.max(before.until, final.time + expires * 1_000_000);
    // The next REGISTER that is seen follows one that was not.
    account.bindings.set(before.key, { ...before, cseq: transaction.cseq, granted: final.time, until });
  }
}

function isSameDevice(binding: Binding, other: Binding): boolean {
  if (binding.instance !== '' || other.instance !== '') return binding.instance === other.instance;
  return binding.callId === other.callId;
}

function bind(
  account: Known,
  { contact, key, expires: asked }: Asked,
  round: Round,
  transaction: Transaction,
  note: (kind: ChangeKind, binding: Binding, before?: Binding) => void,
): void {
  const { request, final } = transaction;
  if (request === undefined || final === undefined) return;
  const entry = entryOf(contact, round.listed, transaction);
  // Listed without it, or with no time left: not granted.
  if ((entry === undefined && round.listed.length > 0) || entry?.expires === 0) return;
  // It is the entry of somebody else.
  const other = entry === undefined || keyOf(entry) === key ? undefined : account.bindings.get(keyOf(entry));
  if (other !== undefined && other.callId !== transaction.callId) return;
  const granted = entry?.expires ?? round.expires ?? asked;
  const instance = contact.params.get('+sip.instance') ?? '';
  const binding: Binding = {
    contact: contact.uriText.slice(0, TEXT_LIMIT),
    key,
    source: transaction.client,
    callId: transaction.callId,
    cseq: transaction.cseq,
    instance: instance === '' ? '' : `${instance.slice(0, TEXT_LIMIT)} ${contact.params.get('reg-id') ?? ''}`,
    userAgent: (request.header('User-Agent') ?? '').slice(0, TEXT_LIMIT),
    asked: asked ?? 0,
    expires: granted ?? 0,
    granted: final.time,
    until: final.time + (granted ?? UNSAID) * 1_000_000,
    at: [evidenceOf(final), evidenceOf(request)],
  };
  const before = account.bindings.get(key);
  if (before !== undefined) {
    const gone = before.expires > 0 && before.until < request.time;
    const next = before.callId === binding.callId && before.cseq < binding.cseq;
    note(gone ? (next ? 'late' : 'added') : 'refreshed', binding, before);
  } else {
    const moved = [...account.bindings.values()].find((one) => isSameDevice(one, binding));
    note(moved === undefined ? 'added' : 'moved', binding, moved);
    if (moved !== undefined) account.bindings.delete(moved.key);
  }
  if (account.bindings.size < BINDING_LIMIT || before !== undefined) account.bindings.set(key, binding);
}

/** What a registrar's list lacks is gone, if it lists everything. */
function drop(
  account: Known,
  round: Round,
  final: SipMessage,
  note: (kind: ChangeKind, binding: Binding) => void,
): void {
  const kept = new Set(round.listed.map(keyOf));
  const asked = new Set(round.asked.map((one) => one.key));
  for (const [key, binding] of account.bindings) {
    if (kept.has(key) || asked.has(key)) continue;
    account.bindings.delete(key);
    if (binding.until >= final.time) note('dropped', binding);
  }
}
