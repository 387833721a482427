/** The nearest of the accepted words, for "did you mean". */
import { say } from './speech.ts';

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      current[j] = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    previous = current;
  }
  return previous[b.length];
}

/** Undefined when nothing is near enough to be meant: a typing error in three letters. */
function nearest(word: string, accepted: readonly string[]): string | undefined {
  const short = word.slice(0, 64).toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(short.length / 3)) + 1;
  for (const candidate of accepted) {
    const far = distance(short, candidate.toLowerCase());
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best;
}

/** More than that are no hint, nor is what makes the sentence too long to read. */
const MOST_WORDS = 5;
const MOST_LETTERS = 75;
/** Fewer letters begin too many words. */
const LEAST_LETTERS = 3;

/** Those that the word begins, or that have it between their hyphens: what was not written to its end. */
function begun(word: string, accepted: readonly string[]): readonly string[] {
  const short = word.toLowerCase();
  if (short.length < LEAST_LETTERS) return [];
  const whole = accepted.filter((candidate) => candidate.toLowerCase().startsWith(short));
  return whole.length > 0
    ? whole
    : accepted.filter((candidate) =>
        candidate
          .toLowerCase()
          .split(/[-:]/)
          .some((part) => part.startsWith(short)),
      );
}

/** `; did you mean "x"?`, of several as far as they are few, or `; accepted: a, b, c`. */
export function hint(word: string, accepted: readonly string[]): string {
  const near = nearest(word, accepted);
  if (near !== undefined) return say().didYouMean([say().quoted(near)], 0);
  const all = begun(word, accepted);
  if (all.length > 0) {
    const few = all.filter((_, i) => i < MOST_WORDS && all.slice(0, i + 1).join('').length <= MOST_LETTERS);
    return say().didYouMean(
      few.map((one) => say().quoted(one)),
      all.length - few.length,
    );
  }
  return accepted.length <= 12 ? say().accepted(accepted) : '';
}

/** More than that are no hint. */
const MOST_NUMBERS = 4;

/** Numbers mean nothing by their spelling alone: only those of the same class (first digit), one digit away. */
export function numberHint(word: string, accepted: readonly number[]): string {
  const near = accepted.map(String).filter((code) => code[0] === word[0] && distance(word.slice(0, 64), code) === 1);
  if (near.length === 0 || near.length > MOST_NUMBERS) return '';
  return say().didYouMean(near, 0);
}
