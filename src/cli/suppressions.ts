/** `suppressions` of the configuration, checked name by name. */
import { type Place, places, type Suppression } from '../gate/suppressions.ts';
import { rules } from '../rules/index.ts';
import { shown } from './complain.ts';
import { UsageError } from './exit.ts';
import { oneOf } from './one-of.ts';
import { say } from './speech.ts';

const LONGEST = 256;
const names = ['rule', 'reason', 'expires', ...places] as const;

function textOf(value: unknown, name: string, where: string): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > LONGEST) {
    throw new UsageError(where + say().mustBeText(name, LONGEST));
  }
  return value;
}

/** YAML leaves `2026-12-31` a text. */
function dayOf(value: unknown, name: string, where: string): string {
  const day = typeof value === 'string' ? value : '';
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // The 31st of February would be a day in March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw new UsageError(where + say().mustBeDay(name, shown(String(value))));
  }
  return day;
}

/** Line and column of a place among the suppressions, to begin a sentence with. */
type Where = (path: readonly (string | number)[], onName?: boolean) => string;

function suppressionOf(value: unknown, index: number, where: Where): Suppression {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(where([index]) + say().suppression);
  }
  const all = value as Readonly<Partial<Record<(typeof names)[number], unknown>>>;
  for (const name of Object.keys(all)) oneOf(name, names, 'suppressionSetting', '', where([index, name], true));
  const ids = rules.map(({ id }) => id);
  const given = places.filter((place) => all[place] !== undefined);
  return {
    rule: oneOf(all.rule, ids, 'rule', '', where([index, 'rule'])),
    // In a year somebody will ask.
    reason: textOf(all.reason, 'reason', where([index, 'reason'])),
    expires: all.expires === undefined ? undefined : dayOf(all.expires, 'expires', where([index, 'expires'])),
    only: Object.fromEntries(
      given.map((place): [Place, string] => [place, textOf(all[place], place, where([index, place]))]),
    ),
  };
}

export function suppressionsOf(value: unknown, where: Where): readonly Suppression[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new UsageError(where([]) + say().suppressions);
  return value.map((one, index) => suppressionOf(one, index, where));
}
