/** Points in time as reports print them. */

/** ISO 8601 UTC with microseconds, from µs since 1970. Out of range (a broken clock) becomes the nearest end. */
export function isoTime(time: number): string {
  const bounded = Math.max(0, Math.min(time, 253_402_300_799_999_999));
  const millis = Math.floor(bounded / 1000);
  const micros = Math.floor(bounded - millis * 1000);
  return `${new Date(millis).toISOString().slice(0, -1)}${String(micros).padStart(3, '0')}Z`;
}

/** Milliseconds between two points in µs, to the µs. */
export function millis(from: number, to: number): number {
  return Math.round(to - from) / 1000;
}
