/** Time between two messages, where the clock of the capture can be believed. */

/** Longer than any call: the clock was set, or a log line has another date. In ms. */
const LONGEST = 7 * 24 * 3_600_000;

/** Milliseconds from one point in time (µs) to another; undefined when the clock must have jumped in between. */
export function elapsed(from: number, to: number): number | undefined {
  const ms = (to - from) / 1000;
  return ms >= 0 && ms <= LONGEST ? ms : undefined;
}
