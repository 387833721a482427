/**
 * One string for equal bytes: the Call-ID, tags and branch of a call come again in each of its messages. A string that
 * was met before costs no decoding, no memory, and brings its hash for the maps that it is a key of.
 */
import { latin1 } from '../bytes.ts';

/** Slots, a power of two; a slot holds the newest string that falls into it. */
const SLOTS = 16_384;
/** Longer tokens are decoded afresh. */
const LENGTH_LIMIT = 128;

/** Copied by each interner: filling one slot by slot would take longer than a small capture needs in all. */
const emptySlots: readonly string[] = Array.from({ length: SLOTS }, () => '');

export class Interner {
  readonly #strings: string[] = emptySlots.slice();

  text(bytes: Uint8Array, start: number, end: number): string {
    const length = end - start;
    if (length === 0) return '';
    if (length > LENGTH_LIMIT) return latin1(bytes, start, end);
    // Both ends tell such tokens apart; what lies between is compared below.
    let hash = length;
    const tail = Math.max(start, end - 8);
    for (let at = start; at < tail && at < start + 8; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
    for (let at = tail; at < end; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const known = this.#strings[slot];
    if (known.length === length && isText(known, bytes, start)) return known;
    const text = latin1(bytes, start, end);
    this.#strings[slot] = text;
    return text;
  }
}

function isText(text: string, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}
