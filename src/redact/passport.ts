/** Identity (RFC 8224): the PASSporT is opened, its numbers get their pseudonyms, and its signature becomes one of nothing. */
import type { Names } from './names.ts';
import { uri } from './uris.ts';
import { identifier, open } from './words.ts';

/** Letters of a signature by which it is told from others. */
const TOLD_APART = 12;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** One character a byte; undefined when it would not come out the same again. */
function decoded(text: string): string | undefined {
  let made = '';
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return undefined;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      made += String.fromCharCode((held >> bits) & 255);
    }
    held &= 0xffff;
  }
  return encoded(made) === text ? made : undefined;
}

function encoded(text: string): string {
  let made = '';
  for (let at = 0; at < text.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((index) => text.charCodeAt(at + index) || 0);
    const bits = (a << 16) | (b << 8) | c;
    const letters = [bits >> 18, (bits >> 12) & 63, (bits >> 6) & 63, bits & 63].map((index) => LETTERS[index]);
    made += letters.slice(0, Math.min(4, text.length - at + 1)).join('');
  }
  return made;
}

const STRING = /"((?:[^"\\]|\\.)*)"(\s*:)?/g;
const STAYS: ReadonlySet<string> = new Set(['alg', 'ppt', 'typ', 'attest', 'iat', 'cpc', 'div', 'opt']);

/** Names of members stay, their values do not, unless they are words of the format. */
function json(text: string, names: Names): string {
  let member = '';
  let nested = '';
  return text.replace(STRING, (whole, value: string, colon: string | undefined) => {
    if (colon !== undefined) {
      member = value;
      if (['orig', 'dest', 'div', 'rph', 'mky'].includes(value)) nested = value;
      return whole;
    }
    if (STAYS.has(member)) return whole;
    const made = /^[a-z][a-z0-9+.-]*:/i.test(value) ? uri(value, names) : identifier(value, names);
    return nested === 'rph' ? whole : `"${made}"`;
  });
}

/** Parts that were rewritten: a proxy that cuts a token leaves the beginning of one of them. */
const rewritten = new WeakMap<Names, Map<string, string>>();
const MOST_PARTS = 1000;

function part(text: string, names: Names): string {
  const known = rewritten.get(names) ?? new Map<string, string>();
  rewritten.set(names, known);
  for (const [before, after] of known) if (text !== '' && before.startsWith(text)) return after.slice(0, text.length);
  const made = newPart(text, names);
  if (known.size < MOST_PARTS) known.set(text, made);
  return made;
}

function newPart(text: string, names: Names): string {
  const plain = decoded(text);
  if (plain === undefined || !plain.trimStart().startsWith('{')) return identifier(text, names);
  const made = encoded(json(plain, names));
  return made.length === text.length ? made : identifier(text, names);
}

/** `header.payload.signature`, the compact form without the first two, or what a proxy left of it. */
function token(text: string, names: Names): string {
  return text
    .split('.')
    .map((one, index) => (index < 2 ? part(one, names) : resigned(one, names)))
    .join('.');
}

/** As many bytes as before, the same for the same, and for one that was cut the beginning of the same. */
function resigned(signature: string, names: Names): string {
  const told = signature.slice(0, TOLD_APART);
  return identifier(told, names) + signature.slice(told.length).replace(/[A-Za-z0-9_-]/g, 'A');
}

export function identity(text: string, names: Names): string {
  const semicolon = text.indexOf(';');
  const first = semicolon < 0 ? text : text.slice(0, semicolon);
  const [, before, middle, after] = /^(\s*"?)([^"\s]*)([\s\S]*)$/.exec(first) ?? ['', '', first, ''];
  return before + token(middle, names) + open(after, names) + parameters(text.slice(first.length), names);
}

function parameters(text: string, names: Names): string {
  return text
    .split(';')
    .map((one) => {
      const [, name, open_, value, close] = /^(\s*[\w-]+\s*=\s*)(<?)([^>]*)([\s\S]*)$/.exec(one) ?? [];
      if (name === undefined) return open(one, names);
      if (/^\s*info/i.test(name)) return name + open_ + uri(value, names) + close;
      return /^\s*(?:alg|ppt)/i.test(name) ? one : name + open_ + identifier(value, names) + close;
    })
    .join(';');
}
