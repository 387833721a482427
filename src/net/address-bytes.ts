/** Addresses as text and as the bytes of IP headers. */
import { ipv6Text } from './endpoints.ts';

const MOST_IPV6_TEXT = 45;

/** 4 or 16 bytes; undefined when the text is no IP address. Brackets and scopes are not part of it. */
export function addressBytes(text: string): Uint8Array | undefined {
  return text.includes(':') ? ipv6Bytes(text) : ipv4Bytes(text);
}

function ipv4Bytes(text: string): Uint8Array | undefined {
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  return octets?.every((octet) => octet <= 255) ? Uint8Array.from(octets) : undefined;
}

function ipv6Bytes(text: string): Uint8Array | undefined {
  if (text.length > MOST_IPV6_TEXT) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':').flatMap(groupsOf)));
  const count = groups.reduce((sum, half) => sum + half.length, 0);
  if (groups.flat().some((group) => group < 0) || (halves.length === 2 ? count > 7 : count !== 8)) return undefined;
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  groups[0].forEach((group, index) => void view.setUint16(index * 2, group));
  groups[1]?.forEach((group, index, all) => void view.setUint16((8 - all.length + index) * 2, group));
  return bytes;
}

/** 16 bits each, -1 for what is none; a dotted tail is two of them. */
function groupsOf(text: string): number[] {
  if (/^[0-9A-Fa-f]{1,4}$/.test(text)) return [Number.parseInt(text, 16)];
  const tail = ipv4Bytes(text);
  return tail === undefined ? [-1] : [(tail[0] << 8) | tail[1], (tail[2] << 8) | tail[3]];
}

/** In the form in which endpoints show it; as it is when it is no address. */
export function canonicalAddress(text: string): string {
  const bytes = addressBytes(text);
  if (bytes === undefined) return text.toLowerCase();
  return bytes.length === 4 ? bytes.join('.') : ipv6Text(bytes, 0);
}
