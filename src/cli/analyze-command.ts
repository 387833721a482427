/** `sipsleuth [analyze] <input>...`: read, analyse, report, exit code. */
import { stdin } from 'node:process';
import { type Analysis, type AnalysisOptions, createAnalysis } from '../analyze.ts';
import { en } from '../locales/en/index.ts';
import type { Severity } from '../model.ts';
import { type FoundInput, findInputs } from '../node/inputs.ts';
import { readFile, readStream } from '../node/read.ts';
import type { Keep } from '../record/call.ts';
import type { Report } from '../report.ts';
import { reporters } from '../reporters/index.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { complain, isSystemError, systemWords } from './complain.ts';
import { oneOf, readConfig, ruleOptions } from './config.ts';
import { exitCodes, type FailOn, failLevels, UsageError } from './exit.ts';
import { flaggedOnly } from './flagged.ts';
import { problemTexts, sentenceOf } from './input-sentences.ts';
import { untilInterrupted } from './interrupt.ts';
import { type Output, openOutput } from './output.ts';
import { selectCalls } from './select.ts';
import { type ColorChoice, wantsColor, widthOf } from './terminal.ts';
import { readViewer } from './viewer.ts';

export interface AnalyzeFlags {
  readonly format?: string;
  readonly output?: string;
  readonly report: readonly string[];
  readonly call: readonly string[];
  readonly failOn?: FailOn;
  readonly rule: readonly string[];
  readonly profile?: string;
  readonly messages?: Keep;
  readonly limitCalls: number;
  readonly limitLines: number;
  readonly color: ColorChoice;
  readonly quiet: boolean;
  readonly config?: string;
  readonly password: readonly string[];
  readonly passwordFile?: string;
  readonly certs?: string;
}

interface Target {
  readonly reporter: Reporter;
  /** Undefined: standard output. */
  readonly path: string | undefined;
}

function reporterOf(id: string): Reporter {
  const ids = reporters.map((reporter) => reporter.id);
  const wanted = oneOf(id, ids, 'format');
  return reporters[ids.indexOf(wanted)];
}

/** `--format` to standard output or `--output`, and each `--report FORMAT=FILE`. */
function targetsOf(flags: AnalyzeFlags): Target[] {
  const target = (format: string, path: string | undefined): Target => ({
    reporter: reporterOf(format),
    path: path === '-' ? undefined : path,
  });
  const targets = flags.report.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1 || at === pair.length - 1) throw new UsageError(`--report takes FORMAT=FILE, not "${pair}"`);
    return target(pair.slice(0, at), pair.slice(at + 1));
  });
  // Asked for files only, nothing but those is written.
  const main = flags.format !== undefined || flags.output !== undefined || targets.length === 0;
  const all = main ? [target(flags.format ?? 'terminal', flags.output), ...targets] : targets;
  const paths = all.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) < index);
  if (paths.length > new Set(paths).size) throw new UsageError(`${twice ?? 'standard output'} cannot take two reports`);
  return all;
}

/** An older report in a directory of captures is no input; a capture that was named is no place for a report. */
function withoutOutputs(inputs: readonly FoundInput[], outputs: readonly Output[]): readonly FoundInput[] {
  return inputs.filter(({ path, from }) => {
    if (path === '-' || !outputs.some((output) => output.is(path))) return true;
    if (from === undefined) throw new UsageError(`${path} is an input: the report would overwrite it`);
    return false;
  });
}

/** How the reading came out, beside what the report says. */
interface Outcome {
  /** Inputs of which the report knows, in its order: fewer than there are when the user stopped. */
  readonly read: readonly FoundInput[];
  /** Of which reading failed, and of which that was said. */
  readonly failed: ReadonlySet<FoundInput>;
  readonly interrupted: boolean;
}

async function readAll(inputs: readonly FoundInput[], analysis: Analysis, signal: AbortSignal): Promise<Outcome> {
  const read: FoundInput[] = [];
  const failed = new Set<FoundInput>();
  for (const input of inputs) {
    if (signal.aborted) break;
    const { path, modified } = input;
    const sink = analysis.input(path === '-' ? 'standard input' : path, { modified });
    read.push(input);
    try {
      await (path === '-' ? readStream(stdin, sink, signal) : readFile(path, sink, signal));
    } catch (error) {
      // Only the file system may fail here; anything else is a fault of ours and must be seen.
      if (!isSystemError(error)) throw error;
      failed.add(input);
      complain(`${path === '-' ? 'standard input' : path}: ${systemWords(error)}`);
      sink.damaged('read-error');
      sink.end();
    }
  }
  return { read, failed, interrupted: signal.aborted };
}

/** Files that nobody named and that hold no SIP are none of the user's business. */
function concerns(report: Report, { read, failed }: Outcome): (index: number) => boolean {
  return (index) => read[index].from === undefined || failed.has(read[index]) || report.inputs[index].sipMessages > 0;
}

function complainOfInputs(report: Report, outcome: Outcome, found: readonly FoundInput[]): void {
  const { read, failed, interrupted } = outcome;
  const matters = concerns(report, outcome);
  report.inputs.forEach((input, index) => {
    const sentence = matters(index) && !failed.has(read[index]) ? sentenceOf(input) : undefined;
    if (sentence !== undefined) complain(`${input.path}: ${sentence}`);
  });
  if (interrupted) {
    const left = found.length - read.length;
    if (left > 0) complain(`stopped by Ctrl-C: ${left} more ${left === 1 ? 'input was' : 'inputs were'} not read`);
  } else if (!hasSip(report)) {
    for (const from of new Set(found.map((input) => input.from))) {
      const files = read.filter((input) => input.from === from && !failed.has(input)).length;
      if (from === undefined || [...failed].some((input) => input.from === from)) continue;
      complain(`${from}: ${files === 0 ? problemTexts['no-capture'] : noSipIn(files)}`);
    }
  }
}

function noSipIn(files: number): string {
  return `no SIP message in the ${files === 1 ? 'one file' : `${files} files`} read from there`;
}

function exitCodeOf(report: Report, outcome: Outcome, problems: number, failOn: FailOn): number {
  if (outcome.interrupted) return exitCodes.interrupted;
  if (!hasSip(report)) return exitCodes.unreadable;
  if (failOn !== 'never') {
    const levels: Severity[] = ['error', 'warning', 'info'];
    if (levels.slice(0, levels.indexOf(failOn) + 1).some((level) => report.summary.findings[level] > 0))
      return exitCodes.findings;
  }
  const matters = concerns(report, outcome);
  const partial = report.inputs.some(
    ({ complete, problem, sipMessages }, index) =>
      matters(index) && (!complete || problem !== undefined || sipMessages === 0),
  );
  return partial || problems > 0 ? exitCodes.partial : exitCodes.clean;
}

function hasSip(report: Report): boolean {
  return report.inputs.some(({ sipMessages }) => sipMessages > 0);
}

/** What it takes to check digests and signatures; loaded only for who brings something. */
async function keysOf({
  password,
  passwordFile,
  certs,
}: AnalyzeFlags): Promise<Pick<AnalysisOptions, 'secrets' | 'verify'>> {
  if (password.length === 0 && passwordFile === undefined && certs === undefined) return {};
  const { secretsOf, verifierFor } = await import('./keys.ts');
  return { secrets: secretsOf(password, passwordFile), verify: verifierFor(certs) };
}

/** Who asks for certain calls, or for pictures of them, wants to see them, clean or not. */
function keepFor(flags: AnalyzeFlags, targets: readonly Target[]): Keep {
  if (flags.messages !== undefined) return flags.messages;
  if (flags.call.length > 0) return 'all';
  return targets.some(({ reporter }) => reporter.drawsCalls) ? 'bounded' : 'flagged';
}

export async function analyzeCommand(arguments_: readonly string[], flags: AnalyzeFlags): Promise<number> {
  const targets = targetsOf(flags);
  // Read before the work begins, so that it is not done in vain.
  const page = targets.some(({ reporter }) => reporter.id === 'html') ? readViewer() : '';
  const config = flags.config === undefined ? undefined : await readConfig(flags.config);
  const options = ruleOptions(flags.rule, flags.profile, config);
  const failOn = flags.failOn ?? config?.failOn ?? 'error';
  oneOf(failOn, failLevels, '--fail-on');
  const { secrets, verify } = await keysOf(flags);
  const { inputs: found, problems } = await findInputs(arguments_);
  for (const { path, code } of problems) complain(`${path}: ${problemTexts[code]}`);
  if (found.length === 0) return exitCodes.unreadable;

  const keep = keepFor(flags, targets);
  const analysis = createAnalysis({
    locale: en,
    ...options,
    correlation: config?.correlation ?? [],
    messages: keep,
    secrets,
    verify,
  });
  const outputs: Output[] = [];
  try {
    for (const { path } of targets) {
      // One file may have several names.
      if (path !== undefined && outputs.some((output) => output.is(path)))
        throw new UsageError(`${path} cannot take two reports`);
      outputs.push(openOutput(path));
    }
    const inputs = withoutOutputs(found, outputs);
    const outcome = await untilInterrupted((signal) => readAll(inputs, analysis, signal));
    const report = analysis.report();
    if (!flags.quiet) complainOfInputs(report, outcome, found);
    const selected = hasSip(report) ? selectCalls(report, flags.call) : report;
    const others = keep === 'bounded' ? flaggedOnly(selected) : selected;
    for (const [index, { reporter, path }] of targets.entries()) {
      const color = wantsColor(flags.color) && (path === undefined || flags.color === 'always');
      const { limitCalls, limitLines } = flags;
      const options = { locale: en, color, width: widthOf(), limitCalls, limitLines, failOn, viewer: () => page };
      await outputs[index].write(reporter.write(reporter.drawsCalls ? selected : others, options));
    }
    return exitCodeOf(selected, outcome, problems.length, failOn);
  } finally {
    for (const output of outputs) output.close();
  }
}
