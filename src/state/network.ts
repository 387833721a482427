/**
 * What the network did beside carrying SIP, kept for the rules: found by socket and time, bounded whatever comes.
 */
import type {
  ConnectionFailure,
  FragmentLoss,
  HandshakeEnd,
  IcmpError,
  NetworkEvent,
  TrafficFacts,
} from '../events.ts';
import type { Endpoint, Origin } from '../model.ts';

/** The same between the same two hosts, however often. */
export interface Repeated<Event> {
  readonly first: Event;
  /** Time of the latest, µs. */
  last: number;
  count: number;
}

/** As rules see it. */
export interface Network {
  /** ICMP errors about SIP from one socket to another that came within `[from, to]` (µs), in order. */
  icmp(source: Endpoint, destination: Endpoint, from: number, to: number): readonly IcmpError[];
  /** Those of the same time that are about other packets, media perhaps. */
  otherIcmp(from: number, to: number): readonly IcmpError[];
  /** The datagram of which this message is the beginning. */
  fragmentLoss(message: { readonly origin: Origin }): FragmentLoss | undefined;
  /** By client address, server socket and how they failed. */
  readonly connections: readonly Repeated<ConnectionFailure>[];
  /** By client address, server socket and how they ended. */
  readonly handshakes: readonly Repeated<HandshakeEnd>[];
  /** One entry for each capture, none for logs. */
  readonly traffic: readonly TrafficFacts[];
}

/** Where it is put in. */
export interface NetworkLog extends Network {
  add(event: NetworkEvent): void;
  readonly traffic: TrafficFacts[];
}

/** Errors that quote SIP are kept for hours; those about media come by the thousand. */
const SIP_LIMIT = 32_768;
const OTHER_LIMIT = 8_192;
const LOSS_LIMIT = 8_192;
/** Different troubles that are told apart. */
const KIND_LIMIT = 4_096;
/** Errors of one answer. */
const ANSWER_LIMIT = 1_024;
/** Steps that an event may have come late by. */
const LATE = 32;

/** Lists by key; what is oldest goes when `limit` entries came after it. */
class Recent<T extends { readonly time: number }> {
  #young = new Map<string, T[]>();
  #old = new Map<string, T[]>();
  #size = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(key: string, entry: T): void {
    if (this.#size >= this.#limit) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#size = 0;
    }
    this.#size++;
    const list = this.#young.get(key);
    if (list === undefined) {
      this.#young.set(key, [entry]);
      return;
    }
    let at = list.length;
    for (let steps = 0; at > 0 && list[at - 1].time > entry.time && steps < LATE; steps++) at--;
    list.splice(at, 0, entry);
  }

  /** Nothing was ever added: no key needs to be made. */
  get isEmpty(): boolean {
    return this.#size === 0 && this.#old.size === 0;
  }

  /** Entries of `[from, to]`, so many at the most. */
  between(key: string, from: number, to: number): readonly T[] {
    const found: T[] = [];
    for (const list of [this.#old.get(key), this.#young.get(key)]) {
      if (list === undefined) continue;
      for (let at = firstFrom(list, from); at < list.length && list[at].time <= to; at++) {
        if (found.push(list[at]) >= ANSWER_LIMIT) return found;
      }
    }
    return found;
  }
}

/** Index of the first entry that is not before `time`. */
function firstFrom(list: readonly { readonly time: number }[], time: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].time < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts what is the same by its key. */
class Tallied<T extends { readonly time: number }> {
  readonly #byKey = new Map<string, Repeated<T>>();
  readonly list: Repeated<T>[] = [];

  add(key: string, event: T): void {
    const known = this.#byKey.get(key);
    if (known !== undefined) {
      known.count++;
      if (event.time > known.last) known.last = event.time;
    } else if (this.list.length < KIND_LIMIT) {
      const entry = { first: event, last: event.time, count: 1 };
      this.#byKey.set(key, entry);
      this.list.push(entry);
    }
  }
}

const none: readonly IcmpError[] = [];
const wayOf = (source: Endpoint, destination: Endpoint) => `${source.name} ${destination.name}`;
const frameOf = ({ input, index }: Origin) => `${input} ${index}`;

export function createNetwork(): NetworkLog {
  const aboutSip = new Recent<IcmpError>(SIP_LIMIT);
  const aboutOthers = new Recent<IcmpError>(OTHER_LIMIT);
  const losses = new Recent<FragmentLoss>(LOSS_LIMIT);
  const connections = new Tallied<ConnectionFailure>();
  const handshakes = new Tallied<HandshakeEnd>();

  function failed(event: ConnectionFailure): void {
    connections.add(`${event.how} ${event.source.address} ${event.destination.name}`, event);
  }

  return {
    traffic: [],
    connections: connections.list,
    handshakes: handshakes.list,
    icmp: (source, destination, from, to) =>
      aboutSip.isEmpty ? none : aboutSip.between(wayOf(source, destination), from, to),
    otherIcmp: (from, to) => (aboutOthers.isEmpty ? none : aboutOthers.between('', from, to)),
    fragmentLoss({ origin }) {
      for (const loss of losses.between(frameOf(origin), Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY))
        return loss;
      return undefined;
    },
    add(event) {
      switch (event.kind) {
        case 'icmp':
          if (event.sip) aboutSip.add(wayOf(event.source, event.destination), event);
          else aboutOthers.add('', event);
          // TCP deals with packets that are too big by itself (RFC 1191 §6).
          if (event.transport === 'tcp' && event.sip && event.reason !== 'too-big') {
            const { time, origin, source, destination } = event;
            const rest = { how: 'unreachable', sends: 1, waited: 0, idle: -1 } as const;
            failed({ kind: 'connection', time, origin, source, destination, ...rest });
          }
          break;
        case 'fragments':
          losses.add(frameOf(event.origin), event);
          break;
        case 'connection':
          failed(event);
          break;
        case 'handshake':
          handshakes.add(
            `${event.how} ${event.alert} ${event.byClient} ${event.source.address} ${event.destination.name}`,
            event,
          );
      }
    },
  };
}
