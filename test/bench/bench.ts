/**
 * `npm run bench`: the whole analysis to JSON beside tshark, sngrep and tcpdump, on captures that are made on the spot.
 * Runs take turns, so that whatever else the machine does falls on all alike; what is shown is the median.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Capture, type CaptureName, ensureCapture } from './captures.ts';
import { type Command, type Cost, isInstalled, measure, medianOf, outputOf } from './measure.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    /** Program and first arguments of the tool that is measured. */
    ours: { type: 'string', default: 'node bin/sipsleuth.js' },
    'no-build': { type: 'boolean', default: false },
  },
});

const OURS = 'sipsleuth';
/** The same without a single rule: what the rules cost is the difference. */
const WITHOUT_RULES = 'no rules';
const REPORT = 'bench-data/report.json';

interface Tool {
  readonly name: string;
  readonly captures: readonly CaptureName[];
  command(path: string): Command;
  /** Reads how much of the capture the tool has understood, where it can be made to tell. */
  check?(capture: Capture): string;
}

function ours(path: string, output: string): [string, ...string[]] {
  const [program, ...first] = options.ours.split(' ');
  return [program, ...first, '--format', 'json', '--fail-on', 'never', '--output', output, path];
}

function compare(what: string, found: number, wanted: number): string {
  return found === wanted ? `${found} ${what}, as made` : `${found} ${what}, BUT ${wanted} WERE MADE`;
}

const tools: readonly Tool[] = [
  {
    name: OURS,
    captures: ['sip-only', 'rtp-heavy', 'rtp-double'],
    command: (path) => ours(path, '/dev/null'),
    check({ path, calls, messages, frames }) {
      outputOf(ours(path, REPORT));
      const { summary, inputs } = JSON.parse(readFileSync(REPORT, 'utf8'));
      return [
        compare('messages', summary.messages, messages),
        compare('calls', summary.calls, calls),
        compare('frames', inputs[0].frames, frames),
      ].join('; ');
    },
  },
  {
    name: WITHOUT_RULES,
    captures: ['sip-only'],
    command: (path) => [...ours(path, '/dev/null'), '--rule', 'all=off'],
  },
  {
    name: 'sngrep',
    captures: ['sip-only'],
    command: (path) => ['sngrep', '-N', '-q', '-I', path],
    // Without -q it counts aloud; the last number is the whole.
    check: ({ path, calls }) =>
      compare('calls', Number(/(\d+)\s*$/.exec(outputOf(['sngrep', '-N', '-I', path]))?.[1]), calls),
  },
  {
    name: 'tshark',
    captures: ['sip-only'],
    command: (path) => ['tshark', '-n', '-q', '-z', 'sip,stat', '-r', path],
    check({ path, messages }) {
      const text = outputOf(this.command(path));
      return compare('messages', Number(/SIP messages: (\d+)/.exec(text)?.[1]), messages);
    },
  },
  {
    name: 'tcpdump',
    captures: ['rtp-heavy'],
    command: (path) => ['tcpdump', '-n', '-r', path, '-w', '/dev/null'],
    check({ path, frames }) {
      const text = outputOf(['tcpdump', '-n', '--count', '-r', path]);
      return compare('frames', Number(/(\d+) packets?/.exec(text)?.[1]), frames);
    },
  },
];

interface Job {
  readonly tool: Tool;
  readonly capture: Capture;
  readonly costs: Cost[];
}

/** Reads the file once, so that no run waits for the disk. */
function warm(path: string): void {
  const buffer = new Uint8Array(1 << 22);
  const file = openSync(path, 'r');
  while (readSync(file, buffer) > 0);
  closeSync(file);
}

function prepare(): Job[] {
  const captures = (['sip-only', 'rtp-heavy', 'rtp-double'] as const).map(ensureCapture);
  const present = tools.filter(({ name }) => {
    if (name === OURS || name === WITHOUT_RULES || isInstalled(name)) return true;
    console.log(`${name} is not installed: skipped`);
    return false;
  });
  console.log('');
  for (const { name, path, bytes, frames, calls, messages, sipBytes } of captures) {
    warm(path);
    const share = ((100 * sipBytes) / bytes).toFixed(1);
    console.log(
      `${name}: ${megabytes(bytes)} MB, ${frames} frames, ${calls} calls, ${messages} messages (${share} % of the bytes)`,
    );
  }
  return captures.flatMap((capture) =>
    present.filter((tool) => tool.captures.includes(capture.name)).map((tool) => ({ tool, capture, costs: [] })),
  );
}

/** False when our tool did not find what was made: its speed is worth nothing then. */
function check(jobs: readonly Job[]): boolean {
  console.log('');
  let good = true;
  for (const { tool, capture } of jobs) {
    const line = tool.check?.(capture);
    if (line === undefined) continue;
    console.log(`${tool.name} on ${capture.name}: ${line}`);
    if (tool.name === OURS && line.includes('BUT')) good = false;
  }
  return good;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function printCosts(jobs: readonly Job[]): void {
  console.log(`\n${'capture'.padEnd(12)}${'tool'.padEnd(12)}   wall s    CPU s  peak MB    MB/s`);
  for (const { tool, capture, costs } of jobs) {
    const { wall, cpu, peak } = medianOf(costs);
    const columns = [wall.toFixed(2), cpu.toFixed(2), peak.toFixed(0), megabytes(capture.bytes / wall)];
    console.log(capture.name.padEnd(12) + tool.name.padEnd(12) + columns.map((text) => text.padStart(9)).join(''));
  }
}

/** The promises of the design. A ratio holds when it holds by the clock and by CPU time. False when one is missed. */
function printTargets(jobs: readonly Job[]): boolean {
  const of = (tool: string, capture: CaptureName) => {
    const job = jobs.find((one) => one.tool.name === tool && one.capture.name === capture);
    return job === undefined ? undefined : medianOf(job.costs);
  };
  let good = true;
  const line = (what: string, value: string, target: string, met: boolean) => {
    console.log(`${what.padEnd(46)}${value.padEnd(30)}${target.padEnd(12)}${met ? 'met' : 'MISSED'}`);
    good &&= met;
  };
  const times = (cpu: number, wall: number) => `${cpu.toFixed(2)}× CPU, ${wall.toFixed(2)}× wall`;
  console.log('');
  const sip = of(OURS, 'sip-only');
  const heavy = of(OURS, 'rtp-heavy');
  const double = of(OURS, 'rtp-double');
  if (sip === undefined || heavy === undefined || double === undefined) return false;
  for (const name of ['sngrep', 'tshark']) {
    const other = of(name, 'sip-only');
    if (other === undefined) continue;
    const [cpu, wall] = [other.cpu / sip.cpu, other.wall / sip.wall];
    line(`sip-only: as fast as ${name}`, times(cpu, wall), '≥ 2×', Math.min(cpu, wall) >= 2);
  }
  const bare = of(WITHOUT_RULES, 'sip-only');
  if (bare !== undefined) {
    const [cpu, wall] = [100 * (1 - bare.cpu / sip.cpu), 100 * (1 - bare.wall / sip.wall)];
    const share = `${cpu.toFixed(0)} % CPU, ${wall.toFixed(0)} % wall`;
    line('sip-only: share of all rules together', share, '≤ 40 %', Math.max(cpu, wall) <= 40);
  }
  const tcpdump = of('tcpdump', 'rtp-heavy');
  if (tcpdump !== undefined) {
    const [cpu, wall] = [heavy.cpu / tcpdump.cpu, heavy.wall / tcpdump.wall];
    line('rtp-heavy: time of tcpdump -w /dev/null', times(cpu, wall), '≤ 1.5×', Math.max(cpu, wall) <= 1.5);
  }
  const peak = Math.max(sip.peak, heavy.peak, double.peak);
  line('peak memory, all captures', `${peak.toFixed(0)} MB`, '< 400 MB', peak < 400);
  const growth = 100 * (double.peak / heavy.peak - 1);
  line('peak memory, rtp-heavy to twice its size', `${growth.toFixed(0)} %`, '≤ 15 %', growth <= 15);
  return good;
}

function main(): void {
  if (!options['no-build'] && spawnSync('npm', ['run', 'build'], { stdio: 'inherit' }).status !== 0) {
    process.exitCode = 1;
    return;
  }
  const jobs = prepare();
  const right = check(jobs);
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const { tool, capture, costs } of jobs) costs.push(measure(tool.command(capture.path)));
  }
  printCosts(jobs);
  const met = printTargets(jobs);
  if (!right || !met) process.exitCode = 1;
}

main();
