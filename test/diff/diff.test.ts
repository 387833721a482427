/** What differs between two traces: everything that does, and nothing that is new in every call anyway. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { align } from '../../src/diff/align.ts';
import type { Diff, Difference } from '../../src/diff/difference.ts';
import { diffReports } from '../../src/diff/reports.ts';
import { analyze } from '../../src/index.ts';
import { en } from '../../src/locales/en/index.ts';
import type { Report } from '../../src/report.ts';
import { diffReporters } from '../../src/reporters/diff/index.ts';

const root = join(import.meta.dirname, '../..');
const captures = readdirSync(join(root, 'fixtures/captures')).filter((name) => name.endsWith('.pcap'));
const reports = new Map<string, Report>();
const read = (bytes: Uint8Array, path: string) => analyze(bytes, { path, messages: 'all' });

beforeAll(async () => {
  for (const name of captures) reports.set(name, await read(readFileSync(join(root, 'fixtures/captures', name)), name));
});

const of = (name: string): Report => reports.get(`${name}.pcap`) ?? expect.fail(`${name} is not there`);
const validate = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(join(root, 'schema/diff.schema.json'), 'utf8')),
);
const brief = ({ aspect, in: where, name, a, b }: Difference) => [aspect, where, name, a, b];
const write = (diff: Diff, id: string, width = 80) => {
  const reporter = diffReporters.find((one) => one.id === id) ?? expect.fail(id);
  return [...reporter.write(diff, { locale: en, color: false, width, limitCalls: 20 })].join('');
};

/** The trace text of a call, with other names for all that is new in every call. */
const text = readFileSync(join(root, 'fixtures/rules/dialog/ack-missing-for-2xx/good-one-ack-lost.sip'), 'utf8');
const again = text
  .replace(/^(call-id|i)(\s*:\s*)/gim, '$1$2another-')
  .replace(/\b192\.0\.2\.(\d+)\b/g, '203.0.113.$1')
  .replace(/z9hG4bK/g, 'z9hG4bKother')
  .replace(/tag=/g, 'tag=x')
  .replace(/T10:15/g, 'T11:45');

async function changed(change: (text: string) => string): Promise<Diff> {
  const encode = (trace: string) => new TextEncoder().encode(trace);
  return diffReports(await read(encode(text), 'a.sip'), await read(encode(change(again)), 'b.sip'));
}

describe('a trace', () => {
  it('does not differ from itself', () => {
    for (const [name, report] of reports) {
      const diff = diffReports(report, report);
      expect(diff.equal, name).toBe(true);
      expect(diff.summary).toEqual({ compared: report.calls.length, different: 0, onlyA: 0, onlyB: 0 });
    }
  });

  it('does not differ from the same at another time, in another network', async () => {
    const diff = await changed((trace) => trace);
    expect(diff.calls).toEqual([]);
    expect(diff.equal).toBe(true);
  });

  it.each<[what: string, change: (trace: string) => string, expected: readonly (readonly unknown[])[]]>([
    [
      'a header field more',
      (trace) => trace.replace(/^(INVITE .*\n(?:.*\n)*?Max-Forwards.*\n)/m, '$1Supported: 100rel, timer\n'),
      [['header', 'INVITE', 'Supported', null, '100rel, timer']],
    ],
    [
      'a header field less',
      (trace) => trace.replace(/^(INVITE .*\n(?:.*\n)*?)Max-Forwards.*\n/m, '$1'),
      [
        ['header', 'INVITE', 'Max-Forwards', '70', null],
        // Which RFC 3261 §8.1.1 asks for.
        ['finding', '', 'mandatory-header-missing', null, 'Mandatory header field missing'],
      ],
    ],
    [
      'another codec',
      (trace) => trace.replace(/^(m=audio \d+ RTP\/AVP).*$/m, '$1 8 0'),
      [['sdp', 'INVITE', 'audio codecs', 'PCMU', 'PCMA PCMU']],
    ],
  ])('differs by %s', async (_, change, expected) => {
    const diff = await changed(change);
    expect(diff.calls.flatMap(({ differences }) => differences.map(brief))).toEqual(expected);
  });

  it('differs from any other in a form that is valid, in every format', () => {
    const all = [...reports.values()];
    for (const [index, report] of all.entries()) {
      const diff = diffReports(report, all[(index + 1) % all.length]);
      expect(validate(diff), JSON.stringify(validate.errors?.slice(0, 2))).toBe(true);
      expect(JSON.parse(write(diff, 'json'))).toEqual(JSON.parse(JSON.stringify(diff)));
      expect(write(diff, 'markdown').length).toBeLessThan(65_536);
      for (const width of [40, 80]) {
        const lines = write(diff, 'terminal', width).split('\n');
        expect(lines.filter((line) => [...line].length > width)).toEqual([]);
      }
    }
  });
});

describe('two calls', () => {
  it('that came out differently', () => {
    const [{ differences }] = diffReports(of('answered-call'), of('busy-486')).calls;
    expect(differences.map(brief)).toEqual([
      ['outcome', '', '', 'answered 200', 'busy 486'],
      ['responses', '', '', '100 180 200', '100 486'],
      // Final response after 2152 ms and after 124 ms in the captures.
      ['timing', '', 'final', expect.closeTo(2152, -2), expect.closeTo(124, -1)],
      ['message', '', '180 to INVITE', 'SIP/2.0 180 Ringing', null],
      ['message', '', '200 to INVITE', 'SIP/2.0 200 OK', null],
      ['message', '', '486 to INVITE', null, 'SIP/2.0 486 Busy Here'],
      ['message', '', 'BYE', expect.stringMatching(/^BYE sip:bob@/), null],
      ['message', '', '200 to BYE', 'SIP/2.0 200 OK', null],
    ]);
  });

  it('over IPv4 and over IPv6 are the same', () => {
    expect(diffReports(of('answered-call'), of('answered-over-ipv6')).equal).toBe(true);
  });

  it('are paired by Call-ID, then by users, in order', () => {
    const report = of('server-overload-503');
    const half = { ...report, calls: report.calls.slice(0, 5) };
    const { summary, calls } = diffReports(half, report);
    expect(summary).toEqual({ compared: 5, different: 0, onlyA: 0, onlyB: report.calls.length - 5 });
    expect(calls.every(({ a, b }) => a === null && b !== null && b >= 5)).toBe(true);
  });

  it('show findings that one of them has', () => {
    const { calls } = diffReports(of('answered-call'), of('ack-missing'));
    const found = calls[0].differences.filter(({ aspect }) => aspect === 'finding').map(({ name }) => name);
    expect(found).toContain('ack-missing-for-2xx');
  });
});

describe('what a trace says', () => {
  const hostile = '<script>alert(1)</script>`\x1b[2J\u202e|@everyone';
  const poisoned = (): Diff => {
    const diff = diffReports(of('answered-call'), of('busy-486'));
    const [call] = diff.calls;
    const differences: Difference[] = [
      { aspect: 'header', in: hostile, name: hostile, a: hostile, b: null },
      { aspect: 'message', in: '', name: hostile, a: null, b: `${hostile}\n\`\`\`\n# x` },
    ];
    return {
      ...diff,
      a: { ...diff.a, paths: [hostile] },
      calls: [{ ...call, from: hostile, to: hostile, differences }],
    };
  };

  it('stays text', () => {
    expect(write(poisoned(), 'terminal')).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
    const markdown = write(poisoned(), 'markdown');
    expect(markdown).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
    // One block, and nothing that ends it early.
    expect(markdown.match(/^```/gm)).toHaveLength(2);
    expect(markdown.split('```')[0]).not.toMatch(/<script|(?<![\\`])\|@/);
  });
});

describe('an alignment', () => {
  it.each<[a: string, b: string, expected: string]>([
    ['', '', ''],
    ['abc', 'abc', 'a=a b=b c=c'],
    ['abc', 'ac', 'a=a b- c=c'],
    ['ac', 'abc', 'a=a +b c=c'],
    ['ab', 'ba', 'a- b=b +a'],
  ])('of %j and %j', (a, b, expected) => {
    const steps = align([...a], [...b]).map(([x, y]) => (y < 0 ? `${a[x]}-` : x < 0 ? `+${b[y]}` : `${a[x]}=${b[y]}`));
    expect(steps.join(' ')).toBe(expected);
  });
});
