/** The order of a report: records by their first message, findings by their subject, and who refers to whom. */
import type { Severity } from '../model.ts';
import type { Subject, SubjectKind } from '../report.ts';
import { settledBy } from '../rules/root-cause.ts';
import type { Collector } from './collector.ts';
import { beganOn, type FindingRecord, isCauseOf, type SubjectRecord, type UndecidedRecord } from './finding.ts';
import { type LegLink, linkLegs } from './legs.ts';

interface Ordered {
  readonly first: number;
}

const noLinks: readonly LegLink[] = [];
const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const kinds: readonly SubjectKind[] = ['capture', 'call', 'registration', 'subscription', 'transaction'];

/** Findings that stand, in order, and what a subject's number and findings are. */
export interface Order {
  readonly findings: readonly FindingRecord[];
  readonly undecided: readonly UndecidedRecord[];
  subjectOf(subject: SubjectRecord): Subject;
  /** Indices of the findings of one record. */
  findingsOf(record: object | undefined): readonly number[];
  /** Number of a record that findings or legs speak of. */
  numberOf(record: object): number;
  /** Other legs of a call. */
  legsOf(call: number): readonly LegLink[];
  /** Index of the finding that explains this one. */
  causeOf(finding: number): number | undefined;
  /** How bad a finding is, with what it explains. */
  severityOf(finding: number): Severity;
}

function numbers(lists: readonly (readonly Ordered[])[]): Map<object, number> {
  const ids = new Map<object, number>();
  for (const list of lists) for (let id = 0; id < list.length; id++) ids.set(list[id], id);
  return ids;
}

/**
 * Findings that need to see a server's answers fall where the capture does not show them (G-ONESIDED), and those that
 * miss what another leg shows (G-LEG).
 */
function settle(collector: Collector, legs: Legs, idOf: (record: object) => number) {
  const findings: FindingRecord[] = [];
  const undecided = [...collector.undecided];
  for (const one of collector.findings) {
    const pair = one.needsAnswersOf;
    if (pair !== undefined && collector.census.lacksAnswers(pair.client, pair.server)) {
      undecided.push({ rule: one.rule, guard: 'G-ONESIDED', subject: one.subject });
    } else if (!isSettledElsewhere(one, legs, idOf)) findings.push(one);
  }
  return { findings, undecided };
}

type Legs = ReadonlyMap<number, readonly LegLink[]>;

/** What a call lacks is there in its next leg: credentials or a redirection's target under a new Call-ID. */
function isSettledElsewhere({ rule, subject }: FindingRecord, legs: Legs, idOf: (record: object) => number): boolean {
  if (legs.size === 0 || subject.kind !== 'call' || subject.record === undefined) return false;
  const links = legs.get(idOf(subject.record)) ?? [];
  return links.some(({ direction, relation }) => direction === 'onward' && settledBy[rule.id] === relation);
}

/** Causes of causes; a table that leads further is wrong, but must not hang the report. */
const DEPTH = 16;

/** Whatever causes an error is one: a warning must not hide, by explaining it, what a gate waits for. */
function promoted(findings: readonly FindingRecord[], causes: readonly (number | undefined)[]): readonly Severity[] {
  const severities = findings.map(({ severity }) => severity);
  for (let index = 0; index < findings.length; index++) {
    let cause = causes[index];
    for (let depth = 0; cause !== undefined && depth < DEPTH; depth++) {
      if (ranks[severities[index]] < ranks[severities[cause]]) severities[cause] = severities[index];
      cause = causes[cause];
    }
  }
  return severities;
}

const none: readonly number[] = [];

/** Findings of one record, while nothing is known of the others. */
export function orderAlone(record: object, findings: readonly FindingRecord[]): Order {
  const own = findings.map((_, index) => index);
  const causeOf = (index: number) => own.find((other) => isCauseOf(findings[other], findings[index]));
  const causes = own.map(causeOf);
  const severities = promoted(findings, causes);
  return {
    findings,
    undecided: [],
    subjectOf: ({ kind }) => ({ kind, id: 0 }),
    findingsOf: (asked) => (asked === record ? own : none),
    numberOf: () => 0,
    legsOf: () => noLinks,
    causeOf: (index) => causes[index],
    severityOf: (index) => severities[index],
  };
}

/** Sorts the collector's lists in place. */
export function order(collector: Collector): Order {
  const lists = [collector.calls, collector.registrations, collector.subscriptions, collector.transactions];
  for (const list of lists) (list as Ordered[]).sort((a, b) => a.first - b.first);
  const legs = linkLegs(collector.calls);
  // Only records that findings or legs speak of need a number here.
  const spoken = collector.findings.length + collector.undecided.length + legs.size > 0;
  const ids = spoken ? numbers(lists) : new Map<object, number>();
  const { findings, undecided } = settle(collector, legs, (record) => ids.get(record) ?? 0);
  const idOf = ({ record }: SubjectRecord) => (record === undefined ? 0 : (ids.get(record) ?? 0));
  const rank = ({ subject }: { readonly subject: SubjectRecord }) => kinds.indexOf(subject.kind);
  const compare = (a: { readonly subject: SubjectRecord }, b: { readonly subject: SubjectRecord }) =>
    rank(a) - rank(b) || idOf(a.subject) - idOf(b.subject);
  findings.sort(compare);
  undecided.sort(compare);
  const indices = new Map<object | undefined, number[]>();
  for (let i = 0; i < findings.length; i++) {
    const { record } = findings[i].subject;
    const known = indices.get(record);
    if (known === undefined) indices.set(record, [i]);
    else known.push(i);
  }
  const findingsOf = (record: object | undefined) => indices.get(record) ?? none;
  const legsOf = (call: number) => legs.get(call) ?? noLinks;
  const causeOf = (index: number) => {
    const { record, kind } = findings[index].subject;
    const own = findingsOf(record).find((other) => isCauseOf(findings[other], findings[index]));
    if (own !== undefined || kind !== 'call' || record === undefined) return own;
    for (const { call, direction, relation } of legsOf(ids.get(record) ?? 0)) {
      if (direction !== 'onward' || relation !== 'b2bua') continue;
      const begun = findingsOf(collector.calls[call]).find((other) => beganOn(findings[other], findings[index]));
      if (begun !== undefined) return begun;
    }
    return undefined;
  };
  const causes = findings.map((_, index) => causeOf(index));
  const severities = promoted(findings, causes);
  return {
    findings,
    undecided,
    subjectOf: (subject) => ({ kind: subject.kind, id: idOf(subject) }),
    findingsOf,
    numberOf: (record) => ids.get(record) ?? 0,
    legsOf,
    causeOf: (index) => causes[index],
    severityOf: (index) => severities[index],
  };
}
