/** SCTP packets (RFC 9260 §3) and the chunks in them that carry data: DATA (§3.3.1) and I-DATA (RFC 8260 §2.1). */
import { uint16, uint32 } from './ip.ts';

export const SCTP = 132;
export const SCTP_HEADER = 12;

const CHUNK = 4;
const DATA = 0;
const DATA_HEADER = 16;
const I_DATA = 64;
const I_DATA_HEADER = 20;
// Bits of the flags of both.
const ENDING = 1;
const BEGINNING = 2;
const UNORDERED = 4;

/** One object, reused from chunk to chunk. */
export interface Chunk {
  /** Behind the chunk and its padding; -1 when its length cannot be. */
  next: number;
  isData: boolean;
  /** The user's bytes, as far as they were captured, and how many of them were not. */
  start: number;
  end: number;
  missing: number;
  beginning: boolean;
  ending: boolean;
  tsn: number;
  /** Which message a part belongs to, and its number in it. DATA counts all parts of all messages by TSN: one -1 for all. */
  message: number;
  sequence: number;
  /** Payload protocol identifier, -1 where the chunk does not say it. */
  protocol: number;
}

export function createChunk(): Chunk {
  return {
    next: 0,
    isData: false,
    start: 0,
    end: 0,
    missing: 0,
    beginning: false,
    ending: false,
    tsn: 0,
    message: -1,
    sequence: 0,
    protocol: -1,
  };
}

/** Reads the chunk at `at`; false when no header of one is left. `cut` bytes of the packet were not captured. */
export function readChunk(bytes: Uint8Array, at: number, end: number, cut: number, chunk: Chunk): boolean {
  if (end - at < CHUNK) return false;
  const type = bytes[at];
  const flags = bytes[at + 1];
  const length = uint16(bytes, at + 2);
  const header = type === I_DATA ? I_DATA_HEADER : DATA_HEADER;
  chunk.next = length < CHUNK || at + length > end + cut ? -1 : at + ((length + 3) & ~3);
  chunk.isData = (type === DATA || type === I_DATA) && chunk.next > 0 && length >= header && end - at >= header;
  if (!chunk.isData) return true;
  chunk.start = at + header;
  chunk.end = Math.min(at + length, end);
  chunk.missing = at + length - chunk.end;
  chunk.beginning = (flags & BEGINNING) !== 0;
  chunk.ending = (flags & ENDING) !== 0;
  chunk.tsn = uint32(bytes, at + 4);
  if (type === DATA) {
    chunk.message = -1;
    chunk.sequence = chunk.tsn;
    chunk.protocol = uint32(bytes, at + 12);
    return true;
  }
  // Stream, order and message: 49 bits, which a number holds.
  const stream = uint16(bytes, at + 8) * 2 + ((flags & UNORDERED) !== 0 ? 1 : 0);
  chunk.message = stream * 0x1_0000_0000 + uint32(bytes, at + 12);
  const last = uint32(bytes, at + 16);
  chunk.sequence = chunk.beginning ? 0 : last;
  chunk.protocol = chunk.beginning ? last : -1;
  return true;
}

/** Do chunks fill it to its end? `length` is that on the wire. */
export function holdsSctp(bytes: Uint8Array, start: number, end: number, length: number): boolean {
  if (end - start < SCTP_HEADER + CHUNK) return false;
  let at = start + SCTP_HEADER;
  while (end - at >= CHUNK) {
    const size = uint16(bytes, at + 2);
    if (size < CHUNK || !isKnown(bytes[at])) return false;
    at += (size + 3) & ~3;
  }
  // Padding of the last one may be left out.
  return at >= end && at - start - length < CHUNK;
}

/** https://www.iana.org/assignments/sctp-parameters */
function isKnown(type: number): boolean {
  return (
    type <= 15 || type === I_DATA || (type >= 0x80 && type <= 0x84) || type === 0xc0 || type === 0xc1 || type === 0xc2
  );
}
