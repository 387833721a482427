/** Broken files of expectations: one sentence each, with line and column and what was expected. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/exit.ts';
import { readExpectations } from '../../src/cli/expectations-file.ts';
import { ExpectationsError, parseExpectations } from '../../src/index.ts';
import { en } from '../../src/locales/en/index.ts';

const home = mkdtempSync(join(tmpdir(), 'sipsleuth-expect-'));

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

async function sentenceOf(text: string | Uint8Array): Promise<string> {
  const path = join(home, 'call.yml');
  writeFileSync(path, text);
  const error = await readExpectations(path, en).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).message.replace(path, 'call.yml');
}

const call = (entry: string) => `expectations: 1\ncalls:\n  - { ${entry} }\n`;

const broken: readonly (readonly [name: string, text: string, sentence: string])[] = [
  [
    'a misspelt word',
    'expectations: 1\ncalls:\n  - name: Alice reaches Bob\n    select: { from: alice }\n    outcome: answerd\n',
    '5:14: outcome "answerd" is not known; did you mean "answered"?',
  ],
  [
    'a misspelt word of a list',
    call('outcome: [busy, answerd]'),
    '3:23: outcome "answerd" is not known; did you mean "answered"?',
  ],
  ['a misspelt name', call('outcom: busy'), '3:7: name "outcom" is not known; did you mean "outcome"?'],
  ['a misspelt group', 'expectations: 1\ncall: []\n', '2:1: name "call" is not known; did you mean "calls"?'],
  ['a misspelt selector', call('select: { fron: alice }'), '3:17: name "fron" is not known; did you mean "from"?'],
  [
    'a misspelt delay',
    call('timings: { setpu: < 3s }'),
    '3:18: name "setpu" is not known; accepted: trying, post-dial, ring, setup, final, duration',
  ],
  ['a misspelt method', call('messages: { INVTE: 1 }'), '3:19: name "INVTE" is not known; did you mean "INVITE"?'],
  [
    'a misspelt rule',
    call('findings: { forbidden: [codec-no-overlapp] }'),
    '3:31: forbidden "codec-no-overlapp" is not known; did you mean "codec-no-overlap"?',
  ],
  [
    'a pattern of no rule',
    call('findings: { allowed: early-medium-* }'),
    '3:28: allowed "early-medium-*" fits no rule; "sipsleuth list rules" names them',
  ],
  [
    'a misspelt direction',
    call('sdp: { answer: { direction: sendrcv } }'),
    '3:35: direction "sendrcv" is not known; did you mean "sendrecv"?',
  ],
  ['no version', 'calls: []\n', '1:1: it needs "expectations"'],
  ['another version', 'expectations: 2\n', '1:15: expectations "2" must be 1, the version of this language'],
  ['nothing expected', 'expectations: 1\n', '1:1: it expects nothing'],
  ['an empty list', 'expectations: 1\ncalls: []\n', '2:8: calls expects nothing'],
  ['an empty file', '', '1:1: it must be a list of "name: value"'],
  ['a list', '- calls\n', '1:1: it must be a list of "name: value"'],
  ['a word for a call', 'expectations: 1\ncalls:\n  - alice\n', '3:5: calls[0] must be a list of "name: value"'],
  ['one call without its dash', 'expectations: 1\ncalls:\n  outcome: busy\n', '3:3: calls must be a list'],
  ['a count in words', call('count: several'), '3:14: count "several" is no count; write 3, ">= 2", "< 5" or "2..5"'],
  ['a count with a fraction', call('count: 1.5'), '3:14: count "1.5" must be a whole number or text'],
  ['a range that ends before it begins', call('count: 5..2'), '3:14: count "5..2" ends before it begins'],
  [
    'a duration without a unit',
    call('timings: { setup: < 3 }'),
    '3:25: setup "3" has no unit that is known; write 3ms, 3s, 3min or 3h',
  ],
  [
    'a number for a duration',
    call('timings: { setup: 3 }'),
    '3:25: setup "3" has no unit that is known; write 3ms, 3s, 3min or 3h',
  ],
  [
    'a duration that is never met',
    call('timings: { setup: 3s }'),
    '3:25: setup "3s" is never met exactly; write "< 3s" or a range as "1s..3s"',
  ],
  [
    'a duration in words',
    call('timings: { setup: soon }'),
    '3:25: setup "soon" is no duration; write "< 3s", ">= 500ms" or "1s..30s"',
  ],
  ['a status that there is not', call('status: 799'), '3:15: status "799" is no status; write 200, 48x, 4xx or none'],
  [
    'a word in a sequence',
    call('sequence: 100? ringing 200'),
    '3:17: sequence "ringing" is no part of a sequence; write codes and classes as 100? 18x* 200',
  ],
  [
    'a sign without a code',
    call('sequence: "? 200"'),
    '3:17: sequence "?" is no part of a sequence; write codes and classes as 100? 18x* 200',
  ],
  ['a group without its end', call('sequence: 100 (180|183 200'), '3:17: sequence has a "(" without its other half'],
  ['a group without its beginning', call('sequence: 100 180) 200'), '3:17: sequence has a ")" without its other half'],
  [
    'groups without end',
    call(`sequence: "${'('.repeat(40)}200${')'.repeat(40)}"`),
    '3:17: sequence has more than 16 groups within each other',
  ],
  [
    'a header field of no message',
    call('headers: [{ in: INVITE BYE, name: From }]'),
    '3:23: in "INVITE BYE" names no messages; write INVITE, 200, 18x or 200 BYE',
  ],
  [
    'a header field of an unknown method',
    call('headers: [{ in: INVIET, name: From }]'),
    '3:23: in "INVIET" is not known; did you mean "INVITE"?',
  ],
  ['a header field without a name', call('headers: [{ in: INVITE }]'), '3:17: headers[0] needs "name"'],
  ['no name of a header field', call('headers: [{ in: INVITE, name: "a b" }]'), '3:37: name "a b" is not known'],
  ['an index of 0', call('select: { index: 0 }'), '3:24: index "0" is out of range: the limit is 1'],
  [
    'text where a truth is expected',
    'expectations: 1\ncapture: { complete: whole }\n',
    '2:22: complete "whole" must be true or false',
  ],
  ['a name twice', 'expectations: 1\ncalls:\n  - count: 1\n    count: 2\n', '4:5: Map keys must be unique'],
  [
    'an unknown anchor',
    call('outcome: *nobody'),
    'cannot be read: Unresolved alias (the anchor must be set before the alias): nobody',
  ],
  ['no YAML', 'expectations: [1\n  : {', '1:17: Implicit keys of flow sequence pairs need to be on a single line'],
  ['a very long pattern', call(`select: { from: ${'a'.repeat(600)} }`), '3:23: from is longer than 512 characters'],
  [
    'two faults, of which the first counts',
    call('outcome: bussy, status: 799'),
    '3:16: outcome "bussy" is not known; did you mean "busy"?',
  ],
];

describe('a broken file says', () => {
  it('in many cases', () => {
    expect(broken.length).toBeGreaterThanOrEqual(40);
  });

  it.each(broken)('%s', async (_, text, sentence) => {
    const said = await sentenceOf(text);
    expect(said).toBe(`expectations call.yml${/^\d/.test(sentence) ? ':' : ' '}${sentence}`);
    expect(said).not.toMatch(/\n|undefined|NaN|\[object/);
  });

  it.each([
    ['deep nesting', `calls: ${'['.repeat(200_000)}`],
    [
      'aliases that grow',
      `a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefgh'.replace(/./g, (c, i: number) => `${c}: &${c} [${`*${'abcdefgh'[i]},`.repeat(9)}]\n`)}`,
    ],
    ['a list within itself', 'expectations: 1\ncalls: &a [*a]\n'],
    ['a name that is a list', '? [1, 2]\n: 3\n'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0, 1, 2, 3])],
    ['the names of JavaScript', 'expectations: 1\n__proto__: { a: 1 }\nconstructor: 3\n'],
    ['a file that is too large', `# ${'x'.repeat(1 << 20)}\nexpectations: 1\n`],
    ['controls', call('outcome: "\\e[2J\\0"')],
  ])('something of %s, in one sentence', async (_, text) => {
    const said = await sentenceOf(text);
    expect(said).toMatch(/^expectations call\.yml(:\d+:\d+: | cannot be read: )\S/);
    expect(said).not.toMatch(/\n/);
    expect(said.length).toBeLessThan(400);
  });

  it('that it is not there', async () => {
    await expect(readExpectations(join(home, 'none.yml'), en)).rejects.toThrow(
      /none\.yml cannot be read: no such file/,
    );
    await expect(readExpectations(home, en)).rejects.toThrow(/cannot be read: it is a directory/);
  });
});

describe('a whole file', () => {
  it('may be JSON, have anchors, and have numbers where words are usual', async () => {
    const path = join(home, 'good.yml');
    const texts = [
      '{"expectations": 1, "calls": [{"select": {"to": 100}, "status": "200", "sequence": [100, "200"], "count": "1"}]}',
      'expectations: 1\ncalls:\n  - &a { outcome: no-answer }\n  - *a\n',
      `\ufeffexpectations: 1\ncapture: { calls: "1" }\n`,
      '$schema: x\nexpectations: 1\ncapture: { calls: 1 }\n',
    ];
    for (const text of texts) {
      writeFileSync(path, text);
      const { expectations, lineOf } = await readExpectations(path, en);
      expect(expectations.expectations.length + (expectations.capture === undefined ? 0 : 1)).toBeGreaterThan(0);
      expect(lineOf(['calls', 0])).toBeGreaterThan(0);
    }
  });
});

describe('in a program', () => {
  it('the error has all faults, and names the first', async () => {
    const error = await parseExpectations({ expectations: 1, calls: [{ outcome: 'bussy', status: 799 }] }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ExpectationsError);
    expect((error as ExpectationsError).message).toMatch(
      /^calls\[0\]\.outcome: outcome "bussy" is not known; accepted: answered, busy/,
    );
    expect((error as ExpectationsError).faults).toHaveLength(1);
    await expect(parseExpectations(undefined)).rejects.toThrow('it must be a list of "name: value"');
  });
});
