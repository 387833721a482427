/** What the readers of a connection's bytes have in common. */
import type { Packet, StreamChunk, Tally } from '../model.ts';
import type { Endpoints } from './endpoints.ts';

/** Reads the bytes of one direction of a connection: in order, with gaps, and told when nothing more will come. */
export interface Carrier {
  chunk(chunk: StreamChunk): void;
}

export interface CarrierOptions {
  readonly endpoints: Endpoints;
  readonly tally: Tally;
  looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean;
  /** A whole message that another protocol carried; borrowed for the call, object and bytes. */
  onDatagram(packet: Packet): void;
}

/** What of a packet the outer protocol says, and what is inside does not. */
export type Outer = Pick<Packet, 'time' | 'origin' | 'span' | 'truncated' | 'ipId' | 'ttl'>;

/** Of bytes that stand in a connection from `from` on and end before `to`. */
export function outerOf(chunk: StreamChunk, from: number, to: number, truncated: boolean): Outer {
  const { time, origin, source, destination, tls } = chunk;
  const span = { source, destination, sequence: from >>> 0, length: (to - from) >>> 0, ...(tls && { tls }) };
  return { time, origin, span, truncated, ipId: -1, ttl: -1 };
}
