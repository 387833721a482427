/** The one packet that a reader hands out for all that it reads: borrowed for the call, like the bytes that it points at. */
import type { Origin, Packet, Transport } from '../model.ts';
import type { Endpoints } from './endpoints.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface BorrowedPacket extends Writable<Omit<Packet, 'origin' | 'log' | 'span' | 'capturePoint'>> {
  readonly origin: Writable<Origin>;
}

/** Nothing is allocated for a packet: its reader writes each one over the last. */
export function createBorrowed(transport: Transport, input: number, endpoints: Endpoints): BorrowedPacket {
  const nobody = endpoints.named('', 0);
  return {
    // Fractions, so that engines never change these fields to hold what is more than 31 bits.
    time: 0.5,
    transport,
    source: nobody,
    destination: nobody,
    bytes: new Uint8Array(0),
    start: 0,
    end: 0,
    origin: { input, index: 0, position: 0.5, length: 0 },
    truncated: false,
    ipId: -1,
    ttl: 0,
  };
}
