/** Puts records into words: the report as it is written out. */

import type { Locale } from '../locales/locale.ts';
import { percentiles } from '../metrics/percentiles.ts';
import type { Outcome, Severity } from '../model.ts';
import {
  type Metrics,
  REPORT_SCHEMA,
  type Report,
  type ReportCall,
  type ReportFinding,
  type ReportInput,
  type ReportRule,
  type ReportStep,
  type Undetermined,
} from '../report.ts';
import type { Rule } from '../rules/define.ts';
import type { RuleSettings } from '../rules/run.ts';
import type { CallRecord, StepRecord } from './call.ts';
import type { Collector } from './collector.ts';
import { type FindingRecord, isCauseOf } from './finding.ts';
import { showRef } from './messages.ts';
import { type Order, order } from './order.ts';
import { isoTime } from './time.ts';

export interface ReportParts {
  readonly locale: Locale;
  readonly inputs: readonly ReportInput[];
  readonly messages: number;
  readonly collector: Collector;
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
}

function finding(record: FindingRecord, ordered: Order, locale: Locale): ReportFinding {
  const words = locale.rule(record.rule, record.args);
  const siblings = ordered.findingsOf(record.subject.record);
  const cause = siblings.find((index) => isCauseOf(ordered.findings[index], record));
  return {
    rule: record.rule.id,
    severity: record.severity,
    confidence: record.confidence,
    scope: record.rule.scope,
    subject: ordered.subjectOf(record.subject),
    at: record.at.map(showRef),
    args: record.args,
    title: words.title,
    message: words.message,
    why: words.why,
    fix: words.fix,
    refs: record.rule.spec,
    limits: words.limits,
    count: record.count,
    ...(cause === undefined ? {} : { absorbedBy: cause }),
  };
}

function step({ key, args, at }: StepRecord, clean: boolean, locale: Locale): ReportStep {
  const status = Number(args.status ?? 0);
  const line: ReportStep = {
    key,
    status,
    phrase: String(args.phrase ?? ''),
    at: showRef(at),
    delta: Number(args.delta),
    text: locale.step(key, args),
  };
  if (clean || status === 0 || key === 'prefix') return line;
  const words = locale.status(status);
  return { ...line, description: words.description, whenSeen: words.whenSeen, howToFix: words.howToFix };
}

// Name by name, not by spread: there can be a hundred thousand of them.
function call(record: CallRecord, id: number, findings: readonly number[], locale: Locale): ReportCall {
  const { verdict } = record;
  const words = locale.verdict(verdict.key, verdict.args);
  return {
    id,
    callIds: record.callIds,
    from: record.from,
    to: record.to,
    start: isoTime(record.start),
    end: isoTime(record.end),
    outcome: record.outcome,
    finalStatus: record.finalStatus,
    sequence: record.sequence,
    verdict: {
      key: verdict.key,
      args: verdict.args,
      text: words.text,
      advice: words.advice,
      confidence: verdict.confidence,
      at: verdict.at.map(showRef),
    },
    timings: record.timings,
    parties: record.parties,
    steps: record.steps.map((one) => step(one, record.clean, locale)),
    messageCount: record.messageCount,
    messages: record.messages,
    findings,
  };
}

function metrics(calls: readonly CallRecord[], omitted: number): Metrics {
  const outcomes: Partial<Record<Outcome, number>> = {};
  const delays: number[] = [];
  for (const { outcome, timings } of calls) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (timings.postDial !== undefined) delays.push(timings.postDial);
  }
  const answered = (outcomes.answered ?? 0) + omitted;
  const attempts = calls.length + omitted;
  return {
    outcomes,
    answerSeizureRatio: attempts === 0 ? null : Math.round((answered / attempts) * 1000) / 10,
    postDialDelay: percentiles(delays),
  };
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

export function buildReport(parts: ReportParts): Report {
  const { collector, locale } = parts;
  const ordered = order(collector);
  const findings = ordered.findings.map((one) => finding(one, ordered, locale));
  const count: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity, absorbedBy } of findings) if (absorbedBy === undefined) count[severity]++;
  const spell = <T extends { readonly first: number; readonly start: number; readonly end: number }>(
    record: T,
    id: number,
  ) => {
    const { first: _, start, end, ...rest } = record;
    return { id, ...rest, start: isoTime(start), end: isoTime(end), findings: ordered.findingsOf(record) };
  };
  return {
    schema: REPORT_SCHEMA,
    language: locale.tag,
    inputs: parts.inputs,
    summary: {
      messages: parts.messages,
      calls: collector.calls.length + collector.omitted.calls,
      registrations: collector.registrations.length + collector.omitted.registrations,
      subscriptions: collector.subscriptions.length,
      transactions: collector.transactions.length + collector.omitted.transactions,
      findings: count,
      undetermined: ordered.undecided.length,
      metrics: metrics(collector.calls, collector.omitted.calls),
      omitted: collector.omitted,
    },
    calls: collector.calls.map((record, id) => call(record, id, ordered.findingsOf(record), locale)),
    registrations: collector.registrations.map(spell),
    subscriptions: collector.subscriptions.map(spell),
    transactions: collector.transactions.map(spell),
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
