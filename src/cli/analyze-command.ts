/** `sipsleuth [analyze] <input>...`: read, analyse, report, exit code. */
import { type AnalysisOptions, createAnalysis } from '../analyze.ts';
import { en } from '../locales/en/index.ts';
import type { Severity } from '../model.ts';
import { findInputs } from '../node/inputs.ts';
import type { Keep } from '../record/call.ts';
import type { Report } from '../report.ts';
import { reporters } from '../reporters/index.ts';
import { complainOfInputs, hasSip, isPartial, type Reading, readAll } from './analysis-run.ts';
import { complain } from './complain.ts';
import { oneOf, readConfig, ruleOptions } from './config.ts';
import { exitCodes, type FailOn, failLevels } from './exit.ts';
import { problemTexts } from './input-sentences.ts';
import { untilInterrupted } from './interrupt.ts';
import type { Output } from './output.ts';
import { selectCalls } from './select.ts';
import { openTargets, type TargetFlags, targetsOf, withoutOutputs } from './targets.ts';
import { type ColorChoice, wantsColor, widthOf } from './terminal.ts';

export interface AnalyzeFlags extends TargetFlags {
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

function exitCodeOf(report: Report, reading: Reading, problems: number, failOn: FailOn): number {
  if (reading.interrupted) return exitCodes.interrupted;
  if (!hasSip(report)) return exitCodes.unreadable;
  if (failOn !== 'never') {
    const levels: Severity[] = ['error', 'warning', 'info'];
    if (levels.slice(0, levels.indexOf(failOn) + 1).some((level) => report.summary.findings[level] > 0))
      return exitCodes.findings;
  }
  return isPartial(report, reading) || problems > 0 ? exitCodes.partial : exitCodes.clean;
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

export async function analyzeCommand(arguments_: readonly string[], flags: AnalyzeFlags): Promise<number> {
  const targets = targetsOf(flags, reporters);
  const config = flags.config === undefined ? undefined : await readConfig(flags.config);
  const options = ruleOptions(flags.rule, flags.profile, config);
  const failOn = flags.failOn ?? config?.failOn ?? 'error';
  oneOf(failOn, failLevels, '--fail-on');
  const { secrets, verify } = await keysOf(flags);
  const { inputs: found, problems } = await findInputs(arguments_);
  for (const { path, code } of problems) complain(`${path}: ${problemTexts[code]}`);
  if (found.length === 0) return exitCodes.unreadable;

  const analysis = createAnalysis({
    locale: en,
    ...options,
    correlation: config?.correlation ?? [],
    // Who asks for certain calls wants to see them, clean or not.
    messages: flags.messages ?? (flags.call.length > 0 ? 'all' : 'flagged'),
    secrets,
    verify,
  });
  const outputs: Output[] = [];
  try {
    openTargets(targets, outputs);
    const inputs = withoutOutputs(found, outputs);
    const reading = await untilInterrupted((signal) => readAll(inputs, analysis, signal));
    const report = analysis.report();
    if (!flags.quiet) complainOfInputs(report, reading, found);
    const selected = hasSip(report) ? selectCalls(report, flags.call) : report;
    for (const [index, { reporter, path }] of targets.entries()) {
      const color = wantsColor(flags.color) && (path === undefined || flags.color === 'always');
      const { limitCalls, limitLines } = flags;
      await outputs[index].write(
        reporter.write(selected, { locale: en, color, width: widthOf(), limitCalls, limitLines, failOn }),
      );
    }
    return exitCodeOf(selected, reading, problems.length, failOn);
  } finally {
    for (const output of outputs) output.close();
  }
}
