/** Runs a program and tells what it cost. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type Command = readonly [program: string, ...args: string[]];

export interface Cost {
  /** Seconds. */
  readonly wall: number;
  /** Seconds, user and system. */
  readonly cpu: number;
  /** Megabytes at the peak. */
  readonly peak: number;
}

const COSTS = 'bench-data/cost.txt';
const GNU_TIME = '/usr/bin/time';

/** sngrep looks for a terminal's description even when it draws nothing. */
const env = { ...process.env, TERM: 'xterm' };

export function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', 'command -v "$0"', program], { stdio: 'ignore' }).status === 0;
}

/** What a program says, on both channels. */
export function outputOf([program, ...args]: Command): string {
  const { stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  return `${stdout}\n${stderr}`;
}

export function measure(command: Command): Cost {
  const args = ['-q', '-o', COSTS, '-f', '%U %S %M', ...command];
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync(GNU_TIME, args, { env, stdio: 'ignore' });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (error !== undefined) throw new Error(`${GNU_TIME} (GNU time) is needed: ${error.message}`);
  if (status !== 0) throw new Error(`${command.join(' ')}: exit status ${status}`);
  const [user, system, kilobytes] = readFileSync(COSTS, 'utf8').trim().split(' ').map(Number);
  return { wall, cpu: user + system, peak: kilobytes / 1024 };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function medianOf(costs: readonly Cost[]): Cost {
  return {
    wall: median(costs.map(({ wall }) => wall)),
    cpu: median(costs.map(({ cpu }) => cpu)),
    peak: median(costs.map(({ peak }) => peak)),
  };
}
