/** LLC (IEEE 802.2) in front of what has an EtherType: SNAP (RFC 1042) and the bridge tunnel encapsulation (802.1H). */
import type { Frame } from '../model.ts';
import { FRAME_CUT, NO_ETHERTYPE } from './link.ts';

const HEADER = 8;
const SNAP = 0xaa;
const UNNUMBERED = 3;
const BRIDGE_TUNNEL = 0xf8;

/** Moves `frame.start` behind LLC and SNAP and returns the EtherType; `NO_ETHERTYPE` for other users of LLC. */
export function readLlc(frame: Frame): number {
  const { bytes, start: at } = frame;
  if (frame.end - at < 3) return FRAME_CUT;
  if (bytes[at] !== SNAP || bytes[at + 1] !== SNAP || bytes[at + 2] !== UNNUMBERED) return NO_ETHERTYPE;
  if (frame.end - at < HEADER) {
    frame.start = at + 3;
    return FRAME_CUT;
  }
  if (bytes[at + 3] !== 0 || bytes[at + 4] !== 0 || (bytes[at + 5] !== 0 && bytes[at + 5] !== BRIDGE_TUNNEL))
    return NO_ETHERTYPE;
  frame.start = at + HEADER;
  return (bytes[at + 6] << 8) | bytes[at + 7];
}
