/** What failed, as plain lines, for formats without room for more. */
import type { ExpectationResult, SubjectResult } from '../../expect/check.ts';
import type { Check } from '../../expect/probe.ts';
import type { Report } from '../../report.ts';
import type { ExpectationOptions } from './reporter.ts';
import { culpritsOf, excerpt, saidOf, subjectLine } from './subject.ts';

/** Of one expectation, those that are told. */
const TOLD = 10;

/** A line a check; with `marked`, its number where the ladder has it. */
function linesOf(checks: readonly Check[], marked: boolean, { locale }: ExpectationOptions): string[] {
  return checks.map((check, i) => {
    const mark = marked && check.at.length > 0 ? ` [${i + 1}]` : '';
    return `${check.what}: ${locale.expectations.check(check)}${mark}`;
  });
}

export interface Failure {
  readonly subject: SubjectResult | undefined;
  readonly head: string;
  readonly lines: readonly string[];
}

/** What the selection as a whole does wrong, then those that make it fail; `marked` where their ladders follow. */
export function failuresOf(
  one: ExpectationResult,
  report: Report,
  options: ExpectationOptions,
  marked = true,
): readonly Failure[] {
  const failed = one.checks.filter(({ pass }) => !pass);
  const whole = linesOf(failed, false, options);
  const subjects = culpritsOf(one);
  const told = subjects.slice(0, TOLD).map((subject) => ({
    subject,
    head: subjectLine(subject.subject, report, options),
    lines: linesOf(saidOf(subject), marked, options),
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
