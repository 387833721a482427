/** The first lines of the terminal report: what was read, and how it came out. */
import type { InputClock, Report, ReportInput } from '../../report.ts';
import { outcomeList } from '../outcomes.ts';
import type { ReporterOptions } from '../reporter.ts';
import { safe } from '../safe.ts';
import { clock, plausible } from '../time.ts';
import { clip, columns, glue, joinParts, type Paint, paragraph } from './text.ts';

/** Longer parts of a line may be broken. */
const PART = 30;

function span(input: ReportInput, options: ReporterOptions): readonly string[] {
  if (input.start === null || input.end === null || clock(input.end) === '') return [];
  const ms = plausible(Date.parse(`${input.end.slice(0, 23)}Z`) - Date.parse(`${input.start.slice(0, 23)}Z`));
  const start = `${input.start.slice(0, 10)} ${input.start.slice(11, 19)} UTC`;
  if (ms !== undefined) return [start, options.locale.terminal.duration(ms)];
  return [`${start} – ${input.end.slice(0, 10)} ${input.end.slice(11, 19)} UTC`];
}

/** How the clocks of two capture points stand to each other. */
function clockOf({ ahead, against, messages }: InputClock, { inputs }: Report, { locale }: ReporterOptions): string {
  const { path } = inputs[against];
  return safe(locale.points.clock({ ahead, messages, against: path.slice(path.lastIndexOf('/') + 1) }));
}

function inputLines(input: ReportInput, report: Report, options: ReporterOptions, paint: Paint): string[] {
  const words = options.locale.terminal;
  const path = safe(input.path.slice(input.path.lastIndexOf('/') + 1));
  const parts = [
    [input.format.replaceAll('+', ' + '), ...input.links].filter((text) => text !== '').join(', '),
    ...(input.problem === undefined ? span(input, options) : [input.problem.text]),
    words.messages(input.sipMessages),
    input.duplicates > 0 ? words.duplicates(input.duplicates) : '',
    input.clock === undefined ? '' : clockOf(input.clock, report, options),
    input.newestFirst ? words.newestFirst : '',
    input.complete ? '' : words.incomplete,
  ].filter((text) => text !== '');
  // Lines end between parts, not within them.
  const text = parts.map((part) => (columns(part) <= PART ? glue(part) : part)).join(`${glue(' ·')} `);
  const [first = '', ...rest] = paragraph(text, options.width, 2);
  const whole = `${path}   ${first.trimStart()}`;
  if (rest.length === 0 && columns(whole) <= options.width) return [paint('bold', path) + whole.slice(path.length)];
  return [paint('bold', clip(path, options.width)), first, ...rest];
}

function omittedList({ summary }: Report, { locale }: ReporterOptions): string[] {
  const words = locale.terminal;
  const { omitted } = summary;
  const kinds = ['calls', 'registrations', 'subscriptions', 'transactions', 'findings', 'undetermined'] as const;
  return kinds.filter((kind) => omitted[kind] > 0).map((kind) => glue(words[kind](omitted[kind])));
}

const INPUT_LINES = 20;

/** Of fewer calls, a ratio says less than the calls themselves. */
const FIGURES_FROM = 5;

/** What networks are compared by (RFC 6076, and NER). */
function figureLines({ summary }: Report, { locale, width }: ReporterOptions): string[] {
  const words = locale.terminal;
  const { sessions, postDialDelay } = summary.metrics;
  if (sessions.attempts < FIGURES_FROM) return [];
  const { establishmentRatio, networkEffectivenessRatio, ineffectiveAttempts, completionRatio, duration } = sessions;
  const ratios = [
    ['SER', establishmentRatio],
    ['NER', networkEffectivenessRatio],
    ['ISA', ineffectiveAttempts],
    ['SCR', completionRatio],
  ] as const;
  const parts = [
    ...ratios.map(([name, percent]) => (percent === null ? '' : glue(words.ratio(name, percent)))),
    postDialDelay === null ? '' : glue(words.delay('postDial', postDialDelay.median, postDialDelay.p95)),
    duration === null ? '' : glue(words.delay('duration', duration.median, duration.p95)),
  ];
  return paragraph(parts.filter((text) => text !== '').join(' · '), width, 2);
}

export function showSummary(report: Report, options: ReporterOptions, paint: Paint): string[] {
  const words = options.locale.terminal;
  const { summary } = report;
  const telling = report.inputs.filter(({ sipMessages, complete }) => sipMessages > 0 || !complete);
  const inputs = telling.length > 0 ? telling : report.inputs;
  const lines = inputs.slice(0, INPUT_LINES).flatMap((input) => inputLines(input, report, options, paint));
  if (inputs.length > INPUT_LINES) lines.push(words.notShown(inputs.length - INPUT_LINES));
  const silent = report.inputs.length - inputs.length;
  if (silent > 0) lines.push(paint('dim', words.withoutSip(silent)));
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
    summary.accepted > 0 ? paint('dim', words.accepted(summary.accepted)) : '',
    summary.undetermined > 0 ? paint('dim', words.undetermined(summary.undetermined)) : '',
  ];
  lines.push('', ...paragraph(counts.filter((text) => text !== '').join(' · '), options.width, 2));
  lines.push(...joinParts(findings, options.width, 2));
  lines.push(...figureLines(report, options));
  const omitted = omittedList(report, options);
  if (omitted.length > 0) lines.push(...paragraph(words.omitted(omitted.join(', ')), options.width, 2));
  return lines;
}

/** What was not understood, by reason and first position. */
export function showNotDecoded(report: Report, options: ReporterOptions, paint: Paint): string[] {
  const words = options.locale.terminal;
  const lines: string[] = [];
  for (const input of report.inputs) {
    for (const { text, count, firstAt } of input.notDecoded) {
      const where = words.firstAt(words.frame(firstAt.frame, input.kind === 'log'));
      const lead = `  ${count} × `;
      const said = paragraph(`${text} ${glue(`(${where})`)}`, options.width, lead.length, lead);
      lines.push(...said.map((line) => paint('dim', line)));
    }
  }
  return lines.length === 0 ? [] : ['', paint('bold', words.notDecodedTitle), ...lines];
}
