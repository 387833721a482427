/** PPP on serial lines, or what Cisco sends there: https://www.tcpdump.org/linktypes.html, LINKTYPE_PPP_HDLC. */
import type { Frame } from '../model.ts';
import { isCiscoHdlc, readHdlc } from './hdlc.ts';
import type { Link } from './link.ts';
import { readPpp } from './ppp-frame.ts';

export const pppSerial: Link = { name: 'ppp-serial', title: 'PPP in HDLC', types: [50], decode };

function decode(frame: Frame): number {
  return isCiscoHdlc(frame) ? readHdlc(frame) : readPpp(frame);
}
