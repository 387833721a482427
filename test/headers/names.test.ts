import { expect, test } from 'vitest';
import { canonicalName, compactForm, isListHeader } from '../../src/headers/names.ts';

test.each([
  ['Via', 'Via'],
  ['VIA', 'Via'],
  ['v', 'Via'],
  ['V', 'Via'],
  ['call-id', 'Call-ID'],
  ['CALL-ID', 'Call-ID'],
  ['cseq', 'CSeq'],
  ['www-authenticate', 'WWW-Authenticate'],
  ['p-asserted-identity', 'P-Asserted-Identity'],
  ['mime-version', 'MIME-Version'],
  ['min-se', 'Min-SE'],
  ['x-FOO-bar', 'X-Foo-Bar'],
  ['X-Foo-Bar', 'X-Foo-Bar'],
  ['', ''],
  ['--', '--'],
  ['constructor', 'Constructor'],
])('canonicalName %j', (name, expected) => expect(canonicalName(name)).toBe(expected));

test('all compact forms, both ways (RFC 3261 and its extensions)', () => {
  const forms =
    'a Accept-Contact, b Referred-By, c Content-Type, d Request-Disposition, e Content-Encoding, f From, i Call-ID, ' +
    'j Reject-Contact, k Supported, l Content-Length, m Contact, n Identity-Info, o Event, r Refer-To, s Subject, t To, ' +
    'u Allow-Events, v Via, x Session-Expires, y Identity';
  for (const [letter, name] of forms.split(', ').map((pair) => pair.split(' '))) {
    expect(canonicalName(letter)).toBe(name);
    expect(compactForm(name)).toBe(letter);
  }
  expect(compactForm('CSeq')).toBeUndefined();
});

test.each(['Via', 'Contact', 'Route', 'Warning', 'Reason', 'Supported', 'P-Asserted-Identity', 'Diversion'])(
  '%s is a list',
  (name) => expect(isListHeader(name)).toBe(true),
);

test.each([
  'From',
  'To',
  'Call-ID',
  'Date',
  'Subject',
  'User-Agent',
  'Server',
  'WWW-Authenticate',
  'Proxy-Authenticate',
  'Authorization',
  'Proxy-Authorization',
  'Authentication-Info',
  'Identity',
  'Retry-After',
  'X-Unknown',
])('%s must not be split', (name) => expect(isListHeader(name)).toBe(false));
