/** Cisco's HDLC: address 0x0f (or 0x8f, to all), a byte of zero, and an EtherType. */
import type { Frame } from '../model.ts';
import { FRAME_CUT } from './link.ts';

const HEADER = 4;

export function isCiscoHdlc(frame: Frame): boolean {
  const { bytes, start } = frame;
  return frame.end - start >= HEADER && (bytes[start] & 0x7f) === 0x0f && bytes[start + 1] === 0;
}

export function readHdlc(frame: Frame): number {
  const { bytes, start } = frame;
  if (frame.end - start < HEADER) return FRAME_CUT;
  frame.start = start + HEADER;
  return (bytes[start + 2] << 8) | bytes[start + 3];
}
