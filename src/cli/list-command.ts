/** `sipsleuth list <what>`: what this version knows, a line each. */
import { stdout } from 'node:process';
import { statuses } from '../catalogue/statuses.ts';
import { links } from '../link/links.ts';
import { dialects } from '../logs/dialects.ts';
import { reporters } from '../reporters/index.ts';
import { paragraph } from '../reporters/terminal/text.ts';
import { rules } from '../rules/index.ts';
import { oneOf } from './config.ts';
import { exitCodes } from './exit.ts';
import { writeOut } from './output.ts';
import { widthOf } from './terminal.ts';

type Row = readonly string[];

/** One line an item, its name first: made for eyes, and for `cut` and `awk`. */
const lists = {
  statuses: (): Row[] => statuses.map(({ code, phrase, spec }) => [String(code), phrase, spec]),
  // Scope, sources and advice fit on no line; `explain` tells them.
  rules: (): Row[] => rules.map(({ id, severity, title }) => [id, severity, title]),
  dialects: (): Row[] => dialects.map(({ id, title }) => [id, title]),
  formats: (): Row[] => reporters.map(({ id, title }) => [id, title]),
  links: (): Row[] =>
    links
      .map(({ types, title }) => ({ numbers: [...types].sort((a, b) => a - b), title }))
      .sort((a, b) => a.numbers[0] - b.numbers[0])
      .map(({ numbers, title }) => [numbers.join(', '), title]),
} as const;

const listNames = Object.keys(lists) as (keyof typeof lists)[];

/** Columns as wide as their widest value; the last goes on below itself where the terminal ends. */
export function table(rows: readonly Row[], width: number): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.flatMap((row) => {
    const lead = row
      .slice(0, -1)
      .map((cell, column) => `${cell.padEnd(widths[column])}  `)
      .join('');
    const [first = '', ...rest] = paragraph(row[row.length - 1], width, lead.length);
    return [(lead + first.trimStart()).trimEnd(), ...rest];
  });
}

export async function listCommand(what: string): Promise<number> {
  const name = oneOf(what, listNames, 'list');
  // Programs want a line each, whatever its length.
  const width = stdout.isTTY ? widthOf() : Number.POSITIVE_INFINITY;
  await writeOut(table(lists[name](), width).map((line) => `${line}\n`));
  return exitCodes.clean;
}
