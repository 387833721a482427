/** L2TPv3 on IP (RFC 3931 §4.1.1.1): a session's number, 0 for the messages that control sessions. */
import { FRAME_CUT, NO_ETHERTYPE } from '../../link/link.ts';
import type { Frame } from '../../model.ts';
import { uint32 } from '../ip.ts';
import { findL2tpPayload } from './l2tp-session.ts';
import type { Tunnel } from './tunnel.ts';

const SESSION = 4;

export const l2tpIp: Tunnel = { name: 'l2tp-ip', protocols: [115], enter };

function enter(frame: Frame): number {
  const { bytes, start } = frame;
  if (frame.end - start <= SESSION) return FRAME_CUT;
  if (uint32(bytes, start) === 0) return NO_ETHERTYPE;
  frame.start = start + SESSION;
  return findL2tpPayload(frame);
}
