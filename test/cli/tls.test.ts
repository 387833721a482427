/** Key logs on the command line: what they open, and that no secret ever leaves them but into a slice that needs it. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report.ts';
import { run as runIn } from './run.ts';

const captures = join(import.meta.dirname, '../../fixtures/captures');
let folder = '';
const run = (...args: string[]) => runIn(args, folder);
const file = (name: string) => join(captures, name);
const SUITES = file('tls-1.2-suites.pcap');
const KEYS = file('tls-1.2-suites.keylog');
const INSIDE = file('tls-1.3-suites.pcapng');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sipsleuth-tls-'));
  writeFileSync(join(folder, 'none.txt'), '# nothing\n');
  writeFileSync(join(folder, 'cut.txt'), readFileSync(KEYS, 'latin1').slice(0, 100));
});
afterAll(() => rmSync(folder, { recursive: true }));

const reportOf = (...args: string[]) => JSON.parse(run('-f', 'json', ...args).stdout) as Report;
/** Secrets of a key log: what follows the random. */
const secretsIn = (text: string) =>
  [...text.matchAll(/[A-Z_0-9]+ [0-9a-f]{64} ([0-9a-f]+)/g)].map(([, secret]) => secret);

describe('--keylog', () => {
  it('reads SIP over TLS, and shows no secret', () => {
    const { code, stdout, stderr } = run('-f', 'json', '--messages', 'all', '--keylog', KEYS, SUITES);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const report = JSON.parse(stdout) as Report;
    expect(report.calls).toHaveLength(8);
    expect(report.inputs[0].notDecoded).toEqual([]);
    const secrets = secretsIn(readFileSync(KEYS, 'latin1'));
    expect(secrets).toHaveLength(8);
    for (const secret of secrets) expect(stdout.toLowerCase()).not.toContain(secret);
  });

  it('may be given more than once, and is of use to expect and diff', () => {
    const other = file('tls-1.0-and-1.1.keylog');
    expect(reportOf('--keylog', other, '--keylog', KEYS, SUITES).calls).toHaveLength(8);
    expect(run('diff', '--keylog', KEYS, SUITES, SUITES).code).toBe(0);
    writeFileSync(join(folder, 'eight.yml'), 'expectations: 1\ncalls:\n  - name: all\n    count: 8\n');
    expect(run('expect', '--keylog', KEYS, 'eight.yml', SUITES).code).toBe(0);
    expect(run('expect', 'eight.yml', SUITES).code).not.toBe(0);
  });

  it.each([
    ['missing.txt', /^sipsleuth: key log missing\.txt cannot be read: [^\n]+\n$/],
    ['none.txt', /^sipsleuth: key log none\.txt holds no secret of TLS; [^\n]+\n$/],
    ['cut.txt', /^sipsleuth: key log cut\.txt holds no secret of TLS; [^\n]+\n$/],
  ])('%s is refused in one sentence', (name, sentence) => {
    for (const command of [[], ['diff', SUITES], ['slice', '-c', '1', '-o', 'x.pcap']]) {
      const { code, stdout, stderr } = run(...command, '--keylog', name, SUITES);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(sentence);
      expect(stderr).not.toMatch(/[0-9a-f]{32}/);
    }
  });
});

describe('a capture with its secrets inside', () => {
  it('is read without more', () => expect(reportOf(INSIDE).calls).toHaveLength(5));

  it('gives slices that take the secrets of their connections along, and no others', () => {
    const { code, stderr } = run('slice', '--call', '2', '-o', 'two.pcapng', INSIDE);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^sipsleuth: [^\n]*their secrets with them\n$/);
    const [call, ...others] = reportOf('two.pcapng').calls;
    expect(others).toEqual([]);
    const [, second] = reportOf(INSIDE).calls;
    expect([call.callIds, call.start, call.sequence]).toEqual([second.callIds, second.start, second.sequence]);
    const all = secretsIn(readFileSync(INSIDE, 'latin1'));
    const kept = secretsIn(readFileSync(join(folder, 'two.pcapng'), 'latin1'));
    expect(kept).toHaveLength(4);
    expect(all).toEqual(expect.arrayContaining(kept));
  });

  it('gives traces in clear', () => {
    expect(run('slice', '--call', '2', '-o', 'two.sip', INSIDE).code).toBe(0);
    expect(reportOf('two.sip').calls.map(({ sequence }) => sequence)).toEqual([[100, 180, 200]]);
    expect(readFileSync(join(folder, 'two.sip'), 'utf8')).toMatch(/^@ \S+ tls 192\.0\.2\.1:\d+ > 192\.0\.2\.7:5061$/m);
  });

  it('is not redacted to something that still holds it', () => {
    copyFileSync(INSIDE, join(folder, 'in.pcapng'));
    const { code, stderr } = run('redact', '-o', 'out.pcapng', 'in.pcapng');
    expect(code).toBe(3);
    expect(stderr).toMatch(/^sipsleuth: [^\n]*no SIP message[^\n]*\n$/);
  });
});

describe('slices to pcap', () => {
  it('say that the key log is needed, and are read with it', () => {
    const { code, stderr } = run('slice', '--keylog', KEYS, '--call', '3', '-o', 'three.pcap', SUITES);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^sipsleuth: [^\n]*it takes their key log to read it[^\n]*\n$/);
    expect(reportOf('--keylog', KEYS, 'three.pcap').calls).toHaveLength(1);
    expect(secretsIn(readFileSync(join(folder, 'three.pcap'), 'latin1'))).toEqual([]);
    expect(run('slice', '-q', '--keylog', KEYS, '--call', '3', '-o', 'quiet.pcap', SUITES).stderr).toBe('');
  });
});
