/**
 * Does one header value obey its grammar and its limits? The strict side of the tolerant parsers of this folder: they
 * collect what they forgave, here it becomes a defect code. Codes and their meaning: `fixtures/torture/README.md`.
 */
import type { Address } from '../syntax/address.ts';
import { parseAuth } from '../syntax/auth.ts';
import { cutList } from '../syntax/list.ts';
import { isToken } from '../syntax/scanner.ts';
import { parseAuthenticate } from './authenticate.ts';
import { parseAuthorization } from './authorization.ts';
import { isCallId } from './call-id.ts';
import { parseContact } from './contact.ts';
import { parseContentLength } from './content-length.ts';
import { parseContentType } from './content-type.ts';
import { CSEQ_LIMIT, parseCSeq } from './cseq.ts';
import { parseDate } from './date.ts';
import { parseEvent } from './event.ts';
import { DELTA_LIMIT, parseExpires } from './expires.ts';
import { parseFromTo } from './from-to.ts';
import { parseMaxForwards } from './max-forwards.ts';
import { parseRAck } from './rack.ts';
import { parseReason } from './reason.ts';
import { parseReplaces } from './replaces.ts';
import { parseRetryAfter } from './retry-after.ts';
import { parseRSeq } from './rseq.ts';
import { parseSessionExpires } from './session-expires.ts';
import { parseSubscriptionState } from './subscription-state.ts';
import { parseVia } from './via.ts';
import { parseWarning } from './warning.ts';

/** What a parser forgave, in its own words; undefined when it gave up. */
type Check = (value: string) => readonly string[] | undefined;

const FINE: readonly string[] = [];
const OUT_OF_RANGE = ['header-out-of-range'];

/** The words of the parsers that are codes as they are. All others mean `header-invalid`. */
const CODES = new Set([
  'quoted-string-unbalanced',
  'angle-brackets-missing',
  'display-name-unquoted',
  'uri-invalid',
  'param-repeated',
  'branch-empty',
  'tag-missing',
  'header-out-of-range',
  'cseq-out-of-range',
  'content-length-negative',
  'max-forwards-zero',
]);
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['param-out-of-range', 'header-out-of-range'],
  ['code-out-of-range', 'header-out-of-range'],
]);

/** Each element of a list must be there and be right. */
const list =
  (one: Check): Check =>
  (value) => {
    const defects: string[] = [];
    for (const element of cutList(value)) {
      const found = element === '' ? undefined : one(element);
      if (!found) return undefined;
      defects.push(...found);
    }
    return defects;
  };

const numeric =
  (parse: (value: string) => number | undefined, least: number, most: number): Check =>
  (value) => {
    const number = parse(value);
    if (number === undefined) return undefined;
    return number < least || number > most ? OUT_OF_RANGE : FINE;
  };

/** For the parsers that list in `defects` what they forgave. */
const forgiven =
  (parse: (value: string) => { readonly defects: readonly string[] } | undefined): Check =>
  (value) =>
    parse(value)?.defects;

const first = <T>(parse: (value: string) => readonly T[]) => {
  return (value: string): T | undefined => parse(value)[0];
};

const address: Check = (value) => {
  const found = parseFromTo(value);
  return found?.wildcard ? undefined : found?.defects;
};

const from: Check = (value) => {
  const found = parseFromTo(value);
  if (!found || found.wildcard) return undefined;
  return found.tag ? found.defects : [...found.defects, 'tag-missing'];
};

/** `name-addr` only, unlike `address`. */
const route: Check = (value) => {
  const found: Address | undefined = parseFromTo(value);
  if (!found || found.wildcard) return undefined;
  return value.includes('<') ? found.defects : [...found.defects, 'angle-brackets-missing'];
};

/** The `*` stands alone (RFC 3261 §10.2.2). */
const contact: Check = (value) => {
  const elements = cutList(value);
  if (elements.length > 1 && elements.includes('*')) return undefined;
  return list(forgiven(first(parseContact)))(value);
};

const tokens = list((value) => (isToken(value) ? FINE : undefined));
const tokensOrNone: Check = (value) => (value === '' ? FINE : tokens(value));

const cseq: Check = (value) => {
  const found = parseCSeq(value);
  return found && (found.number >= CSEQ_LIMIT ? ['cseq-out-of-range'] : FINE);
};

const contentLength: Check = (value) => {
  if (value.startsWith('-') && parseContentLength(value.slice(1)) !== undefined) return ['content-length-negative'];
  return parseContentLength(value) === undefined ? undefined : FINE;
};

const maxForwards: Check = (value) => {
  const hops = parseMaxForwards(value);
  return hops === 0 ? ['max-forwards-zero'] : numeric(parseMaxForwards, 0, 255)(value);
};

const date: Check = (value) => (parseDate(value)?.zone === 'GMT' ? FINE : undefined);
const seconds = numeric(parseExpires, 0, DELTA_LIMIT);

const retryAfter: Check = (value) => {
  const found = parseRetryAfter(value);
  return found && (found.delay > DELTA_LIMIT ? OUT_OF_RANGE : found.defects);
};

const interval: Check = (value) => {
  const found = parseSessionExpires(value);
  return found && (found.interval > DELTA_LIMIT ? OUT_OF_RANGE : found.defects);
};

const rack: Check = (value) => {
  const found = parseRAck(value);
  if (!found) return undefined;
  return found.rseq < 1 || found.rseq > DELTA_LIMIT || found.cseq >= CSEQ_LIMIT ? OUT_OF_RANGE : FINE;
};

/** RFC 3891 §3: exactly one of each tag. */
const replaces: Check = (value) => {
  const found = parseReplaces(value);
  return found?.toTag && found.fromTag && isCallId(found.callId) ? found.defects : undefined;
};

/**
 * A Digest must have these (RFC 7616 §3.3, §3.4); what other schemes need is their own affair. Of challenges and
 * credentials a line holds one (RFC 3261 §7.3.1).
 */
const challenge: Check = (value) => {
  const [found, another] = parseAuthenticate(value);
  if (!found || another) return undefined;
  const broken = found.realm === undefined || found.nonce === undefined;
  return broken && found.scheme.toLowerCase() === 'digest' ? undefined : found.defects;
};

const credentials: Check = (value) => {
  const found = parseAuthorization(value);
  if (parseAuth(value).length > 1) return undefined;
  if (found?.scheme.toLowerCase() !== 'digest') return found?.defects;
  const { username, realm, nonce, uri, response } = found;
  return [username, realm, nonce, uri, response].includes(undefined) ? undefined : found.defects;
};

const CHECKS: ReadonlyMap<string, Check> = new Map([
  ['Allow', tokensOrNone],
  ['Allow-Events', tokens],
  ['Authorization', credentials],
  ['Call-ID', (value) => (isCallId(value) ? FINE : undefined)],
  ['Contact', contact],
  ['Content-Length', contentLength],
  ['Content-Type', forgiven(parseContentType)],
  ['CSeq', cseq],
  ['Date', date],
  ['Diversion', list(address)],
  ['Event', forgiven(parseEvent)],
  ['Expires', seconds],
  ['From', from],
  ['History-Info', list(address)],
  ['Max-Forwards', maxForwards],
  ['Min-Expires', seconds],
  ['Min-SE', interval],
  ['P-Asserted-Identity', list(address)],
  ['P-Preferred-Identity', list(address)],
  ['Path', list(route)],
  ['Proxy-Authenticate', challenge],
  ['Proxy-Authorization', credentials],
  ['Proxy-Require', tokens],
  ['RAck', rack],
  ['Reason', list(forgiven(first(parseReason)))],
  ['Record-Route', list(route)],
  ['Refer-To', address],
  ['Referred-By', address],
  ['Replaces', replaces],
  ['Require', tokens],
  ['Retry-After', retryAfter],
  ['Route', list(route)],
  ['RSeq', numeric(parseRSeq, 1, DELTA_LIMIT)],
  ['Service-Route', list(route)],
  ['Session-Expires', interval],
  ['Subscription-State', forgiven(parseSubscriptionState)],
  ['Supported', tokensOrNone],
  ['To', address],
  ['Unsupported', tokensOrNone],
  ['Via', list(forgiven(first(parseVia)))],
  ['Warning', list(forgiven(first(parseWarning)))],
  ['WWW-Authenticate', challenge],
]);

/**
 * The defect code of one header value (a single one or a comma-separated line), undefined when nothing is wrong or
 * nothing is known of that field: `('From', 'Bell, A <sip:a@example.com>;tag=1')` → `display-name-unquoted`.
 */
export function checkHeader(canonicalName: string, value: string): string | undefined {
  const check = CHECKS.get(canonicalName);
  if (!check) return undefined;
  const defects = check(value);
  if (!defects) return 'header-invalid';
  if (defects.length === 0) return undefined;
  const codes = defects.map((defect) => SYNONYMS.get(defect) ?? defect);
  return codes.find((code) => CODES.has(code)) ?? 'header-invalid';
}
