/** Cuts one direction of a connection into records. Where bytes are missing, it looks for the next header that makes sense. */
import { uint16 } from '../ip.ts';
import { joined } from './key-schedule.ts';
import type { Sent } from './protection.ts';
import { HEADER, looksLikeTls } from './record.ts';

/** Bytes of unfinished records that all connections hold together. */
export interface Memory {
  left: number;
}

export interface CutterOptions {
  readonly memory: Memory;
  /**
   * A record, borrowed, that begins `offset` bytes behind the start of the chunk, which is below zero where a chunk before
   * has its first byte. `lost`: what stood before it is missing, or made no sense.
   */
  onRecord(record: Sent, offset: number, lost: boolean): void;
  /** What stands here is no record. */
  onNonsense(): void;
}

export interface Cutter {
  chunk(bytes: Uint8Array, start: number, end: number, gap: boolean): void;
  /** Lets go what is held of an unfinished record; true when there was something. */
  release(): boolean;
}

const nothing = new Uint8Array(0);

export function createCutter({ memory, onRecord, onNonsense }: CutterOptions): Cutter {
  let held = nothing;
  /** How much of `held` is there; the rest has room for the record to be finished. */
  let length = 0;
  let seeking = false;
  let lost = false;

  function release(): boolean {
    const some = length > 0;
    memory.left += held.length;
    held = nothing;
    length = 0;
    return some;
  }

  /** Takes what does not end here. */
  function keep(bytes: Uint8Array, start: number, end: number): void {
    const known = end - start >= HEADER && !seeking;
    const size = known ? HEADER + uint16(bytes, start + 3) : HEADER;
    if (memory.left < size) {
      lost = true;
      seeking = true;
      return;
    }
    memory.left -= size;
    held = new Uint8Array(size);
    held.set(bytes.subarray(start, end));
    length = end - start;
  }

  function seek(bytes: Uint8Array, start: number, end: number): number {
    for (let at = start; at + HEADER <= end; at++) {
      if (!looksLikeTls(bytes, at, end)) continue;
      const next = at + HEADER + uint16(bytes, at + 3);
      if (next + HEADER <= end && !looksLikeTls(bytes, next, end)) continue;
      seeking = false;
      return at;
    }
    return Math.max(start, end - HEADER + 1);
  }

  /** Hands out whole records; returns where the rest begins. */
  function cut(bytes: Uint8Array, start: number, end: number, base: number): number {
    let at = start;
    for (;;) {
      if (seeking) at = seek(bytes, at, end);
      if (at + HEADER > end) return at;
      if (!looksLikeTls(bytes, at, end)) {
        onNonsense();
        lost = true;
        seeking = true;
        at++;
        continue;
      }
      const next = at + HEADER + uint16(bytes, at + 3);
      if (next > end) return at;
      const behindLoss = lost;
      lost = false;
      onRecord({ bytes, at, end: next }, at - base, behindLoss);
      at = next;
    }
  }

  /** The next part of a record whose header is whole; returns where what follows it begins. */
  function fill(bytes: Uint8Array, start: number, end: number): number {
    const stop = Math.min(end, start + held.length - length);
    held.set(bytes.subarray(start, stop), length);
    length += stop - start;
    if (length < held.length) return stop;
    const record = { bytes: held, at: 0, end: held.length };
    const offset = stop - start - held.length;
    const behindLoss = lost;
    lost = false;
    release();
    onRecord(record, offset, behindLoss);
    return stop;
  }

  return {
    release,
    chunk(bytes, start, end, gap) {
      if (gap) {
        release();
        lost = true;
        seeking = true;
      }
      let at = start;
      if (length >= HEADER) {
        at = fill(bytes, at, end);
        if (length > 0) return;
      } else if (length > 0) {
        // A cut header: rare, and short.
        const whole = joined(held.subarray(0, length), bytes.subarray(at, end));
        const base = length;
        release();
        const rest = cut(whole, 0, whole.length, base);
        if (rest < whole.length) keep(whole, rest, whole.length);
        return;
      }
      at = cut(bytes, at, end, start);
      if (at < end) keep(bytes, at, end);
    },
  };
}
