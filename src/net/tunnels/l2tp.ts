/** L2TP over UDP: version 2 (RFC 2661 §3.1), which carries PPP, and version 3 (RFC 3931 §4.1.2.1). */
import { NO_ETHERTYPE, PPP } from '../../link/link.ts';
import type { Frame } from '../../model.ts';
import { uint16, uint32 } from '../ip.ts';
import { findL2tpPayload } from './l2tp-session.ts';
import { LAYOUT_UNKNOWN, NOT_THIS, type Tunnel } from './tunnel.ts';

const CONTROL = 0x8000;
const LENGTH = 0x4000;
const SEQUENCE = 0x0800;
const OFFSET = 0x0200;
const RESERVED = 0x34f0;
const VERSION_3_HEADER = 8;

export const l2tp: Tunnel = { name: 'l2tp', ports: [1701], answers: true, enter };

function enter(frame: Frame): number {
  const { bytes, start, end } = frame;
  if (end - start < VERSION_3_HEADER) return NOT_THIS;
  const flags = uint16(bytes, start);
  const version = flags & 15;
  if ((flags & RESERVED) !== 0) return NOT_THIS;
  if (version === 3) return version3(frame, flags);
  if (version !== 2) return NOT_THIS;
  let at = start + 2;
  if ((flags & LENGTH) !== 0) {
    const length = uint16(bytes, at);
    if (length < 8 || length > frame.wireLength) return NOT_THIS;
    if (start + length < end) frame.end = start + length;
    at += 2;
  }
  // Setting up sessions says nothing of calls.
  if ((flags & CONTROL) !== 0) return (flags & LENGTH) !== 0 && (flags & SEQUENCE) !== 0 ? NO_ETHERTYPE : NOT_THIS;
  at += 4; // tunnel and session
  if ((flags & SEQUENCE) !== 0) at += 4;
  if ((flags & OFFSET) !== 0) at += 2 + uint16(bytes, at);
  if (at >= frame.end) return NOT_THIS;
  frame.start = at;
  return PPP;
}

function version3(frame: Frame, flags: number): number {
  const { bytes, start } = frame;
  if ((flags & CONTROL) !== 0) return (flags & LENGTH) !== 0 && (flags & SEQUENCE) !== 0 ? NO_ETHERTYPE : NOT_THIS;
  if (flags !== 3 || uint16(bytes, start + 2) !== 0 || uint32(bytes, start + 4) === 0) return NOT_THIS;
  frame.start = start + VERSION_3_HEADER;
  const inside = findL2tpPayload(frame);
  return inside === LAYOUT_UNKNOWN ? NOT_THIS : inside;
}
