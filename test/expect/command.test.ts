/** `sipsleuth expect` as a user runs it: exit codes, reports, drafts, and words that want to act. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fixture, run } from '../cli/run.ts';

const home = mkdtempSync(join(tmpdir(), 'sipsleuth-expect-'));
const put = (name: string, text: string | Uint8Array) => writeFileSync(join(home, name), text);
const expectation = (...args: string[]) => run(['expect', ...args], home);
const answered = fixture('answered-call');
const busy = fixture('busy-486');

beforeAll(() => {
  put(
    'call.yml',
    'expectations: 1\ncalls:\n  - name: Alice reaches Bob\n    sequence: 100? 18x* 200\n    outcome: answered\n',
  );
  put('none.yml', 'expectations: 1\ncalls: [{ select: { from: carol }, count: 0 }]\n');
  put('broken.yml', 'expectations: 1\ncalls: [{ outcome: answerd }]\n');
  put('allowed.yml', 'expectations: 1\ncalls: [{ findings: { allowed: [] } }]\n');
  put('cut.pcap', readFileSync(answered).subarray(0, -20));
  put('empty.log', 'Nobody ever calls.\n');
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

describe('exit codes', () => {
  it.each([
    [0, ['call.yml', answered]],
    [1, ['call.yml', busy]],
    [1, ['call.yml', answered, busy]],
    [2, ['broken.yml', answered]],
    [2, ['missing.yml', answered]],
    [2, ['call.yml']],
    [2, []],
    [2, ['--format', 'csv', 'call.yml', answered]],
    [2, ['--rule', 'nothing=off', 'call.yml', answered]],
    [2, ['--output', 'call.yml', 'call.yml', answered]],
    [2, ['--report', 'json=x', '--report', 'junit=x', 'call.yml', answered]],
    [2, ['--from', answered, '--format', 'json']],
    [3, ['call.yml', 'missing.pcap']],
    [3, ['call.yml', 'empty.log']],
    [3, ['none.yml', 'empty.log']],
    [4, ['none.yml', 'cut.pcap']],
    [1, ['call.yml', 'cut.pcap', busy]],
    [3, ['--from', 'missing.pcap']],
  ] as const)('%i for %j', (code, args) => {
    const { code: seen, stderr } = expectation(...args);
    expect(seen, stderr).toBe(code);
    if (code === 2) expect(stderr).toMatch(/^sipsleuth: [^\n]+\n$/);
  });

  it('a rule that is off finds nothing', () => {
    expect(expectation('allowed.yml', fixture('trying-late')).code).toBe(1);
    expect(expectation('--rule', 'trying-late=off', 'allowed.yml', fixture('trying-late')).code).toBe(0);
    put('config.yml', 'rules: { trying-late: off }\n');
    expect(expectation('--config', 'config.yml', 'allowed.yml', fixture('trying-late')).code).toBe(0);
  });
});

describe('on a terminal', () => {
  it('a failure tells what was expected and seen, and shows the ladder', () => {
    const { stdout, stderr } = expectation('call.yml', busy);
    expect(stderr).toBe('');
    expect(stdout).toBe(`call.yml: 1 of 1 expectation failed

✗ Alice reaches Bob  call.yml:3
    call 1  alice@example.com → bob@example.com  13:31:09
      outcome   expected answered, seen busy
      sequence  [2] expected 100? 18x* 200, seen 100 486: after 100 came 486
                instead of 18x or 200

   caller                                  callee
  192.0.2.1                               192.0.2.7
      │                                       │
      ├─ INVITE (SDP) ───────────────────────▶│   0.000
      │◀───────────────────────── 100 Trying ─┤  +0.000
      │◀────────────────────── 486 Busy Here ─┤  +0.124 [2]
      ├─ ACK ────────────────────────────────▶│  +0.124
`);
  });

  it('what holds is one line, what fails has an example of each, and the rest is counted', () => {
    const { stdout } = expectation('call.yml', fixture('server-overload-503'));
    expect(stdout.match(/^ {4}call \d+ /gm)).toHaveLength(3);
    expect(stdout).toContain('… and 9 others like it; --format json has all');
    expect(expectation('call.yml', answered).stdout).toBe(
      'call.yml: 1 expectation holds\n\n✓ Alice reaches Bob  1 call\n',
    );
  });

  it('where none may hold, what does is shown', () => {
    put('no-busy.yml', 'expectations: 1\ncalls: [{ match: none, outcome: busy, status: 4xx }]\n');
    const { stdout } = expectation('no-busy.yml', fixture('transfer-failed'));
    expect(stdout).toContain('    match  expected none to hold, but 1 call does\n');
    expect(stdout).toMatch(
      /^ {4}call 2 .*\n {6}outcome {2}expected busy, seen busy\n {6}status {3}expected 4xx, seen 486\n/m,
    );
    expect(stdout).not.toContain('call 1');
  });

  it('is at most as wide as it is', () => {
    for (const line of expectation('call.yml', busy, fixture('b2bua-callee-busy')).stdout.split('\n'))
      expect([...line].length).toBeLessThanOrEqual(80);
  });
});

describe('reports', () => {
  it('several at once, the same each time', () => {
    const reports = ['json', 'junit', 'markdown', 'github', 'terminal'];
    const once = (name: string) => {
      const args = reports.flatMap((format) => ['--report', `${format}=${name}.${format}`]);
      const { code, stdout } = expectation(...args, 'call.yml', busy);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      return reports.map((format) => readFileSync(join(home, `${name}.${format}`), 'utf8'));
    };
    const first = once('first');
    expect(once('second')).toEqual(first);
    const [json, junit, markdown, github] = first;
    expect(JSON.parse(json)).toMatchObject({
      pass: false,
      failed: 1,
      expectations: [{ name: 'Alice reaches Bob', line: 3, subjects: [{ pass: false }] }],
    });
    expect(junit).toContain('<testcase name="Alice reaches Bob"');
    expect(junit).toContain('<failure message="outcome: expected answered, seen busy" type="expectation">');
    expect(markdown).toContain('### ❌ `call.yml`: 1 of 1 expectation failed');
    expect(github).toMatch(/^::error file=call\.yml,line=3,title=Alice reaches Bob::call 1 .*%0Aoutcome: [^\n]+\n$/);
  });

  it('of what holds are no failure', () => {
    expect(expectation('--format', 'github', 'call.yml', answered).stdout).toBe('');
    expect(expectation('--format', 'junit', 'call.yml', answered).stdout).not.toContain('<failure');
    expect(expectation('--format', 'markdown', 'call.yml', answered).stdout).toContain('- ✅ Alice reaches Bob');
  });

  it('are not written when the expectations are broken', () => {
    expect(expectation('-o', 'never.txt', 'broken.yml', answered).code).toBe(2);
    expect(existsSync(join(home, 'never.txt'))).toBe(false);
  });
});

describe('drafts', () => {
  it('are met by the trace that they were made of', () => {
    const { code, stdout, stderr } = expectation('--from', answered, '-o', 'drafted.yml');
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(parse(readFileSync(join(home, 'drafted.yml'), 'utf8'))).toMatchObject({
      expectations: 1,
      calls: [{ count: 1 }],
    });
    expect(expectation('drafted.yml', answered).code).toBe(0);
    expect(expectation('drafted.yml', busy).code).toBe(1);
  });

  it('of several traces, and of one that is cut', () => {
    const { stdout } = expectation('--from', answered, busy);
    expect(parse(stdout).capture.calls).toBe(2);
    const cut = expectation('--from', 'cut.pcap');
    expect(cut.code).toBe(4);
    expect(parse(cut.stdout).capture.complete).toBeUndefined();
  });
});

describe('hostile words', () => {
  const hostile = '\u001b[2J</failure>\n::error::x\u202e`|<b>';

  it('of the trace and of the file act on no reader', () => {
    const from = '<sip:a\u001b[2J::x`|<b>@example.com>;tag=1';
    const head = (to: string) => [
      'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1',
      `From: ${from}`,
      `To: ${to}`,
      'Call-ID: \u001b]0;x',
      'CSeq: 1 INVITE',
    ];
    const message = (first: string, to: string) => [first, ...head(to), 'Content-Length: 0', '', ''].join('\r\n');
    put(
      'hostile.sip',
      [
        '@ 2026-01-05T10:15:30.000000Z udp 192.0.2.1:5060 > 192.0.2.2:5060',
        message('INVITE sip:b@example.com SIP/2.0', '<sip:b@example.com>'),
        '@ +1.200 udp 192.0.2.2:5060 > 192.0.2.1:5060',
        message('SIP/2.0 486 \u001b[31m</failure>', '<sip:b@example.com>;tag=\u001b2'),
      ].join('\n'),
    );
    put(
      'hostile.yml',
      JSON.stringify({
        expectations: 1,
        calls: [{ name: hostile, sequence: 200, headers: [{ in: 486, name: 'To', value: hostile }] }],
      }),
    );
    for (const format of ['terminal', 'json', 'markdown', 'junit', 'github']) {
      const { code, stdout, stderr } = expectation('--format', format, 'hostile.yml', 'hostile.sip');
      expect(code, stderr).toBe(1);
      expect(stdout, format).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      // JSON is for programs: what reorders text on a screen is text there.
      if (format !== 'json') expect(stdout, format).not.toContain('\u202e');
      if (format === 'junit' || format === 'markdown') expect(stdout).not.toContain('<b>');
      if (format === 'junit') expect(stdout.match(/<\/failure>/g)).toHaveLength(1);
      if (format === 'github') expect(stdout.match(/^::/gm)).toHaveLength(1);
    }
    const draft = expectation('--from', 'hostile.sip');
    expect(draft.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    put('hostile-draft.yml', draft.stdout);
    expect(expectation('hostile-draft.yml', 'hostile.sip').code).toBe(0);
  });
});
