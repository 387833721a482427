/** The configuration file: YAML or JSON, checked name by name. */
import { readFileSync, statSync } from 'node:fs';
import type { Suppression } from '../gate/suppressions.ts';
import type { Severity } from '../model.ts';
import { rules } from '../rules/index.ts';
import type { RuleSettings } from '../rules/run.ts';
import { defaultThresholds, type Profile, profileNames, profiles, type Thresholds } from '../rules/thresholds.ts';
import { shown, systemWords } from './complain.ts';
import { type FailOn, failLevels, UsageError } from './exit.ts';
import { oneOf } from './one-of.ts';
import { suppressionsOf } from './suppressions.ts';

export interface Config {
  readonly rules: RuleSettings;
  readonly thresholds: Partial<Thresholds>;
  readonly failOn: FailOn | undefined;
  readonly profile: Profile | undefined;
  /** Header fields that are equal on all legs of a call, or name another leg's Call-ID. */
  readonly correlation: readonly string[];
  /** Findings that do not count. */
  readonly suppressions: readonly Suppression[];
}

/** What decides over findings, gathered from the configuration and, over it, the command line. */
export interface RuleOptions {
  readonly rules: RuleSettings;
  readonly thresholds: Partial<Thresholds>;
}

const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'off'];
const names = ['rules', 'thresholds', 'profile', 'fail-on', 'correlation-headers', 'suppressions'];
const SIZE_LIMIT = 1 << 20;

/** `where`: the file that says so, in front of a sentence about it; nothing for the command line. */
export function ruleSetting(id: string, severity: unknown, where = ''): [string, Severity | 'off'] {
  const ids = rules.map((rule) => rule.id);
  return [oneOf(id, ids, `${where}rule`), oneOf(severity, severities, `${where}severity of rule ${id}:`)];
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

/** RFC 3261 §25.1, token. */
const HEADER_NAME = /^[\w.!%*+`'~-]{1,64}$/;
const HEADER_LIMIT = 32;

function headerNames(value: unknown, what: string): readonly string[] {
  if (value === undefined || value === null) return [];
  const list = Array.isArray(value) ? value : [value];
  const wrong = list.findIndex((one) => typeof one !== 'string' || !HEADER_NAME.test(one));
  if (wrong >= 0) {
    throw new UsageError(`${what}: "${shown(String(list[wrong]))}" is no name of a header field`);
  }
  if (list.length > HEADER_LIMIT) throw new UsageError(`${what} must be at most ${HEADER_LIMIT} names`);
  return list;
}

/** Why it cannot be read, in one line: YAML's own words stand in the first, with the position. */
function reasonOf(error: unknown): string {
  return systemWords(error).split('\n')[0].replace(/\W+$/, '');
}

/** In place of an id: every rule, so that `--rule all=off --rule ID=error` asks one question only. */
const ALL = 'all';

/** `--rule ID=severity` sets how bad a finding is, `--rule THRESHOLD=number` what a rule decides by; the last counts. */
export function ruleOptions(
  pairs: readonly string[],
  profile: string | undefined,
  config: Config | undefined,
): RuleOptions {
  const severities: [string, Severity | 'off'][] = [];
  const numbers: [string, number][] = [];
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) {
      throw new UsageError(`--rule takes ID=off|info|warning|error or THRESHOLD=number, not "${shown(pair)}"`);
    }
    const name = pair.slice(0, at);
    const value = pair.slice(at + 1);
    if (name in defaultThresholds) numbers.push(threshold(name, value.trim() === '' ? value : Number(value), '--rule'));
    else if (name === ALL) severities.push(...rules.map(({ id }) => ruleSetting(id, value)));
    else severities.push(ruleSetting(name, value));
  }
  const chosen = profile === undefined ? config?.profile : oneOf(profile, profileNames, '--profile');
  return {
    rules: { ...config?.rules, ...Object.fromEntries(severities) },
    thresholds: { ...profiles[chosen ?? 'rfc3261'], ...config?.thresholds, ...Object.fromEntries(numbers) },
  };
}

export async function readConfig(path: string): Promise<Config> {
  let content: unknown;
  try {
    // Loaded only when there is a configuration: it takes as long as the rest of the start.
    const { parse } = await import('yaml');
    if (statSync(path).size > SIZE_LIMIT) throw new Error('it is too large');
    content = parse(readFileSync(path, 'utf8'), { maxAliasCount: 100, logLevel: 'error' });
  } catch (error) {
    throw new UsageError(`config ${path} cannot be read: ${reasonOf(error)}`);
  }
  const config = `config ${path}`;
  const all = Object.fromEntries(entries(content, config));
  for (const name of Object.keys(all)) oneOf(name, names, `${config}: setting`);
  return {
    rules: Object.fromEntries(
      entries(all.rules, `${config}: rules`).map(([id, value]) => ruleSetting(id, value, `${config}: `)),
    ),
    thresholds: Object.fromEntries(
      entries(all.thresholds, `${config}: thresholds`).map(([name, value]) => threshold(name, value, config)),
    ),
    profile: all.profile === undefined ? undefined : oneOf(all.profile, profileNames, `${config}: profile`),
    correlation: headerNames(all['correlation-headers'], `${config}: correlation-headers`),
    suppressions: suppressionsOf(all.suppressions, `${config}: suppressions`),
    failOn: all['fail-on'] === undefined ? undefined : oneOf(all['fail-on'], failLevels, `${config}: fail-on`),
  };
}
