/** `sipsleuth list <what>`: what this version knows, a line each. */
import { stdout } from 'node:process';
import { headerFields } from '../catalogue/header-fields.ts';
import { reasonProtocols } from '../catalogue/reason-protocols.ts';
import { statuses } from '../catalogue/statuses.ts';
import { baseTimers, imsTimers, lengthOf, type Timer, timers } from '../catalogue/timers.ts';
import { headerUse } from '../explain/header.ts';
import { links } from '../link/links.ts';
import type { Locale } from '../locales/locale.ts';
import { dialects } from '../logs/dialects.ts';
import { formats } from '../reporters/index.ts';
import { paragraph } from '../reporters/terminal/text.ts';
import { rules } from '../rules/index.ts';
import { defaultThresholds, thresholdMeaning, thresholdNames } from '../rules/thresholds.ts';
import { exitCodes } from './exit.ts';
import { languageOf } from './language.ts';
import { oneOf } from './one-of.ts';
import { writeOut } from './output.ts';
import { listWords } from './speech.ts';
import { widthOf } from './terminal.ts';

type Row = readonly string[];

/** In seconds, or the header field that says it. */
function seconds(timer: Timer, base: typeof baseTimers): string {
  const { length } = timer;
  if (length.kind === 'header') return length.header;
  if (length.kind === 'fixed') return `${length.ms / 1000}${length.to === undefined ? '' : `–${length.to / 1000}`} s`;
  return `${(lengthOf(timer, base) ?? 0) / 1000} s`;
}

/** One line an item, its name first: made for eyes, and for `cut` and `awk`. */
const lists: Readonly<Record<string, (locale: Locale) => Row[]>> = {
  statuses: (): Row[] => statuses.map(({ code, phrase, spec }) => [String(code), phrase, spec]),
  // Advice fits on no line; `explain` gives it.
  rules: ({ ruleTitle }): Row[] =>
    rules.map((rule) => [rule.id, rule.severity, rule.scope, ruleTitle(rule), rule.spec.join(', ')]),
  thresholds: (): Row[] =>
    thresholdNames.map((name) => [
      name,
      String(defaultThresholds[name]),
      listWords().thresholds[name] ?? thresholdMeaning(name),
    ]),
  dialects: (): Row[] => dialects.map(({ id, title }) => [id, listWords().dialects[id] ?? title]),
  formats: (): Row[] => formats.map(({ id, title }) => [id, listWords().formats[id] ?? title]),
  links: (): Row[] =>
    links
      .map(({ types, title }) => ({ numbers: [...types].sort((a, b) => a - b), title }))
      .sort((a, b) => a.numbers[0] - b.numbers[0])
      .map(({ numbers, title }) => [numbers.join(', '), listWords().links[title] ?? title]),
  headers: (): Row[] => headerFields.map(({ name, spec }) => [name, headerUse(name)?.compact ?? '', spec]),
  reasons: (): Row[] => reasonProtocols.map(({ name, spec }) => [name, spec]),
  timers: (): Row[] =>
    timers.map((timer) => [timer.id, seconds(timer, baseTimers), seconds(timer, imsTimers), timer.spec]),
};

export const listNames = Object.keys(lists);

/** Below this many columns a value cannot be read any more. */
const NARROWEST = 24;

/** Columns as wide as their widest value; what finds no room beside them goes on below, indented. */
export function table(rows: readonly Row[], width: number): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  let kept = 0;
  let lead = 0;
  while (kept < widths.length - 1 && lead + widths[kept] + 2 + NARROWEST <= width) lead += widths[kept++] + 2;
  return rows.flatMap((row) => {
    const cells = row.slice(0, kept).map((cell, column) => `${cell.padEnd(widths[column])}  `);
    const [first = '', ...rest] = row.slice(kept);
    const lines = paragraph(first, width, lead);
    const head = (cells.join('') + (lines[0] ?? '').trimStart()).trimEnd();
    return [head, ...lines.slice(1), ...rest.flatMap((cell) => (cell === '' ? [] : paragraph(cell, width, 4)))];
  });
}

export interface ListFlags {
  readonly lang?: string;
}

export async function listCommand(what: string, { lang }: ListFlags): Promise<number> {
  const name = oneOf(what, listNames, 'list');
  const rows = lists[name](await languageOf(lang));
  // Programs want a line each, whatever its length.
  const width = stdout.isTTY ? widthOf() : Number.POSITIVE_INFINITY;
  await writeOut(table(rows, width).map((line) => `${line}\n`));
  return exitCodes.clean;
}
