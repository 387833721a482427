/** A call as the terminal shows it: in full when it failed or has findings, else in one line. */
import { statusName } from '../../ladder/label.ts';
import { numbered, sorted, worstOf } from '../../ladder/order.ts';
import { isGood, type Report, type ReportCall, type ReportStep } from '../../report.ts';
import type { ReporterOptions } from '../reporter.ts';
import { safe } from '../safe.ts';
import { lineOf, streamsOf } from '../streams.ts';
import { clock, delta, plausible } from '../time.ts';
import { severitySigns, severityStyles, showFinding } from './finding.ts';
import { ladder } from './ladder.ts';
import { type Cell, tabulate } from './table.ts';
import { clip, columns, glue, type Paint, paragraph, type Style } from './text.ts';

/** Steps of one call that are told with the code's description. */
const STEP_LIMIT = 24;
/** Streams of one call that are told. */
const STREAM_LIMIT = 8;

function outcomeStyle(call: ReportCall): Style {
  if (call.outcome === 'answered') return 'green';
  return call.outcome === 'failed' || call.outcome === 'unauthorized' ? 'red' : 'yellow';
}

/** In full, without the caller's domain, without domains. */
function partiesOf(call: ReportCall): Cell {
  const [from, to] = [call.from || '?', call.to || '?'].map(safe);
  const [caller, callee] = [from, to].map((name) => name.split('@')[0] || name);
  return [`${from} → ${to}`, `${caller} → ${to}`, `${caller} → ${callee}`];
}

const SEQUENCE = 12;

/** `100 180 200`; where it is long, its ends. */
function sequenceOf({ sequence }: ReportCall): Cell {
  const few = (n: number) =>
    sequence.length <= n ? sequence : [...sequence.slice(0, n - 2), '…', sequence[sequence.length - 1]];
  return [few(SEQUENCE).join(' '), few(4).join(' '), few(3).join(' '), sequence.slice(-1).join(' ')];
}

/** `✓ call 2  10:15:30  alice@example.com → bob@example.com  answered, talked 12 s  100 180 200`. */
export function callLines(
  calls: readonly ReportCall[],
  report: Report,
  options: ReporterOptions,
  paint: Paint,
): string[] {
  const words = options.locale.terminal;
  const rows = calls.map((call): Cell[] => {
    const duration = plausible(call.timings.duration);
    const outcome = words.outcomes[call.outcome];
    const talked = !duration ? [] : [`${outcome}, ${words.talked(duration)}`];
    const told = sorted(call.findings, report.findings).filter(
      (index) => report.findings[index].accepted === undefined,
    );
    const rules = told.map((index) => report.findings[index].rule);
    return [
      [`${words.call} ${call.id + 1}`],
      [clock(call.start), clock(call.start).slice(0, 5), ''],
      partiesOf(call),
      [...talked, outcome],
      sequenceOf(call),
      [rules.join(' '), rules[0] ?? '', ''],
    ];
  });
  const lines = tabulate(rows, { width: options.width - 4, yields: [2, 5, 1, 4, 3] });
  return lines.map((line, i) => {
    const worst = worstOf(calls[i].findings, report.findings);
    if (worst === undefined) return `  ${paint(outcomeStyle(calls[i]), isGood(calls[i]) ? '✓' : '–')} ${line}`;
    return `  ${paint(severityStyles[worst.severity], severitySigns[worst.severity])} ${line}`;
  });
}

function nameOf(step: ReportStep, options: ReporterOptions): string {
  if (step.status > 0) return safe(statusName(String(step.status), step.phrase, options.locale.phrase));
  if (step.key === 'no-response') return options.locale.terminal.unanswered;
  return step.key === 'bye' ? 'BYE' : step.key === 'cancel' ? 'CANCEL' : step.key;
}

/** `+0.152  180 Ringing  From the callee, without SDP.`, and what the code means beneath. */
function stepLines(
  step: ReportStep,
  times: Times,
  described: boolean,
  options: ReporterOptions,
  paint: Paint,
): string[] {
  const { width } = options;
  const name = nameOf(step, options);
  const lead = times.width === 0 ? '  ' : `  ${times.of(step).padStart(times.width)}  `;
  const lines = paragraph(`${glue(`${name} `)} ${step.text}`, width, lead.length, lead);
  if (lines[0].startsWith(lead + name))
    lines[0] = paint('bold', lead + name) + lines[0].slice(lead.length + name.length);
  if (described && step.description !== undefined)
    lines.push(...paragraph(step.description, width, Math.max(6, lead.length)).map((line) => paint('dim', line)));
  return lines;
}

interface Times {
  readonly width: number;
  of(step: ReportStep): string;
}

/** What a code means is said once. */
function storyOf(call: ReportCall, options: ReporterOptions, paint: Paint): string[] {
  const told = new Set<string>();
  const lines: string[] = [];
  const shown = call.steps.slice(0, STEP_LIMIT);
  const of = (step: ReportStep) => delta(step.delta, step.at.time);
  const times = { of, width: Math.max(...shown.map((step) => of(step).length)) };
  for (const step of shown) {
    const words = step.description ?? '';
    lines.push(...stepLines(step, times, !told.has(words), options, paint));
    told.add(words);
  }
  if (call.steps.length > STEP_LIMIT)
    lines.push(`  ${options.locale.terminal.notShown(call.steps.length - STEP_LIMIT)}`);
  return lines;
}

/** Call, parties, time and result in one line; the result gets one of its own where they do not fit. */
function headline(call: ReportCall, report: Report, options: ReporterOptions, paint: Paint): string[] {
  const { width } = options;
  const words = options.locale.terminal;
  const ms = plausible(call.verdict.args.after);
  const result = `${words.outcomes[call.outcome].toUpperCase()}${ms === undefined ? '' : ` ${words.after(ms)}`}`;
  const head = `${words.call} ${call.id + 1}`;
  const time = clock(call.start) === '' ? '' : `  ${clock(call.start)}`;
  const room = width - columns(head) - columns(time) - columns(result) - 4;
  const parties = partiesOf(call);
  const fitting = parties.find((text) => columns(text) <= room);
  // An answered call that has something wrong with it is not green.
  const worst = worstOf(call.findings, report.findings)?.severity;
  const style = worst === undefined || worst === 'info' ? outcomeStyle(call) : severityStyles[worst];
  if (fitting !== undefined) return [`${paint('bold', `${head}  ${fitting}`)}${time}  ${paint(style, result)}`];
  const rest = width - columns(head) - columns(time) - 2;
  const shown = parties.find((text) => columns(text) <= rest) ?? clip(parties[parties.length - 1] ?? '', rest);
  return [`${paint('bold', `${head}  ${shown}`)}${time}`, `  ${paint(style, clip(result, width - 2))}`];
}

/** A line for each stream, the codec and sockets as the trace has them. */
function* mediaOf(call: ReportCall, report: Report, options: ReporterOptions): Iterable<string> {
  const words = options.locale.terminal;
  const streams = streamsOf(call, report);
  if (streams.length === 0) return;
  yield '';
  const label = `  ${words.media}`;
  const indent = columns(label) + 2;
  for (const [index, stream] of streams.slice(0, STREAM_LIMIT).entries()) {
    yield* paragraph(words.stream(lineOf(stream, streams)), options.width, indent, index === 0 ? label : undefined);
  }
  if (streams.length > STREAM_LIMIT) yield `${' '.repeat(indent)}${words.notShown(streams.length - STREAM_LIMIT)}`;
}

export function* showCall(call: ReportCall, report: Report, options: ReporterOptions, paint: Paint): Iterable<string> {
  const { width } = options;
  yield* headline(call, report, options, paint);
  const findings = sorted(call.findings, report.findings);
  const numbers = numbered(call.findings, report.findings);
  const byMessage = new Map<number, number[]>();
  for (const index of findings) {
    const { severity, title, at } = report.findings[index];
    const number = numbers.get(index);
    if (number === undefined) continue;
    if (at.length > 0) byMessage.set(at[0].message, [...(byMessage.get(at[0].message) ?? []), number]);
    if (severity !== 'info')
      yield paint(severityStyles[severity], clip(safe(`  ${severitySigns[severity]} [${number}] ${title}`), width));
  }
  yield '';
  yield* paragraph(call.verdict.text, width, 2);
  for (const { text } of call.legs) {
    const label = `  ${options.locale.terminal.legs}`;
    yield* paragraph(text, width, columns(label) + 2, label);
  }
  for (const { text } of [...(call.points?.pairs ?? []), ...(call.points?.lost ?? [])])
    yield* paragraph(text, width, 2);
  const drawing = ladder({ call, marks: byMessage, options, paint });
  if (drawing.length > 0) {
    yield '';
    yield* drawing;
  }
  yield '';
  yield* storyOf(call, options, paint);
  yield* mediaOf(call, report, options);
  // What a finding says under "to do" is not said twice.
  const { advice } = call.verdict;
  if (advice !== '' && !findings.some((index) => report.findings[index].fix.includes(advice))) {
    yield '';
    const label = `  ${options.locale.terminal.advice}`;
    yield* paragraph(advice, width, columns(label) + 3, label);
  }
  for (const index of findings) {
    yield '';
    yield* showFinding(report.findings[index], numbers.get(index) ?? 0, report, options, paint, numbers);
  }
}
