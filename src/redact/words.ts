/** Text taken apart into words, addresses and what stands between them. One character a byte, and lengths never change. */
import { addressBytes } from '../net/address-bytes.ts';
import { embedsIpv4, staysAsIs } from './addresses.ts';
import { bytesOf, type Names } from './names.ts';
import { isReserved, isTopLevel, isWellKnown } from './vocabulary.ts';

/** What becomes of a word that is no address. */
export type OnWord = (word: string, text: string, at: number) => string;

/** tcpdump puts a dot before the port, or its name. */
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}(?:(?![\w.]*\.?\d)|(?=\.(?:\d{1,5}|[a-z][a-z-]{1,15})(?: > |: )))/;
const IPV6 = /^(?:[0-9A-Fa-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9A-Fa-f]{0,4})/;
const MAC = /^[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![0-9A-Fa-f:])/;
const ESCAPE = /^%[0-9A-Fa-f]{2}/;
/** What a log or a terminal puts between words with letters of its own. */
const CONTROL = /^(?:\\x[0-9A-Fa-f]{2}|\\u00[0-9A-Fa-f]{2}|\\[nrtfb"\\/]|#0(?:0\d|1[0-5]|33)|\x1b\[[0-9;?]*[A-Za-z])/;
const UUID = /^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])/;
const MAGIC = 'z9hG4bK';

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 128;
}

export function mappedIpv4(text: string, names: Names): string | undefined {
  const bytes = addressBytes(text);
  if (bytes?.length !== 4) return undefined;
  const made = names.address(bytes);
  // Octets with zeros in front keep them.
  return text
    .split('.')
    .map((octet, index) => String(made[index]).padStart(octet.length, '0'))
    .join('.');
}

export function mappedIpv6(text: string, names: Names): string | undefined {
  const bytes = addressBytes(text);
  if (bytes?.length !== 16) return undefined;
  const made = names.address(bytes);
  const dotted = /[^:]*\.[^:]*$/.exec(text)?.[0];
  if (dotted !== undefined) {
    const before = text.slice(0, -dotted.length);
    const prefix = mappedIpv6(`${before}0:0`, names)?.slice(0, -3) ?? before;
    return staysAsIs(bytes) || embedsIpv4(bytes)
      ? before + (mappedIpv4(dotted, names) ?? dotted)
      : prefix + (mappedIpv4(dotted, names) ?? dotted);
  }
  // Group by group, each as long as it was; those that `::` stands for are zero and stay so.
  const view = new DataView(made.buffer, made.byteOffset);
  const [head, tail = ''] = text.split('::');
  const groups = (part: string, from: number) =>
    part === ''
      ? ''
      : part
          .split(':')
          .map((one, index) =>
            view
              .getUint16((from + index) * 2)
              .toString(16)
              .padStart(one.length, '0')
              .slice(-one.length),
          )
          .join(':');
  const count = tail === '' ? 0 : tail.split(':').length;
  const lower = text.includes('::') ? `${groups(head, 0)}::${groups(tail, 8 - count)}` : groups(head, 0);
  return /[A-F]/.test(text) ? lower.toUpperCase() : lower;
}

function mappedMac(text: string, names: Names): string {
  const made = names.mac(bytesOf(text.replace(/[:-]/g, '')));
  let index = 0;
  const capital = /[A-F]/.test(text);
  return text.replace(/[0-9A-Fa-f]{2}/g, () => {
    const hex = made[index++].toString(16).padStart(2, '0');
    return capital ? hex.toUpperCase() : hex;
  });
}

/** An address that begins at `at`, and its pseudonym. With `versions`, four numbers are one only when it is known. */
function addressAt(
  text: string,
  at: number,
  names: Names,
  versions: boolean,
): readonly [length: number, made: string] | undefined {
  const code = text.charCodeAt(at);
  if (!((code >= 48 && code <= 58) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102))) return undefined;
  const rest = text.slice(at, at + 64);
  const mac = MAC.exec(rest)?.[0];
  if (mac !== undefined) return [mac.length, mappedMac(mac, names)];
  const ipv4 = IPV4.exec(rest)?.[0];
  if (ipv4 !== undefined) {
    const bytes = addressBytes(ipv4);
    // Firmware has versions like these; addresses of homes and offices are no versions.
    const isVersion =
      versions &&
      !/^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(ipv4) &&
      (bytes === undefined || !names.knowsAddress(bytes));
    const made = isVersion ? ipv4 : mappedIpv4(ipv4, names);
    if (made !== undefined) return [ipv4.length, made];
  }
  // A time of day has colons, too, but fewer groups and no `::`.
  const found = IPV6.exec(rest)?.[0] ?? '';
  for (let length = found.length; length > 2; length--) {
    const part = found.slice(0, length);
    if (!/[0-9A-Fa-f:]/.test(rest[length] ?? ' ') || length === found.length) {
      const made = part === '::' ? undefined : mappedIpv6(part, names);
      if (made !== undefined) return [length, made];
    }
  }
  return undefined;
}

/** Applies `onWord` to each word, pseudonyms to each address, and leaves what is between. */
export function eachWord(text: string, names: Names, onWord: OnWord, versions = false): string {
  let made = '';
  let at = 0;
  let fresh = true;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x5c || code === 0x23 || code === 0x1b) {
      const control = CONTROL.exec(text.slice(at, at + 24))?.[0];
      if (control !== undefined) {
        made += control;
        at += control.length;
        fresh = true;
        continue;
      }
    }
    if (fresh) {
      const found = addressAt(text, at, names, versions);
      if (found !== undefined) {
        made += found[1];
        at += found[0];
        fresh = false;
        continue;
      }
    }
    const uuid = fresh ? UUID.exec(text.slice(at, at + 37))?.[0] : undefined;
    if (uuid !== undefined) {
      made += mappedUuid(uuid, text, at, onWord);
      at += uuid.length;
      fresh = false;
      continue;
    }
    const word = wordAt(text, at);
    if (word.raw.length === 0) {
      const escaped = code === 0x25 && ESCAPE.test(text.slice(at, at + 3));
      made += escaped ? text.slice(at, at + 3) : text[at];
      at += escaped ? 3 : 1;
      fresh = true;
      continue;
    }
    made += reescaped(word, mappedWord(word.plain, text, at, onWord));
    at += word.raw.length;
    fresh = false;
  }
  return made;
}

/** One name, of which the digits that say how it was made stay (RFC 9562 §4). */
function mappedUuid(uuid: string, text: string, at: number, onWord: OnWord): string {
  const digits = uuid.replaceAll('-', '');
  const made = onWord(digits, text, at);
  let index = 0;
  return uuid.replace(/[0-9A-Fa-f]/g, (digit) => {
    const own = made[index++];
    return index === 13 || index === 17 ? digit : own;
  });
}

function mappedWord(word: string, text: string, at: number, onWord: OnWord): string {
  if (word.length > MAGIC.length && word.startsWith(MAGIC))
    return MAGIC + onWord(word.slice(MAGIC.length), text, at + MAGIC.length);
  return word === MAGIC ? word : onWord(word, text, at);
}

interface Word {
  readonly raw: string;
  readonly plain: string;
}

/** Letters and digits, percent-encoded ones too. */
function wordAt(text: string, start: number): Word {
  let at = start;
  let plain = '';
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isAlphanumeric(code)) {
      plain += text[at];
      at++;
    } else if (code === 0x25 && ESCAPE.test(text.slice(at, at + 3))) {
      const decoded = Number.parseInt(text.slice(at + 1, at + 3), 16);
      if (!isAlphanumeric(decoded)) break;
      plain += String.fromCharCode(decoded);
      at += 3;
    } else break;
  }
  return { raw: text.slice(start, at), plain };
}

/** `made` in the place of the word, escaped where that was. */
function reescaped({ raw, plain }: Word, made: string): string {
  if (raw.length === plain.length) return made;
  let text = '';
  let index = 0;
  for (let at = 0; at < raw.length; at++, index++) {
    if (raw[at] !== '%') text += made[index];
    else {
      const hex = made.charCodeAt(index).toString(16).padStart(2, '0');
      text += `%${/[A-F]/.test(raw.slice(at, at + 3)) ? hex.toUpperCase() : hex}`;
      at += 2;
    }
  }
  return text;
}

/** Everything in it names somebody or something. */
export function identifier(text: string, names: Names): string {
  return eachWord(text, names, (word) => (isReserved(word) && !names.forced(word) ? word : names.identifier(word)));
}

/** A behind sign that makes a word the name of a parameter. */
function isNameOfParameter(word: string, text: string, at: number): boolean {
  return text[at + word.length] === '=' && (at === 0 || /[;,?&\s<"({:.+]/.test(text[at - 1])) && /[a-z]/i.test(word);
}

/** `com` of `example.com`. */
export function isEnding(word: string, text: string, at: number): boolean {
  return (
    text[at - 1] === '.' &&
    /[\w-]/.test(text[at - 2] ?? '') &&
    !/[\w.-]/.test(text[at + word.length] ?? '') &&
    isTopLevel(word)
  );
}

/** Words of the protocol and names of parameters stay, and numbers of one or two digits. */
export function open(text: string, names: Names): string {
  return eachWord(text, names, (word, whole, at) => {
    if (names.forced(word)) return names.identifier(word);
    if (isWellKnown(word) || isEnding(word, whole, at)) return word;
    if (isNameOfParameter(word, whole, at)) return names.knows(word) ? names.identifier(word) : word;
    return /^\d{1,2}$/.test(word) ? word : names.other(word);
  });
}

/** Text that a program prints: what is known as an identifier goes, and what is long enough to be one. */
export function product(text: string, names: Names): string {
  return eachWord(
    text,
    names,
    (word) => {
      if (isWellKnown(word) && !names.forced(word)) return word;
      if (/^\d{7,}$/.test(word) || /^(?=.*\d)[0-9a-f]{10,}$/i.test(word)) return names.identifier(word);
      return names.knows(word) ? names.identifier(word) : word;
    },
    true,
  );
}

/** Its content goes, whatever it is: letters become x, digits 0. */
export function blank(text: string): string {
  return text.replace(/[A-Za-z\x80-\xff]/g, 'x').replace(/\d/g, '0');
}

/** Hosts, users and addresses have no place in these fields, but nobody keeps a sender from putting them there. */
export function keptTokens(value: string, names: Names): string {
  return eachWord(value, names, (word) =>
    names.knows(word) && !/^\d+$/.test(word) && !isWellKnown(word) ? names.identifier(word) : word,
  );
}
