/** `sipsleuth [analyze] <input>...`: read, analyse, report, exit code. */
import { stderr, stdin } from 'node:process';
import { createAnalysis } from '../analyze.ts';
import { en } from '../locales/en/index.ts';
import type { Severity } from '../model.ts';
import { findInputs, type InputProblem } from '../node/inputs.ts';
import { readFile, readStream } from '../node/read.ts';
import type { Keep } from '../record/call.ts';
import type { Report } from '../report.ts';
import { reporters } from '../reporters/index.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { oneOf, readConfig, ruleSetting } from './config.ts';
import { exitCodes, type FailOn, failLevels, UsageError } from './exit.ts';
import { write } from './output.ts';
import { selectCalls } from './select.ts';
import { type ColorChoice, wantsColor, widthOf } from './terminal.ts';

export interface AnalyzeFlags {
  readonly format?: string;
  readonly output?: string;
  readonly report: readonly string[];
  readonly call: readonly string[];
  readonly failOn?: FailOn;
  readonly rule: readonly string[];
  readonly messages: Keep;
  readonly limitCalls: number;
  readonly limitLines: number;
  readonly color: ColorChoice;
  readonly quiet: boolean;
  readonly config?: string;
}

interface Target {
  readonly reporter: Reporter;
  readonly path: string | undefined;
}

function reporterOf(id: string): Reporter {
  const ids = reporters.map((reporter) => reporter.id);
  const wanted = oneOf(id, ids, 'format');
  return reporters[ids.indexOf(wanted)];
}

/** `--format` to standard output or `--output`, and each `--report FORMAT=FILE`. */
function targetsOf(flags: AnalyzeFlags): Target[] {
  const targets = flags.report.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1 || at === pair.length - 1) throw new UsageError(`--report takes FORMAT=FILE, not "${pair}"`);
    return { reporter: reporterOf(pair.slice(0, at)), path: pair.slice(at + 1) };
  });
  // Asked for files only, nothing but those is written.
  const main = flags.format !== undefined || flags.output !== undefined || targets.length === 0;
  return main ? [{ reporter: reporterOf(flags.format ?? 'terminal'), path: flags.output }, ...targets] : targets;
}

const problemTexts: Readonly<Record<InputProblem['code'], string>> = {
  missing: 'no such file or directory',
  denied: 'permission denied',
  'no-match': 'no file matches this pattern',
  'no-capture': 'no capture or log in this directory',
  unreadable: 'it cannot be read',
};

function complain(text: string): void {
  stderr.write(`sipsleuth: ${text}\n`);
}

/** One sentence for each input that gave nothing or not everything, with the position where it went wrong. */
function complainOfInputs(report: Report): void {
  for (const { path, problem, sipMessages, complete, frames, kind, notDecoded } of report.inputs) {
    const unit = kind === 'log' ? 'line' : 'frame';
    if (problem !== undefined) complain(`${path}: ${problem.text}`);
    else if (sipMessages === 0) complain(`${path}: no SIP message in ${frames} ${unit}s`);
    if (!complete && problem === undefined) {
      const [first] = notDecoded.filter(({ reason }) => damage.test(reason));
      const where =
        first === undefined
          ? `after ${unit} ${frames}`
          : `${first.text}, at ${unit} ${first.firstAt.frame}, byte ${first.firstAt.position}`;
      complain(
        `${path}: only partly readable (${where}); everything before and after it that could be read is reported`,
      );
    }
  }
}

/** Reasons that make an input incomplete, among those that are merely counted. */
const damage = /cut|damage|absurd|length|gzip|read-error|truncat/;

function exitCodeOf(report: Report, problems: number, failOn: FailOn): number {
  if (report.inputs.every(({ sipMessages }) => sipMessages === 0)) return exitCodes.unreadable;
  if (failOn !== 'never') {
    const levels: Severity[] = ['error', 'warning', 'info'];
    if (levels.slice(0, levels.indexOf(failOn) + 1).some((level) => report.summary.findings[level] > 0))
      return exitCodes.findings;
  }
  const partial = report.inputs.some(
    ({ complete, problem, sipMessages }) => !complete || problem !== undefined || sipMessages === 0,
  );
  return partial || problems > 0 ? exitCodes.partial : exitCodes.clean;
}

export async function analyzeCommand(arguments_: readonly string[], flags: AnalyzeFlags): Promise<number> {
  const targets = targetsOf(flags);
  const config = flags.config === undefined ? undefined : await readConfig(flags.config);
  const overrides = flags.rule.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError(`--rule takes ID=off|info|warning|error, not "${pair}"`);
    return ruleSetting(pair.slice(0, at), pair.slice(at + 1));
  });
  const failOn = flags.failOn ?? config?.failOn ?? 'error';
  oneOf(failOn, failLevels, '--fail-on');
  const { paths, problems } = await findInputs(arguments_);
  for (const { path, code } of problems) complain(`${path}: ${problemTexts[code]}`);
  if (paths.length === 0) return exitCodes.unreadable;

  const analysis = createAnalysis({
    locale: en,
    rules: { ...config?.rules, ...Object.fromEntries(overrides) },
    thresholds: config?.thresholds ?? {},
    messages: flags.messages,
  });
  let failures = problems.length;
  for (const path of paths) {
    const sink = analysis.input(path === '-' ? 'standard input' : path);
    try {
      await (path === '-' ? readStream(stdin, sink) : readFile(path, sink));
    } catch (error) {
      // Only the file system may fail here; anything else is a fault of ours and must be seen.
      if (typeof (error as { code?: unknown }).code !== 'string') throw error;
      failures++;
      complain(`${path}: ${reasonOf(error)}`);
      sink.damaged('read-error');
      sink.end();
    }
  }
  const report = analysis.report();
  if (!flags.quiet) complainOfInputs(report);
  const selected = selectCalls(report, flags.call);
  for (const { reporter, path } of targets) {
    const color = wantsColor(flags.color) && (path === undefined || flags.color === 'always');
    const options = { locale: en, color, width: widthOf(), limitCalls: flags.limitCalls, limitLines: flags.limitLines };
    await write(path, reporter.write(selected, options));
  }
  return exitCodeOf(selected, failures, failOn);
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code;
  if (code === 'EISDIR') return 'it is a directory';
  if (code === 'EACCES' || code === 'EPERM') return problemTexts.denied;
  if (code === 'ENOENT') return problemTexts.missing;
  return `it cannot be read (${code})`;
}
