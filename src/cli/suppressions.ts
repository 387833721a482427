/** `suppressions` of the configuration, checked name by name. */
import { type Place, places, type Suppression } from '../gate/suppressions.ts';
import { rules } from '../rules/index.ts';
import { shown } from './complain.ts';
import { UsageError } from './exit.ts';
import { oneOf } from './one-of.ts';

const LONGEST = 256;
const names = ['rule', 'reason', 'expires', ...places] as const;

function textOf(value: unknown, what: string): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > LONGEST) {
    throw new UsageError(`${what} must be a text of at most ${LONGEST} characters`);
  }
  return value;
}

/** YAML leaves `2026-12-31` a text. */
function dayOf(value: unknown, what: string): string {
  const day = typeof value === 'string' ? value : '';
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // The 31st of February would be a day in March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw new UsageError(`${what} must be a day, such as 2026-12-31, not "${shown(String(value))}"`);
  }
  return day;
}

/** Line and column of a place among the suppressions, to begin a sentence with. */
type Where = (path: readonly (string | number)[], onName?: boolean) => string;

function suppressionOf(value: unknown, index: number, where: Where): Suppression {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${where([index])}a suppression must be a list of "name: value", with rule and reason`);
  }
  const all = value as Readonly<Partial<Record<(typeof names)[number], unknown>>>;
  for (const name of Object.keys(all)) oneOf(name, names, `${where([index, name], true)}setting of a suppression`);
  const said = (name: string) => `${where([index, name])}${name}`;
  const ids = rules.map(({ id }) => id);
  const given = places.filter((place) => all[place] !== undefined);
  return {
    rule: oneOf(all.rule, ids, said('rule')),
    // In a year somebody will ask.
    reason: textOf(all.reason, said('reason')),
    expires: all.expires === undefined ? undefined : dayOf(all.expires, said('expires')),
    only: Object.fromEntries(given.map((place): [Place, string] => [place, textOf(all[place], said(place))])),
  };
}

export function suppressionsOf(value: unknown, where: Where): readonly Suppression[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new UsageError(`${where([])}suppressions must be a list, each with rule and reason`);
  return value.map((one, index) => suppressionOf(one, index, where));
}
