/**
 * Args are data in no language, so that any language can make sentences of them: numbers, keys in kebab case, addresses,
 * names and texts of the trace, and lists of these. English begins in the words of a rule.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headerFields } from '../../src/catalogue/header-fields.ts';
import { analyze } from '../../src/index.ts';
import type { Args, Value } from '../../src/model.ts';
import { rules } from '../../src/rules/index.ts';
import { fixtures, inputOf } from './fixtures.ts';

/** Args that hold what somebody in the trace wrote, in whatever language. */
const quoted: Readonly<Record<string, string>> = {
  agent: 'User-Agent',
  line: 'status and reason phrase',
  ownPhrase: 'reason phrase',
  phrase: 'reason phrase',
  product: 'User-Agent or Server',
  reason: 'Reason, Warning or the reason of a Subscription-State',
  reasonText: 'text of a Reason',
  releaseReasonText: 'text of a Reason',
  sign: 'status and reason phrase',
  status: 'status and reason phrase, where it is no number',
  text: 'text of a Reason, reason phrase or verstat',
  warning: 'Warning',
  warningText: 'Warning',
};

/** Args of several parts of the trace with blanks between them. */
const composed: Readonly<Record<string, string>> = {
  answered: 'tag and suite of an SDES key',
  before: 'o= line, RAck',
  chosen: 'TLS 1.2',
  given: 'several values of a parameter',
  missing: 'Require: 100rel',
  now: 'o= line',
  offered: 'tags and suites of SDES keys, TLS 1.2',
  other: 'an address and who answers there, a method and its CSeq number',
  path: 'addresses with > between them',
  rack: 'RAck',
  sent: 'RAck',
  server: 'an address and who answers there',
  value: 'a header field, claims that a PASSporT lacks',
  wanted: 'several values of a parameter',
};

const functionWords = new Set(
  (
    'a about after again all an and another any are as at because before behind between but by each either else for from has have ' +
    'how if in instead into is it its least less more most neither no none nor not nothing of on once one only or other others ' +
    'out over so still such than that the their then there these they this those to too twice under until up upon was were ' +
    'what when where which while who whose will with within without'
  ).split(' '),
);

/** What a sentence says in place of a value that is not there: an arg is empty then. */
const placeholders = /^(?:none|nothing|missing|absent|unset|unknown|unreadable)$/i;

/** Args that are no keys: their values come from the trace, or are empty. */
const fromTrace = [
  'answerers',
  'contact',
  'expected',
  'known',
  'used',
  'supported',
  'offered',
  'prefixes',
  ...Object.keys(quoted),
];

function* stringsOf(value: Value, name: string): Iterable<readonly [name: string, text: string]> {
  if (typeof value === 'string') yield [name, value];
  else if (Array.isArray(value))
    for (const one of value) yield* typeof one === 'string' ? stringsOf(one, name) : stringsIn(one);
}

function* stringsIn(args: Args): Iterable<readonly [name: string, text: string]> {
  for (const [name, value] of Object.entries(args)) yield* stringsOf(value, name);
}

const isHeaderField = (text: string) => headerFields.some(({ name }) => name === text);

function faultsOf(owner: string, args: Args): string[] {
  const faults: string[] = [];
  for (const [name, text] of stringsIn(args)) {
    const shown = `${owner}: ${name} ${JSON.stringify(text)}`;
    if (fromTrace.includes(name) && placeholders.test(text)) faults.push(`${shown} stands for no value`);
    if (name in quoted || isHeaderField(text) || !/\s/.test(text)) continue;
    if (!(name in composed)) faults.push(`${shown} has blanks`);
    const word = text.split(/[\s,;:()]+/).find((one) => functionWords.has(one.toLowerCase()));
    if (word !== undefined) faults.push(`${shown} says "${word}"`);
  }
  return faults;
}

const root = join(import.meta.dirname, '../..');
const inputs = ['fixtures/captures', 'fixtures/logs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:pcap|pcapng|log)$/.test(name))
    .map((name) => `${folder}/${name}`)
    .sort(),
);

async function faultsIn(path: string, bytes: Uint8Array): Promise<string[]> {
  const { findings, calls } = await analyze(bytes, { path, messages: 'none' });
  return [
    ...findings.flatMap(({ rule, args }) => faultsOf(rule, args)),
    ...calls.flatMap(({ verdict: { key, args } }) => faultsOf(`verdict ${key}`, args)),
  ];
}

describe('args are in no language', () => {
  it.each(rules)('in the example of $id', ({ id, example }) => {
    expect(faultsOf(id, example)).toEqual([]);
  });

  it.each(fixtures)('in $path', async (fixture) => {
    expect(await faultsIn(fixture.path, inputOf(fixture))).toEqual([]);
  });

  it.each(inputs)('in %s', async (path) => {
    expect(await faultsIn(path, readFileSync(join(root, path)))).toEqual([]);
  });

  it('and what is not is seen', () => {
    expect(faultsOf('x', { split: '9 s for 192.0.2.9:5060 (no answer)' })).toEqual([
      'x: split "9 s for 192.0.2.9:5060 (no answer)" has blanks',
      'x: split "9 s for 192.0.2.9:5060 (no answer)" says "for"',
    ]);
    expect(faultsOf('x', { parts: [{ what: '183 response' }], value: 'a and b' })).toEqual([
      'x: what "183 response" has blanks',
      'x: value "a and b" says "a"',
    ]);
    expect(faultsOf('x', { expected: ['none'], kind: 'none', field: 'To', phrase: 'Not Found' })).toEqual([
      'x: expected "none" stands for no value',
    ]);
  });
});
