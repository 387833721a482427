/**
 * GRE (RFC 2784 §2) with key and sequence number (RFC 2890), source routes (RFC 1701) and the acknowledgments of PPTP
 * (RFC 2637 §4.1). What it carries is said by its EtherType: NVGRE (RFC 7637) and ERSPAN are that and no more.
 */
import { BRIDGED, FRAME_CUT, type Identities } from '../../link/link.ts';
import type { Frame } from '../../model.ts';
import { uint16 } from '../ip.ts';
import { ERSPAN, type Tunnel } from './tunnel.ts';

const FIXED = 4;
const CHECKSUM = 0x8000;
const ROUTING = 0x4000;
const KEY = 0x2000;
const SEQUENCE = 0x1000;
const ACKNOWLEDGMENT = 0x0080;
const ROUTE = 4;
const MOST_ROUTES = 16;

export const gre: Tunnel = { name: 'gre', protocols: [47], enter, identities };

function enter(frame: Frame): number {
  const { bytes, start: at, end } = frame;
  if (end - at < FIXED) return FRAME_CUT;
  const flags = uint16(bytes, at);
  const protocol = uint16(bytes, at + 2);
  frame.start = at + FIXED;
  let next = at + FIXED;
  if ((flags & (CHECKSUM | ROUTING)) !== 0) next += 4;
  if ((flags & KEY) !== 0) next += 4;
  if ((flags & SEQUENCE) !== 0) next += 4;
  if ((flags & 7) === 1 && (flags & ACKNOWLEDGMENT) !== 0) next += 4;
  if ((flags & ROUTING) !== 0) next = behindRoutes(bytes, next, end);
  if (end - next < 1) return FRAME_CUT;
  frame.start = next;
  // ERSPAN of the first type has no header of its own, and no sequence number.
  return protocol === ERSPAN && (flags & SEQUENCE) === 0 ? BRIDGED : protocol;
}

/** Each has an address family, an offset and a length; the last one's is zero. Beyond `end` when they do not end before. */
function behindRoutes(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  for (let routes = 0; routes < MOST_ROUTES && end - at >= ROUTE; routes++) {
    const length = bytes[at + 3];
    at += ROUTE + length;
    if (length === 0) return at;
  }
  return end;
}

/** Routes are lists of addresses. */
function identities(bytes: Uint8Array, start: number, end: number, { rest }: Identities): void {
  const flags = uint16(bytes, start);
  if (end - start < FIXED || (flags & ROUTING) === 0) return;
  let at = start + FIXED + FIXED;
  if ((flags & KEY) !== 0) at += 4;
  if ((flags & SEQUENCE) !== 0) at += 4;
  while (end - at >= ROUTE) {
    const stop = at + ROUTE + bytes[at + 3];
    rest(at + ROUTE, Math.min(stop, end));
    at = stop;
  }
}
