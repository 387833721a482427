/** Ethernet II (IEEE 802.3 §3.2): destination, source, EtherType; and 802.3 with LLC where a length stands instead. */
import type { Frame } from '../model.ts';
import { BRIDGED, FRAME_CUT, type Identities, IPV4, type Link, NO_ETHERTYPE } from './link.ts';
import { readLlc } from './llc.ts';
import { skipTags } from './vlan.ts';

const HEADER = 14;
// Up to here the field is a length, and LLC follows: spanning tree and the like, hardly ever IP (IEEE 802.3 §3.2.6).
const LARGEST_LENGTH = 1500;

export const ethernet: Link = {
  name: 'ethernet',
  title: 'Ethernet',
  types: [1],
  etherTypes: [BRIDGED],
  decode,
  identities,
};

function decode(frame: Frame): number {
  const at = frame.start;
  if (frame.end - at < HEADER) return FRAME_CUT;
  const type = (frame.bytes[at + 12] << 8) | frame.bytes[at + 13];
  frame.start = at + HEADER;
  if (type === IPV4) return type;
  const inner = skipTags(frame, type);
  if (inner < 0 || inner > LARGEST_LENGTH) return inner;
  // Too short for LLC is padding, or nothing.
  return frame.end - frame.start < 3 ? NO_ETHERTYPE : readLlc(frame);
}

function identities(_bytes: Uint8Array, start: number, end: number, { mac }: Identities): void {
  if (end - start < HEADER) return;
  mac(start);
  mac(start + 6);
}
