/**
 * A sieve for names of header fields: two words of 32 bits, a bit in each for the first three letters of every name in a
 * message. Rules ask every message for fields that hardly any has; where a bit is missing the field is not there, and
 * nothing need be searched.
 */

/** Lower case of what names are made of (RFC 3261 §25.1, token), 0 for everything that ends a name. */
const folded = new Uint8Array(256);
for (const char of "abcdefghijklmnopqrstuvwxyz0123456789-.!%*_+`'~") {
  folded[char.charCodeAt(0)] = char.charCodeAt(0);
  folded[char.toUpperCase().charCodeAt(0)] = char.charCodeAt(0);
}

/** The bits of the name that begins at `start`: the low five for one word, the next five for the other. */
export function sieveKey(bytes: Uint8Array, start: number): number {
  const second = folded[bytes[start + 1]] | 0;
  return (folded[bytes[start]] | 0) * 31 + second * 7 + (second === 0 ? 0 : folded[bytes[start + 2]] | 0);
}

const encoder = new TextEncoder();

/** The same for a name in text. */
export function sieveKeyOf(name: string): number {
  return sieveKey(encoder.encode(`${name}:`), 0);
}
