/** What failed, as plain lines, for formats without room for more. */
import type { ExpectationResult, SubjectResult } from '../../expect/check.ts';
import type { Check } from '../../expect/probe.ts';
import type { Report } from '../../report.ts';
import type { ExpectationOptions } from './reporter.ts';
import { excerpt, subjectLine } from './subject.ts';

/** Of one expectation, those that are told. */
const TOLD = 10;

function checkLine(check: Check, { locale }: ExpectationOptions): string {
  return `${check.what}: ${locale.expectations.check(check)}`;
}

export interface Failure {
  readonly subject: SubjectResult | undefined;
  readonly head: string;
  readonly lines: readonly string[];
}

/** What the selection as a whole does wrong, then those that do not hold. */
export function failuresOf(one: ExpectationResult, report: Report, options: ExpectationOptions): readonly Failure[] {
  const failing = (checks: readonly Check[]) =>
    checks.filter(({ pass }) => !pass).map((each) => checkLine(each, options));
  const whole = failing(one.checks);
  const subjects = one.subjects.filter(({ pass }) => !pass);
  const told = subjects.slice(0, TOLD).map((subject) => ({
    subject,
    head: subjectLine(subject.subject, report, options),
    lines: failing(subject.checks),
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
