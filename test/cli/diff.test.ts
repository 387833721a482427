/** `sipsleuth diff`: exit codes, formats, two calls of one capture, and what is said of wrong usage. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fixture, run as runIn } from './run.ts';

const work = mkdtempSync(join(tmpdir(), 'sipsleuth-diff-'));
const run = (...args: string[]) => runIn(['diff', ...args], work);
const [answered, busy, legs] = [fixture('answered-call'), fixture('busy-486'), fixture('b2bua-call')];

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe('diff', () => {
  it('tells how two captures differ', () => {
    const { code, stdout, stderr } = run(answered, busy);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(
      /^answered-call\.pcap → busy-486\.pcap\n {2}1 call compared · 1 differs\n\ncall 1 → call 1 {2}/,
    );
    expect(stdout).toMatch(/^ {2}outcome {9}~ answered 200 → busy 486$/m);
    expect(stdout).toMatch(/^ {18}\+ 486 Busy Here to INVITE$/m);
  });

  it('has nothing to tell of two that are alike', () => {
    expect(run(answered, fixture('answered-over-ipv6'))).toEqual({
      code: 0,
      stdout: 'answered-call.pcap → answered-over-ipv6.pcap\n  1 call compared · no difference\n',
      stderr: '',
    });
  });

  it('compares two calls of one capture', () => {
    const { code, stdout } = run(legs, '--call', '1', '--call', '2');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^b2bua-call\.pcap\n {2}1 call compared · 1 differs\n\ncall 1 → call 2 {2}/);
    expect(stdout).toMatch(/~ User-Agent: Lab Phone 1\.0 → Sippy B2BUA/);
  });

  it('writes several results at once, the same each time', () => {
    const reports = ['--report', 'json=diff.json', '--report', 'markdown=diff.md'];
    expect(run(...reports, answered, busy)).toMatchObject({ code: 1, stdout: '' });
    const [json, markdown] = ['diff.json', 'diff.md'].map((name) => readFileSync(join(work, name), 'utf8'));
    expect(JSON.parse(json)).toMatchObject({ schema: 'sipsleuth/diff@1', equal: false });
    expect(markdown).toContain('```diff\n! outcome: answered 200 → busy 486\n');
    expect(run('-f', 'json', answered, busy).stdout).toBe(json);
  });

  it.each<[readonly string[], number, RegExp]>([
    [[answered], 2, /diff takes two captures/],
    [[answered, busy, legs], 2, /diff takes two captures/],
    [['-', '-'], 2, /diff takes two captures/],
    [[legs, '--call', '1', '--call', '1', '--call', '2'], 2, /--call once for both sides, or twice/],
    [[answered, busy, '--call', '9'], 2, /no call matches "9"/],
    [[answered, busy, '--format', 'yaml'], 2, /format "yaml" is not known/],
    [[answered, 'missing.pcap'], 3, /missing\.pcap: no such file/],
    [[answered, busy, '-o', answered], 2, /is an input: the report would overwrite it/],
  ])('%j is refused', (args, code, message) => {
    const result = run(...args);
    expect([result.code, result.stdout]).toEqual([code, '']);
    expect(result.stderr).toMatch(message);
  });
});
