/** Pictures of one call: which call, well-formed, bounded, nothing over anything else, nothing of the trace as markup. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.ts';
import { subjectOf } from '../../src/ladder/subject.ts';
import { en } from '../../src/locales/en/index.ts';
import type { Report } from '../../src/report.ts';
import { mermaid } from '../../src/reporters/mermaid.ts';
import type { Reporter } from '../../src/reporters/reporter.ts';
import { svg } from '../../src/reporters/svg.ts';
import { hostileStrings, poisoned } from './hostile.ts';
import { allOf, readXml } from './xml.ts';

const root = join(import.meta.dirname, '../../fixtures');
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(pcap|pcapng|log|sip)$/.test(name))
  .sort();
const reports = new Map<string, Report>();

beforeAll(async () => {
  for (const path of paths) reports.set(path, await analyze(readFileSync(join(root, path)), { path, messages: 'all' }));
});

function reportOf(path: string): Report {
  const report = reports.get(path);
  if (report === undefined) throw new Error(`${path} was not analysed`);
  return report;
}

const options = { locale: en, color: false, width: 80, limitCalls: 20, limitLines: 50, failOn: 'error' as const };
const write = (reporter: Reporter, report: Report) => [...reporter.write(report, options)].join('');

describe('the call of a picture', () => {
  const call = (id: number, outcome: string, findings: readonly number[]) => ({
    ...reportOf('captures/busy-486.pcap').calls[0],
    id,
    outcome: outcome as Report['calls'][number]['outcome'],
    findings,
  });
  const finding = (severity: 'error' | 'warning', absorbedBy?: number) => ({
    ...reportOf('captures/bye-unanswered.pcap').findings[0],
    severity,
    absorbedBy,
  });
  const chosen = (calls: readonly Report['calls'][number][], findings: readonly Report['findings'][number][]) =>
    subjectOf({ ...reportOf('captures/busy-486.pcap'), calls, findings } as Report)?.id;

  it('is the first with an error, else the first that failed, else the first with a warning, else the first', () => {
    const findings = [finding('error'), finding('warning'), finding('error', 1)];
    const [clean, failed] = [call(0, 'answered', []), call(1, 'busy', [])];
    const [warned, explained, wrong] = [
      call(2, 'answered', [1]),
      call(3, 'answered', [1, 2]),
      call(4, 'answered', [0]),
    ];
    expect(chosen([clean, failed, warned, explained, wrong], findings)).toBe(4);
    expect(chosen([clean, warned, explained, failed], findings)).toBe(1);
    expect(chosen([clean, explained, warned], findings)).toBe(3);
    expect(chosen([clean, clean], findings)).toBe(0);
    expect(chosen([{ ...wrong, messages: [] }, clean], findings)).toBe(0);
  });

  it('without a call is a registration or whatever there is', () => {
    const kinds = new Set(paths.map((path) => subjectOf(reportOf(path))?.kind));
    expect([...kinds].sort()).toEqual([undefined, 'call', 'registration', 'subscription', 'transaction'].sort());
  });
});

describe('svg', () => {
  const numberOf = (text: string | undefined) => Number(text ?? Number.NaN);

  it('is well-formed for every fixture, with title, description, and everything within its frame', () => {
    for (const path of paths) {
      const picture = readXml(write(svg, reportOf(path)));
      const all = allOf(picture);
      expect(picture.name, path).toBe('svg');
      expect(picture.attributes.role).toBe('img');
      expect(picture.children.slice(0, 2).map(({ name }) => name)).toEqual(['title', 'desc']);
      expect(picture.children[0].text, path).not.toBe('');
      for (const { name, attributes } of all) {
        expect(['svg', 'title', 'desc', 'style', 'rect', 'g', 'path', 'circle', 'text'], path).toContain(name);
        for (const key of Object.keys(attributes)) expect(key).not.toMatch(/^on|href|style/);
        if (name !== 'text') continue;
        expect(numberOf(attributes.x), path).toBeGreaterThanOrEqual(0);
        expect(numberOf(attributes.x), path).toBeLessThanOrEqual(numberOf(picture.attributes.width));
        expect(numberOf(attributes.y), path).toBeLessThanOrEqual(numberOf(picture.attributes.height));
      }
    }
  });

  it('has an arrow for each message that is no retransmission', () => {
    for (const path of paths) {
      const report = reportOf(path);
      const subject = subjectOf(report);
      const shown = subject?.messages.filter(({ repeats }) => repeats >= 0).length ?? 0;
      const arrows = allOf(readXml(write(svg, report))).filter(({ attributes }) => attributes.class === 'head');
      expect(arrows.length, path).toBe(Math.min(shown, 300));
    }
  });

  it.each(hostileStrings.map((text) => [text.slice(0, 40), text]))('shows %j as text', (_, text) => {
    const written = write(svg, poisoned(reportOf('captures/bye-unanswered.pcap'), text));
    const names = new Set(allOf(readXml(written)).map(({ name }) => name));
    expect([...names].sort()).toEqual(['circle', 'desc', 'g', 'path', 'rect', 'style', 'svg', 'text', 'title']);
    expect(written).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/);
  });

  it('says what is left out of a long call', () => {
    const report = reportOf('captures/busy-486.pcap');
    const [message] = report.calls[0].messages;
    const messages = Array.from({ length: 2_000 }, (_, i) => ({ ...message, message: i, repeats: 0 }));
    const long = { ...report, calls: [{ ...report.calls[0], messages, messageCount: 100_000 }] };
    const texts = allOf(readXml(write(svg, long))).map(({ text }) => text);
    expect(texts).toContain('… 1700 more');
    expect(texts).toContain('… 98000 more');
    expect(write(svg, long).length).toBeLessThan(300_000);
  });
});

/** A line of ours: participants, arrows, notes; of text only letters, digits, codes and harmless signs. */
const text = '(?:[\\p{L}\\p{M}\\p{N} .,/_()+×·→…-]|#\\d+;|<br/>)*';
const line = new RegExp(
  `^(?:sequenceDiagram|  accTitle: ${text}|  participant p\\d+ as ${text}|  p\\d+--?>>p\\d+: ${text}|  Note over p\\d+(?:,p\\d+)?: ${text})$`,
  'u',
);

describe('mermaid', () => {
  it('draws the call', () => {
    // From the capture as test/lab/scenarios made it: caller .1, proxy .5, gateway .9.
    expect(write(mermaid, reportOf('captures/busy-everywhere.pcap'))).toBe(`sequenceDiagram
  accTitle: call 1#58; alice#64;example.com → +12025550142#64;example.net, busy
  participant p0 as caller<br/>192.0.2.1<br/>Lab Phone 1.0
  participant p1 as proxy<br/>192.0.2.5<br/>kamailio (5.6.3 (x86_64/linux))
  participant p2 as gateway<br/>192.0.2.9<br/>Lab Gateway 2.3
  p0->>p1: INVITE (SDP) · 0.000
  p1-->>p0: 100 Trying · +0.001
  p1->>p2: INVITE (SDP) · +0.001
  p2-->>p1: 100 Trying · +0.001
  p2-->>p1: 183 Session Progress (SDP) · +1.207
  p1-->>p0: 183 Session Progress (SDP) · +1.207
  Note over p0,p2: 6.8 s
  p2-->>p1: 600 Busy Everywhere · +8.011
  p1->>p2: ACK · +8.011
  p1-->>p0: 600 Busy Everywhere · +8.011
  p0->>p1: ACK · +8.012
`);
  });

  it('says nothing else for any fixture, within the size that Mermaid takes', () => {
    for (const path of paths) {
      const written = write(mermaid, reportOf(path));
      expect(written.length, path).toBeLessThan(50_000);
      for (const one of written.split('\n').slice(0, -1)) expect(one).toMatch(line);
    }
  });

  it.each(hostileStrings.map((one) => [one.slice(0, 40), one]))('takes no order from %j', (_, one) => {
    const lines = write(mermaid, poisoned(reportOf('captures/bye-unanswered.pcap'), one))
      .split('\n')
      .slice(0, -1);
    for (const written of lines) {
      expect(written).toMatch(line);
      expect(written.replace(/^ {2}participant p\d+ as /, '')).not.toMatch(/\bend\b/i);
    }
    // As many lines as with harmless words.
    expect(lines.length).toBe(write(mermaid, reportOf('captures/bye-unanswered.pcap')).split('\n').length - 1);
  });
});
