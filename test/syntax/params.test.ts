import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAuth } from '../../src/syntax/auth.ts';
import { parseMediaType } from '../../src/syntax/media-type.ts';
import { parseParams } from '../../src/syntax/params.ts';
import { printParams } from './print.ts';
import { runs } from './runs.ts';

const pairs = (text: string) => parseParams(text).list.map(({ name, value }) => [name, value]);

describe('parseParams', () => {
  test.each([
    [';tag=1', [['tag', '1']]],
    [
      ' ; TAG = 1 ;\tlr',
      [
        ['tag', '1'],
        ['lr', undefined],
      ],
    ],
    [
      ';text="a \\"b\\"; c";x=[2001:db8::1]',
      [
        ['text', 'a "b"; c'],
        ['x', '[2001:db8::1]'],
      ],
    ],
    [
      ';a="";b',
      [
        ['a', ''],
        ['b', undefined],
      ],
    ],
    ['', []],
  ])('%j', (text, expected) => {
    expect(pairs(text)).toEqual(expected);
    expect(parseParams(text).defects).toEqual([]);
  });

  test.each([
    [';;a=1', [['a', '1']], ['params-malformed']],
    ['junk;a=1', [['a', '1']], ['params-malformed']],
    [';a=', [['a', '']], ['params-malformed']],
    [';=1;b', [['b', undefined]], ['params-malformed']],
    [
      ';a=b c;d',
      [
        ['a', 'b c'],
        ['d', undefined],
      ],
      ['params-malformed'],
    ],
    [
      ';a="b;c=1',
      [
        ['a', 'b'],
        ['c', '1'],
      ],
      ['quoted-string-unbalanced', 'params-malformed'],
    ],
    [
      ';a=1;A=2',
      [
        ['a', '1'],
        ['a', '2'],
      ],
      ['param-repeated'],
    ],
    [
      ';a="x"y;b',
      [
        ['a', 'x'],
        ['b', undefined],
      ],
      ['params-malformed'],
    ],
    [';x=2001:db8::1', [['x', '2001:db8::1']], ['params-malformed']],
  ])('forgives %j', (text, expected, defects) => {
    expect(pairs(text)).toEqual(expected);
    expect(parseParams(text).defects).toEqual(defects);
  });

  test('an address without brackets is allowed where it is said to be', () => {
    expect(parseParams(';received=2001:db8::1', 0, ['received']).defects).toEqual([]);
  });

  test('get and has', () => {
    const params = parseParams(';lr;tag=1;tag=2');
    expect([params.get('lr'), params.get('tag'), params.get('x')]).toEqual(['', '1', undefined]);
    expect([params.has('lr'), params.has('x')]).toEqual([true, false]);
  });

  test('printing and parsing again changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { list } = parseParams(text);
        expect(parseParams(printParams(list)).list).toEqual(list);
      }),
      runs,
    );
  });
});

describe('parseAuth', () => {
  test.each([
    [
      'Digest realm="a, b", nonce=x',
      [
        [
          'Digest',
          [
            ['realm', 'a, b'],
            ['nonce', 'x'],
          ],
          '',
        ],
      ],
    ],
    [
      'Digest realm="a" , NONCE="b",Basic realm="c"',
      [
        [
          'Digest',
          [
            ['realm', 'a'],
            ['nonce', 'b'],
          ],
          '',
        ],
        ['Basic', [['realm', 'c']], ''],
      ],
    ],
    ['Basic YWxpY2U6cGFzcw==', [['Basic', [], 'YWxpY2U6cGFzcw==']]],
    ['SecretHandshake grip=firm', [['SecretHandshake', [['grip', 'firm']], '']]],
  ])('%j', (text, expected) => {
    const found = parseAuth(text);
    expect(
      found.map(({ scheme, params, token68 }) => [
        scheme,
        params.list.map(({ name, value }) => [name, value]),
        token68,
      ]),
    ).toEqual(expected);
    expect(found.flatMap(({ defects }) => defects)).toEqual([]);
  });

  test.each([
    ['', []],
    ['Digest', ['params-malformed']],
    ['Digest realm="a", "b"', ['params-malformed']],
    ['Digest realm="a', ['quoted-string-unbalanced']],
    ['Digest a=1, a=2', ['param-repeated']],
    [', Digest a=1', ['params-malformed']],
    ['Basic a;b', ['params-malformed']],
    ['Basic abc=, a=1', ['params-malformed']],
  ])('forgives %j', (text, defects) => {
    expect(parseAuth(text).flatMap((scheme) => scheme.defects)).toEqual(defects);
  });
});

describe('parseMediaType', () => {
  test.each([
    ['application/SDP', 'application/sdp', []],
    ['multipart / Mixed ; boundary="b 1"', 'multipart/mixed', []],
    ['text/plain;charset', 'text/plain', ['params-malformed']],
    ['text/plain/x', 'text/plain', ['params-malformed']],
  ])('%j', (text, essence, defects) => {
    expect(parseMediaType(text)).toMatchObject({ essence, defects });
  });
  test.each(['', 'text', '/plain', 'text/', 'text plain'])('%j is none', (text) =>
    expect(parseMediaType(text)).toBeUndefined(),
  );
});
