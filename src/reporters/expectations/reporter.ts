/** The form of what writes the result of expectations. */
import type { ExpectationsResult } from '../../expect/check.ts';
import type { Path } from '../../expect/faults.ts';
import type { Report } from '../../report.ts';
import type { ReporterOptions } from '../reporter.ts';

export interface ExpectationOptions extends ReporterOptions {
  /** The expectations file, as it was named. */
  readonly file: string;
  /** Line of the file, from 1. */
  lineOf(path: Path): number;
}

export interface ExpectationReporter {
  readonly id: string;
  readonly title: string;
  write(result: ExpectationsResult, report: Report, options: ExpectationOptions): Iterable<string>;
}
