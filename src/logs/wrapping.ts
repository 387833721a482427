/** Everything that collectors, tools and products put around lines, taken off from the outside in. */
import type { Tally } from '../model.ts';
import type { Dialect } from './dialect.ts';
import { createJoiners } from './join.ts';
import type { PhysicalLine } from './lines.ts';
import { type Line, unwrap, unwrapEntry } from './unwrap.ts';
import { createJournalExport } from './wrappers/journal-export.ts';
import { createPartialLines } from './wrappers/partial-lines.ts';

const [UNDERSCORE, BRACE, ZERO, NINE] = [95, 123, 48, 57];

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
    line(line) {
      // Most lines begin like none that matters to either.
      const first = line.raw.charCodeAt(0);
      if (first === UNDERSCORE || journal.busy) journal.line(line);
      else if (first === BRACE || (first >= ZERO && first <= NINE) || parts.busy) parts.line(line);
      else joiners.line(line);
    },
    end() {
      journal.end();
      parts.end();
      joiners.end();
    },
  };
}
