/** The command line, run from its sources: needs no build, and takes half a second. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { execPath, env as outerEnv } from 'node:process';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');
const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
const command = ['--import', loader, join(root, 'src/cli/main.ts')];
const env = { PATH: outerEnv.PATH ?? '', LANG: 'C.UTF-8' };

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const fixture = (name: string) => join(root, 'fixtures/captures', `${name}.pcap`);

export function run(args: readonly string[], cwd: string): Run {
  const { status, stdout, stderr } = spawnSync(execPath, [...command, ...args], {
    cwd,
    env,
    input: '',
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
}

export function start(args: readonly string[], cwd: string): ChildProcess {
  return spawn(execPath, [...command, ...args], { cwd, env, stdio: 'pipe' });
}
