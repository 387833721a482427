/** Wrong usage, each told in one sentence, and the help that tells the right one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProgram, expectSentence } from './built.ts';
import { fixture } from './run.ts';

const { run, put } = createProgram();

beforeAll(() => {
  put('papers/README.md', 'No capture here.\n');
  put('unknown-name.yaml', 'rulez:\n  invite-no-response: off\n');
  put('unknown-rule.yaml', 'rules:\n  invite-no-respond: off\n');
  put('bad-severity.yaml', 'rules:\n  invite-no-response: fatal\n');
  put('bad-threshold.yaml', 'thresholds:\n  transactionTimeout: long\n');
  put('no-yaml.yaml', 'rules: [a\n  : {');
  put('list.yaml', '- rules\n');
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

describe('help', () => {
  it('--version', () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
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
