/** Time between two messages, where the clock of the capture can be believed. */
import type { LogFacts } from '../model.ts';

/** Longer than any call: the clock was set, or a log line has another date. In ms. */
const LONGEST = 7 * 24 * 3_600_000;

/**
 * Milliseconds from one point in time (µs) to another; undefined when the clock must have jumped in between, or when the
 * log prints times too coarse to tell.
 */
export function elapsed(from: number, to: number, log?: LogFacts): number | undefined {
  const ms = (to - from) / 1000;
  if (log !== undefined && !(to - from >= log.resolution)) return undefined;
  return ms >= 0 && ms <= LONGEST ? ms : undefined;
}
