/** Files that reports are written to: checked before the work, and left as they were when nothing is to be written. */
import {
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOutput } from '../../src/cli/output.ts';
import { en } from '../../src/locales/en/index.ts';
import type { Report } from '../../src/report.ts';
import { formats } from '../../src/reporters/index.ts';
import { json } from '../../src/reporters/json.ts';
import { fixture, run as runIn } from './run.ts';

const work = mkdtempSync(join(tmpdir(), 'sipsleuth-outputs-'));
const run = (...args: string[]) => runIn(args, work);
const contentOf = (name: string) => readFileSync(join(work, name), 'utf8');
const busy = fixture('busy-486');

beforeAll(() => {
  mkdirSync(join(work, 'folder'));
  cpSync(busy, join(work, 'folder/call.pcap'));
  cpSync(busy, join(work, 'call.pcap'));
  writeFileSync(join(work, 'old.txt'), 'An older report.\n'.repeat(1000));
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe('wrong usage', () => {
  it('leaves no empty file behind', () => {
    expect(run('--call', '7', '--output', 'none.txt', busy).code).toBe(2);
    expect(run('--report', 'json=none.txt', '--report', 'json=nowhere/none.txt', busy).code).toBe(2);
    expect(run('--output', 'none.txt', '--rule', 'nonsense', busy).code).toBe(2);
    expect(run('--output', 'none.txt', 'missing.pcap').code).toBe(3);
    expect(existsSync(join(work, 'none.txt'))).toBe(false);
  });

  it('leaves an older report as it was', () => {
    const before = contentOf('old.txt');
    expect(run('--call', '7', '--output', 'old.txt', busy).code).toBe(2);
    expect(contentOf('old.txt')).toBe(before);
  });

  it('does not overwrite an input', () => {
    const { code, stderr } = run('--output', 'folder/../call.pcap', 'call.pcap');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'sipsleuth: call.pcap is an input: the report would overwrite it\n',
    });
    expect(readFileSync(join(work, 'call.pcap'))).toEqual(readFileSync(busy));
  });

  it('does not write two reports to one place', () => {
    expect(run('--report', 'json=one', '--report', 'terminal=one', busy)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'sipsleuth: one cannot take two reports\n',
    });
    expect(run('--report', 'json=one', '--report', 'terminal=./one', busy).stderr).toBe(
      'sipsleuth: ./one cannot take two reports\n',
    );
    expect(existsSync(join(work, 'one'))).toBe(false);
    expect(run('--format', 'terminal', '--report', 'json=-', busy).stderr).toBe(
      'sipsleuth: standard output cannot take two reports\n',
    );
  });
});

describe('a report', () => {
  it('replaces a longer one', () => {
    expect(run('--output', 'old.txt', busy).code).toBe(0);
    expect(contentOf('old.txt')).toBe(run(busy).stdout);
  });

  it('in a directory of captures is no input of the next run', () => {
    const args = ['--format', 'json', '--messages', 'all', '--output', 'folder/report.log', 'folder'];
    writeFileSync(join(work, 'folder/report.log'), 'An older report.\n');
    expect(run(...args)).toEqual({ code: 0, stdout: '', stderr: '' });
    const first = contentOf('folder/report.log');
    expect((JSON.parse(first) as Report).inputs.map(({ path }) => path)).toEqual(['folder/call.pcap']);
    expect(run(...args).code).toBe(0);
    expect(contentOf('folder/report.log')).toBe(first);
  });

  it('that finds no room is told so in one sentence', () => {
    expect(run('--output', '/dev/full', busy)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'sipsleuth: /dev/full cannot be written: no space left on device\n',
    });
  });
});

describe('writing', () => {
  const folder = join(work, 'writing');
  const file = join(folder, 'report.txt');
  const fresh = () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    writeFileSync(file, 'An older report.\n', { mode: 0o640 });
  };

  it('that fails half-way costs nothing', async () => {
    fresh();
    const output = openOutput(file);
    const broken = function* () {
      yield 'x'.repeat(1_000_000);
      throw new Error('no more');
    };
    await expect(output.write(broken())).rejects.toThrow('cannot be written');
    output.close();
    expect(readFileSync(file, 'utf8')).toBe('An older report.\n');
    expect(readdirSync(folder)).toEqual(['report.txt']);
  });

  it('keeps who may read the file, and links to it', async () => {
    fresh();
    const link = join(folder, 'link.txt');
    symlinkSync('report.txt', link);
    const output = openOutput(link);
    await output.write(['new']);
    output.close();
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it('to a file of two names changes both', async () => {
    fresh();
    const other = join(folder, 'other.txt');
    linkSync(file, other);
    const output = openOutput(file);
    await output.write(['new']);
    output.close();
    expect(readFileSync(other, 'utf8')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['other.txt', 'report.txt']);
  });
});

describe('JSON', () => {
  it('holds no control character that a terminal would obey', () => {
    const { stdout } = run('--format', 'json', busy);
    const report: Report = JSON.parse(stdout);
    const from = 'a\u001b[31m\u007f\u0080\u009b2J\u009f\u00a0é';
    const hostile: Report = { ...report, calls: report.calls.map((call) => ({ ...call, from })) };
    const options = { locale: en, color: false, width: 80, limitCalls: 20, limitLines: 50, failOn: 'error' as const };
    const text = [...json.write(hostile, options)].join('');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(text).toContain('\\u001b[31m\\u007f\\u0080\\u009b2J\\u009f\u00a0é');
    expect((JSON.parse(text) as Report).calls[0].from).toBe(from);
  });
});

describe('one run', () => {
  it('writes every format at once, byte for byte the same when it is repeated', () => {
    const reports = (turn: string) =>
      formats.flatMap(({ id }) => ['--report', `${id}=${turn}.${id}`]).concat(['--fail-on', 'never']);
    const captures = [busy, fixture('ack-missing'), fixture('b2bua-call')];
    for (const turn of ['first', 'second']) {
      expect(run(...reports(turn), ...captures)).toMatchObject({ code: 0, stdout: '', stderr: '' });
    }
    for (const { id } of formats) {
      const text = readFileSync(join(work, `first.${id}`));
      expect(text.length, id).toBeGreaterThan(0);
      expect(text.equals(readFileSync(join(work, `second.${id}`))), id).toBe(true);
    }
  });
});
