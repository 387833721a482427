/** MPLS (RFC 3032 §2.1), with IP or a pseudowire for Ethernet (RFC 4448) inside; in IP, too (RFC 4023). */
import { BRIDGED, FRAME_CUT, NO_ETHERTYPE } from '../../link/link.ts';
import type { Frame } from '../../model.ts';
import { innerIp, isInnerEthernet } from './inner.ts';
import type { Tunnel } from './tunnel.ts';

const LABEL = 4;
const MOST_LABELS = 16;
const CONTROL_WORD = 4;

export const mpls: Tunnel = { name: 'mpls', etherTypes: [0x8847, 0x8848], protocols: [137], enter };

/** Labels up to the one that says "bottom of stack"; what follows is named nowhere. */
function enter(frame: Frame): number {
  const { bytes, end } = frame;
  for (let labels = 0; labels < MOST_LABELS; labels++) {
    const at = frame.start;
    if (end - at <= LABEL) return FRAME_CUT;
    frame.start = at + LABEL;
    if ((bytes[at + 2] & 1) === 1) return payload(frame);
  }
  return NO_ETHERTYPE;
}

/** The first digit tells, as RFC 4928 wants it; but Ethernet without a control word begins with any. */
function payload(frame: Frame): number {
  const { bytes, start, end } = frame;
  const etherType = innerIp(bytes, start, end);
  if (etherType !== NO_ETHERTYPE) return etherType;
  if (bytes[start] >> 4 === 0 && isInnerEthernet(bytes, start + CONTROL_WORD, end)) {
    frame.start = start + CONTROL_WORD;
    return BRIDGED;
  }
  return isInnerEthernet(bytes, start, end) ? BRIDGED : NO_ETHERTYPE;
}
