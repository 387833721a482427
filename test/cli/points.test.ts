/** Captures of two points, read together: shifted copies of one capture stand for a clock that is wrong. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readTrace, tlsKeys } from '../../src/node/trace.ts';
import type { Report } from '../../src/report.ts';
import { run } from './run.ts';

const work = mkdtempSync(join(tmpdir(), 'sipsleuth-points-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const captures = join(import.meta.dirname, '../../fixtures/captures');
const capture = readFileSync(join(captures, 'busy-everywhere.pcap'));

/** The same packets, so many seconds later; `without` a frame, from 1. */
function shifted(capture: Uint8Array, seconds: number, without = 0): Uint8Array {
  const bytes = Uint8Array.from(capture);
  const view = new DataView(bytes.buffer);
  const parts = [bytes.subarray(0, 24)];
  for (let at = 24, frame = 1; at < bytes.length; frame++) {
    const end = at + 16 + view.getUint32(at + 8, true);
    view.setUint32(at, view.getUint32(at, true) + seconds, true);
    if (frame !== without) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(parts);
}

function reportOf(...names: string[]): Report {
  return JSON.parse(run(['-f', 'json', '--messages', 'all', '--fail-on', 'never', ...names], work).stdout);
}

describe('captures of two points', () => {
  writeFileSync(join(work, 'a.pcap'), capture);
  writeFileSync(join(work, 'b.pcap'), shifted(capture, 7_200));
  writeFileSync(join(work, 'b.pcap.gz'), gzipSync(shifted(capture, -90)));
  writeFileSync(join(work, 'without.pcap'), shifted(capture, 5, 4));

  it('are one story, whatever the clocks say', () => {
    const alone = reportOf('a.pcap');
    const together = reportOf('a.pcap', 'b.pcap');
    expect(together.calls.map(({ outcome, sequence, messageCount }) => [outcome, sequence, messageCount])).toEqual(
      alone.calls.map(({ outcome, sequence, messageCount }) => [outcome, sequence, messageCount]),
    );
    expect(together.inputs.map(({ clock, shared }) => [clock?.ahead, shared])).toEqual([
      [undefined, undefined],
      [7_200_000, alone.summary.messages],
    ]);
    expect(together.findings.map(({ rule }) => rule)).toEqual(alone.findings.map(({ rule }) => rule));
    expect(together.calls[0].messages.every(({ observations }) => observations?.length === 1)).toBe(true);
  });

  it('may be packed, and begin by their clocks before the other', () => {
    const together = reportOf('a.pcap', 'b.pcap.gz');
    expect(together.calls).toHaveLength(1);
    const ahead = together.inputs.find(({ path }) => path === 'b.pcap.gz')?.clock?.ahead ?? 0;
    const other = together.inputs.find(({ path }) => path === 'a.pcap')?.clock?.ahead ?? 0;
    expect(ahead - other).toBe(-90_000);
  });

  it('say so on the terminal', () => {
    const { stdout } = run(['--fail-on', 'never', 'a.pcap', 'b.pcap'], work);
    expect(stdout.replace(/\s+/g, ' ')).toContain('clock 2 h ahead of a.pcap (10 messages in common)');
    expect(stdout.replace(/\s+/g, ' ')).toContain('messages seen at both a.pcap and b.pcap');
  });

  it('do not call lost what only the capture missed: the order of the two is not known without a way between them', () => {
    expect(reportOf('a.pcap', 'without.pcap').calls[0].points?.lost).toEqual([]);
  });

  it('are compared by the messages in TLS, too, where there are keys for it', async () => {
    const encrypted = readFileSync(join(captures, 'tls-1.2-suites.pcap'));
    const keys = ['--keylog', join(captures, 'tls-1.2-suites.keylog')];
    writeFileSync(join(work, 'tls.pcap'), encrypted);
    writeFileSync(join(work, 'tls-later.pcap'), shifted(encrypted, 2));
    const alone = reportOf(...keys, 'tls.pcap');
    const together = reportOf(...keys, 'tls.pcap', 'tls-later.pcap');
    expect(together.calls.map(({ callIds, outcome, messageCount }) => [callIds, outcome, messageCount])).toEqual(
      alone.calls.map(({ callIds, outcome, messageCount }) => [callIds, outcome, messageCount]),
    );
    expect(together.inputs.map(({ clock, shared }) => [clock?.ahead, shared])).toEqual([
      [undefined, undefined],
      [2_000, alone.summary.messages],
    ]);
    expect(reportOf('tls.pcap', 'tls-later.pcap').inputs.map(({ clock }) => clock)).toEqual([undefined, undefined]);
    const tls = tlsKeys([readFileSync(join(captures, 'tls-1.2-suites.keylog'), 'latin1')]);
    const paths = ['tls.pcap', 'tls-later.pcap'].map((name) => join(work, name));
    expect((await readTrace(paths, { tls })).inputs[1].clock?.ahead).toBe(2_000);
  });
});
