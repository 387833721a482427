/** Workflow commands of GitHub Actions: one annotation a finding, the worst first. */
import type { Severity } from '../model.ts';
import { isNews, type Report, type ReportFinding } from '../report.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { dataOf, propertyOf } from './workflow-command.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
const severities = ['error', 'warning', 'info'] as const;

function annotation(finding: ReportFinding, { inputs }: Report, { locale }: ReporterOptions): string {
  const [at] = finding.at;
  const input = at === undefined ? undefined : inputs[at.input];
  // A capture has no lines, and a line that it has not would hide the annotation.
  const line = input?.kind === 'log' ? [`line=${at.frame}`] : [];
  const properties = [
    ...(input === undefined ? [] : [`file=${propertyOf(input.path)}`]),
    ...line,
    `title=${propertyOf(`${finding.title} (${finding.rule})`)}`,
  ];
  const { kind, id } = finding.subject;
  const frame = input?.kind === 'capture' ? locale.terminal.frame(at.frame, false) : '';
  const where = [kind === 'capture' ? '' : `${locale.terminal[kind]} ${id + 1}`, frame].filter((one) => one !== '');
  const text = [where.join(', '), finding.message, ...finding.fix].filter((one) => one !== '').join('\n');
  return `::${commands[finding.severity]} ${properties.join(',')}::${dataOf(text)}\n`;
}

export const github: Reporter = {
  id: 'github',
  title: 'Annotations for GitHub Actions',
  *write(report, options) {
    for (const severity of severities) {
      for (const finding of report.findings) {
        if (finding.severity === severity && isNews(finding)) yield annotation(finding, report, options);
      }
    }
  },
};
