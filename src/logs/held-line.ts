/** The line that a joiner holds back until the next one shows whether the record goes on there. */
import type { PhysicalLine } from './lines.ts';

export interface HeldLine {
  readonly busy: boolean;
  hold(line: PhysicalLine): void;
  /** Puts `text` of the next line behind what is held; false when nothing is, or both would be longer than `limit`. */
  goOn(next: PhysicalLine, text: string, limit: number): boolean;
  /** What is held goes out. */
  release(): void;
}

export function createHeldLine(emit: (line: PhysicalLine) => void): HeldLine {
  let held: PhysicalLine | undefined;

  return {
    get busy() {
      return held !== undefined;
    },
    hold(line) {
      held = line;
    },
    goOn(next, text, limit) {
      if (!held || held.raw.length + next.raw.length >= limit) return false;
      const { raw, number, position } = held;
      held = { ...next, raw: raw.replace(/\r$/, '') + text, number, position };
      return true;
    },
    release() {
      if (held) emit(held);
      held = undefined;
    },
  };
}
