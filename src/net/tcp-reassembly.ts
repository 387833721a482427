/**
 * One direction of a TCP connection: segments in, bytes in order out (RFC 9293 §3.4, §3.10.7.4). An observer cannot
 * ask for what it missed, so a hole is waited for, and then passed over with `gap`.
 */
import type { StreamChunk, Tally } from '../model.ts';
import type { Carriers } from './carriers.ts';
import type { Counters } from './counters.ts';
import { CLOSED, type Direction, OPENED, type Segment, SIP, UNKNOWN } from './tcp-direction.ts';
import { isTelling } from './telling.ts';

export interface ReassemblyOptions extends Pick<Carriers, 'opens' | 'mayOpen'> {
  readonly input: number;
  readonly tally: Tally;
  readonly counters: Counters;
  /** Streams are numbered in the order of their first bytes, whoever hands them out. */
  readonly numbering: { next: number };
  onStream(chunk: StreamChunk): void;
}

export interface Reassembly {
  /** No hole is given up before this time. */
  readonly deadline: number;
  accept(direction: Direction, segment: Segment): void;
  /** Delivers what is held and says that nothing more comes. `ending` is the segment that says so, if any. */
  close(direction: Direction, time: number, ending?: Segment): void;
  /** Gives up the holes that should have been filled by `time`. */
  expire(time: number): void;
}

// A sender repeats a lost segment after one second at most, then after two more (RFC 6298 §2).
const PATIENCE = 3_000_000;
const MOST_SEGMENTS = 256;
const MOST_BYTES = 262_144;
// In all directions together, with what the objects take themselves.
const MOST_MEMORY = 33_554_432;
const OVERHEAD = 256;
// A sequence number further away belongs to another connection with the same ports.
export const WINDOW = 1_048_576;

const nothing = new Uint8Array(0);

export function createReassembly(options: ReassemblyOptions): Reassembly {
  const { input, tally, counters, numbering, opens, mayOpen, onStream } = options;
  const probe = new Uint8Array(4096);
  /** Directions with held segments, the one that began to wait first in front. */
  const waiting = new Set<Direction>();
  let memory = 0;

  const reassembly = { deadline: Infinity, accept, close, expire };

  function accept(direction: Direction, segment: Segment): void {
    if (direction.state === CLOSED) return;
    const size = segment.end - segment.start;
    let ahead = (segment.sequence - direction.next) | 0;
    const far = ahead >= WINDOW || ahead <= -WINDOW;
    if (direction.state === UNKNOWN || far) {
      if (size === 0) return;
      if (!opens(segment.bytes, segment.start, segment.end)) {
        counters.tcpNotSip++;
        return;
      }
      if (far) release(direction);
      // That may have brought it to its FIN.
      if (direction.state === CLOSED) return;
      pickUp(direction, segment);
      ahead = 0;
    }
    if (segment.fin) direction.finAt = (segment.sequence + size + segment.missing) >>> 0;
    if (size + segment.missing > 0) {
      if (direction.state === OPENED && ahead === 0 && opens(segment.bytes, segment.start, segment.end)) {
        direction.state = SIP;
      }
      if (ahead + size + segment.missing <= 0) counters.tcpRetransmitted++;
      else if (ahead > 0 || direction.state === OPENED) hold(direction, segment);
      else {
        deliver(direction, segment);
        drain(direction);
      }
    }
    if (direction.state === OPENED) decide(direction);
    if (isFinished(direction)) finish(direction, segment.time, segment);
  }

  /** Begins in mid-stream. */
  function pickUp(direction: Direction, segment: Segment): void {
    direction.state = SIP;
    direction.next = segment.sequence;
    direction.gap = true;
    direction.finAt = -1;
    counters.tcpMidStream++;
  }

  function deliver(direction: Direction, segment: Segment): void {
    const known = Math.max((direction.next - segment.sequence) | 0, 0);
    const start = Math.min(segment.start + known, segment.end);
    direction.next = (segment.sequence + segment.end - segment.start + segment.missing) >>> 0;
    direction.time = segment.time;
    direction.number = segment.number;
    direction.position = segment.position + start - segment.start;
    const last = segment.missing === 0 && isFinished(direction);
    if (start < segment.end)
      emit(direction, segment.bytes, start, segment.end, last, segment.sequence + start - segment.start);
    if (segment.missing > 0) direction.gap = true;
    if (last) forget(direction, CLOSED);
  }

  function emit(
    direction: Direction,
    bytes: Uint8Array,
    start: number,
    end: number,
    last: boolean,
    sequence: number,
  ): void {
    if (direction.stream < 0) direction.stream = numbering.next++;
    onStream({
      stream: direction.stream,
      sequence: sequence >>> 0,
      time: direction.time,
      source: direction.source,
      destination: direction.destination,
      bytes,
      start,
      end,
      origin: { input, index: direction.number, position: direction.position, length: end - start },
      gap: direction.gap,
      last,
    });
    direction.gap = false;
  }

  function isFinished(direction: Direction): boolean {
    return direction.state === SIP && direction.finAt >= 0 && ((direction.finAt - direction.next) | 0) <= 0;
  }

  function hold(direction: Direction, segment: Segment): void {
    const { held } = direction;
    const size = segment.end - segment.start;
    if (held.length >= MOST_SEGMENTS || direction.heldBytes + size > MOST_BYTES) {
      release(direction);
      accept(direction, segment);
      return;
    }
    let index = held.length;
    while (index > 0 && ((held[index - 1].sequence - segment.sequence) | 0) > 0) index--;
    const before = index > 0 ? held[index - 1] : undefined;
    if (before?.sequence === segment.sequence && before.end - before.start >= size) {
      counters.tcpRetransmitted++;
      return;
    }
    held.splice(index, 0, { ...segment, bytes: segment.bytes.slice(segment.start, segment.end), start: 0, end: size });
    direction.heldBytes += size;
    memory += size + OVERHEAD;
    waiting.add(direction);
    if (segment.time + PATIENCE < reassembly.deadline) reassembly.deadline = segment.time + PATIENCE;
    for (const oldest of waiting) {
      if (memory <= MOST_MEMORY) break;
      release(oldest);
    }
  }

  /** Takes the first held segment out. */
  function takeHeld(direction: Direction): Segment {
    const [segment] = direction.held.splice(0, 1);
    direction.heldBytes -= segment.end;
    memory -= segment.end + OVERHEAD;
    if (direction.held.length === 0) waiting.delete(direction);
    return segment;
  }

  /** Delivers held segments up to the next hole. */
  function drain(direction: Direction): void {
    while (direction.held.length > 0 && ((direction.held[0].sequence - direction.next) | 0) <= 0) {
      const segment = takeHeld(direction);
      const size = segment.end + segment.missing;
      if (((segment.sequence - direction.next) | 0) + size > 0) deliver(direction, segment);
    }
  }

  /** Delivers all held segments, holes or not. */
  function skipHoles(direction: Direction): void {
    if (direction.state === OPENED) {
      // Its first bytes will not come: is there SIP behind them?
      while (direction.held.length > 0) {
        const [first] = direction.held;
        if (opens(first.bytes, first.start, first.end)) break;
        takeHeld(direction);
        counters.tcpNotSip++;
      }
      if (direction.held.length === 0) {
        forget(direction, UNKNOWN);
        return;
      }
      const { finAt } = direction;
      pickUp(direction, direction.held[0]);
      direction.finAt = finAt;
    }
    while (direction.held.length > 0) {
      const [first] = direction.held;
      if (((first.sequence - direction.next) | 0) > 0) {
        tally.count('tcp-gap', first.number, first.position);
        direction.gap = true;
        direction.next = first.sequence;
      }
      drain(direction);
    }
  }

  function release(direction: Direction): void {
    skipHoles(direction);
    if (isFinished(direction)) finish(direction, direction.time);
  }

  /** Is it SIP that a connection opens with? Decided on the bytes without a hole at its beginning. */
  function decide(direction: Direction): void {
    let size = 0;
    let { next } = direction;
    let cut = false;
    for (const { sequence, bytes, end, missing } of direction.held) {
      const known = (next - sequence) | 0;
      if (known < 0 || size === probe.length || cut) break;
      if (known < end) {
        const part = bytes.subarray(known, Math.min(end, known + probe.length - size));
        probe.set(part, size);
        size += part.length;
        next = (sequence + end) >>> 0;
      }
      cut = missing > 0;
    }
    if (size > 0 && opens(probe, 0, size)) {
      direction.state = SIP;
      drain(direction);
    } else if (cut || (isTelling(probe, 0, size) && !(size < probe.length && mayOpen(probe, 0, size)))) {
      counters.tcpNotSip += direction.held.length;
      forget(direction, UNKNOWN);
    }
  }

  function forget(direction: Direction, state: number): void {
    direction.state = state;
    memory -= direction.heldBytes + direction.held.length * OVERHEAD;
    direction.heldBytes = 0;
    direction.held = [];
    waiting.delete(direction);
  }

  function close(direction: Direction, time: number, ending?: Segment): void {
    skipHoles(direction);
    finish(direction, time, ending);
  }

  function finish(direction: Direction, time: number, ending?: Segment): void {
    if (direction.state === SIP && direction.stream >= 0) {
      direction.time = time;
      if (ending !== undefined) {
        direction.number = ending.number;
        direction.position = ending.position;
      }
      // A FIN further on tells of bytes that never came.
      if (direction.finAt >= 0 && direction.finAt !== direction.next) direction.gap = true;
      emit(direction, nothing, 0, 0, true, direction.next);
    }
    forget(direction, CLOSED);
  }

  function expire(time: number): void {
    let deadline = Infinity;
    for (const direction of waiting) {
      const since = direction.held[0].time;
      // A clock that jumps back must not make it wait for ever.
      if (Math.abs(time - since) >= PATIENCE) release(direction);
      else if (since + PATIENCE < deadline) deadline = since + PATIENCE;
    }
    reassembly.deadline = deadline;
  }

  return reassembly;
}
