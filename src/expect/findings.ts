/** `findings`: what may and must be found. */
import type { Severity } from '../model.ts';
import type { Report, ReportFinding } from '../report.ts';
import type { Faults, Path } from './faults.ts';
import type { FindingExpectation } from './language.ts';
import { alternatives, type Check, checkOf, listed } from './probe.ts';
import { anyOf, namePattern, type TextPattern } from './text-pattern.ts';

export type FindingProbe = (indices: readonly number[], report: Report) => readonly Check[];

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** A pattern that no rule fits is a slip of the pen. */
function rulePattern(written: string, path: Path, rules: readonly string[], faults: Faults): TextPattern {
  const pattern = namePattern(written);
  if (!rules.some((rule) => pattern(rule))) faults.add(path, 'rule-unmatched', { value: written });
  return pattern;
}

function failing(
  key: Check['key'],
  what: string,
  findings: readonly ReportFinding[],
  expected: string | readonly string[],
): Check[] {
  return findings.map(({ rule, severity, title, at }) =>
    checkOf(
      what,
      key,
      { expected, rule, severity, title },
      false,
      at.slice(0, 1).map(({ message }) => message),
    ),
  );
}

export function findingProbe(
  written: FindingExpectation,
  path: Path,
  rules: readonly string[],
  faults: Faults,
): FindingProbe {
  const patternsOf = (name: 'allowed' | 'forbidden' | 'required') =>
    listed(written[name]).map((one, i) => {
      const place = Array.isArray(written[name]) ? [...path, name, i] : [...path, name];
      return { text: one, pattern: rulePattern(one, place, rules, faults) };
    });
  const allowed = patternsOf('allowed');
  const forbidden = anyOf(patternsOf('forbidden').map(({ pattern }) => pattern));
  const required = patternsOf('required');
  const isAllowed = anyOf(allowed.map(({ pattern }) => pattern));
  const limit = written['none-above'];
  return (indices, report) => {
    const all = indices.map((index) => report.findings[index]);
    const roots = all.filter(({ absorbedBy }) => absorbedBy === undefined);
    const checks = failing(
      'finding-forbidden',
      'findings.forbidden',
      all.filter(({ rule }) => forbidden(rule)),
      alternatives(listed(written.forbidden)),
    );
    for (const { text, pattern } of required) {
      const pass = all.some(({ rule }) => pattern(rule));
      if (!pass) checks.push(checkOf('findings.required', 'finding-required', { expected: text }, false));
    }
    if (limit !== undefined) {
      const worse = roots.filter(({ rule, severity }) => ranks[severity] < ranks[limit] && !isAllowed(rule));
      checks.push(...failing('finding-above', 'findings.none-above', worse, limit));
    } else if (written.allowed !== undefined) {
      const other = roots.filter(({ rule }) => !isAllowed(rule));
      checks.push(
        ...failing('finding-not-allowed', 'findings.allowed', other, alternatives(allowed.map(({ text }) => text))),
      );
    }
    return checks.length > 0 ? checks : [checkOf('findings', 'findings-clean', { seen: roots.length }, true)];
  };
}
