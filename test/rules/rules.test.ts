/**
 * Every rule against its fixtures: `fixtures/rules/<theme>/<id>/bad*` hold what it must find, marked `! id` beside
 * the first message of the evidence; `good*` look like it and must stay clean. Too many findings fail like too few.
 *
 * Comments at the top of a fixture may say more: `#! undetermined <rule> <guard>`, and `#! finding <rule> [message]` for
 * findings without a message and for fixtures that are no trace text. What trace text cannot say stands in packet text
 * (`.packets`) or hex (`.hex`): see packets.ts.
 */
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.ts';
import type { Report } from '../../src/report.ts';
import { rules } from '../../src/rules/index.ts';
import { type Fixture, fixtures, inputOf, listFiles, marksIn } from './fixtures.ts';

const SOURCES = new URL('../../src/rules/', import.meta.url);

/** One line for everything that a fixture expects, or that a report found. */
function expected(fixture: Fixture): string[] {
  const { text } = fixture;
  const lines = marksIn(fixture).flatMap((marks, message) => marks.map((rule) => `${rule} at message ${message}`));
  for (const [, words] of text.matchAll(/^#! (.+)$/gm)) {
    const [kind, rule, detail] = words.trim().split(/\s+/);
    if (kind === 'undetermined') lines.push(`${rule} undetermined ${detail}`);
    else lines.push(detail === undefined ? `${rule} without message` : `${rule} at message ${detail}`);
  }
  return lines.sort();
}

/**
 * What the fixture must say: everything of its own rule, and every error, warning or doubt of the others. Notes of others
 * and what another finding explains may be marked, and must be there then; unmarked they are not in the way.
 */
function found(report: Report, { rule: own }: Fixture, marked: readonly string[]): string[] {
  const lines = report.findings.map(({ rule, at, severity, absorbedBy }) => {
    const [first] = at;
    const line = first === undefined ? `${rule} without message` : `${rule} at message ${first.message}`;
    const counts = rule === own || (severity !== 'info' && absorbedBy === undefined) || marked.includes(line);
    return counts ? [line] : [];
  });
  return [...lines.flat(), ...report.undetermined.map(({ rule, guard }) => `${rule} undetermined ${guard}`)].sort();
}

describe('fixtures', () => {
  it.each(fixtures)('$path', async (fixture) => {
    const report = await analyze(inputOf(fixture), { path: fixture.path });
    // Some senders write the word themselves.
    const broken = fixture.text.includes('undefined') ? /NaN|\[object/ : /undefined|NaN|\[object/;
    expect(report.findings.filter(({ message }) => broken.test(message))).toEqual([]);
    const marked = expected(fixture);
    expect(found(report, fixture, marked)).toEqual(marked);
  });

  it.each(fixtures)('$path begins with a sentence and marks its rule', (fixture) => {
    expect(fixture.text).toMatch(/^# [A-Z0-9].+[.?!]\n/);
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
