/** TZSP, by which MikroTik's routers and others mirror frames: a header, tags up to one that ends them, the frame. */
import { BRIDGED, type Identities } from '../../link/link.ts';
import type { Frame } from '../../model.ts';
import { uint16, uint32 } from '../ip.ts';
import { NOT_THIS, type Tunnel } from './tunnel.ts';

/** Version 1, a received packet, of Ethernet. */
const ETHERNET_RECEIVED = 0x0100_0001;
const HEADER = 4;
const PADDING = 0;
const END = 1;
const MOST_TAGS = 32;
const ETHERNET = 14;

export const tzsp: Tunnel = { name: 'tzsp', ports: [37008], enter, identities };

function enter(frame: Frame): number {
  const { bytes, start, end } = frame;
  if (end - start < HEADER || uint32(bytes, start) !== ETHERNET_RECEIVED) return NOT_THIS;
  const next = behindTags(bytes, start + HEADER, end);
  if (next < 0 || end - next < ETHERNET || uint16(bytes, next + ETHERNET - 2) === 0) return NOT_THIS;
  frame.start = next;
  return BRIDGED;
}

/** -1 when they do not end. */
function behindTags(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  for (let tags = 0; tags < MOST_TAGS && at < end; tags++) {
    if (bytes[at] === END) return at + 1;
    at += bytes[at] === PADDING ? 1 : 2 + bytes[at + 1];
  }
  return -1;
}

/** Among the tags are names and hardware addresses of radios. */
function identities(bytes: Uint8Array, start: number, end: number, { rest }: Identities): void {
  let at = start + HEADER;
  while (at < end && bytes[at] !== END) {
    const stop = bytes[at] === PADDING ? at + 1 : at + 2 + bytes[at + 1];
    if (bytes[at] !== PADDING) rest(at + 2, Math.min(stop, end));
    at = stop;
  }
}
