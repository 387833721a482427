/** The IP cursor: what both versions of IP lead to. One object, reused from packet to packet. */

export interface IpPacket {
  bytes: Uint8Array;
  /** Payload of the packet. */
  start: number;
  end: number;
  /** Bytes that belong to the packet and were not captured (snap length). */
  missing: number;
  /** Transport protocol, https://www.iana.org/assignments/protocol-numbers */
  protocol: number;
  /** Where the addresses begin in `bytes`, and their length: 4 or 16. */
  sourceAt: number;
  destinationAt: number;
  addressLength: number;
  /** IPv4 identification, or that of an IPv6 fragment; -1 when there is none. */
  id: number;
  ttl: number;
  fragment: boolean;
  fragmentOffset: number;
  moreFragments: boolean;

  // Where the packet comes from. For a reassembled one: from the frame that completed it.
  time: number;
  number: number;
  /** Input offset of the payload. */
  position: number;
  /** Bytes of the payload that stand there. */
  length: number;
  reassembled: boolean;
}

export function createIpPacket(): IpPacket {
  return {
    bytes: new Uint8Array(0),
    start: 0,
    end: 0,
    missing: 0,
    protocol: 0,
    sourceAt: 0,
    destinationAt: 0,
    addressLength: 4,
    id: -1,
    ttl: 0,
    fragment: false,
    fragmentOffset: 0,
    moreFragments: false,
    // Fractions, so that engines store them unboxed from the first packet on.
    time: 0.5,
    number: 0,
    position: 0.5,
    length: 0,
    reassembled: false,
  };
}

export const TCP = 6;
export const UDP = 17;

export function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] << 8) | bytes[at + 1];
}

export function uint32(bytes: Uint8Array, at: number): number {
  return ((bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]) >>> 0;
}
