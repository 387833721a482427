/** Findings that are no news to who asked: in the baseline, or suppressed by the configuration. */
import type { Severity } from '../model.ts';
import { type Accepted, isGood, isNews, type Report, type ReportCall, type ReportFinding } from '../report.ts';

/** Causes of causes. */
const DEPTH = 16;

/** Why a finding is accepted; undefined when it is news. */
export type Acceptance = (finding: ReportFinding, report: Report) => Accepted | undefined;

/**
 * The report with what is accepted marked so and counted apart. With `brief`, a call that went well but for it lists no
 * messages, like any other that went well.
 */
export function accept(report: Report, acceptances: readonly Acceptance[], brief: boolean): Report {
  const own = report.findings.map((finding) => {
    for (const acceptance of acceptances) {
      const accepted = acceptance(finding, report);
      if (accepted !== undefined) return accepted;
    }
    return undefined;
  });
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
    calls: brief ? report.calls.map((call) => briefly(call, findings)) : report.calls,
    findings,
  };
}

/** What explains a finding in the end: with it, its symptoms are accepted too. */
function rootOf(index: number, findings: readonly ReportFinding[]): number {
  let root = index;
  for (let depth = 0; depth < DEPTH; depth++) root = findings[root].absorbedBy ?? root;
  return root;
}

function briefly(call: ReportCall, findings: readonly ReportFinding[]): ReportCall {
  if (!isGood(call) || call.findings.length === 0 || call.findings.some((index) => isNews(findings[index])))
    return call;
  return { ...call, messages: [] };
}
