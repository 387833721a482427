/** All header fields of a message, in wire order and spelling (RFC 3261 §7.3). Off the hot path. */
import { utf8 } from '../bytes.ts';
import type { HeaderField } from '../model.ts';
import { lineFeed } from './scan.ts';

const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

/** More header fields than this are not listed; such a message is an attack, not a call. */
const FIELD_LIMIT = 4096;

/** Offsets in the result count from the message's first byte, which stands at `offset` in `store`. */
export function readFields(store: Uint8Array, offset: number, lineEnd: number, headersEnd: number): HeaderField[] {
  const fields: HeaderField[] = [];
  const end = offset + headersEnd;
  let at = lineFeed(store, offset + lineEnd, end) + 1;
  while (at < end && fields.length < FIELD_LIMIT) {
    let feed = lineFeed(store, at, end);
    while (feed + 1 < end && (store[feed + 1] === SPACE || store[feed + 1] === TAB)) feed = lineFeed(store, feed + 1, end);
    const textEnd = feed > at && store[feed - 1] === CR ? feed - 1 : feed;
    const line = utf8(store, at, textEnd);
    const colon = line.indexOf(':');
    if (colon > 0) {
      fields.push({
        name: line.slice(0, colon).trimEnd(),
        value: line.slice(colon + 1).replace(/\r?\n[ \t]/g, ' ').trim(),
        start: at - offset,
        end: textEnd - offset,
      });
    }
    at = feed + 1;
  }
  return fields;
}
