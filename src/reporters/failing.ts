/** What formats that know only passed and failed call a failure: what makes the exit code 1. */
import type { ReportFinding } from '../report.ts';
import type { ReporterOptions } from './reporter.ts';

const ranks = { error: 0, warning: 1, info: 2, never: -1 } as const;

/** What another finding explains is no failure of its own, as in the exit code. */
export function isFailing({ severity, absorbedBy }: ReportFinding, { failOn }: ReporterOptions): boolean {
  return absorbedBy === undefined && ranks[severity] <= ranks[failOn];
}
