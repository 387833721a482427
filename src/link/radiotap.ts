/** IEEE 802.11 behind a radiotap header: https://www.tcpdump.org/linktypes/LINKTYPE_IEEE802_11_RADIOTAP.html, https://www.radiotap.org */
import type { Frame } from '../model.ts';
import { FRAME_CUT, type Identities, type Link } from './link.ts';
import { noteWlanAddresses, readWlan } from './wlan-frame.ts';

const HEADER = 8;
// Bits of the words that say which fields are there.
const TSFT = 1;
const FLAGS = 2;
const ANOTHER_WORD = 0x80;
/** Of the field that is called flags: padding between the 802.11 header and what it carries. */
const PADDED = 0x20;

export const radiotap: Link = {
  name: 'radiotap',
  title: 'IEEE 802.11 with radiotap',
  types: [127],
  decode,
  identities,
};

function decode(frame: Frame): number {
  const { bytes, start, end } = frame;
  const length = lengthAt(bytes, start, end);
  if (length < HEADER) return FRAME_CUT;
  const padded = isPadded(bytes, start, start + length);
  frame.start = start + length;
  return readWlan(frame, padded);
}

/** -1 when it is not all there. */
function lengthAt(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < HEADER) return -1;
  const length = bytes[start + 2] | (bytes[start + 3] << 8);
  return length <= end - start ? length : -1;
}

function isPadded(bytes: Uint8Array, start: number, end: number): boolean {
  const present = bytes[start + 4];
  if ((present & FLAGS) === 0) return false;
  let at = start + HEADER;
  while (at <= end && (bytes[at - 1] & ANOTHER_WORD) !== 0) at += 4;
  // Fields stand at multiples of their size, counted from the header; this one is behind the time, if there is one.
  if ((present & TSFT) !== 0) at = start + ((at - start + 7) & ~7) + 8;
  return at < end && (bytes[at] & PADDED) !== 0;
}

function identities(bytes: Uint8Array, start: number, end: number, found: Identities): void {
  const length = lengthAt(bytes, start, end);
  if (length >= HEADER) noteWlanAddresses(bytes, start + length, end, found);
}
