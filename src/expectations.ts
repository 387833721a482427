/** Expectations out of plain data, as a YAML or JSON reader gives it; for programs, which have no line and column. */
import { ExpectationsError } from './expect/error.ts';
import type { Expectations } from './expect/expectations.ts';
import { parse } from './expect/parse.ts';
import { en } from './locales/en/index.ts';
import { rules } from './rules/index.ts';

const ruleIds = rules.map(({ id }) => id);

/** `calls[0].outcome`. */
function placeOf(path: readonly (string | number)[]): string {
  const text = path.map((one) => (typeof one === 'number' ? `[${one}]` : `.${one}`)).join('');
  return text.replace(/^\./, '');
}

/** Throws an `ExpectationsError` that names the first fault and has them all. */
export function parseExpectations(data: unknown): Expectations {
  const { expectations, faults } = parse(data, ruleIds);
  if (expectations !== undefined) return expectations;
  const [first] = faults;
  const place = placeOf(first.path);
  const accepted = first.accepted?.length ? `; accepted: ${first.accepted.slice(0, 20).join(', ')}` : '';
  throw new ExpectationsError(`${place === '' ? '' : `${place}: `}${en.expectations.fault(first)}${accepted}`, faults);
}
