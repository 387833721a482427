/** What wraps an IP packet in another one, or in a frame of its own. Each moves `frame.start` to what is inside. */
import { FRAME_CUT, IPV4, IPV6, NO_ETHERTYPE } from '../link/link.ts';
import type { Frame } from '../model.ts';
import { uint16 } from './ip.ts';

export const PPPOE_SESSION = 0x8864;
export const MPLS = 0x8847;
export const MPLS_MULTICAST = 0x8848;
/** Transparent Ethernet bridging: a whole Ethernet frame follows. */
export const BRIDGED = 0x6558;

export const IP_IN_IP = 4;
export const IPV6_IN_IP = 41;
export const GRE = 47;

const ERSPAN_II = 0x88be;

/** The PPP protocol numbers of IP (RFC 1332 §3, RFC 5072 §3) as EtherTypes. */
function ofPpp(protocol: number): number {
  if (protocol === 0x0021) return IPV4;
  return protocol === 0x0057 ? IPV6 : NO_ETHERTYPE;
}

/** RFC 2516 §4: version and type, code, session, length; the PPP protocol follows (§6). */
export function readPppoe(frame: Frame): number {
  const at = frame.start;
  if (frame.end - at < 8) return FRAME_CUT;
  frame.start = at + 8;
  return ofPpp(uint16(frame.bytes, at + 6));
}

/** RFC 3032 §2.1: labels up to the one that says "bottom of stack"; what follows shows itself by its first digit. */
export function readMpls(frame: Frame): number {
  for (let labels = 0; labels < 16; labels++) {
    const at = frame.start;
    if (frame.end - at < 5) return FRAME_CUT;
    frame.start = at + 4;
    if ((frame.bytes[at + 2] & 1) === 0) continue;
    const version = frame.bytes[at + 4] >> 4;
    if (version === 4) return IPV4;
    return version === 6 ? IPV6 : NO_ETHERTYPE;
  }
  return NO_ETHERTYPE;
}

/** RFC 2784 §2 with key and sequence number of RFC 2890; version 1 is that of PPTP (RFC 2637 §4.1). */
export function readGre(frame: Frame): number {
  const { bytes, start: at } = frame;
  if (frame.end - at < 4) return FRAME_CUT;
  const flags = uint16(bytes, at);
  const protocol = uint16(bytes, at + 2);
  const version = flags & 7;
  let header = 4;
  if ((flags & 0x8000) !== 0) header += 4; // checksum
  if ((flags & 0x2000) !== 0) header += 4; // key
  if ((flags & 0x1000) !== 0) header += 4; // sequence number
  if (version === 1 && (flags & 0x0080) !== 0) header += 4; // acknowledgment
  // ERSPAN type II has a header of its own, type I (no sequence number) has none.
  if (protocol === ERSPAN_II && (flags & 0x1000) !== 0) header += 8;
  if (frame.end - at < header + 2) return FRAME_CUT;
  frame.start = at + header;
  if (protocol === ERSPAN_II) return BRIDGED;
  if (version !== 1) return protocol;
  // Enhanced GRE carries PPP, with or without its address and control bytes.
  if (uint16(bytes, frame.start) === 0xff03) frame.start += 2;
  frame.start += 2;
  return ofPpp(uint16(bytes, frame.start - 2));
}
