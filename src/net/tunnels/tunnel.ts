/** What a tunnel is: how a header of its own leads to what it carries. */
import type { Identities } from '../../link/link.ts';
import type { Frame } from '../../model.ts';

export interface Tunnel {
  /** In kebab case, the name of its file. */
  readonly name: string;
  /** How it is announced: by an EtherType, by the protocol of an IP packet, … */
  readonly etherTypes?: readonly number[];
  readonly protocols?: readonly number[];
  /** … or by the destination port of a UDP datagram, … */
  readonly ports?: readonly number[];
  /** … where answers may come from the port, too. */
  readonly answers?: boolean;
  /**
   * Returns the EtherType of what is inside and moves `frame.start` to its first byte; `PROTOCOL` and a number when that
   * is what IP has protocols for; `NO_ETHERTYPE` when it is nothing that can lead to IP; or a negative outcome.
   * What a port announces must be proved by the bytes, which on the wire were `frame.wireLength`: `NOT_THIS` when they
   * are something else.
   */
  readonly enter: (frame: Frame) => number;
  /** Several of them follow one another, at multiples of so many bytes: `enter` moves `frame.end`, too. */
  readonly padding?: number;
  /** Notes what in the header at `bytes[start, end)` may tell who or where. Absent: nothing in it does. */
  readonly identities?: (bytes: Uint8Array, start: number, end: number, identities: Identities) => void;
}

/** Not an EtherType: this and the number of a protocol of IP, between the addresses of the packet that is walked. */
export const PROTOCOL = 0x2_0000;

// EtherTypes that more than one tunnel speaks of.
/** Of types I and II. */
export const ERSPAN = 0x88be;
export const NSH = 0x894f;

/** Outcomes beside those of links. */
export const NOT_THIS = -10;
export const LAYOUT_UNKNOWN = -11;
