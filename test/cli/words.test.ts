/** Small texts of the command line: lists, help, and what is suggested to whoever mistypes. */
import { describe, expect, it } from 'vitest';
import { table } from '../../src/cli/list-command.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { hint, numberHint } from '../../src/cli/suggest.ts';
import { run as runIn } from './run.ts';

const run = (...args: string[]) => runIn(args, import.meta.dirname);

describe('list', () => {
  it.each(['statuses', 'headers', 'reasons', 'timers', 'rules', 'thresholds', 'dialects', 'formats', 'links'])(
    '%s: a line each, no two alike',
    (what) => {
      const { code, stdout, stderr } = run('list', what);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const lines = stdout.trimEnd().split('\n');
      expect(lines.filter((line) => [...line].length > 250 || line !== line.trimEnd())).toEqual([]);
      const names = lines.map((line) => line.split(/ {2,}/)[0]);
      expect(new Set(names).size).toBe(names.length);
    },
  );

  it('goes on below its last column where a terminal ends', () => {
    const title = 'a title of so many words that they do not fit into one line';
    const rows = [
      ['long-name', 'error', title],
      ['name', 'info', 'a title'],
    ];
    expect(table(rows, 60)).toEqual([
      'long-name  error  a title of so many words that they do not',
      '                  fit into one line',
      'name       info   a title',
    ]);
    expect(table(rows, Number.POSITIVE_INFINITY)[0]).toBe(`long-name  error  ${title}`);
    // Where not even the title finds room beside the rest, what follows stands below.
    expect(table([['name', 'info', 'title', 'RFC 3261 §8.1.1']], 40)).toEqual([
      'name  info  title',
      '    RFC 3261 §8.1.1',
    ]);
  });

  it('links are in the order of their numbers', () => {
    const numbers = run('list', 'links').stdout.trimEnd().split('\n').map(Number.parseFloat);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });
});

describe('what may have been meant', () => {
  const statuses = [180, 181, 182, 183, 199, 480, 486, 488, 489, 600, 603];
  it.each<[string, string]>([
    ['6000', '; did you mean 600?'],
    ['1833', '; did you mean 183?'],
    ['60', '; did you mean 600 or 603?'],
    ['18', '; did you mean 180, 181, 182 or 183?'],
    ['48', '; did you mean 480, 486, 488 or 489?'],
    ['999', ''],
    ['1', ''],
    ['', ''],
    ['99', ''],
  ])('by the number %j', (word, text) => {
    expect(numberHint(word, statuses)).toBe(text);
  });

  it.each<[string, string]>([
    ['termnial', '; did you mean "terminal"?'],
    ['jsn', '; did you mean "json"?'],
    ['xml', '; accepted: terminal, json'],
    ['', '; accepted: terminal, json'],
  ])('by the word %j', (word, text) => {
    expect(hint(word, ['terminal', 'json'])).toBe(text);
  });

  it.each<[string, string]>([
    ['auth', '; did you mean "auth-nonce", "auth-loop" or "Authorization"?'],
    ['AUTHO', '; did you mean "Authorization"?'],
    ['nonce', '; did you mean "auth-nonce"?'],
    ['call', '; did you mean "call-1", "call-2", "call-3", "call-4", "call-5", or one of 3 more?'],
    // Two letters begin too much.
    ['au', ''],
    ['zzzzzz', ''],
  ])('by the beginning %j', (word, text) => {
    const calls = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `call-${n}`);
    const others = ['invite-slow', 'media-silent', 'session-ended'];
    expect(hint(word, ['auth-nonce', 'auth-loop', 'Authorization', ...calls, ...others])).toBe(text);
  });
});

describe('help', () => {
  const helpOf = (name: string) => {
    const program = buildProgram(() => {});
    const command = name === '' ? program : program.commands.find((one) => one.name() === name);
    return command?.helpInformation() ?? '';
  };

  it('of the program shows every option of the default command', () => {
    const analyze = buildProgram(() => {}).commands.find((command) => command.name() === 'analyze');
    expect(analyze?.options.length).toBeGreaterThan(8);
    for (const { flags } of analyze?.options ?? []) expect(helpOf('')).toContain(flags);
  });

  it.each(['', 'analyze', 'explain', 'list'])('of %j fits 80 columns and shows no value of a program', (name) => {
    expect(helpOf(name)).toMatch(/^Usage: /);
    expect(helpOf(name)).not.toMatch(/\[\]|undefined|"auto"/);
    expect(
      helpOf(name)
        .split('\n')
        .filter((line) => line.length > 80),
    ).toEqual([]);
  });

  it('tells the defaults that hold', () => {
    const analyze = buildProgram(() => {}).commands.find((command) => command.name() === 'analyze');
    for (const { long, defaultValue, description } of analyze?.options ?? []) {
      if (typeof defaultValue !== 'string' && typeof defaultValue !== 'number') continue;
      const told = new RegExp(`\\b${defaultValue} \\((?:[^)]*; )?default\\)|\\(default: ${defaultValue}\\)`);
      expect(description, long).toMatch(told);
    }
  });
});
