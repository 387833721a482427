/**
 * How a report stands in a page: an overview that is read at once, and details in chunks that are read when somebody
 * looks. Each is JSON, compressed by gzip, in base64, as the text of an inert script element.
 */
import type {
  Report,
  ReportCall,
  ReportFinding,
  ReportRegistration,
  ReportStream,
  ReportSubscription,
  ReportTransaction,
} from '../report.ts';

/** What is known of a call without its details. */
export type CallRow = Pick<
  ReportCall,
  'id' | 'callIds' | 'from' | 'to' | 'start' | 'end' | 'outcome' | 'finalStatus' | 'timings' | 'findings'
>;

export type FindingRow = Pick<
  ReportFinding,
  'rule' | 'severity' | 'scope' | 'subject' | 'count' | 'absorbedBy' | 'accepted'
>;

/** Everything but the details. */
export interface Overview extends Pick<Report, 'language' | 'inputs' | 'summary' | 'undetermined' | 'rules'> {
  readonly calls: readonly CallRow[];
  readonly registrations: readonly Omit<ReportRegistration, 'messages'>[];
  readonly subscriptions: readonly Omit<ReportSubscription, 'messages'>[];
  readonly transactions: readonly Omit<ReportTransaction, 'messages'>[];
  readonly findings: readonly FindingRow[];
}

/** Details by kind; each kind is a list of the report, and a detail is found by its index there. */
export interface Details {
  readonly calls: ReportCall;
  readonly registrations: ReportRegistration;
  readonly subscriptions: ReportSubscription;
  readonly transactions: ReportTransaction;
  readonly streams: ReportStream;
  readonly findings: ReportFinding;
}

export type Kind = keyof Details;

export const kinds: readonly Kind[] = [
  'calls',
  'registrations',
  'subscriptions',
  'transactions',
  'streams',
  'findings',
];

export interface PackedOverview extends Overview {
  /** For each kind the index of the first item of each chunk. */
  readonly chunks: Readonly<Record<Kind, readonly number[]>>;
}

/** Id of the element that holds the overview. */
export const OVERVIEW = 'report-overview';

/** Id of the element that holds a chunk. */
export function chunkId(kind: Kind, chunk: number): string {
  return `report-${kind}-${chunk}`;
}

export function callRow(call: ReportCall): CallRow {
  const { id, callIds, from, to, start, end, outcome, finalStatus, timings, findings } = call;
  return { id, callIds, from, to, start, end, outcome, finalStatus, timings, findings };
}

export function findingRow(finding: ReportFinding): FindingRow {
  const { rule, severity, scope, subject, count, absorbedBy, accepted } = finding;
  return {
    rule,
    severity,
    scope,
    subject,
    count,
    ...(absorbedBy === undefined ? {} : { absorbedBy }),
    ...(accepted === undefined ? {} : { accepted }),
  };
}

function withoutMessages<T extends { readonly messages: unknown }>({ messages: _, ...row }: T): Omit<T, 'messages'> {
  return row;
}

export function overviewOf(report: Report): Overview {
  const { language, inputs, summary, undetermined, rules } = report;
  return {
    language,
    inputs,
    summary,
    undetermined,
    rules,
    calls: report.calls.map(callRow),
    registrations: report.registrations.map(withoutMessages),
    subscriptions: report.subscriptions.map(withoutMessages),
    transactions: report.transactions.map(withoutMessages),
    findings: report.findings.map(findingRow),
  };
}
