import { decodeEscapes, hexValue } from './escapes.ts';
import type { Param } from './params.ts';
import { HEX, isIn } from './scanner.ts';
import type { Uri } from './uri.ts';

/** Parameters whose absence is not their default value (RFC 3261 §19.1.4). */
const DECISIVE = ['user', 'ttl', 'method', 'maddr', 'transport'];

/**
 * Whether two URIs name the same resource: RFC 3261 §19.1.4 for sip and sips, RFC 3966 §4 for tel, the letters for all
 * others. Not transitive, and `sip:a@b` is not `sip:a@b:5060`, by the book.
 */
export function uriEquivalent(a: Uri, b: Uri): boolean {
  if (a.scheme !== b.scheme) return false;
  if (a.scheme === 'tel') return dialString(a) === dialString(b) && sameList(a.params.list, b.params.list, true);
  if (a.scheme !== 'sip' && a.scheme !== 'sips') return a.opaque === b.opaque;
  return (
    (a.user === undefined) === (b.user === undefined) &&
    normalise(a.userinfo) === normalise(b.userinfo) &&
    a.host === b.host &&
    a.port === b.port &&
    sameUriParams(a, b) &&
    sameList(a.headers, b.headers, false)
  );
}

function sameUriParams(a: Uri, b: Uri): boolean {
  for (const name of DECISIVE) if (a.params.has(name) !== b.params.has(name)) return false;
  const [left, right] = [firstValues(a.params.list), firstValues(b.params.list)];
  return [...left].every(([name, value]) => !right.has(name) || fold(right.get(name)) === fold(value));
}

function firstValues(list: readonly Param[]): Map<string, string | undefined> {
  return new Map(list.toReversed().map(({ name, value }) => [name, value]));
}

function fold(value: string | undefined): string | undefined {
  return value?.toLowerCase();
}

/** The same names and values, in any order. */
function sameList(a: readonly Param[], b: readonly Param[], ignoreCase: boolean): boolean {
  if (a.length !== b.length) return false;
  const key = ({ name, value }: Param) => JSON.stringify([name, ignoreCase ? (fold(value) ?? null) : (value ?? null)]);
  const left = a.map(key).sort();
  const right = b.map(key).sort();
  return left.every((entry, index) => entry === right[index]);
}

/** RFC 3966 §4: visual separators do not count, hexadecimal digits have no case. */
function dialString(uri: Uri): string {
  let digits = '';
  for (const character of uri.userinfo) if (!'-.()'.includes(character)) digits += character;
  return digits.toLowerCase();
}

/**
 * Escapes of characters outside the reserved set are resolved, the others keep their (upper-case) escape: `%40` is not
 * `@`, `%75` is `u`.
 */
function normalise(text: string): string {
  if (text.indexOf('%') < 0) return text;
  let result = '';
  let from = 0;
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
    const high = text.charCodeAt(at + 1);
    const low = text.charCodeAt(at + 2);
    if (!isIn(high, HEX) || !isIn(low, HEX)) continue;
    const code = hexValue(high) * 16 + hexValue(low);
    const triplet = text.slice(at, at + 3);
    const reserved = code >= 0x80 || ';/?:@&=+$,%'.includes(String.fromCharCode(code));
    result += text.slice(from, at) + (reserved ? triplet.toUpperCase() : decodeEscapes(triplet));
    from = at + 3;
    at += 2;
  }
  return result + text.slice(from);
}
