import { parseHostPort } from '../syntax/host.ts';
import { cutList } from '../syntax/list.ts';
import { type Params, parseParams } from '../syntax/params.ts';
import { parseDigits, skipSpace, spanEnd, TOKEN } from '../syntax/scanner.ts';

/** One hop of a Via (RFC 3261 §20.42, RFC 3581). */
export interface Via {
  /** `SIP` */
  readonly protocol: string;
  /** `2.0` */
  readonly version: string;
  /** Upper case: `UDP`, `TCP`, `TLS`, `WSS` … */
  readonly transport: string;
  /** Lower case, IPv6 without brackets. */
  readonly host: string;
  readonly port: number | undefined;
  readonly branch: string | undefined;
  readonly received: string | undefined;
  /** The port the server filled in; `params.has('rport')` tells whether the client asked for it. */
  readonly rport: number | undefined;
  readonly ttl: number | undefined;
  readonly maddr: string | undefined;
  readonly params: Params;
  /** `via-malformed`, `branch-empty`, and those of `Params`. */
  readonly defects: readonly string[];
}

/** The part of a branch that says "unique, as RFC 3261 wants it" (§8.1.1.7). */
export const MAGIC_COOKIE = 'z9hG4bK';

/** `SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa;rport, …` → its hops, topmost first. What has no host is left out. */
export function parseVia(value: string): readonly Via[] {
  return cutList(value).flatMap((element) => parseHop(element) ?? []);
}

function parseHop(text: string): Via | undefined {
  let valid = true;
  const word = (at: number): number => {
    const end = spanEnd(text, at, TOKEN);
    if (end === at) valid = false;
    return end;
  };
  const slash = (at: number): number => {
    const next = skipSpace(text, at);
    if (text.charCodeAt(next) === 0x2f) return skipSpace(text, next + 1);
    valid = false;
    return next;
  };
  const protocolEnd = word(0);
  const versionStart = slash(protocolEnd);
  const versionEnd = word(versionStart);
  const transportStart = slash(versionEnd);
  const transportEnd = word(transportStart);
  const sentBy = skipSpace(text, transportEnd);
  if (sentBy === transportEnd) valid = false;
  const { host, port, end, valid: hostValid } = parseHostPort(text, sentBy, true);
  if (host === '') return undefined;

  const params = parseParams(text, end, ['received']);
  const branch = params.get('branch');
  const defects = [...params.defects];
  const ttl = params.get('ttl');
  const rport = params.get('rport');
  if (!valid || !hostValid || !isNumber(ttl, 255) || !isNumber(rport || undefined, 65535)) {
    defects.push('via-malformed');
  }
  if (branch === '') defects.push('params-malformed');
  else if (branch?.toLowerCase() === MAGIC_COOKIE.toLowerCase()) defects.push('branch-empty');
  return {
    protocol: text.slice(0, protocolEnd),
    version: text.slice(versionStart, versionEnd),
    transport: text.slice(transportStart, transportEnd).toUpperCase(),
    host,
    port,
    branch,
    received: params.get('received'),
    rport: rport === undefined ? undefined : parseDigits(rport),
    ttl: ttl === undefined ? undefined : parseDigits(ttl),
    maddr: params.get('maddr'),
    params,
    defects,
  };
}

function isNumber(text: string | undefined, limit: number): boolean {
  return text === undefined || (parseDigits(text) ?? Number.POSITIVE_INFINITY) <= limit;
}
