/** Everything that collectors, tools and products put around lines, taken off from the outside in. */
import type { Tally } from '../model.ts';
import type { Dialect } from './dialect.ts';
import { createJoiners } from './join.ts';
import type { PhysicalLine } from './lines.ts';
import { type Line, unwrap, unwrapEntry } from './unwrap.ts';
import { createJournalExport } from './wrappers/journal-export.ts';
import { createPartialLines } from './wrappers/partial-lines.ts';

interface Wrapping {
  /** It is within something whose lines mean nothing of their own. */
  readonly busy: boolean;
  line(line: PhysicalLine): void;
  /** What is held goes out. Lines may follow. */
  end(): void;
}

export function createWrapping(dialects: readonly Dialect[], onLine: (line: Line) => void, tally: Tally): Wrapping {
  const joiners = createJoiners(dialects, (line) => unwrap(line, onLine, tally));
  const parts = createPartialLines(joiners.line, tally);
  const journal = createJournalExport((entry) => unwrapEntry(entry, onLine), parts.line, tally);

  return {
    get busy() {
      return journal.busy;
    },
    line: journal.line,
    end() {
      journal.end();
      parts.end();
      joiners.end();
    },
  };
}
