/** The offers and answers of a call: every dialog on every hop, each judged for itself. */
import type { Call, Endpoint, SipMessage, Transaction } from '../model.ts';
import { createReader } from './description.ts';
import { isReliableProvisional } from './exchange.ts';
import { Negotiation } from './offer-answer.ts';
import { isOrdinaryOffer, isOrdinaryPair } from './ordinary.ts';

/** What passed between two hosts. */
export interface Hop {
  /** Via values of its first request: the greater, the nearer to the callee. */
  readonly depth: number;
  /** Order in which the hops of the call appeared. */
  readonly order: number;
  readonly negotiations: readonly Negotiation[];
}

interface Lane {
  readonly depth: number;
  /** Via values of the requests of either side: a request that comes by again is on another hop. */
  readonly depths: Map<string, number>;
  readonly events: Event[];
}

interface Event {
  readonly message: SipMessage;
  /** Undefined for the ACK of a 2xx. */
  readonly transaction: Transaction | undefined;
  readonly at: number;
}

/** Messages of one call that are looked at. */
const EVENT_LIMIT = 20_000;
const REFUSED_MEDIA = new Set([415, 488, 606]);

function carriesSdp(method: string): boolean {
  return method === 'INVITE' || method === 'UPDATE' || method === 'PRACK';
}

/** Between different hosts the addresses make the hop, on one host the ports do. */
function laneKey(a: Endpoint, b: Endpoint): string {
  const [one, other] = a.address === b.address ? [a.name, b.name] : [a.address, b.address];
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

// ── Ordinary calls ───────────────────────────────────────────────────────────────────────────────────────────────

/** An INVITE outside a dialog whose offer and answer one glance settles; what was refused for other reasons is settled too. */
function isOrdinaryInvite({ request, responses }: Transaction): boolean {
  if (request?.toTag !== '' || !request.hasSdp || request.truncated) return false;
  let answer: SipMessage | undefined;
  for (let i = responses.length - 1; i >= 0; i--) {
    const { message } = responses[i];
    if (message.status <= 100) continue;
    if (REFUSED_MEDIA.has(message.status)) return false;
    if (message.status >= 300) continue;
    if (isReliableProvisional(message)) return false;
    if (message.bodyLength === 0) {
      if (message.status >= 200) return false;
      continue;
    }
    if (!message.hasSdp || message.truncated) return false;
    if (answer === undefined) {
      if (!isOrdinaryPair(request.body(), message.body())) return false;
      answer = message;
    } else if (answer.toTag !== message.toTag || !sameBody(answer, message)) return false;
  }
  return answer !== undefined || isOrdinaryOffer(request.body());
}

function sameBody(a: SipMessage, b: SipMessage): boolean {
  const left = a.body();
  const right = b.body();
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

function isOrdinary(call: Call): boolean {
  for (const transaction of call.transactions) {
    const { method } = transaction;
    if (method === 'INVITE' ? !isOrdinaryInvite(transaction) : method === 'UPDATE' || method === 'PRACK') return false;
  }
  for (const { acks } of call.dialogs) for (const ack of acks) if (ack.bodyLength > 0) return false;
  return true;
}

// ── The others ───────────────────────────────────────────────────────────────────────────────────────────────────

function eventsOf(transaction: Transaction, into: Event[]): void {
  const { request, responses, method } = transaction;
  const start = request?.time ?? Number.NEGATIVE_INFINITY;
  if (request !== undefined) into.push({ message: request, transaction, at: request.time });
  for (const { message } of responses) {
    // A capture may show a response before its request, by a little.
    if (message.status > 100 && (method === 'INVITE' || message.status >= 200)) {
      into.push({ message, transaction, at: Math.max(message.time, start) });
    }
  }
}

function lanesOf(call: Call): Lane[] {
  const lanes = new Map<string, Lane>();
  let count = 0;
  for (const transaction of call.transactions) {
    if (!carriesSdp(transaction.method)) continue;
    const { client, server, viaCount } = transaction;
    const key = laneKey(client, server);
    let lane = lanes.get(key);
    if (lane === undefined) {
      lane = { depth: viaCount, depths: new Map(), events: [] };
      lanes.set(key, lane);
    }
    const side = client.address === server.address ? client.name : client.address;
    const depth = lane.depths.get(side);
    if (depth === undefined) lane.depths.set(side, viaCount);
    else if (depth !== viaCount) continue;
    if (count > EVENT_LIMIT) continue;
    eventsOf(transaction, lane.events);
    count += 1 + transaction.responses.length;
  }
  for (const { acks } of call.dialogs) {
    for (const ack of acks) {
      const lane = lanes.get(laneKey(ack.source, ack.destination));
      lane?.events.push({ message: ack, transaction: undefined, at: ack.time });
    }
  }
  return [...lanes.values()];
}

/** What answers comes after what it answers, even where the capture has mixed up the two. */
function inOrder(events: Event[]): Event[] {
  const answers = new Map<string, number>();
  const reliable = new Map<string, number>();
  for (const { message, at } of events) {
    if (message.isRequest || message.method !== 'INVITE') continue;
    if (message.status >= 200) answers.set(`${message.cseq} ${message.fromTag}`, at);
    else if (message.has('RSeq')) reliable.set(`${message.toTag} ${message.header('RSeq')?.trim()}`, at);
  }
  const placed = events.map((event, order) => {
    const { message } = event;
    let { at } = event;
    if (event.transaction === undefined) {
      at = Math.max(at, answers.get(`${message.cseq} ${message.fromTag}`) ?? at);
    } else if (message.isRequest && message.method === 'PRACK' && reliable.size > 0) {
      const [rseq] = (message.header('RAck') ?? '').trim().split(/\s/, 1);
      at = Math.max(at, reliable.get(`${message.toTag} ${rseq}`) ?? at);
    }
    return { event, at, order };
  });
  const printed = events.some(({ message }) => message.log !== undefined);
  // A log's order is its own, whatever its clock says.
  placed.sort((a, b) =>
    printed
      ? a.event.message.id - b.event.message.id
      : a.at - b.at || a.event.message.id - b.event.message.id || a.order - b.order,
  );
  return placed.map(({ event }) => event);
}

function readLane(lane: Lane, read: ReturnType<typeof createReader>): Negotiation[] {
  const negotiations = new Map<string, Negotiation>();
  const forks = new Map<Transaction, Negotiation[]>();

  const alone: Negotiation[] = [];
  let initial: Transaction | undefined;

  /** `opening`: the INVITE that makes the dialog, where its response tells; else the newest that fits. */
  function between(fromTag: string, toTag: string, opening?: Transaction): Negotiation {
    const known = negotiations.get(`${fromTag} ${toTag}`) ?? negotiations.get(`${toTag} ${fromTag}`);
    if (known !== undefined) return known;
    const invite = opening ?? initial;
    const caller = invite?.request?.fromTag;
    const negotiation = new Negotiation(caller === toTag ? toTag : fromTag, caller === toTag ? fromTag : toTag, read);
    negotiations.set(`${fromTag} ${toTag}`, negotiation);
    // The response that made it may be missing from the capture.
    if (invite !== undefined && (caller === fromTag || caller === toTag)) attach(invite, negotiation);
    return negotiation;
  }

  function attach(invite: Transaction, negotiation: Negotiation): void {
    const known = forks.get(invite) ?? [];
    if (invite.request === undefined || known.includes(negotiation)) return;
    forks.set(invite, [...known, negotiation]);
    negotiation.request(invite, invite.request);
  }

  /** The early dialog that a response opens: the offer of the INVITE stands in each. */
  function fork(transaction: Transaction, request: SipMessage, toTag: string): Negotiation {
    // Without a tag there is no dialog, and every try stands for itself.
    const negotiation =
      toTag === '' ? new Negotiation(request.fromTag, '', read) : between(request.fromTag, toTag, transaction);
    if (toTag === '') alone.push(negotiation);
    attach(transaction, negotiation);
    return negotiation;
  }

  function response(transaction: Transaction, message: SipMessage): void {
    const { request, method } = transaction;
    if (method !== 'INVITE' || request === undefined || request.toTag !== '') {
      between(message.fromTag, message.toTag).response(transaction, message);
    } else if (message.status < 300) {
      if (message.toTag !== '') fork(transaction, request, message.toTag).response(transaction, message);
    } else {
      const all = forks.get(transaction) ?? [fork(transaction, request, message.toTag)];
      for (const negotiation of all) negotiation.response(transaction, message);
    }
  }

  for (const { message, transaction } of inOrder(lane.events)) {
    if (transaction === undefined) between(message.fromTag, message.toTag).ack(message);
    else if (!message.isRequest) response(transaction, message);
    else if (message.toTag !== '') between(message.fromTag, message.toTag).request(transaction, message);
    else if (message.method === 'INVITE') initial = transaction;
  }
  for (const { transaction, message } of lane.events) {
    if (transaction === undefined || !message.isRequest || message.method !== 'INVITE' || message.toTag !== '')
      continue;
    // Nobody has answered yet: the offer stands alone.
    if (!forks.has(transaction) && message.hasSdp) fork(transaction, message, '');
  }
  return [...negotiations.values(), ...alone];
}

const nothing: readonly Hop[] = [];
let last: { readonly call: Call; readonly hops: readonly Hop[] } | undefined;

/**
 * Empty when a glance shows that there is nothing to judge. The last call is remembered, for rules ask one after the
 * other about the same.
 */
export function negotiationsOf(call: Call): readonly Hop[] {
  if (last?.call === call) return last.hops;
  let hops = nothing;
  if (!isOrdinary(call)) {
    const read = createReader();
    hops = lanesOf(call).map((lane, order) => ({ depth: lane.depth, order, negotiations: readLane(lane, read) }));
  }
  last = { call, hops };
  return hops;
}
