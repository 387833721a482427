/**
 * GRE (RFC 2784 §2) with key and sequence number (RFC 2890), source routes (RFC 1701) and the acknowledgments of PPTP
 * (RFC 2637 §4.1). What it carries is said by its EtherType: NVGRE (RFC 7637) and ERSPAN are that and no more.
 */
import { BRIDGED, FRAME_CUT } from '../../link/link.ts';
import type { Frame } from '../../model.ts';
import { uint16 } from '../ip.ts';
import { ERSPAN, type Tunnel } from './tunnel.ts';

const CHECKSUM = 0x8000;
const ROUTING = 0x4000;
const KEY = 0x2000;
const SEQUENCE = 0x1000;
const ACKNOWLEDGMENT = 0x0080;
const MOST_ROUTES = 16;

export const gre: Tunnel = { name: 'gre', protocols: [47], enter };

function enter(frame: Frame): number {
  const { bytes, start: at, end } = frame;
  if (end - at < 4) return FRAME_CUT;
  const flags = uint16(bytes, at);
  const protocol = uint16(bytes, at + 2);
  let next = at + 4;
  if ((flags & (CHECKSUM | ROUTING)) !== 0) next += 4;
  if ((flags & KEY) !== 0) next += 4;
  if ((flags & SEQUENCE) !== 0) next += 4;
  if ((flags & 7) === 1 && (flags & ACKNOWLEDGMENT) !== 0) next += 4;
  // Address family, offset, length: the last route has none.
  for (let routes = 0; (flags & ROUTING) !== 0 && routes < MOST_ROUTES; routes++) {
    if (end - next < 4) return FRAME_CUT;
    const length = bytes[next + 3];
    next += 4 + length;
    if (length === 0) break;
  }
  if (end - next < 1) return FRAME_CUT;
  frame.start = next;
  // ERSPAN of the first type has no header of its own, and no sequence number.
  return protocol === ERSPAN && (flags & SEQUENCE) === 0 ? BRIDGED : protocol;
}
