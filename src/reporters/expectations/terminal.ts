/** Expectations for a person at a terminal: a line for each that holds, all that was seen for each that does not. */
import type { ExpectationResult, SubjectResult } from '../../expect/check.ts';
import type { Check } from '../../expect/probe.ts';
import type { Report } from '../../report.ts';
import { safe } from '../safe.ts';
import { clip, columns, type Paint, padEnd, painter, paragraph } from '../terminal/text.ts';
import type { ExpectationOptions, ExpectationReporter } from './reporter.ts';
import { culpritsOf, excerpt, saidOf, subjectLine } from './subject.ts';

/** Of one expectation, those that are told with their ladder. */
const TOLD = 3;
const NARROWEST = 40;
/** `messages.retransmissions` */
const WIDEST_NAME = 24;

/** `outcome      expected answered, seen busy  [1]`. */
function checkLines(checks: readonly Check[], marked: boolean, indent: number, options: ExpectationOptions): string[] {
  const wide = Math.min(WIDEST_NAME, Math.max(0, ...checks.map(({ what }) => columns(what))));
  return checks.flatMap((check, i) => {
    const mark = marked && check.at.length > 0 ? `[${i + 1}] ` : '';
    const lead = `${' '.repeat(indent)}${padEnd(check.what, wide)}  `;
    const text = `${mark}${options.locale.expectations.check(check)}`;
    return paragraph(text, options.width, columns(lead), lead);
  });
}

function* told(result: SubjectResult, report: Report, options: ExpectationOptions, paint: Paint): Iterable<string> {
  yield clip(`    ${subjectLine(result.subject, report, options)}`, options.width);
  yield* checkLines(saidOf(result), true, 6, options).map((line) => paint('red', line));
  const drawing = excerpt(result, report, options, paint);
  if (drawing.length === 0) return;
  yield '';
  yield* drawing;
}

function* failure(one: ExpectationResult, report: Report, options: ExpectationOptions, paint: Paint): Iterable<string> {
  const place = `${options.file}:${options.lineOf(one.path)}`;
  const room = options.width - columns(place) - 4;
  const name = safe(one.name);
  yield room < 20 || columns(name) > room
    ? paint('red', clip(`✗ ${name}`, options.width))
    : `${paint('red', `✗ ${name}`)}  ${paint('dim', safe(place))}`;
  const failed = one.checks.filter(({ pass }) => !pass);
  yield* checkLines(failed, false, 4, options).map((line) => paint('red', line));
  const failing = culpritsOf(one);
  const shown = failing.slice(0, TOLD);
  for (const [i, subject] of shown.entries()) {
    if (i > 0) yield '';
    yield* told(subject, report, options, paint);
  }
  if (failing.length > shown.length) {
    yield '';
    yield `    ${options.locale.expectations.more(failing.length - shown.length)}`;
  }
}

function* lines(...[result, report, options]: Parameters<ExpectationReporter['write']>): Iterable<string> {
  const paint = painter(options.color);
  const words = options.locale.expectations;
  const { passed, failed } = result;
  yield paint('bold', clip(`${safe(options.file)}: ${words.summary(passed, failed)}`, options.width));
  yield '';
  let apart = true;
  for (const one of result.expectations) {
    if (one.pass) {
      const [first] = one.path;
      const n = first === 'capture' ? '' : `  ${paint('dim', words.selected(one.subjects.length, String(first)))}`;
      yield `${paint('green', '✓')} ${clip(safe(one.name), options.width - 2 - 16)}${n}`;
      apart = false;
      continue;
    }
    if (!apart) yield '';
    yield* failure(one, report, options, paint);
    yield '';
    apart = true;
  }
}

export const terminal: ExpectationReporter = {
  id: 'terminal',
  title: 'Text for a terminal',
  *write(result, report, options) {
    const width = Math.max(NARROWEST, Math.floor(options.width));
    let blank = '';
    // The last line is no empty one.
    for (const line of lines(result, report, { ...options, width })) {
      if (line === '') blank += '\n';
      else {
        yield `${blank}${line}\n`;
        blank = '';
      }
    }
  },
};
