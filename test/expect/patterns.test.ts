/** Patterns: sequences against regular expressions, text against what a user means, and none that takes long. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Faults } from '../../src/expect/faults.ts';
import { countRange, durationRange, secondsRange, within } from '../../src/expect/range.ts';
import { parseSequence, walkSequence } from '../../src/expect/sequence.ts';
import { namePattern, textPattern } from '../../src/expect/text-pattern.ts';

function sequence(text: string) {
  const faults = new Faults();
  const parsed = parseSequence(text, [], faults);
  if (parsed === undefined) throw new Error(faults.all[0].key);
  return parsed;
}

/** The same pattern twice: as a user writes it, and as a regular expression over codes with a comma behind each. */
interface Both {
  readonly text: string;
  readonly regex: string;
}

const codes = ['100', '180', '183', '200', '486'];
const words: Both[] = [
  ...codes.map((code) => ({ text: code, regex: `${code},` })),
  { text: '18x', regex: '18\\d,' },
  { text: '1xx', regex: '1\\d\\d,' },
  { text: 'any', regex: '\\d{3},' },
];

const pattern: fc.Memo<Both> = fc.memo((depth) => {
  const word = fc.constantFrom(...words);
  if (depth <= 1) return word;
  const repeated = fc.tuple(pattern(), fc.constantFrom('?', '*', '+', '')).map(([one, sign]) => ({
    text: `(${one.text})${sign}`,
    regex: `(?:${one.regex})${sign}`,
  }));
  const chain = fc.array(pattern(), { minLength: 1, maxLength: 3 }).map((all) => ({
    text: all.map(({ text }) => `(${text})`).join(' '),
    regex: all.map(({ regex }) => `(?:${regex})`).join(''),
  }));
  const choice = fc.tuple(pattern(), pattern()).map(([a, b]) => ({
    text: `${a.text} | ${b.text}`,
    regex: `${a.regex}|${b.regex}`,
  }));
  return fc.oneof(word, repeated, chain, choice);
});

describe('sequences', () => {
  it('say what regular expressions say', () => {
    const statuses = fc.array(fc.constantFrom(...codes.map(Number)), { maxLength: 6 });
    fc.assert(
      fc.property(pattern(3), statuses, ({ text, regex }, seen) => {
        const { pass, at } = walkSequence(sequence(text), seen);
        expect(pass).toBe(new RegExp(`^(?:${regex})$`).test(seen.map((status) => `${status},`).join('')));
        expect(at).toBeLessThanOrEqual(seen.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are read whole or refused, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'1x80 ()|?*+a'), maxLength: 40 }), (text) => {
        const faults = new Faults();
        const parsed = parseSequence(text, [], faults);
        expect(parsed === undefined).toBe(faults.all.length === 1);
        if (parsed !== undefined) walkSequence(parsed, [100, 180, 200]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('tell how far they went and what they wanted', () => {
    expect(walkSequence(sequence('100? (180|183)+ 200'), [100, 183, 486])).toEqual({
      pass: false,
      at: 2,
      wanted: ['180', '183', '200'],
    });
    expect(walkSequence(sequence('100 200?'), [100, 200, 200])).toEqual({ pass: false, at: 2, wanted: ['end'] });
  });

  it('take no longer for being clever', () => {
    const clever = sequence(`${'('.repeat(15)}1xx*${')*'.repeat(15)} ${'18x? '.repeat(80)}200`);
    const start = performance.now();
    expect(
      walkSequence(
        clever,
        Array.from({ length: 1_000 }, () => 180),
      ).pass,
    ).toBe(false);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('text', () => {
  it.each([
    ['alice', 'sip:ALICE@example.com', true],
    ['alice', 'bob', false],
    ['', 'anything', true],
    ['*@example.com', 'alice@example.com', true],
    ['*@example.com', 'alice@example.com.test', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['ab*ba', 'aba', false],
    ['*', '', true],
    ['**', 'x', true],
    ['=Alice', 'Alice', true],
    ['=alice', 'Alice', false],
    ['=*', '*', true],
    ['=*', 'x', false],
    ['=', '', true],
    ['=', 'x', false],
    ['[a-z]+(', 'x[a-z]+(y', true],
  ])('%j in %j: %s', (written, text, fits) => {
    expect(textPattern(written)(text)).toBe(fits);
  });

  it('with wildcards means what a regular expression would', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 }), (written, text) => {
        fc.pre(written.includes('*'));
        expect(textPattern(written)(text)).toBe(new RegExp(`^${written.replaceAll('*', '.*')}$`).test(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('of a name is no part of it', () => {
    expect(namePattern('pcm')('PCMA')).toBe(false);
    expect(namePattern('pcm*')('PCMA')).toBe(true);
    expect(namePattern('pcma')('PCMA')).toBe(true);
  });

  it('takes no longer for being clever', () => {
    const start = performance.now();
    expect(textPattern(`${'*a'.repeat(250)}*b`)('a'.repeat(16_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('ranges', () => {
  it.each([
    ['3', 3, true],
    [3, 4, false],
    ['= 3', 3, true],
    ['>= 2', 2, true],
    ['> 2', 2, false],
    ['<2', 1, true],
    ['< 2', 2, false],
    ['<= 2', 2, true],
    ['2..5', 5, true],
    ['2 .. 5', 6, false],
  ] as const)('%s holds %s: %s', (written, value, holds) => {
    const range = countRange(written, [], new Faults());
    expect(range !== undefined && within(range, value)).toBe(holds);
  });

  it.each([
    ['< 3s', 2_999, true],
    ['< 3s', 3_000, false],
    ['<= 1.5 s', 1_500, true],
    ['>= 2min', 120_000, true],
    ['500ms..1s', 499, false],
    ['1h..2h', 5_400_000, true],
  ])('%s holds %s ms: %s', (written, value, holds) => {
    const range = durationRange(written, [], new Faults());
    expect(range !== undefined && within(range, value)).toBe(holds);
  });

  it.each([
    ['3600', 3_600, true],
    ['> 1h', 3_600, false],
    ['>= 60', 60, true],
    ['1min..2min', 90, true],
  ])('%s holds %s granted seconds: %s', (written, value, holds) => {
    const range = secondsRange(written, [], new Faults());
    expect(range !== undefined && within(range, value)).toBe(holds);
  });

  it.each(['', '-1', '1e3', '>', '..', '1..', '..2', '3 4 5', '>= x', '9999999999'])('%j is no count', (written) => {
    const faults = new Faults();
    expect(countRange(written, [], faults)).toBeUndefined();
    expect(faults.all).toHaveLength(1);
  });
});
