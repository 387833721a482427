/** Is a header field there? Asked of every message of some kind, so it decodes nothing. */
import type { SipMessage } from '../model.ts';

const CR = 0x0d;
const LF = 0x0a;
const COLON = 0x3a;
const SPACE = 0x20;

/** `lower` is the field's name in lower case; for fields without a compact form (RFC 3261 §7.3.3). */
export function carries(message: SipMessage, lower: string): boolean {
  const bytes = message.bytes();
  const first = lower.charCodeAt(0);
  for (let at = bytes.indexOf(LF) + 1; at > 0 && at < bytes.length; at = bytes.indexOf(LF, at) + 1) {
    if (bytes[at] === CR || bytes[at] === LF) return false;
    if ((bytes[at] | 0x20) !== first) continue;
    let same = 1;
    while (same < lower.length && (bytes[at + same] | 0x20) === lower.charCodeAt(same)) same++;
    if (same < lower.length) continue;
    let end = at + same;
    while (bytes[end] === SPACE) end++;
    if (bytes[end] === COLON) return true;
  }
  return false;
}
