/** Turns printed stamps into times: adds the date, the year or both where a log leaves them out (knowledge: log-dialects §4.7). */
import { DAY, dayStart, type Stamp } from './stamps.ts';

const HALF_DAY = DAY / 2;
const HOUR = DAY / 24;

type EitherOrder = Extract<Stamp, { kind: 'either-order' }>;

export interface Clock {
  /** Undefined when nothing seen so far tells the date. A stamp that is undefined never fails. */
  resolve(stamp: Stamp | undefined): number | undefined;
  /** A line of the log with a full date. Its zone is that of the stamps around it. */
  sawDatedLine(time: number): void;
  /** A SIP `Date` header: another clock and zone, so it serves only where there is nothing better. */
  sawSipDate(time: number): void;
  /** A stamp that is to be resolved later may tell how earlier ones are meant. */
  sawStamp(stamp: Stamp): void;
  /** No date will come: the log begins on 1970-01-01. */
  giveUp(): void;
  readonly zoneAssumed: boolean;
  readonly dateAssumed: boolean;
}

/** `reference`: a time near the log's, such as when the file was changed. */
export function createClock(reference: number | undefined): Clock {
  /** Time of the last message, and of the last one that a stamp gave. */
  let last: number | undefined;
  let known: number | undefined;
  let anchor: number | undefined;
  /** The anchor is newer than the last message. */
  let fresh = false;
  let assumed = false;
  let zoneAssumed = false;
  let dateAssumed = false;
  /** Of stamps that leave it open whether the day or the month comes first. */
  let dayFirst: boolean | undefined;
  let orderGuessed = false;

  function learnOrder({ first, second }: EitherOrder): void {
    if (first > 12) dayFirst = true;
    else if (second > 12) dayFirst = false;
  }

  function inOrder(stamp: EitherOrder): number | undefined {
    const { year, first, second, timeOfDay } = stamp;
    learnOrder(stamp);
    const monthFirst = dayStart(year, first - 1, second) + timeOfDay;
    if (first === second) return monthFirst;
    if (dayFirst === undefined) {
      const base = anchor ?? known ?? reference;
      if (base === undefined && !assumed) return undefined;
      const other = dayStart(year, second - 1, first) + timeOfDay;
      dayFirst = base !== undefined && Math.abs(other - base) < Math.abs(monthFirst - base);
      // The time of a file is no proof: files are copied.
      orderGuessed = anchor === undefined && known === undefined;
    }
    return dayFirst ? dayStart(year, second - 1, first) + timeOfDay : monthFirst;
  }

  function nearestYear(stamp: Extract<Stamp, { kind: 'no-year' }>): number | undefined {
    const inYear = (year: number): number => dayStart(year, stamp.month, stamp.day) + stamp.timeOfDay;
    const base = (fresh ? anchor : known) ?? anchor;
    if (base === undefined) {
      if (reference !== undefined) {
        const year = yearOf(reference);
        // A file is not older than its last record, and clocks may be a day apart.
        return inYear(year) > reference + DAY ? inYear(year - 1) : inYear(year);
      }
      return assumed ? inYear(1970) : undefined;
    }
    const year = yearOf(base);
    let best = inYear(year);
    for (const other of [inYear(year - 1), inYear(year + 1)]) {
      if (Math.abs(other - base) < Math.abs(best - base)) best = other;
    }
    return best;
  }

  function nearestDay(timeOfDay: number): number | undefined {
    if (known !== undefined && !fresh) return afterLast(timeOfDay, known);
    const base = anchor ?? reference;
    if (base === undefined) return assumed ? timeOfDay : undefined;
    const time = Math.floor(base / DAY) * DAY + timeOfDay;
    // A file is not older than its last record; clocks may be an hour apart.
    if (anchor === undefined) return time > base + HOUR ? time - DAY : time;
    if (time > base + HALF_DAY) return time - DAY;
    return time < base - HALF_DAY ? time + DAY : time;
  }

  /** Midnight lies between when the clock went back by half a day; writers that overtake each other go back by less. */
  function afterLast(timeOfDay: number, before: number): number {
    const time = Math.floor(before / DAY) * DAY + timeOfDay;
    if (time < before - HALF_DAY) return time + DAY;
    return time > before + DAY - HOUR ? time - DAY : time;
  }

  function timeOf(stamp: Stamp | undefined): number | undefined {
    if (!stamp) return last === undefined ? (anchor ?? 0) : last + 1;
    if (stamp.kind === 'absolute') return stamp.time;
    if (stamp.kind === 'either-order') return inOrder(stamp);
    return stamp.kind === 'no-year' ? nearestYear(stamp) : nearestDay(stamp.timeOfDay);
  }

  return {
    resolve(stamp) {
      const time = timeOf(stamp);
      if (time === undefined) return undefined;
      if (stamp && !(stamp.kind === 'absolute' && stamp.zone)) zoneAssumed = true;
      if (stamp?.kind === 'either-order') dateAssumed ||= orderGuessed && stamp.first !== stamp.second;
      else if (stamp && stamp.kind !== 'absolute' && (assumed || (anchor === undefined && known === undefined)))
        dateAssumed = true;
      last = time;
      if (stamp) known = time;
      fresh = false;
      return time;
    },
    sawDatedLine(time) {
      anchor = time;
      fresh = true;
    },
    sawSipDate(time) {
      if (anchor === undefined && known === undefined) anchor = time;
    },
    sawStamp(stamp) {
      if (stamp.kind === 'either-order') learnOrder(stamp);
    },
    giveUp() {
      if (anchor === undefined && known === undefined) assumed = true;
    },
    get zoneAssumed() {
      return zoneAssumed;
    },
    get dateAssumed() {
      return dateAssumed;
    },
  };
}

function yearOf(time: number): number {
  return new Date(time / 1000).getUTCFullYear();
}
