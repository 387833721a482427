/** A finding as the terminal shows it: what, evidence, why it hurts, what to do, the source, what is unproven. */
import type { Severity } from '../../model.ts';
import type { MessageRef, Report, ReportFinding } from '../../report.ts';
import { shortAddress } from '../address.ts';
import type { ReporterOptions } from '../reporter.ts';
import { safe } from '../safe.ts';
import { clock } from '../time.ts';
import { clip, columns, glue, type Paint, padEnd, paragraph, type Style } from './text.ts';

const EVIDENCE_LINES = 5;
const INDENT = 15;
/** Columns of a start line that still tell something. */
const START_LINE = 14;

export const severityStyles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'cyan' };
export const severitySigns: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', info: '·' };

/** Addresses before the start line: of a start line the beginning tells most, of an address the end. */
function evidenceLine(at: MessageRef, frame: string, { width }: ReporterOptions): string[] {
  const where = [clock(at.time, 3), frame].filter((text) => text !== '').join('  ');
  const path = safe(`${shortAddress(at.source)} → ${shortAddress(at.destination)}`);
  const startLine = safe(at.startLine.replace(/^SIP\/2\.0 /, '').replace(/ SIP\/2\.0$/, ''));
  const lead = `${where}  ${path}`;
  const room = width - INDENT - columns(lead) - 2;
  if (room >= Math.min(START_LINE, columns(startLine))) return [`${lead}  ${clip(startLine, room)}`];
  const rest = clip(startLine, Math.max(START_LINE, width - INDENT - 2));
  return paragraph(`${lead} ${rest}`, width - INDENT, 0);
}

function evidence(finding: ReportFinding, report: Report, options: ReporterOptions, paint: Paint): string[] {
  const words = options.locale.terminal;
  // The decisive one is the first; those shown stand in order of time.
  const shown = finding.at.slice(0, EVIDENCE_LINES);
  const ordered = [...shown].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.message - b.message));
  const frames = ordered.map((at) => words.frame(at.frame, report.inputs[at.input]?.kind === 'log'));
  const wide = Math.max(0, ...frames.map(columns));
  const texts = ordered.flatMap((at, i) => evidenceLine(at, padEnd(frames[i], wide), options));
  if (finding.at.length > shown.length) texts.push(words.notShown(finding.at.length - shown.length));
  return texts.map(
    (text, i) =>
      (i === 0 ? `    ${words.evidence}` : '').padEnd(INDENT) + paint('dim', clip(text, options.width - INDENT)),
  );
}

function explained(finding: ReportFinding, cause: string, options: ReporterOptions, paint: Paint): string[] {
  const { width } = options;
  const head = `${options.locale.terminal.followsFrom(cause)} ${finding.title} (${finding.rule})`;
  const lines = [...paragraph(head, width, 4), ...paragraph(finding.message, width, 6)];
  return lines.map((line) => paint('dim', line));
}

/** A finding that is not told here: it stands on another leg of the call. */
function elsewhere(index: number, { findings }: Report, { locale }: ReporterOptions): string {
  const { subject, title } = findings[index];
  return subject.kind === 'call' ? `${locale.terminal.call} ${subject.id + 1}, "${title}"` : `"${title}"`;
}

/** `number` is 0 where findings are not counted. */
export function showFinding(
  finding: ReportFinding,
  number: number,
  report: Report,
  options: ReporterOptions,
  paint: Paint,
  numbers?: ReadonlyMap<number, number>,
): string[] {
  const { width } = options;
  const words = options.locale.terminal;
  if (finding.accepted !== undefined) {
    const head = `  ~ ${words.acceptance(finding.accepted)}  `;
    const lines = [
      ...paragraph(`${finding.title} (${finding.rule})`, width, 4, head),
      ...paragraph(finding.message, width, 6),
    ];
    return lines.map((line) => paint('dim', line));
  }
  if (finding.absorbedBy !== undefined) {
    const cause = numbers?.get(finding.absorbedBy);
    return explained(
      finding,
      cause === undefined ? elsewhere(finding.absorbedBy, report, options) : `[${cause}]`,
      options,
      paint,
    );
  }
  const style = severityStyles[finding.severity];
  const label = (text: string) => `    ${text}`;
  const mark = number > 0 ? ` [${number}]` : '';
  const head = `  ${severitySigns[finding.severity]} ${words.severities[finding.severity]}${mark}  `;
  const times = finding.count > 1 ? `  ${words.times(finding.count)}` : '';
  const title = paragraph(finding.title + times, width, columns(head), head);
  const lines = title.map((line) => paint(style, line));
  const [only] = title;
  if (title.length === 1 && columns(only) + 2 + finding.rule.length <= width)
    lines[0] += `  ${paint('dim', finding.rule)}`;
  else lines.push(paint('dim', clip(label(finding.rule), width)));
  lines.push(...paragraph(finding.message, width, 4));
  lines.push(...evidence(finding, report, options, paint));
  lines.push(...paragraph(finding.why, width, INDENT, label(words.why)));
  if (finding.device !== undefined) lines.push(...paragraph(finding.device.text, width, INDENT, label(words.device)));
  finding.fix.forEach((fix, i) => {
    const step = finding.fix.length > 1 ? `${i + 1}. ` : '';
    lines.push(...paragraph(step + fix, width, INDENT, i === 0 ? label(words.fix) : ''));
  });
  if (finding.limits !== '') lines.push(...paragraph(finding.limits, width, INDENT, label(words.limits)));
  const source = [finding.refs.map(glue).join(', '), words.confidences[finding.confidence]].filter(
    (text) => text !== '',
  );
  lines.push(...paragraph(source.join(' · '), width, INDENT, label(words.source)).map((line) => paint('dim', line)));
  return lines;
}
