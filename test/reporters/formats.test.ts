/** Formats for programs and pipelines: well-formed for every fixture, and never a command of the trace's own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readViewer } from '../../src/cli/viewer.ts';
import { analyze } from '../../src/index.ts';
import { en } from '../../src/locales/en/index.ts';
import type { Report } from '../../src/report.ts';
import { csv } from '../../src/reporters/csv.ts';
import { github } from '../../src/reporters/github.ts';
import { reporters } from '../../src/reporters/index.ts';
import { junit } from '../../src/reporters/junit.ts';
import { markdown } from '../../src/reporters/markdown.ts';
import type { Reporter, ReporterOptions } from '../../src/reporters/reporter.ts';
import { sarif } from '../../src/reporters/sarif.ts';

const root = join(import.meta.dirname, '../../fixtures');
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(pcap|pcapng|log|sip)$/.test(name))
  .sort();
const reports = new Map<string, Report>();

beforeAll(async () => {
  for (const path of paths) reports.set(path, await analyze(readFileSync(join(root, path)), { path }));
  // There are hundreds of them.
}, 120_000);

const options: ReporterOptions = {
  locale: en,
  color: false,
  width: 80,
  limitCalls: 20,
  limitLines: 50,
  failOn: 'error',
  viewer: readViewer,
};
const write = (reporter: Reporter, report: Report, other: Partial<ReporterOptions> = {}) =>
  [...reporter.write(report, { ...options, ...other })].join('');

function reportOf(path: string): Report {
  const report = reports.get(path);
  if (report === undefined) throw new Error(`${path} was not analysed`);
  return report;
}

const hostile = [
  '</failure><script>alert(1)</script>',
  '=HYPERLINK("http://192.0.2.66/","x")',
  '\x1b[2J\x00\x07\u202e\u2028\ufffe\ud800',
  '::error::pwned\n::stop-commands::x',
  '|`x`](http://192.0.2.66) @everyone #1 <b>&amp;',
  'a,"b";\'c\'\r\nd',
];

/** The same trouble with one hostile string wherever a trace has a say. */
function poisoned(text: string): Report {
  const report = reportOf('captures/bye-unanswered.pcap');
  const at = (one: Report['findings'][number]['at'][number]) => ({ ...one, startLine: text, source: text });
  return {
    ...report,
    inputs: report.inputs.map((input) => ({ ...input, path: text })),
    calls: report.calls.map((call) => ({
      ...call,
      from: text,
      to: text,
      callIds: [text],
      verdict: { ...call.verdict, text, advice: text },
    })),
    findings: report.findings.map((one) => ({ ...one, message: text, why: text, fix: [text], at: one.at.map(at) })),
  };
}

// ── XML ──────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/** Reads what junit.ts may write, and nothing else; anything not well-formed (XML 1.0 §2) throws. */
function readXml(text: string): Element {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(head)) throw new Error('no XML declaration');
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error('character outside of XML');
  const document: Element = { name: '', attributes: {}, children: [] };
  const open = [document];
  const token = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)>|([^<]+)/y;
  token.lastIndex = head.length;
  while (token.lastIndex < text.length) {
    const [, end, name, attributes, data] = token.exec(text) ?? [];
    if (name === undefined && data === undefined) throw new Error('not well-formed');
    if (/&(?!(amp|lt|gt|quot|apos);)/.test(data ?? attributes)) throw new Error('bare ampersand');
    if (data !== undefined) continue;
    if (end === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
    const element: Element = { name, attributes: Object.fromEntries(pairs), children: [] };
    open[open.length - 1].children.push(element);
    open.push(element);
  }
  if (open.length !== 1 || document.children.length !== 1) throw new Error('not one element');
  return document.children[0];
}

/** What the schema that Jenkins publishes asks of the tree: names, required attributes, numbers. */
function faultsOfJunit(element: Element): string[] {
  const required: Readonly<Record<string, readonly string[]>> = {
    testsuites: ['name', 'tests', 'failures', 'errors', 'time'],
    testsuite: ['name', 'tests', 'failures', 'errors', 'skipped', 'time'],
    testcase: ['name', 'classname', 'time'],
    failure: ['message', 'type'],
    'system-out': [],
  };
  const within: Readonly<Record<string, readonly string[]>> = {
    testsuites: ['testsuite'],
    testsuite: ['testcase'],
    testcase: ['failure', 'system-out'],
  };
  const faults = (required[element.name] ?? ['known']).filter((name) => element.attributes[name] === undefined);
  for (const name of ['tests', 'failures', 'errors', 'skipped', 'time'])
    if (!/^(\d+(\.\d{3})?)?$/.test(element.attributes[name] ?? '')) faults.push(`${name}=${element.attributes[name]}`);
  for (const child of element.children) {
    if (!within[element.name]?.includes(child.name)) faults.push(`${child.name} in ${element.name}`);
    faults.push(...faultsOfJunit(child));
  }
  const cases = element.children.filter(({ name }) => name === 'testcase');
  const failed = cases.filter(({ children }) => children.some(({ name }) => name === 'failure'));
  if (element.name === 'testsuite') {
    if (Number(element.attributes.tests) !== cases.length) faults.push('tests');
    if (Number(element.attributes.failures) !== failed.length) faults.push('failures');
  }
  return faults;
}

describe('junit', () => {
  it('is well-formed and counts right for every fixture', () => {
    for (const path of paths) {
      for (const failOn of ['error', 'info', 'never'] as const) {
        const tree = readXml(write(junit, reportOf(path), { failOn }));
        expect(faultsOfJunit(tree), path).toEqual([]);
        const calls = tree.children.find(({ attributes }) => attributes.name === 'calls')?.children ?? [];
        expect(calls.length, path).toBe(reportOf(path).calls.length);
        const failures = tree.children.reduce((sum, { attributes }) => sum + Number(attributes.failures), 0);
        expect(failures, path).toBe(Number(tree.attributes.failures));
        const { error, warning, info } = reportOf(path).summary.findings;
        const expected = { error, info: error + warning + info, never: 0 }[failOn];
        expect(failures > 0, `${path} ${failOn}`).toBe(expected > 0);
      }
    }
  });

  it.each(hostile)('stays well-formed with %j', (text) => {
    expect(faultsOfJunit(readXml(write(junit, poisoned(text), { failOn: 'info' })))).toEqual([]);
  });
});

// ── SARIF ────────────────────────────────────────────────────────────────────────────────────────────────────────

describe('sarif', () => {
  it('has a result for each finding and each thing undecided, and points at its rule', () => {
    for (const path of paths) {
      const report = reportOf(path);
      const { version, runs } = JSON.parse(write(sarif, report));
      expect(version).toBe('2.1.0');
      const [{ tool, results, artifacts }] = runs;
      expect(results.length, path).toBe(report.findings.length + report.undetermined.length);
      expect(artifacts.length).toBe(report.inputs.length);
      for (const { ruleId, ruleIndex, kind, level, message, locations } of results) {
        expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
        // SARIF 2.1.0 §3.27.10: another kind than "fail" has the level "none".
        expect(kind === 'fail' ? ['error', 'warning', 'note'] : ['none']).toContain(level);
        expect(message.text).not.toBe('');
        for (const { physicalLocation } of locations) {
          if (physicalLocation === undefined) continue;
          expect(physicalLocation.artifactLocation.uri).toBe(
            artifacts[physicalLocation.artifactLocation.index].location.uri,
          );
          expect(physicalLocation.region?.startLine ?? 1).toBeGreaterThan(0);
        }
      }
      const errors = results.filter(({ level }: { level: string }) => level === 'error').length;
      expect(errors, path).toBe(report.summary.findings.error);
    }
  });

  it.each(hostile)('makes a URI reference and plain text of %j', (text) => {
    const written = write(sarif, poisoned(text));
    expect(written).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    const [{ artifacts }] = JSON.parse(written).runs;
    expect(artifacts[0].location.uri).toMatch(/^[\w\-.~!*'()%/]+$/);
  });

  it('names files by path, absolute ones with their scheme', () => {
    const uriOf = (path: string) => {
      const report = reportOf('captures/busy-everywhere.pcap');
      const moved = { ...report, inputs: report.inputs.map((input) => ({ ...input, path })) };
      return JSON.parse(write(sarif, moved)).runs[0].artifacts[0].location.uri;
    };
    expect(uriOf('day 1/a#b.pcap')).toBe('day%201/a%23b.pcap');
    expect(uriOf('/var/log/a.pcap')).toBe('file:///var/log/a.pcap');
  });
});

// ── Annotations, tables, comments ────────────────────────────────────────────────────────────────────────────────

describe('github', () => {
  it('is one command a line and one line a finding that no other explains', () => {
    for (const path of paths) {
      const report = reportOf(path);
      const lines = write(github, report).split('\n').slice(0, -1);
      expect(lines.length, path).toBe(report.findings.filter(({ absorbedBy }) => absorbedBy === undefined).length);
      for (const line of lines)
        expect(line).toMatch(/^::(error|warning|notice) (file=[^,:]+,(line=\d+,)?)?title=[^,:]+::./);
    }
  });

  it.each(hostile)('takes no command from %j', (text) => {
    const report = poisoned(text);
    const lines = write(github, report).split('\n').slice(0, -1);
    expect(lines.length).toBe(report.findings.filter(({ absorbedBy }) => absorbedBy === undefined).length);
    for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) [^\x00-\x1f]*$/);
  });
});

/** RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const [, quoted, plain, end] = cell.exec(text) ?? [];
    if (end === undefined) throw new Error('no CSV');
    rows[rows.length - 1].push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('csv', () => {
  it('has a line for each call, all of one width', () => {
    for (const path of paths) {
      const rows = readCsv(write(csv, reportOf(path)));
      expect(rows.length, path).toBe(1 + reportOf(path).calls.length);
      expect(new Set(rows.map(({ length }) => length)).size, path).toBe(1);
    }
  });

  it('says what the report says', () => {
    const [head, row] = readCsv(write(csv, reportOf('captures/busy-everywhere.pcap')));
    const cells = Object.fromEntries(head.map((name, i) => [name, row[i]]));
    expect(cells).toMatchObject({
      call: '1',
      outcome: 'busy',
      final_status: '600',
      sequence: '100 183 600',
      path: '192.0.2.1 192.0.2.5 192.0.2.9',
      setup_ms: '',
      // A number is no formula.
      to: "'+12025550142@example.net",
    });
  });

  it.each(hostile)('holds no formula of %j', (text) => {
    const rows = readCsv(write(csv, poisoned(text)));
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@|]|[\x00-\x1f]/);
  });
});

describe('markdown', () => {
  it('fits a comment, and every finding that no other explains is told', () => {
    for (const path of paths) {
      const report = reportOf(path);
      const text = write(markdown, report);
      expect(text.length, path).toBeLessThan(65_536);
      const told = report.findings.filter(({ absorbedBy }) => absorbedBy === undefined).length;
      expect(text.match(/^<details><summary>/gm)?.length ?? 0, path).toBe(Math.min(told, 50));
      expect(text.match(/^<\/details>$/gm)?.length ?? 0, path).toBe(Math.min(told, 50));
    }
  });

  it('fits a comment with more findings than that, and says how many are left out', () => {
    const report = reportOf('captures/bye-unanswered.pcap');
    const finding = report.findings.filter(({ absorbedBy }) => absorbedBy === undefined)[0];
    const flood = { ...report, findings: Array.from({ length: 500 }, () => finding) };
    const text = write(markdown, flood, { limitLines: 0 });
    expect(text.length).toBeLessThan(65_536);
    const told = text.match(/^<details>/gm)?.length ?? 0;
    expect(text).toContain(`${500 - told} more`);
  });

  it.each(hostile)('neither marks up, nor links, nor mentions %j', (text) => {
    const written = write(markdown, poisoned(text)).replace(/(?<!\\)`[^`\n]*`/g, '');
    expect(written.replace(/<\/?(details|summary)>/g, '')).not.toMatch(/<[a-z/]/i);
    expect(written).not.toMatch(/[^\\]\]\(|:\/\/|[^\w]@\w|[^&]#\d|[\x00-\x09\x0b-\x1f\u202e]/);
  });
});

describe('every format', () => {
  it.each(reporters.map((reporter) => [reporter.id, reporter] as const))('%s says the same twice', (_, reporter) => {
    for (const path of paths.slice(0, 20)) {
      expect(write(reporter, reportOf(path))).toBe(write(reporter, reportOf(path)));
    }
  });
});
