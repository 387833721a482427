import { ALPHA, DIGIT, HEX, HOST, isDigits, isIn, skipSpace, spanEnd } from './scanner.ts';

/** `hostport` of a URI, `sent-by` of a Via. */
export interface HostPort {
  /** Lower case; an IPv6 reference without its brackets. Empty when there is none. */
  readonly host: string;
  readonly port: number | undefined;
  /** Position behind it. */
  readonly end: number;
  /** It is what RFC 3261 §25.1 and RFC 5954 allow. */
  readonly valid: boolean;
}

/**
 * Reads `host [":" port]` at a position. `spaced` allows white space around the colon (COLON, as in a Via). Tolerates
 * underscores in names and IPv6 addresses without brackets, both common and both invalid.
 */
export function parseHostPort(text: string, at: number, spaced = false): HostPort {
  let host = '';
  let end = at;
  let valid = false;
  if (text.charCodeAt(at) === 0x5b) {
    const close = text.indexOf(']', at);
    if (close < 0) return { host: '', port: undefined, end: at, valid: false };
    host = text.slice(at + 1, close);
    end = close + 1;
    valid = isIpv6(host);
  } else {
    end = spanEnd(text, at, HOST);
    const bare = text.charCodeAt(end) === 0x3a || end === at ? bareIpv6End(text, at) : -1;
    if (bare > 0) return { host: text.slice(at, bare).toLowerCase(), port: undefined, end: bare, valid: false };
    host = text.slice(at, end);
    valid = isHostname(host) || isIpv4(host);
  }
  host = host.toLowerCase();

  const colon = spaced ? skipSpace(text, end) : end;
  if (text.charCodeAt(colon) !== 0x3a) return { host, port: undefined, end, valid };
  const from = spaced ? skipSpace(text, colon + 1) : colon + 1;
  end = spanEnd(text, from, DIGIT);
  const port = end === from ? undefined : Number(text.slice(from, end));
  if (port === undefined || port > 65535) return { host, port: undefined, end, valid: false };
  return { host, port, end, valid };
}

/** End of an IPv6 address that lacks its brackets, -1 when it is none. */
function bareIpv6End(text: string, at: number): number {
  let end = at;
  while (isIn(text.charCodeAt(end), HEX) || text.charCodeAt(end) === 0x3a || text.charCodeAt(end) === 0x2e) end++;
  return isIpv6(text.slice(at, end)) ? end : -1;
}

/** `IPv4address` with the octets of RFC 5954 §4.1: no leading zeros, at most 255. */
export function isIpv4(text: string): boolean {
  if (text.length > 15) return false;
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => isOctet(part));
}

function isOctet(part: string): boolean {
  return isDigits(part) && part.length <= 3 && Number(part) <= 255 && (part.length === 1 || part[0] !== '0');
}

/** `IPv6address` of RFC 5954 §4.1, without brackets and zone. */
export function isIpv6(text: string): boolean {
  if (text.length < 2 || text.length > 45) return false;
  const gap = text.indexOf('::');
  if (gap < 0) return countGroups(text, true) === 8;
  if (text.indexOf('::', gap + 1) >= 0) return false;
  const before = gap === 0 ? 0 : countGroups(text.slice(0, gap), false);
  const after = gap + 2 === text.length ? 0 : countGroups(text.slice(gap + 2), true);
  return before >= 0 && after >= 0 && before + after <= 7;
}

/** Number of 16-bit groups, an IPv4 tail counting as two; -1 when one is malformed. */
function countGroups(text: string, tail: boolean): number {
  const groups = text.split(':');
  let count = 0;
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index];
    if (tail && index === groups.length - 1 && isIpv4(group)) count += 2;
    else if (group.length >= 1 && group.length <= 4 && spanEnd(group, 0, HEX) === group.length) count++;
    else return -1;
  }
  return count;
}

/** `hostname` of RFC 3261 §25.1: labels of letters, digits and inner hyphens, the last one starting with a letter. */
export function isHostname(text: string): boolean {
  const end = text.endsWith('.') ? text.length - 1 : text.length;
  let label = 0;
  for (let at = 0; at <= end; at++) {
    const code = at === end ? 0x2e : text.charCodeAt(at);
    if (code === 0x2e) {
      if (at === label || text.charCodeAt(at - 1) === 0x2d) return false;
      if (at === end) return isIn(text.charCodeAt(label), ALPHA);
      label = at + 1;
    } else if (!isIn(code, ALPHA | DIGIT) && (code !== 0x2d || at === label)) {
      return false;
    }
  }
  return false;
}

/** `host`: a name, an IPv4 address, or an IPv6 address in brackets. */
export function isHost(text: string): boolean {
  if (text.startsWith('[')) return text.endsWith(']') && isIpv6(text.slice(1, -1));
  return isHostname(text) || isIpv4(text);
}
