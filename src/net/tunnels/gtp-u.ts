/** GTP-U, the user plane of mobile networks (3GPP TS 29.281 §5): an IP packet behind a header and its extensions. */
import { type Identities, NO_ETHERTYPE } from '../../link/link.ts';
import type { Frame } from '../../model.ts';
import { uint16 } from '../ip.ts';
import { innerIp } from './inner.ts';
import { NOT_THIS, type Tunnel } from './tunnel.ts';

const HEADER = 8;
const OPTIONAL = 4;
const G_PDU = 255;
const MOST_EXTENSIONS = 16;
// Bits of the first byte: version 1, protocol type GTP; the spare one is zero.
const FIXED = 0b1111_1000;
const WANTED = 0b0011_0000;
const EXTENDED = 4;
const ANY_OPTIONAL = 7;

export const gtpU: Tunnel = { name: 'gtp-u', ports: [2152], answers: true, enter, identities };

function enter(frame: Frame): number {
  const { bytes, start } = frame;
  if (frame.end - start < HEADER || (bytes[start] & FIXED) !== WANTED) return NOT_THIS;
  // Echo, error indications and the like say nothing of calls.
  const length = uint16(bytes, start + 2);
  if (bytes[start + 1] !== G_PDU || length > frame.wireLength - HEADER) return NOT_THIS;
  const end = Math.min(frame.end, start + HEADER + length);
  const next = behindExtensions(bytes, start, end);
  if (next < 0 || innerIp(bytes, next, end) === NO_ETHERTYPE) return NOT_THIS;
  frame.start = next;
  return innerIp(bytes, next, end);
}

/** -1 when they do not end before the packet does. */
function behindExtensions(bytes: Uint8Array, start: number, end: number): number {
  let at = start + HEADER;
  if ((bytes[start] & ANY_OPTIONAL) === 0) return at;
  at += OPTIONAL;
  if ((bytes[start] & EXTENDED) === 0) return at;
  // Each begins with its length and ends with the type of the next one (§5.2.1).
  for (let count = 0; count < MOST_EXTENSIONS && at < end && bytes[at - 1] !== 0; count++) {
    const length = bytes[at] << 2;
    if (length === 0) return -1;
    at += length;
  }
  return at < end && bytes[at - 1] === 0 ? at : -1;
}

/** Extensions may name a cell or a subscriber's radio bearer. */
function identities(bytes: Uint8Array, start: number, end: number, { rest }: Identities): void {
  if ((bytes[start] & EXTENDED) === 0) return;
  let at = start + HEADER + OPTIONAL;
  while (at < end && bytes[at] !== 0) {
    const stop = at + (bytes[at] << 2);
    rest(at + 1, Math.min(stop, end) - 1);
    at = stop;
  }
}
