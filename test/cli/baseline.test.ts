/** `--baseline`, `--write-baseline` and suppressions: what passes, what fails, and what is said of nonsense in them. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import { fixture, run as runIn } from './run.ts';

const work = mkdtempSync(join(tmpdir(), 'sipsleuth-baseline-'));
const run = (...args: string[]) => runIn(args, work);
const contentOf = (name: string) => readFileSync(join(work, name), 'utf8');
const dropped = fixture('bye-unanswered');
const unacknowledged = fixture('ack-missing');

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe('--baseline', () => {
  it('lets pass what it knows, and nothing else', () => {
    expect(run('--fail-on', 'info', dropped).code).toBe(1);
    const made = run('--baseline', 'known.json', '--write-baseline', '--fail-on', 'info', dropped);
    expect([made.code, made.stderr]).toEqual([0, 'sipsleuth: baseline known.json: 1 finding (1 new, 0 gone)\n']);
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/baseline.schema.json'), 'utf8'));
    const ajv = new Ajv2020();
    expect(ajv.validate(schema, JSON.parse(contentOf('known.json'))), ajv.errorsText()).toBe(true);

    expect(run('--baseline', 'known.json', '--fail-on', 'info', dropped)).toMatchObject({ code: 0, stderr: '' });
    expect(run('--baseline', 'known.json', dropped, unacknowledged).code).toBe(1);
    const again = run('--baseline', 'known.json', '--write-baseline', unacknowledged);
    expect(again.stderr).toMatch(/^sipsleuth: baseline known\.json: \d+ findings? \(\d+ new, 1 gone\)\n$/);
  });

  it('is written the same each time', () => {
    const write = (name: string) => run('--baseline', name, '--write-baseline', dropped, unacknowledged);
    write('one.json');
    write('two.json');
    expect(contentOf('one.json')).toBe(contentOf('two.json'));
    write('one.json');
    expect(contentOf('one.json')).toBe(contentOf('two.json'));
  });

  it.each<[string, string | undefined, RegExp]>([
    ['missing', undefined, /missing cannot be read: no such file or directory; --write-baseline makes it/],
    ['text', 'no JSON', /text cannot be read: it is no JSON/],
    ['empty', '', /empty cannot be read: it is no JSON/],
    ['other', '{"findings":[]}', /other is none that --write-baseline made: "schema" must be "sipsleuth\/baseline@1"/],
    ['null', 'null', /null is none that/],
    [
      'rule',
      '{"schema":"sipsleuth/baseline@1","findings":[{"fingerprint":"0123456789abcdef","rule":"bye-unansered"}]}',
      /rule: findings\[0\]: rule "bye-unansered" is not known.*bye-unanswered/,
    ],
    [
      'print',
      '{"schema":"sipsleuth/baseline@1","findings":[{"fingerprint":1,"rule":"bye-unanswered"}]}',
      /print: findings\[0\]: "fingerprint" must be 16 hexadecimal digits/,
    ],
  ])('%s is refused', (name, content, message) => {
    if (content !== undefined) writeFileSync(join(work, name), content);
    const { code, stdout, stderr } = run('--baseline', name, dropped);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('is not written where that makes no sense', () => {
    expect(run('--write-baseline', dropped)).toMatchObject({ code: 2, stderr: expect.stringContaining('--baseline') });
    expect(run('--baseline', 'new.json', '--write-baseline', '--call', '1', dropped).code).toBe(2);
    expect(run('--baseline', 'new.json', '--write-baseline', '--output', './new.json', dropped).stderr).toMatch(
      /new\.json cannot take two reports/,
    );
    expect(run('--baseline', 'new.json', '--write-baseline', 'nothing.pcap').code).toBe(3);
    expect(existsSync(join(work, 'new.json'))).toBe(false);
    expect(run('--baseline', 'nowhere/new.json', '--write-baseline', dropped)).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('suppressions', () => {
  const suppress = (yaml: string) => {
    writeFileSync(join(work, 'config.yaml'), `suppressions:\n${yaml}`);
    return run('--config', 'config.yaml', '--fail-on', 'info', dropped);
  };
  const rule = '  - rule: bye-unanswered\n';

  it('let pass what they name until they expire', () => {
    expect(suppress(`${rule}    reason: a lab\n`)).toMatchObject({ code: 0, stderr: '' });
    expect(suppress(`${rule}    reason: a lab\n    user: alice@*\n    expires: 2999-12-31\n`).code).toBe(0);
    expect(suppress(`${rule}    reason: a lab\n    user: carol@*\n`).code).toBe(1);
    expect(suppress(`${rule}    reason: a lab\n    expires: 2026-01-31\n`)).toMatchObject({
      code: 1,
      stderr: 'sipsleuth: the suppression of bye-unanswered has expired on 2026-01-31: its findings count again\n',
    });
  });

  it('are seen in the report', () => {
    const { stdout } = suppress(`${rule}    reason: the phone is switched off\n`);
    expect(stdout).toContain('1 known or suppressed');
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/1 × [^×]*\(bye-unanswered\), suppressed: the phone is switched off/);
  });

  it.each([
    ['- rule: bye-unanswered', /reason must be a text/],
    ['- rule: bye-unansered\n    reason: x', /rule "bye-unansered" is not known.*bye-unanswered/],
    ['- rule: bye-unanswered\n    reason: x\n    expires: 2026-02-31', /expires must be a day/],
    ['- rule: bye-unanswered\n    reason: x\n    expires: soon', /expires must be a day.*"soon"/],
    [
      '- rule: bye-unanswered\n    reason: x\n    usr: y',
      /config\.yaml:4:5: setting of a suppression "usr" is not known.*user/,
    ],
    ['- rule: bye-unanswered\n    reason: x\n    user: 5', /user must be a text/],
    ['- bye-unanswered', /config\.yaml:2:5: a suppression must be a list of "name: value"/],
    ['rule: bye-unanswered', /must be a list, each with rule and reason/],
  ])('%j is refused', (yaml, message) => {
    const { code, stderr } = suppress(`  ${yaml}\n`);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
