/** Generators of valid header values, straight from the ABNF of RFC 3261 §25.1, and of values that are nearly valid. */
import fc from 'fast-check';

const TOKEN = "abcXYZ019-.!%*_+`'~";
const UNRESERVED = "abcXYZ019-_.!~*'()";

const chars = (set: string, min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...set), minLength: min, maxLength: max });
const optional = (value: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), value);
const concat = (...parts: (string | fc.Arbitrary<string>)[]) =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((all) => all.join(''));
const repeat = (value: fc.Arbitrary<string>, max = 3) => fc.array(value, { maxLength: max }).map((all) => all.join(''));
const joined = (value: fc.Arbitrary<string>, separator: string, max = 3) =>
  fc.array(value, { minLength: 1, maxLength: max }).map((all) => all.join(separator));

export const token = fc.oneof(chars('abcdefXYZ019', 1, 8), chars(TOKEN, 1, 8));
const method = fc.oneof(fc.constantFrom('INVITE', 'ACK', 'BYE', 'CANCEL', 'OPTIONS', 'REGISTER', 'UPDATE'), token);
const sws = fc.constantFrom('', '', '', ' ', '\t', '  ');
const lws = fc.constantFrom(' ', ' ', '\t', '  ');
const digits = (max: number) => fc.nat({ max }).map(String);
/** Separator with the white space that the grammar allows around it. */
const spaced = (separator: string) => concat(sws, separator, sws);

export const quoted = fc
  .array(
    fc.oneof(
      chars('abc XYZ\t019<>@,;:=/?[]{}()', 0, 6),
      fc.constantFrom('\\"', '\\\\', '\\a', '\\\u0001', 'é', '話', '😀'),
    ),
    { maxLength: 4 },
  )
  .map((all) => `"${all.join('')}"`);

const label = concat(chars('abcXYZ019', 1, 4), optional(concat('-', chars('abc019', 1, 3))));
const topLabel = concat(
  chars('abcXYZ', 1, 1),
  optional(chars('abc019', 1, 4)),
  optional(concat('-', chars('abc019', 1, 2))),
);
export const hostname = concat(repeat(concat(label, '.')), topLabel);
const octet = fc.integer({ min: 0, max: 255 }).map(String);
export const ipv4 = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join('.'));
const group = chars('0123456789abcdefABCDEF', 1, 4);
const groups = (min: number, max: number) =>
  fc.array(group, { minLength: min, maxLength: max }).map((all) => all.join(':'));
export const ipv6 = fc.oneof(
  groups(8, 8),
  fc.tuple(groups(0, 3), groups(0, 3)).map(([before, after]) => `${before}::${after}`),
  concat('::ffff:', ipv4),
  concat(groups(6, 6), ':', ipv4),
);
const host = fc.oneof(hostname, ipv4, concat('[', ipv6, ']'));
const port = fc.integer({ min: 1, max: 65535 }).map(String);
const hostPort = concat(host, optional(concat(':', port)));

const escaped = fc.constantFrom('%20', '%41', '%7e', '%C3%A9', '%40', '%00');
const oneOf = (set: string, max = 6) => joined(fc.oneof(chars(set, 1, 4), escaped), '', max);
const userInfo = concat(
  oneOf(`${UNRESERVED}&=+$,;?/`),
  optional(concat(':', optional(oneOf(`${UNRESERVED}&=+$,`)))),
  '@',
);
const uriParam = fc.oneof(
  fc.constantFrom('transport=udp', 'transport=TCP', 'user=phone', 'lr', 'ttl=5', 'method=INVITE', 'maddr=192.0.2.1'),
  concat(oneOf(`${UNRESERVED}[]/:&+$`, 2), optional(concat('=', oneOf(`${UNRESERVED}[]/:&+$`, 2)))),
);
const uriHeader = concat(oneOf(`${UNRESERVED}[]/?:+$`, 2), '=', optional(oneOf(`${UNRESERVED}[]/?:+$`, 2)));
const uriScheme = fc.constantFrom('sip:', 'sips:', 'SIP:');
export const absoluteUri = fc.oneof(
  fc.constantFrom(
    'urn:service:sos.police',
    'http://example.com/a?b=c',
    'im:bob@example.com',
    'isbn:2983792873',
    'x+y.z-1:/',
  ),
  concat('http://', host, optional(concat('/', oneOf(`${UNRESERVED}:@&=+$,;/`)))),
  concat('urn:', oneOf(`${UNRESERVED};?:@&=+$,`)),
);
const plainUri = concat(uriScheme, optional(userInfo), hostPort);
export const sipUri = concat(
  plainUri,
  repeat(concat(';', uriParam), 3),
  optional(concat('?', joined(uriHeader, '&', 2))),
);
/** Without brackets the user part must not hold what the header field would take for its own. */
const bareUri = concat(uriScheme, optional(concat(oneOf(`${UNRESERVED}&=+$/`), '@')), hostPort);

const genericParam = concat(token, optional(concat(spaced('='), fc.oneof(token, host, quoted))));
const headerParams = repeat(concat(spaced(';'), genericParam), 3);
const displayName = fc.oneof(quoted, concat(joined(token, ' ', 3), sws));
const nameAddr = concat(optional(displayName), sws, '<', sipUri, '>');
const addressValue = concat(fc.oneof(nameAddr, bareUri), headerParams);
const tag = concat(spaced(';'), 'tag', spaced('='), token);

const contactParam = fc.oneof(
  fc.constantFrom(
    'q=0.5',
    'q=1',
    'Q = 0.333',
    'expires=3600',
    'Expires=0',
    'methods="INVITE, BYE"',
    '+sip.instance="<urn:uuid:1>"',
  ),
  genericParam,
);
const contact = concat(fc.oneof(nameAddr, bareUri), repeat(concat(spaced(';'), contactParam)));
const route = concat(nameAddr, headerParams);

const viaParam = fc.oneof(
  concat('branch=z9hG4bK', token),
  concat('received=', fc.oneof(ipv4, ipv6)),
  fc.constantFrom('rport', 'rport=5070', 'ttl=16', 'alias', 'keep'),
  concat('maddr=', host),
  genericParam,
);
const viaTransport = fc.oneof(fc.constantFrom('UDP', 'TCP', 'TLS', 'SCTP', 'WS', 'WSS', 'TLS-SCTP'), token);
const via = concat(
  fc.constantFrom('SIP', 'sip'),
  spaced('/'),
  '2.0',
  spaced('/'),
  viaTransport,
  lws,
  host,
  optional(concat(spaced(':'), port)),
  repeat(concat(spaced(';'), viaParam)),
);

const word = chars(`${TOKEN}()<>:\\"/[]?{}`, 1, 12);
const authParam = concat(token, spaced('='), fc.oneof(token, quoted));
const challenge = concat(
  'Digest',
  lws,
  'realm=',
  quoted,
  ', nonce',
  spaced('='),
  quoted,
  repeat(
    concat(
      spaced(','),
      fc.oneof(fc.constantFrom('stale=TRUE', 'qop="auth,auth-int"', 'algorithm=SHA-256', 'algorithm=MD5'), authParam),
    ),
  ),
);
const reason = concat(
  fc.oneof(fc.constantFrom('SIP', 'Q.850'), token),
  repeat(concat(spaced(';'), fc.oneof(fc.constantFrom('cause=16', 'text="Normal, call clearing"'), genericParam))),
);
const mediaType = concat(
  token,
  spaced('/'),
  token,
  repeat(concat(spaced(';'), token, spaced('='), fc.oneof(token, quoted))),
);
const tokenNoDot = chars("abcXYZ019-!%*_+`'~", 1, 6);
const list = (value: fc.Arbitrary<string>) =>
  fc.array(value, { minLength: 1, maxLength: 3 }).chain((all) => spaced(',').map((comma) => all.join(comma)));

/** A generator for each header field that both the scanners and the grammar know. */
export const values: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'Call-ID': concat(word, optional(concat('@', word))),
  Contact: fc.oneof({ weight: 1, arbitrary: fc.constant('*') }, { weight: 9, arbitrary: list(contact) }),
  'Content-Length': digits(1e6),
  'Content-Type': mediaType,
  CSeq: concat(digits(2 ** 31 - 1), lws, method),
  Event: concat(joined(tokenNoDot, '.'), headerParams),
  Expires: digits(2 ** 31 - 1),
  From: concat(fc.oneof(nameAddr, bareUri), tag, headerParams),
  'Max-Forwards': fc.integer({ min: 1, max: 255 }).map(String),
  'Min-Expires': digits(86400),
  'Proxy-Authenticate': challenge,
  'Proxy-Require': list(token),
  Reason: list(reason),
  'Record-Route': list(route),
  'Refer-To': addressValue,
  Replaces: concat(
    word,
    optional(concat('@', word)),
    ';to-tag=',
    token,
    ';from-tag',
    spaced('='),
    token,
    optional(fc.constant(';early-only')),
  ),
  Require: list(token),
  Route: list(route),
  'Session-Expires': concat(digits(86400), fc.constantFrom('', ';refresher=uac', ' ; refresher = UAS'), headerParams),
  'Subscription-State': concat(
    fc.constantFrom('active', 'pending', 'terminated'),
    repeat(
      concat(spaced(';'), fc.oneof(fc.constantFrom('expires=600', 'reason=noresource', 'retry-after=5'), genericParam)),
    ),
  ),
  Supported: fc.oneof(fc.constant(''), list(token)),
  To: fc.oneof(addressValue, concat(addressValue, tag)),
  Via: list(via),
  'WWW-Authenticate': challenge,
};

const TROUBLE = [...' \t",;:<>@=/\\?[]{}()%&+$|^#é\u0001\u007f019aZ-_.'];

/** A valid value with up to three characters put in, taken out or replaced. */
export function mutated(valid: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const edit = fc.tuple(fc.nat(), fc.constantFrom('insert', 'delete', 'replace'), fc.constantFrom(...TROUBLE));
  return fc.tuple(valid, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([text, edits]) =>
    edits.reduce((before, [position, kind, character]) => {
      const at = position % (before.length + 1);
      const rest = before.slice(kind === 'insert' ? at : at + 1);
      return before.slice(0, at) + (kind === 'delete' ? '' : character) + rest;
    }, text),
  );
}
