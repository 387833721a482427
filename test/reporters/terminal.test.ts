/** The terminal report at every width: no line is wider than the terminal, whatever stands in the trace. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { causes } from '../../src/catalogue/causes.ts';
import { statuses } from '../../src/catalogue/statuses.ts';
import { analyze } from '../../src/index.ts';
import { en } from '../../src/locales/en/index.ts';
import type { Report, ReportCall } from '../../src/report.ts';
import { terminal } from '../../src/reporters/terminal/index.ts';
import { showPage } from '../../src/reporters/terminal/page.ts';
import { columns } from '../../src/reporters/terminal/text.ts';
import { rules } from '../../src/rules/index.ts';

const root = join(import.meta.dirname, '../../fixtures');

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(root, folder, name))
    .sort();
}

const captures = filesUnder('captures', '.pcap');
const others = [...filesUnder('logs', '.log'), ...filesUnder('rules', '.sip')];
const reports = new Map<string, Report>();

beforeAll(async () => {
  for (const path of [...captures, ...others]) {
    reports.set(path, await analyze(readFileSync(path), { path, messages: 'all' }));
  }
});

function reportOf(path: string): Report {
  const report = reports.get(path);
  if (report === undefined) throw new Error(`${path} was not analysed`);
  return report;
}

function write(report: Report, width: number, color = false): string[] {
  const options = { locale: en, color, width, limitCalls: 0, limitLines: 0, failOn: 'error' as const };
  return [...terminal.write(report, options)].join('').split('\n').slice(0, -1);
}

const bare = (line: string) => line.replace(/\x1b\[\d+m/g, '');

/** Lines that do not fit, with what should never be printed. */
function faultsOf(lines: readonly string[], width: number): string[] {
  return lines.filter(
    (line) =>
      columns(bare(line)) > width ||
      /[\u00a0\x00-\x1f\x7f]/.test(bare(line)) ||
      /undefined|NaN|\[object|Infinity/.test(line) ||
      / -\d+(\.\d+)? (ms|s|min|h)\b/.test(line) ||
      / $/.test(bare(line)),
  );
}

const widths = Array.from({ length: 81 }, (_, i) => 40 + i);

describe('no line is wider than the terminal', () => {
  it.each(captures.map((path) => [path.slice(root.length + 1), path]))('%s', (_, path) => {
    for (const width of widths) expect(faultsOf(write(reportOf(path), width), width), `${width}`).toEqual([]);
    expect(faultsOf(write(reportOf(path), 40, true), 40), 'coloured').toEqual([]);
  });

  it('nor of any log or example of a rule', () => {
    for (const path of others) {
      for (const width of [40, 57, 60, 80, 120]) {
        expect(faultsOf(write(reportOf(path), width), width), `${path} ${width}`).toEqual([]);
      }
    }
  });
});

describe('a report says the same in colour', () => {
  it.each(captures.map((path) => [path.slice(root.length + 1), path]))('%s', (_, path) => {
    expect(write(reportOf(path), 80, true).map(bare)).toEqual(write(reportOf(path), 80));
  });
});

describe('no line of a page of explain is wider than the terminal', () => {
  const pages = [
    ...statuses.flatMap(({ code }) => [
      en.pages.status(code),
      en.pages.comparison(code, 503),
      en.pages.sequence([100, 183, code]),
    ]),
    ...causes.map(({ code }) => en.pages.cause(code)),
    ...rules.map(en.pages.rule),
  ];

  it.each([40, 57, 80, 120])('of %d columns', (width) => {
    for (const page of pages) expect(faultsOf([...showPage(page, width, false)], width), page.title).toEqual([]);
  });
});

// ── What a trace can hold ────────────────────────────────────────────────────────────────────────────────────────

/** Names, times and messages of a call, put in the place of those of a real one. */
interface Odd {
  readonly name: string;
  readonly host: string;
  readonly startLine: string;
  /** ms */
  readonly jump: number;
  readonly phrase: string;
  readonly marks: number;
  readonly self: boolean;
}

const odd: fc.Arbitrary<Odd> = fc.record({
  name: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constant('x'.repeat(150)), fc.constant('')),
  host: fc.oneof(fc.ipV4(), fc.ipV6(), fc.constant('2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff'), fc.domain()),
  startLine: fc.oneof(
    fc.constantFrom('SIP/2.0', 'SIP/2.0 ', 'SIP/2.0 486', '', ' ', 'INVITE', '名前 sip:話@例 SIP/2.0', '\x1b[31mRED'),
    fc.string({ unit: 'binary', maxLength: 120 }),
  ),
  jump: fc.oneof(fc.constantFrom(-2e14, -1, 0, 5e8, 7e11), fc.integer({ min: -1e6, max: 1e6 })),
  phrase: fc.string({ unit: 'grapheme', maxLength: 80 }),
  marks: fc.integer({ min: 0, max: 30 }),
  self: fc.boolean(),
});

function moved(time: string, ms: number): string {
  const to = Math.max(0, Math.min(Date.parse(`${time.slice(0, 23)}Z`) + ms, 253_402_300_799_000));
  return `${new Date(to).toISOString().slice(0, 23)}000Z`;
}

function strange(call: ReportCall, { name, host, startLine, jump, phrase, self }: Odd): ReportCall {
  const endpoint = host.includes(':') ? `[${host}]:5060` : `${host}:5060`;
  const first = call.messages[0]?.source ?? '';
  return {
    ...call,
    from: name,
    parties: call.parties.map((party, i) => (i === 1 ? { ...party, address: host } : party)),
    steps: call.steps.map((step, i) => (i === 1 ? { ...step, phrase, delta: jump } : step)),
    timings: { ...call.timings, final: jump, duration: jump },
    messages: call.messages.map((message, i) => ({
      ...message,
      time: i === 2 ? moved(message.time, jump) : message.time,
      startLine: i === 3 ? startLine : message.startLine,
      source: message.source === first ? message.source : endpoint,
      destination: self && i === 1 ? message.source : message.destination === first ? message.destination : endpoint,
    })),
  };
}

/** Many findings that point at one message. */
function crowded(report: Report, marks: number): Report {
  const [finding] = report.findings;
  if (finding === undefined) return report;
  const findings = [...report.findings, ...Array.from({ length: marks }, () => ({ ...finding }))];
  const all = findings.map((_, i) => i);
  return { ...report, findings, calls: report.calls.map((call, i) => (i === 0 ? { ...call, findings: all } : call)) };
}

describe('whatever a trace holds', () => {
  it('it fits, and no time is negative or absurd', () => {
    fc.assert(
      fc.property(fc.constantFrom(...captures), odd, fc.integer({ min: 40, max: 120 }), (path, one, width) => {
        const report = crowded(reportOf(path), one.marks);
        const lines = write({ ...report, calls: report.calls.map((call) => strange(call, one)) }, width);
        expect(faultsOf(lines, width)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('of a width that nothing fits into, the narrowest that works is taken', () => {
    const path = captures[0];
    for (const width of [0, 1, 20, 39]) expect(faultsOf(write(reportOf(path), width), 40)).toEqual([]);
  });
});
