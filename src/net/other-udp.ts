/** UDP that is not SIP: what keeps a NAT binding open, and what may be media. */
import { uint32 } from './ip.ts';

const NUL = 0;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
/** Nothing that small says anything: four zero bytes, Cisco's "jaK" and the like. */
const SMALL = 8;
const STUN_COOKIE = 0x2112a442; // RFC 8489 §5
const CIRPACK = 0x43697270; // "Cirpack KeepAlive Packet"
const DYNAMIC = 1024;
const RTP_HEADER = 12;

/** RFC 5626 §3.5 and what came before it. */
export function isKeepAlive(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start <= SMALL) return true;
  if (end - start >= 20 && bytes[start] < 4 && uint32(bytes, start + 4) === STUN_COOKIE) return true;
  if (uint32(bytes, start) === CIRPACK) return true;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte !== CR && byte !== LF && byte !== NUL && byte !== SPACE) return false;
  }
  return true;
}

/** Version 2 of RTP, RTCP and SRTP (RFC 3550 §5.1, §6.1), between ports that no service owns. */
export function mayBeMedia(bytes: Uint8Array, start: number, end: number, from: number, to: number): boolean {
  return end - start >= RTP_HEADER && bytes[start] >> 6 === 2 && from >= DYNAMIC && to >= DYNAMIC;
}
