/** Rows in columns that fit: cells give way to shorter variants of themselves before anything is cut. */
import { safe } from '../safe.ts';
import { clip, columns, padEnd } from './text.ts';

/** What a cell shows, from the longest variant to the shortest. */
export type Cell = readonly string[];

export interface TableShape {
  readonly width: number;
  /** Columns in the order in which they give way; the first of them is cut at last. */
  readonly yields: readonly number[];
}

const GAP = 2;

/** Narrower, a cut cell tells nothing. */
const NARROWEST = 6;

function variant(cell: Cell, level: number): string {
  return cell[Math.min(level, cell.length - 1)] ?? '';
}

function widthsOf(rows: readonly (readonly Cell[])[], levels: readonly number[]): number[] {
  return levels.map((level, column) => Math.max(0, ...rows.map((row) => columns(safe(variant(row[column], level))))));
}

function total(widths: readonly number[]): number {
  const shown = widths.filter((width) => width > 0);
  return shown.reduce((sum, width) => sum + width, 0) + Math.max(0, shown.length - 1) * GAP;
}

/** The rows of a table as lines, cells in line with each other. */
export function tabulate(rows: readonly (readonly Cell[])[], { width, yields }: TableShape): string[] {
  if (rows.length === 0) return [];
  const levels: number[] = rows[0].map(() => 0);
  const depth = (column: number) => rows.reduce((most, row) => Math.max(most, row[column].length), 0);
  let widths = widthsOf(rows, levels);
  for (const column of yields) {
    const deepest = depth(column) - 1;
    while (total(widths) > width && levels[column] < deepest) {
      levels[column]++;
      widths = widthsOf(rows, levels);
    }
  }
  const [first] = yields;
  const over = total(widths) - width;
  if (over > 0 && first !== undefined) widths[first] = Math.max(NARROWEST, widths[first] - over);
  return rows.map((row) => {
    const cells = row.flatMap((cell, column) =>
      widths[column] === 0 ? [] : [padEnd(clip(safe(variant(cell, levels[column])), widths[column]), widths[column])],
    );
    return clip(cells.join(' '.repeat(GAP)).trimEnd(), width);
  });
}
