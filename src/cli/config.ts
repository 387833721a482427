/** The configuration file: YAML or JSON, checked name by name. */
import { readFileSync } from 'node:fs';
import type { Severity } from '../model.ts';
import { rules } from '../rules/index.ts';
import type { RuleSettings } from '../rules/run.ts';
import { defaultThresholds, type Thresholds } from '../rules/thresholds.ts';
import { type FailOn, failLevels, UsageError } from './exit.ts';
import { hint } from './suggest.ts';

export interface Config {
  readonly rules: RuleSettings;
  readonly thresholds: Partial<Thresholds>;
  readonly failOn: FailOn | undefined;
}

const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'off'];
const names = ['rules', 'thresholds', 'fail-on'];
const SIZE_LIMIT = 1 << 20;

/** `value` as one of `accepted`; YAML reads a bare `off` as false. */
export function oneOf<T extends string>(value: unknown, accepted: readonly T[], what: string): T {
  const word = value === false ? 'off' : String(value);
  const found = accepted.find((one) => one === word);
  if (found === undefined) throw new UsageError(`${what} "${word}" is not known${hint(word, accepted)}`);
  return found;
}

export function ruleSetting(id: string, severity: unknown): [string, Severity | 'off'] {
  const ids = rules.map((rule) => rule.id);
  return [oneOf(id, ids, 'rule'), oneOf(severity, severities, `severity of rule ${id}:`)];
}

function entries(value: unknown, what: string): [string, unknown][] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value))
    throw new UsageError(`${what} must be a list of "name: value"`);
  return Object.entries(value);
}

function threshold(name: string, value: unknown, what: string): [string, number] {
  oneOf(name, Object.keys(defaultThresholds), `${what}: threshold`);
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    throw new UsageError(`${what}: threshold ${name} must be a number that is not negative`);
  }
  return [name, value];
}

export async function readConfig(path: string): Promise<Config> {
  let content: unknown;
  try {
    // Loaded only when there is a configuration: it takes as long as the rest of the start.
    const { parse } = await import('yaml');
    const text = readFileSync(path, 'utf8');
    if (text.length > SIZE_LIMIT) throw new Error('it is too large');
    content = parse(text, { maxAliasCount: 100 });
  } catch (error) {
    throw new UsageError(`config ${path} cannot be read: ${(error as Error).message.split('\n')[0]}`);
  }
  const config = `config ${path}`;
  const all = Object.fromEntries(entries(content, config));
  for (const name of Object.keys(all)) oneOf(name, names, `${config}: setting`);
  return {
    rules: Object.fromEntries(entries(all.rules, `${config}: rules`).map(([id, value]) => ruleSetting(id, value))),
    thresholds: Object.fromEntries(
      entries(all.thresholds, `${config}: thresholds`).map(([name, value]) => threshold(name, value, config)),
    ),
    failOn: all['fail-on'] === undefined ? undefined : oneOf(all['fail-on'], failLevels, `${config}: fail-on`),
  };
}
