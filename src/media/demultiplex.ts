/** What shares the sockets of a session, told apart by the first two bytes (RFC 7983 §7, RFC 5761 §4). */
import { DTLS_ENCRYPTED } from './dtls.ts';

export const NOTHING = 0;
export const RTP = 1;
export const RTCP = 2;
export const STUN = 3;
export const DTLS = 4;
export const TURN_CHANNEL = 5;
export const ZRTP = 6;
/** An encrypted record of DTLS 1.3 (RFC 9147 §4), which looks like much else. */
export const DTLS_RECORD = 7;

const SMALLEST_RTP = 12;
const SMALLEST_RTCP = 8;
const SMALLEST_DTLS = 13;
/** Header, and what the cipher adds at the least. */
const SMALLEST_RECORD = 18;
const STUN_HEADER = 20;
const RTCP_FIRST = 192;
const RTCP_LAST = 223;

/** One of the constants above. Says what a datagram can be at all, not that it is it. */
export function demultiplex(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length < SMALLEST_RTCP) return NOTHING;
  const first = bytes[start];
  if (first >= 128 && first < 192) {
    const second = bytes[start + 1];
    if (second >= RTCP_FIRST && second <= RTCP_LAST) return RTCP;
    return length >= SMALLEST_RTP ? RTP : NOTHING;
  }
  if (first < 4) return length >= STUN_HEADER && isStun(bytes, start, length) ? STUN : NOTHING;
  if (first >= 20 && first < 64) {
    if (length >= SMALLEST_DTLS && isDtls(bytes, start)) return DTLS;
    return first >= DTLS_ENCRYPTED && length >= SMALLEST_RECORD ? DTLS_RECORD : NOTHING;
  }
  if (first >= 64 && first < 80) return TURN_CHANNEL;
  return first >= 16 && first < 20 ? ZRTP : NOTHING;
}

/** The magic cookie; or, of RFC 3489's time, a length that fits to the byte. */
function isStun(bytes: Uint8Array, start: number, length: number): boolean {
  if (
    bytes[start + 4] === 0x21 &&
    bytes[start + 5] === 0x12 &&
    bytes[start + 6] === 0xa4 &&
    bytes[start + 7] === 0x42
  ) {
    return true;
  }
  return ((bytes[start + 2] << 8) | bytes[start + 3]) === length - STUN_HEADER;
}

/** Versions 1.0 (0xfeff), 1.2 (0xfefd) and their neighbours. */
function isDtls(bytes: Uint8Array, start: number): boolean {
  return bytes[start + 1] === 0xfe;
}
