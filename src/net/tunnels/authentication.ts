/** IPsec's authentication header (RFC 4302 §2) on IPv4, which hides nothing; on IPv6 it is an extension like others. */
import { FRAME_CUT } from '../../link/link.ts';
import type { Frame } from '../../model.ts';
import { PROTOCOL, type Tunnel } from './tunnel.ts';

export const authentication: Tunnel = { name: 'authentication', protocols: [51], enter };

function enter(frame: Frame): number {
  const { bytes, start, end } = frame;
  const length = (bytes[start + 1] + 2) << 2;
  if (end - start < 12 || end - start < length) {
    frame.start = Math.min(end, start + 2);
    return FRAME_CUT;
  }
  frame.start = start + length;
  return PROTOCOL + bytes[start];
}
