import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeEscapes } from '../../src/syntax/escapes.ts';
import { isHostname, isIpv4, isIpv6, parseHostPort } from '../../src/syntax/host.ts';
import { cutList, splitList } from '../../src/syntax/list.ts';
import { commentEnd, isQuoted, isToken, parseDigits, quotedEnd, trimSpace, unquote } from '../../src/syntax/scanner.ts';
import { quote } from './print.ts';
import { runs } from './runs.ts';

test.each([
  ['INVITE', true],
  ["a-.!%*_+`'~9", true],
  ['', false],
  ['a b', false],
  ['a@b', false],
  ['é', false],
])('isToken %j', (text, expected) => expect(isToken(text)).toBe(expected));

test.each([
  ['0068', 68],
  ['4294967296', 4294967296],
  ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
  ['', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  [' 1', undefined],
])('parseDigits %j', (text, expected) => expect(parseDigits(text)).toBe(expected));

test('trimSpace takes white space of SIP only', () => {
  expect(trimSpace(' \t\r\n a b \t')).toBe('a b');
  expect(trimSpace('\u00a0a\u00a0')).toBe('\u00a0a\u00a0');
  expect(trimSpace(' \t ')).toBe('');
});

describe('quoted strings', () => {
  test.each([
    ['"abc" x', 5],
    ['"a\\"b"', 6],
    ['"a\\\\"', 5],
    ['""', 2],
    ['"abc', -1],
    ['"abc\\"', -1],
    ['"', -1],
  ])('quotedEnd %j', (text, expected) => expect(quotedEnd(text, 0)).toBe(expected));

  test.each([
    ['"abc"', true],
    ['"a\tb é 話"', true],
    ['"\\\u0000\\\u007f"', true],
    ['""', true],
    ['"', false],
    ['abc', false],
    ['"a"b', false],
    ['"a\\"', false],
    ['"\u0001"', false],
    ['"\\é"', false],
    ['"\\\n"', false],
  ])('isQuoted %j', (text, expected) => expect(isQuoted(text)).toBe(expected));

  test.each([
    ['"a \\"b\\" \\\\c"', 'a "b" \\c'],
    ['token', 'token'],
    ['"open', 'open'],
    ['""', ''],
  ])('unquote %j', (text, expected) => expect(unquote(text)).toBe(expected));

  test('unquote undoes quote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => unquote(quote(text)) === text),
      runs,
    );
  });

  test.each([
    ['(a (b) c) d', 9],
    ['(a \\) b)', 8],
    ['(a', -1],
  ])('commentEnd %j', (text, expected) => expect(commentEnd(text, 0)).toBe(expected));
});

test.each([
  ['%75se%72', 'user'],
  ['100%', '100%'],
  ['%zz%4', '%zz%4'],
  ['%25%34%31', '%41'],
  ['%C3%A9', 'é'],
  ['é%20é', 'é é'],
  ['%FF', '\ufffd'],
  ['%00', '\0'],
])('decodeEscapes %j', (text, expected) => expect(decodeEscapes(text)).toBe(expected));

describe('lists', () => {
  test.each([
    ['a, b ,c', ['a', 'b', 'c']],
    ['"a,b" <sip:x,y@h>;q=1 , <sip:z@h>', ['"a,b" <sip:x,y@h>;q=1', '<sip:z@h>']],
    ['"a\\",b", c', ['"a\\",b"', 'c']],
    ['a,,b,', ['a', '', 'b', '']],
    // What never closes is an ordinary character.
    ['"a, b', ['"a', 'b']],
    ['<a, b', ['<a', 'b']],
    ['', ['']],
  ])('cutList %j', (text, expected) => {
    expect(cutList(text)).toEqual(expected);
    expect(splitList(text)).toEqual(expected.filter(Boolean));
  });
});

describe('hosts', () => {
  test.each(['192.0.2.1', '0.0.0.0', '255.255.255.255'])('IPv4 %s', (text) => expect(isIpv4(text)).toBe(true));
  test.each(['192.0.2', '192.0.2.256', '192.0.02.1', '192.0.2.1.', ''])('not IPv4 %j', (text) =>
    expect(isIpv4(text)).toBe(false),
  );
  test.each([
    '2001:db8::1',
    '::',
    '::1',
    '1::',
    '1:2:3:4:5:6:7:8',
    '::ffff:192.0.2.1',
    '1:2:3:4:5:6:192.0.2.1',
    '1:2:3:4:5:6:7::',
  ])('IPv6 %s', (text) => expect(isIpv6(text)).toBe(true));
  test.each([
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    ':::',
    ':1',
    '1:',
    '12345::',
    '1:2:3:4:5:6:7:8::',
    '::192.0.2.1:1',
    'g::',
  ])('not IPv6 %j', (text) => expect(isIpv6(text)).toBe(false));
  test.each(['example.com', 'a', 'a.b.', '1.a', 'x-1.example', 'A9'])('name %s', (text) =>
    expect(isHostname(text)).toBe(true),
  );
  test.each(['', '.', 'a..b', '-a', 'a-', 'a-.b', 'a_b', '1', 'a.1'])('no name %j', (text) =>
    expect(isHostname(text)).toBe(false),
  );

  test.each([
    ['Example.COM:5060;x', false, { host: 'example.com', port: 5060, end: 16, valid: true }],
    ['[2001:DB8::1]:5061', false, { host: '2001:db8::1', port: 5061, end: 18, valid: true }],
    ['192.0.2.1', false, { host: '192.0.2.1', port: undefined, end: 9, valid: true }],
    ['host : 5060', true, { host: 'host', port: 5060, end: 11, valid: true }],
    ['host : 5060', false, { host: 'host', port: undefined, end: 4, valid: true }],
    ['2001:db8::1;x', false, { host: '2001:db8::1', port: undefined, end: 11, valid: false }],
    ['my_host:1', false, { host: 'my_host', port: 1, end: 9, valid: false }],
    ['host:', false, { host: 'host', port: undefined, end: 5, valid: false }],
    ['host:70000', false, { host: 'host', port: undefined, end: 10, valid: false }],
    ['[::1', false, { host: '', port: undefined, end: 0, valid: false }],
    ['', false, { host: '', port: undefined, end: 0, valid: false }],
  ])('parseHostPort %j', (text, spaced, expected) => expect(parseHostPort(text, 0, spaced)).toEqual(expected));
});
