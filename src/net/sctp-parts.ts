/**
 * Messages of SCTP that come in parts (RFC 9260 §6.9, RFC 8260 §2.2.1), put together in whatever order they come, and
 * what was there already: a part that is sent again has the same TSN. All of it is bounded.
 */
import type { Endpoint, Tally } from '../model.ts';
import type { Endpoints } from './endpoints.ts';
import { type IpPacket, uint16, uint32 } from './ip.ts';
import type { Chunk } from './sctp-chunks.ts';

export interface SctpPartsOptions {
  readonly endpoints: Endpoints;
  readonly tally: Tally;
  /** All parts of a message in order; `last` is the one that came last. */
  onWhole(parts: readonly Part[], last: Part): void;
  /** The first parts of a message whose other parts did not come. */
  onBeginning(parts: readonly Part[]): void;
}

export interface Part {
  readonly bytes: Uint8Array;
  readonly missing: number;
  readonly beginning: boolean;
  readonly ending: boolean;
  readonly time: number;
  readonly number: number;
  readonly position: number;
  readonly ttl: number;
  readonly source: Endpoint;
  readonly destination: Endpoint;
}

/** One direction of an association. Its tag and ports name it: hosts may change their addresses (RFC 9260 §6.4). */
export interface Way {
  readonly tag: number;
  /** By message, then by number. */
  readonly held: Map<number, Map<number, Part>>;
  count: number;
  /** TSN → a hash of the bytes, the latest ones. */
  readonly known: Map<number, number>;
  /** The last part of a message that is not wanted. */
  ignored: { message: number; sequence: number } | undefined;
}

export interface SctpParts {
  /** No message is given up before this time. */
  readonly deadline: number;
  wayOf(ip: IpPacket): Way;
  /** Was that part there before? Remembers it. */
  isRepeated(way: Way, tsn: number, bytes: Uint8Array, start: number, end: number): boolean;
  /** Does the chunk follow a part that is held? */
  isAwaited(ip: IpPacket, chunk: Chunk): boolean;
  ignore(ip: IpPacket, chunk: Chunk): void;
  /** Does the chunk follow a part that was not wanted? */
  isIgnored(way: Way, chunk: Chunk): boolean;
  add(way: Way, ip: IpPacket, chunk: Chunk): void;
  expire(time: number): void;
  end(): void;
}

const MOST_WAYS = 4096;
const MOST_KNOWN = 1024;
/** Of one direction. */
const MOST_PARTS = 512;
const MOST_MEMORY = 16_777_216;
const OVERHEAD = 256;
/** A sender repeats what is lost within seconds (RFC 9260 §6.3.1), and more than once. */
const PATIENCE = 15_000_000;

export function createSctpParts({ endpoints, tally, onWhole, onBeginning }: SctpPartsOptions): SctpParts {
  const ways = new Map<number, Way>();
  /** Those that hold parts, the one that waits for longest first, with the time since when. */
  const waiting = new Map<Way, number>();
  let memory = 0;

  const self: SctpParts & { deadline: number } = {
    deadline: Number.POSITIVE_INFINITY,
    wayOf,
    isRepeated,
    isAwaited,
    ignore,
    isIgnored,
    add,
    expire,
    end,
  };

  function keyOf({ bytes, start }: IpPacket): number {
    // 48 bits; the destination's port stands for both, since the tag is drawn by chance for each direction.
    return uint32(bytes, start + 4) * 65_536 + uint16(bytes, start + 2);
  }

  function wayOf(ip: IpPacket): Way {
    const key = keyOf(ip);
    const known = ways.get(key);
    if (known !== undefined) return known;
    if (ways.size >= MOST_WAYS) {
      for (const [oldest, way] of ways) {
        giveUp(way);
        ways.delete(oldest);
        break;
      }
    }
    const tag = uint32(ip.bytes, ip.start + 4);
    const way: Way = { tag, held: new Map(), count: 0, known: new Map(), ignored: undefined };
    ways.set(key, way);
    return way;
  }

  function isRepeated({ tag, known }: Way, tsn: number, bytes: Uint8Array, start: number, end: number): boolean {
    // Data never has the tag 0 (§8.5), but what programs make up from text does, with one TSN for all.
    if (tag === 0) return false;
    const hash = hashOf(bytes, start, end);
    if (known.get(tsn) === hash) return true;
    if (known.size >= MOST_KNOWN) {
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    }
    known.set(tsn, hash);
    return false;
  }

  function isAwaited(ip: IpPacket, { message, sequence }: Chunk): boolean {
    const held = ways.get(keyOf(ip))?.held.get(message);
    return held?.has((sequence - 1) >>> 0) === true || held?.has((sequence + 1) >>> 0) === true;
  }

  function ignore(ip: IpPacket, { message, sequence }: Chunk): void {
    wayOf(ip).ignored = { message, sequence };
  }

  function isIgnored(way: Way, { message, sequence, beginning, ending }: Chunk): boolean {
    const { ignored } = way;
    if (ignored === undefined || beginning || ignored.message !== message) return false;
    if (sequence !== (ignored.sequence + 1) >>> 0) return false;
    if (ending) way.ignored = undefined;
    else ignored.sequence = sequence;
    return true;
  }

  function add(way: Way, ip: IpPacket, chunk: Chunk): void {
    if (way.count >= MOST_PARTS) {
      tally.count('sctp-limit', ip.number, ip.position);
      giveUp(way);
    }
    const { bytes } = ip;
    const part: Part = {
      bytes: bytes.slice(chunk.start, chunk.end),
      missing: chunk.missing,
      beginning: chunk.beginning,
      ending: chunk.ending,
      time: ip.time,
      number: ip.number,
      position: ip.reassembled ? ip.position : ip.position + chunk.start - ip.start,
      ttl: ip.ttl,
      source: endpoints.of(bytes, ip.sourceAt, ip.addressLength, uint16(bytes, ip.start)),
      destination: endpoints.of(bytes, ip.destinationAt, ip.addressLength, uint16(bytes, ip.start + 2)),
    };
    const held = way.held.get(chunk.message) ?? new Map<number, Part>();
    way.held.set(chunk.message, held);
    if (held.has(chunk.sequence)) return;
    held.set(chunk.sequence, part);
    way.count++;
    memory += part.bytes.length + OVERHEAD;
    if (!waiting.has(way)) waiting.set(way, ip.time);
    self.deadline = Math.min(self.deadline, (waiting.get(way) ?? 0) + PATIENCE);
    complete(way, chunk.message, held, chunk.sequence);
    while (memory > MOST_MEMORY) giveUpOldest(ip);
  }

  /** Is the message whole to which the part of this number belongs? */
  function complete(way: Way, message: number, held: Map<number, Part>, sequence: number): void {
    let first = sequence;
    for (let part = held.get(first); part?.beginning !== true; part = held.get(first)) {
      if (part === undefined) return;
      first = (first - 1) >>> 0;
    }
    const parts = runFrom(held, first);
    if (!parts[parts.length - 1].ending) return;
    const last = held.get(sequence) ?? parts[parts.length - 1];
    remove(way, message, held, first, parts);
    onWhole(parts, last);
  }

  function remove(way: Way, message: number, held: Map<number, Part>, first: number, parts: readonly Part[]): void {
    parts.forEach(({ bytes }, index) => {
      held.delete((first + index) >>> 0);
      memory -= bytes.length + OVERHEAD;
    });
    way.count -= parts.length;
    if (held.size === 0) way.held.delete(message);
    if (way.count === 0) waiting.delete(way);
  }

  function giveUpOldest(ip: IpPacket): void {
    tally.count('sctp-limit', ip.number, ip.position);
    for (const way of waiting.keys()) {
      giveUp(way);
      return;
    }
  }

  /** Gives out the beginnings of what did not become whole; what has none is counted once. */
  function giveUp(way: Way, before = Number.POSITIVE_INFINITY): void {
    for (const [message, held] of way.held) {
      for (const [first, { beginning, time, number, position }] of [...held]) {
        if (!beginning || time > before) continue;
        const parts = runFrom(held, first);
        remove(way, message, held, first, parts);
        tally.count('sctp-message-incomplete', number, position);
        onBeginning(parts);
      }
    }
    let counted = false;
    for (const [message, held] of way.held) {
      for (const [sequence, part] of [...held]) {
        if (part.time > before) continue;
        if (!counted) tally.count('sctp-message-incomplete', part.number, part.position);
        counted = true;
        remove(way, message, held, sequence, [part]);
      }
    }
  }

  function expire(time: number): void {
    self.deadline = Number.POSITIVE_INFINITY;
    for (const [way, since] of waiting) {
      // A clock that jumps back must not keep it for ever.
      if (Math.abs(time - since) < PATIENCE) {
        self.deadline = since + PATIENCE;
        return;
      }
      giveUp(way, time < since ? undefined : time - PATIENCE);
      // What is younger waits for longer, as one that came just now.
      if (way.count === 0) continue;
      waiting.delete(way);
      waiting.set(way, time);
    }
  }

  function end(): void {
    for (const way of [...waiting.keys()]) giveUp(way);
    self.deadline = Number.POSITIVE_INFINITY;
  }

  return self;
}

/** The parts that follow one another from `first` on, up to the one that ends the message. */
function runFrom(held: ReadonlyMap<number, Part>, first: number): Part[] {
  const parts: Part[] = [];
  for (let at = first, part = held.get(at); part !== undefined; part = held.get(at)) {
    if (part.beginning && at !== first) break;
    parts.push(part);
    if (part.ending) break;
    at = (at + 1) >>> 0;
  }
  return parts;
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
  return hash;
}
