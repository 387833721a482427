/** Is this payload SIP? Asked for every UDP datagram and TCP segment, so it allocates nothing and gives up early. */

const SPACE = 0x20;
const CR = 0x0d;
const LF = 0x0a;

/** Longest start line that is looked at; a longer one is not recognised by content. */
const LINE_LIMIT = 8192;
const METHOD_LIMIT = 32;

/** RFC 3261 §25.1 `token`, by byte. */
const tokenBytes = new Uint8Array(256);
for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.!%*_+`'~") {
  tokenBytes[char.charCodeAt(0)] = 1;
}

function isVersion(bytes: Uint8Array, at: number): boolean {
  // "SIP/" digit: any version is SIP, even one that must be refused (RFC 3261 §7.1).
  const digit = bytes[at + 4];
  return (
    (bytes[at] | 0x20) === 0x73 &&
    (bytes[at + 1] | 0x20) === 0x69 &&
    (bytes[at + 2] | 0x20) === 0x70 &&
    bytes[at + 3] === 0x2f &&
    digit >= 0x30 &&
    digit <= 0x39
  );
}

function isStatusLine(bytes: Uint8Array, start: number, end: number): boolean {
  if (start + 8 > end || !isVersion(bytes, start)) return false;
  let at = start + 5;
  while (at < end && bytes[at] !== SPACE && bytes[at] !== CR && at - start < 16) at++;
  const digit = bytes[at + 1];
  return at + 1 < end && bytes[at] === SPACE && digit >= 0x30 && digit <= 0x39;
}

function isRequestLine(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  const methodEnd = Math.min(end, start + METHOD_LIMIT);
  while (at < methodEnd && tokenBytes[bytes[at]] === 1) at++;
  if (at === start || at >= end || bytes[at] !== SPACE) return false;
  // SSDP, RTSP and HTTP share the form but end their line with another version.
  const lineLimit = Math.min(end, start + LINE_LIMIT);
  let lineEnd = at;
  while (lineEnd < lineLimit && bytes[lineEnd] !== CR && bytes[lineEnd] !== LF) lineEnd++;
  while (lineEnd > at && bytes[lineEnd - 1] === SPACE) lineEnd--;
  // " SIP/2.0" stands at the very end; a minor version of several digits is looked for a little further back.
  for (let back = 7; back <= 12 && lineEnd - back > at; back++) {
    if (bytes[lineEnd - back - 1] === SPACE && isVersion(bytes, lineEnd - back)) return true;
  }
  return false;
}

/** Offset of the first byte that is not CR, LF or NUL: keep-alives and padding stand before some messages. */
export function skipLineEnds(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] === CR || bytes[at] === LF || bytes[at] === 0)) at++;
  return at;
}

/** True when `bytes[start, end)` begins with a SIP start line (RFC 3261 §7.1, §7.2), after any blank lines. */
export function looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean {
  let first = bytes[start];
  let at = start;
  if (first === CR || first === LF) {
    at = skipLineEnds(bytes, start, end);
    if (at >= end) return false;
    first = bytes[at];
  }
  if (tokenBytes[first] !== 1) return false;
  return isStatusLine(bytes, at, end) || isRequestLine(bytes, at, end);
}
