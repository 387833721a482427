/** One direction of a TCP connection, and the segments that it is made of. */
import type { Endpoint } from '../model.ts';

/** A cursor; the reassembly copies what it has to keep. */
export interface Segment {
  /** Sequence number of the first byte. */
  sequence: number;
  bytes: Uint8Array;
  start: number;
  end: number;
  /** Bytes at its end that were not captured (snap length). */
  missing: number;
  fin: boolean;
  time: number;
  number: number;
  /** Input offset of the first byte. */
  position: number;
}

/** Where it begins is not known: it begins with the first segment that looks like SIP. */
export const UNKNOWN = 0;
/** Its first sequence number is known from the SYN; what it carries is not. */
export const OPENED = 1;
export const SIP = 2;
export const CLOSED = 3;

export interface Direction {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  state: number;
  /** Given with the first chunk, -1 before. */
  stream: number;
  /** Sequence number that follows what was delivered. */
  next: number;
  gap: boolean;
  /** Sequence number behind the last byte, once a FIN was seen; -1 before. */
  finAt: number;
  /** Segments that came early, by sequence number. */
  held: Segment[];
  heldBytes: number;
  // The last segment delivered.
  time: number;
  number: number;
  position: number;
}

export function createDirection(source: Endpoint, destination: Endpoint): Direction {
  return {
    source,
    destination,
    state: UNKNOWN,
    stream: -1,
    next: 0,
    gap: false,
    finAt: -1,
    held: [],
    heldBytes: 0,
    time: 0,
    number: 0,
    position: 0,
  };
}
