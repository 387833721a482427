/** IEEE 802.11 frames (§9.2.3, §9.3.2.1): up to four addresses, QoS, HT control, and LLC in front of the packet. */
import type { Frame } from '../model.ts';
import { AMSDU, FRAME_CUT, type Identities, NO_ETHERTYPE, WLAN_ENCRYPTED, WLAN_FRAGMENT } from './link.ts';
import { readLlc } from './llc.ts';

const SMALLEST = 10;
const DATA = 2;
const CONTROL = 1;
// Bits of the second byte of frame control.
const BOTH_WAYS = 3;
const MORE_FRAGMENTS = 4;
const PROTECTED = 0x40;
const ORDER = 0x80;
// Bits of the subtype of data frames.
const NO_DATA = 4;
const QOS = 8;
/** Of the QoS control field. */
const AGGREGATED = 0x80;

/** `padded`: the capturing driver put the packet at a multiple of four bytes. */
export function readWlan(frame: Frame, padded: boolean): number {
  const { bytes, start, end } = frame;
  if (end - start < SMALLEST) return FRAME_CUT;
  const subtype = bytes[start] >> 4;
  const flags = bytes[start + 1];
  if (((bytes[start] >> 2) & 3) !== DATA || (subtype & NO_DATA) !== 0) return NO_ETHERTYPE;
  const qosAt = start + ((flags & BOTH_WAYS) === BOTH_WAYS ? 30 : 24);
  let length = qosAt - start;
  if ((subtype & QOS) !== 0) length += (flags & ORDER) !== 0 ? 6 : 2;
  if (padded) length = (length + 3) & ~3;
  if (end - start < length) {
    frame.start = start + 2;
    return FRAME_CUT;
  }
  frame.start = start + length;
  if ((flags & PROTECTED) !== 0) return WLAN_ENCRYPTED;
  if ((flags & MORE_FRAGMENTS) !== 0 || (bytes[start + 22] & 15) !== 0) return WLAN_FRAGMENT;
  if ((subtype & QOS) !== 0 && (bytes[qosAt] & AGGREGATED) !== 0) return AMSDU;
  return readLlc(frame);
}

/** The addresses of the frame at `start`, whose header ends at `end`. */
export function noteWlanAddresses(bytes: Uint8Array, start: number, end: number, { mac }: Identities): void {
  const last = (bytes[start + 1] & BOTH_WAYS) === BOTH_WAYS ? 24 : 16;
  if (((bytes[start] >> 2) & 3) === CONTROL) return;
  for (const offset of [4, 10, 16, 24]) if (offset <= last && start + offset + 6 <= end) mac(start + offset);
}
