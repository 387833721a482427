/** The dialects that put split records together, one after the other (`Dialect.join`). Each sees every physical line. */
import type { Dialect, Joiner } from './dialect.ts';
import type { PhysicalLine } from './lines.ts';

export function createJoiners(dialects: readonly Dialect[], emit: (line: PhysicalLine) => void): Joiner {
  let chain: Joiner = { line: emit, end() {} };
  for (const dialect of [...dialects].reverse()) {
    const after = chain;
    const joiner = dialect.join?.(after.line);
    if (!joiner) continue;
    chain = {
      line: joiner.line,
      end() {
        joiner.end();
        after.end();
      },
    };
  }
  return chain;
}
