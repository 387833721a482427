import { spanEnd, WORD } from '../syntax/scanner.ts';

/** Whether it is `word [ "@" word ]` (RFC 3261 §20.8, §25.1); compared byte by byte, so there is nothing to parse. */
export function isCallId(value: string): boolean {
  let end = spanEnd(value, 0, WORD);
  if (end === 0) return false;
  if (value.charCodeAt(end) === 0x40) {
    const from = end + 1;
    end = spanEnd(value, from, WORD);
    if (end === from) return false;
  }
  return end === value.length;
}
