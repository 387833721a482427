/** What the rules on NAT share: where a host stands, and a cheap look for addresses that lead nowhere. */
import { addressClass, isInward } from '../catalogue/addresses.ts';
import type { SipMessage } from '../model.ts';

export function isPublic(address: string): boolean {
  return addressClass(address) === 'public';
}

export function isPrivate(address: string): boolean {
  return isInward(addressClass(address));
}

const DOT = 0x2e;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The number of up to three digits that ends before the dot at `dot`; -1 when there is none or more stands before it. */
function numberBefore(bytes: Uint8Array, dot: number): number {
  let start = dot;
  while (start > 0 && dot - start < 4 && isDigit(bytes[start - 1])) start--;
  if (start === dot || dot - start > 3 || bytes[start - 1] === DOT) return -1;
  let value = 0;
  for (let at = start; at < dot; at++) value = value * 10 + bytes[at] - 0x30;
  return value;
}

function numberAfter(bytes: Uint8Array, dot: number): number {
  let value = -1;
  for (let at = dot + 1; at < dot + 4 && isDigit(bytes[at]); at++)
    value = (value < 0 ? 0 : value) * 10 + bytes[at] - 0x30;
  return value;
}

/**
 * Something in the message looks like an IPv4 address of RFC 1918, RFC 6598, link-local or loopback, or like an IPv6
 * address at all. Not exact: it spares the others the parsing.
 */
export function mayNamePrivate(message: SipMessage): boolean {
  const bytes = message.bytes();
  for (let dot = bytes.indexOf(DOT); dot >= 0; dot = bytes.indexOf(DOT, dot + 1)) {
    if (!isDigit(bytes[dot - 1])) continue;
    const first = numberBefore(bytes, dot);
    if (first === 10 || first === 127) return true;
    if (first !== 172 && first !== 192 && first !== 100 && first !== 169) continue;
    const second = numberAfter(bytes, dot);
    if (
      first === 192
        ? second === 168
        : first === 169
          ? second === 254
          : first === 172
            ? second >> 4 === 1
            : second >> 6 === 1
    ) {
      return true;
    }
  }
  return message.source.address.includes(':') || message.destination.address.includes(':');
}
