/** IP fragments put together, every copy of them: what the first fragment begins with decides what all of them hold. */
import { latin1 } from '../bytes.ts';
import { createIpPacket, type IpPacket, TCP, UDP, uint16 } from '../net/ip.ts';
import { SCTP } from '../net/sctp-chunks.ts';
import { tunnelOfPorts, tunnelOfProtocol } from '../net/tunnels/index.ts';
import { looksLikeSip } from '../sip/recognise.ts';
import { carriedIn } from './carried.ts';
import type { Piece } from './pieces.ts';

export interface Datagram {
  readonly protocol: number;
  /** Bytes from its beginning without a hole. */
  length: number;
  /** As its last fragment says, or as many as there may be. */
  readonly total: number;
  /** Those that belong to that beginning, and all others. */
  readonly pieces: Piece[];
  /** Where its source and destination stand, of each packet. */
  readonly addresses: { readonly source: number; readonly destination: number; readonly size: number };
}

interface Group {
  readonly protocol: number;
  last: number;
  total: number;
  readonly pieces: Piece[];
  readonly addresses: Datagram['addresses'];
}

/** Identifications come round again. */
const PATIENCE = 5_000_000;
const UDP_HEADER = 8;
const LARGEST_PACKET = 65_535;

export interface Datagrams {
  add(ip: IpPacket): void;
  /** Those that were added since it was asked last. */
  finish(): Datagram[];
}

export function createDatagrams(): Datagrams {
  const groups = new Map<string, Group>();
  let all: Group[] = [];

  return {
    add(ip) {
      const { bytes, start, end, fragmentOffset, sourceAt, destinationAt, addressLength, protocol } = ip;
      const key = `${latin1(bytes, sourceAt, destinationAt + addressLength)}${protocol} ${ip.id}`;
      let group = groups.get(key);
      const again = group?.pieces.find(({ offset }) => offset === fragmentOffset);
      const other = again !== undefined && !sameBytes(bytes, again.at, start, Math.min(again.length, end - start));
      if (group === undefined || other || Math.abs(ip.time - group.last) > PATIENCE) {
        group = {
          protocol,
          last: ip.time,
          total: LARGEST_PACKET,
          pieces: [],
          addresses: { source: sourceAt, destination: destinationAt, size: addressLength },
        };
        groups.set(key, group);
        all.push(group);
      }
      group.last = ip.time;
      if (!ip.moreFragments) group.total = fragmentOffset + end - start + ip.missing;
      if (end > start) group.pieces.push({ offset: fragmentOffset, at: start, length: end - start });
    },
    finish() {
      const groups = all;
      all = [];
      return groups.map(({ last: _, ...group }) => ({ ...group, length: reach(group.pieces) }));
    },
  };
}

/** A tunnel, what carries SIP in a datagram, or SCTP, which has several messages in one packet. */
export function mayHoldMore({ protocol, length, pieces }: Datagram, bytes: Uint8Array): boolean {
  const first = pieces.find(({ offset }) => offset === 0);
  if (first === undefined || length === 0 || protocol === TCP) return false;
  if (protocol !== UDP) return protocol === SCTP || tunnelOfProtocol(protocol) !== undefined;
  const { at } = first;
  const end = at + first.length;
  if (first.length <= UDP_HEADER || looksLikeSip(bytes, at + UDP_HEADER, end)) return false;
  if (tunnelOfPorts(uint16(bytes, at), uint16(bytes, at + 2)) !== undefined) return true;
  return carriedIn(bytes, at + UDP_HEADER, end) !== undefined;
}

/** The packet that was put together at `at`. */
export function packetAt(bytes: Uint8Array, at: number, { protocol, length, total, addresses }: Datagram): IpPacket {
  const { source, destination, size } = addresses;
  return {
    ...createIpPacket(),
    bytes,
    start: at,
    end: at + length,
    missing: Math.max(0, total - length),
    protocol,
    sourceAt: source,
    destinationAt: destination,
    addressLength: size,
    reassembled: true,
  };
}

function sameBytes(bytes: Uint8Array, a: number, b: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (bytes[a + at] !== bytes[b + at]) return false;
  return true;
}

function reach(pieces: readonly Piece[]): number {
  let end = 0;
  for (const { offset, length } of [...pieces].sort((a, b) => a.offset - b.offset)) {
    if (offset > end) break;
    end = Math.max(end, offset + length);
  }
  return end;
}
