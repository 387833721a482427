/** Findings that are no news to who asked: in the baseline, or suppressed by the configuration. */
import type { Severity } from '../model.ts';
import { type Accepted, isNews, type Report, type ReportFinding } from '../report.ts';

/** Causes of causes. */
const DEPTH = 16;

/** Whom a finding strikes. */
export interface Struck {
  /** As the report names them: caller and callee, subscriber, address of record. */
  readonly users: readonly string[];
  readonly callIds: readonly string[];
}

/** Why a finding is accepted; undefined when it is news. */
export type Acceptance = (
  finding: Pick<ReportFinding, 'rule' | 'fingerprint' | 'device'>,
  struck: Struck,
) => Accepted | undefined;

/** Asks one after the other. */
export function firstOf(acceptances: readonly Acceptance[]): Acceptance {
  return (finding, struck) => {
    for (const acceptance of acceptances) {
      const accepted = acceptance(finding, struck);
      if (accepted !== undefined) return accepted;
    }
    return undefined;
  };
}

const nobody: Struck = { users: [], callIds: [] };

/** Of a whole report, not of selected calls. */
export function struckBy({ subject: { kind, id } }: ReportFinding, report: Report): Struck {
  if (kind === 'call') {
    const { from, to, callIds } = report.calls[id];
    return { users: [from, to], callIds };
  }
  if (kind === 'registration') return { users: [report.registrations[id].aor], callIds: [] };
  if (kind === 'subscription') {
    const { from, to } = report.subscriptions[id];
    return { users: [from, to], callIds: [] };
  }
  return kind === 'transaction' ? { users: [], callIds: [report.transactions[id].callId] } : nobody;
}

/** The report with what is accepted marked so and counted apart. */
export function accept(report: Report, acceptance: Acceptance): Report {
  const own = report.findings.map((finding) => acceptance(finding, struckBy(finding, report)));
  if (own.every((accepted) => accepted === undefined)) return report;
  const findings = report.findings.map((finding, index) => {
    const accepted = own[index] ?? own[rootOf(index, report.findings)];
    return accepted === undefined ? finding : { ...finding, accepted };
  });
  const count: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) if (isNews(finding)) count[finding.severity]++;
  const accepted = findings.filter((one) => one.absorbedBy === undefined && one.accepted !== undefined).length;
  return {
    ...report,
    summary: { ...report.summary, findings: count, accepted },
    findings,
  };
}

/** What explains a finding in the end: with it, its symptoms are accepted too. */
function rootOf(index: number, findings: readonly ReportFinding[]): number {
  let root = index;
  for (let depth = 0; depth < DEPTH; depth++) root = findings[root].absorbedBy ?? root;
  return root;
}
