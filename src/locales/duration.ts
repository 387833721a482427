/** How long something took, as people say it: the same roundings in every language. */
import type { Value } from '../model.ts';

/** The units as a language abbreviates them, which none of them inflects. */
export interface DurationWords {
  /** What is shorter than half a millisecond. */
  readonly under: string;
  readonly ms: string;
  readonly s: string;
  readonly min: string;
  readonly h: string;
  /** Whole days, two or more. */
  days(n: number): string;
  /** Decimal point or comma. */
  readonly point: string;
}

/** "180 ms", "1.2 s", "32 s", "3 min 20 s", "1 h 5 min", "2 days"; "0 s" where the clock is too coarse to tell. */
export function durationIn(words: DurationWords): (ms: Value) => string {
  const joined = (large: string, small: number, unit: string) => (small === 0 ? large : `${large} ${small} ${unit}`);
  return (ms) => {
    const value = Math.max(0, Number(ms));
    if (value === 0) return `0 ${words.s}`;
    if (value < 999.5) return value < 0.5 ? words.under : `${Math.round(value)} ${words.ms}`;
    const seconds = value / 1000;
    if (seconds < 9.95) return `${seconds.toFixed(1).replace('.', words.point)} ${words.s}`;
    if (seconds < 119.5) return `${Math.round(seconds)} ${words.s}`;
    const whole = Math.round(seconds);
    const minutes = Math.floor(whole / 60);
    if (minutes < 60) return joined(`${minutes} ${words.min}`, whole % 60, words.s);
    const hours = Math.floor(minutes / 60);
    return hours < 48 ? joined(`${hours} ${words.h}`, minutes % 60, words.min) : words.days(Math.round(hours / 24));
  };
}
