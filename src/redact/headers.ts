/** Which header field holds what: so much of each stays as its meaning needs. */
import { canonicalName } from '../headers/names.ts';
import type { Names } from './names.ts';
import { identity } from './passport.ts';
import { addresses, credentials, parameter, uri, via } from './uris.ts';
import { isWellKnown } from './vocabulary.ts';
import { eachWord, identifier, isEnding, keptTokens, open, product } from './words.ts';

type Rewrite = (value: string, names: Names) => string;

const plain: Rewrite = (value) => value;

/** Text for people: words that are known to mean nothing else stay. */
export function prose(text: string, names: Names): string {
  return eachWord(text, names, (word, whole, at) => {
    if (names.forced(word)) return names.identifier(word);
    return isWellKnown(word) || /^\d{1,3}$/.test(word) || isEnding(word, whole, at) ? word : names.other(word);
  });
}

/** `Q.850;cause=16;text="…"`, several joined by commas. */
const reason: Rewrite = (value, names) =>
  value.replace(
    /(^|,)([\s\x01]*)([\w.-]+)|;([^;",]|"(?:[^"\\]|\\.)*"?)*/g,
    (all, comma: string | undefined, gap: string, protocol: string) => {
      if (comma !== undefined) return comma + gap + protocol;
      if (/^;\s*text\s*=/i.test(all)) return open(all, names);
      return /^;\s*\w+\s*=\s*\d{1,3}\s*$/.test(all) ? all : open(all, names);
    },
  );

/** A field of whoever: it may hold the Call-ID of another call, or a number. */
const unknown: Rewrite = (value, names) =>
  /^[\s\d]{1,8}$|@$/.test(value) || !/\d[\w.-]*@/.test(value) ? open(value, names) : identifier(value, names);

/** `399 host "text"` (RFC 3261 §20.43). */
const warning: Rewrite = (value, names) =>
  value.replace(
    /(\d{3}\s+)(\S+)(\s*)("(?:[^"\\]|\\.)*"?)?/g,
    (_all, code: string, agent: string, gap: string, text = '') =>
      code + identifier(agent, names) + gap + prose(text, names),
  );

/** A value, then parameters. */
const withParameters: Rewrite = (value, names) => {
  const [first, ...rest] = value.split(';');
  return [identifier(first, names), ...rest.map((one) => parameter(one, names))].join(';');
};

/** A token of the protocol, then parameters. */
const tokenWithParameters: Rewrite = (value, names) => {
  const [first, ...rest] = value.split(';');
  return [
    /^[\s\w.!%*+`'~-]*$/.test(first) ? first : open(first, names),
    ...rest.map((one) => parameter(one, names)),
  ].join(';');
};

/** Media types: the boundary is what tells the parts of a body from one another, there as here. */
const mediaType: Rewrite = (value, names) => {
  const [first, ...rest] = value.split(';');
  return [first, ...rest.map((one) => parameter(one, names))].join(';');
};

const table: ReadonlyMap<string, Rewrite> = new Map<string, Rewrite>([
  ...each(
    `Max-Forwards Content-Length Expires Min-Expires Min-SE Session-Expires RSeq RAck Allow Supported Require Proxy-Require
    Unsupported Accept Accept-Encoding Accept-Language Allow-Events MIME-Version Content-Encoding Content-Language Date Timestamp
    Priority Privacy P-Early-Media Refer-Sub Answer-Mode Priv-Answer-Mode Max-Breadth Recv-Info Request-Disposition
    Subscription-State Security-Client Security-Server Security-Verify Content-Disposition Content-Transfer-Encoding
    Flow-Timer Feature-Caps Suppress-If-Match Attestation-Info`,
    plain,
  ),
  ...each(
    `From To Contact Route Record-Route Refer-To Referred-By P-Asserted-Identity P-Preferred-Identity Remote-Party-ID Diversion
    History-Info Reply-To P-Associated-URI P-Called-Party-ID P-Served-User P-Profile-Key Path Service-Route Alert-Info Call-Info
    Error-Info Geolocation P-Asserted-Service P-Preferred-Service Also P-User-Database P-DCS-Redirect Permission-Missing
    Trigger-Consent P-Refused-URI-List Resource-Share Additional-Identity`,
    addresses,
  ),
  ['via', via],
  ['cseq', (value, names) => (/^\s*\d*\s*[\w.!%*+`'~-]*\s*$/.test(value) ? value : open(value, names))],
  ...each(
    'Call-ID In-Reply-To Subject SIP-ETag SIP-If-Match Organization User-to-User Session-ID X-Call-ID',
    identifier,
  ),
  ...each('Replaces Target-Dialog Join', withParameters),
  ...each('Event', tokenWithParameters),
  ...each('User-Agent Server', product),
  ...each('Content-Type', mediaType),
  ...each('WWW-Authenticate Proxy-Authenticate Authorization Proxy-Authorization Authentication-Info', credentials),
  ...each('Reason', reason),
  ...each('Warning', warning),
  ...each('Retry-After', (value, names) => value.replace(/[^\d\s][\s\S]*$/, (rest) => prose(rest, names))),
  ...each('Identity', identity),
  ...each('Identity-Info', (value, names) => value.replace(/<[^>]*>/g, (one) => `<${uri(one.slice(1, -1), names)}>`)),
]);

function each(list: string, rewrite: Rewrite): [string, Rewrite][] {
  return (list.match(/\S+/g) ?? []).map((name) => [canonicalName(name).toLowerCase(), rewrite]);
}

/** Values that a field of numbers and tokens can have; anything else in its place is not what it should be. */
const TOKENS = /^[\w\s.,;:=+*/"<>()-]*$/;

/** The value of a header field, with its folding. */
export function headerValue(name: string, value: string, names: Names): string {
  const rewrite = table.get(canonicalName(name).toLowerCase()) ?? unknown;
  if (rewrite === plain) return TOKENS.test(value) ? keptTokens(value, names) : open(value, names);
  return rewrite(value, names);
}

/** Whether a log may begin a line with it. */
export function isHeaderName(name: string): boolean {
  return table.has(canonicalName(name).toLowerCase()) || /^[xp]-[a-z]/i.test(name);
}

/** Names that somebody made up may hold other names. */
export function headerName(name: string, names: Names): string {
  return table.has(canonicalName(name).toLowerCase()) ? name : keptTokens(name, names);
}
