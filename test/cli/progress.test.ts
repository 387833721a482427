/** The bar: when it shows, what it says, and that nothing of it stays. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createProgress, remaining, sizeOf } from '../../src/cli/progress.ts';
import { fixture } from './run.ts';

function watch(total: number | undefined, columns = 80) {
  let time = 0;
  const written: string[] = [];
  const progress = createProgress({
    total,
    now: () => time,
    write: (text) => written.push(text),
    columns: () => columns,
  });
  return {
    written,
    progress,
    /** So many bytes, milliseconds later. */
    read(bytes: number, later: number, path = 'traces/call.pcap') {
      time += later;
      progress.read(path, bytes);
    },
  };
}

describe('the bar', () => {
  it('shows after a second, ten times a second at most, and goes away', () => {
    const { written, progress, read } = watch(100e6);
    read(10e6, 500);
    read(10e6, 499);
    expect(written).toEqual([]);
    read(5e6, 1);
    // 25 of 100 MB in 1 s: three more for the rest.
    expect(written).toEqual(['\r\x1b[K█████░░░░░░░░░░░░░░░ 25 %  25 MB  25 MB/s  3 s left  call.pcap']);
    read(1e6, 99);
    expect(written).toHaveLength(1);
    read(1e6, 1);
    expect(written).toHaveLength(2);
    progress.end();
    progress.end();
    expect(written.slice(2)).toEqual(['\r\x1b[K']);
  });

  it('leaves no trace of what was quick', () => {
    const { written, progress, read } = watch(1000);
    read(1000, 999);
    progress.end();
    expect(written).toEqual([]);
  });

  it('says how fast where nobody knows how much', () => {
    const { written, read } = watch(undefined);
    read(3e6, 2000, 'standard input');
    expect(written).toEqual(['\r\x1b[K3.0 MB  1.5 MB/s  standard input']);
  });

  it('fits into its line, whatever a file is called', () => {
    for (const columns of [10, 20, 40, 60, 80]) {
      const { written, read } = watch(4e6, columns);
      read(1e6, 1000, `traces/${'long'.repeat(50)}\x1b[2J\n.pcap`);
      const line = written[0].slice('\r\x1b[K'.length);
      expect(line.length).toBeLessThan(columns);
      expect(line).not.toMatch(/[\x00-\x1f]/);
    }
  });

  it('knows that a file may grow while it is read', () => {
    const { written, read } = watch(1e6);
    read(2e6, 1000);
    expect(written[0]).toContain('████████████████████ 100 %  2.0 MB  2.0 MB/s  call.pcap');
  });
});

describe('figures', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [9_940, '9.9 kB'],
    [9_960, '10 kB'],
    [999_499, '999 kB'],
    [999_600, '1.0 MB'],
    [70e6, '70 MB'],
    [5e12, '5.0 TB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(sizeOf(bytes)).toBe(text);
  });

  it.each([
    [0.2, '1 s'],
    [59.4, '59 s'],
    [59.6, '1 min 0 s'],
    [125, '2 min 5 s'],
    [4_800, '1 h 20 min'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(remaining(seconds)).toBe(text);
  });
});

describe('on a terminal', () => {
  const script = '/usr/bin/script';
  const root = join(import.meta.dirname, '../..');
  const main = [`--import ${join(root, 'node_modules/tsx/dist/loader.mjs')}`, join(root, 'src/cli/main.ts')].join(' ');
  const work = mkdtempSync(join(tmpdir(), 'sipsleuth-progress-'));

  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
  });

  /** What the terminal gets while a capture trickles in, until `enough`, or for three seconds. */
  async function slowly(name: string, options: string, enough: RegExp): Promise<string> {
    const pipe = join(work, name);
    spawnSync('mkfifo', [pipe]);
    const command = `stty cols 80; ${process.execPath} ${main} ${options} ${pipe}`;
    const child = spawn(script, ['-qec', command, '/dev/null'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let shown = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
    });
    const ended = once(child, 'close');
    // Waits until the program reads.
    const writer = await open(pipe, 'w');
    const bytes = readFileSync(fixture('answered-call'));
    let at = 0;
    for (const begin = Date.now(); !enough.test(shown) && Date.now() - begin < 3_000; at += 40) {
      await writer.write(bytes.subarray(at, at + 40));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await writer.write(bytes.subarray(at));
    await writer.close();
    await ended;
    return shown;
  }

  it.skipIf(!existsSync(script))('it is there while it is slow, and gone before the report', async () => {
    const bar = /\r\x1b\[K[\d.]+ k?B {2}[\d.]+ k?B\/s {2}bar/;
    const shown = await slowly('bar', '--color never', bar);
    expect(shown).toMatch(bar);
    expect(shown).toMatch(/\r\x1b\[Kbar {3}pcap, Ethernet/);
    expect(await slowly('quiet', '--color never --quiet', bar)).not.toContain('\x1b[K');
    expect(await slowly('lines', '--format ndjson', bar)).not.toContain('\x1b[K');
  });
});
