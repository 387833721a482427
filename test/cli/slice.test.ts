/** `sipsleuth slice` as a user meets it: formats by name, wrong usage, files that stay as they were. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { analyse } from '../slice/slice.ts';
import { fixture, run } from './run.ts';

const work = mkdtempSync(join(tmpdir(), 'sipsleuth-slice-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const at = (name: string) => join(work, name);
const bytesAt = (name: string) => new Uint8Array(readFileSync(at(name)));
const call = fixture('b2bua-call');

describe('slice', () => {
  it.each([
    ['a.pcap', []],
    ['a.pcapng', []],
    ['a.sip', []],
    ['a.dat', ['--format', 'pcapng']],
    ['a b;$(x)', []],
  ])('writes %s', (name, more) => {
    const { code, stdout, stderr } = run(['slice', '--call', '1', '-o', name, ...more, call], work);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    const report = analyse(bytesAt(name));
    expect(report.calls).toHaveLength(1);
    expect(report.calls[0].sequence).toEqual(analyse(new Uint8Array(readFileSync(call))).calls[0].sequence);
  });

  it('--legs brings the other leg', () => {
    expect(run(['slice', '-c', '1', '--legs', '-o', 'legs.pcap', call], work).code).toBe(0);
    expect(analyse(bytesAt('legs.pcap')).calls).toHaveLength(2);
  });

  it('joins several inputs in the order of time, each with an interface of its own', () => {
    copyFileSync(call, at('one.pcap'));
    expect(run(['slice', '-c', '1', '-o', 'two.pcapng', 'one.pcap', fixture('answered-call')], work).code).toBe(0);
    const report = analyse(bytesAt('two.pcapng'));
    expect(report.inputs[0]).toMatchObject({ format: 'pcapng', complete: true });
    expect(report.calls).toHaveLength(1);
  });

  it('repeats itself byte by byte', () => {
    for (const name of ['x.pcap', 'y.pcap']) expect(run(['slice', '-c', '1', '-o', name, call], work).code).toBe(0);
    expect(bytesAt('x.pcap')).toEqual(bytesAt('y.pcap'));
  });

  it('overwrites no input, and leaves the output as it was when it fails', () => {
    copyFileSync(call, at('in.pcap'));
    const over = run(['slice', '-c', '1', '-o', 'in.pcap', 'in.pcap'], work);
    expect(over.code).toBe(2);
    expect(over.stderr).toContain('in.pcap is an input');
    expect(bytesAt('in.pcap')).toEqual(new Uint8Array(readFileSync(call)));
    writeFileSync(at('old.pcap'), 'old');
    const none = run(['slice', '-c', '999', '-o', 'old.pcap', call], work);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('no call matches "999"');
    expect(readFileSync(at('old.pcap'), 'utf8')).toBe('old');
    expect(readdirSync(work).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it.each([
    [['-o', 'n.pcap', call], /which call\?/],
    [['-c', '1', call], /where to\?/],
    [['-c', '1', '-o', 'n.pcap', '-'], /standard input cannot/],
    [['-c', '1', '-o', 'n.pcap.gz', call], /a slice is not packed/],
    [['-c', '1', '-o', 'no/such/n.pcap', call], /cannot be written: no such file or directory/],
    [['-c', '1', '-o', 'n.pcap', '--format', 'xml', call], /--format/],
  ])('%j is wrong usage', (args, sentence) => {
    const { code, stdout, stderr } = run(['slice', ...args], work);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(work)).not.toContain('n.pcap');
  });

  it('gives trace text of a log, and no frames', () => {
    const log = join(import.meta.dirname, '../../fixtures/logs/asterisk-pjsip/log-file.log');
    expect(run(['slice', '-c', '1', '-o', 'log', log], work).code).toBe(0);
    expect(readFileSync(at('log'), 'utf8')).toMatch(/^@@ capture starts /);
    const frames = run(['slice', '-c', '1', '-o', 'log.pcap', log], work);
    expect(frames.code).toBe(2);
    expect(frames.stderr).toContain('is a log and holds no frames');
  });

  it('of a file without SIP is nothing, and 3', () => {
    writeFileSync(at('note.txt'), 'hello\n');
    expect(run(['slice', '-c', '1', '-o', 'none.pcap', 'note.txt'], work).code).toBe(3);
    expect(readdirSync(work)).not.toContain('none.pcap');
  });
});
