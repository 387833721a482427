/** PPP: https://www.tcpdump.org/linktypes.html, LINKTYPE_PPP. It is also what GRE of PPTP and L2TP carry. */
import { type Link, PPP } from './link.ts';
import { readPpp } from './ppp-frame.ts';

export const ppp: Link = { name: 'ppp', title: 'PPP', types: [9], etherTypes: [PPP], decode: readPpp };
