/** Completion as the shells themselves do it; a shell that is not installed is skipped. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formats } from '../../src/reporters/index.ts';
import { rules } from '../../src/rules/index.ts';
import { lacks } from '../tools.ts';
import { run } from './run.ts';

const work = mkdtempSync(join(tmpdir(), 'sipsleuth-completion-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const scriptOf = (shell: string) => {
  const { code, stdout, stderr } = run(['completion', shell], work);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const path = join(work, `sipsleuth.${shell}`);
  writeFileSync(path, stdout);
  return path;
};

const ask = (program: string, args: readonly string[]) =>
  execFileSync(program, args, { cwd: work, encoding: 'utf8', timeout: 20_000 }).split('\n').slice(0, -1);

/** What is typed, and what must be among the answers; with `only`, there must be no other. */
const cases: readonly { readonly typed: string; readonly offers: readonly string[]; readonly only?: boolean }[] = [
  { typed: 'li', offers: ['list'] },
  { typed: '--fail-on w', offers: ['warning'], only: true },
  { typed: '--fail-on ', offers: ['error', 'warning', 'info', 'never'], only: true },
  { typed: '-f ', offers: formats.map(({ id }) => id), only: true },
  { typed: '--report jun', offers: ['junit='], only: true },
  { typed: 'list ru', offers: ['rules'], only: true },
  { typed: 'explain bye-', offers: rules.filter(({ id }) => id.startsWith('bye-')).map(({ id }) => id), only: true },
  { typed: 'completion z', offers: ['zsh'], only: true },
  { typed: '--prof', offers: ['--profile'], only: true },
  { typed: 'explain --co', offers: ['--color'], only: true },
  { typed: 'expe', offers: ['expect'], only: true },
  { typed: 'expect --fr', offers: ['--from'], only: true },
  { typed: 'expect --format ', offers: ['terminal', 'json', 'markdown', 'junit', 'github'], only: true },
  { typed: 'expect --report jun', offers: ['junit='], only: true },
  { typed: 'explain --prof', offers: [], only: true },
];

function expectOffers(offered: readonly string[], { offers, only = false }: (typeof cases)[number]): void {
  for (const one of offers) expect(offered).toContain(one);
  if (only) expect([...offered].sort()).toEqual([...offers].sort());
}

describe.skipIf(lacks('bash'))('bash', () => {
  /** As bash parts a line: at spaces, and with `=` as a word of its own. */
  const complete = (typed: string) => {
    const words = typed
      .split(' ')
      .flatMap((word) =>
        word.includes('=') ? word.split(/(=)/).filter((one, i, all) => one !== '' || i < all.length - 1) : [word],
      );
    const quoted = ['sipsleuth', ...words].map((word) => `'${word}'`).join(' ');
    const script = `compopt() { :; }; source ${scriptOf('bash')}
      COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _sipsleuth; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return ask('bash', ['--norc', '-c', script]).filter((one) => one !== '');
  };

  it.each(cases.map((one) => [one.typed, one] as const))('sipsleuth %s', (typed, one) => {
    expectOffers(complete(typed), one);
  });

  it('completes behind the =', () => {
    expect(complete('--rule bad-request=')).toEqual(['off', 'info', 'warning', 'error']);
    expect(complete('--rule bad-request=w')).toEqual(['warning']);
    expect(complete('--fail-on=w')).toEqual(['warning']);
    writeFileSync(join(work, 'calls.xml'), '');
    expect(complete('--report junit=call')).toEqual(['calls.xml']);
    expect(complete('call')).toContain('calls.xml');
  });
});

describe.skipIf(lacks('fish'))('fish', () => {
  const complete = (typed: string) =>
    ask('fish', ['--no-config', '-c', `source ${scriptOf('fish')}; complete -C 'sipsleuth ${typed}'`]).map(
      (line) => line.split('\t')[0],
    );

  it.each(cases.map((one) => [one.typed, one] as const))('sipsleuth %s', (typed, one) => {
    expectOffers(complete(typed), one);
  });

  it('completes behind the =', () => {
    expect(complete('--rule bad-request=w')).toEqual(['bad-request=warning']);
  });
});

describe.skipIf(lacks('zsh'))('zsh', () => {
  it('takes the script, with a function for each command', () => {
    const script = `autoload -Uz compinit; compinit -u -D; source ${scriptOf('zsh')}
      print -l \${(k)functions[(I)_sipsleuth*]} | sort; print $_comps[sipsleuth]`;
    expect(ask('zsh', ['-f', '-c', script])).toEqual([
      '_sipsleuth',
      '_sipsleuth_analyze',
      '_sipsleuth_audio',
      '_sipsleuth_completion',
      '_sipsleuth_diff',
      '_sipsleuth_expect',
      '_sipsleuth_explain',
      '_sipsleuth_list',
      '_sipsleuth_redact',
      '_sipsleuth_slice',
      '_sipsleuth',
    ]);
  });
});

describe('another shell', () => {
  it('is told which there are', () => {
    const { code, stdout, stderr } = run(['completion', 'tcsh'], work);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^sipsleuth: .*tcsh.*\n$/);
  });
});
