/** URIs, hosts, lists of addresses and their parameters. */
import type { Names } from './names.ts';
import { isProtocolWord, isTopLevel } from './vocabulary.ts';
import { eachWord, identifier, keptTokens, mappedIpv4, mappedIpv6, open } from './words.ts';

/** A host name, an IPv4 address, or an IPv6 address in brackets or without. The last label of a name stays. */
export function host(text: string, names: Names): string {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  const address = /^[\d.]+$/.test(bare)
    ? mappedIpv4(bare, names)
    : bare.includes(':')
      ? mappedIpv6(bare, names)
      : undefined;
  if (address !== undefined) return bare === text ? address : `[${address}]`;
  const dot = text.replace(/\.$/, '').lastIndexOf('.');
  const last = text.slice(dot);
  if (dot < 1 || !isTopLevel(last.replaceAll('.', ''))) return identifier(text, names);
  return identifier(text.slice(0, dot), names) + last;
}

/** `host` or `host:port`, in a Via with white space around the colon. */
export function hostPort(text: string, names: Names): string {
  const [, before, name, port] = /^(\s*)(\[[^\]]*\]|[^:\s]*)(.*)$/s.exec(text) ?? [];
  if (name === undefined) return identifier(text, names);
  if (/^\s*(?::\s*\d{0,5})?\s*$/.test(port)) return before + host(name, names) + port;
  // More colons than a port has: an IPv6 address without its brackets, or nothing known.
  return before + host(name + port, names);
}

const SCHEME = /^\s*([A-Za-z][A-Za-z0-9+.-]*):/;

export function uri(text: string, names: Names): string {
  const scheme = SCHEME.exec(text);
  if (scheme === null) return identifier(text, names);
  const [prefix, name] = [scheme[0], scheme[1].toLowerCase()];
  const rest = text.slice(prefix.length);
  switch (name) {
    case 'sip':
    case 'sips':
    case 'pres':
    case 'im':
    case 'mailto':
      return prefix + sipUri(rest, names);
    case 'tel':
    case 'fax':
      return prefix + withParameters(rest, names, (number) => identifier(number, names));
    case 'urn':
      return prefix + urn(rest, names);
    case 'http':
    case 'https':
    case 'ftp':
    case 'ws':
    case 'wss':
      return prefix + url(rest, names);
    default:
      // `host:port` looks like a scheme, too.
      return /^\d*$/.test(rest)
        ? hostPort(text, names)
        : prefix.replace(/[\s\S]*/, (own) => keepScheme(own, names)) + identifier(rest, names);
  }
}

function keepScheme(text: string, names: Names): string {
  return eachWord(text, names, (word) => (isProtocolWord(word) ? word : names.identifier(word)));
}

function sipUri(text: string, names: Names): string {
  const question = text.indexOf('?');
  const body = question < 0 ? text : text.slice(0, question);
  const headers = question < 0 ? '' : text.slice(question);
  const at = body.lastIndexOf('@');
  // Everything in front of the last @ is the user, with parameters of a telephone number perhaps.
  const user = at < 0 ? '' : withParameters(body.slice(0, at), names, (name) => identifier(name, names));
  const behind = withParameters(body.slice(at + 1), names, (name) => hostPort(name, names));
  return `${user}${at < 0 ? '' : '@'}${behind}${open(headers, names)}`;
}

/** What comes before the first semicolon, and parameters. */
function withParameters(text: string, names: Names, onFirst: (text: string) => string): string {
  const [first, ...rest] = text.split(';');
  return [onFirst(first), ...rest.map((one) => parameter(one, names))].join(';');
}

function urn(text: string, names: Names): string {
  if (/^(?:service|nena|urn-\d|alert|3gpp|ietf|oma|gsma:(?!imei))/i.test(text)) return open(text, names);
  return identifier(text, names);
}

function url(text: string, names: Names): string {
  const [, slashes, authority, path] = /^(\/*)([^/?#]*)([\s\S]*)$/.exec(text) ?? ['', '', '', text];
  const at = authority.lastIndexOf('@') + 1;
  return (
    slashes + identifier(authority.slice(0, at), names) + hostPort(authority.slice(at), names) + identifier(path, names)
  );
}

const HOSTS: ReadonlySet<string> = new Set([
  'received',
  'maddr',
  'host',
  'domain',
  'sent-by',
  'phone-context',
  'trunk-context',
]);
/** Parameters whose values are words of the protocol or counts. */
const PLAIN: ReadonlySet<string> = new Set(
  `transport user method ttl lr q expires index rc mp np counter limit reason privacy screen screen-ind party cause rport comp
  ob purpose handling isfocus refresher reg-id alias early-only retry-after duration stale algorithm qop nc alg ppt isub-encoding
  protocol micalg state limit keep pn-provider events methods audio video text application sigcomp-id order ext version mode level
  oc oc-algo oc-validity oc-seq answer-mode min-se delta-time hp to-tag-kind verstat cpc flags`.match(/\S+/g),
);
const COUNT = /^[\s"]*\d{1,10}(?:\.\d{1,4})*[\s"]*$/;

/** `name`, `name=value` or `name="value"`. */
export function parameter(text: string, names: Names): string {
  const equals = text.indexOf('=');
  if (equals < 0) return open(text, names);
  const name = text.slice(0, equals);
  const value = text.slice(equals + 1);
  return `${keptTokens(name, names)}=${parameterValue(name.trim().toLowerCase(), value, names)}`;
}

function parameterValue(name: string, value: string, names: Names): string {
  if (HOSTS.has(name)) {
    const [, before, inner, after] = /^([\s\x01]*"?)([^"\x01]*?)(["\x01\s]*)$/s.exec(value) ?? ['', '', value, ''];
    return before + (/^\+?\d+$/.test(inner) ? identifier(inner, names) : hostPort(inner, names)) + after;
  }
  if (PLAIN.has(name)) {
    if (COUNT.test(value)) return value;
    return eachWord(value, names, (word) => (isProtocolWord(word) ? word : names.identifier(word)));
  }
  if (/^\s*<?\s*"?(?:sips?|tel|https?|urn):/i.test(value)) {
    const [, before, inner, after] = /^([\s\x01]*"?\s*<?)([^">\x01]*)([\s\S]*)$/.exec(value) ?? ['', '', value, ''];
    return before + uri(inner, names) + identifier(after, names);
  }
  // Feature tags hold lists of words (RFC 3840).
  if (name.startsWith('+') && name !== '+sip.instance') return open(value, names);
  return identifier(value, names);
}

/** Addresses with display names and parameters, separated by commas: From, Contact, Route, History-Info and their like. */
export function addresses(text: string, names: Names): string {
  let made = '';
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    let end: number;
    if (character === '"') {
      end = quotedEnd(text, at);
      made += identifier(text.slice(at, end), names);
    } else if (character === '<') {
      const close = text.indexOf('>', at);
      end = close < 0 ? text.length : close;
      made += `<${uri(text.slice(at + 1, end), names)}`;
    } else if (character === ';') {
      end = parameterEnd(text, at + 1);
      made += `;${parameter(text.slice(at + 1, end), names)}`;
    } else if (/[\s,>*]/.test(character)) {
      end = at + 1;
      made += character;
    } else {
      end = at + 1;
      while (end < text.length && !/[<,;"]/.test(text[end])) end++;
      const part = text.slice(at, end);
      made += SCHEME.test(part) && text[end] !== '<' ? uri(part, names) : identifier(part, names);
    }
    at = end;
  }
  return made;
}

/** Behind the closing quote; behind the first one when there is no other. */
function quotedEnd(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === '"') return end + 1;
  }
  return at + 1;
}

function parameterEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== ';' && text[at] !== ',') {
    if (text[at] === '"') at = quotedEnd(text, at);
    else if (text[at] === '<') at = Math.max(at + 1, text.indexOf('>', at) + 1 || text.length);
    else at++;
  }
  return at;
}

/** Via: `SIP/2.0/UDP host:port;branch=…`. */
export function via(text: string, names: Names): string {
  let made = '';
  let at = 0;
  while (at < text.length) {
    if (text[at] === ';') {
      const end = parameterEnd(text, at + 1);
      made += `;${parameter(text.slice(at + 1, end), names)}`;
      at = end;
      continue;
    }
    if (text[at] === ',') {
      made += text[at++];
      continue;
    }
    let end = at;
    while (end < text.length && text[end] !== ';' && (text[end] !== ',' || text.slice(at, end).trim() === '')) end++;
    const [, protocol, sentBy] =
      /^(\s*[A-Za-z]*\s*\/\s*[\w.]*\s*\/\s*[A-Za-z-]*)([\s\S]*)$/.exec(text.slice(at, end)) ?? [];
    made += protocol === undefined ? hostPort(text.slice(at, end), names) : protocol + hostPort(sentBy, names);
    at = end;
  }
  return made;
}

/** Challenges and credentials: everything but the names, the algorithm and the count. */
export function credentials(text: string, names: Names): string {
  const [, scheme, rest] = /^(\s*[A-Za-z]+\s+)([\s\S]*)$/.exec(text) ?? ['', '', text];
  let made = /^\s*(?:digest|basic|aka|bearer|ntlm|kerberos)\s/i.test(scheme) ? scheme : identifier(scheme, names);
  let at = 0;
  while (at < rest.length) {
    let end = at;
    while (end < rest.length && rest[end] !== ',') end = rest[end] === '"' ? quotedEnd(rest, end) : end + 1;
    const part = rest.slice(at, end);
    const [, name, value] = /^(\s*[\w-]+\s*=)([\s\S]*)$/.exec(part) ?? [];
    made +=
      name === undefined
        ? identifier(part, names)
        : keptTokens(name, names) + credential(name.replace(/[\s=]/g, '').toLowerCase(), value, names);
    if (end < rest.length) made += ',';
    at = end + 1;
  }
  return made;
}

function credential(name: string, value: string, names: Names): string {
  if (name === 'nc') return value;
  const [, before, inner, behind] = /^([\s\x01]*"?)([^"\x01]*)([\s\S]*)$/.exec(value) ?? ['', '', value, ''];
  const after = identifier(behind, names);
  if (name === 'uri') return before + uri(inner, names) + after;
  if (name === 'algorithm' || name === 'qop' || name === 'stale') return open(value, names);
  if (name === 'realm' || name === 'username') {
    const at = inner.lastIndexOf('@') + 1;
    return (
      before +
      identifier(inner.slice(0, at), names) +
      (at > 0 || inner.includes('.') ? host(inner.slice(at), names) : identifier(inner, names)) +
      after
    );
  }
  return before + identifier(inner, names) + after;
}
