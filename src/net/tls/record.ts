/** TLS, as far as it can be told without keys: the record header (RFC 8446 §5.1). */

/** Content types. */
export const CHANGE_CIPHER = 20;
export const ALERT = 21;
export const HANDSHAKE = 22;
export const APPLICATION_DATA = 23;

/** Type, version, length. */
export const HEADER = 5;
const LARGEST_RECORD = 16_384 + 2048; // RFC 5246 §6.2.3

export function looksLikeTls(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < HEADER || bytes[start] < CHANGE_CIPHER || bytes[start] > APPLICATION_DATA) return false;
  const length = (bytes[start + 3] << 8) | bytes[start + 4];
  return bytes[start + 1] === 3 && bytes[start + 2] <= 4 && length > 0 && length <= LARGEST_RECORD;
}
