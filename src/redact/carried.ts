/** SIP that HEP or TURN carries in a datagram: other names in it, other addresses around it, nothing else left. */
import { isHep3 } from '../net/hep.ts';
import { uint16 } from '../net/ip.ts';
import { CHANNEL_BIND, isChannelData, isStun } from '../net/turn.ts';
import { looksLikeSip } from '../sip/recognise.ts';
import { message } from './message.ts';
import type { Names } from './names.ts';
import { type Text, textAt } from './pieces.ts';

type Range = readonly [from: number, to: number];

export interface Carried {
  readonly texts: readonly Text[];
  /** Addresses as they stand in IP headers: 4 or 16 bytes. */
  readonly addresses: readonly (readonly [at: number, size: number])[];
  readonly wiped: readonly Range[];
}

const HEP_ADDRESSES: ReadonlyMap<number, number> = new Map([
  [3, 4],
  [4, 4],
  [5, 16],
  [6, 16],
]);
/** Families, ports, times, the kind of payload and the number of the agent. */
const HEP_KEPT: ReadonlySet<number> = new Set([1, 2, 7, 8, 9, 10, 11, 12]);
const HEP_PAYLOAD = 15;

const SEND = 0x0016;
const DATA = 0x0017;
const XOR_PEER = 0x0012;
const CHANNEL_NUMBER = 0x000c;
const DATA_ATTRIBUTE = 0x0013;

/** Undefined when the datagram is neither, or carries no SIP. */
export function carriedIn(bytes: Uint8Array, start: number, end: number): Carried | undefined {
  if (isHep3(bytes, start, end)) return inHep3(bytes, start, end);
  if (bytes[start] === 1 || bytes[start] === 2) return inHep2(bytes, start, end);
  if (isStun(bytes, start, end)) return inStun(bytes, start, end);
  if (!isChannelData(bytes, start, end) || !looksLikeSip(bytes, start + 4, end)) return undefined;
  const to = Math.min(end, start + 4 + uint16(bytes, start + 2));
  return { texts: [textAt(start + 4, to, message)], addresses: [], wiped: [[to, end]] };
}

function inHep3(bytes: Uint8Array, start: number, end: number): Carried {
  const texts: Text[] = [];
  const addresses: [number, number][] = [];
  const wiped: Range[] = [];
  const stop = Math.min(end, start + uint16(bytes, start + 4));
  let at = start + 6;
  while (at + 6 <= stop) {
    const length = uint16(bytes, at + 4);
    if (length < 6) break;
    const after = Math.min(stop, at + length);
    const type = uint16(bytes, at) === 0 ? uint16(bytes, at + 2) : -1;
    const size = HEP_ADDRESSES.get(type);
    if (type === HEP_PAYLOAD && looksLikeSip(bytes, at + 6, after)) texts.push(textAt(at + 6, after, message));
    else if (size !== undefined && after - at - 6 === size) addresses.push([at + 6, size]);
    else if (!HEP_KEPT.has(type)) wiped.push([at + 6, after]);
    at = Math.min(stop, at + length);
  }
  return { texts, addresses, wiped: [...wiped, [at, end]] };
}

function inHep2(bytes: Uint8Array, start: number, end: number): Carried | undefined {
  const size = bytes[start + 2] === 2 ? 4 : 16;
  const payload = start + 8 + size * 2 + (bytes[start] === 2 ? 12 : 0);
  const length = bytes[start + 1];
  if ((length !== 8 + size * 2 && length !== payload - start) || payload >= end) return undefined;
  if (!looksLikeSip(bytes, payload, end)) return undefined;
  return {
    texts: [textAt(payload, end, message)],
    addresses: [
      [start + 8, size],
      [start + 8 + size, size],
    ],
    wiped: [],
  };
}

function inStun(bytes: Uint8Array, start: number, end: number): Carried | undefined {
  const type = uint16(bytes, start);
  if (type !== CHANNEL_BIND && type !== SEND && type !== DATA) return undefined;
  const texts: Text[] = [];
  const wiped: Range[] = [];
  const stop = Math.min(end, start + 20 + uint16(bytes, start + 2));
  const cookieAndId = bytes.slice(start + 4, start + 20);
  let at = start + 20;
  while (at + 4 <= stop) {
    const name = uint16(bytes, at);
    const length = uint16(bytes, at + 2);
    const data = at + 4;
    const after = Math.min(stop, data + length);
    if (name === XOR_PEER && (length === 8 || length === 20) && after === data + length)
      texts.push(textAt(data + 4, after, (text, names) => hiddenAddress(text, cookieAndId, names)));
    else if (name === DATA_ATTRIBUTE && looksLikeSip(bytes, data, after)) texts.push(textAt(data, after, message));
    else if (name !== CHANNEL_NUMBER) wiped.push([data, after]);
    at = Math.min(stop, data + ((length + 3) & ~3));
    wiped.push([after, at]);
  }
  return { texts, addresses: [], wiped: [...wiped, [at, end]] };
}

/** RFC 8489 §14.2: an address under the cookie and the transaction's id. */
function hiddenAddress(text: string, key: Uint8Array, names: Names): string {
  const plain = Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index) ^ key[index]);
  return String.fromCharCode(...names.address(plain).map((byte, index) => byte ^ key[index]));
}
