/** Payloads that are not SIP: what they are stays to be seen, what they say does not. */
import { isKeepAlive, mayBeMedia } from '../net/other-udp.ts';
import { isDtls, wipeDtls, wipeRtcp, wipeRtp, wipeStun } from './wipe-media.ts';

const SMALL = 8;
const STUN_COOKIE = [0x21, 0x12, 0xa4, 0x42];
const CIRPACK = [0x43, 0x69, 0x72, 0x70];

function begins(bytes: Uint8Array, at: number, with_: readonly number[]): boolean {
  return with_.every((byte, index) => bytes[at + index] === byte);
}

/** RTCP names its packets from 192 to 223 (RFC 5761 §4), where RTP would have payload types that nobody uses. */
function isRtcp(bytes: Uint8Array, start: number): boolean {
  return bytes[start + 1] >= 192 && bytes[start + 1] <= 223;
}

/**
 * Wipes a UDP payload. RTP keeps its header, and with `keepMedia` all of it; RTCP, STUN and DTLS keep what shows how media
 * fared; a keep-alive stays one; of all others only the two first bits stay, by which media is told from other protocols.
 */
export function wipeDatagram(
  out: Uint8Array,
  start: number,
  end: number,
  ports: readonly [number, number],
  keepMedia: boolean,
): void {
  if (mayBeMedia(out, start, end, ...ports)) {
    if (isRtcp(out, start)) wipeRtcp(out, start, end);
    else if (!keepMedia) wipeRtp(out, start, end);
    return;
  }
  if (isKeepAlive(out, start, end)) {
    // What makes it one: nothing but line ends, a name of a product, or the cookie of STUN.
    if (end - start > SMALL && begins(out, start + 4, STUN_COOKIE)) wipeStun(out, start, end);
    else if (begins(out, start, CIRPACK)) out.fill(0, start + 4, end);
    else for (let at = start; at < end; at++) if (![0, 10, 13, 32].includes(out[at])) out[at] = 0;
    return;
  }
  if (isDtls(out, start, end)) {
    wipeDtls(out, start, end);
    return;
  }
  const first = out[start] & 0xc0;
  out.fill(1, start, end);
  out[start] = first | 1;
}

/** Zeros that no program takes for text. */
export function wipeBytes(out: Uint8Array, start: number, end: number): void {
  if (end > start) out.fill(0, start, end);
}
