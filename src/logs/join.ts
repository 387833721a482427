/** The dialects that put split records together, one after the other (`Dialect.join`). */
import type { Dialect, Joiner } from './dialect.ts';
import type { PhysicalLine } from './lines.ts';

export function createJoiners(
  dialects: readonly Dialect[],
  emit: (line: PhysicalLine) => void,
): Pick<Joiner, 'line' | 'end'> {
  const joins = dialects.flatMap(({ join }) => join ?? []);
  const all: Joiner[] = [];
  let first = emit;
  for (const join of [...joins].reverse()) {
    const joiner = join.create(first);
    all.unshift(joiner);
    first = joiner.line;
  }
  // Few lines are of split records: one pattern spares asking everybody.
  const marks = new RegExp(joins.map(({ mark }) => mark.source).join('|') || '(?!)');

  return {
    line(line) {
      if (marks.test(line.raw) || all.some(({ busy }) => busy)) first(line);
      else emit(line);
    },
    end() {
      for (const joiner of all) joiner.end();
    },
  };
}
