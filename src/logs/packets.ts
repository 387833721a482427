/** Packets that a dump printed in hexadecimal → segments. Only as much of IP, UDP and TCP as finding the payload needs. */
import { latin1 } from '../bytes.ts';
import type { Address, Opening } from './dialect.ts';
import { linesOf, type Segments } from './segments.ts';
import type { Line } from './unwrap.ts';

export interface PacketTaker {
  /** `opening` says dialect and time. `place` is where the dump stands in the file. False when no UDP or TCP payload is in it. */
  add(bytes: Uint8Array, opening: Opening, place: Line): boolean;
}

const UDP = 17;
const TCP = 6;
const IPV4 = 0x0800;
const IPV6 = 0x86dd;
const VLAN = new Set([0x8100, 0x88a8, 0x9100]);
const MAX_FLOWS = 4096;

export function createPacketTaker(segments: Segments): PacketTaker {
  /** By flow: sequence number of the byte that comes next. What was seen is a retransmission. */
  const expected = new Map<string, number>();

  function isRepeated(flow: string, sequence: number, length: number): boolean {
    const next = expected.get(flow);
    const after = (sequence + length) >>> 0;
    if (next !== undefined && (next - after) >>> 0 < 0x8000_0000 && length > 0) return true;
    if (next === undefined && expected.size >= MAX_FLOWS) expected.clear();
    expected.set(flow, after);
    return false;
  }

  return {
    add(bytes, opening, place) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const ip = findIp(view);
      const layer = ip && (version(view, ip.start) === 4 ? readIpv4(view, ip.start) : readIpv6(view, ip.start));
      if (!layer || layer.at + (layer.protocol === TCP ? 20 : 8) > view.byteLength) return false;
      const source = { address: layer.source, port: view.getUint16(layer.at) };
      const destination = { address: layer.destination, port: view.getUint16(layer.at + 2) };
      const ends = { ...opening, source, destination };
      if (layer.protocol === UDP) {
        const start = layer.at + 8;
        const length = Math.max(0, view.getUint16(layer.at + 4) - 8);
        const text = latin1(bytes, start, Math.min(bytes.length, start + length));
        if (text.includes('SIP/2.0')) {
          segments.add({ opening: { ...ends, transport: 'udp', length }, lines: linesOf(text, place) });
        }
        return true;
      }
      const start = layer.at + 4 * (view.getUint8(layer.at + 12) >> 4);
      const end = Math.min(bytes.length, layer.end);
      if (start >= end) return true;
      const flow = `${source.address} ${source.port} ${destination.address} ${destination.port}`;
      if (isRepeated(flow, view.getUint32(layer.at + 4), end - start)) return true;
      segments.add({ opening: { ...ends, stream: true }, lines: linesOf(latin1(bytes, start, end), place) });
      return true;
    },
  };
}

interface Layer {
  readonly source: string;
  readonly destination: string;
  readonly protocol: number;
  /** Where UDP or TCP begins, and where the IP packet ends. */
  readonly at: number;
  readonly end: number;
}

function version(view: DataView, at: number): number {
  return at < view.byteLength ? view.getUint8(at) >> 4 : 0;
}

/** Behind Ethernet with VLANs, Linux cooked (v1, v2), loopback, or nothing: the dump does not say which. */
function findIp(view: DataView): { readonly start: number } | undefined {
  if (view.byteLength > 20) {
    let at = 12;
    while (at + 6 < view.byteLength && VLAN.has(view.getUint16(at))) at += 4;
    const type = view.getUint16(at);
    if ((type === IPV4 || type === IPV6) && isIp(view, at + 2)) return { start: at + 2 };
  }
  for (const start of [0, 16, 20, 4]) if (isIp(view, start)) return { start };
  return undefined;
}

function isIp(view: DataView, at: number): boolean {
  const which = version(view, at);
  if (which === 4) return readIpv4(view, at) !== undefined;
  return which === 6 && readIpv6(view, at) !== undefined;
}

function readIpv4(view: DataView, at: number): Layer | undefined {
  if (at + 20 > view.byteLength) return undefined;
  const header = 4 * (view.getUint8(at) & 15);
  const total = view.getUint16(at + 2);
  const protocol = view.getUint8(at + 9);
  // Of later fragments nothing tells the ports.
  const later = (view.getUint16(at + 6) & 0x1fff) !== 0;
  if (header < 20 || total < header || later || (protocol !== UDP && protocol !== TCP)) return undefined;
  const name = (from: number): string => [0, 1, 2, 3].map((index) => view.getUint8(from + index)).join('.');
  return { source: name(at + 12), destination: name(at + 16), protocol, at: at + header, end: at + total };
}

const EXTENSIONS = new Set([0, 43, 60]);

function readIpv6(view: DataView, at: number): Layer | undefined {
  if (at + 40 > view.byteLength) return undefined;
  let next = view.getUint8(at + 6);
  let start = at + 40;
  const end = start + view.getUint16(at + 4);
  for (let count = 0; EXTENSIONS.has(next) && count < 8 && start + 8 <= view.byteLength; count++) {
    next = view.getUint8(start);
    start += 8 + 8 * view.getUint8(start + 1);
  }
  if (next !== UDP && next !== TCP) return undefined;
  return { source: nameOf(view, at + 8), destination: nameOf(view, at + 24), protocol: next, at: start, end };
}

/** RFC 5952: the first of the longest runs of zeros is left out. */
function nameOf(view: DataView, at: number): string {
  const words = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => view.getUint16(at + 2 * index));
  let best = { at: -1, length: 1 };
  for (let from = 0; from < 8; from++) {
    let length = 0;
    while (from + length < 8 && words[from + length] === 0) length++;
    if (length > best.length) best = { at: from, length };
  }
  const hex = (part: readonly number[]): string => part.map((word) => word.toString(16)).join(':');
  if (best.at < 0) return hex(words);
  return `${hex(words.slice(0, best.at))}::${hex(words.slice(best.at + best.length))}`;
}

/** What the digits stand for; an odd one at the end is left. */
export function bytesOfHex(digits: string): Uint8Array {
  const bytes = new Uint8Array(digits.length >> 1);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

/** `192.0.2.1.5060` and `2001:db8::1.sip`, as tcpdump writes them. */
export function parseDotted(host: string, port: string): Address | undefined {
  const number = PORTS[port] ?? (/^\d{1,5}$/.test(port) ? Number(port) : 0);
  return number > 65_535 ? undefined : { address: host.toLowerCase(), port: number };
}

const PORTS: Readonly<Record<string, number>> = { sip: 5060, 'sip-tls': 5061 };
