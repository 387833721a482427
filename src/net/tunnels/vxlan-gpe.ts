/** VXLAN with a protocol field (draft-ietf-nvo3-vxlan-gpe-13 §3). */
import { BRIDGED, IPV4, IPV6 } from '../../link/link.ts';
import type { Frame } from '../../model.ts';
import { innerIp } from './inner.ts';
import { NOT_THIS, NSH, type Tunnel } from './tunnel.ts';

const HEADER = 8;
const ETHERNET = 14;
/** Version 0, identifier and next protocol are there; the bits for multicast and OAM may be set, no others. */
const FIXED = 0b1111_1100;
const WANTED = 0b0000_1100;

export const vxlanGpe: Tunnel = { name: 'vxlan-gpe', ports: [4790], enter };

function enter(frame: Frame): number {
  const { bytes, start, end } = frame;
  if (end - start < HEADER + ETHERNET) return NOT_THIS;
  if ((bytes[start] & FIXED) !== WANTED || bytes[start + 1] !== 0 || bytes[start + 2] !== 0) return NOT_THIS;
  const next = bytes[start + 3];
  const etherType = next === 1 ? IPV4 : next === 2 ? IPV6 : next === 3 ? BRIDGED : next === 4 ? NSH : NOT_THIS;
  const isIp = etherType === IPV4 || etherType === IPV6;
  if (etherType < 0 || (isIp && innerIp(bytes, start + HEADER, end) !== etherType)) return NOT_THIS;
  frame.start = start + HEADER;
  return etherType;
}
