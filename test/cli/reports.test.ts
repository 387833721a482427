/** Reports as they come out of the program: where they go, what is in them, how they look on a terminal, and the exit code. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProgram, environment } from './built.ts';
import { fixture } from './run.ts';

const { path: program, work, run, runJson, put, putCaptures } = createProgram();

beforeAll(() => {
  put('good.yaml', 'rules:\n  invite-no-response: off\nfail-on: warning\n');
  put('good.json', '{ "rules": { "invite-no-response": "info" }, "fail-on": "info" }');
  putCaptures('all');
});

describe('reports', () => {
  const busy = fixture('busy-486');

  it('go to standard output, and nothing goes to standard error', () => {
    const { code, stdout, stderr } = run([busy]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^busy-486\.pcap\s+pcap, Ethernet\b.*\n/);
  });

  it('--report beside --format writes both', () => {
    const { stdout } = run([
      '--format',
      'terminal',
      '--report',
      'json=both.json',
      '--report',
      'terminal=both.txt',
      busy,
    ]);
    expect(stdout).toBe(run([busy]).stdout);
    expect(readFileSync(join(work, 'both.txt'), 'utf8')).toBe(stdout);
    expect(readFileSync(join(work, 'both.json'), 'utf8')).toBe(run(['--format', 'json', busy]).stdout);
  });

  it('--report alone writes only its file', () => {
    expect(run(['--report', 'json=alone.json', busy])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(join(work, 'alone.json'), 'utf8')).calls).toHaveLength(1);
  });

  it('--output', () => {
    expect(run(['--output', 'out.txt', busy])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(work, 'out.txt'), 'utf8')).toBe(run([busy]).stdout);
  });

  it('--messages', () => {
    const counts = (which: string) =>
      runJson(['--messages', which, busy, fixture('answered-call')]).calls.map(({ messages }) => messages.length);
    expect(counts('all').sort()).toEqual([4, 7]);
    expect(counts('flagged').sort()).toEqual([0, 4]);
    expect(counts('none')).toEqual([0, 0]);
  });

  it('--call by number, range, name and Call-ID', () => {
    const both = [busy, fixture('not-found-404')];
    const all = runJson(both).calls;
    const ids = (selector: string) => runJson(['--call', selector, ...both]).calls.map(({ id }) => id);
    expect(ids('2')).toEqual([1]);
    expect(ids('1-2')).toEqual([0, 1]);
    expect(ids('carol')).toEqual(all.filter(({ to }) => to.startsWith('carol')).map(({ id }) => id));
    expect(ids(all[0].callIds[0])).toEqual([0]);
    expect(run(['--call', '2', ...both]).stdout).toContain('call 2');
  });

  it('--limit-calls', () => {
    const { stdout } = run(['--limit-calls', '1', busy, fixture('not-found-404')]);
    expect(stdout.match(/^call \d/gm)).toHaveLength(1);
  });

  it('are the same bytes for the same input', () => {
    for (const format of ['terminal', 'json']) {
      const args = ['--format', format, '--messages', 'all', 'all'];
      const first = run(args);
      expect(first.stdout.length).toBeGreaterThan(10_000);
      // The language alone is the environment's to choose.
      const elsewhere = { env: { TZ: 'Asia/Ho_Chi_Minh', LC_ALL: 'ru_RU.UTF-8' } };
      expect(run(['--lang', 'en', ...args], elsewhere).stdout).toBe(first.stdout);
    }
  });

  it('are in the language that is asked for, else in that of the environment, else in English', () => {
    const language = (args: readonly string[], env: Readonly<Record<string, string>>) =>
      JSON.parse(run(['--format', 'json', ...args, fixture('busy-486')], { env }).stdout).language;
    expect(language([], { LC_ALL: 'ru_RU.UTF-8', LANG: 'fr_FR.UTF-8' })).toBe('ru');
    expect(language([], { LANG: 'fr_CA.UTF-8' })).toBe('fr');
    expect(language([], { LANG: 'C.UTF-8' })).toBe('en');
    expect(language([], { LANG: 'eo.UTF-8' })).toBe('en');
    expect(language(['--lang', 'vi-VN'], { LC_ALL: 'ru_RU.UTF-8' })).toBe('vi');
    expect(run(['--lang', 'xx', fixture('busy-486')]).code).toBe(2);
  });
});

describe('exit codes of findings', () => {
  const failed = fixture('invite-no-response');
  it.each<[number, readonly string[]]>([
    [1, []],
    [1, ['--fail-on', 'info']],
    [0, ['--fail-on', 'never']],
    [0, ['--rule', 'invite-no-response=off']],
    [0, ['--rule', 'invite-no-response=warning']],
    [1, ['--rule', 'invite-no-response=warning', '--fail-on', 'warning']],
    [0, ['--rule', 'invite-no-response=info', '--fail-on', 'warning']],
    [0, ['--config', 'good.yaml']],
    [1, ['--config', 'good.yaml', '--rule', 'invite-no-response=error']],
    [1, ['--config', 'good.json']],
    [0, ['--config', 'good.json', '--fail-on', 'error']],
  ])('%i with %j', (wanted, args) => {
    const { code, stderr } = run([...args, failed]);
    expect({ code, stderr }).toEqual({ code: wanted, stderr: '' });
  });

  it('of a clean call are 0 whatever fails', () => {
    expect(run(['--fail-on', 'info', fixture('answered-call')]).code).toBe(0);
  });
});

describe('the terminal', () => {
  const busy = fixture('busy-486');
  const colored = (args: readonly string[], env: Readonly<Record<string, string>>) =>
    run([...args, busy], { env }).stdout.includes('\x1b[');

  it('gets colours when it is one, or when asked for', () => {
    expect(colored([], {})).toBe(false);
    expect(colored([], { FORCE_COLOR: '1' })).toBe(true);
    expect(colored([], { FORCE_COLOR: '0' })).toBe(false);
    expect(colored([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(colored(['--color', 'always'], { NO_COLOR: '1' })).toBe(true);
    expect(colored(['--color', 'never'], { FORCE_COLOR: '1' })).toBe(false);
    expect(colored(['--format', 'json'], { FORCE_COLOR: '1' })).toBe(false);
  });

  it('has the width that COLUMNS says, within reason', () => {
    const widest = (columns: string) => {
      const { stdout } = run([busy], { env: { COLUMNS: columns } });
      return Math.max(...stdout.split('\n').map((line) => [...line].length));
    };
    expect(widest('60')).toBe(60);
    expect(widest('100')).toBe(100);
    expect(widest('1000')).toBe(120);
    expect(widest('wide')).toBe(80);
  });

  it('colours change nothing else', () => {
    const plain = run(['all']).stdout;
    const painted = run(['--color', 'always', 'all']).stdout;
    expect(painted.replace(/\x1b\[\d+m/g, '')).toBe(plain);
  });

  it('that goes away ends the program quietly', () => {
    const command = `"${execPath}" "${program}" --format json --messages all all | head -1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: work, encoding: 'utf8', env: environment() });
    expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' });
  });
});
