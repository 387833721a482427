/** VXLAN (RFC 7348 §5): flags, of which one is set, and a network identifier between bytes of zero. */
import { BRIDGED } from '../../link/link.ts';
import type { Frame } from '../../model.ts';
import { uint32 } from '../ip.ts';
import { NOT_THIS, type Tunnel } from './tunnel.ts';

const HEADER = 8;
const ETHERNET = 14;
const IDENTIFIER_IS_THERE = 0x0800_0000;

/** 8472 is what Linux used before there was an RFC, and some overlay networks still use. */
export const vxlan: Tunnel = { name: 'vxlan', ports: [4789, 8472], enter };

function enter(frame: Frame): number {
  const { bytes, start, end } = frame;
  if (end - start < HEADER + ETHERNET) return NOT_THIS;
  if (uint32(bytes, start) !== IDENTIFIER_IS_THERE || bytes[start + 7] !== 0) return NOT_THIS;
  frame.start = start + HEADER;
  return BRIDGED;
}
