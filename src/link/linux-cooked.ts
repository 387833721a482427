/** Linux "cooked" capture, as `tcpdump -i any` writes it: https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html */
import type { Frame } from '../model.ts';
import { noteCookedAddress } from './cooked-address.ts';
import { FRAME_CUT, type Identities, type Link, NO_ETHERTYPE } from './link.ts';
import { skipTags } from './vlan.ts';

const HEADER = 16;
// Below are Linux' own numbers for frames without an EtherType.
const SMALLEST_ETHERTYPE = 0x0600;

export const linuxCooked: Link = {
  name: 'linux-cooked',
  title: 'Linux cooked capture v1',
  types: [113],
  decode,
  identities,
};

function decode(frame: Frame): number {
  const at = frame.start;
  if (frame.end - at < HEADER) return FRAME_CUT;
  const type = (frame.bytes[at + 14] << 8) | frame.bytes[at + 15];
  if (type < SMALLEST_ETHERTYPE) return NO_ETHERTYPE;
  frame.start = at + HEADER;
  return skipTags(frame, type);
}

function identities(bytes: Uint8Array, start: number, _end: number, found: Identities): void {
  noteCookedAddress(start + 6, (bytes[start + 4] << 8) | bytes[start + 5], found);
}
