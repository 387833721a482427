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
  type Subject,
  type SubjectKind,
  type Undetermined,
} from '../report.ts';
import type { Rule } from '../rules/define.ts';
import type { RuleSettings } from '../rules/run.ts';
import type { CallRecord, StepRecord } from './call.ts';
import type { Collector } from './collector.ts';
import { causeOf, type FindingRecord } from './finding.ts';
import { showRef } from './messages.ts';
import { isoTime } from './time.ts';

export interface ReportParts {
  readonly locale: Locale;
  readonly inputs: readonly ReportInput[];
  readonly messages: number;
  readonly collector: Collector;
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
}

type Indices = ReadonlyMap<string, readonly number[]>;

const keyOf = (subject: Subject) => `${subject.kind} ${subject.id}`;

function finding(
  record: FindingRecord,
  siblings: readonly FindingRecord[],
  indexOf: Map<FindingRecord, number>,
  locale: Locale,
): ReportFinding {
  const words = locale.rule(record.rule, record.args);
  const cause = causeOf(record, siblings);
  return {
    rule: record.rule.id,
    severity: record.severity,
    confidence: record.confidence,
    scope: record.rule.scope,
    subject: record.subject,
    at: record.at.map(showRef),
    args: record.args,
    title: words.title,
    message: words.message,
    why: words.why,
    fix: words.fix,
    refs: record.rule.spec,
    limits: words.limits,
    count: record.count,
    ...(cause === undefined ? {} : { absorbedBy: indexOf.get(cause) }),
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

function call(record: CallRecord, id: number, findings: Indices, locale: Locale): ReportCall {
  const { clean, start, end, steps, verdict, ...rest } = record;
  return {
    id,
    ...rest,
    start: isoTime(start),
    end: isoTime(end),
    verdict: { ...verdict, at: verdict.at.map(showRef), ...locale.verdict(verdict.key, verdict.args) },
    steps: steps.map((one) => step(one, clean, locale)),
    findings: findings.get(`call ${id}`) ?? [],
  };
}

/** Findings that stand: those that need to see a server's answers fall where the capture does not show them. */
function settle(collector: Collector): { kept: FindingRecord[]; undecided: Collector['undecided'] } {
  const kept: FindingRecord[] = [];
  const undecided = [...collector.undecided];
  for (const one of collector.findings) {
    const pair = one.needsAnswersOf;
    if (pair !== undefined && collector.census.lacksAnswers(pair.client, pair.server)) {
      undecided.push({ rule: one.rule, guard: 'G-ONESIDED', subject: one.subject });
    } else kept.push(one);
  }
  return { kept, undecided };
}

/** A finding whose case fell to a guard leaves the others of its subject where they were. */
function group(findings: readonly FindingRecord[]): {
  indices: Map<string, number[]>;
  siblings: Map<string, FindingRecord[]>;
} {
  const indices = new Map<string, number[]>();
  const siblings = new Map<string, FindingRecord[]>();
  for (let i = 0; i < findings.length; i++) {
    const key = keyOf(findings[i].subject);
    if (!indices.has(key)) {
      indices.set(key, []);
      siblings.set(key, []);
    }
    indices.get(key)?.push(i);
    siblings.get(key)?.push(findings[i]);
  }
  return { indices, siblings };
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
  const { kept, undecided } = settle(collector);
  const { indices, siblings } = group(kept);
  const indexOf = new Map(kept.map((one, index) => [one, index]));
  const findings = kept.map((one) => finding(one, siblings.get(keyOf(one.subject)) ?? [], indexOf, locale));
  const count: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity, absorbedBy } of findings) if (absorbedBy === undefined) count[severity]++;
  const of = (kind: SubjectKind, id: number) => indices.get(`${kind} ${id}`) ?? [];
  const spell =
    <T extends { start: number; end: number }>(kind: SubjectKind) =>
    (record: T, id: number) => ({
      id,
      ...record,
      start: isoTime(record.start),
      end: isoTime(record.end),
      findings: of(kind, id),
    });
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
      undetermined: undecided.length,
      metrics: metrics(collector.calls, collector.omitted.calls),
      omitted: collector.omitted,
    },
    calls: collector.calls.map((record, id) => call(record, id, indices, locale)),
    registrations: collector.registrations.map(spell('registration')),
    subscriptions: collector.subscriptions.map(spell('subscription')),
    transactions: collector.transactions.map(spell('transaction')),
    findings,
    undetermined: undecided.map(
      ({ rule, guard, subject }): Undetermined => ({
        rule: rule.id,
        guard,
        subject,
        text: locale.guard(guard),
      }),
    ),
    rules: ruleTable(parts, kept),
  };
}
