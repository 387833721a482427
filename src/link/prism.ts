/**
 * IEEE 802.11 behind the headers of older drivers: Prism's (https://www.tcpdump.org/linktypes.html,
 * LINKTYPE_IEEE802_11_PRISM) and AVS' (LINKTYPE_IEEE802_11_AVS), which some drivers write under Prism's number.
 */
import type { Frame } from '../model.ts';
import { FRAME_CUT, type Identities, type Link } from './link.ts';
import { noteWlanAddresses, readWlan } from './wlan-frame.ts';

const HEADER = 8;
const DEVICE_NAME = 16;

export const prism: Link = {
  name: 'prism',
  title: 'IEEE 802.11 with Prism or AVS',
  types: [119, 163],
  decode,
  identities,
};

function decode(frame: Frame): number {
  const length = lengthAt(frame.bytes, frame.start, frame.end);
  if (length < HEADER) return FRAME_CUT;
  frame.start += length;
  return readWlan(frame, false);
}

/** -1 when it is not all there. AVS is in the order of the network, Prism in that of the capturing machine. */
function lengthAt(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < HEADER) return -1;
  const little = !isAvs(bytes, start) && bytes[start] !== 0;
  const at = start + 4;
  const high = little ? (bytes[at + 3] << 8) | bytes[at + 2] : (bytes[at] << 8) | bytes[at + 1];
  const length = little ? (bytes[at + 1] << 8) | bytes[at] : (bytes[at + 2] << 8) | bytes[at + 3];
  return high === 0 && length <= end - start ? length : -1;
}

function isAvs(bytes: Uint8Array, start: number): boolean {
  return bytes[start] === 0x80 && bytes[start + 1] === 0x21 && bytes[start + 2] === 0x10;
}

function identities(bytes: Uint8Array, start: number, end: number, found: Identities): void {
  const length = lengthAt(bytes, start, end);
  if (length < HEADER) return;
  if (!isAvs(bytes, start)) found.rest(start + HEADER, start + Math.min(length, HEADER + DEVICE_NAME));
  noteWlanAddresses(bytes, start + length, end, found);
}
