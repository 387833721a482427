/** Cisco's HDLC on serial lines: https://www.tcpdump.org/linktypes/LINKTYPE_C_HDLC.html */
import { readHdlc } from './hdlc.ts';
import type { Link } from './link.ts';

export const ciscoHdlc: Link = { name: 'cisco-hdlc', title: 'Cisco HDLC', types: [104], decode: readHdlc };
