/** Protocols that say the length of each unit (HEP, TURN), over TCP: what is not whole yet is held until the rest comes. */
import type { StreamChunk } from '../model.ts';
import type { Carrier } from './carrier.ts';

/**
 * Hands on what is whole in `bytes[start, end)`, of which the first byte has the sequence number `sequence`; returns where
 * the rest begins. No unit is longer than its 16 bits of length allow, so neither is the rest.
 */
export type Cut = (bytes: Uint8Array, start: number, end: number, sequence: number, chunk: StreamChunk) => number;

export function createCutStream(cut: Cut): Carrier {
  /** What is here of the unit that is not whole yet; `first` is its sequence number. */
  let held = new Uint8Array(0);
  let first = 0;

  return {
    chunk(chunk) {
      const { start, end, sequence } = chunk;
      if (chunk.gap || held.length === 0) {
        const rest = cut(chunk.bytes, start, end, sequence, chunk);
        held = chunk.bytes.slice(rest, end);
        first = (sequence + rest - start) >>> 0;
        return;
      }
      const joined = new Uint8Array(held.length + end - start);
      joined.set(held);
      joined.set(chunk.bytes.subarray(start, end), held.length);
      const rest = cut(joined, 0, joined.length, first, chunk);
      held = joined.slice(rest);
      first = (first + rest) >>> 0;
    },
  };
}
