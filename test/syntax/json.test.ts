/** JSON out of a trace: objects only, no deeper and no longer than a token needs. */
import { describe, expect, it } from 'vitest';
import { parseJsonObject } from '../../src/syntax/json.ts';

describe('parseJsonObject', () => {
  it.each<[string, unknown]>([
    ['{"a":1,"b":{"c":["d"]}}', { a: 1, b: { c: ['d'] } }],
    ['{"a":"[[[[[[[[[[[[[[[[[[[[ \\" ]"}', { a: '[[[[[[[[[[[[[[[[[[[[ " ]' }],
    ['[1]', undefined],
    ['"text"', undefined],
    ['null', undefined],
    ['', undefined],
    ['{"a":', undefined],
    [`{"a":${'['.repeat(20)}${']'.repeat(20)}}`, undefined],
    [`{"a":${'['.repeat(100_000)}`, undefined],
    [`{"a":"${'x'.repeat(20_000)}"}`, undefined],
  ])('%.40s', (text, expected) => {
    expect(parseJsonObject(text)).toEqual(expected);
  });

  it('makes no prototype of what a trace calls so', () => {
    const object = parseJsonObject('{"__proto__":{"orig":{"tn":"1"}}}');
    expect(object?.orig).toBeUndefined();
  });
});
