/** Network service header (RFC 8300 §2.2): what a chain of services carries from one to the next. */
import { BRIDGED, FRAME_CUT, type Identities, IPV4, IPV6, NO_ETHERTYPE } from '../../link/link.ts';
import type { Frame } from '../../model.ts';
import { uint16 } from '../ip.ts';
import { NSH, type Tunnel } from './tunnel.ts';

const FIXED = 8;
const MPLS = 0x8847;

export const nsh: Tunnel = { name: 'nsh', etherTypes: [NSH], enter, identities };

function enter(frame: Frame): number {
  const { bytes, start, end } = frame;
  if (end - start < FIXED) return FRAME_CUT;
  const length = (uint16(bytes, start) & 0x3f) << 2;
  if (length < FIXED || end - start <= length) return FRAME_CUT;
  frame.start = start + length;
  const next = bytes[start + 3];
  return next === 1 ? IPV4 : next === 2 ? IPV6 : next === 3 ? BRIDGED : next === 5 ? MPLS : NO_ETHERTYPE;
}

/** Its context is whatever its operator puts there. */
function identities(_bytes: Uint8Array, start: number, end: number, { rest }: Identities): void {
  rest(start + FIXED, end);
}
