import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHeader } from '../../src/headers/check.ts';
import { runs } from '../syntax/runs.ts';
import { values } from './values.ts';

test.each([
  ['From', 'Bell, A <sip:a@example.com>;tag=1', 'display-name-unquoted'],
  ['From', '<sip:a@example.com>', 'tag-missing'],
  ['From', '*', 'header-invalid'],
  ['To', '<sip:a@example.com>', undefined],
  ['To', '"A <sip:a@example.com>', 'quoted-string-unbalanced'],
  ['To', '< sip:a@example.com>', 'uri-invalid'],
  ['To', '', 'header-invalid'],
  ['Via', 'SIP/2.0/UDP a;branch=z9hG4bK', 'branch-empty'],
  ['Via', 'SIP/2.0/UDP a,', 'header-invalid'],
  ['Via', 'SIP/2.0/UDP a', undefined],
  ['Route', 'sip:p.example.com;lr', 'angle-brackets-missing'],
  ['Route', '<sip:p.example.com;lr>', undefined],
  ['Contact', '*', undefined],
  ['Contact', '*, <sip:a@example.com>', 'header-invalid'],
  ['Contact', '<sip:a@example.com>;expires=4294967296', 'header-out-of-range'],
  ['Contact', '<sip:a@example.com>;x=1;x=2', 'param-repeated'],
  ['CSeq', '2147483648 INVITE', 'cseq-out-of-range'],
  ['CSeq', '2147483647 INVITE', undefined],
  ['CSeq', 'INVITE', 'header-invalid'],
  ['Max-Forwards', '0', 'max-forwards-zero'],
  ['Max-Forwards', '256', 'header-out-of-range'],
  ['Max-Forwards', '0255', undefined],
  ['Content-Length', '-1', 'content-length-negative'],
  ['Content-Length', '+1', 'header-invalid'],
  ['Content-Length', '0', undefined],
  ['Expires', '4294967295', undefined],
  ['Expires', '4294967296', 'header-out-of-range'],
  ['Retry-After', '5 (open', 'header-invalid'],
  ['Session-Expires', '99999999999', 'header-out-of-range'],
  ['Warning', '1812 a "x"', 'header-out-of-range'],
  ['Warning', '399 a x', 'header-invalid'],
  ['Date', 'Mon, 05 Jan 2026 10:15:30 CET', 'header-invalid'],
  ['RSeq', '0', 'header-out-of-range'],
  ['RAck', '1 2147483648 INVITE', 'header-out-of-range'],
  ['Authorization', 'Digest username="a"', 'header-invalid'],
  ['Authorization', 'Digest username="a",realm="",nonce="",uri="sip:b",response=""', undefined],
  ['Authorization', 'Anything goes=here', undefined],
  ['Authorization', 'A b=1, C d=2', 'header-invalid'],
  ['WWW-Authenticate', 'Digest realm="a", nonce="b", Digest realm="a", nonce="c"', 'header-invalid'],
  ['Replaces', 'a@b;to-tag=1', 'header-invalid'],
  ['Supported', '', undefined],
  ['Require', '', 'header-invalid'],
  ['Allow', 'INVITE, a b', 'header-invalid'],
  ['X-Unknown', '\u0000', undefined],
  ['constructor', '', undefined],
])('checkHeader %s: %j → %s', (name, value, expected) => expect(checkHeader(name, value)).toBe(expected));

/** Every field that is checked, with the ones that the grammar has no rule for. */
const names = [
  ...Object.keys(values),
  ...'Allow Allow-Events Authorization Date Diversion History-Info Min-SE P-Asserted-Identity Path Proxy-Authorization'.split(
    ' ',
  ),
  ...'RAck RSeq Referred-By Retry-After Service-Route Unsupported Warning'.split(' '),
];

test('nothing throws, whatever the value', () => {
  const alphabet = [...' \t\r\n",;:<>@=/\\?[]{}()%&+*-._~aZ09\u0000é😀'];
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('\ud800', '"', '<', 'sip:', '%', ';a="'), maxLength: 20 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...names), text, (name, value) => {
      const code = checkHeader(name, value);
      expect(code === undefined || /^[a-z]+(-[a-z]+)+$/.test(code)).toBe(true);
    }),
    { ...runs, numRuns: runs.numRuns * 10 },
  );
});

describe('time is linear in the length of the value', () => {
  const pieces = [
    ';a="',
    ',<',
    '"',
    '\\"',
    '(',
    '<',
    ';',
    ',',
    '@',
    ':',
    '%',
    '[',
    'a=b,',
    ';a=b',
    'sip:a@',
    ' ',
    '?a=b&',
    '"a",',
    '::',
  ];
  const prefixes = ['', '"', '<sip:a@b', 'sip:', 'SIP/2.0/UDP a', 'Digest a="', '399 a "', '1 ('];
  const fields =
    'Authorization Call-ID Contact Content-Type Event Reason Refer-To Replaces Retry-After Route Via Warning';
  test.each(fields.split(' '))('%s', (name) => {
    const started = performance.now();
    for (const prefix of prefixes) {
      for (const piece of pieces) checkHeader(name, prefix + piece.repeat(16384 / piece.length));
    }
    // 152 values of 16 kB in some 3 s at worst; with a quadratic step they would need a minute.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
