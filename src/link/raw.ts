/** Raw IP: the packet begins with its own header, whose version tells which. 12 and 14 are what BSDs write for it. */
import type { Frame } from '../model.ts';
import { FRAME_CUT, IPV4, IPV6, type Link, NO_ETHERTYPE } from './link.ts';

export const raw: Link = { name: 'raw', title: 'Raw IP', types: [101, 12, 14], decode };

function decode(frame: Frame): number {
  if (frame.end <= frame.start) return FRAME_CUT;
  const version = frame.bytes[frame.start] >> 4;
  if (version === 4) return IPV4;
  return version === 6 ? IPV6 : NO_ETHERTYPE;
}
