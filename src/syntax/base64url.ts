/** Base64url without padding (RFC 7515 §2), as strictly as a signature asks for: one text for each sequence of bytes. */
import { encodeUtf8, utf8 } from '../bytes.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const values = new Uint8Array(128).fill(0xff);
for (let at = 0; at < ALPHABET.length; at++) values[ALPHABET.charCodeAt(at)] = at;

/** Undefined for any other character (`=`, `+`, `/` and white space among them), and for lengths and last bits that no encoder gives. */
export function decodeBase64url(text: string): Uint8Array | undefined {
  const rest = text.length % 4;
  if (rest === 1) return undefined;
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let bits = 0;
  let held = 0;
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const value = code < 128 ? values[code] : 0xff;
    if (value === 0xff) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[end++] = held >> bits;
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}

/** The text that the bytes behind it spell. */
export function decodeBase64urlText(text: string): string | undefined {
  const bytes = decodeBase64url(text);
  return bytes && utf8(bytes, 0, bytes.length);
}

export function encodeBase64urlText(words: string): string {
  const bytes = encodeUtf8(words);
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += ALPHABET[(held >> bits) & 63];
    }
  }
  return bits === 0 ? text : text + ALPHABET[(held << (6 - bits)) & 63];
}
