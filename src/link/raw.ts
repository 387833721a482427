/** Raw IP: the packet begins with its own header, whose version tells which. 12 and 14 are what BSDs write for it. */
import type { Frame } from '../model.ts';
import { etherTypeOfIp } from './ip-version.ts';
import { FRAME_CUT, type Link } from './link.ts';

export const raw: Link = { name: 'raw', title: 'Raw IP', types: [101, 12, 14], decode };

function decode(frame: Frame): number {
  if (frame.end <= frame.start) return FRAME_CUT;
  return etherTypeOfIp(frame.bytes, frame.start);
}
