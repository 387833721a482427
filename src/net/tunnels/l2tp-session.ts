/**
 * What a session of L2TPv3 carries (RFC 3931 §4.1): behind a cookie of 0, 4 or 8 bytes and perhaps a sublayer of 4, as the
 * peers agreed when it was set up, or as both were told by hand. Neither is in the packet: the layout is known by what fits.
 */
import { BRIDGED, NO_ETHERTYPE, PPP } from '../../link/link.ts';
import type { Frame } from '../../model.ts';
import { uint16 } from '../ip.ts';
import { innerIp, isInnerEthernet } from './inner.ts';
import { LAYOUT_UNKNOWN } from './tunnel.ts';

const LONGEST = 12;
const PPP_HEADER = 4;
const HDLC = 0xff03;

/** `frame.start` stands behind the session's number; moves it to the first layout with a packet in it. */
export function findL2tpPayload(frame: Frame): number {
  const { bytes, start, end } = frame;
  for (let at = start; at <= start + LONGEST; at += 4) {
    if (isInnerEthernet(bytes, at, end)) {
      frame.start = at;
      return BRIDGED;
    }
    if (end - at <= PPP_HEADER) break;
    const isPpp = uint16(bytes, at) === HDLC && isIp(uint16(bytes, at + 2));
    if (isPpp && innerIp(bytes, at + PPP_HEADER, end) !== NO_ETHERTYPE) {
      frame.start = at;
      return PPP;
    }
  }
  return LAYOUT_UNKNOWN;
}

function isIp(protocol: number): boolean {
  return protocol === 0x0021 || protocol === 0x0057;
}
