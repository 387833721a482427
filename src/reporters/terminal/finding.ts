/** A finding as the terminal shows it: what, evidence, why it hurts, what to do, the source, what is unproven. */
import type { Severity } from '../../model.ts';
import type { MessageRef, Report, ReportFinding } from '../../report.ts';
import type { ReporterOptions } from '../reporter.ts';
import { clip, type Paint, paragraph, type Style, safe } from './text.ts';

const EVIDENCE_LINES = 5;
const INDENT = 15;
const LINE_WIDTH = 34;

export const severityStyles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'cyan' };
export const severitySigns: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', info: '·' };

function evidenceLine(at: MessageRef, report: Report, options: ReporterOptions): string {
  const where = options.locale.terminal.frame(at.frame, report.inputs[at.input]?.kind === 'log');
  // The start line first: of an address the reader can miss the end, of a status not the beginning.
  const line = clip(safe(at.startLine.replace(/^SIP\/2\.0 /, '')), LINE_WIDTH);
  return `${at.time.slice(11, 23)}  ${where}  ${line}  ${safe(`${at.source} → ${at.destination}`)}`;
}

export function showFinding(
  finding: ReportFinding,
  number: number,
  report: Report,
  options: ReporterOptions,
  paint: Paint,
): string[] {
  const { width } = options;
  const words = options.locale.terminal;
  const style = severityStyles[finding.severity];
  const head = `${severitySigns[finding.severity]} ${number > 0 ? `!${number} ` : ''}${words.severities[finding.severity]}`;
  const count = finding.count > 1 ? `  ${words.times(finding.count)}` : '';
  const lines = [`  ${paint(style, `${head}  ${finding.title}`)}  ${paint('dim', `${finding.rule}${count}`)}`];
  lines.push(...paragraph(finding.message, width, 4));
  if (finding.absorbedBy !== undefined) {
    lines.push(
      ...paragraph(words.explainedBy(report.findings[finding.absorbedBy].title), width, 4).map((one) =>
        paint('dim', one),
      ),
    );
    return lines;
  }
  const label = (text: string) => `    ${text}`;
  const shown = finding.at.slice(0, EVIDENCE_LINES);
  shown.forEach((at, i) => {
    const text = clip(evidenceLine(at, report, options), width - INDENT);
    lines.push((i === 0 ? label(words.evidence).padEnd(INDENT) : ' '.repeat(INDENT)) + paint('dim', text));
  });
  if (finding.at.length > shown.length)
    lines.push(`${' '.repeat(INDENT)}${paint('dim', `… ${finding.at.length - shown.length}`)}`);
  lines.push(...paragraph(finding.why, width, INDENT, label(words.why)));
  finding.fix.forEach((fix, i) => {
    const number = finding.fix.length > 1 ? `${i + 1}. ` : '';
    lines.push(...paragraph(number + fix, width, INDENT, i === 0 ? label(words.fix) : ''));
  });
  if (finding.limits !== '') lines.push(...paragraph(finding.limits, width, INDENT, label(words.limits)));
  const source = [finding.refs.join(', '), words.confidences[finding.confidence]].filter((text) => text !== '');
  lines.push(paint('dim', clip(label(words.source).padEnd(INDENT) + source.join(' · '), width)));
  return lines;
}
