/** Offsets of what identifies a message, found in one pass over its bytes. Allocates nothing: the result is reused. */

import { findByte } from '../bytes.ts';

/** Bit of each header field whose presence the scan notes. */
export const seen = {
  via: 1 << 0,
  from: 1 << 1,
  to: 1 << 2,
  callId: 1 << 3,
  cseq: 1 << 4,
  maxForwards: 1 << 5,
  contact: 1 << 6,
  contentLength: 1 << 7,
  contentType: 1 << 8,
  // Asked of most calls and there in few: knowing that they are absent saves a search each.
  rseq: 1 << 9,
  reason: 1 << 10,
  require: 1 << 11,
  retryAfter: 1 << 12,
  warning: 1 << 13,
  pEarlyMedia: 1 << 14,
  identity: 1 << 15,
} as const;

export type BodyKind = 'none' | 'sdp' | 'multipart' | 'other';

/** Offsets are bytes in the buffer that was scanned; -1 where there is nothing. */
export class Scan {
  start = 0;
  end = 0;
  lineEnd = 0;
  headersEnd = 0;
  bodyStart = 0;
  /** The blank line that ends the header fields was found. */
  hasBlankLine = false;
  fields = 0;
  seen = 0;
  lfOnly = false;
  callIdStart = -1;
  callIdEnd = -1;
  cseqStart = -1;
  cseqEnd = -1;
  viaStart = -1;
  viaEnd = -1;
  viaCount = 0;
  fromStart = -1;
  fromEnd = -1;
  toStart = -1;
  toEnd = -1;
  contentLength = -1;
  contentLengthBad = false;
  bodyKind: BodyKind = 'none';
}

const CR = 0x0d;
const LF = 0x0a;
const SPACE = 0x20;
const TAB = 0x09;
const COLON = 0x3a;
const COMMA = 0x2c;
const QUOTE = 0x22;

/** Header fields looked at in one message; the rest is body-sized noise. */
const FIELD_LIMIT = 4096;

/** Case-insensitive; `lower` holds letters, `-` and `/`, which the bit leaves alone. */
export function sameWord(bytes: Uint8Array, start: number, end: number, lower: string): boolean {
  if (end - start !== lower.length) return false;
  for (let i = 0; i < lower.length; i++) {
    if ((bytes[start + i] | 0x20) !== lower.charCodeAt(i)) return false;
  }
  return true;
}

export function startsWithWord(bytes: Uint8Array, start: number, end: number, lower: string): boolean {
  return end - start >= lower.length && sameWord(bytes, start, start + lower.length, lower);
}

/** Notes a Via field, which can hold several values (RFC 3261 §7.3.1): their number, and where the first one ends. */
function noteVia(scan: Scan, bytes: Uint8Array, start: number, end: number): void {
  let firstEnd = end;
  let quoted = false;
  scan.viaCount++;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === COMMA && !quoted) {
      scan.viaCount++;
      if (firstEnd === end) firstEnd = at;
    }
  }
  if ((scan.seen & seen.via) !== 0) return;
  scan.seen |= seen.via;
  scan.viaStart = start;
  scan.viaEnd = firstEnd;
}

function readContentLength(scan: Scan, bytes: Uint8Array, start: number, end: number): void {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at] - 0x30;
    if (digit < 0 || digit > 9) {
      scan.contentLengthBad = true;
      return;
    }
    value = Math.min(value * 10 + digit, 0xffffffff);
  }
  if (start === end) scan.contentLengthBad = true;
  else scan.contentLength = value;
}

/** True for the first field of its name: the one that counts. */
function note(scan: Scan, bit: number): boolean {
  if ((scan.seen & bit) !== 0) return false;
  scan.seen |= bit;
  return true;
}

/** Names are told apart by first letter and length first: most fields cost two comparisons. */
function noteField(scan: Scan, bytes: Uint8Array, name: number, nameEnd: number, value: number, end: number): void {
  const length = nameEnd - name;
  switch (bytes[name] | 0x20) {
    case 0x76: // v
      if (length === 1 || sameWord(bytes, name, nameEnd, 'via')) noteVia(scan, bytes, value, end);
      return;
    case 0x66: // f
      if ((length === 1 || sameWord(bytes, name, nameEnd, 'from')) && note(scan, seen.from)) {
        scan.fromStart = value;
        scan.fromEnd = end;
      }
      return;
    case 0x74: // t
      if ((length === 1 || sameWord(bytes, name, nameEnd, 'to')) && note(scan, seen.to)) {
        scan.toStart = value;
        scan.toEnd = end;
      }
      return;
    case 0x69: // i
      if (length === 1 && note(scan, seen.callId)) {
        scan.callIdStart = value;
        scan.callIdEnd = end;
      } else if (length === 8 && sameWord(bytes, name, nameEnd, 'identity')) scan.seen |= seen.identity;
      return;
    case 0x79: // y
      if (length === 1) scan.seen |= seen.identity;
      return;
    case 0x6c: // l
      if (length === 1 && note(scan, seen.contentLength)) readContentLength(scan, bytes, value, end);
      return;
    case 0x6d: // m
      if (length === 1) scan.seen |= seen.contact;
      else if (length === 12 && sameWord(bytes, name, nameEnd, 'max-forwards')) scan.seen |= seen.maxForwards;
      return;
    case 0x72: // r
      noteR(scan, bytes, name, nameEnd);
      return;
    case 0x77: // w
      if (length === 7 && sameWord(bytes, name, nameEnd, 'warning')) scan.seen |= seen.warning;
      return;
    case 0x70: // p
      if (length === 13 && sameWord(bytes, name, nameEnd, 'p-early-media')) scan.seen |= seen.pEarlyMedia;
      return;
    case 0x63: // c
      noteC(scan, bytes, name, nameEnd, value, end);
      return;
    default:
  }
}

function noteR(scan: Scan, bytes: Uint8Array, name: number, nameEnd: number): void {
  switch (nameEnd - name) {
    case 4:
      if (sameWord(bytes, name, nameEnd, 'rseq')) scan.seen |= seen.rseq;
      return;
    case 6:
      if (sameWord(bytes, name, nameEnd, 'reason')) scan.seen |= seen.reason;
      return;
    case 7:
      if (sameWord(bytes, name, nameEnd, 'require')) scan.seen |= seen.require;
      return;
    case 11:
      if (sameWord(bytes, name, nameEnd, 'retry-after')) scan.seen |= seen.retryAfter;
      return;
    default:
  }
}

function noteC(scan: Scan, bytes: Uint8Array, name: number, nameEnd: number, value: number, end: number): void {
  switch (nameEnd - name) {
    case 1:
      noteContentType(scan, bytes, value, end);
      return;
    case 4:
      if (sameWord(bytes, name, nameEnd, 'cseq') && note(scan, seen.cseq)) {
        scan.cseqStart = value;
        scan.cseqEnd = end;
      }
      return;
    case 7:
      if (sameWord(bytes, name, nameEnd, 'call-id')) {
        if (note(scan, seen.callId)) {
          scan.callIdStart = value;
          scan.callIdEnd = end;
        }
      } else if (sameWord(bytes, name, nameEnd, 'contact')) scan.seen |= seen.contact;
      return;
    case 12:
      if (sameWord(bytes, name, nameEnd, 'content-type')) noteContentType(scan, bytes, value, end);
      return;
    case 14:
      if (sameWord(bytes, name, nameEnd, 'content-length') && note(scan, seen.contentLength)) {
        readContentLength(scan, bytes, value, end);
      }
      return;
    default:
  }
}

function noteContentType(scan: Scan, bytes: Uint8Array, value: number, end: number): void {
  if (!note(scan, seen.contentType)) return;
  if (startsWithWord(bytes, value, end, 'application/sdp')) scan.bodyKind = 'sdp';
  else if (startsWithWord(bytes, value, end, 'multipart/')) scan.bodyKind = 'multipart';
  else scan.bodyKind = 'other';
}

function reset(scan: Scan, start: number, end: number): void {
  scan.start = start;
  scan.end = end;
  scan.hasBlankLine = false;
  scan.fields = 0;
  scan.seen = 0;
  scan.lfOnly = false;
  scan.callIdStart = -1;
  scan.callIdEnd = -1;
  scan.cseqStart = -1;
  scan.cseqEnd = -1;
  scan.viaStart = -1;
  scan.viaEnd = -1;
  scan.viaCount = 0;
  scan.fromStart = -1;
  scan.fromEnd = -1;
  scan.toStart = -1;
  scan.toEnd = -1;
  scan.contentLength = -1;
  scan.contentLengthBad = false;
  scan.bodyKind = 'none';
}

/** Index of the LF that ends the line at `at`, or `end`. */
export function lineFeed(bytes: Uint8Array, at: number, end: number): number {
  return at >= end ? end : findByte(bytes, LF, at, end);
}

/**
 * Scans a message that begins at `start` with its start line. Header lines end with CRLF or LF; a line that begins with
 * space or tab continues the one before (RFC 3261 §7.3.1).
 */
export function scanMessage(scan: Scan, bytes: Uint8Array, start: number, end: number): void {
  reset(scan, start, end);
  let feed = lineFeed(bytes, start, end);
  scan.lineEnd = feed > start && bytes[feed - 1] === CR ? feed - 1 : feed;
  if (feed < end && bytes[feed - 1] !== CR) scan.lfOnly = true;
  let at = feed + 1;
  while (at < end) {
    const byte = bytes[at];
    if (byte === LF || (byte === CR && bytes[at + 1] === LF)) {
      scan.hasBlankLine = true;
      break;
    }
    feed = lineFeed(bytes, at, end);
    while (feed + 1 < end && (bytes[feed + 1] === SPACE || bytes[feed + 1] === TAB))
      feed = lineFeed(bytes, feed + 1, end);
    if (scan.fields++ < FIELD_LIMIT) scanField(scan, bytes, at, feed);
    at = feed + 1;
  }
  scan.headersEnd = Math.min(at, end);
  scan.bodyStart = scan.hasBlankLine ? at + (bytes[at] === CR ? 2 : 1) : end;
}

/** First letters of the fields that `noteField` looks at. */
const noted = new Uint8Array(256);
for (const letter of 'vftilmcrwpyVFTILMCRWPY') noted[letter.charCodeAt(0)] = 1;

function scanField(scan: Scan, bytes: Uint8Array, start: number, feed: number): void {
  if (noted[bytes[start]] === 0) return;
  let end = feed;
  while (end > start && bytes[end - 1] <= SPACE) end--;
  let nameEnd = start;
  while (nameEnd < end && bytes[nameEnd] !== COLON) nameEnd++;
  if (nameEnd === end) return;
  let value = nameEnd + 1;
  while (nameEnd > start && bytes[nameEnd - 1] <= SPACE) nameEnd--;
  while (value < end && bytes[value] <= SPACE) value++;
  noteField(scan, bytes, start, nameEnd, value, Math.max(value, end));
}
