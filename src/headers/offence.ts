import { cutList } from '../syntax/list.ts';
import { HEX, isIn, isToken, quotedEnd, SCHEME, skipSpace, TOKEN } from '../syntax/scanner.ts';
import { parseUri } from '../syntax/uri.ts';
import { isListHeader } from './names.ts';

/**
 * Where in a header value `checkHeader` found what it calls by this code: an index into the value, -1 when it is nowhere
 * in particular. `name` is canonical, or `Request-URI`.
 */
export function offenceAt(code: string, name: string, value: string): number {
  const elements = isListHeader(name) ? cutList(value) : [value];
  const elementwise = (search: (element: string) => number) => firstPlace(value, elements, search);
  switch (code) {
    case 'quoted-string-unbalanced':
      return unbalancedQuote(value);
    case 'display-name-unquoted':
      return elementwise(displayName);
    case 'angle-brackets-missing':
      return elementwise(scheme);
    case 'uri-invalid':
      return elementwise(uri);
    case 'param-repeated':
      return elementwise(repeatedParam);
    default:
      return unprintable(value);
  }
}

/** The first element in which the search finds something. */
function firstPlace(value: string, elements: readonly string[], search: (element: string) => number): number {
  let from = 0;
  for (const element of elements) {
    const start = value.indexOf(element, from);
    const at = search(element);
    if (at >= 0) return start + at;
    from = start + element.length;
  }
  return -1;
}

function unbalancedQuote(value: string): number {
  for (let at = value.indexOf('"'); at >= 0; at = value.indexOf('"', at)) {
    const end = quotedEnd(value, at);
    if (end < 0) return at;
    at = end;
  }
  return -1;
}

/** The first character before the bracket that no token may hold (RFC 3261 §25.1). */
function displayName(element: string): number {
  const open = element.lastIndexOf('<');
  const start = element.startsWith('"') ? Math.max(0, quotedEnd(element, 0)) : 0;
  for (let at = skipSpace(element, start); at < open; at++) {
    if (skipSpace(element, at) > at) continue;
    if (element.startsWith('"') || !isIn(element.charCodeAt(at), TOKEN)) return at;
  }
  return -1;
}

/** Where the scheme of the first URI begins. */
function scheme(element: string): number {
  let at = Math.max(0, element.indexOf(':'));
  while (at > 0 && isIn(element.charCodeAt(at - 1), SCHEME)) at--;
  return at;
}

const ALLOWED = /[A-Za-z0-9\-_.!~*'();/?:@&=+$,[\]]/;

function isEscape(text: string, at: number): boolean {
  return isIn(text.charCodeAt(at + 1), HEX) && isIn(text.charCodeAt(at + 2), HEX);
}

/** The first character that stands in no URI; else where the broken URI begins. */
function uri(element: string): number {
  const open = element.indexOf('<');
  const start = open < 0 ? 0 : open + 1;
  const close = open < 0 ? -1 : element.indexOf('>', open);
  const end = close < 0 ? element.length : close;
  if (parseUri(element.slice(start, end))?.defects.length === 0) return -1;
  for (let at = start; at < end; at++) {
    const fits = element.charAt(at) === '%' ? isEscape(element, at) : ALLOWED.test(element.charAt(at));
    if (!fits) return at;
  }
  return start;
}

function repeatedParam(element: string): number {
  const names = new Set<string>();
  let at = element.indexOf(';', Math.max(0, element.lastIndexOf('>')));
  while (at >= 0) {
    const next = element.indexOf(';', at + 1);
    const name = element
      .slice(at + 1, next < 0 ? undefined : next)
      .split('=')[0]
      .trim()
      .toLowerCase();
    if (isToken(name) && names.has(name)) return at + 1;
    names.add(name);
    at = next;
  }
  return -1;
}

function unprintable(value: string): number {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code < 0x20 || code > 0x7e) return at;
  }
  return -1;
}
