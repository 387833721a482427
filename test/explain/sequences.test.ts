/**
 * Every fixtures/sequences/<group>/<name>.sip against the facts of <name>.facts.json, which a person decided from the RFC,
 * and against the story that the terminal tells, <name>.story.txt. `UPDATE_GOLDENS=1` rewrites the stories: read what it
 * wrote. `named` holds the sequences that have a text of their own, `unlisted` some of those that are composed.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.ts';
import { en } from '../../src/locales/en/index.ts';
import { languages, localeOf } from '../../src/locales/languages.ts';
import type { Report, ReportCall } from '../../src/report.ts';
import { terminal } from '../../src/reporters/terminal/index.ts';

const folder = join(import.meta.dirname, '../../fixtures/sequences');
const groups = ['named', 'unlisted'] as const;
const names = groups.flatMap((group) =>
  readdirSync(join(folder, group))
    .filter((name) => name.endsWith('.sip'))
    .map((name) => `${group}/${name.slice(0, -'.sip'.length)}`)
    .sort(),
);

interface CallFacts {
  readonly outcome: string;
  readonly sequence: readonly number[];
  /** Address of the host that decided: it made the final response, cancelled, or fell silent. */
  readonly decider: string;
  /** Numbers of messages that prove it. */
  readonly evidence: readonly number[];
  /** A remedy or a next check is named. */
  readonly advice: boolean;
  /** Patterns of what the story must say. */
  readonly says: readonly string[];
  /** Patterns of what it must not claim. */
  readonly never: readonly string[];
}

interface Facts {
  /** What happens, in one sentence. */
  readonly title: string;
  /** Where it is laid down. */
  readonly spec: string;
  readonly calls: readonly CallFacts[];
  readonly registrations?: readonly object[];
  readonly subscriptions?: readonly object[];
  readonly transactions?: readonly object[];
}

/** All that is said of a call. */
function storyOf({ verdict, steps, findings, legs }: ReportCall, report: Report): string {
  const own = findings.map((index) => report.findings[index]);
  return [
    verdict.text,
    verdict.advice,
    ...legs.map(({ text }) => text),
    ...steps.flatMap(({ text, description }) => [text, description ?? '']),
    ...own.flatMap(({ title, message, fix }) => [title, message, ...fix]),
  ].join('\n');
}

function factsOf(call: ReportCall, report: Report, expected: CallFacts): CallFacts {
  const story = storyOf(call, report);
  const { args, at, advice } = call.verdict;
  const evidence = at.map(({ message }) => message);
  const fixes = call.findings.flatMap((index) => report.findings[index].fix);
  return {
    outcome: call.outcome,
    sequence: call.sequence,
    decider: String(args.host ?? ''),
    evidence: expected.evidence.filter((message) => evidence.includes(message)),
    advice: advice !== '' || fixes.length > 0,
    says: expected.says.filter((pattern) => new RegExp(pattern, 'i').test(story)),
    never: expected.never.filter((pattern) => !new RegExp(pattern, 'i').test(story)),
  };
}

/** A call told in one line says more in the other reports. */
function goldenOf(report: Report): string {
  const options = { locale: en, color: false, width: 100, limitCalls: 20, limitLines: 50, failOn: 'error' as const };
  const verdicts = report.calls.map(({ id, verdict: { text, advice } }) =>
    [`\ncall ${id + 1}: ${text}`, ...(advice === '' ? [] : [`What to do: ${advice}`]), ''].join('\n'),
  );
  return [...terminal.write(report, options), ...verdicts].join('');
}

describe.each(names)('%s', (name) => {
  const facts: Facts = JSON.parse(readFileSync(join(folder, `${name}.facts.json`), 'utf8'));
  let report: Report;

  beforeAll(async () => {
    report = await analyze(readFileSync(join(folder, `${name}.sip`)), { path: `${name}.sip` });
  });

  it('is understood as a person understands it', () => {
    expect(report.calls).toHaveLength(facts.calls.length);
    expect(report.calls.map((call, i) => factsOf(call, report, facts.calls[i]))).toEqual(facts.calls);
    for (const kind of ['registrations', 'subscriptions', 'transactions'] as const) {
      const items = report[kind].map((item) => ({
        ...item,
        findings: item.findings.map((index) => report.findings[index].rule),
      }));
      expect(items).toHaveLength(facts[kind]?.length ?? 0);
      expect(items).toMatchObject(facts[kind] ?? []);
    }
  });

  it('is told as its golden story tells it', () => {
    const path = join(folder, `${name}.story.txt`);
    const story = goldenOf(report);
    if (env.UPDATE_GOLDENS === '1') writeFileSync(path, story);
    expect(existsSync(path), `${name}.story.txt is missing: UPDATE_GOLDENS=1 writes it`).toBe(true);
    expect(story).toBe(readFileSync(path, 'utf8'));
  });
});

/** Stories that bring together what is composed: branches, queues, timers, legs, hops that change codes. */
const told = [
  'named/early-media-busy-everywhere',
  'named/early-media-busy-everywhere-fast',
  'named/abandoned-at-60s',
  'named/diverted-rang-out',
  'named/fork-branch-ended-199',
  'named/prack-missing',
  'named/precondition-failed',
  'named/queued',
  'named/ringing-then-announcement',
  'named/trying-only',
  'unlisted/503-becomes-500',
  'unlisted/alternative-service',
  'unlisted/b2bua-changes-code',
  'unlisted/cancelled-by-proxy-at-120s',
  'unlisted/cancelled-during-early-media',
  'unlisted/expires-30',
  'unlisted/two-challengers',
];

describe.each(languages.filter((tag) => tag !== 'en'))('in %s', (tag) => {
  it('stories are told as the golden tells them, for people to read', async () => {
    const locale = await localeOf(tag);
    const stories: string[] = [];
    for (const name of told) {
      const report = await analyze(readFileSync(join(folder, `${name}.sip`)), { path: name, messages: 'all', locale });
      for (const call of report.calls) {
        const { verdict, legs, steps } = call;
        stories.push(`# ${name}, ${call.id + 1}`, verdict.text, verdict.advice, ...legs.map(({ text }) => text));
        stories.push(...steps.map(({ status, text }) => `- ${status === 0 ? '' : `${status} `}${text}`), '');
      }
    }
    const path = join(folder, 'languages', `${tag}.txt`);
    if (env.UPDATE_GOLDENS === '1') {
      mkdirSync(join(folder, 'languages'), { recursive: true });
      writeFileSync(path, stories.join('\n'));
    }
    expect(stories.join('\n')).toBe(readFileSync(path, 'utf8'));
  });
});

describe('fixtures/sequences', () => {
  it('holds every sequence with its facts and its story, and nothing else', () => {
    const wanted = names.flatMap((name) => [`${name}.facts.json`, `${name}.sip`, `${name}.story.txt`]);
    const found = groups.flatMap((group) => readdirSync(join(folder, group)).map((name) => `${group}/${name}`));
    expect(found.sort()).toEqual(wanted.sort());
  });

  it('holds at least the named sequences of every kind, and thirty that are not named', () => {
    expect(names.filter((name) => name.startsWith('named/')).length).toBeGreaterThanOrEqual(20);
    expect(names.filter((name) => name.startsWith('unlisted/')).length).toBeGreaterThanOrEqual(30);
  });
});
