/**
 * Character classes and primitives of RFC 3261 §25.1. A text and a position in, a position out: nothing here fails,
 * allocates per character, or looks at a character twice.
 */

// ── Classes ──────────────────────────────────────────────────────────────────────────────────────────────────────

export const ALPHA = 1;
export const DIGIT = 2;
export const HEX = 4;
/** SP, HTAB, and the CR and LF of a fold that was left in. */
export const SPACE = 8;
export const TOKEN = 16;
/** `word` of Call-ID. */
export const WORD = 32;
/** Names and addresses, without the brackets of IPv6; `_` is let through here and judged by `host.ts`. */
export const HOST = 64;
export const SCHEME = 128;
// The following classes take `%HH` escapes as well: see `escapedEnd`.
export const USER = 256;
export const PASSWORD = 512;
export const URI_PARAM = 1024;
export const URI_HEADER = 2048;
export const URIC = 4096;
/** `phonedigit-hex` of RFC 3966 §3, the visual separators among them. */
export const PHONE = 8192;

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
const UNRESERVED = `${LETTERS}${DIGITS}-_.!~*'()`;
const TOKEN_CHARS = `${LETTERS}${DIGITS}-.!%*_+\`'~`;

const classes = new Uint16Array(128);
for (const [kind, characters] of [
  [ALPHA, LETTERS],
  [DIGIT, DIGITS],
  [HEX, `${DIGITS}abcdefABCDEF`],
  [SPACE, ' \t\r\n'],
  [TOKEN, TOKEN_CHARS],
  [WORD, `${TOKEN_CHARS}()<>:\\"/[]?{}`],
  [HOST, `${LETTERS}${DIGITS}-._`],
  [SCHEME, `${LETTERS}${DIGITS}+-.`],
  [USER, `${UNRESERVED}&=+$,;?/`],
  [PASSWORD, `${UNRESERVED}&=+$,`],
  [URI_PARAM, `${UNRESERVED}[]/:&+$`],
  [URI_HEADER, `${UNRESERVED}[]/?:+$`],
  [URIC, `${UNRESERVED};/?:@&=+$,`],
  [PHONE, `${DIGITS}abcdefABCDEF*#-.()`],
] as const) {
  for (let at = 0; at < characters.length; at++) classes[characters.charCodeAt(at)] |= kind;
}

/** Whether a character code belongs to a class; NaN, the code beyond the end, belongs to none. */
export function isIn(code: number, kind: number): boolean {
  return code < 128 && (classes[code] & kind) !== 0;
}

// ── Spans ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** First position from `at` whose character is not in the class. */
export function spanEnd(text: string, at: number, kind: number): number {
  while (isIn(text.charCodeAt(at), kind)) at++;
  return at;
}

/** Like `spanEnd`, taking `%HH` as one more character of the class. */
export function escapedEnd(text: string, at: number, kind: number): number {
  for (;;) {
    const code = text.charCodeAt(at);
    if (isIn(code, kind)) at++;
    else if (code === 0x25 && isIn(text.charCodeAt(at + 1), HEX) && isIn(text.charCodeAt(at + 2), HEX)) at += 3;
    else return at;
  }
}

export function skipSpace(text: string, at: number): number {
  return spanEnd(text, at, SPACE);
}

/** `String.trim` would also take U+00A0 and its kin, which are no white space in SIP. */
export function trimSpace(text: string): string {
  let end = text.length;
  while (end > 0 && isIn(text.charCodeAt(end - 1), SPACE)) end--;
  const start = skipSpace(text, 0);
  return start >= end ? '' : text.slice(start, end);
}

export function isToken(text: string): boolean {
  return text !== '' && spanEnd(text, 0, TOKEN) === text.length;
}

export function isDigits(text: string): boolean {
  return text !== '' && spanEnd(text, 0, DIGIT) === text.length;
}

/** `1*DIGIT` as a number that JSON can hold: what is larger becomes 2^53-1. Undefined when it is anything else. */
export function parseDigits(text: string): number | undefined {
  return isDigits(text) ? Math.min(Number(text), Number.MAX_SAFE_INTEGER) : undefined;
}

// ── Quoted strings and comments ──────────────────────────────────────────────────────────────────────────────────

/** Position behind the quote that closes the one at `at`; -1 when nothing closes it. */
export function quotedEnd(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code === 0x22) return next + 1;
    if (code === 0x5c) next++;
  }
  return -1;
}

/** Whether the whole text is a `quoted-string`: no bare control characters, no escaped CR or LF, no escaped non-ASCII. */
export function isQuoted(text: string): boolean {
  const last = text.length - 1;
  if (last < 1 || text.charCodeAt(0) !== 0x22) return false;
  for (let at = 1; at <= last; at++) {
    let code = text.charCodeAt(at);
    if (code === 0x22) return at === last;
    if (code === 0x5c) {
      code = text.charCodeAt(++at);
      if (!(code < 0x80) || code === 0x0a || code === 0x0d) return false;
    } else if ((code < 0x20 && code !== 0x09) || code === 0x7f) {
      return false;
    }
  }
  return false;
}

/** The words inside a quoted string, escapes resolved; any other text as it is. A missing closing quote is forgiven. */
export function unquote(text: string): string {
  if (text.charCodeAt(0) !== 0x22) return text;
  const close = quotedEnd(text, 0);
  const inner = text.slice(1, close < 0 ? text.length : close - 1);
  if (inner.indexOf('\\') < 0) return inner;
  let words = '';
  let from = 0;
  for (let at = inner.indexOf('\\'); at >= 0; at = inner.indexOf('\\', from + 1)) {
    words += inner.slice(from, at);
    from = at + 1;
  }
  return words + inner.slice(from);
}

/** Position behind the comment that opens at `at` (comments nest, RFC 3261 §25.1); -1 when it does not close. */
export function commentEnd(text: string, at: number): number {
  let depth = 0;
  for (let next = at; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code === 0x5c) next++;
    else if (code === 0x28) depth++;
    else if (code === 0x29 && --depth === 0) return next + 1;
  }
  return -1;
}
