/** A finding, kept compact until the report is written. */
import type { Args, Confidence, Evidence, Severity } from '../model.ts';
import type { SubjectKind } from '../report.ts';
import type { Rule } from '../rules/define.ts';
import { explains } from '../rules/root-cause.ts';
import type { Found, Undecided } from '../rules/run.ts';
import { evidenceOf } from '../state/evidence.ts';

/** What a finding is about: a record of its kind, nothing for the capture as a whole. Its number is known at the end. */
export interface SubjectRecord {
  readonly kind: SubjectKind;
  readonly record: object | undefined;
}

export interface FindingRecord {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly subject: SubjectRecord;
  readonly at: readonly Evidence[];
  readonly args: Args;
  readonly device: string | undefined;
  readonly needsAnswersOf: Found['needsAnswersOf'];
  count: number;
}

export interface UndecidedRecord {
  readonly rule: Rule;
  readonly guard: Undecided['guard'];
  readonly subject: SubjectRecord;
}

/** Messages of evidence that are named; a storm has thousands. */
const EVIDENCE_LIMIT = 12;

export function recordFinding(found: Found, subject: SubjectRecord): FindingRecord {
  return {
    rule: found.rule,
    severity: found.severity,
    confidence: found.confidence,
    subject,
    at: found.at.slice(0, EVIDENCE_LIMIT).map(evidenceOf),
    args: found.args,
    device: found.device,
    needsAnswersOf: found.needsAnswersOf,
    count: found.count,
  };
}

/** True when `cause` explains `symptom`; both are of the same subject. A mere note explains no trouble away. */
export function isCauseOf(cause: FindingRecord, symptom: FindingRecord): boolean {
  if (cause.severity === 'info' && symptom.severity !== 'info') return false;
  return cause !== symptom && explains(cause.rule.id, symptom.rule.id);
}
