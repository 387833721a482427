/** Writes packets for the tests: documentation addresses only (RFC 5737, RFC 3849). */
import { be16, be32, bytes } from '../files/build.ts';

export const ALICE = '192.0.2.1';
export const BOB = '203.0.113.3';
export const ALICE6 = '2001:db8::1';
export const BOB6 = '2001:db8::b:b';

export const INVITE = 'INVITE sip:bob@example.com SIP/2.0\r\nCall-ID: a84b4c76e66710\r\nContent-Length: 0\r\n\r\n';
export const RINGING = 'SIP/2.0 180 Ringing\r\nCall-ID: a84b4c76e66710\r\nContent-Length: 0\r\n\r\n';

export function ethernet(payload: Uint8Array, etherType = isIpv6(payload) ? 0x86dd : 0x0800): Uint8Array {
  return bytes([2, 0, 0, 0, 0, 2], [2, 0, 0, 0, 0, 1], be16(etherType), payload);
}

const isIpv6 = (packet: Uint8Array) => packet[0] >> 4 === 6;

export function addressBytes(address: string): number[] {
  if (!address.includes(':')) return address.split('.').map(Number);
  const [head, tail] = address.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const groups = tail ? [...head, ...Array(8 - head.length - tail.length).fill('0'), ...tail] : head;
  return groups.flatMap((group) => be16(Number.parseInt(group, 16)));
}

export interface IpOptions {
  readonly id?: number;
  readonly ttl?: number;
  /** In bytes, a multiple of 8. */
  readonly offset?: number;
  readonly more?: boolean;
  /** Instead of the true length. */
  readonly length?: number;
  readonly options?: readonly number[];
}

export function ipv4(
  from: string,
  to: string,
  protocol: number,
  payload: Uint8Array,
  { id = 1, ttl = 64, offset = 0, more = false, options = [], length }: IpOptions = {},
): Uint8Array {
  const header = 20 + options.length;
  return bytes(
    [0x40 | (header / 4), 0],
    be16(length ?? header + payload.length),
    be16(id),
    be16((more ? 0x2000 : 0) | (offset / 8)),
    [ttl, protocol, 0, 0],
    addressBytes(from),
    addressBytes(to),
    options,
    payload,
  );
}

export function ipv6(from: string, to: string, next: number, payload: Uint8Array, length = payload.length): Uint8Array {
  return bytes([0x60, 0, 0, 0], be16(length), [next, 64], addressBytes(from), addressBytes(to), payload);
}

/** An IPv6 fragment header (RFC 8200 §4.5) and its part of the payload. */
export function fragmentHeader(next: number, id: number, offset: number, more: boolean, part: Uint8Array): Uint8Array {
  return bytes([next, 0], be16(offset | (more ? 1 : 0)), be32(id), part);
}

export function ip(from: string, to: string, protocol: number, payload: Uint8Array, options?: IpOptions): Uint8Array {
  return from.includes(':') ? ipv6(from, to, protocol, payload) : ipv4(from, to, protocol, payload, options);
}

export function udpHeader(sourcePort: number, destinationPort: number, length: number): Uint8Array {
  return bytes(be16(sourcePort), be16(destinationPort), be16(length), [0, 0]);
}

export function udp(from: string, to: string, payload: Uint8Array | string, ports = [5060, 5060]): Uint8Array {
  const data = bytes(payload);
  return ip(from, to, 17, bytes(udpHeader(ports[0], ports[1], data.length + 8), data));
}

export interface TcpOptions {
  readonly flags?: string;
  readonly ports?: readonly [number, number];
  readonly ack?: number;
}

const flagBits: Record<string, number> = { F: 1, S: 2, R: 4, P: 8, A: 16 };

export function tcp(
  from: string,
  to: string,
  sequence: number,
  payload: Uint8Array | string = '',
  { flags = 'A', ports = [40000, 5060], ack = 0 }: TcpOptions = {},
): Uint8Array {
  const bits = [...flags].reduce((sum, flag) => sum | flagBits[flag], 0);
  const header = bytes(be16(ports[0]), be16(ports[1]), be32(sequence), be32(ack), [0x50, bits, 0xff, 0xff, 0, 0, 0, 0]);
  return ip(from, to, 6, bytes(header, bytes(payload)));
}
