/** The order of a report: records by their first message, findings by their subject, and who refers to whom. */
import type { Subject, SubjectKind } from '../report.ts';
import type { Collector } from './collector.ts';
import type { FindingRecord, SubjectRecord, UndecidedRecord } from './finding.ts';

interface Ordered {
  readonly first: number;
}

const kinds: readonly SubjectKind[] = ['capture', 'call', 'registration', 'subscription', 'transaction'];

/** Findings that stand, in order, and what a subject's number and findings are. */
export interface Order {
  readonly findings: readonly FindingRecord[];
  readonly undecided: readonly UndecidedRecord[];
  subjectOf(subject: SubjectRecord): Subject;
  /** Indices of the findings of one record. */
  findingsOf(record: object | undefined): readonly number[];
}

function numbers(lists: readonly (readonly Ordered[])[]): Map<object, number> {
  const ids = new Map<object, number>();
  for (const list of lists) for (let id = 0; id < list.length; id++) ids.set(list[id], id);
  return ids;
}

/** Findings that need to see a server's answers fall where the capture does not show them (G-ONESIDED). */
function settle(collector: Collector): { findings: FindingRecord[]; undecided: UndecidedRecord[] } {
  const findings: FindingRecord[] = [];
  const undecided = [...collector.undecided];
  for (const one of collector.findings) {
    const pair = one.needsAnswersOf;
    if (pair !== undefined && collector.census.lacksAnswers(pair.client, pair.server)) {
      undecided.push({ rule: one.rule, guard: 'G-ONESIDED', subject: one.subject });
    } else findings.push(one);
  }
  return { findings, undecided };
}

/** Sorts the collector's lists in place. */
export function order(collector: Collector): Order {
  const lists = [collector.calls, collector.registrations, collector.subscriptions, collector.transactions];
  for (const list of lists) (list as Ordered[]).sort((a, b) => a.first - b.first);
  const { findings, undecided } = settle(collector);
  // Only records that findings speak of need a number here.
  const ids = findings.length + undecided.length === 0 ? new Map<object, number>() : numbers(lists);
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
  const none: readonly number[] = [];
  return {
    findings,
    undecided,
    subjectOf: (subject) => ({ kind: subject.kind, id: idOf(subject) }),
    findingsOf: (record) => indices.get(record) ?? none,
  };
}
