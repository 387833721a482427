/**
 * What Linux' firewall logs (`tcpdump -i nflog`): https://www.tcpdump.org/linktypes/LINKTYPE_NFLOG.html
 * Attributes, one of which is the packet. Their lengths and types are in the byte order of the capturing machine.
 */
import type { Frame } from '../model.ts';
import { etherTypeOfIp } from './ip-version.ts';
import { FRAME_CUT, type Identities, type Link, NO_ETHERTYPE } from './link.ts';

const HEADER = 4;
const ATTRIBUTE = 4;
const PACKET_HEADER = 1;
const PAYLOAD = 9;
/** The kernel sends about twenty. */
const MOST = 64;

export const nflog: Link = { name: 'nflog', title: 'Linux netfilter log', types: [239], decode, identities };

function decode(frame: Frame): number {
  const { bytes, start, end } = frame;
  if (end - start < HEADER + ATTRIBUTE) return FRAME_CUT;
  const little = isLittle(bytes, start + HEADER);
  let at = start + HEADER;
  for (let count = 0; count < MOST && end - at >= ATTRIBUTE; count++) {
    const length = uint16(bytes, at, little);
    if (length < ATTRIBUTE) return FRAME_CUT;
    if (typeOf(bytes, at, little) === PAYLOAD) {
      frame.start = Math.min(at + ATTRIBUTE, end);
      frame.end = Math.min(at + length, end);
      return frame.start < frame.end ? etherTypeOfIp(bytes, frame.start) : NO_ETHERTYPE;
    }
    at += (length + 3) & ~3;
  }
  if (at > end) return FRAME_CUT;
  frame.start = at;
  return NO_ETHERTYPE;
}

/** Prefixes of rules, hardware addresses, names of users: everything but what the packet is and where it was met. */
function identities(bytes: Uint8Array, start: number, end: number, { rest }: Identities): void {
  if (end - start < HEADER + ATTRIBUTE) return;
  const little = isLittle(bytes, start + HEADER);
  let at = start + HEADER;
  for (let count = 0; count < MOST && end - at >= ATTRIBUTE; count++) {
    const length = uint16(bytes, at, little);
    const type = typeOf(bytes, at, little);
    if (length < ATTRIBUTE) return;
    if (type !== PACKET_HEADER && type !== PAYLOAD) rest(at + ATTRIBUTE, Math.min(at + length, end));
    at += (length + 3) & ~3;
  }
}

/** Types are small: their high byte is zero, but for the two bits that netlink puts beside it. */
function isLittle(bytes: Uint8Array, at: number): boolean {
  return (bytes[at + 3] & 0x3f) === 0;
}

function uint16(bytes: Uint8Array, at: number, little: boolean): number {
  return little ? bytes[at] | (bytes[at + 1] << 8) : (bytes[at] << 8) | bytes[at + 1];
}

/** Without the bits that netlink puts beside it. */
function typeOf(bytes: Uint8Array, at: number, little: boolean): number {
  return uint16(bytes, at + 2, little) & 0x3fff;
}
