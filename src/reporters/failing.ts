/** What formats that know only passed and failed call a failure: what makes the exit code 1. */
import { isNews, type ReportFinding } from '../report.ts';
import type { ReporterOptions } from './reporter.ts';

const ranks = { error: 0, warning: 1, info: 2, never: -1 } as const;

/** As in the exit code. */
export function isFailing(finding: ReportFinding, { failOn }: ReporterOptions): boolean {
  return isNews(finding) && ranks[finding.severity] <= ranks[failOn];
}
