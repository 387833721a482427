/** What an ICMP error quotes (RFC 792, RFC 4443): where its headers end and its data begins. */
import { UDP, uint16 } from '../net/ip.ts';

export interface Quoted {
  readonly header: number;
  /** Source, and destination behind it. */
  readonly addresses: number;
  readonly size: 4 | 16;
  /** Behind the fixed header: IP options, or extension headers. */
  readonly options: number;
  /** Behind the transport header. */
  readonly data: number;
  readonly isUdp: boolean;
  /** Where the transport header begins. */
  readonly transport: number;
  readonly ports: readonly [number, number];
}

const HEADER = 8;
/** Unreachable, source quench, redirect, time exceeded, parameter problem. */
const errors: ReadonlySet<number> = new Set([3, 4, 5, 11, 12]);
const errors6: ReadonlySet<number> = new Set([1, 2, 3, 4]);

export function quotedAt(bytes: Uint8Array, start: number, end: number, six: boolean): Quoted | undefined {
  const header = start + HEADER;
  const fixed = six ? 40 : 20;
  if (!(six ? errors6 : errors).has(bytes[start]) || end - header < fixed || bytes[header] >> 4 !== (six ? 6 : 4))
    return undefined;
  const protocol = bytes[header + (six ? 6 : 9)];
  const behind = six ? header + 40 : header + ((bytes[header] & 15) << 2);
  const later = !six && (uint16(bytes, header + 6) & 0x1fff) !== 0;
  const known = behind >= header + fixed && behind <= end && !later && (protocol === UDP || protocol === 6);
  // Of a TCP header the ports and the sequence number are always there; what follows is taken for data.
  const data = known ? Math.min(end, behind + 8) : Math.min(end, header + fixed);
  return {
    header,
    addresses: header + (six ? 8 : 12),
    size: six ? 16 : 4,
    options: known && behind === header + fixed ? data : header + fixed,
    data: known && behind > header + fixed ? Math.min(end, behind) : data,
    transport: behind,
    isUdp: known && protocol === UDP && behind === header + fixed,
    ports: known && behind + 4 <= end ? [uint16(bytes, behind), uint16(bytes, behind + 2)] : [0, 0],
  };
}
