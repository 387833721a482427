/** ERSPAN, a mirror port in GRE: types II and III of draft-foschiano-erspan-03. */

import { etherTypeOfIp } from '../../link/ip-version.ts';
import { BRIDGED, FRAME_CUT, NO_ETHERTYPE } from '../../link/link.ts';
import type { Frame } from '../../model.ts';
import { uint16 } from '../ip.ts';
import { ERSPAN, type Tunnel } from './tunnel.ts';

const ERSPAN_III = 0x22eb;

const VERSION_III = 2;
const HEADER_II = 8;
const HEADER_III = 12;
const SUB_HEADER = 8;
const IP_FRAMES = 2;

export const erspan: Tunnel = { name: 'erspan', etherTypes: [ERSPAN, ERSPAN_III], enter };

function enter(frame: Frame): number {
  const { bytes, start, end } = frame;
  // Some switches announce the third type by the number of the second: its version tells.
  const third = bytes[start] >> 4 === VERSION_III;
  let length = third ? HEADER_III : HEADER_II;
  frame.start = Math.min(end, start + length);
  if (end - start <= length) return FRAME_CUT;
  const last = third ? uint16(bytes, start + 10) : 0;
  if ((last & 1) === 1) length += SUB_HEADER;
  if (end - start <= length) return FRAME_CUT;
  frame.start = start + length;
  const kind = (last >> 10) & 31;
  if (kind === 0) return BRIDGED;
  return kind === IP_FRAMES ? etherTypeOfIp(bytes, frame.start) : NO_ETHERTYPE;
}
