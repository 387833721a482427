/** What a link type is: how its frames lead to an IP packet. */
import type { Frame } from '../model.ts';

export interface Link {
  /** In kebab case, the name of its file. */
  readonly name: string;
  readonly title: string;
  /** LINKTYPE_ values, https://www.tcpdump.org/linktypes.html */
  readonly types: readonly number[];
  /** EtherTypes by which other layers say that such a frame follows. */
  readonly etherTypes?: readonly number[];
  /**
   * Returns the EtherType of what the frame carries and moves `frame.start` to its first byte; `NO_ETHERTYPE` when
   * it carries something that has none, one of the negative outcomes when it cannot be read: `frame.start` then stands
   * behind the bytes that say so.
   */
  readonly decode: (frame: Frame) => number;
  /** Notes what in the header at `bytes[start, end)` tells who or where. Absent: nothing in it does. */
  readonly identities?: (bytes: Uint8Array, start: number, end: number, identities: Identities) => void;
}

/** What a header says of hosts and people, noted by place. */
export interface Identities {
  /** Six bytes. */
  mac(at: number): void;
  /** 4 or 16 bytes. */
  address(at: number, size: number): void;
  /** Bytes that may say anything. */
  rest(from: number, to: number): void;
}

// https://www.iana.org/assignments/ieee-802-numbers
export const IPV4 = 0x0800;
export const IPV6 = 0x86dd;
/** Transparent Ethernet bridging: a whole Ethernet frame follows. */
export const BRIDGED = 0x6558;
export const PPP = 0x880b;
export const PPPOE_SESSION = 0x8864;

// What has no EtherType, beyond all of them.
/** Ethernet frames one behind the other (IEEE 802.11 §9.3.2.2). */
export const AMSDU = 0x1_0000;
/** Tags, and the message that they describe. */
export const EXPORTED_PDU = 0x1_0001;

export const NO_ETHERTYPE = 0;

// Outcomes: why nothing can be read.
export const FRAME_CUT = -1;
export const WLAN_ENCRYPTED = -2;
export const WLAN_FRAGMENT = -3;
