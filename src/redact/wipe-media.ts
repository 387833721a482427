/**
 * Wipes what runs beside SIP on the sockets of media: voices, keys, names and certificates go, and what shows how the media
 * fared stays: headers, reports, the kinds and lengths of everything else.
 */
import { uint16 } from '../net/ip.ts';

const RTP_HEADER = 12;
const EXTENSION = 0x10;
/** First of the types that an SDP gives its meaning (RFC 3551 §6). */
const DYNAMIC_TYPE = 96;
const EVENT = 4;
/** Keys, and flash (RFC 4733 §7). */
const LAST_KEY = 16;

/** All of RTP but its header; of a key that is sent as an event (RFC 4733 §2.3) only which one it was. */
export function wipeRtp(out: Uint8Array, start: number, end: number): void {
  const payload = start + RTP_HEADER + 4 * (out[start] & 15);
  const isEvent =
    end - payload === EVENT &&
    (out[start] & EXTENSION) === 0 &&
    (out[start + 1] & 0x7f) >= DYNAMIC_TYPE &&
    out[payload] <= LAST_KEY;
  if (isEvent) out[payload] = 0;
  else out.fill(0, start + RTP_HEADER, end);
}

const RTCP_HEADER = 8;
const DESCRIPTION = 202;
const GOODBYE = 203;
const APPLICATION = 204;
const LAST_TYPE = 207;

/** Of RTCP the figures stay (RFC 3550 §6.4, RFC 3611, RFC 4585); names, reasons and what applications say go. */
export function wipeRtcp(out: Uint8Array, start: number, end: number): void {
  let at = start;
  while (at + RTCP_HEADER <= end) {
    const type = out[at + 1];
    const next = at + 4 + 4 * uint16(out, at + 2);
    if (out[at] >> 6 !== 2 || type < 200 || type > LAST_TYPE || next > end) break;
    if (type === DESCRIPTION) wipeNames(out, at + 4, next, out[at] & 31);
    else if (type === GOODBYE) out.fill(0, Math.min(next, at + 4 + 4 * (out[at] & 31)), next);
    else if (type === APPLICATION) out.fill(0, at + RTCP_HEADER, next);
    at = next;
  }
  // The first header stays, whatever follows: it may be encrypted.
  out.fill(0, Math.min(end, Math.max(at, start + RTCP_HEADER)), end);
}

/** The items of SDES keep type and length (RFC 3550 §6.5). */
function wipeNames(out: Uint8Array, start: number, end: number, chunks: number): void {
  let at = start;
  for (let chunk = 0; chunk < chunks && at + 4 < end; chunk++) {
    at += 4;
    while (at + 2 <= end && out[at] !== 0) {
      const text = at + 2;
      at = Math.min(end, text + out[at + 1]);
      out.fill(X, text, at);
    }
    at += 4 - ((at - start) % 4);
  }
  if (at < end) out.fill(0, at, end);
}

const X = 0x78;

const STUN_HEADER = 20;
/** Attributes whose value says how a check went, and of nobody: ERROR-CODE without its phrase, PRIORITY (RFC 8489, RFC 8445). */
const ERROR_CODE = 0x0009;
const PRIORITY = 0x0024;

/** Which attributes there were, and how long; none of the names and addresses in them. */
export function wipeStun(out: Uint8Array, start: number, end: number): void {
  const last = Math.min(end, start + STUN_HEADER + uint16(out, start + 2));
  let at = start + STUN_HEADER;
  while (at + 4 <= last) {
    const type = uint16(out, at);
    const value = at + 4;
    const next = value + ((uint16(out, at + 2) + 3) & ~3);
    if (next > last) break;
    if (type === ERROR_CODE) out.fill(0, Math.min(next, value + 4), next);
    else if (type !== PRIORITY) out.fill(X, value, next);
    at = next;
  }
  out.fill(0, at, end);
}

const DTLS_RECORD = 13;
const HANDSHAKE_HEADER = 12;
const CHANGE_CIPHER = 20;
const ALERT = 21;
const HANDSHAKE = 22;
const SMALLEST_RECORD = 18;

/** DTLS, or a record of DTLS 1.3 (RFC 9147 §4), by its first bytes. */
export function isDtls(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start];
  if (end - start < DTLS_RECORD || first < CHANGE_CIPHER || first > 63) return false;
  return bytes[start + 1] === 0xfe || (first >= 32 && end - start >= SMALLEST_RECORD);
}

/** The steps of a handshake and its alerts stay; names, certificates and keys go. */
export function wipeDtls(out: Uint8Array, start: number, end: number): void {
  if (out[start] >= 32) {
    out.fill(1, start + 1, end);
    return;
  }
  let at = start;
  while (at + DTLS_RECORD <= end) {
    const body = at + DTLS_RECORD;
    const next = body + uint16(out, at + 11);
    if (next > end) break;
    const clear = uint16(out, at + 3) === 0;
    const kept = !clear
      ? 0
      : out[at] === HANDSHAKE
        ? HANDSHAKE_HEADER
        : out[at] === ALERT
          ? 2
          : out[at] === CHANGE_CIPHER
            ? 1
            : 0;
    out.fill(0, Math.min(next, body + kept), next);
    at = next;
  }
  out.fill(0, at, end);
}
