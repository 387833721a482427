/** A finding, kept compact until the report is written. */
import type { Args, Confidence, Severity } from '../model.ts';
import type { Subject } from '../report.ts';
import type { Rule } from '../rules/define.ts';
import { explains } from '../rules/root-cause.ts';
import type { Found, Undecided } from '../rules/run.ts';
import { type Ref, refOf } from './messages.ts';

export interface FindingRecord {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly subject: Subject;
  readonly at: readonly Ref[];
  readonly args: Args;
  readonly needsAnswersOf: Found['needsAnswersOf'];
  count: number;
}

export interface UndecidedRecord {
  readonly rule: Rule;
  readonly guard: Undecided['guard'];
  readonly subject: Subject;
}

/** Messages of evidence that are named; a storm has thousands. */
const EVIDENCE_LIMIT = 12;

export function recordFinding(found: Found, subject: Subject): FindingRecord {
  return {
    rule: found.rule,
    severity: found.severity,
    confidence: found.confidence,
    subject,
    at: found.at.slice(0, EVIDENCE_LIMIT).map(refOf),
    args: found.args,
    needsAnswersOf: found.needsAnswersOf,
    count: found.count,
  };
}

/** Index of the finding among `siblings` (of the same subject) that explains this one; undefined when none does. */
export function causeOf(finding: FindingRecord, siblings: readonly FindingRecord[]): FindingRecord | undefined {
  return siblings.find((other) => other !== finding && explains(other.rule.id, finding.rule.id));
}
