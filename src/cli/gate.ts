/** Which findings are news: what the baseline and the suppressions of the configuration take from a report. */
import { type Acceptance, accept, firstOf } from '../gate/accepted.ts';
import { type Baseline, inBaseline } from '../gate/baseline.ts';
import { isExpired, type Suppression, suppressedBy } from '../gate/suppressions.ts';
import type { Report } from '../report.ts';
import { readBaseline, writeBaseline } from './baseline-file.ts';
import { complain } from './complain.ts';
import { UsageError } from './exit.ts';
import type { Output } from './output.ts';
import { say } from './speech.ts';

export interface GateFlags {
  readonly baseline?: string;
  readonly writeBaseline: boolean;
  readonly call: readonly string[];
  readonly quiet: boolean;
}

export interface Gate {
  /** The file that is to be written; undefined when none is. */
  readonly writes: string | undefined;
  /** What was accepted before. */
  readonly accepts: Acceptance;
  /** The report with what is accepted marked so. */
  apply(report: Report): Report;
  /** Makes what is found the baseline. */
  write(output: Output, report: Report): Promise<void>;
}

/** `2026-12-31`, in UTC. */
function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Reads the baseline: what is wrong with it must be known before the work begins. */
export function openGate(flags: GateFlags, suppressions: readonly Suppression[], now: number): Gate {
  const { baseline: path, writeBaseline: writes, quiet } = flags;
  if (writes && path === undefined) throw new UsageError(say().writeBaselineWhere);
  // What is not selected would be forgotten.
  if (writes && flags.call.length > 0) throw new UsageError(say().writeBaselineAll);
  let baseline: Baseline | undefined = path === undefined ? undefined : readBaseline(path, writes);
  const today = dayOf(now);
  if (!quiet) {
    for (const { rule, expires } of suppressions.filter((one) => isExpired(one, today)))
      complain(say().suppressionExpired(rule, expires ?? ''));
  }
  const suppressed = suppressedBy(suppressions, today);
  const acceptance = () => (baseline === undefined ? suppressed : firstOf([suppressed, inBaseline(baseline)]));
  return {
    writes: writes ? path : undefined,
    accepts: acceptance(),
    apply: (report) => accept(report, acceptance()),
    async write(output, report) {
      const written = await writeBaseline(output, accept(report, suppressed), baseline ?? readBaseline('', true));
      baseline = written.baseline;
      const { added, gone } = written;
      if (!quiet) complain(say().baselineWritten(path ?? '', baseline.findings.length, added, gone));
    },
  };
}
