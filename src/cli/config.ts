/** The configuration file: YAML or JSON, checked name by name. */
import type { Suppression } from '../gate/suppressions.ts';
import type { Severity } from '../model.ts';
import { rules } from '../rules/index.ts';
import type { RuleSettings } from '../rules/run.ts';
import { defaultThresholds, type Profile, profileNames, profiles, type Thresholds } from '../rules/thresholds.ts';
import { shown } from './complain.ts';
import { readDocument } from './document.ts';
import { type FailOn, failLevels, UsageError } from './exit.ts';
import { oneOf } from './one-of.ts';
import { say } from './speech.ts';
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

/** `where`: the place in a file, in front of a sentence about it; nothing for the command line. */
export function ruleSetting(id: string, severity: unknown, where = '', whereName = where): [string, Severity | 'off'] {
  const ids = rules.map((rule) => rule.id);
  return [oneOf(id, ids, 'rule', '', whereName), oneOf(severity, severities, 'severity', id, where)];
}

function entries(value: unknown, what: string, where: string): [string, unknown][] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value)) throw new UsageError(where + say().mustBeList(what));
  return Object.entries(value);
}

function threshold(name: string, value: unknown, where: string): [string, number] {
  oneOf(name, Object.keys(defaultThresholds), 'threshold', '', where);
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    throw new UsageError(where + say().thresholdNumber(name));
  }
  return [name, value];
}

/** RFC 3261 §25.1, token. */
const HEADER_NAME = /^[\w.!%*+`'~-]{1,64}$/;
const HEADER_LIMIT = 32;
const CORRELATION = 'correlation-headers';

function headerNames(value: unknown, where: string): readonly string[] {
  if (value === undefined || value === null) return [];
  const list = Array.isArray(value) ? value : [value];
  const wrong = list.findIndex((one) => typeof one !== 'string' || !HEADER_NAME.test(one));
  if (wrong >= 0) {
    throw new UsageError(where + say().noHeaderName(CORRELATION, shown(String(list[wrong]))));
  }
  if (list.length > HEADER_LIMIT) throw new UsageError(where + say().tooManyNames(CORRELATION, HEADER_LIMIT));
  return list;
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
      throw new UsageError(say().ruleTakes(shown(pair)));
    }
    const name = pair.slice(0, at);
    const value = pair.slice(at + 1);
    if (name in defaultThresholds)
      numbers.push(threshold(name, value.trim() === '' ? value : Number(value), '--rule: '));
    else if (name === ALL) severities.push(...rules.map(({ id }) => ruleSetting(id, value)));
    else severities.push(ruleSetting(name, value));
  }
  const chosen = profile === undefined ? config?.profile : oneOf(profile, profileNames, 'option', '--profile');
  return {
    rules: { ...config?.rules, ...Object.fromEntries(severities) },
    thresholds: { ...profiles[chosen ?? 'rfc3261'], ...config?.thresholds, ...Object.fromEntries(numbers) },
  };
}

export async function readConfig(path: string): Promise<Config> {
  const { data, where } = await readDocument(path, 'config');
  const all = Object.fromEntries(entries(data, say().it, where([])));
  for (const name of Object.keys(all)) oneOf(name, names, 'settingName', '', where([name], true));
  /** The entries of a setting, each with its place. */
  const each = <T>(setting: string, read: (name: string, value: unknown, at: string, atName: string) => T): T[] =>
    entries(all[setting], setting, where([setting])).map(([name, value]) =>
      read(name, value, where([setting, name]), where([setting, name], true)),
    );
  const word = <T extends string>(setting: string, accepted: readonly T[]): T | undefined =>
    all[setting] === undefined ? undefined : oneOf(all[setting], accepted, 'setting', setting, where([setting]));
  return {
    rules: Object.fromEntries(each('rules', ruleSetting)),
    thresholds: Object.fromEntries(each('thresholds', (name, value, at) => threshold(name, value, at))),
    profile: word('profile', profileNames),
    correlation: headerNames(all[CORRELATION], where([CORRELATION])),
    suppressions: suppressionsOf(all.suppressions, (path, onName) => where(['suppressions', ...path], onName)),
    failOn: word('fail-on', failLevels),
  };
}
