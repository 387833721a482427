/** Times of a call beside its messages. */

/** Longer than any call: the clock was set in between, or a log line has another date. In ms. */
const LONGEST = 7 * 24 * 3_600_000;

/** Messages of a log that prints no time stand in the first moments of the epoch, in their order. */
const NONE = '1970-01-01T00:00:00.';

/** `10:15:30`, or with `digits` `10:15:30.123`; nothing where no time is known. */
export function clock(time: string, digits = 0): string {
  return time.startsWith(NONE) ? '' : time.slice(11, digits === 0 ? 19 : 20 + digits);
}

/** A duration that can be shown; undefined where the clock must have jumped. */
export function plausible(ms: unknown): number | undefined {
  const value = Number(ms ?? Number.NaN);
  return value >= 0 && value <= LONGEST ? value : undefined;
}

/** `+2.156` seconds since the call began; the time of day where the clock jumped. */
export function delta(ms: number, time: string): string {
  if (time.startsWith(NONE)) return '';
  if (ms === 0) return '0.000';
  return plausible(ms) === undefined ? clock(time, 1) : `+${(ms / 1000).toFixed(3)}`;
}
