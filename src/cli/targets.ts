/** Which reports a command writes, and where: `--format` with `--output`, and each `--report FORMAT=FILE`. */
import type { FoundInput } from '../node/inputs.ts';
import { UsageError } from './exit.ts';
import { oneOf } from './one-of.ts';
import { type Output, openOutput } from './output.ts';
import { say } from './speech.ts';

export interface TargetFlags {
  readonly format?: string;
  readonly output?: string;
  readonly report: readonly string[];
}

/** `R`: what writes a report of this command. */
export interface Target<R> {
  readonly reporter: R;
  /** Undefined: standard output. */
  readonly path: string | undefined;
}

/** `reporters`: the formats of this command, the default one first. */
export function targetsOf<R extends { readonly id: string }>(flags: TargetFlags, reporters: readonly R[]): Target<R>[] {
  const ids = reporters.map(({ id }) => id);
  const target = (format: string, path: string | undefined): Target<R> => ({
    reporter: reporters[ids.indexOf(oneOf(format, ids, 'format'))],
    path: path === '-' ? undefined : path,
  });
  const targets = flags.report.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1 || at === pair.length - 1) throw new UsageError(say().reportTakes(pair));
    return target(pair.slice(0, at), pair.slice(at + 1));
  });
  // Asked for files only, nothing but those is written.
  const main = flags.format !== undefined || flags.output !== undefined || targets.length === 0;
  const all = main ? [target(flags.format ?? ids[0], flags.output), ...targets] : targets;
  const paths = all.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) < index);
  if (paths.length > new Set(paths).size) throw new UsageError(say().twoReports(twice ?? say().standardOutput));
  return all;
}

/** Opens what the reports go to, into `outputs`, which is the caller's to close even when this throws. */
export function openTargets(targets: readonly Pick<Target<unknown>, 'path'>[], outputs: Output[]): void {
  for (const { path } of targets) {
    // One file may have several names.
    if (path !== undefined && outputs.some((output) => output.is(path))) throw new UsageError(say().twoReports(path));
    outputs.push(openOutput(path));
  }
}

/** An older report in a directory of captures is no input; a capture that was named is no place for a report. */
export function withoutOutputs(inputs: readonly FoundInput[], outputs: readonly Output[]): readonly FoundInput[] {
  return inputs.filter(({ path, from }) => {
    if (path === '-' || !outputs.some((output) => output.is(path))) return true;
    if (from === undefined) throw new UsageError(say().isInput(path));
    return false;
  });
}
