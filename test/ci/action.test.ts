/** action.yml: its script does what its inputs say, with options that the commands know. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fixture } from '../cli/run.ts';

const root = join(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'sipsleuth-action-'));

interface Action {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default?: string; readonly required?: boolean }>
  >;
  readonly runs: {
    readonly steps: readonly {
      readonly id?: string;
      readonly run?: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}

const action: Action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
const step = action.runs.steps.find(({ id }) => id === 'sipsleuth') ?? expect.fail('no such step');

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

/** Runs the step as GitHub does: inputs as environment, files for summary and outputs. */
function run(inputs: Readonly<Record<string, string>>) {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(step.env ?? {})) {
    const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1] ?? expect.fail(value);
    given[name] = inputs[input] ?? action.inputs[input].default ?? '';
  }
  const [summary, output] = ['summary.md', 'output'].map((name) => join(work, name));
  for (const file of [summary, output]) writeFileSync(file, '');
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run ?? ''],
    {
      cwd: work,
      env: { PATH: env.PATH, ...given, GITHUB_ACTION_PATH: root, GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr, summary: readFileSync(summary, 'utf8'), output: readFileSync(output, 'utf8') };
}

describe('the action', () => {
  it('passes every input on', () => {
    const used = Object.values(step.env ?? {}).map((value) => /inputs\.([a-z-]+)/.exec(value)?.[1]);
    expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
    // As text of the script an input could be a command.
    for (const { run: script } of action.runs.steps) expect(script ?? '').not.toContain('${{');
  });

  it('passes clean traces, one a line', () => {
    const { status, stdout, output, summary } = run({
      traces: `${fixture('answered-call')}\n\n  \n${fixture('busy-486')}\n`,
    });
    expect({ status, stdout, output }).toEqual({ status: 0, stdout: '', output: 'exit-code=0\n' });
    expect(summary).toMatch(/^### ✅ sipsleuth: 0 errors/);
  });

  it('annotates and fails, with reports beside', () => {
    const { status, stdout, output, summary } = run({
      traces: fixture('ack-missing'),
      junit: 'calls.xml',
      sarif: 'calls.sarif',
      html: 'calls.html',
    });
    expect([status, output]).toEqual([1, 'exit-code=1\n']);
    expect(stdout).toMatch(/^::error file=/);
    expect(summary).toContain('ack-missing-for-2xx');
    for (const name of ['calls.xml', 'calls.sarif', 'calls.html']) expect(existsSync(join(work, name))).toBe(true);
  });

  it('asks for what is expected too, and the worse of the two decides', () => {
    const file = join(work, 'calls.yml');
    writeFileSync(file, 'expectations: 1\ncalls:\n  - name: somebody answers\n    outcome: answered\n');
    expect(run({ traces: fixture('answered-call'), expectations: file })).toMatchObject({ status: 0 });
    const failed = run({ traces: fixture('busy-486'), expectations: file });
    expect([failed.status, failed.output]).toEqual([1, 'exit-code=1\n']);
    expect(failed.stdout).toContain('::error');
    writeFileSync(file, 'expectations: 1\ncalls:\n  - name: somebody answers\n    outcome: answerd\n');
    expect(run({ traces: fixture('ack-missing'), expectations: file })).toMatchObject({ status: 2 });
  });

  it('takes no input for an option or a command', () => {
    const { status, stderr } = run({ traces: '--help\n$(touch pwned)' });
    expect(status).toBe(3);
    expect(stderr).toContain('--help: no such file');
    expect(existsSync(join(work, 'pwned'))).toBe(false);
  });
});
