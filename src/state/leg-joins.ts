/** Which calls are legs of one, by scored evidence (timing-and-metrics.md §7): linear in the number of calls but for sorting. */
import type { KeyKind, LegMarks } from './legs.ts';

/** A call as its neighbours are compared with it. Times in µs, 0 for what was not seen. */
export interface LegFacts extends LegMarks {
  /** Time of the first INVITE. */
  readonly start: number;
  readonly callId: string;
  /** Address that placed the call, and those that its INVITE reached, on all hops. */
  readonly client: string;
  readonly servers: readonly string[];
  /** Users, numbers without prefix; empty when unknown. */
  readonly from: string;
  readonly to: string;
  /** First 101–299, final response and BYE. */
  readonly rang: number;
  readonly ended: number;
  readonly status: number;
  readonly released: number;
}

/**
 * `b2bua`: the later call is how a host in the middle carries the earlier one on. `redirection`, `transfer`: the later
 * call goes where the earlier one was told to go. `replacement`: it takes the earlier one's place (RFC 3891).
 * `authentication`: the same call once more, with credentials.
 */
export type Relation = 'b2bua' | 'redirection' | 'transfer' | 'replacement' | 'authentication';

export type Evidence =
  | KeyKind
  | 'users'
  | 'host-and-time'
  | 'mirrored-progress'
  | 'mirrored-release'
  | 'target'
  | 'referred-by'
  | 'replaces'
  | 'credentials';

export interface LegReason {
  readonly key: Evidence;
  readonly points: number;
}

export interface LegJoin {
  /** Indices into the list of facts; `from` came first. */
  readonly from: number;
  readonly to: number;
  readonly relation: Relation;
  readonly score: number;
  readonly reasons: readonly LegReason[];
}

/** Points that make a join. */
export const JOIN_SCORE = 5;

const points: Readonly<Record<Evidence, number>> = {
  'session-id': 5,
  'other-leg': 5,
  'charging-vector': 5,
  'call-id': 5,
  'sdp-origin': 3,
  // One stream cannot be of two calls, but of two legs of one.
  media: 5,
  'user-to-user': 3,
  users: 3,
  'host-and-time': 2,
  'mirrored-progress': 2,
  'mirrored-release': 2,
  target: 3,
  'referred-by': 2,
  replaces: 5,
  credentials: 2,
};

const SECOND = 1_000_000;
/** The host in the middle places its call within this time of receiving the other (µs). */
const PLACED = 3 * SECOND;
/** A redirection or transfer is followed, and a password typed, within this time. */
const FOLLOWED = 5 * SECOND;
/** Legs of one call begin within this time of each other, whatever joins them: a user may be rung for minutes. */
const APART = 600 * SECOND;
/** Progress and release pass through the middle within these. */
const RINGING_PASSED = SECOND / 5;
const RELEASE_PASSED = SECOND;
/** A value that so many calls share is a constant, no name of a call. */
const SHARED_LIMIT = 16;

class Joiner {
  readonly joins: LegJoin[] = [];
  readonly #known = new Set<string>();
  readonly #facts: readonly LegFacts[];

  constructor(facts: readonly LegFacts[]) {
    this.#facts = facts;
  }

  add(from: number, to: number, relation: Relation, evidence: readonly Evidence[]): void {
    const key = `${from} ${to}`;
    const score = evidence.reduce((sum, one) => sum + points[one], 0);
    if (score < JOIN_SCORE || from === to || this.#known.has(key)) return;
    this.#known.add(key);
    this.joins.push({ from, to, relation, score, reasons: evidence.map((one) => ({ key: one, points: points[one] })) });
  }

  /** Evidence that the later leg is made of the earlier, beside what led here. */
  weak(from: number, to: number): Evidence[] {
    const a = this.#facts[from];
    const b = this.#facts[to];
    const evidence: Evidence[] = [];
    if (a.from !== '' && a.from === b.from && a.to !== '' && a.to === b.to) evidence.push('users');
    if (a.servers.includes(b.client) && b.start >= a.start && b.start - a.start <= PLACED)
      evidence.push('host-and-time');
    const passed = (later: number, earlier: number, within: number) =>
      earlier > 0 && later >= earlier && later - earlier <= within;
    if (passed(a.rang, b.rang, RINGING_PASSED) || (a.status === b.status && passed(a.ended, b.ended, RINGING_PASSED))) {
      evidence.push('mirrored-progress');
    }
    if (passed(a.released, b.released, RELEASE_PASSED) || passed(b.released, a.released, RELEASE_PASSED)) {
      evidence.push('mirrored-release');
    }
    return evidence;
  }

  /** The leg whose host placed the other comes first; else the one that began first. */
  ordered(a: number, b: number): readonly [number, number] {
    const [one, other] = [this.#facts[a], this.#facts[b]];
    const forth = one.servers.includes(other.client);
    const back = other.servers.includes(one.client);
    if (forth !== back) return forth ? [a, b] : [b, a];
    return one.start <= other.start ? [a, b] : [b, a];
  }
}

function index<K>(count: number, keysOf: (at: number) => Iterable<K>): Map<K, number[]> {
  const map = new Map<K, number[]>();
  for (let at = 0; at < count; at++) {
    for (const key of keysOf(at)) {
      const known = map.get(key);
      if (known === undefined) map.set(key, [at]);
      else if (known[known.length - 1] !== at) known.push(at);
    }
  }
  return map;
}

/** Calls that share a value made to be equal on both legs, or of which one names the other's Call-ID. */
function joinByKeys(facts: readonly LegFacts[], joiner: Joiner): void {
  const shared = index(facts.length, (at) => facts[at].keys.map(({ kind, value }) => `${kind} ${value}`));
  const byCallId = index(facts.length, (at) => [facts[at].callId]);
  for (const [key, members] of shared) {
    if (members.length < 2 || members.length > SHARED_LIMIT) continue;
    const kind = key.slice(0, key.indexOf(' ')) as KeyKind;
    for (let i = 0; i < members.length; i++) {
      for (let j = i + 1; j < members.length; j++) {
        const [from, to] = joiner.ordered(members[i], members[j]);
        // One host's calls are its own, whatever it writes into them; a middle is another host.
        if (facts[from].client === facts[to].client) continue;
        if (Math.abs(facts[from].start - facts[to].start) > APART) continue;
        joiner.add(from, to, 'b2bua', [kind, ...joiner.weak(from, to)]);
      }
    }
  }
  for (let at = 0; at < facts.length; at++) {
    for (const { kind, value } of facts[at].keys) {
      if (kind !== 'other-leg' && kind !== 'call-id') continue;
      for (const other of byCallId.get(value) ?? []) {
        const [from, to] = joiner.ordered(other, at);
        if (facts[from].client === facts[to].client) continue;
        joiner.add(from, to, 'b2bua', [kind, ...joiner.weak(from, to)]);
      }
    }
    for (const other of facts[at].replaces === '' ? [] : (byCallId.get(facts[at].replaces) ?? [])) {
      joiner.add(other, at, 'replacement', ['replaces', ...(facts[at].referred ? (['referred-by'] as const) : [])]);
    }
  }
}

/** Calls of which one tells where the other shall go. */
function joinByTarget(facts: readonly LegFacts[], joiner: Joiner, placedBy: Map<string, number[]>): void {
  const relations = { redirection: 'redirection', transfer: 'transfer' } as const;
  for (let at = 0; at < facts.length; at++) {
    for (const { kind, by, user, time } of facts[at].onward) {
      if (user === '') continue;
      const followers = within(facts, placedBy.get(`${by} ${user}`) ?? [], time, time + FOLLOWED);
      // Of several the first: whoever dials a number twice was told once.
      const [to] = followers.filter((one) => one !== at);
      if (to === undefined) continue;
      const { referred } = facts[to];
      joiner.add(at, to, relations[kind], ['target', 'host-and-time', ...(referred ? (['referred-by'] as const) : [])]);
    }
  }
}

/** Positions in a list sorted by start whose calls began within the span. */
function within(facts: readonly LegFacts[], sorted: readonly number[], from: number, to: number): readonly number[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (facts[sorted[middle]].start < from) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let i = low; i < sorted.length && facts[sorted[i]].start <= to && found.length <= SHARED_LIMIT; i++)
    found.push(sorted[i]);
  return found;
}

/**
 * Same users, placed by the host that received the other call a moment before: joined only where nothing else in that
 * moment fits, for a dialler calls the same number often.
 */
function joinByUsers(facts: readonly LegFacts[], joiner: Joiner, hosts: ReadonlySet<string>): void {
  const received = index(facts.length, (at) =>
    facts[at].to === '' ? [] : facts[at].servers.filter((one) => hosts.has(one)).map((one) => `${one} ${facts[at].to}`),
  );
  for (let at = 0; at < facts.length; at++) {
    const { client, to, start } = facts[at];
    const candidates = within(facts, received.get(`${client} ${to}`) ?? [], start - PLACED, start);
    const fitting = candidates.filter((one) => one !== at && facts[one].from === facts[at].from);
    if (fitting.length === 1) joiner.add(fitting[0], at, 'b2bua', joiner.weak(fitting[0], at));
  }
}

/** A client that answers a challenge under a new Call-ID. */
function joinByCredentials(facts: readonly LegFacts[], joiner: Joiner, placedBy: Map<string, number[]>): void {
  for (let at = 0; at < facts.length; at++) {
    const { status, ended, client, to, from } = facts[at];
    if ((status !== 401 && status !== 407) || to === '') continue;
    const later = within(facts, placedBy.get(`${client} ${to}`) ?? [], ended, ended + FOLLOWED);
    const next = later.find((one) => one !== at && facts[one].credentials && facts[one].from === from);
    if (next !== undefined) joiner.add(at, next, 'authentication', ['credentials', 'users']);
  }
}

/** `facts` in order of their start. Joins stand in order of the earlier call, then the later. */
export function joinLegs(facts: readonly LegFacts[]): readonly LegJoin[] {
  if (facts.length < 2) return [];
  const joiner = new Joiner(facts);
  const placedBy = index(facts.length, (at) => (facts[at].to === '' ? [] : [`${facts[at].client} ${facts[at].to}`]));
  const clients = new Set(facts.map(({ client }) => client));
  joinByKeys(facts, joiner);
  joinByTarget(facts, joiner, placedBy);
  joinByCredentials(facts, joiner, placedBy);
  joinByUsers(facts, joiner, clients);
  return joiner.joins.sort((a, b) => a.from - b.from || a.to - b.to);
}
