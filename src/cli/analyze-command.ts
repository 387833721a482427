/** `sipsleuth [analyze] <input>...`: read, analyse, report, exit code. */
import { stdout } from 'node:process';
import { type AnalysisOptions, createAnalysis } from '../analyze.ts';
import type { MediaMode } from '../media/media.ts';
import type { Severity } from '../model.ts';
import { findInputs } from '../node/inputs.ts';
import type { Keep } from '../record/call.ts';
import type { Report } from '../report.ts';
import { formats } from '../reporters/index.ts';
import type { Reporter, StreamReporter } from '../reporters/reporter.ts';
import { complainOfInputs, hasSip, isPartial, type Reading, readAll } from './analysis-run.ts';
import { complain } from './complain.ts';
import { readConfig, ruleOptions } from './config.ts';
import { exitCodes, type FailOn, failLevels, UsageError } from './exit.ts';
import { flaggedOnly } from './flagged.ts';
import { openGate } from './gate.ts';
import { untilInterrupted } from './interrupt.ts';
import { languageOf } from './language.ts';
import { refuseNumbers, startLive } from './live.ts';
import { oneOf } from './one-of.ts';
import type { Output } from './output.ts';
import { progressOf } from './progress.ts';
import { selectCalls } from './select.ts';
import { say } from './speech.ts';
import { openTargets, type Target, type TargetFlags, targetsOf, withoutOutputs } from './targets.ts';
import { type ColorChoice, wantsColor, widthOf } from './terminal.ts';
import { type KeyLogFlags, tlsKeysOf } from './tls.ts';
import { readViewer } from './viewer.ts';

export interface AnalyzeFlags extends TargetFlags, KeyLogFlags {
  readonly call: readonly string[];
  readonly failOn?: FailOn;
  readonly lang?: string;
  readonly rule: readonly string[];
  readonly profile?: string;
  readonly messages?: Keep;
  readonly baseline?: string;
  readonly writeBaseline: boolean;
  readonly rtp?: 'sdp' | 'heuristic';
  readonly media: boolean;
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

function isStream(reporter: Reporter | StreamReporter): reporter is StreamReporter {
  return 'open' in reporter;
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
function keepFor(flags: AnalyzeFlags, targets: readonly Target<Reporter | StreamReporter>[]): Keep {
  if (flags.messages !== undefined) return flags.messages;
  if (flags.call.length > 0) return 'all';
  return targets.some(({ reporter }) => !isStream(reporter) && reporter.drawsCalls) ? 'bounded' : 'flagged';
}

function mediaFor({ media, rtp }: AnalyzeFlags): MediaMode {
  if (!media && rtp === 'heuristic') throw new UsageError(say().rtpOrNoMedia);
  return media ? (rtp ?? 'sdp') : 'off';
}

/** `commands`: names that stand for commands in front of all options only. */
export async function analyzeCommand(
  arguments_: readonly string[],
  flags: AnalyzeFlags,
  commands: readonly string[],
): Promise<number> {
  const targets = targetsOf(flags, formats);
  for (const { reporter } of targets) if (isStream(reporter)) refuseNumbers(flags.call, reporter.id);
  // Read before the work begins, so that it is not done in vain.
  const page = targets.some(({ reporter }) => reporter.id === 'html') ? readViewer() : '';
  const config = flags.config === undefined ? undefined : await readConfig(flags.config);
  const options = ruleOptions(flags.rule, flags.profile, config);
  const failOn = flags.failOn ?? config?.failOn ?? 'error';
  oneOf(failOn, failLevels, 'option', '--fail-on');
  const gate = openGate(flags, config?.suppressions ?? [], Date.now());
  const locale = await languageOf(flags.lang);
  const { secrets, verify } = await keysOf(flags);
  const tls = tlsKeysOf(flags);
  const { inputs: found, problems } = await findInputs(arguments_);
  for (const { path, code } of problems) {
    const meant = code === 'missing' && commands.includes(path) ? say().commandFirst(path) : '';
    complain(`${path}: ${say().problems[code]}${meant}`);
  }
  if (found.length === 0) return exitCodes.unreadable;

  const keep = keepFor(flags, targets);
  const outputs: Output[] = [];
  try {
    openTargets([...targets, ...(gate.writes === undefined ? [] : [{ path: gate.writes }])], outputs);
    const inputs = withoutOutputs(found, outputs);
    const live = startLive(
      targets.flatMap(({ reporter }, index) => (isStream(reporter) ? { reporter, output: outputs[index] } : [])),
      flags.call,
      gate.accepts,
    );
    const analysis = createAnalysis({
      locale,
      ...options,
      correlation: config?.correlation ?? [],
      messages: keep,
      media: mediaFor(flags),
      onRecord: live?.onRecord,
      secrets,
      verify,
      tls,
    });
    // Lines on the same terminal would be mixed with the bar.
    const mixed = targets.some(({ reporter, path }) => isStream(reporter) && path === undefined) && stdout.isTTY;
    const progress = progressOf(
      inputs.map(({ path }) => path),
      flags.quiet || mixed,
    );
    const reading = await untilInterrupted((signal) => readAll(inputs, analysis, tls, signal, progress));
    const report = analysis.report();
    if (!flags.quiet) complainOfInputs(report, reading, found);
    if (gate.writes !== undefined && hasSip(report) && !reading.interrupted)
      await gate.write(outputs[targets.length], report);
    const gated = gate.apply(report);
    const selected = hasSip(report) ? selectCalls(gated, flags.call) : gated;
    const others = keep === 'bounded' || keep === 'flagged' ? flaggedOnly(selected) : selected;
    await live?.end(selected);
    for (const [index, { reporter, path }] of targets.entries()) {
      if (isStream(reporter)) continue;
      const color = wantsColor(flags.color) && (path === undefined || flags.color === 'always');
      const { limitCalls, limitLines } = flags;
      const options = { locale, color, width: widthOf(), limitCalls, limitLines, failOn, viewer: () => page };
      await outputs[index].write(reporter.write(reporter.drawsCalls ? selected : others, options));
    }
    return exitCodeOf(selected, reading, problems.length, failOn);
  } finally {
    for (const output of outputs) output.close();
  }
}
