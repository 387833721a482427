import { DIGIT, skipSpace, spanEnd, trimSpace } from '../syntax/scanner.ts';

/** RFC 3261 §20.17. */
export interface SipDate {
  /** Microseconds since 1970, taken as UTC whatever the zone says. */
  readonly time: number;
  /** `GMT`, the only one that is allowed; `EST`, `UTC` … otherwise; '' when there is none. */
  readonly zone: string;
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mon, 05 Jan 2026 10:15:30 GMT` → its time; undefined when it is not written like that, the zone apart. */
export function parseDate(value: string): SipDate | undefined {
  const text = trimSpace(value);
  // The form has fixed columns: `Mon, 05 Jan 2026 10:15:30`
  const number = (from: number, to: number) =>
    spanEnd(text, from, DIGIT) >= to ? Number(text.slice(from, to)) : Number.NaN;
  const month = MONTHS.indexOf(text.slice(8, 11));
  if (!DAYS.includes(text.slice(0, 3)) || month < 0 || text.slice(3, 5) !== ', ') return undefined;
  if (text[7] !== ' ' || text[11] !== ' ' || text[16] !== ' ' || text[19] !== ':' || text[22] !== ':') return undefined;
  const [day, year] = [number(5, 7), number(12, 16)];
  const [hour, minute, second] = [number(17, 19), number(20, 22), number(23, 25)];
  if (!(day >= 1 && day <= 31 && hour <= 23 && minute <= 59 && second <= 60 && year >= 0)) return undefined;
  if (text.length > 25 && skipSpace(text, 25) === 25) return undefined;
  return { time: Date.UTC(year, month, day, hour, minute, second) * 1000, zone: trimSpace(text.slice(25)) };
}
