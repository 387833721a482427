/** When has enough of a payload been seen to say what it is? */

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const DELETE = 0x7f;
/** No start line worth waiting for is longer. */
const LINE = 512;

/**
 * A protocol of text is known by its first line, and any other shows what is not ASCII text before its end. Blank lines in
 * front say nothing: they are keep-alives (RFC 5626 §3.5.1).
 */
export function isTelling(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && (bytes[at] === CR || bytes[at] === LF)) at++;
  if (end - at >= LINE) return true;
  while (at < end && ((bytes[at] >= SPACE && bytes[at] < DELETE) || bytes[at] === TAB)) at++;
  return at < end;
}
