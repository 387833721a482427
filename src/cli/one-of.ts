/** A name that a user wrote, among those that there are. */
import { shown } from './complain.ts';
import { UsageError } from './exit.ts';
import { say } from './speech.ts';
import { hint } from './suggest.ts';

/**
 * `value` as one of `accepted`; YAML reads a bare `off` as false. `what` it should be is a word of the locale, `of` what it
 * belongs to, `where` the place in a file in front of the sentence.
 */
export function oneOf<T extends string>(
  value: unknown,
  accepted: readonly T[],
  what: keyof ReturnType<typeof say>['unknown'],
  of = '',
  where = '',
): T {
  const word = value === false ? 'off' : typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const found = accepted.find((one) => one === word);
  if (found === undefined) throw new UsageError(where + say().unknown[what](shown(word), of) + hint(word, accepted));
  return found;
}
