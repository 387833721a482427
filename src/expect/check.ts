/** Expectations asked of a report: what holds, what does not, and what was seen instead. */
import type { Report, Subject } from '../report.ts';
import type { Expectation, Expectations } from './expectations.ts';
import type { Path } from './faults.ts';
import { type Check, type CheckKey, checkOf, type Item, unreadable } from './probe.ts';
import { within } from './range.ts';

/** How one of the selected came out. */
export interface SubjectResult {
  readonly subject: Subject;
  readonly pass: boolean;
  readonly checks: readonly Check[];
}

export interface ExpectationResult {
  readonly name: string;
  /** Where it stands in the file. */
  readonly path: Path;
  readonly pass: boolean;
  /** About the selection as a whole. */
  readonly checks: readonly Check[];
  readonly subjects: readonly SubjectResult[];
}

export interface ExpectationsResult {
  readonly pass: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly expectations: readonly ExpectationResult[];
}

function examine(expectation: Expectation, item: Item, report: Report): SubjectResult {
  const checks = expectation.probes.flatMap((probe) => probe(item, report));
  return {
    subject: { kind: expectation.kind, id: item.id },
    pass: checks.every(({ pass }) => pass),
    checks,
  };
}

/** What says that nothing can be said. */
const undecided: ReadonlySet<CheckKey> = new Set(['unlisted', 'list-cut', 'header-cut']);

/** What is asked of the selection: how many, and how many of them must hold. */
function ofSelection(expectation: Expectation, subjects: readonly SubjectResult[], report: Report): Check[] {
  const { count, match, group } = expectation;
  const { length } = subjects;
  const checks: Check[] = [];
  const omitted = report.summary.omitted[group];
  // Those that the report does not list were not asked.
  if (omitted > 0) checks.push(checkOf('select', 'omitted', { omitted, group }, false));
  if (expectation.readsMessages) {
    const closed = report[group].map((item) => unreadable('select', item)).find((check) => check !== undefined);
    if (closed !== undefined) checks.push(closed);
  }
  if (count !== undefined)
    checks.push(checkOf('count', 'selected', { expected: count.text, seen: length, group }, within(count, length)));
  else if (length === 0 && match !== 'none') {
    const all = report[group].length;
    checks.push(checkOf('select', 'nothing-selected', { all, group }, false));
  }
  const holding = subjects.filter(({ pass }) => pass).length;
  if (match === 'any' && length > 0)
    checks.push(checkOf('match', 'none-holds', { expected: match, seen: length, group }, holding > 0));
  if (match === 'none') {
    // What cannot be seen is no proof that it is not so.
    const doubt = subjects.flatMap((one) => one.checks).find(({ key }) => undecided.has(key));
    if (doubt !== undefined) checks.push(doubt);
    checks.push(checkOf('match', 'holds', { seen: holding, group }, holding === 0));
  }
  return checks;
}

function askAll(expectation: Expectation, report: Report): ExpectationResult {
  const items: readonly Item[] = report[expectation.group];
  const subjects = expectation.select(items, report).map((item) => examine(expectation, item, report));
  const checks = ofSelection(expectation, subjects, report);
  const failing = expectation.match === 'all' && subjects.some(({ pass }) => !pass);
  return {
    name: expectation.name,
    path: expectation.path,
    pass: !failing && checks.every(({ pass }) => pass),
    checks,
    subjects,
  };
}

/** The report must hold the messages of all (`messages: 'all'`): what cannot be seen does not pass. */
export function checkExpectations({ expectations, capture }: Expectations, report: Report): ExpectationsResult {
  const results = expectations.map((one) => askAll(one, report));
  if (capture !== undefined) {
    const checks = capture.probes.flatMap((probe) => probe(report));
    const pass = checks.every((check) => check.pass);
    results.push({ name: capture.name, path: capture.path, pass, checks, subjects: [] });
  }
  const failed = results.filter(({ pass }) => !pass).length;
  return { pass: failed === 0, passed: results.length - failed, failed, expectations: results };
}
