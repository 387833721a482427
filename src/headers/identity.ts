import { type Param, Params } from '../syntax/params.ts';
import { isQuoted, isToken, quotedEnd, skipSpace, spanEnd, TOKEN, trimSpace, unquote } from '../syntax/scanner.ts';

/** RFC 8224 §4. */
export interface Identity {
  /** The signed part, as written: `header.payload.signature`, or `..signature` in compact form. */
  readonly token: string;
  /** `old`: the quoted signature of RFC 4474, whose certificate stands in Identity-Info. `broken`: none of them. */
  readonly form: 'full' | 'compact' | 'old' | 'broken';
  /** Address of the certificate, without its angle brackets. */
  readonly info: string | undefined;
  /** As written; ES256 where it is absent. */
  readonly alg: string | undefined;
  /** Kind of PASSporT: `shaken`, `div`, `rcd` … */
  readonly ppt: string | undefined;
  readonly params: Params;
  /**
   * `token-parts` (not three parts), `token-characters` (no base64url: padding, `+`, `/`), `token-space`,
   * `info-missing`, `info-brackets`, `params-malformed`, `param-repeated`.
   */
  readonly defects: readonly string[];
}

/** No signer writes more than a few. */
const PARAMS_LIMIT = 32;

/** `eyJ….eyJ….sig;info=<https://cert.example.org/a.pem>;alg=ES256;ppt=shaken` → its parts; undefined for an empty value. */
export function parseIdentity(value: string): Identity | undefined {
  const text = trimSpace(value);
  if (text === '') return undefined;
  const defects = new Set<string>();
  const quoted = text.charCodeAt(0) === 0x22;
  const close = quoted ? quotedEnd(text, 0) : -1;
  const end = close >= 0 ? close : semicolon(text, 0);
  const token = trimSpace(text.slice(0, end));
  const params = parameters(text, skipSpace(text, end), defects);
  const form = quoted ? 'old' : formOf(token, defects);
  const written = params.get('info') ?? '';
  const bracketed = written.startsWith('<') && written.endsWith('>');
  const info = bracketed ? written.slice(1, -1) : written;
  if (form !== 'old') {
    if (info === '') defects.add('info-missing');
    else if (!bracketed) defects.add('info-brackets');
  }
  return {
    token,
    form,
    info: info || undefined,
    alg: params.get('alg'),
    ppt: params.get('ppt'),
    params,
    defects: [...defects],
  };
}

/** What a token may consist of, dots aside (RFC 7515 §2). */
function isBase64url(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const letter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
    if (!letter && !(code >= 0x30 && code <= 0x39) && code !== 0x2d && code !== 0x5f) return false;
  }
  return true;
}

function formOf(token: string, defects: Set<string>): Identity['form'] {
  const parts = token.split('.', 4);
  const [header, payload, signature] = parts;
  const full = header !== '' && payload !== '';
  const right = parts.length === 3 && signature !== '' && (full || (header === '' && payload === ''));
  if (!right) defects.add('token-parts');
  const joined = parts.join('');
  if (/[ \t\r\n]/.test(joined)) defects.add('token-space');
  else if (!isBase64url(joined)) defects.add('token-characters');
  if (!right) return 'broken';
  return full ? 'full' : 'compact';
}

/** `*( ";" name "=" ( "<" URI ">" / token / quoted-string ) )`: the URI may hold semicolons. */
function parameters(text: string, at: number, defects: Set<string>): Params {
  const list: Param[] = [];
  while (at < text.length && list.length < PARAMS_LIMIT) {
    const from = skipSpace(text, at + 1);
    const nameEnd = spanEnd(text, from, TOKEN);
    const equals = skipSpace(text, nameEnd);
    if (text.charCodeAt(at) !== 0x3b || nameEnd === from) {
      defects.add('params-malformed');
      at = semicolon(text, Math.max(at + 1, equals));
      continue;
    }
    const name = text.slice(from, nameEnd).toLowerCase();
    let value: string | undefined;
    at = equals;
    if (text.charCodeAt(equals) === 0x3d) {
      const start = skipSpace(text, equals + 1);
      const end = valueEnd(text, start);
      const written = trimSpace(text.slice(start, end));
      value = unquote(written);
      if (!isToken(written) && !isQuoted(written) && name !== 'info') defects.add('params-malformed');
      at = skipSpace(text, end);
    }
    if (list.some((param) => param.name === name)) defects.add('param-repeated');
    list.push({ name, value });
  }
  return new Params(list);
}

function valueEnd(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (code === 0x3c) {
    const close = text.indexOf('>', start);
    if (close >= 0) return close + 1;
  } else if (code === 0x22) {
    const close = quotedEnd(text, start);
    if (close >= 0) return close;
  }
  return semicolon(text, start);
}

function semicolon(text: string, at: number): number {
  const found = text.indexOf(';', at);
  return found < 0 ? text.length : found;
}
