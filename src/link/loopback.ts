/**
 * BSD loopback: a protocol family of four bytes, in the byte order of the capturing machine (NULL) or of the network
 * (LOOP, OpenBSD). https://www.tcpdump.org/linktypes/LINKTYPE_NULL.html
 */
import type { Frame } from '../model.ts';
import { FRAME_CUT, IPV4, IPV6, type Link, NO_ETHERTYPE } from './link.ts';

const HEADER = 4;
const AF_INET = 2;

export const loopback: Link = { name: 'loopback', title: 'BSD loopback', types: [0, 108], decode };

function decode(frame: Frame): number {
  const { bytes } = frame;
  const at = frame.start;
  if (frame.end - at < HEADER) return FRAME_CUT;
  // All families are small numbers, so the bytes themselves tell their order.
  const family = bytes[at] === 0 ? (bytes[at + 2] << 8) | bytes[at + 3] : bytes[at] | (bytes[at + 1] << 8);
  frame.start = at + HEADER;
  if (family === AF_INET) return IPV4;
  return isInet6(family) ? IPV6 : NO_ETHERTYPE;
}

/** AF_INET6 of Linux, Windows, NetBSD and OpenBSD, FreeBSD, macOS. */
function isInet6(family: number): boolean {
  return family === 10 || family === 23 || family === 24 || family === 28 || family === 30;
}
