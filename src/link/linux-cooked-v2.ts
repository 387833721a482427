/** Linux "cooked" capture v2, with the interface index: https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL2.html */
import type { Frame } from '../model.ts';
import { noteCookedAddress } from './cooked-address.ts';
import { FRAME_CUT, type Identities, type Link, NO_ETHERTYPE } from './link.ts';
import { skipTags } from './vlan.ts';

const HEADER = 20;
// Below are Linux' own numbers for frames without an EtherType.
const SMALLEST_ETHERTYPE = 0x0600;

export const linuxCookedV2: Link = {
  name: 'linux-cooked-v2',
  title: 'Linux cooked capture v2',
  types: [276],
  decode,
  identities,
};

function decode(frame: Frame): number {
  const at = frame.start;
  if (frame.end - at < HEADER) return FRAME_CUT;
  const type = (frame.bytes[at] << 8) | frame.bytes[at + 1];
  if (type < SMALLEST_ETHERTYPE) return NO_ETHERTYPE;
  frame.start = at + HEADER;
  return skipTags(frame, type);
}

function identities(bytes: Uint8Array, start: number, _end: number, found: Identities): void {
  noteCookedAddress(start + 12, bytes[start + 11], found);
}
