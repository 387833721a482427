/** A finding, kept compact until the report is written. */
import type { Args, Confidence, Evidence, Severity } from '../model.ts';
import type { SubjectKind } from '../report.ts';
import type { Rule } from '../rules/define.ts';
import { beginsOnLeg, explains, isOfSharedMedia, passesOnLeg } from '../rules/root-cause.ts';
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
  readonly fingerprint: string;
  count: number;
}

export interface UndecidedRecord {
  readonly rule: Rule;
  readonly guard: Undecided['guard'];
  readonly subject: SubjectRecord;
}

/** Messages of evidence that are named; a storm has thousands. */
const EVIDENCE_LIMIT = 12;

export function recordFinding(found: Found, subject: SubjectRecord, fingerprint: string): FindingRecord {
  return {
    rule: found.rule,
    severity: found.severity,
    confidence: found.confidence,
    subject,
    at: found.at.slice(0, EVIDENCE_LIMIT).map(evidenceOf),
    args: found.args,
    device: found.device,
    needsAnswersOf: found.needsAnswersOf,
    fingerprint,
    count: found.count,
  };
}

const gravity: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** True when `cause` explains `symptom`; both are of the same subject. What is only noted or possible explains no fault away. */
export function isCauseOf(cause: FindingRecord, symptom: FindingRecord): boolean {
  const weak = cause.severity === 'info' || cause.confidence === 'possible';
  if (weak && gravity[symptom.severity] > gravity[cause.severity]) return false;
  return cause !== symptom && explains(cause.rule.id, symptom.rule.id);
}

/** True when `symptom` is what one leg shows of `cause`, found on the leg after it. */
export function beganOn(cause: FindingRecord, symptom: FindingRecord): boolean {
  if (cause.rule === symptom.rule && isOfSharedMedia.has(cause.rule.id)) return cause.device === symptom.device;
  return cause.severity !== 'info' && beginsOnLeg.has(cause.rule.id) && passesOnLeg.has(symptom.rule.id);
}
