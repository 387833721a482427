/** PPP over Ethernet (RFC 2516 §4): version and type, code, session, length; then a PPP frame. */
import type { Frame } from '../model.ts';
import { FRAME_CUT, type Link, NO_ETHERTYPE, PPPOE_SESSION } from './link.ts';
import { readPpp } from './ppp-frame.ts';

const HEADER = 6;

export const pppoe: Link = { name: 'pppoe', title: 'PPPoE', types: [51], etherTypes: [PPPOE_SESSION], decode };

function decode(frame: Frame): number {
  const { bytes, start } = frame;
  if (frame.end - start < HEADER + 1) return FRAME_CUT;
  frame.start = start + HEADER;
  // Discovery has codes of its own, session data has none.
  return bytes[start + 1] === 0 ? readPpp(frame) : NO_ETHERTYPE;
}
