/** Header fields by byte: one looked for by name, or all of them in wire order and spelling (RFC 3261 §7.3). */
import { utf8 } from '../bytes.ts';
import type { HeaderField } from '../model.ts';
import { lineFeed, sameWord } from './scan.ts';

const CR = 0x0d;
const LF = 0x0a;
const SPACE = 0x20;
const TAB = 0x09;

/** More header fields than this are not listed; such a message is an attack, not a call. */
const FIELD_LIMIT = 4096;

const COLON = 0x3a;

/** Where a message stands in its store. Offsets count from the message's first byte. */
export interface Place {
  readonly store: Uint8Array;
  readonly offset: number;
  readonly lineEnd: number;
  readonly headersEnd: number;
}

/** LF that ends the field at `at`, continuation lines included. */
function fieldEnd(store: Uint8Array, at: number, end: number): number {
  let feed = lineFeed(store, at, end);
  while (feed + 1 < end && (store[feed + 1] === SPACE || store[feed + 1] === TAB)) feed = lineFeed(store, feed + 1, end);
  return feed;
}

function unfold(value: string): string {
  return value.includes('\n') ? value.replace(/\r?\n[ \t]/g, ' ') : value;
}

/** Offset behind the colon of the first field called so, or -1; see `findField` for the names. */
export function locateField(place: Place, lower: string, compact: string): number {
  const { store, offset } = place;
  const end = offset + place.headersEnd;
  const initial = lower.charCodeAt(0);
  const letter = compact === '' ? initial : compact.charCodeAt(0);
  let at = lineFeed(store, offset + place.lineEnd, end) + 1;
  while (at < end) {
    const first = store[at] | 0x20;
    if (first === initial || first === letter) {
      let colon = at;
      while (colon < end && store[colon] !== COLON && store[colon] !== LF) colon++;
      let nameEnd = colon;
      while (nameEnd > at && store[nameEnd - 1] <= SPACE) nameEnd--;
      const found = sameWord(store, at, nameEnd, lower) || sameWord(store, at, nameEnd, compact);
      if (found && store[colon] === COLON) return colon + 1;
    }
    at = fieldEnd(store, at, end) + 1;
  }
  return -1;
}

/**
 * Value of the first field called `lower` (lower case) or `compact` (one letter, lower case; '' for none), without
 * decoding any other field.
 */
export function findField(place: Place, lower: string, compact: string): string | undefined {
  const at = locateField(place, lower, compact);
  if (at < 0) return undefined;
  return unfold(utf8(place.store, at, fieldEnd(place.store, at, place.offset + place.headersEnd))).trim();
}

/** Offsets in the result count from the message's first byte, which stands at `offset` in `store`. */
export function readFields({ store, offset, lineEnd, headersEnd }: Place): HeaderField[] {
  const fields: HeaderField[] = [];
  const end = offset + headersEnd;
  let at = lineFeed(store, offset + lineEnd, end) + 1;
  while (at < end && fields.length < FIELD_LIMIT) {
    const feed = fieldEnd(store, at, end);
    const textEnd = feed > at && store[feed - 1] === CR ? feed - 1 : feed;
    const line = utf8(store, at, textEnd);
    const colon = line.indexOf(':');
    if (colon > 0) {
      fields.push({
        name: line.slice(0, colon).trimEnd(),
        value: unfold(line.slice(colon + 1)).trim(),
        start: at - offset,
        end: textEnd - offset,
      });
    }
    at = feed + 1;
  }
  return fields;
}

/** Offset (from the message's first byte) of the first header line without a name and a colon, or -1. */
export function findBrokenLine({ store, offset, lineEnd, headersEnd }: Place): number {
  const end = offset + headersEnd;
  for (let at = lineFeed(store, offset + lineEnd, end) + 1; at < end; at = fieldEnd(store, at, end) + 1) {
    let colon = at;
    while (colon < end && store[colon] !== COLON && store[colon] !== LF) colon++;
    if (colon === at || store[colon] !== COLON) return at - offset;
  }
  return -1;
}
