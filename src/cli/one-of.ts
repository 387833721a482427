/** A name that a user wrote, among those that there are. */
import { shown } from './complain.ts';
import { UsageError } from './exit.ts';
import { hint } from './suggest.ts';

/** `value` as one of `accepted`; YAML reads a bare `off` as false. */
export function oneOf<T extends string>(value: unknown, accepted: readonly T[], what: string): T {
  const word = value === false ? 'off' : typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const found = accepted.find((one) => one === word);
  if (found === undefined) throw new UsageError(`${what} "${shown(word)}" is not known${hint(word, accepted)}`);
  return found;
}
