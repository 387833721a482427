/** Time stamps as logs print them: what was printed is kept apart from what it means, which `clock.ts` decides. */

export const SECOND = 1_000_000;
export const DAY = 86_400 * SECOND;

/** Times are microseconds. */
export type Stamp =
  | { readonly kind: 'absolute'; readonly time: number; readonly zone: boolean; readonly resolution: number }
  /** Month from 0, as `Date.UTC` wants it. */
  | {
      readonly kind: 'no-year';
      readonly month: number;
      readonly day: number;
      readonly timeOfDay: number;
      readonly resolution: number;
    }
  /** `05-01-2026`, day or month first. Numbers from 1. */
  | {
      readonly kind: 'either-order';
      readonly year: number;
      readonly first: number;
      readonly second: number;
      readonly timeOfDay: number;
      readonly resolution: number;
    }
  | { readonly kind: 'time-of-day'; readonly timeOfDay: number; readonly resolution: number };

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// Each part has a fixed width or a bound, so a failed match costs a constant.
const STAMP =
  /(?:(\d{4})[-/.](\d\d)[-/.](\d\d)(?:T|[ ,]{1,3})|([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?)?(\d\d):(\d\d):(\d\d)(?:[.,:](\d{1,9}))?(?:(Z| UTC(?![\w+-]))| ?(?:GMT)?([+-])(\d\d):?(\d\d))?/g;

// Android logcat, threadtime format.
const LOGCAT = /^(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3})(?: |$)/;

// Seconds since 1970 where a stamp begins a line, as journald and tcpdump may print them.
const EPOCH = /^ ?(1\d{9})\.(\d{6})(?: |$)/;

/** How far into a line a stamp is looked for. */
const REACH = 160;

/** The first stamp in a line. */
export function findStamp(text: string): Stamp | undefined {
  const part = text.length > REACH ? text.slice(0, REACH) : text;
  const logcat = LOGCAT.exec(part);
  if (logcat) return logcatStamp(logcat);
  const epoch = EPOCH.exec(part);
  if (epoch) return epochStamp(epoch[1], epoch[2]);
  STAMP.lastIndex = 0;
  for (let match = STAMP.exec(part); match; match = STAMP.exec(part)) {
    const stamp = stampOf(match);
    if (stamp) return stamp;
  }
  return uptimeOf(part);
}

/** Seconds since 1970, and the microseconds behind their point. */
export function epochStamp(seconds: string, micros: string): Stamp {
  return { kind: 'absolute', time: Number(seconds) * SECOND + Number(micros), zone: true, resolution: 1 };
}

/** Avaya IP Office Monitor prints milliseconds since boot, `3309492437mS SIP Rx: …`: relative, yet exact among themselves. */
function uptimeOf(text: string): Stamp | undefined {
  const match = /^(\d{1,12})mS /.exec(text);
  return match ? { kind: 'absolute', time: Number(match[1]) * 1000, zone: false, resolution: 1000 } : undefined;
}

function logcatStamp(match: RegExpExecArray): Stamp | undefined {
  const [month, day, hours, minutes, seconds, millis] = match.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31 || hours > 23) return undefined;
  const timeOfDay = (hours * 3600 + minutes * 60 + seconds) * SECOND + millis * 1000;
  return { kind: 'no-year', month: month - 1, day, timeOfDay, resolution: 1000 };
}

function stampOf(match: RegExpExecArray): Stamp | undefined {
  const [
    ,
    year,
    month,
    day,
    name,
    monthDay,
    nameYear,
    hours,
    minutes,
    seconds,
    digits,
    zulu,
    sign,
    zoneHours,
    zoneMinutes,
  ] = match;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 60) return undefined;
  const fraction = digits ? Math.floor(Number(digits.padEnd(9, '0').slice(0, 9)) / 1000) : 0;
  const timeOfDay = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * SECOND + fraction;
  const resolution = digits ? Math.max(1, 10 ** (6 - digits.length)) : SECOND;
  const monthIndex = name ? MONTHS.indexOf(name) : Number(month) - 1;
  const dayOfMonth = Number(name ? monthDay : day);
  if (!name && !year) return { kind: 'time-of-day', timeOfDay, resolution };
  if (monthIndex < 0 || monthIndex > 11 || dayOfMonth < 1 || dayOfMonth > 31) return undefined;
  if (name && !nameYear) return { kind: 'no-year', month: monthIndex, day: dayOfMonth, timeOfDay, resolution };
  const zoneOffset = sign
    ? (sign === '-' ? -1 : 1) * (Number(zoneHours) * 3600 + Number(zoneMinutes) * 60) * SECOND
    : 0;
  const time = dayStart(Number(year ?? nameYear), monthIndex, dayOfMonth) + timeOfDay - zoneOffset;
  return { kind: 'absolute', time, zone: Boolean(zulu || sign), resolution };
}

/** Midnight UTC in microseconds. */
export function dayStart(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day) * 1000;
}

/** The value of a SIP `Date` header, RFC 3261 §20.17: always GMT. Some devices send ISO 8601 in their local time instead. */
export function parseSipDate(value: string): number | undefined {
  const match = /^\s{0,8}[A-Za-z]{3},? (\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d)/.exec(value.slice(0, 64));
  if (!match) {
    const stamp = findStamp(value);
    return stamp?.kind === 'absolute' ? stamp.time : undefined;
  }
  const month = MONTHS.indexOf(match[2]);
  if (month < 0) return undefined;
  const timeOfDay = (Number(match[4]) * 3600 + Number(match[5]) * 60 + Number(match[6])) * SECOND;
  return dayStart(Number(match[3]), month, Number(match[1])) + timeOfDay;
}
