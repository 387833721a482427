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

/** Start line and header fields of a message in its store, with the blank line when there is one. */
export interface Place {
  readonly store: Uint8Array;
  readonly start: number;
  readonly end: number;
}

function isLineEnd(byte: number): boolean {
  return byte === CR || byte === LF;
}

/** LF that ends the field at `at`, continuation lines included. */
function fieldEnd(store: Uint8Array, at: number, end: number): number {
  let feed = lineFeed(store, at, end);
  while (feed + 1 < end && (store[feed + 1] === SPACE || store[feed + 1] === TAB))
    feed = lineFeed(store, feed + 1, end);
  return feed;
}

function unfold(value: string): string {
  return value.includes('\n') ? value.replace(/\r?\n[ \t]/g, ' ') : value;
}

/** Offset behind the colon of the first field called so, or -1; see `findField` for the names. */
export function locateField(place: Place, lower: string, compact: string): number {
  const { store, start, end } = place;
  const initial = lower.charCodeAt(0);
  const letter = compact === '' ? initial : compact.charCodeAt(0);
  let at = lineFeed(store, start, end) + 1;
  while (at < end && !isLineEnd(store[at])) {
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
  return unfold(utf8(place.store, at, fieldEnd(place.store, at, place.end))).trim();
}

/** Offsets in the result count from the message's first byte. */
export function readFields({ store, start, end }: Place): HeaderField[] {
  const fields: HeaderField[] = [];
  let at = lineFeed(store, start, end) + 1;
  while (at < end && !isLineEnd(store[at]) && fields.length < FIELD_LIMIT) {
    const feed = fieldEnd(store, at, end);
    const textEnd = feed > at && store[feed - 1] === CR ? feed - 1 : feed;
    const line = utf8(store, at, textEnd);
    const colon = line.indexOf(':');
    if (colon > 0) {
      fields.push({
        name: line.slice(0, colon).trimEnd(),
        value: unfold(line.slice(colon + 1)).trim(),
        start: at - start,
        end: textEnd - start,
      });
    }
    at = feed + 1;
  }
  return fields;
}

/** Offset (from the message's first byte) of the first header line without a name and a colon, or -1. */
export function findBrokenLine({ store, start, end }: Place): number {
  for (let at = lineFeed(store, start, end) + 1; at < end && !isLineEnd(store[at]); at = fieldEnd(store, at, end) + 1) {
    let colon = at;
    while (colon < end && store[colon] !== COLON && store[colon] !== LF) colon++;
    if (colon === at || store[colon] !== COLON) return at - start;
  }
  return -1;
}
