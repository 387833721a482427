/** Counts and durations as a user bounds them: `3`, `>= 2`, `< 3s`, `1s..30s`. */
import type { Faults, Path } from './faults.ts';

export interface Range {
  readonly least: number;
  readonly most: number;
  /** The bound itself is not within. */
  readonly above: boolean;
  readonly below: boolean;
  /** As it is shown beside what was seen. */
  readonly text: string;
}

export function within({ least, most, above, below }: Range, value: number): boolean {
  return (above ? value > least : value >= least) && (below ? value < most : value <= most);
}

const comparison = /^(<=|>=|<|>|=)?\s*(\S+(?: \S+)?)$/;

type ReadNumber = (text: string) => number | undefined;

/** Undefined where a number cannot be read; that was said then. */
function rangeOf(text: string, read: ReadNumber, exact: (value: number) => boolean): Range | undefined {
  const dots = text.indexOf('..');
  if (dots >= 0) {
    const least = read(text.slice(0, dots).trim());
    const most = least === undefined ? undefined : read(text.slice(dots + 2).trim());
    if (least === undefined || most === undefined) return undefined;
    return { least, most, above: false, below: false, text };
  }
  const [, sign = '', number = ''] = comparison.exec(text) ?? [];
  const value = read(number);
  if (value === undefined || ((sign === '' || sign === '=') && !exact(value))) return undefined;
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (sign.startsWith('<')) return { least, most: value, above: false, below: sign === '<', text };
  if (sign.startsWith('>')) return { least: value, most, above: sign === '>', below: false, text };
  return { least: value, most: value, above: false, below: false, text };
}

function ordered(range: Range | undefined, path: Path, faults: Faults): Range | undefined {
  if (range === undefined || range.least <= range.most) return range;
  return faults.add(path, 'count-order', { value: range.text });
}

/** How many: a whole number, compared or not. */
export function countRange(written: string | number, path: Path, faults: Faults): Range | undefined {
  const text = String(written).trim();
  const wrong = () => faults.add(path, 'count-form', { value: text });
  const range = rangeOf(
    text,
    (number) => (/^\d{1,9}$/.test(number) ? Number(number) : wrong()),
    () => true,
  );
  return ordered(range, path, faults);
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** How long, in ms: never a single number, for no delay is met to the millisecond. */
export function durationRange(written: string | number, path: Path, faults: Faults): Range | undefined {
  const text = String(written).trim();
  const read = (duration: string) => {
    const [, number, unit] = /^(\d{1,9}(?:\.\d{1,6})?) ?([a-z]*)$/i.exec(duration) ?? [];
    if (number === undefined) return faults.add(path, 'duration-form', { value: text });
    const factor = units[unit.toLowerCase()];
    if (factor === undefined) return faults.add(path, 'duration-unit', { value: duration, number });
    return Number(number) * factor;
  };
  const range = rangeOf(text, read, () => faults.add(path, 'duration-bare', { value: text }) ?? false);
  return ordered(range, path, faults);
}

/** Seconds that a registrar grants: a number, or a duration; compared or not. */
export function secondsRange(written: string | number, path: Path, faults: Faults): Range | undefined {
  const text = String(written).trim();
  const read = (duration: string) => {
    const [, number, unit] = /^(\d{1,9}) ?([a-z]*)$/i.exec(duration) ?? [];
    const factor = unit === '' ? 1000 : units[unit?.toLowerCase() ?? ''];
    if (number === undefined || factor === undefined) return faults.add(path, 'duration-form', { value: text });
    return (Number(number) * factor) / 1000;
  };
  return ordered(
    rangeOf(text, read, () => true),
    path,
    faults,
  );
}

const duration = /^(\d{1,9}(?:\.\d{1,6})?) ?(ms|s|min|h)$/;

/** `3s` in ms; undefined when it is no duration. */
export function durationOf(text: string): number | undefined {
  const [, number, unit] = duration.exec(text.trim()) ?? [];
  return number === undefined ? undefined : Number(number) * units[unit];
}
