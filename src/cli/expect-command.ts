/** `sipsleuth expect EXPECTATIONS <input>...`: does a trace show what it must? */
import { createAnalysis } from '../analyze.ts';
import { checkExpectations } from '../expect/check.ts';
import type { TlsKeys } from '../keys.ts';
import { findInputs } from '../node/inputs.ts';
import type { Report } from '../report.ts';
import { expectationReporters } from '../reporters/expectations/index.ts';
import { complainOfInputs, hasSip, isPartial, type Reading, readAll } from './analysis-run.ts';
import { complain } from './complain.ts';
import { readConfig, ruleOptions } from './config.ts';
import { exitCodes, UsageError } from './exit.ts';
import { readExpectations } from './expectations-file.ts';
import { untilInterrupted } from './interrupt.ts';
import { languageOf } from './language.ts';
import { type Output, openOutput } from './output.ts';
import { progressOf } from './progress.ts';
import { say } from './speech.ts';
import { openTargets, type TargetFlags, targetsOf, withoutOutputs } from './targets.ts';
import { type ColorChoice, wantsColor, widthOf } from './terminal.ts';
import { type KeyLogFlags, tlsKeysOf } from './tls.ts';

export interface ExpectFlags extends TargetFlags, KeyLogFlags {
  readonly from: readonly string[];
  readonly rule: readonly string[];
  readonly profile?: string;
  readonly lang?: string;
  readonly config?: string;
  readonly color: ColorChoice;
  readonly quiet: boolean;
}

/** How the inputs were read, beside what the report says. */
interface Read {
  readonly report: Report;
  readonly reading: Reading;
}

async function analysisFor({ rule, profile, lang, config: path }: ExpectFlags, tls: TlsKeys) {
  const config = path === undefined ? undefined : await readConfig(path);
  // Expectations look at messages of calls that are fine, too.
  return createAnalysis({
    locale: await languageOf(lang),
    ...ruleOptions(rule, profile, config),
    correlation: config?.correlation ?? [],
    messages: 'all',
    tls,
  });
}

/** `undefined` when there is nothing to read, of which that was said. */
async function read(
  arguments_: readonly string[],
  outputs: readonly Output[],
  flags: ExpectFlags,
): Promise<(Read & { readonly problems: number }) | undefined> {
  const tls = tlsKeysOf(flags);
  const analysis = await analysisFor(flags, tls);
  const { inputs: found, problems } = await findInputs(arguments_);
  for (const { path, code } of problems) complain(`${path}: ${say().problems[code]}`);
  if (found.length === 0) return undefined;
  const inputs = withoutOutputs(found, outputs);
  const progress = progressOf(
    inputs.map(({ path }) => path),
    flags.quiet,
  );
  const reading = await untilInterrupted((signal) => readAll(inputs, analysis, tls, signal, progress));
  const report = analysis.report();
  if (!flags.quiet) complainOfInputs(report, reading, found);
  return { report, reading, problems: problems.length };
}

function exitCodeOf(pass: boolean, { report, reading, problems }: Read & { readonly problems: number }): number {
  if (reading.interrupted) return exitCodes.interrupted;
  if (!hasSip(report)) return exitCodes.unreadable;
  if (!pass) return exitCodes.findings;
  return isPartial(report, reading) || problems > 0 ? exitCodes.partial : exitCodes.clean;
}

async function check(arguments_: readonly string[], flags: ExpectFlags): Promise<number> {
  const [file, ...paths] = arguments_;
  if (file === undefined || paths.length === 0) throw new UsageError(say().expectTakes);
  const targets = targetsOf(flags, expectationReporters);
  const locale = await languageOf(flags.lang);
  const { expectations, lineOf } = await readExpectations(file, locale);
  const outputs: Output[] = [];
  try {
    openTargets(targets, outputs);
    if (outputs.some((output) => output.is(file))) throw new UsageError(say().isExpectations(file));
    const done = await read(paths, outputs, flags);
    if (done === undefined) return exitCodes.unreadable;
    const result = checkExpectations(expectations, done.report);
    for (const [index, { reporter, path }] of targets.entries()) {
      const color = wantsColor(flags.color) && (path === undefined || flags.color === 'always');
      const options = { locale, color, width: widthOf(), limitCalls: 0, limitLines: 0, failOn: 'never' } as const;
      await outputs[index].write(reporter.write(result, done.report, { ...options, file, lineOf }));
    }
    return exitCodeOf(result.pass, done);
  } finally {
    for (const output of outputs) output.close();
  }
}

/** Writes expectations that the trace meets. */
async function draft(arguments_: readonly string[], flags: ExpectFlags): Promise<number> {
  if (flags.format !== undefined || flags.report.length > 0) throw new UsageError(say().expectFrom);
  const output = openOutput(flags.output);
  try {
    const done = await read([...flags.from, ...arguments_], [output], flags);
    if (done === undefined) return exitCodes.unreadable;
    if (hasSip(done.report)) {
      const { writeDraft } = await import('./expectations-draft.ts');
      await output.write([await writeDraft(done.report)]);
    }
    return exitCodeOf(true, done);
  } finally {
    output.close();
  }
}

export async function expectCommand(arguments_: readonly string[], flags: ExpectFlags): Promise<number> {
  return flags.from.length > 0 ? draft(arguments_, flags) : check(arguments_, flags);
}
