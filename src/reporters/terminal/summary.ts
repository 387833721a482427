/** The first lines of the terminal report: what was read, and how it came out. */
import type { Report, ReportInput } from '../../report.ts';
import type { ReporterOptions } from '../reporter.ts';
import { clip, type Paint, paragraph, safe } from './text.ts';

function span(input: ReportInput, options: ReporterOptions): string {
  if (input.start === null || input.end === null) return '';
  const ms = Date.parse(`${input.end.slice(0, 23)}Z`) - Date.parse(`${input.start.slice(0, 23)}Z`);
  return `${input.start.slice(0, 10)} ${input.start.slice(11, 19)} UTC, ${options.locale.terminal.duration(ms)}`;
}

function inputLine(input: ReportInput, options: ReporterOptions): string {
  const words = options.locale.terminal;
  const path = input.path.slice(input.path.lastIndexOf('/') + 1);
  const parts = [
    [input.format, ...input.links].filter((text) => text !== '').join(', '),
    input.problem === undefined ? span(input, options) : input.problem.text,
    words.messages(input.sipMessages),
    input.duplicates > 0 ? words.duplicates(input.duplicates) : '',
    input.complete ? '' : words.incomplete,
  ];
  return `${path}   ${parts.filter((text) => text !== '').join(' · ')}`;
}

function outcomeList(report: Report, options: ReporterOptions): string {
  const { outcomes } = report.summary.metrics;
  const names = options.locale.terminal.outcomes;
  return Object.entries(outcomes)
    .sort((a, b) => b[1] - a[1])
    .map(([outcome, n]) => `${n} ${names[outcome as keyof typeof names]}`)
    .join(', ');
}

const INPUT_LINES = 20;

export function showSummary(report: Report, options: ReporterOptions, paint: Paint): string[] {
  const words = options.locale.terminal;
  const { summary } = report;
  const lines = report.inputs.slice(0, INPUT_LINES).flatMap((input) => {
    const [first, ...rest] = paragraph(inputLine(input, options), options.width, 2);
    return [paint('bold', safe(first?.trimStart() ?? '')), ...rest];
  });
  if (report.inputs.length > INPUT_LINES) lines.push(`… ${report.inputs.length - INPUT_LINES}`);
  const counts = [
    summary.calls > 0 ? `${words.calls(summary.calls)}: ${outcomeList(report, options)}` : words.calls(0),
    summary.registrations > 0 ? words.registrations(summary.registrations) : '',
    summary.subscriptions > 0 ? words.subscriptions(summary.subscriptions) : '',
    summary.transactions > 0 ? words.transactions(summary.transactions) : '',
  ];
  const { error, warning, info } = summary.findings;
  const findings = [
    paint(error > 0 ? 'red' : 'green', words.errors(error)),
    paint(warning > 0 ? 'yellow' : 'green', words.warnings(warning)),
    words.notes(info),
    summary.undetermined > 0 ? paint('dim', words.undetermined(summary.undetermined)) : '',
  ];
  lines.push('', ...paragraph(counts.filter((text) => text !== '').join(' · '), options.width, 2));
  lines.push(`  ${findings.filter((text) => text !== '').join(' · ')}`);
  return lines;
}

/** What was not understood, by reason and first position. */
export function showNotDecoded(report: Report, options: ReporterOptions, paint: Paint): string[] {
  const words = options.locale.terminal;
  const lines: string[] = [];
  for (const input of report.inputs) {
    for (const { text, count, firstAt } of input.notDecoded) {
      const where = words.firstAt(words.frame(firstAt.frame, input.kind === 'log'));
      lines.push(paint('dim', clip(safe(`  ${String(count).padStart(7)} × ${text} (${where})`), options.width)));
    }
  }
  return lines.length === 0 ? [] : ['', paint('bold', words.notDecodedTitle), ...lines];
}
