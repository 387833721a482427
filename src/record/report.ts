/** Puts records into words: the report as it is written out. */

import type { Locale } from '../locales/locale.ts';
import type { Severity } from '../model.ts';
import { REPORT_SCHEMA, type Report, type ReportInput, type ReportRule, type Undetermined } from '../report.ts';
import type { Rule } from '../rules/define.ts';
import type { RuleSettings } from '../rules/run.ts';
import type { Collector } from './collector.ts';
import type { FindingRecord } from './finding.ts';
import { listStreams } from './media.ts';
import { metricsOf } from './metrics.ts';
import { order } from './order.ts';
import { type Said, spellCall, spellFinding, spellTimes, type Timed } from './spell.ts';

export interface ReportParts {
  readonly locale: Locale;
  readonly inputs: readonly ReportInput[];
  readonly messages: number;
  readonly collector: Collector;
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
}

function ruleTable(parts: ReportParts, findings: readonly FindingRecord[]): Record<string, ReportRule> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
  const table: Record<string, ReportRule> = {};
  for (const rule of parts.rules) {
    const severity = parts.settings[rule.id] ?? rule.severity;
    table[rule.id] = { severity, title: parts.locale.ruleTitle(rule), findings: counts.get(rule.id) ?? 0 };
  }
  return table;
}

/** Without their directories, where that tells them apart. */
function namesOf(inputs: readonly ReportInput[]): readonly string[] {
  const names = inputs.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  return new Set(names).size === names.length ? names : inputs.map(({ path }) => path);
}

export function buildReport(parts: ReportParts): Report {
  const { collector, locale } = parts;
  const ordered = order(collector);
  const findings = ordered.findings.map((_, index) => spellFinding(index, ordered, locale));
  const names = namesOf(parts.inputs);
  const { streams, idsOf } = listStreams(collector.calls, collector.loose);
  const said: Said = { spelled: findings, ordered, streamsOf: ({ streams }) => idsOf(streams) };
  const count: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity, absorbedBy } of findings) if (absorbedBy === undefined) count[severity]++;
  const spell = <T extends Timed>(record: T, id: number) => ({
    id,
    ...spellTimes(record),
    findings: ordered.findingsOf(record),
  });
  return {
    schema: REPORT_SCHEMA,
    language: locale.tag,
    inputs: parts.inputs,
    summary: {
      messages: parts.messages,
      calls: collector.calls.length + collector.omitted.calls,
      registrations: collector.registrations.length + collector.omitted.registrations,
      subscriptions: collector.subscriptions.length + collector.omitted.subscriptions,
      transactions: collector.transactions.length + collector.omitted.transactions,
      findings: count,
      accepted: 0,
      undetermined: ordered.undecided.length,
      metrics: metricsOf(collector, ordered, streams),
      omitted: collector.omitted,
    },
    calls: collector.calls.map((record, id) => spellCall(record, id, said, locale, names)),
    registrations: collector.registrations.map(spell),
    subscriptions: collector.subscriptions.map(spell),
    transactions: collector.transactions.map(spell),
    streams,
    findings,
    undetermined: ordered.undecided.map(
      ({ rule, guard, subject }): Undetermined => ({
        rule: rule.id,
        guard,
        subject: ordered.subjectOf(subject),
        text: locale.guard(guard),
      }),
    ),
    rules: ruleTable(parts, ordered.findings),
  };
}
