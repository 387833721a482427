/**
 * The second pass: a pseudonym for each name, of the same length and alphabet, and the same for the same key. A pseudonym
 * never is a name of the same trace where there is room to avoid it.
 */
import { ipv6Text } from '../net/endpoints.ts';
import { createAddresses } from './addresses.ts';
import { bytesOf, type Collector, hexOf, lower, type Names } from './names.ts';
import { isWellKnown } from './vocabulary.ts';

/** A keyed hash of 32 bytes, of a text of one character a byte. */
export type Keyed = (text: string) => Uint8Array;

export interface Pseudonyms extends Names {
  /** Identifiers that are to be seen in what is written, because they are pseudonyms of others, or of themselves. */
  reused(): ReadonlySet<string>;
}

const ATTEMPTS = 48;
/** So many digits are drawn one by one, so that numbers with the same end have pseudonyms with the same end. */
const LONGEST_NUMBER = 18;
/** Numbers of this length have a country code, which does not begin with zero. */
const INTERNATIONAL = 11;
const HEX_LEAST = 8;

export function createPseudonyms(keyed: Keyed, { collected, names }: Collector): Pseudonyms {
  const taken = new Set<string>();
  const words = new Map<string, string>();
  const macs = new Map<string, Uint8Array>();
  const permutations = new Map<string, string>();
  const addresses = createAddresses(keyed, collected.addresses);
  const isOriginal = (word: string) => collected.identifiers.has(word) || collected.others.has(word);

  /** As many bytes as are asked for, drawn by a text. */
  function drawn(text: string, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) bytes.set(keyed(`${at} ${text}`).subarray(0, length - at), at);
    return bytes;
  }

  /** The ten digits in an order that depends on what follows. */
  function permutation(attempt: number, behind: string): string {
    const key = `${attempt} ${behind}`;
    let order = permutations.get(key);
    if (order === undefined) {
      const weights = keyed(`digits ${key}`);
      const weightOf = (digit: number) => (weights[digit * 2] << 8) | weights[digit * 2 + 1];
      order = [...'0123456789'].sort((a, b) => weightOf(Number(a)) - weightOf(Number(b))).join('');
      permutations.set(key, order);
    }
    return order;
  }

  /** Zeros at the beginning stay: they are dialled before a number, and mean so. */
  function number(digits: string, attempt: number): string {
    const zeros = /^0*/.exec(digits)?.[0].length ?? 0;
    if (digits.length > LONGEST_NUMBER) {
      const bytes = drawn(`number ${attempt} ${digits}`, digits.length);
      return digits.replace(/\d/g, (digit, at: number) => (at < zeros ? digit : String((bytes[at] % 9) + 1)));
    }
    let made = '';
    for (let at = digits.length - 1; at >= zeros; at--) {
      const order = permutation(attempt, digits.slice(at + 1));
      let digit = order[Number(digits[at])];
      if (at === 0 && digit === '0' && digits.length >= INTERNATIONAL) digit = order[0];
      made = digit + made;
    }
    return digits.slice(0, zeros) + made;
  }

  function candidate(word: string, attempt: number): string {
    if (/^\d+$/.test(word)) return number(word, attempt);
    const bytes = drawn(`word ${attempt} ${word}`, word.length);
    const hex = word.length >= HEX_LEAST && /^[0-9a-f]+$/.test(word);
    return word.replace(/[\s\S]/g, (character, at: number) =>
      /\d/.test(character) ? String(bytes[at] % 10) : String.fromCharCode(97 + (bytes[at] % (hex ? 6 : 26))),
    );
  }

  function assign(word: string): void {
    let free: string | undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const made = candidate(word, attempt);
      if (taken.has(made)) continue;
      free ??= made;
      if (made === word || isOriginal(made) || isWellKnown(made)) continue;
      free = made;
      break;
    }
    // In a space as small as one digit all others may be taken.
    const made = free ?? word;
    taken.add(made);
    words.set(word, made);
  }

  // In an order that does not depend on where they stand.
  for (const word of [...new Set([...collected.identifiers, ...collected.others])].sort()) assign(word);

  function spelt(word: string): string {
    const key = lower(word);
    // What a user wants to stay was never collected.
    const made = words.get(key);
    if (made === undefined) return word;
    let text = '';
    for (let at = 0; at < word.length; at++) {
      const capital = word[at] !== key[at];
      text += capital ? made[at].toUpperCase() : made[at];
    }
    return text;
  }

  return {
    identifier: spelt,
    other: spelt,
    knows: names.knows,
    forced: names.forced,
    knowsAddress: names.knowsAddress,
    reused() {
      const names = [...taken].filter((made) => collected.identifiers.has(made));
      const made = [...collected.addresses]
        .map((hex) => hexOf(addresses(bytesOf(hex))))
        .filter((hex) => collected.addresses.has(hex));
      return new Set([...names, ...made, ...made.map(textOf)]);
    },
    address: addresses,
    mac(bytes) {
      const key = hexOf(bytes);
      let made = macs.get(key);
      if (made === undefined) {
        made = macOf(bytes, keyed(`mac ${key}`));
        macs.set(key, made);
      }
      return made;
    },
    counter(series, digits) {
      // Kept as it is where it is too short to say who counted.
      if (digits.length < 7 || digits.length > 15) return digits;
      const size = 10 ** (digits.length - 1);
      // Room at both ends, so that it neither grows nor shrinks while it counts on.
      const shift = Number(BigInt(`0x${hexOf(keyed(`counter ${series}`).subarray(0, 7))}`) % BigInt(size / 10));
      const made = Number(digits) + shift;
      return String(made < size * 10 ? made : made - size * 5);
    },
  };
}

function textOf(hex: string): string {
  const bytes = bytesOf(hex);
  return bytes.length === 4 ? bytes.join('.') : ipv6Text(bytes, 0);
}

/** Groups, and all zeros, say nothing of a device. The two low bits of the first byte say what kind of address it is. */
function macOf(bytes: Uint8Array, drawn: Uint8Array): Uint8Array {
  if (bytes.every((byte) => byte === 0) || bytes.every((byte) => byte === 0xff)) return bytes;
  const group = (bytes[0] & 1) === 1;
  if (group && !(bytes[0] === 0x33 && bytes[2] === 0xff)) return bytes;
  const made = drawn.slice(0, bytes.length);
  if (group) made.set(bytes.subarray(0, 3));
  else made[0] = (drawn[0] & 0xfc) | (bytes[0] & 3);
  return made;
}
