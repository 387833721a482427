/** Stamps from the parts of a dialect's own pattern: its date has a form that no general pattern may claim. */
import { dayStart, MONTHS, SECOND, type Stamp } from './stamps.ts';

const TIME_OF_DAY = /^(\d\d)[:.]?(\d\d)[:.]?(\d\d)(?:[.,:](\d{1,9}))?$/;

/**
 * `month` from 1, `time` is `10:15:30.123`, `10.15.30.123` or
 * `101530.123`, `zone` minutes east of Greenwich. Undefined when no calendar has such a day or no day such a time.
 */
export function dated(year: number, month: number, day: number, time: string, zone?: number): Stamp | undefined {
  const clock = clockOf(time);
  if (!clock || !isDay(month, day)) return undefined;
  const at = dayStart(year, month - 1, day) + clock.timeOfDay - (zone ?? 0) * 60 * SECOND;
  return { kind: 'absolute', time: at, zone: zone !== undefined, resolution: clock.resolution };
}

/** Of `-05:30`, east of Greenwich. */
export function zoneMinutes(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Of `Jan`, from 1; 0 when there is no such month. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name) + 1;
}

/** The same without a year. */
export function datedWithoutYear(month: number, day: number, time: string): Stamp | undefined {
  const clock = clockOf(time);
  return clock && isDay(month, day) ? { kind: 'no-year', month: month - 1, day, ...clock } : undefined;
}

/** `first` and `second` are day and month in an order that the rest of the log must tell. */
export function datedEitherWay(year: number, first: number, second: number, time: string): Stamp | undefined {
  const clock = clockOf(time);
  if (!clock || !(isDay(first, second) || isDay(second, first))) return undefined;
  return { kind: 'either-order', year, first, second, ...clock };
}

export function timeOnly(time: string): Stamp | undefined {
  const clock = clockOf(time);
  return clock && { kind: 'time-of-day', ...clock };
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function clockOf(time: string): { timeOfDay: number; resolution: number } | undefined {
  const match = TIME_OF_DAY.exec(time);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59 || Number(match[3]) > 60) return undefined;
  const digits = match[4] ?? '';
  const fraction = Math.floor(Number(digits.padEnd(9, '0')) / 1000);
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
  return {
    timeOfDay: seconds * SECOND + fraction,
    resolution: digits ? Math.max(1, 10 ** (6 - digits.length)) : SECOND,
  };
}
