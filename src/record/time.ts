/** Points in time as reports print them. */

const MINUTE = 60_000_000;
/** `2026-01-05T10:15:` by minute: making a date is dear, and a capture has few minutes. */
const prefixes = new Map<number, string>();
const PREFIX_LIMIT = 10_000;

function prefixOf(minute: number): string {
  let prefix = prefixes.get(minute);
  if (prefix === undefined) {
    if (prefixes.size >= PREFIX_LIMIT) prefixes.clear();
    prefix = new Date(minute * 60_000).toISOString().slice(0, 17);
    prefixes.set(minute, prefix);
  }
  return prefix;
}

/** ISO 8601 UTC with microseconds, from µs since 1970. Out of range (a broken clock) becomes the nearest end. */
export function isoTime(time: number): string {
  const bounded = Math.floor(Math.max(0, Math.min(time, 253_402_300_799_000_000)));
  const minute = Math.floor(bounded / MINUTE);
  // 100000000 + micros of the minute: "1SSffffff" without its first digit.
  const micros = String(100_000_000 + bounded - minute * MINUTE);
  return `${prefixOf(minute)}${micros.slice(1, 3)}.${micros.slice(3)}Z`;
}
