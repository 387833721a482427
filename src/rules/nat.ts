/** What the rules on NAT share: where a host stands, and a cheap look for addresses that lead nowhere. */
import { type AddressClass, addressClass, isInward } from '../catalogue/addresses.ts';
import type { SipMessage } from '../model.ts';

/** Hosts met lately: every call asks for the same few again. */
const hosts = new Map<string, AddressClass>();
const HOSTS = 4096;

function classOf(address: string): AddressClass {
  let of = hosts.get(address);
  if (of === undefined) {
    if (hosts.size >= HOSTS) hosts.clear();
    of = addressClass(address);
    hosts.set(address, of);
  }
  return of;
}

export function isPublic(address: string): boolean {
  return classOf(address) === 'public';
}

export function isPrivate(address: string): boolean {
  return isInward(classOf(address));
}

const DOT = 0x2e;
/** What stands before an address; a slash stands before the version of a product. */
const BEFORE = new Set([...' @:=<,"[(\t'].map((character) => character.charCodeAt(0)));

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** An address of RFC 1918, RFC 6598, link-local or loopback seems to begin in front of this dot. */
function isInwardAt(bytes: Uint8Array, dot: number): boolean {
  let start = dot;
  while (start > 0 && dot - start < 4 && isDigit(bytes[start - 1])) start--;
  if (dot - start > 3 || dot - start < 2 || (start > 0 && !BEFORE.has(bytes[start - 1]))) return false;
  let first = 0;
  for (let at = start; at < dot; at++) first = first * 10 + bytes[at] - 0x30;
  if (first === 10 || first === 127) return true;
  if (first !== 172 && first !== 192 && first !== 100 && first !== 169) return false;
  let second = 0;
  for (let at = dot + 1; at < dot + 4 && isDigit(bytes[at]); at++) second = second * 10 + bytes[at] - 0x30;
  if (first === 172) return second >> 4 === 1;
  if (first === 100) return second >> 6 === 1;
  return second === (first === 192 ? 168 : 254);
}

/** An address that is roughly one of those, behind the @ of a Call-ID. */
const CALL_ID = /@(?:10|127|169|172|192|100)\./;

function search(message: SipMessage): boolean {
  if (message.source.address.includes(':') || message.destination.address.includes(':')) return true;
  if (CALL_ID.test(message.callId)) return true;
  const bytes = message.body();
  // The digit is looked for first: most dots stand in names.
  for (let at = 2; at < bytes.length; at++) {
    if (bytes[at] === DOT && isDigit(bytes[at - 1]) && isInwardAt(bytes, at)) return true;
  }
  return false;
}

interface Remembered {
  readonly message: SipMessage;
  readonly id: number;
  readonly found: boolean;
}

/** Several rules ask about the same few messages of a call, one after the other. */
const remembered: (Remembered | undefined)[] = [undefined, undefined, undefined, undefined];

/**
 * Something in the body or the Call-ID looks like an address that means nothing elsewhere, or the message came over IPv6.
 * Not exact: it spares the others the parsing.
 */
export function mayNamePrivate(message: SipMessage): boolean {
  const slot = message.id & 3;
  const known = remembered[slot];
  // A message object may be used again, its number is not.
  if (known !== undefined && known.message === message && known.id === message.id) return known.found;
  const found = search(message);
  remembered[slot] = { message, id: message.id, found };
  return found;
}
