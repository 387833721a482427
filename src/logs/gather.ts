/** The dialects that gather lines before anybody sees them (`Dialect.gather`), one after the other. */
import type { Dialect, Gatherer } from './dialect.ts';
import type { Line } from './unwrap.ts';

interface Gatherers {
  line(line: Line): void;
  /** What is held goes out. Lines may follow. */
  end(): void;
}

export function createGatherers(dialects: readonly Dialect[], onLine: (line: Line) => void): Gatherers {
  const all: Gatherer[] = dialects.flatMap((dialect) => dialect.gather?.(onLine) ?? []);
  /** The one that took the last line: it may hold more. */
  let active: Gatherer | undefined;

  return {
    line(line) {
      const before = active;
      if (before?.line(line)) return;
      active = undefined;
      for (const gatherer of all) {
        if (gatherer === before || !gatherer.line(line)) continue;
        active = gatherer;
        return;
      }
      onLine(line);
    },
    end() {
      active = undefined;
      for (const gatherer of all) gatherer.end();
    },
  };
}
