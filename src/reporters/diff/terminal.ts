/** Differences for a person at a terminal. */
import type { CallPair, Difference } from '../../diff/difference.ts';
import { safe } from '../safe.ts';
import { clip, columns, joinParts, type Paint, padEnd, painter, paragraph, type Style } from '../terminal/text.ts';
import { type Line, lineOf, pathsOf, type Sign, titleOf } from './lines.ts';
import type { DiffOptions, DiffReporter } from './reporter.ts';

/** Nothing fits into less. */
const NARROWEST = 40;
const LABEL = 18;

const styles: Readonly<Record<Sign, Style>> = { '-': 'red', '+': 'green', '~': 'yellow' };

function showLine({ label, sign, text }: Line, previous: string, width: number, paint: Paint): string[] {
  const lead = padEnd(label === previous ? '' : `  ${clip(safe(label), LABEL - 3)}`, LABEL);
  return paragraph(text, width, LABEL + 2, `${lead}${sign} `).map((line, index) =>
    index === 0 ? line.slice(0, lead.length) + paint(styles[sign], line.slice(lead.length)) : paint(styles[sign], line),
  );
}

function* showDifferences(
  differences: readonly Difference[],
  { locale, width }: DiffOptions,
  paint: Paint,
): Iterable<string> {
  let previous = '';
  for (const one of differences) {
    const line = lineOf(one, locale);
    yield* showLine(line, previous, width, paint);
    previous = line.label;
  }
}

function* showPair(pair: CallPair, options: DiffOptions, paint: Paint): Iterable<string> {
  const { locale, width } = options;
  yield '';
  const title = titleOf(pair, locale);
  const parties = clip(safe(`${pair.from || '?'} → ${pair.to || '?'}`), Math.max(8, width - columns(title) - 2));
  yield `${paint('bold', title)}  ${parties}`;
  yield* showDifferences(pair.differences, options, paint);
  if (pair.omitted > 0) yield `  ${locale.terminal.notShown(pair.omitted)}`;
}

export const terminal: DiffReporter = {
  id: 'terminal',
  title: 'Text for a terminal',
  *write(diff, given) {
    const options = { ...given, width: Math.max(NARROWEST, Math.floor(given.width)) };
    const { locale, width, limitCalls } = options;
    const paint = painter(options.color);
    const shown = limitCalls === 0 ? diff.calls : diff.calls.slice(0, limitCalls);
    const lines = function* (): Iterable<string> {
      yield paint('bold', clip(safe(pathsOf(diff).join(' → ')), width));
      yield* joinParts(locale.diff.summary(diff.summary), width, 2);
      for (const pair of shown) yield* showPair(pair, options, paint);
      if (shown.length < diff.calls.length) yield* ['', `  ${locale.terminal.more(diff.calls.length - shown.length)}`];
      if (diff.findings.length === 0) return;
      yield* ['', paint('bold', locale.diff.otherFindings)];
      yield* showDifferences(diff.findings, options, paint);
    };
    for (const line of lines()) yield `${line}\n`;
  },
};
