import { Params, parseParams } from './params.ts';
import { isQuoted, isToken, quotedEnd, SCHEME, skipSpace, spanEnd, trimSpace, unquote } from './scanner.ts';
import { parseUri, type Uri } from './uri.ts';

/** `name-addr` or `addr-spec` with the parameters of its header field (RFC 3261 §20.10, §25.1). */
export interface Address {
  /** Display name without quotes; '' when there is none. */
  readonly display: string;
  /** Undefined when what stands there is no URI: see `uriText`. */
  readonly uri: Uri | undefined;
  readonly uriText: string;
  /** Of the header field, not of the URI. */
  readonly params: Params;
  /** `Contact: *` */
  readonly wildcard: boolean;
  /**
   * `uri-invalid`, `angle-brackets-missing`, `angle-brackets-unbalanced`, `display-name-unquoted`,
   * `quoted-string-unbalanced`, `quoted-string-invalid`, `wildcard-params`, and those of `Params`.
   */
  readonly defects: readonly string[];
}

/**
 * `"Bob" <sip:bob@example.com;lr>;tag=1` → its parts; undefined when nothing is there. Without angle brackets all that
 * follows the first semicolon belongs to the header field, not to the URI (RFC 3261 §20).
 */
export function parseAddress(text: string): Address | undefined {
  const start = skipSpace(text, 0);
  if (start === text.length) return undefined;
  const wildcard = parseWildcard(text, start);
  if (wildcard) return wildcard;

  const defects: string[] = [];
  let display = '';
  let open: number;
  let rest = start;
  if (text.charCodeAt(start) === 0x22) {
    const end = quotedEnd(text, start);
    if (end < 0) {
      defects.push('quoted-string-unbalanced');
      open = text.indexOf('<', start);
      display = trimSpace(text.slice(start + 1, open < 0 ? text.length : open));
    } else {
      if (!isQuoted(text.slice(start, end))) defects.push('quoted-string-invalid');
      rest = skipSpace(text, end);
      open = text.indexOf('<', rest);
      if (open > rest && startsWithScheme(text, rest)) open = -1;
      display = unquote(text.slice(start, end));
      if (open > rest) {
        defects.push('display-name-unquoted');
        display += ` ${trimSpace(text.slice(rest, open))}`;
      }
    }
  } else {
    open = text.indexOf('<', start);
    // `sip:a@b;x="<"`: the bracket stands in a parameter, for no display name holds a semicolon.
    if (open >= 0 && startsWithScheme(text, start) && text.lastIndexOf(';', open) >= start) open = -1;
    if (open > start) {
      display = trimSpace(text.slice(start, open));
      if (!isTokens(display)) defects.push('display-name-unquoted');
    }
  }
  return open < 0 ? bare(text, rest, display, defects) : bracketed(text, open, display, defects);
}

function parseWildcard(text: string, start: number): Address | undefined {
  if (text.charCodeAt(start) !== 0x2a) return undefined;
  const end = skipSpace(text, start + 1);
  if (end < text.length && text.charCodeAt(end) !== 0x3b) return undefined;
  const params = parseParams(text, end);
  const defects = end < text.length ? ['wildcard-params', ...params.defects] : [];
  return { display: '', uri: undefined, uriText: '*', params, wildcard: true, defects };
}

function bracketed(text: string, open: number, display: string, defects: string[]): Address {
  const close = text.indexOf('>', open);
  if (close < 0) defects.push('angle-brackets-unbalanced');
  const uriText = text.slice(open + 1, close < 0 ? text.length : close);
  const params = close < 0 ? new Params([]) : parseParams(text, close + 1);
  return address(display, uriText, params, defects);
}

function bare(text: string, start: number, display: string, defects: string[]): Address {
  const semicolon = text.indexOf(';', start);
  const end = semicolon < 0 ? text.length : semicolon;
  const uriText = trimSpace(text.slice(start, end));
  // A display name asks for brackets, and so do "," and "?" in the URI (RFC 3261 §20.10).
  const needs = display !== '' || uriText.indexOf(',') >= 0 || uriText.indexOf('?') >= 0;
  if (needs) defects.push('angle-brackets-missing');
  return address(display, uriText, parseParams(text, end), defects);
}

function address(display: string, uriText: string, params: Params, defects: string[]): Address {
  const uri = parseUri(uriText);
  if (!uri || uri.defects.length > 0) defects.push('uri-invalid');
  defects.push(...params.defects);
  return { display, uri, uriText: trimSpace(uriText), params, wildcard: false, defects };
}

function startsWithScheme(text: string, at: number): boolean {
  const end = spanEnd(text, at, SCHEME);
  return end > at && text.charCodeAt(end) === 0x3a;
}

/** `token *( LWS token )`, as corrected by erratum 5598: no white space is needed before the bracket. */
function isTokens(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    const end = nextSpace(text, at);
    if (!isToken(text.slice(at, end))) return false;
    at = skipSpace(text, end);
  }
  return true;
}

function nextSpace(text: string, at: number): number {
  while (at < text.length && skipSpace(text, at) === at) at++;
  return at;
}
