/** IEEE 802.11 without a header of the driver: https://www.tcpdump.org/linktypes.html, LINKTYPE_IEEE802_11. */
import type { Link } from './link.ts';
import { noteWlanAddresses, readWlan } from './wlan-frame.ts';

export const wlan: Link = {
  name: 'wlan',
  title: 'IEEE 802.11',
  types: [105],
  decode: (frame) => readWlan(frame, false),
  identities: noteWlanAddresses,
};
