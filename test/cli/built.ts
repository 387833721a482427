/** The program as a user runs it: built, in a directory of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execPath, env as outerEnv } from 'node:process';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Report } from '../../src/report.ts';
import { fixture, type Run } from './run.ts';

const root = join(import.meta.dirname, '../..');
const captures = join(root, 'fixtures/captures');

export const captureNames = readdirSync(captures)
  .filter((name) => name.endsWith('.pcap'))
  .sort();

export const bytesOf = (name: string) => readFileSync(fixture(name));

export interface RunOptions {
  readonly input?: Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Program {
  readonly path: string;
  /** The directory it runs in. */
  readonly work: string;
  run(args: readonly string[], options?: RunOptions): Run;
  runJson(args: readonly string[], options?: RunOptions): Report;
  /** Writes a file in its directory. */
  put(name: string, content: Uint8Array | string): void;
  /** Copies every capture of the fixtures to a directory in it. */
  putCaptures(folder: string): void;
}

export function environment(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: outerEnv.PATH ?? '', LANG: 'C.UTF-8', ...env };
}

/** Builds it before the tests of a file. Not in the checkout: another test or a person may be building there meanwhile. */
export function createProgram(): Program {
  const home = mkdtempSync(join(tmpdir(), 'sipsleuth-cli-'));
  const work = join(home, 'work');
  const path = join(home, 'bin/sipsleuth.js');
  mkdirSync(work);

  beforeAll(() => {
    execFileSync('npx', ['--no-install', 'tsc', '-p', 'tsconfig.build.json', '--outDir', join(home, 'dist')], {
      cwd: root,
    });
    for (const name of ['bin', 'examples', 'package.json'])
      cpSync(join(root, name), join(home, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
  });
  afterAll(() => {
    rmSync(home, { recursive: true, force: true });
  });

  function run(args: readonly string[], { input, env }: RunOptions = {}): Run {
    const { status, stdout, stderr } = spawnSync(execPath, [path, ...args], {
      cwd: work,
      input: input ?? '',
      env: environment(env),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return { code: status, stdout, stderr };
  }

  return {
    path,
    work,
    run,
    runJson: (args, options) => JSON.parse(run(['--format', 'json', ...args], options).stdout),
    put(name, content) {
      mkdirSync(dirname(join(work, name)), { recursive: true });
      writeFileSync(join(work, name), content);
    },
    putCaptures(folder) {
      for (const name of captureNames) cpSync(join(captures, name), join(work, folder, name));
    },
  };
}

/** One line that a person understands: no stack, no errno, no leaked value. */
export function expectSentence(stderr: string, pattern: RegExp): void {
  expect(stderr).toMatch(/^sipsleuth: [^\n]{10,300}\n$/);
  expect(stderr).toMatch(pattern);
  expect(stderr).not.toMatch(/undefined|NaN|\[object|\bE[A-Z]{4,}\b|\bnode:|:\s*\n$/);
}
