/** Header parameters by byte offset, for the few that are wanted of every message: `tag` and `branch`. */
import { startsWithWord } from './scan.ts';

const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const EQUALS = 0x3d;
const LESS = 0x3c;
const GREATER = 0x3e;
const BACKSLASH = 0x5c;

/**
 * The same for a parameter that stands last, as `tag` nearly always does: read from the end back, it costs only its own
 * length. -1 when it is not that simple.
 */
export function lastParameterStart(bytes: Uint8Array, start: number, end: number, lower: string): number {
  let at = end - 1;
  while (at > start && bytes[at] !== SEMICOLON) {
    const byte = bytes[at];
    if (byte === GREATER || byte === QUOTE || byte === LESS || byte <= SPACE) return -1;
    at--;
  }
  const value = at + lower.length + 2;
  if (value >= end || bytes[value - 1] !== EQUALS) return -1;
  // Behind a bracket or another parameter the semicolon is the header's, whatever stands before it.
  return startsWithWord(bytes, at + 1, end, lower) && bytes[at - 1] === GREATER ? value : -1;
}

/** Start of the value of `;name=` among header parameters, or -1. The display name and the URI are stepped over. */
export function parameterStart(bytes: Uint8Array, start: number, end: number, lower: string): number {
  let at = start;
  let quoted = false;
  let bracketed = false;
  for (; at < end; at++) {
    const byte = bytes[at];
    if (quoted) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (byte === LESS) bracketed = true;
    else if (byte === GREATER) bracketed = false;
    else if (byte === SEMICOLON && !bracketed) {
      let name = at + 1;
      while (name < end && bytes[name] <= SPACE) name++;
      if (startsWithWord(bytes, name, end, lower)) {
        let equals = name + lower.length;
        while (equals < end && bytes[equals] <= SPACE) equals++;
        if (bytes[equals] === EQUALS) {
          equals++;
          while (equals < end && bytes[equals] <= SPACE) equals++;
          return equals;
        }
      }
    }
  }
  return -1;
}

/** End of a token or host that starts at `at`. */
export function parameterEnd(bytes: Uint8Array, at: number, end: number): number {
  let next = at;
  while (
    next < end &&
    bytes[next] > SPACE &&
    bytes[next] !== SEMICOLON &&
    bytes[next] !== COMMA &&
    bytes[next] !== GREATER
  )
    next++;
  return next;
}
