/** The first line of a message (RFC 3261 §7.1, §7.2), by byte offset. */
import { latin1 } from '../bytes.ts';

const SPACE = 0x20;

const methods = [
  'INVITE',
  'ACK',
  'BYE',
  'CANCEL',
  'OPTIONS',
  'REGISTER',
  'PRACK',
  'SUBSCRIBE',
  'NOTIFY',
  'PUBLISH',
  'INFO',
  'REFER',
  'MESSAGE',
  'UPDATE',
];

/** The known methods by first letter, so that a method costs no new string. */
const byLetter: string[][] = Array.from({ length: 128 }, () => []);
for (const method of methods) byLetter[method.charCodeAt(0)].push(method);

function matches(bytes: Uint8Array, start: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[start + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** The method token `bytes[start, end)`; methods are case-sensitive. */
export function methodAt(bytes: Uint8Array, start: number, end: number): string {
  const candidates = byLetter[bytes[start] & 0x7f];
  for (const method of candidates) {
    if (method.length === end - start && matches(bytes, start, method)) return method;
  }
  return latin1(bytes, start, end);
}

/** "SIP/" begins a status line; a method cannot hold the slash. */
export function isResponse(bytes: Uint8Array, start: number): boolean {
  return (
    (bytes[start] | 0x20) === 0x73 &&
    (bytes[start + 1] | 0x20) === 0x69 &&
    (bytes[start + 2] | 0x20) === 0x70 &&
    bytes[start + 3] === 0x2f
  );
}

/** End of the word at `at`. */
export function wordEnd(bytes: Uint8Array, at: number, end: number): number {
  let next = at;
  while (next < end && bytes[next] !== SPACE) next++;
  return next;
}

/** The status code of a status line, -1 when it is no number. More than three digits are read as they stand. */
export function statusAt(bytes: Uint8Array, start: number, end: number): number {
  let at = wordEnd(bytes, start, end);
  while (at < end && bytes[at] === SPACE) at++;
  let status = 0;
  let digits = 0;
  for (; at < end && bytes[at] >= 0x30 && bytes[at] <= 0x39 && digits < 10; at++, digits++) {
    status = status * 10 + bytes[at] - 0x30;
  }
  return digits === 0 ? -1 : status;
}
