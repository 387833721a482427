/** The built program as a user runs it: exit codes, one clear sentence for what goes wrong, and the report on standard output. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath, env as outerEnv } from 'node:process';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report.ts';

const root = join(import.meta.dirname, '../..');
const captures = join(root, 'fixtures/captures');

/** The program is built here, and runs here: another test or a person may be building in the checkout meanwhile. */
const home = mkdtempSync(join(tmpdir(), 'sipsleuth-cli-'));
const work = join(home, 'work');
const program = join(home, 'bin/sipsleuth.js');

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly input?: Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

function environment(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: outerEnv.PATH ?? '', LANG: 'C.UTF-8', ...env };
}

function run(args: readonly string[], { input, env }: RunOptions = {}): Run {
  const { status, stdout, stderr } = spawnSync(execPath, [program, ...args], {
    cwd: work,
    input: input ?? '',
    env: environment(env),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
}

function runJson(args: readonly string[], options?: RunOptions): Report {
  const { stdout } = run(['--format', 'json', ...args], options);
  return JSON.parse(stdout);
}

const names = readdirSync(captures)
  .filter((name) => name.endsWith('.pcap'))
  .sort();
const fixture = (name: string) => join(captures, `${name}.pcap`);
const bytesOf = (name: string) => readFileSync(fixture(name));

/** Start of the record header of frame `number`, in a little-endian capture. */
function startOf(capture: Uint8Array, number: number): number {
  const view = new DataView(capture.buffer, capture.byteOffset, capture.byteLength);
  let at = 24;
  for (let frame = 1; frame < number; frame++) at += 16 + view.getUint32(at + 8, true);
  return at;
}

/** Bytes that look like nothing, always the same. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}

beforeAll(() => {
  execFileSync('npx', ['--no-install', 'tsc', '-p', 'tsconfig.build.json', '--outDir', join(home, 'dist')], {
    cwd: root,
  });
  for (const name of ['bin', 'examples', 'package.json'])
    cpSync(join(root, name), join(home, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
  mkdirSync(work);
  const put = (name: string, content: Uint8Array | string) => writeFileSync(join(work, name), content);
  const capture = bytesOf('busy-everywhere');
  const packed = gzipSync(capture);

  put('empty.pcap', '');
  mkdirSync(join(work, 'papers'));
  put('papers/README.md', 'No capture here.\n');
  put('random.bin', noise(5000));
  put('cut.pcap', capture.subarray(0, startOf(capture, 8) + 40));
  const corrupt = Uint8Array.from(capture);
  corrupt.set([0xff, 0xff, 0xff, 0x7f], startOf(capture, 5) + 8);
  put('corrupt.pcap', corrupt);
  put('busy.pcap.gz', packed);
  put('cut.pcap.gz', packed.subarray(0, packed.length >> 1));
  const damaged = Uint8Array.from(packed);
  for (let at = 40; at < 80; at++) damaged[at] ^= 0x55;
  put('damaged.pcap.gz', damaged);
  put('header-only.pcap', capture.subarray(0, 24));
  const media = Uint8Array.from(capture.subarray(0, startOf(capture, 2)));
  // Whatever was said on the first frame is no SIP any more.
  media.fill(0x80, 24 + 16 + 42);
  put('no-sip.pcap', media);
  put('notes.txt', 'Nobody ever calls.\n');
  put('unknown-name.yaml', 'rulez:\n  invite-no-response: off\n');
  put('unknown-rule.yaml', 'rules:\n  invite-no-respond: off\n');
  put('bad-severity.yaml', 'rules:\n  invite-no-response: fatal\n');
  put('bad-threshold.yaml', 'thresholds:\n  transactionTimeout: long\n');
  put('no-yaml.yaml', 'rules: [a\n  : {');
  put('list.yaml', '- rules\n');
  put('good.yaml', 'rules:\n  invite-no-response: off\nfail-on: warning\n');
  put('good.json', '{ "rules": { "invite-no-response": "info" }, "fail-on": "info" }');
  mkdirSync(join(work, 'all'));
  for (const name of names) cpSync(join(captures, name), join(work, 'all', name));
  mkdirSync(join(work, 'ticket'));
  cpSync(fixture('busy-486'), join(work, 'ticket/busy-486.pcap'));
  put('ticket/notes.txt', 'The customer says that nobody answers.\n');
  put('two-0.pcap', bytesOf('busy-486'));
  put('two-1.pcap', bytesOf('not-found-404'));
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

// ── What goes wrong ──────────────────────────────────────────────────────────────────────────────────────────────

/** One line that a person understands: no stack, no errno, no leaked value. */
function expectSentence(stderr: string, pattern: RegExp): void {
  expect(stderr).toMatch(/^sipsleuth: [^\n]{10,300}\n$/);
  expect(stderr).toMatch(pattern);
  expect(stderr).not.toMatch(/undefined|NaN|\[object|\bE[A-Z]{4,}\b|\bnode:|:\s*\n$/);
}

describe('input that cannot be read', () => {
  it.each([
    ['a missing file', ['missing.pcap'], /missing\.pcap: no such file/],
    ['a directory without captures', ['papers'], /papers: no capture or log in this directory/],
    ['a pattern that matches nothing', ['*.cap'], /\*\.cap: no file matches/],
  ])('%s: exit code 3, no report', (_, args, sentence) => {
    const { code, stdout, stderr } = run(args);
    expectSentence(stderr, sentence);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  });

  it.each([
    ['an empty file', 'empty.pcap', /empty\.pcap: .*empty/],
    ['bytes that are no capture', 'random.bin', /random\.bin: not a capture/],
    ['a capture without SIP', 'no-sip.pcap', /no-sip\.pcap: no SIP .*1 frame(?!s)/],
    ['a capture without packets', 'header-only.pcap', /header-only\.pcap: no SIP .*0 frames/],
    ['a text without SIP', 'notes.txt', /notes\.txt: no SIP .*1 line(?!s)/],
    ['gzip that is damaged at its beginning', 'damaged.pcap.gz', /damaged\.pcap\.gz: .*damaged gzip/],
  ])('%s: exit code 3, a report that says so', (_, name, sentence) => {
    const { code, stdout, stderr } = run([name]);
    expectSentence(stderr, sentence);
    expect(code).toBe(3);
    expect(stdout).toContain(name);
    expect(stdout).toContain('0 SIP messages');
  });

  it('says nothing of a cut where there is no capture', () => {
    expect(run(['random.bin']).stdout).not.toMatch(/incomplete|cut off|damaged/);
  });
});

describe('input that can be read in part: exit code 4, a report of that part', () => {
  it.each([
    ['a cut capture', 'cut.pcap', /cut\.pcap: only partly readable.* frame 8, byte \d+/],
    ['a corrupt capture', 'corrupt.pcap', /corrupt\.pcap: only partly readable.*damaged.* frame 5, byte \d+/],
    ['gzip that is cut in the middle', 'cut.pcap.gz', /cut\.pcap\.gz: .*gzip/],
  ])('%s', (_, name, sentence) => {
    const { code, stdout, stderr } = run([name]);
    expectSentence(stderr, sentence);
    expect(code).toBe(4);
    expect(stdout).toContain('call 1  alice');
    expect(runJson([name]).calls.map(({ from }) => from)).toEqual(['alice@example.com']);
    expect(run(['--quiet', name])).toEqual({ code: 4, stdout, stderr: '' });
  });

  it('one good file, one that is missing, one without SIP: a sentence for each bad one', () => {
    const { code, stdout, stderr } = run([fixture('busy-486'), 'missing.pcap', 'notes.txt']);
    expect(code).toBe(4);
    expect(stdout).toContain('486');
    expect(stderr.match(/^sipsleuth: (?:missing\.pcap|notes\.txt): [^\n]+$/gm)).toHaveLength(2);
    expect(stderr.split('\n')).toHaveLength(3);
  });

  it('findings count for more', () => {
    expect(run([fixture('ack-missing'), 'missing.pcap']).code).toBe(1);
  });
});

describe('wrong usage: exit code 2, one sentence, no report', () => {
  const good = fixture('busy-486');
  it.each<[string, readonly string[], RegExp]>([
    ['no input', [], /input/],
    ['an unknown option', ['--frobnicate', good], /--frobnicate/],
    ['an option that is nearly right', ['--formt', 'json', good], /--formt.*--format/],
    [
      'a rule that is nearly right',
      ['--rule', 'invite-no-respons=off', good],
      /"invite-no-respons".*"invite-no-response"/,
    ],
    ['an unknown severity', ['--rule', 'invite-no-response=loud', good], /"loud".*error, warning, info, off/],
    ['a rule without severity', ['--rule', 'invite-no-response', good], /--rule.*ID=/],
    ['an unknown format', ['--format', 'xml', good], /"xml".*terminal.*json/],
    ['--report without a file', ['--report', 'json', good], /--report.*FORMAT=FILE.*"json"/],
    ['--report with an empty file name', ['--report', 'json=', good], /--report.*FORMAT=FILE/],
    ['--report with an unknown format', ['--report', 'xml=out.xml', good], /"xml".*json/],
    [
      '--report to where nothing can be written',
      ['--report', 'json=nowhere/out.json', good],
      /nowhere\/out\.json.*cannot be written/,
    ],
    ['--output to a directory', ['--output', 'papers', good], /papers.*cannot be written/],
    ['--fail-on', ['--fail-on', 'sometimes', good], /--fail-on.*sometimes.*error, warning, info, never/],
    ['--color', ['--color', 'pink', good], /--color.*pink.*auto, always, never/],
    ['--messages', ['--messages', 'some', good], /--messages.*some.*flagged, all, none/],
    ['--limit-calls', ['--limit-calls', 'many', good], /--limit-calls.*many.*number/],
    ['a call that is not there', ['--call', '7', good], /"7".*1/],
    ['a missing configuration', ['--config', 'none.yaml', good], /none\.yaml.*no such file/],
    [
      'an unknown name in the configuration',
      ['--config', 'unknown-name.yaml', good],
      /unknown-name\.yaml:1:1: .*"rulez".*"rules"/,
    ],
    [
      'an unknown rule in the configuration',
      ['--config', 'unknown-rule.yaml', good],
      /unknown-rule\.yaml:2:3: .*"invite-no-respond".*"invite-no-response"/,
    ],
    [
      'an unknown severity in the configuration',
      ['--config', 'bad-severity.yaml', good],
      /bad-severity\.yaml:2:23: .*"fatal".*error, warning, info, off/,
    ],
    [
      'a threshold that is no number',
      ['--config', 'bad-threshold.yaml', good],
      /bad-threshold\.yaml:2:23: .*transactionTimeout.*number/,
    ],
    ['a configuration that is no YAML', ['--config', 'no-yaml.yaml', good], /config no-yaml\.yaml:1:10: \S/],
    ['a configuration that is a list', ['--config', 'list.yaml', good], /list\.yaml:1:1: /],
    ['explain without a thing', ['explain'], /explain|thing/],
    ['explain 999', ['explain', '999'], /999.*100 to 699/],
    ['explain 183 6000', ['explain', '183', '6000'], /6000.*100 to 699.*600/],
    ['explain nonsense', ['explain', 'nonsense'], /"nonsense".*183.*q850:16/],
    [
      'explain of a rule that is nearly right',
      ['explain', 'ack-mising-for-2xx'],
      /"ack-mising-for-2xx".*"ack-missing-for-2xx"/,
    ],
    ['explain q850:999', ['explain', 'q850:999'], /q850:999/],
    ['explain 100,x,200', ['explain', '100,x,200'], /100,x,200/],
    ['explain header:Foo', ['explain', 'header:Foo'], /header:Foo .*sipsleuth list headers/],
    ['explain header:Retry-Aftr', ['explain', 'header:Retry-Aftr'], /header:Retry-Aftr .*"Retry-After"/],
    ['explain timer:Z', ['explain', 'timer:Z'], /timer:Z .*T1, T2, T4, A, B, C.*session/],
    ['explain reason:Foo', ['explain', 'reason:Foo'], /reason:Foo .*sipsleuth list reasons/],
    ['explain reason:STIRR', ['explain', 'reason:STIRR'], /reason:STIRR .*"STIR"/],
    [
      'explain of the beginning of several names',
      ['explain', 'auth'],
      /"auth" is not known.*header field; did you mean "auth-[^"]+", .* "auth-nonce-loop", or one of 2 more\?/,
    ],
    ['explain of a letter', ['explain', 'x'], /"x" is not known.*header field/],
    ['explain of one thing that is known and one that is not', ['explain', '183', 'timer:Z'], /timer:Z/],
    ['explain in a language that is not there', ['explain', '183', '--lang', 'de'], /--lang "de".*en, fr, vi, ru/],
    ['explain of nothing', ['explain', ''], /"" is not known.*183/],
    ['list without a name', ['list'], /list|what/],
    ['list nonsense', ['list', 'nonsense'], /"nonsense".*statuses, rules, thresholds, dialects, formats, links/],
  ])('%s', (_, args, sentence) => {
    const { code, stdout, stderr } = run(args);
    expectSentence(stderr, sentence);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('hints at nothing that is far from what was typed', () => {
    expect(run(['explain', '999']).stderr).not.toContain('did you mean');
    expect(run(['explain', 'warning:1']).stderr).not.toContain('did you mean');
  });
});

// ── What goes well ───────────────────────────────────────────────────────────────────────────────────────────────

describe('inputs', () => {
  it('standard input, packed or not', () => {
    const plain = runJson(['-'], { input: bytesOf('busy-everywhere') });
    const packed = runJson(['-'], { input: gzipSync(bytesOf('busy-everywhere')) });
    expect(plain.inputs).toMatchObject([{ path: 'standard input', format: 'pcap', sipMessages: 10, complete: true }]);
    expect(packed).toEqual(plain);
  });

  it('nothing on standard input', () => {
    const { code, stderr } = run(['-']);
    expectSentence(stderr, /standard input: .*empty/);
    expect(code).toBe(3);
  });

  it('gzip', () => {
    const plain = runJson([fixture('busy-everywhere')]);
    const packed = runJson(['busy.pcap.gz']);
    expect(packed.calls).toEqual(plain.calls);
    expect(packed.inputs).toEqual([{ ...plain.inputs[0], path: 'busy.pcap.gz' }]);
  });

  it('several files, in the order of their time', () => {
    const report = runJson([fixture('not-found-404'), fixture('busy-486')]);
    expect(report.calls).toHaveLength(2);
    expect(report.inputs.map(({ start }) => start)).toEqual(report.inputs.map(({ start }) => start).sort());
    expect(report).toEqual(runJson([fixture('busy-486'), fixture('not-found-404')]));
  });

  it('a directory: every capture in it', () => {
    const report = runJson(['all']);
    expect(report.inputs.map(({ path }) => path).sort()).toEqual(names.map((name) => `all/${name}`));
    expect(report.summary.messages).toBeGreaterThan(200);
    expect(report.summary.messages).toBe(report.inputs.reduce((sum, { sipMessages }) => sum + sipMessages, 0));
  });

  it('a directory that also holds a text without SIP, which nobody asked for', () => {
    expect(run(['ticket/busy-486.pcap']).code).toBe(0);
    const { code, stderr } = run(['ticket']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('a pattern in quotes', () => {
    expect(
      runJson(['two-*.pcap'])
        .inputs.map(({ path }) => path)
        .sort(),
    ).toEqual(['two-0.pcap', 'two-1.pcap']);
    expect(runJson(['two-[1].pcap', 'two-1.pcap']).inputs.map(({ path }) => path)).toEqual(['two-1.pcap']);
  });

  it('the command may be named', () => {
    expect(run(['analyze', fixture('busy-486')])).toEqual(run([fixture('busy-486')]));
  });
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

describe('explain and list', () => {
  it.each<[readonly string[], RegExp]>([
    [['183'], /^183 Session Progress/],
    [['183', '600'], /^183 .*600/],
    [['100,183,600'], /100.*183.*600/],
    [['q850:17'], /17/],
    [['warning:304'], /304/],
    [['ack-missing-for-2xx'], /ack-missing-for-2xx/],
    [['INVITE'], /^INVITE/],
    [['retry-after'], /^Header field Retry-After/],
    [['header:x'], /^Header field Session-Expires/],
    [['reason:stir'], /^Reason protocol STIR/],
    [['timer:b'], /^Timer B/],
    [['477'], /^477 Unfortunately/],
    [['499'], /^499$/m],
  ])('explain %j', (things, title) => {
    const { code, stdout, stderr } = run(['explain', ...things]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(title);
    expect(stdout.split('\n').length).toBeGreaterThan(8);
    expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    expect(stdout).not.toMatch(/undefined|NaN|\[object/);
  });

  it.each([
    ['statuses', /^183\s+Session Progress/m],
    ['rules', /^ack-missing-for-2xx\s+error/m],
    ['dialects', /^asterisk-pjsip\s/m],
    ['formats', /^json\s/m],
    ['links', /^1\s+Ethernet$/m],
    ['headers', /^Session-Expires\s+x\s+RFC 4028 §4$/m],
    ['reasons', /^STIR\s+RFC 9410$/m],
    ['timers', /^B\s+32 s\s+128 s\s+RFC 3261 §17\.1\.1\.2$/m],
  ])('list %s', (what, line) => {
    const { code, stdout, stderr } = run(['list', what]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(line);
  });
});

describe('help', () => {
  it('--version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('--help names commands, the chief options and the exit codes, on 80 columns', () => {
    const { code, stdout, stderr } = run(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const word of ['analyze', 'explain', 'list', 'Exit codes', '--format', '--fail-on'])
      expect(stdout).toContain(word);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('analyze --help names every option', () => {
    const { stdout } = run(['analyze', '--help']);
    for (const word of [
      '--format',
      '--output',
      '--report',
      '--call',
      '--fail-on',
      '--rule',
      '--messages',
      '--color',
      '--quiet',
      '--config',
    ]) {
      expect(stdout).toContain(word);
    }
    expect(stdout).not.toContain('default: []');
  });
});
