/** The findings that are known already, so that only new ones fail (schema/baseline.schema.json). */
import { isNews, type Report, type ReportFinding } from '../report.ts';
import { type Acceptance, struckBy } from './accepted.ts';

export const BASELINE_SCHEMA = 'sipsleuth/baseline@1';

export interface Baseline {
  readonly schema: typeof BASELINE_SCHEMA;
  readonly findings: readonly BaselineFinding[];
}

/** The fingerprint decides; the rest tells a reader what it stands for. */
export interface BaselineFinding {
  readonly fingerprint: string;
  readonly rule: string;
  /** Whom it strikes, as the report names them; empty for a finding of the capture as a whole. */
  readonly about: string;
}

function aboutOf(finding: ReportFinding, report: Report): string {
  const { kind, id } = finding.subject;
  if (kind === 'transaction') return report.transactions[id].method;
  return struckBy(finding, report).users.join(' > ');
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Of a whole report, not of selected calls. In an order of its own, so that a change of one finding is a change of one line. */
export function baselineOf(report: Report): Baseline {
  const findings = report.findings
    .filter(isNews)
    .map((finding) => ({
      fingerprint: finding.fingerprint,
      rule: finding.rule,
      about: aboutOf(finding, report),
    }))
    .sort((a, b) => compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint));
  return { schema: BASELINE_SCHEMA, findings };
}

export function inBaseline({ findings }: Baseline): Acceptance {
  const known = new Set(findings.map(({ fingerprint }) => fingerprint));
  return ({ fingerprint }) => (known.has(fingerprint) ? { by: 'baseline', reason: '' } : undefined);
}
