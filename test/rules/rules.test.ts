/**
 * Every rule against its fixtures: `fixtures/rules/<theme>/<id>/bad*` hold what it must find, marked `! id` beside
 * the first message of the evidence; `good*` look like it and must stay clean. Too many findings fail like too few.
 *
 * Comments at the top of a fixture may say more: `#! undetermined <rule> <guard>`, and `#! finding <rule> [message]` for
 * findings without a message and for fixtures that are no trace text. What trace text cannot say stands in packet text
 * (`.packets`) or hex (`.hex`): see packets.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.ts';
import { parseTraceMarks } from '../../src/logs/trace.ts';
import type { Report } from '../../src/report.ts';
import { rules } from '../../src/rules/index.ts';
import { bytesOf, captureOf, marksOf } from './packets.ts';

const FIXTURES = new URL('../../fixtures/rules/', import.meta.url);
const SOURCES = new URL('../../src/rules/', import.meta.url);

interface Fixture {
  /** `<theme>/<rule>/<name>.<kind>`. */
  readonly path: string;
  readonly rule: string;
  readonly bad: boolean;
  readonly text: string;
}

/** How fixtures are written, by the ending of their names. */
interface Kind {
  input(text: string): Uint8Array;
  marks(text: string): readonly (readonly string[])[];
}

const kinds: Readonly<Record<string, Kind>> = {
  '.sip': { input: (text) => new TextEncoder().encode(text), marks: parseTraceMarks },
  '.packets': { input: captureOf, marks: marksOf },
  '.hex': { input: bytesOf, marks: () => [] },
};
const kindOf = (path: string): Kind => kinds[extname(path)];

function listFiles(root: URL, endings: readonly string[]): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => endings.includes(extname(path)))
    .sort();
}

const fixtures: readonly Fixture[] = listFiles(FIXTURES, Object.keys(kinds)).map((path) => ({
  path,
  rule: path.split('/')[1],
  bad: basename(path).startsWith('bad'),
  text: readFileSync(new URL(path, FIXTURES), 'utf8'),
}));

/** One line for everything that a fixture expects, or that a report found. */
function expected({ path, text }: Fixture): string[] {
  const lines = kindOf(path)
    .marks(text)
    .flatMap((marks, message) => marks.map((rule) => `${rule} at message ${message}`));
  for (const [, words] of text.matchAll(/^#! (.+)$/gm)) {
    const [kind, rule, detail] = words.trim().split(/\s+/);
    if (kind === 'undetermined') lines.push(`${rule} undetermined ${detail}`);
    else lines.push(detail === undefined ? `${rule} without message` : `${rule} at message ${detail}`);
  }
  return lines.sort();
}

function found(report: Report): string[] {
  return [
    ...report.findings.map(({ rule, at }) => {
      const [first] = at;
      return first === undefined ? `${rule} without message` : `${rule} at message ${first.message}`;
    }),
    ...report.undetermined.map(({ rule, guard }) => `${rule} undetermined ${guard}`),
  ].sort();
}

describe('fixtures', () => {
  it.each(fixtures)('$path', async (fixture) => {
    const report = await analyze(kindOf(fixture.path).input(fixture.text), { path: fixture.path });
    expect(report.findings.filter(({ message }) => /undefined|NaN|\[object/.test(message))).toEqual([]);
    expect(found(report)).toEqual(expected(fixture));
  });

  it.each(fixtures)('$path begins with a sentence and marks its rule', (fixture) => {
    expect(fixture.text).toMatch(/^# [A-Z].+[.?!]\n/);
    const own = expected(fixture).filter((line) => line.startsWith(`${fixture.rule} `));
    const marked = own.filter((line) => !line.includes(' undetermined '));
    if (fixture.bad) expect(marked.length).toBeGreaterThan(0);
    else expect(marked).toEqual([]);
  });
});

/** A word twice in a row, as broken joins leave it. */
const DOUBLED = /\b(\p{L}+)\s+\1\b/iu;

describe.each(rules)('$id', (rule) => {
  const sources = listFiles(SOURCES, ['.ts']).filter((path) => basename(path) === `${rule.id}.ts`);
  const own = fixtures.filter((fixture) => fixture.rule === rule.id);

  it('has its file and fixtures in one theme folder', () => {
    expect(sources).toHaveLength(1);
    const [theme] = sources[0].split('/');
    expect(own.every(({ path }) => path.startsWith(`${theme}/`))).toBe(true);
    expect(own.filter(({ bad }) => bad).length).toBeGreaterThanOrEqual(1);
    expect(own.filter(({ bad }) => !bad).length).toBeGreaterThanOrEqual(2);
  });

  it('names its sources', () => {
    if (rule.scope !== 'capture') expect(rule.spec.length).toBeGreaterThan(0);
    for (const entry of rule.spec) expect(entry).toMatch(/^RFC \d{4} §\d/);
  });

  it('speaks in whole sentences', () => {
    const { title, example } = rule;
    const sentences = [rule.why(example), rule.message(example), rule.limits?.(example) ?? '', ...rule.fix(example)];
    expect(title).not.toMatch(/[.!?]$/);
    expect(rule.fix(example).length).toBeGreaterThan(0);
    for (const text of [title, ...sentences]) expect(text).not.toMatch(DOUBLED);
    for (const text of sentences.filter((one) => one !== '')) expect(text).toMatch(/^\S.*[.?]$/);
  });
});

it('has no fixtures without a rule', () => {
  const ids = new Set(rules.map(({ id }) => id));
  expect(fixtures.filter(({ rule }) => !ids.has(rule))).toEqual([]);
});

it('lists each rule once', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});
