/** Expectations over fixtures: each case of cases.ts, and what does not depend on a fixture. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Check } from '../../src/expect/probe.ts';
import { parseExpectations } from '../../src/expectations.ts';
import { checkExpectations, type ExpectationsResult } from '../../src/index.ts';
import { en } from '../../src/locales/en/index.ts';
import { readTrace } from '../../src/node/trace.ts';
import { cases } from './cases.ts';

const root = join(import.meta.dirname, '../../fixtures');

const read = (text: string) => parseExpectations(parse(`expectations: 1\n${text}`));

/** What fails, a line each. */
function failuresOf({ expectations }: ExpectationsResult): string[] {
  const lines = (lead: string, checks: readonly Check[]) =>
    checks.filter(({ pass }) => !pass).map((check) => `${lead}${check.what}: ${en.expectations.check(check)}`);
  return expectations
    .filter(({ pass }) => !pass)
    .flatMap(({ checks, subjects }) => [
      ...lines('', checks),
      ...subjects.flatMap(({ subject, checks }) => lines(`${subject.kind} ${subject.id + 1}: `, checks)),
    ]);
}

describe('expectations', () => {
  it('have a case for all that matters', () => {
    expect(cases.length).toBeGreaterThanOrEqual(80);
    expect(cases.filter(({ fails }) => fails.length > 0).length).toBeGreaterThanOrEqual(40);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_, { trace, file, fails }) => {
    const result = checkExpectations(read(file), await readTrace(join(root, trace)));
    expect(failuresOf(result)).toEqual(fails);
    expect(result.pass).toBe(fails.length === 0);
    expect(result.passed + result.failed).toBe(result.expectations.length);
  });
});

describe('what cannot be seen does not pass', () => {
  const path = join(root, 'captures/answered-call.pcap');

  it.each([
    ['headers: [{ in: INVITE, name: X-Not-There, present: false }]', 'headers[0]'],
    ['messages: { retransmissions: 0 }', 'messages.retransmissions'],
    ['sdp: { answer: { present: false } }', 'sdp'],
    ['select: { user-agent: nobody }, count: 0', 'select'],
  ])('%s in a report without messages', async (entry, what) => {
    const report = await readTrace(path, { messages: 'flagged' });
    const result = checkExpectations(read(`calls: [{ ${entry} }]`), report);
    const said = `${what}: the report does not list the messages; analyse with messages: all`;
    expect(failuresOf(result).map((line) => line.replace(/^call 1: /, ''))).toEqual([said]);
  });

  it('calls that the report counts but does not list', async () => {
    const report = await readTrace(path);
    const { summary } = report;
    const flood = { ...report, summary: { ...summary, omitted: { ...summary.omitted, calls: 7 } } };
    const result = checkExpectations(read('calls: [{ outcome: answered }]'), flood);
    expect(failuresOf(result)).toEqual(['select: 7 calls of this trace, being too many, could not be checked']);
  });

  it('a list of messages that was cut', async () => {
    const report = await readTrace(path);
    const [call] = report.calls;
    const cut = { ...report, calls: [{ ...call, messages: call.messages.slice(0, 2) }] };
    const result = checkExpectations(read('calls: [{ messages: { BYE: 0, total: 7 } }]'), cut);
    expect(failuresOf(result)).toEqual(['call 1: messages.BYE: only 2 of 7 messages are listed: too few to tell']);
  });
});

describe('results', () => {
  it('are plain data, the same each time', async () => {
    const report = await readTrace(join(root, 'captures/busy-486.pcap'));
    const file = read('calls: [{ name: Bob, sequence: 200 }]\ncapture: { calls: 1 }');
    const result = checkExpectations(file, report);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(checkExpectations(file, report)).toEqual(result);
    expect(result.expectations[0]).toMatchObject({
      name: 'Bob',
      path: ['calls', 0],
      pass: false,
      subjects: [{ subject: { kind: 'call', id: 0 }, pass: false, checks: [{ what: 'sequence', at: [1] }] }],
    });
  });
});
