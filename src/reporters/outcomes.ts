/** How calls came out, as reports tell it. */
import type { Outcome } from '../model.ts';
import { isGood, type Report, type ReportCall } from '../report.ts';
import type { ReporterOptions } from './reporter.ts';

/** What is accepted does not count. */
export function isClean(call: ReportCall, { findings }: Report): boolean {
  return isGood(call) && call.findings.every((index) => findings[index].accepted !== undefined);
}

/** "3 busy, 9 answered". */
export function outcomeList(report: Report, options: ReporterOptions): string {
  const { outcomes } = report.summary.metrics;
  const words = options.locale.terminal;
  const known = Object.entries(outcomes) as [Outcome, number][];
  if (report.summary.calls === 1 && known.length === 1) return words.outcomeOfOne(known[0][0]);
  return known
    .sort((a, b) => b[1] - a[1])
    .map(([outcome, n]) => words.outcomeCount(n, outcome))
    .join(', ');
}
