/** Passwords and certificates on the command line: what they add to the report, and that no password ever leaves it. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretOf } from '../../src/cli/keys.ts';
import type { Report } from '../../src/report.ts';
import { run as runIn } from './run.ts';

const root = join(import.meta.dirname, '../..');
const signed = (name: string) => join(root, 'fixtures/stir', name);
const certificates = join(root, 'fixtures/stir/certificates');
const work = mkdtempSync(join(tmpdir(), 'sipsleuth-keys-'));
const run = (...args: string[]) => runIn(args, work);

const PASSWORD = 'Pa55-w0rd';
const md5 = (text: string) => createHash('md5').update(text).digest('hex');

function messages(start: string, cseq: number, more: string): string {
  const request = start.startsWith('REGISTER');
  const way = request ? '192.0.2.1:5060 > 192.0.2.5:5060' : '192.0.2.5:5060 > 192.0.2.1:5060';
  return [
    `@ ${cseq === 1 && request ? '2026-01-05T10:15:30.000000Z' : '+0.02'} udp ${way}`,
    start,
    `Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKr${cseq}`,
    ...(request ? ['Max-Forwards: 70', 'Contact: <sip:alice@192.0.2.1:5060>'] : []),
    'From: <sip:alice@example.com>;tag=1',
    `To: <sip:alice@example.com>${request ? '' : ';tag=2'}`,
    'Call-ID: 1@192.0.2.1',
    `CSeq: ${cseq} REGISTER`,
    ...(more === '' ? [] : [more]),
    'Content-Length: 0',
    '',
    '',
  ].join('\n');
}

/** A registration with a digest over these, of which the last answer is `answer`. */
function registration(hashed: { realm?: string; password?: string }, answer: string): string {
  const a1 = md5(`alice:${hashed.realm ?? 'example.com'}:${hashed.password ?? PASSWORD}`);
  const response = md5(`${a1}:n1:${md5('REGISTER:sip:example.com')}`);
  const credentials = `Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="${response}"`;
  const challenge = (nonce: string) => `WWW-Authenticate: Digest realm="example.com", nonce="${nonce}"`;
  return [
    messages('REGISTER sip:example.com SIP/2.0', 1, ''),
    messages('SIP/2.0 401 Unauthorized', 1, challenge('n1')),
    messages('REGISTER sip:example.com SIP/2.0', 2, `Authorization: ${credentials}`),
    messages(`SIP/2.0 ${answer}`, 2, answer.startsWith('401') ? challenge('n2') : ''),
  ].join('\n');
}

beforeAll(() => {
  const put = (name: string, text: string) => writeFileSync(join(work, name), text);
  put('right.sip', registration({}, '401 Unauthorized'));
  put('right-403.sip', registration({}, '403 Forbidden'));
  put('other-realm.sip', registration({ realm: 'asterisk' }, '401 Unauthorized'));
  put('other-realm-403.sip', registration({ realm: 'asterisk' }, '403 Forbidden'));
  put('in-capitals.sip', registration({ password: PASSWORD.toUpperCase() }, '401 Unauthorized'));
  put('other-password.sip', registration({ password: 'x' }, '401 Unauthorized'));
  put('accepted.sip', registration({}, '200 OK'));
  put('passwords.txt', `# accounts\n\nbob=${PASSWORD}x\r\nalice@example.com=${PASSWORD}\n`);
  put('passwords-bad.txt', `alice=${PASSWORD}\nbob=\n`);
  put('passwords-none.txt', '# nothing\n');
  mkdirSync(join(work, 'papers'));
  put('papers/readme.txt', 'No certificate.\n');
  mkdirSync(join(work, 'mixed'));
  put('mixed/broken.pem', 'nothing\n');
});

afterAll(() => rmSync(work, { recursive: true }));

function findings(...args: string[]) {
  const { stdout, stderr } = run('--format', 'json', '--messages', 'all', ...args);
  expect(stdout + stderr).not.toContain(PASSWORD);
  expect((stdout + stderr).toLowerCase()).not.toContain(PASSWORD.toLowerCase());
  return (JSON.parse(stdout) as Report).findings.map(({ rule, severity, args, message }) => ({
    rule,
    severity,
    kind: args.kind,
    field: args.field,
    message,
  }));
}

const rejected = { rule: 'auth-credentials-rejected', severity: 'error' };

describe('--password', () => {
  it('shows a server that refuses a right digest', () => {
    expect(findings('--password', `alice=${PASSWORD}`, 'right.sip')).toMatchObject([{ ...rejected, kind: 'correct' }]);
  });

  it('shows which field the digest was made with', () => {
    const found = findings('--password', PASSWORD, 'other-realm.sip');
    expect(found).toMatchObject([{ ...rejected, kind: 'made', field: 'realm' }]);
    expect(found[0].message).toContain('was made with realm "asterisk" instead of "example.com"');
  });

  it('shows a password that was changed on the way into the phone, and does not show it', () => {
    const found = findings('--password', `alice@example.com=${PASSWORD}`, 'in-capitals.sip');
    expect(found).toMatchObject([{ ...rejected, kind: 'made', field: 'spelling' }]);
    expect(found[0].message).toContain('but in upper case');
  });

  it('shows another password', () => {
    expect(findings('--password', `alice=${PASSWORD}`, 'other-password.sip')).toMatchObject([
      { ...rejected, kind: 'mismatch' },
    ]);
  });

  it('of another user changes nothing', () => {
    expect(findings('--password', `bob=${PASSWORD}`, 'other-password.sip')).toMatchObject([
      { ...rejected, kind: 'refused' },
    ]);
  });

  it('gives a plain 403 its reason, where the digest is wrong', () => {
    const rules = (...args: string[]) => findings(...args).map(({ rule, kind }) => `${rule} ${kind ?? ''}`);
    const without = rules('other-realm-403.sip');
    expect(without.join()).not.toContain('auth-credentials-rejected');
    expect(rules('--password', PASSWORD, 'other-realm-403.sip')).toContain('auth-credentials-rejected made');
    expect(rules('--password', PASSWORD, 'right-403.sip')).toEqual(rules('right-403.sip'));
  });

  it('that does not fit digests which were accepted says nothing', () => {
    for (const password of [PASSWORD, 'alice=wrong']) {
      const { code, stdout, stderr } = run('--format', 'json', '--password', password, 'accepted.sip');
      expect({ code, stderr }, password).toEqual({ code: 0, stderr: '' });
      expect((JSON.parse(stdout) as Report).findings, password).toEqual([]);
    }
  });

  it('appears in no report', () => {
    for (const file of ['right.sip', 'in-capitals.sip']) {
      const { stdout, stderr } = run('--messages', 'all', '--password', PASSWORD, file);
      expect(stdout).toContain('REGISTER');
      expect((stdout + stderr).toLowerCase()).not.toContain(PASSWORD.toLowerCase());
    }
  });

  it('is read by its first equals sign', () => {
    expect(secretOf('alice=a=b')).toEqual({ user: 'alice', password: 'a=b' });
    expect(secretOf('alice@example.com=a')).toEqual({ user: 'alice@example.com', password: 'a' });
    expect(secretOf('=a=b')).toEqual({ user: '', password: 'a=b' });
    expect(secretOf('a b ')).toEqual({ user: '', password: 'a b ' });
    expect(secretOf('alice=')).toBeUndefined();
    expect(secretOf('')).toBeUndefined();
  });
});

describe('--password-file', () => {
  it('holds a password a line', () => {
    expect(findings('--password-file', 'passwords.txt', 'right.sip')).toMatchObject([{ ...rejected, kind: 'correct' }]);
  });

  it('and --password go together', () => {
    const both = ['--password', 'carol=x', '--password-file', 'passwords.txt'];
    expect(findings(...both, 'right.sip')).toMatchObject([{ ...rejected, kind: 'correct' }]);
  });
});

describe('--certs', () => {
  it('checks the signatures of calls', () => {
    const kinds = (name: string) => findings('--certs', certificates, signed(name)).map(({ kind }) => kind);
    expect(kinds('signed.sip')).toEqual([]);
    expect(kinds('changed-payload.sip')).toEqual(['signature']);
    expect(run('--certs', certificates, signed('changed-payload.sip')).code).toBe(1);
    expect(run(signed('changed-payload.sip')).code).toBe(0);
  });
});

describe('one clear sentence, and exit code 2', () => {
  it.each<[string, string[], RegExp]>([
    [
      'a password without a secret',
      ['--password', 'alice='],
      /^--password takes user=secret, .* one of those given holds no secret$/,
    ],
    ['an empty password', ['--password', ''], /^--password takes user=secret/],
    [
      'no file of passwords',
      ['--password-file', 'nowhere'],
      /^password file nowhere cannot be read: no such file or directory$/,
    ],
    [
      'a directory of passwords',
      ['--password-file', 'papers'],
      /^password file papers cannot be read: it is a directory$/,
    ],
    [
      'a line without a password',
      ['--password-file', 'passwords-bad.txt'],
      /^password file passwords-bad\.txt: line 2 holds no password; a line is user=secret/,
    ],
    [
      'a file without passwords',
      ['--password-file', 'passwords-none.txt'],
      /^password file passwords-none\.txt holds no password$/,
    ],
    ['a misspelt option', [`--pasword=alice=${PASSWORD}`], /^unknown option '--pasword'/],
    [
      'no directory of certificates',
      ['--certs', 'nowhere'],
      /^certificates nowhere cannot be read: no such file or directory$/,
    ],
    [
      'a file of certificates',
      ['--certs', 'right.sip'],
      /^certificates right\.sip cannot be read: it is no directory$/,
    ],
    [
      'a directory without certificates',
      ['--certs', 'papers'],
      /^certificates papers: no certificate in it; \*\.pem, \*\.crt and \*\.cer files are read$/,
    ],
    ['a directory of broken certificates', ['--certs', 'mixed'], /^certificates mixed: no certificate in it/],
  ])('%s', (_, args, sentence) => {
    const { code, stdout, stderr } = run(...args, 'right.sip');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr.replace(/^sipsleuth: /, '').trimEnd()).toMatch(sentence);
    expect(stderr).not.toContain(PASSWORD);
  });
});
