/** TURN over TCP (RFC 8656 §3.1): STUN messages and ChannelData one after the other, each with its length. */
import type { StreamChunk, Tally } from '../model.ts';
import { type Carrier, outerOf } from './carrier.ts';
import { createCutStream } from './cut-stream.ts';
import { uint16 } from './ip.ts';
import { CHANNEL_HEADER, isStun, STUN_HEADER, type Turn } from './turn.ts';

/** Length of what begins at `at`; 0 while its header is not whole, -1 when it is neither. */
function lengthAt(bytes: Uint8Array, at: number, end: number): number {
  if (end - at < CHANNEL_HEADER) return 0;
  const length = uint16(bytes, at + 2);
  // ChannelData is padded to four bytes on streams (§12.5), which its length does not count.
  if (bytes[at] >> 4 === 4) return CHANNEL_HEADER + ((length + 3) & ~3);
  if (bytes[at] >= 0x40) return -1;
  if (end - at < STUN_HEADER) return 0;
  return isStun(bytes, at, end) ? STUN_HEADER + length : -1;
}

export function createTurnStream(turn: Turn, tally: Tally): Carrier {
  /** Hands on what is whole in `bytes[start, end)`; returns where the rest begins. */
  function cut(bytes: Uint8Array, start: number, end: number, sequence: number, chunk: StreamChunk): number {
    let at = start;
    for (;;) {
      const length = lengthAt(bytes, at, end);
      if (length < 0) {
        // Nothing says where the next one begins, but for the next segment.
        tally.count('turn-damaged', chunk.origin.index, chunk.origin.position);
        return end;
      }
      if (length === 0 || at + length > end) return at;
      const outer = outerOf(chunk, sequence + at - start, sequence + at + length - start, false);
      turn.take(bytes, at, at + length, chunk.source, chunk.destination, outer);
      at += length;
    }
  }

  return createCutStream(cut);
}
