/** PPP (RFC 1661 §2), with or without HDLC's address and control (RFC 1662 §3.1), and protocol numbers of one byte. */
import type { Frame } from '../model.ts';
import { FRAME_CUT, IPV4, IPV6, NO_ETHERTYPE } from './link.ts';

const MPLS = 0x8847;
const MPLS_MULTICAST = 0x8848;

/** https://www.iana.org/assignments/ppp-numbers as EtherTypes: RFC 1332 §3, RFC 5072 §3, RFC 3032 §4.3. */
function etherTypeOf(protocol: number): number {
  if (protocol === 0x0021) return IPV4;
  if (protocol === 0x0057) return IPV6;
  if (protocol === 0x0281) return MPLS;
  return protocol === 0x0283 ? MPLS_MULTICAST : NO_ETHERTYPE;
}

/** Moves `frame.start` behind the protocol number of a PPP frame that begins there, and returns its EtherType. */
export function readPpp(frame: Frame): number {
  const { bytes, end } = frame;
  let at = frame.start;
  // The peers may agree to leave these two out (RFC 1661 §6.6): no protocol number begins with 0xff.
  if (end - at >= 2 && bytes[at] === 0xff && bytes[at + 1] === 3) at += 2;
  frame.start = at;
  if (end - at < 1) return FRAME_CUT;
  // And so with the first byte of the number (§6.5): the last byte is odd, all others are even.
  if ((bytes[at] & 1) === 1) {
    frame.start = at + 1;
    return etherTypeOf(bytes[at]);
  }
  if (end - at < 2) return FRAME_CUT;
  frame.start = at + 2;
  return etherTypeOf((bytes[at] << 8) | bytes[at + 1]);
}
