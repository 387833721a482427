import { decodeEscapes } from './escapes.ts';
import { isIpv6, parseHostPort } from './host.ts';
import { type Param, Params } from './params.ts';
import {
  ALPHA,
  DIGIT,
  escapedEnd,
  isIn,
  PASSWORD,
  PHONE,
  SCHEME,
  spanEnd,
  trimSpace,
  URI_HEADER,
  URI_PARAM,
  URIC,
  USER,
} from './scanner.ts';

/** A URI (RFC 3261 §19.1, RFC 3966). Of schemes other than sip, sips and tel only `scheme` and `opaque` are read. */
export interface Uri {
  readonly raw: string;
  /** Lower case. */
  readonly scheme: string;
  /** All that follows the scheme's colon, as written. */
  readonly opaque: string;
  /** Escapes resolved. The number, of a tel URI. */
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** User and password as written, for comparison. */
  readonly userinfo: string;
  /** Lower case, IPv6 without brackets; '' where the scheme has none. */
  readonly host: string;
  readonly port: number | undefined;
  /** Escapes resolved. */
  readonly params: Params;
  /** `?name=value&…`, names in lower case, escapes resolved. */
  readonly headers: readonly Param[];
  /** `uri-space`, `uri-user`, `uri-host`, `uri-params`, `uri-headers`, `uri-opaque`: the parts that break the grammar. */
  readonly defects: readonly string[];
}

const noParams = new Params([]);

/**
 * `sip:alice;x=1@[2001:db8::1]:5070;lr?Subject=hi`, `tel:+33-1-23;ext=4`, `urn:service:sos` → its parts; undefined for
 * a text without a scheme and for a sip URI without a host.
 */
export function parseUri(text: string): Uri | undefined {
  const raw = trimSpace(text);
  const colon = spanEnd(raw, 0, SCHEME);
  if (raw.charCodeAt(colon) !== 0x3a || !isIn(raw.charCodeAt(0), ALPHA)) return undefined;
  const scheme = raw.slice(0, colon).toLowerCase();
  const opaque = raw.slice(colon + 1);
  const defects = raw === text ? [] : ['uri-space'];
  if (scheme === 'sip' || scheme === 'sips') return sipUri(raw, scheme, opaque, defects);
  if (scheme === 'tel') return telUri(raw, opaque, defects);
  if (!isOpaque(opaque)) defects.push('uri-opaque');
  return {
    raw,
    scheme,
    opaque,
    user: undefined,
    password: undefined,
    userinfo: '',
    host: '',
    port: undefined,
    params: noParams,
    headers: [],
    defects,
  };
}

/** `hier-part / opaque-part`, by its characters; only the authority may hold brackets, those of an IPv6 address. */
function isOpaque(text: string): boolean {
  const close = text.startsWith('//[') ? text.indexOf(']') : -1;
  if (close > 0 && !isIpv6(text.slice(3, close))) return false;
  return text !== '' && escapedEnd(text, close + 1, URIC) === text.length;
}

function sipUri(raw: string, scheme: string, opaque: string, defects: string[]): Uri | undefined {
  // No part but the user may hold an unescaped "@", and the user may hold ";", "?" and "/": the first "@" ends it.
  let at = opaque.indexOf('@');
  let hostPort = parseHostPort(opaque, at + 1);
  while (at >= 0 && opaque.charCodeAt(hostPort.end) === 0x40) {
    // `sip:bob@home@example.com`: an unescaped "@" in the user.
    at = hostPort.end;
    hostPort = parseHostPort(opaque, at + 1);
  }
  if (hostPort.host === '') return undefined;
  const userinfo = at < 0 ? '' : opaque.slice(0, at);
  const mark = userinfo.indexOf(':');
  const user = mark < 0 ? userinfo : userinfo.slice(0, mark);
  const password = mark < 0 ? undefined : userinfo.slice(mark + 1);
  if (at >= 0 && (user === '' || escapedEnd(user, 0, USER) < user.length)) defects.push('uri-user');
  else if (password !== undefined && escapedEnd(password, 0, PASSWORD) < password.length) defects.push('uri-user');

  const rest = opaque.slice(hostPort.end);
  const question = rest.indexOf('?');
  const tail = question < 0 ? rest : rest.slice(0, question);
  if (!hostPort.valid || (tail !== '' && tail.charCodeAt(0) !== 0x3b)) defects.push('uri-host');
  const params = uriParams(tail, defects);
  const headers = question < 0 ? [] : uriHeaders(rest.slice(question + 1), defects);
  return {
    raw,
    scheme,
    opaque,
    user: at < 0 ? undefined : decodeEscapes(user),
    password: password === undefined ? undefined : decodeEscapes(password),
    userinfo,
    host: hostPort.host,
    port: hostPort.port,
    params,
    headers,
    defects,
  };
}

/** RFC 3966 §3: digits and visual separators, behind a plus when the number is global. */
function telUri(raw: string, opaque: string, defects: string[]): Uri {
  const semicolon = opaque.indexOf(';');
  const number = semicolon < 0 ? opaque : opaque.slice(0, semicolon);
  const global = number.startsWith('+');
  let digits = 0;
  for (let at = global ? 1 : 0; at < number.length; at++) {
    const code = number.charCodeAt(at);
    const separator = code === 0x2d || code === 0x2e || code === 0x28 || code === 0x29;
    if (separator) continue;
    if (isIn(code, global ? DIGIT : PHONE)) digits++;
    else digits = Number.NEGATIVE_INFINITY;
  }
  if (!(digits > 0)) defects.push('uri-user');
  const params = uriParams(semicolon < 0 ? '' : opaque.slice(semicolon), defects);
  return {
    raw,
    scheme: 'tel',
    opaque,
    user: number,
    password: undefined,
    userinfo: number,
    host: '',
    port: undefined,
    params,
    headers: [],
    defects,
  };
}

/** `*( ";" pname [ "=" pvalue ] )`; no white space and no quotes in here, and each name only once (§19.1.1). */
function uriParams(text: string, defects: string[]): Params {
  const from = text.indexOf(';');
  if (from < 0) return noParams;
  const list: Param[] = [];
  const names = new Set<string>();
  let valid = true;
  for (const part of text.slice(from + 1).split(';')) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    const value = equals < 0 ? undefined : part.slice(equals + 1);
    if (name === '' || escapedEnd(name, 0, URI_PARAM) < name.length) valid = false;
    if (value !== undefined && (value === '' || escapedEnd(value, 0, URI_PARAM) < value.length)) valid = false;
    if (name === '') continue;
    const key = decodeEscapes(name).toLowerCase();
    if (names.has(key)) valid = false;
    names.add(key);
    list.push({ name: key, value: value === undefined ? undefined : decodeEscapes(value) });
  }
  if (!valid) defects.push('uri-params');
  return new Params(list);
}

/** `hname "=" hvalue *( "&" hname "=" hvalue )`. */
function uriHeaders(text: string, defects: string[]): Param[] {
  const list: Param[] = [];
  let valid = true;
  for (const part of text.split('&')) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    const value = equals < 0 ? '' : part.slice(equals + 1);
    if (equals <= 0 || escapedEnd(name, 0, URI_HEADER) < name.length) valid = false;
    if (escapedEnd(value, 0, URI_HEADER) < value.length) valid = false;
    if (name !== '') list.push({ name: decodeEscapes(name).toLowerCase(), value: decodeEscapes(value) });
  }
  if (!valid) defects.push('uri-headers');
  return list;
}
