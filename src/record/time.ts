/** Points in time as reports print them. */

// Calls come in order of time: most points share their second with the one before.
let second = -1;
let prefix = '';

/** ISO 8601 UTC with microseconds, from µs since 1970. Out of range (a broken clock) becomes the nearest end. */
export function isoTime(time: number): string {
  const bounded = Math.max(0, Math.min(time, 253_402_300_799_000_000));
  const whole = Math.floor(bounded / 1e6);
  if (whole !== second) {
    second = whole;
    prefix = new Date(whole * 1000).toISOString().slice(0, 20);
  }
  return `${prefix}${String(Math.floor(bounded - whole * 1e6) + 1e6).slice(1)}Z`;
}
