/** `--format ndjson`: lines come while the input is still being read, to standard output and to files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { fixture, run as runIn, start } from './run.ts';

const work = mkdtempSync(join(tmpdir(), 'sipsleuth-ndjson-'));
const run = (...args: string[]) => runIn(args, work);
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const refused = fixture('b2bua-callee-busy');

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe('ndjson', () => {
  it('tells a call while the next is still to come', async () => {
    const path = join(import.meta.dirname, '../../fixtures/rules/dialog/ack-missing-for-2xx/good-one-ack-lost.sip');
    const text = readFileSync(path, 'utf8');
    const later = text.replace(/T10:/g, 'T11:').replace(/^(call-id|i)(\s*:\s*)/gim, '$1$2later-');
    const child = start(['--format', 'ndjson', '-'], work);
    const [stdin, stdout] = [child.stdin as Writable, (child.stdout as Readable).setEncoding('utf8')];
    stdin.write(`${text}\n${later}`);
    // Standard input stays open: the line can only come before its end.
    let all = await new Promise<string>((resolve) => stdout.once('data', resolve));
    expect(JSON.parse(all.split('\n')[0])).toMatchObject({ type: 'call', outcome: 'answered' });
    stdin.end();
    for await (const chunk of stdout) all += chunk;
    const types = linesOf(all).map(({ type }) => type);
    expect(types.filter((type) => type === 'call')).toHaveLength(2);
    expect(types[types.length - 1]).toBe('summary');
  });

  it('goes to a file beside other reports, which is whole or not there', () => {
    expect(run('--report', 'ndjson=calls.ndjson', '--report', 'json=calls.json', refused)).toMatchObject({
      code: 0,
      stdout: '',
    });
    const { code, stdout } = run('--format', 'ndjson', refused);
    expect(code).toBe(0);
    expect(readFileSync(join(work, 'calls.ndjson'), 'utf8')).toBe(stdout);
    expect(run('--report', 'ndjson=none.ndjson', '--call', 'nobody', refused).code).toBe(2);
    expect(readdirSync(work).sort()).toEqual(['calls.json', 'calls.ndjson']);
  });

  it('takes selectors that need no number', () => {
    const { stdout } = run('--format', 'ndjson', '--call', 'bob@192.0.2.7', refused);
    const calls = linesOf(stdout).filter(({ type }) => type === 'call');
    expect(calls).toMatchObject([{ to: 'bob@192.0.2.7' }]);
    expect(calls[0].messages.length).toBeGreaterThan(0);
    expect(run('--format', 'ndjson', '--call', '2', refused)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'sipsleuth: --call 2: ndjson is written before calls have numbers; select by a part of From, To or Call-ID\n',
    });
  });

  it('marks what the baseline knows', () => {
    const capture = fixture('bye-unanswered');
    run('--baseline', 'known', '--write-baseline', capture);
    const accepted = (text: string) =>
      linesOf(text)
        .flatMap((line) => (line.type === 'finding' ? line : Array.isArray(line.findings) ? line.findings : []))
        .map((finding) => finding.accepted?.by);
    // The one that the baseline names, and the one that it explains.
    expect(accepted(run('--format', 'ndjson', '--baseline', 'known', capture).stdout)).toEqual([
      'baseline',
      'baseline',
    ]);
    expect(accepted(run('--format', 'ndjson', capture).stdout)).toEqual([undefined, undefined]);
  });
});
