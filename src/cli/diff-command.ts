/** `sipsleuth diff A B`: how two captures, or two calls, differ. */
import { createAnalysis } from '../analyze.ts';
import { diffReports } from '../diff/reports.ts';
import type { Locale } from '../locales/locale.ts';
import { findInputs } from '../node/inputs.ts';
import type { Report } from '../report.ts';
import { diffReporters } from '../reporters/diff/index.ts';
import { complainOfInputs, hasSip, isPartial, readAll } from './analysis-run.ts';
import { complain } from './complain.ts';
import { readConfig, ruleOptions } from './config.ts';
import { exitCodes, UsageError } from './exit.ts';
import { untilInterrupted } from './interrupt.ts';
import { languageOf } from './language.ts';
import type { Output } from './output.ts';
import { progressOf } from './progress.ts';
import { selectCalls } from './select.ts';
import { say } from './speech.ts';
import { openTargets, type TargetFlags, targetsOf, withoutOutputs } from './targets.ts';
import { type ColorChoice, wantsColor, widthOf } from './terminal.ts';
import { type KeyLogFlags, tlsKeysOf } from './tls.ts';

export interface DiffFlags extends TargetFlags, KeyLogFlags {
  readonly call: readonly string[];
  readonly rule: readonly string[];
  readonly profile?: string;
  readonly config?: string;
  readonly limitCalls: number;
  readonly lang?: string;
  readonly color: ColorChoice;
  readonly quiet: boolean;
}

interface Side {
  readonly report: Report;
  readonly partial: boolean;
  readonly interrupted: boolean;
}

/** Undefined when there is no SIP in it, of which that was said. */
async function readSide(
  path: string,
  outputs: readonly Output[],
  locale: Locale,
  flags: DiffFlags,
): Promise<Side | undefined> {
  const config = flags.config === undefined ? undefined : await readConfig(flags.config);
  const tls = tlsKeysOf(flags);
  const analysis = createAnalysis({
    locale,
    ...ruleOptions(flags.rule, flags.profile, config),
    correlation: config?.correlation ?? [],
    // What differs may be in calls that are fine.
    messages: 'all',
    tls,
  });
  const { inputs: found, problems } = await findInputs([path]);
  for (const problem of problems) complain(`${problem.path}: ${say().problems[problem.code]}`);
  if (found.length === 0) return undefined;
  const inputs = withoutOutputs(found, outputs);
  const progress = progressOf(
    inputs.map((input) => input.path),
    flags.quiet,
  );
  const reading = await untilInterrupted((signal) => readAll(inputs, analysis, tls, signal, progress));
  const report = analysis.report();
  if (!flags.quiet) complainOfInputs(report, reading, found);
  if (!hasSip(report)) return undefined;
  return { report, partial: isPartial(report, reading), interrupted: reading.interrupted };
}

/** One selector is for both sides; of two, one for each. */
function selectorsOf({ call }: DiffFlags): readonly [a: readonly string[], b: readonly string[]] {
  if (call.length > 2) throw new UsageError(say().diffCalls);
  const [a, b = a] = call;
  return [a === undefined ? [] : [a], b === undefined ? [] : [b]];
}

function pathsOf(arguments_: readonly string[], { call }: DiffFlags): readonly [string, string] {
  const [a, b] = arguments_;
  if (arguments_.length === 2 && !(a === '-' && b === '-')) return [a, b];
  if (arguments_.length === 1 && call.length === 2) return [a, a];
  throw new UsageError(say().diffTakes);
}

export async function diffCommand(arguments_: readonly string[], flags: DiffFlags): Promise<number> {
  const targets = targetsOf(flags, diffReporters);
  const locale = await languageOf(flags.lang);
  const [callsA, callsB] = selectorsOf(flags);
  const [pathA, pathB] = pathsOf(arguments_, flags);
  const outputs: Output[] = [];
  try {
    openTargets(targets, outputs);
    const a = await readSide(pathA, outputs, locale, flags);
    if (a === undefined) return exitCodes.unreadable;
    const b = pathB === pathA ? a : a.interrupted ? undefined : await readSide(pathB, outputs, locale, flags);
    if (a.interrupted || b?.interrupted) return exitCodes.interrupted;
    if (b === undefined) return exitCodes.unreadable;
    const diff = diffReports(selectCalls(a.report, callsA), selectCalls(b.report, callsB));
    for (const [index, { reporter, path }] of targets.entries()) {
      const color = wantsColor(flags.color) && (path === undefined || flags.color === 'always');
      const options = { locale, color, width: widthOf(), limitCalls: flags.limitCalls };
      await outputs[index].write(reporter.write(diff, options));
    }
    if (!diff.equal) return exitCodes.findings;
    return a.partial || b.partial ? exitCodes.partial : exitCodes.clean;
  } finally {
    for (const output of outputs) output.close();
  }
}
