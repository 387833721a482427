/** Ctrl-C: the first one ends the reading and tells what is known, the second one ends the program. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report.ts';
import { fixture, run, start } from './run.ts';

const work = mkdtempSync(join(tmpdir(), 'sipsleuth-interrupt-'));
const capture = readFileSync(fixture('busy-everywhere'));
const FILE_HEADER = 24;

/** The records of the capture `times` over, each time as another call, so that the report is big too. */
function manyCalls(times: number): Buffer {
  const records = capture.subarray(FILE_HEADER);
  const callId = /Call-ID: (\S+)/i.exec(records.toString('latin1'))?.[1] ?? '';
  const copies = Array.from({ length: times }, (_, turn) => {
    const text = records.toString('latin1').replaceAll(callId, String(turn).padStart(callId.length, 'x'));
    return Buffer.from(text, 'latin1');
  });
  return Buffer.concat([capture.subarray(0, FILE_HEADER), ...copies]);
}

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += chunk;
  return text;
}

interface Streams {
  readonly child: ChildProcess;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
}

function startWith(args: readonly string[]): Streams {
  const child = start(args, work);
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw new Error('no pipes');
  // A child that ends closes its pipe.
  stdin.on('error', () => {});
  return { child, stdin, stdout, stderr };
}

/** Resolves when the child has read nearly all: far more than pipes hold has gone through. */
function feed(stdin: Writable, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => stdin.write(bytes, () => resolve()));
}

async function ended(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  const [code, signal] = await once(child, 'close');
  return { code, signal };
}

const calls = 1000;

beforeAll(() => {
  writeFileSync(join(work, 'many.pcap'), manyCalls(calls));
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe('Ctrl-C while standard input says nothing more', () => {
  it.each([
    ['a capture', (bytes: Uint8Array) => bytes],
    ['a packed capture', (bytes: Uint8Array) => gzipSync(bytes, { level: 0 })],
  ])('%s: what is known so far, exit code 130', async (_, pack) => {
    const { child, stdin, stdout, stderr } = startWith(['--format', 'json', '-']);
    const texts = Promise.all([textOf(stdout), textOf(stderr)]);
    // The end of a packed stream would tell that nothing is missing.
    const bytes = pack(manyCalls(calls));
    await feed(stdin, bytes.subarray(0, bytes.length - 1000));
    child.kill('SIGINT');
    expect(await ended(child)).toEqual({ code: 130, signal: null });
    const [out, err] = await texts;
    expect(err).toMatch(
      /^sipsleuth: standard input: stopped by Ctrl-C after frame \d+; everything before it is reported\n$/,
    );
    const report: Report = JSON.parse(out);
    expect(report.calls.length).toBeGreaterThan(calls / 2);
    expect(report.inputs[0]).toMatchObject({ complete: false, notDecoded: [{ reason: 'interrupted' }] });
    // Stopping damages nothing.
    expect(report.findings.map(({ rule }) => rule)).not.toContain('capture-truncated');
  });

  it('says what was not read at all', async () => {
    const { child, stdin, stdout, stderr } = startWith(['--output', 'report.txt', '-', 'many.pcap']);
    const texts = Promise.all([textOf(stdout), textOf(stderr)]);
    await feed(stdin, manyCalls(calls));
    child.kill('SIGINT');
    expect(await ended(child)).toEqual({ code: 130, signal: null });
    const [out, err] = await texts;
    expect(out).toBe('');
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^sipsleuth: standard input: stopped by Ctrl-C after frame \d+; /),
      'sipsleuth: stopped by Ctrl-C: 1 more input was not read',
      '',
    ]);
    expect(readFileSync(join(work, 'report.txt'), 'utf8')).toContain('call 1 ');
  });
});

describe('a second Ctrl-C', () => {
  it('ends the program while the report is being written', async () => {
    const { child, stdin, stdout, stderr } = startWith(['--format', 'json', '--messages', 'all', '-']);
    await feed(stdin, manyCalls(calls));
    child.kill('SIGINT');
    // Nobody reads the report, and it is more than a pipe holds: the program waits.
    await once(stderr, 'data');
    await once(stdout, 'readable');
    child.kill('SIGINT');
    const end = await once(child, 'exit');
    expect(end).toEqual([null, 'SIGINT']);
    stdout.destroy();
  });
});

describe('without Ctrl-C', () => {
  it('the same calls end as they should', () => {
    const { code, stdout, stderr } = run(['--format', 'json', 'many.pcap'], work);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect((JSON.parse(stdout) as Report).calls).toHaveLength(calls);
  });
});

describe('Ctrl-C while expectations are checked', () => {
  it('tells what is known so far, exit code 130', async () => {
    writeFileSync(join(work, 'busy.yml'), 'expectations: 1\ncalls: [{ outcome: busy }]\n');
    const { child, stdin, stdout, stderr } = startWith(['expect', 'busy.yml', '-']);
    const texts = Promise.all([textOf(stdout), textOf(stderr)]);
    await feed(stdin, manyCalls(calls));
    child.kill('SIGINT');
    expect(await ended(child)).toEqual({ code: 130, signal: null });
    const [report] = await texts;
    expect(report).toMatch(/^busy\.yml: /);
  });
});
