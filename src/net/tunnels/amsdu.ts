/** Several packets in one 802.11 frame (IEEE 802.11 §9.3.2.2): each with addresses and a length of its own. */
import { AMSDU, FRAME_CUT, type Identities } from '../../link/link.ts';
import { readLlc } from '../../link/llc.ts';
import type { Frame } from '../../model.ts';
import { uint16 } from '../ip.ts';
import type { Tunnel } from './tunnel.ts';

const HEADER = 14;

export const amsdu: Tunnel = { name: 'amsdu', etherTypes: [AMSDU], padding: 4, enter, identities };

function enter(frame: Frame): number {
  const { bytes, start } = frame;
  if (frame.end - start < HEADER) return FRAME_CUT;
  frame.start = start + HEADER;
  frame.end = Math.min(frame.end, start + HEADER + uint16(bytes, start + 12));
  return readLlc(frame);
}

function identities(_bytes: Uint8Array, start: number, end: number, { mac }: Identities): void {
  if (end - start < HEADER) return;
  mac(start);
  mac(start + 6);
}
