import { encodeUtf8, utf8 } from '../bytes.ts';
import { HEX, isIn } from './scanner.ts';

/**
 * Resolves the `%HH` escapes of a URI part (RFC 3261 §19.1.2) as UTF-8. What is no escape stays, what is no UTF-8
 * becomes U+FFFD: `%75se%72` → `user`, `100%` → `100%`.
 */
export function decodeEscapes(text: string): string {
  if (text.indexOf('%') < 0) return text;
  const bytes = encodeUtf8(text);
  let end = 0;
  for (let at = 0; at < bytes.length; at++) {
    const escaped = bytes[at] === 0x25 && isIn(bytes[at + 1], HEX) && isIn(bytes[at + 2], HEX);
    bytes[end++] = escaped ? hexValue(bytes[at + 1]) * 16 + hexValue(bytes[at + 2]) : bytes[at];
    if (escaped) at += 2;
  }
  return utf8(bytes, 0, end);
}

/** Value of a hexadecimal digit, given as a character code. */
export function hexValue(code: number): number {
  return code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x57;
}
