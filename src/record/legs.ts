/** The legs of the calls that are listed, as each of them sees the others. */
import type { LegEnd } from '../locales/locale.ts';
import { type LegFacts as JoinFacts, joinLegs, type LegReason, type Relation } from '../state/leg-joins.ts';
import { type LegFacts, type LegKey, type LegMarks, userKey } from '../state/legs.ts';
import type { CallRecord } from './call.ts';

export interface LegLink {
  /** Number of the other call. */
  readonly call: number;
  /** `onward`: the other call is what became of this one. */
  readonly direction: 'onward' | 'back';
  readonly relation: Relation;
  /** Host that placed the later call. */
  readonly host: string;
  readonly score: number;
  readonly reasons: readonly LegReason[];
  /** How the other call was refused, where it is what became of this one. */
  readonly end?: LegEnd;
}

/** Other legs named at one call: a hunt through a hundred gateways has more, and says no more with them. */
const LINK_LIMIT = 32;

const noMarks: LegMarks = { keys: [], onward: [], replaces: '', referred: false, credentials: false };

/** Streams that more than one of the calls describes. */
function sharedStreams(calls: readonly CallRecord[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const { streams } of calls) {
    for (const { key } of streams) {
      if (seen.has(key)) shared.add(key);
      else seen.add(key);
    }
  }
  return shared;
}

function factsOf(call: CallRecord, leg: LegFacts, shared: ReadonlySet<number>): JoinFacts {
  const { timings, start } = call;
  const after = (ms: number | undefined) => (ms === undefined ? 0 : start + ms * 1000);
  const marks = leg.marks ?? noMarks;
  const origin = { kind: 'sdp-origin', value: String(leg.origin) } as const;
  return {
    ...marks,
    keys: [...marks.keys, ...(leg.origin === 0 ? [] : [origin]), ...mediaKeys(call, shared)],
    start,
    callId: call.callIds[0],
    client: leg.client,
    servers: [leg.server, ...leg.beyond],
    from: userKey(call.from.split('@', 1)[0]),
    to: userKey(call.to.split('@', 1)[0]),
    rang: after(timings.postDial),
    ended: after(timings.final),
    status: call.finalStatus,
    released:
      timings.setup === undefined || timings.duration === undefined ? 0 : after(timings.setup + timings.duration),
  };
}

function mediaKeys({ streams }: CallRecord, shared: ReadonlySet<number>): readonly LegKey[] {
  if (shared.size === 0) return [];
  return streams.flatMap(({ key }) => (shared.has(key) ? [{ kind: 'media', value: String(key) }] : []));
}

/** Codes change on their way through a B2BUA; 487 is the answer to its own CANCEL. */
function endOf({ finalStatus, verdict: { args } }: CallRecord): LegEnd | undefined {
  if (finalStatus < 300 || finalStatus === 487 || args.host === undefined) return undefined;
  return { host: String(args.host), status: finalStatus, phrase: String(args.phrase ?? '') };
}

/** Calls that can be a leg at all: they say something of others, or a host of theirs takes calls and places some. */
function candidatesOf(calls: readonly CallRecord[], shared: ReadonlySet<number>): number[] {
  const clients = new Set<string>();
  const servers = new Set<string>();
  /** Call-IDs that other calls name. */
  const named = new Set<string>();
  for (const { leg } of calls) {
    if (leg === undefined) continue;
    clients.add(leg.client);
    servers.add(leg.server);
    for (const host of leg.beyond) servers.add(host);
    if (leg.marks === undefined) continue;
    if (leg.marks.replaces !== '') named.add(leg.marks.replaces);
    for (const { kind, value } of leg.marks.keys) if (kind === 'other-leg' || kind === 'call-id') named.add(value);
  }
  const found: number[] = [];
  for (let call = 0; call < calls.length; call++) {
    const { leg, finalStatus, callIds, streams } = calls[call];
    if (leg === undefined) continue;
    const between = servers.has(leg.client) || clients.has(leg.server) || leg.beyond.some((host) => clients.has(host));
    const spoken = leg.marks !== undefined || (named.size > 0 && callIds.some((id) => named.has(id)));
    const joined = shared.size > 0 && streams.some(({ key }) => shared.has(key));
    if (spoken || between || joined || finalStatus === 401 || finalStatus === 407) found.push(call);
  }
  return found;
}

/** `calls` in the order of the report; the result by their number. */
export function linkLegs(calls: readonly CallRecord[]): ReadonlyMap<number, readonly LegLink[]> {
  const links = new Map<number, LegLink[]>();
  const put = (call: number, link: LegLink) => {
    const known = links.get(call);
    if (known === undefined) links.set(call, [link]);
    else if (known.length < LINK_LIMIT) known.push(link);
  };
  const shared = sharedStreams(calls);
  const legs = candidatesOf(calls, shared).flatMap((call) => {
    const { leg } = calls[call];
    return leg === undefined ? [] : [{ call, facts: factsOf(calls[call], leg, shared) }];
  });
  legs.sort((a, b) => a.facts.start - b.facts.start);
  for (const { from, to, relation, score, reasons } of joinLegs(legs.map(({ facts }) => facts))) {
    const shared = { relation, score, reasons, host: legs[to].facts.client };
    const end = endOf(calls[legs[to].call]);
    put(legs[from].call, { ...shared, call: legs[to].call, direction: 'onward', ...(end && { end }) });
    put(legs[to].call, { ...shared, call: legs[from].call, direction: 'back' });
  }
  return links;
}
