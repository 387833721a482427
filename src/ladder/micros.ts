/** µs since 1970 of a time of the report (ISO 8601 UTC with microseconds). */
export function toMicros(time: string): number {
  return Date.parse(`${time.slice(0, 23)}Z`) * 1000 + Number(time.slice(23, 26));
}
