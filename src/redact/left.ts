/** Searches what was written for names of the original: as text, percent-encoded, in hexadecimal and base64. */

import { ipv6Text } from '../net/endpoints.ts';
import { staysAsIs } from './addresses.ts';
import { bytesOf, type Collected } from './names.ts';
import { isReserved, isTopLevel, isWellKnown } from './vocabulary.ts';

export interface Left {
  readonly name: string;
  /** How it is written there. */
  readonly as: 'text' | 'hexadecimal' | 'base64' | 'address' | 'name';
  /** Offset in what was written; -1 when it was found by its meaning. */
  readonly at: number;
}

/** Shorter ones are found by chance everywhere. */
const LEAST = 4;
/** From here on a name is one wherever it stands, be it within a longer word. */
const SURE = 8;
const ENCODED_LEAST = 6;
/** A number below is a name only where a name is expected: ports and lengths are numbers, too. */
const NUMBER_SURE = 7;
/** What is told at the most. */
const MOST = 100;

interface Needle {
  readonly name: string;
  readonly as: Left['as'];
  readonly bytes: Uint8Array;
  readonly sure: boolean;
}

/** Names that need not be gone: words that are everybody's, and those that are pseudonyms of others. */
function isExempt(name: string, reused: ReadonlySet<string>): boolean {
  return isWellKnown(name) || isReserved(name) || reused.has(name) || /^0+$/.test(name);
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The letters that only this text decides, when it begins at any of the three places within a group. */
function base64Forms(text: string): string[] {
  return [0, 1, 2].map((shift) => {
    let bits = '';
    for (let at = 0; at < shift; at++) bits += '00000000';
    for (let at = 0; at < text.length; at++) bits += text.charCodeAt(at).toString(2).padStart(8, '0');
    const from = Math.ceil((shift * 8) / 6);
    const to = Math.floor(bits.length / 6);
    let made = '';
    for (let at = from; at < to; at++) made += LETTERS[Number.parseInt(bits.slice(at * 6, at * 6 + 6), 2)];
    return made;
  });
}

function needlesOf({ identifiers, spellings, addresses }: Collected, reused: ReadonlySet<string>): Needle[] {
  const needles: Needle[] = [];
  for (const name of identifiers) {
    if (name.length < LEAST || isExempt(name, reused)) continue;
    const number = /^\d+$/.test(name);
    needles.push({ name, as: 'text', bytes: ascii(name), sure: number ? false : name.length >= SURE });
  }
  for (const name of spellings) {
    if (name.length < ENCODED_LEAST || isExempt(name.toLowerCase(), reused) || /^\d+$/.test(name)) continue;
    const hex = [...name].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
    needles.push({ name, as: 'hexadecimal', bytes: ascii(hex), sure: true });
    for (const form of base64Forms(name))
      if (form.length >= SURE) needles.push({ name, as: 'base64', bytes: ascii(form), sure: true });
  }
  for (const hex of addresses) {
    const bytes = bytesOf(hex);
    if (staysAsIs(bytes)) continue;
    const text = bytes.length === 4 ? bytes.join('.') : ipv6Text(bytes, 0);
    needles.push({ name: text, as: 'address', bytes: ascii(text), sure: false });
  }
  return needles;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function lowered(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function hashAt(bytes: Uint8Array, at: number): number {
  const word =
    (lowered(bytes[at]) << 24) |
    (lowered(bytes[at + 1]) << 16) |
    (lowered(bytes[at + 2]) << 8) |
    lowered(bytes[at + 3]);
  return Math.imul(word, 0x9e3779b1) >>> 12;
}

/** By their first four bytes; few places of a file begin like any of them. */
function indexOf(needles: readonly Needle[]): Map<number, Needle[]> {
  const index = new Map<number, Needle[]>();
  for (const needle of needles) {
    const key = hashAt(needle.bytes, 0);
    const known = index.get(key);
    if (known === undefined) index.set(key, [needle]);
    else known.push(needle);
  }
  return index;
}

function matches({ bytes, as }: Needle, written: Uint8Array, at: number): boolean {
  if (at + bytes.length > written.length) return false;
  // Base64 tells capitals from small letters, and writes two of its digits in two ways.
  const exact = as === 'base64';
  for (let index = 0; index < bytes.length; index++) {
    let code = written[at + index];
    if (exact) code = code === 0x2d ? 0x2b : code === 0x5f ? 0x2f : code;
    else code = lowered(code);
    if (code !== bytes[index]) return false;
  }
  return true;
}

/** A word of its own, in text, and where a name may stand. */
function counts({ bytes, sure, name, as }: Needle, written: Uint8Array, at: number): boolean {
  const end = at + bytes.length;
  if (sure) return true;
  const before = written[at - 1] ?? 0;
  const behind = written[end] ?? 0;
  if (as === 'address')
    return (
      !isAlphanumeric(before) &&
      !isAlphanumeric(behind) &&
      before !== 0x2e &&
      !(behind === 0x2e && isAlphanumeric(written[end + 1]))
    );
  if (isAlphanumeric(before) || isAlphanumeric(behind)) return false;
  if (![before, behind].every((code) => code >= 32 || code === 10 || code === 13 || code === 9 || code === 0))
    return false;
  const number = /^\d+$/.test(name);
  if (number && name.length < NUMBER_SURE) return behind === 0x40 && before === 0x3a;
  if (before === 0x2e && isTopLevel(name)) return false;
  return true;
}

/** Names of the original, `before`, that are left in `written`, whose own names are `after`. */
export function findLeft(
  before: Collected,
  after: Collected,
  reused: ReadonlySet<string>,
  written: readonly Uint8Array[],
): Left[] {
  const left: Left[] = [];
  for (const name of before.identifiers)
    if (name.length >= LEAST && after.identifiers.has(name) && !isExempt(name, reused))
      left.push({ name, as: 'name', at: -1 });
  for (const hex of before.addresses)
    if (after.addresses.has(hex) && !staysAsIs(bytesOf(hex)) && !reused.has(hex))
      left.push({ name: bytesOf(hex).join('.'), as: 'address', at: -1 });
  const index = indexOf(needlesOf(before, reused));
  let position = 0;
  for (const bytes of written) {
    for (let at = 0; at + LEAST <= bytes.length && left.length < MOST; at++) {
      const found = index.get(hashAt(bytes, at));
      if (found === undefined) continue;
      for (const needle of found)
        if (matches(needle, bytes, at) && counts(needle, bytes, at) && !reused.has(needle.name))
          left.push({ name: needle.name, as: needle.as, at: position + at });
    }
    position += bytes.length;
  }
  return left;
}
