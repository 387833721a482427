/** What pseudonyms are asked for, and the first pass, which only notes what there is. */

/** Every answer has the length of what was asked for. Texts hold one character a byte. */
export interface Names {
  /** A run of letters and digits that names somebody or something, or that is secret. */
  identifier(word: string): string;
  /** One that may mean anything, and is hidden for safety. */
  other(word: string): string;
  /** Whether a word is known as an identifier, wherever it stands. */
  knows(word: string): boolean;
  /** Whether a word is to go wherever it stands, because the user said so. */
  forced(word: string): boolean;
  /** Whether it is the address of something, as far as is known. */
  knowsAddress(bytes: Uint8Array): boolean;
  /** 4 or 16 bytes. */
  address(bytes: Uint8Array): Uint8Array;
  /** 6 bytes. */
  mac(bytes: Uint8Array): Uint8Array;
  /** A number that counts on from another one of the same `series`: the distance stays. */
  counter(series: string, digits: string): string;
}

export interface Collected {
  /** In lower case. */
  readonly identifiers: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  /** Bytes as hexadecimal digits. */
  readonly addresses: ReadonlySet<string>;
  readonly macs: ReadonlySet<string>;
  /** Identifiers as they were written. */
  readonly spellings: ReadonlySet<string>;
}

export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

export function bytesOf(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

/** ASCII only: other bytes are parts of characters. */
export function lower(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32));
}

/** Words that a user names: `also` are identifiers wherever they stand, `keep` are none. */
export interface Wishes {
  readonly also: readonly string[];
  readonly keep: readonly string[];
}

export interface Collector {
  readonly names: Names;
  readonly collected: Collected;
}

function wordsOf(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => lower(text).match(/[a-z0-9\x80-\xff]+/g) ?? []));
}

export function createCollector({ also, keep }: Wishes = { also: [], keep: [] }): Collector {
  const forced = wordsOf(also);
  const stays = wordsOf(keep);
  const identifiers = new Set<string>(forced);
  const others = new Set<string>();
  const addresses = new Set<string>();
  const macs = new Set<string>();
  const spellings = new Set<string>(forced);
  return {
    collected: { identifiers, others, addresses, macs, spellings },
    names: {
      identifier(word) {
        const key = lower(word);
        if (stays.has(key)) return word;
        identifiers.add(key);
        spellings.add(word);
        return word;
      },
      other(word) {
        const key = lower(word);
        if (!stays.has(key)) others.add(key);
        return word;
      },
      knows: (word) => identifiers.has(lower(word)),
      forced: (word) => forced.has(lower(word)),
      knowsAddress: (bytes) => addresses.has(hexOf(bytes)),
      address(bytes) {
        addresses.add(hexOf(bytes));
        return bytes;
      },
      mac(bytes) {
        macs.add(hexOf(bytes));
        return bytes;
      },
      counter: (_series, digits) => digits,
    },
  };
}
