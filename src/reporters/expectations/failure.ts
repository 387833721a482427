/** What failed, as plain lines, for formats without room for more. */
import type { ExpectationResult, SubjectResult } from '../../expect/check.ts';
import type { Check } from '../../expect/probe.ts';
import type { Report } from '../../report.ts';
import type { ExpectationOptions } from './reporter.ts';
import { excerpt, subjectLine } from './subject.ts';

/** Of one expectation, those that are told. */
const TOLD = 10;

/** A line a failed check; with `marked`, its number where the ladder has it. */
function failing(checks: readonly Check[], marked: boolean, { locale }: ExpectationOptions): string[] {
  return checks
    .filter(({ pass }) => !pass)
    .map((check, i) => {
      const mark = marked && check.at.length > 0 ? ` [${i + 1}]` : '';
      return `${check.what}: ${locale.expectations.check(check)}${mark}`;
    });
}

export interface Failure {
  readonly subject: SubjectResult | undefined;
  readonly head: string;
  readonly lines: readonly string[];
}

/** What the selection as a whole does wrong, then those that do not hold; `marked` where their ladders follow. */
export function failuresOf(
  one: ExpectationResult,
  report: Report,
  options: ExpectationOptions,
  marked = true,
): readonly Failure[] {
  const whole = failing(one.checks, false, options);
  const subjects = one.subjects.filter(({ pass }) => !pass);
  const told = subjects.slice(0, TOLD).map((subject) => ({
    subject,
    head: subjectLine(subject.subject, report, options),
    lines: failing(subject.checks, marked, options),
  }));
  const left = subjects.length - told.length;
  return [
    ...(whole.length > 0 ? [{ subject: undefined, head: '', lines: whole }] : []),
    ...told,
    ...(left > 0 ? [{ subject: undefined, head: '', lines: [options.locale.expectations.more(left)] }] : []),
  ];
}

/** The ladder without colour. */
export function plainExcerpt(subject: SubjectResult, report: Report, options: ExpectationOptions): string[] {
  return excerpt(subject, report, { ...options, color: false, width: 100 }, (_style, text) => text);
}
