/** Ethernet II (IEEE 802.3 §3.2): destination, source, EtherType. */
import type { Frame } from '../model.ts';
import { FRAME_CUT, IPV4, type Link, NO_ETHERTYPE } from './link.ts';
import { skipTags } from './vlan.ts';

const HEADER = 14;
// Up to here the field is a length, and LLC follows: spanning tree and the like, hardly ever IP (IEEE 802.3 §3.2.6).
const LARGEST_LENGTH = 1500;

export const ethernet: Link = { name: 'ethernet', title: 'Ethernet', types: [1], decode };

function decode(frame: Frame): number {
  const at = frame.start;
  if (frame.end - at < HEADER) return FRAME_CUT;
  const type = (frame.bytes[at + 12] << 8) | frame.bytes[at + 13];
  frame.start = at + HEADER;
  if (type === IPV4) return type;
  const inner = skipTags(frame, type);
  return inner >= 0 && inner <= LARGEST_LENGTH ? NO_ETHERTYPE : inner;
}
