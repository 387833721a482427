/** Drafts: the trace that one was made of meets it, whatever the trace says. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeDraft } from '../../src/cli/expectations-draft.ts';
import { generous } from '../../src/expect/draft.ts';
import { draftSequence } from '../../src/expect/draft-sequence.ts';
import type { ExpectationsFile } from '../../src/expect/language.ts';
import { parseExpectations } from '../../src/expectations.ts';
import { checkExpectations, type Report } from '../../src/index.ts';
import { readTrace } from '../../src/node/trace.ts';

const root = join(import.meta.dirname, '../../fixtures/captures');
const captures = readdirSync(root).filter((name) => name.endsWith('.pcap'));

async function draftOf(report: Report): Promise<{ readonly text: string; readonly file: ExpectationsFile }> {
  const text = await writeDraft(report);
  const file: ExpectationsFile = parse(text);
  // Whoever may name a file of expectations so gets what is wrong with it, here nothing.
  const result = checkExpectations(parseExpectations(file), report);
  const failed = result.expectations.filter(({ pass }) => !pass);
  expect(failed, text).toEqual([]);
  return { text, file };
}

describe('a draft', () => {
  it.each(captures)('of %s is met by it', async (name) => {
    const report = await readTrace(join(root, name));
    const { text } = await draftOf(report);
    expect((await draftOf(report)).text).toBe(text);
  });

  it('of all captures together is met by them', async () => {
    const { file } = await draftOf(await readTrace(root));
    expect(file.calls?.length).toBeGreaterThan(5);
  });

  it('names what a person would', async () => {
    const { file } = await draftOf(await readTrace(join(root, 'answered-call.pcap')));
    expect(file).toEqual({
      expectations: 1,
      calls: [
        {
          name: 'alice@example.com calls bob@example.com',
          select: { from: '=alice@example.com', to: '=bob@example.com' },
          count: 1,
          outcome: 'answered',
          status: 200,
          sequence: '100? 180+ 200',
          timings: { 'post-dial': '< 500ms', setup: '< 5s' },
          sdp: { codec: 'PCMA' },
          findings: { allowed: [] },
        },
      ],
      capture: { calls: 1, complete: true, findings: { allowed: [] } },
    });
  });

  it('tells calls of the same users apart where they came out differently', async () => {
    const report = await readTrace([join(root, 'answered-call.pcap'), join(root, 'busy-486.pcap')]);
    const { file } = await draftOf(report);
    expect(file.calls?.map(({ select, outcome }) => ({ select, outcome }))).toMatchObject([
      { select: { index: 1 }, outcome: 'answered' },
      { select: { index: 2 }, outcome: 'busy' },
    ]);
    const { file: alike } = await draftOf(await readTrace(join(root, 'server-overload-503.pcap')));
    expect(alike.calls).toMatchObject([{ count: 12, status: 503 }]);
  });

  it('explains itself, once', async () => {
    const { text } = await draftOf(await readTrace(join(root, 'transfer-failed.pcap')));
    const comments = text.split('\n').filter((line) => /^\s*#/.test(line));
    expect(comments.length).toBeGreaterThan(6);
    expect(new Set(comments).size).toBe(comments.length);
    expect(text).toMatch(/^# yaml-language-server: \$schema=\S+expectations\.schema\.json\n/);
  });
});

describe('a trace of hostile words', () => {
  it.each([
    ['a colon and a comment', 'a: b # c'],
    ['a list', '- x\n- y'],
    ['a document end', '...\n---\n'],
    ['an anchor, an alias, a tag', '&a *a !!js/function'],
    ['quotes', `"'\\"'`],
    ['controls', '\u0000\u0007\u001b[2J\u0085\u2028\u2029\u202e\ufeff'],
    ['wildcards', '*a*b*'],
    ['an equals sign', '=a'],
    ['a number', '1e3'],
    ['a truth', 'yes'],
    ['nothing', ''],
    ['characters of two halves', `${'😀'.repeat(400)}`],
    ['characters of two halves, moved by one', `x${'😀'.repeat(400)}`],
    ['something very long', `${'x'.repeat(2_000)}*`],
    ['a percent sign and braces', '%YAML 1.1 {a: [b'],
    ['blanks around', '  a  '],
    ['half a character', '\ud800'],
    ['line ends', 'a\r\nb\rc'],
  ])('gives a whole file: %s', async (_, text) => {
    const report = await readTrace([join(root, 'transfer-failed.pcap'), join(root, 'registered.pcap')]);
    const hostile: Report = {
      ...report,
      calls: report.calls.map((call, i) => ({ ...call, from: text, to: i === 0 ? text : `${text}2`, callIds: [text] })),
      registrations: report.registrations.map((one) => ({ ...one, aor: text })),
    };
    const { file, text: written } = await draftOf(hostile);
    expect(file.calls?.length).toBe(2);
    // Nothing of the trace stands in a comment, and nothing acts on a terminal.
    expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

it('a flood of different calls gives a whole file', async () => {
  const report = await readTrace(join(root, 'answered-call.pcap'));
  const [call] = report.calls;
  const calls = Array.from({ length: 3_000 }, (_, id) => ({
    ...call,
    id,
    from: `user${id}@example.com`,
    finalStatus: 200 + (id % 400),
    sequence: [100, 180 + (id % 10), 200 + (id % 400)],
    messages: call.messages.map((one) => ({ ...one, text: one.text.replaceAll('PCMA', `X${id}`) })),
  }));
  const flood = { ...report, calls, summary: { ...report.summary, calls: calls.length } };
  const { file, text } = await draftOf(flood);
  expect(file.calls).toHaveLength(1);
  expect(text.length).toBeLessThan(20_000);
});

it('a call with more messages than a report lists gives a whole file', async () => {
  const report = await readTrace(join(root, 'answered-call.pcap'));
  const { file } = await draftOf({ ...report, calls: report.calls.map((one) => ({ ...one, messageCount: 9_000 })) });
  expect(file.calls?.[0].sdp).toBeUndefined();
});

describe('pieces', () => {
  it.each([
    [0, '< 100ms'],
    [49, '< 100ms'],
    [152, '< 500ms'],
    [500, '< 1s'],
    [2_156, '< 5s'],
    [31_000, '< 100s'],
  ])('%s ms is generously %s', (ms, text) => {
    expect(generous(ms)).toBe(text);
  });

  it.each([
    [[[100, 180, 200]], '100? 180+ 200'],
    [[[100, 180, 180, 180, 200]], '100? 180+ 200'],
    [[[407, 100, 183, 180, 200]], '407 100? 183+ 180+ 200'],
    [[[100, 302, 100, 200]], '100* 302 100* 200'],
    [[[]], 'none'],
    [[[100, 486], [486]], '(100? 486) | (486)'],
    [[[999]], undefined],
  ] as const)('%j is %s', (sequences, pattern) => {
    expect(draftSequence(sequences)).toBe(pattern);
  });
});
