/** `sipsleuth list <what>`: what this version knows, a line each. */
import { statuses } from '../catalogue/statuses.ts';
import { links } from '../link/links.ts';
import { dialects } from '../logs/dialects.ts';
import { reporters } from '../reporters/index.ts';
import { rules } from '../rules/index.ts';
import { oneOf } from './config.ts';
import { exitCodes } from './exit.ts';
import { write } from './output.ts';

type Row = readonly string[];

const lists = {
  statuses: (): Row[] => statuses.map(({ code, phrase, spec }) => [String(code), phrase, spec]),
  rules: (): Row[] =>
    rules.map(({ id, severity, scope, title, spec }) => [id, severity, scope, title, spec.join(', ')]),
  dialects: (): Row[] => dialects.map(({ id, title }) => [id, title]),
  formats: (): Row[] => reporters.map(({ id, title }) => [id, title]),
  links: (): Row[] => links.map(({ types, title }) => [types.join(', '), title]),
} as const;

export const listNames = Object.keys(lists) as (keyof typeof lists)[];

/** Columns as wide as their widest value; the last runs free. */
function table(rows: readonly Row[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}

export async function listCommand(what: string): Promise<number> {
  const name = oneOf(what, listNames, 'list');
  await write(
    undefined,
    table(lists[name]()).map((line) => `${line}\n`),
  );
  return exitCodes.clean;
}
