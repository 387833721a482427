/** A call as the terminal shows it: in full when it failed or has findings, else in one line. */
import type { Report, ReportCall, ReportStep } from '../../report.ts';
import type { ReporterOptions } from '../reporter.ts';
import { severitySigns, severityStyles, showFinding } from './finding.ts';
import { ladder } from './ladder.ts';
import { clip, type Paint, padEnd, paragraph, type Style, safe } from './text.ts';

/** Steps of one call that are told with the code's description. */
const STEP_LIMIT = 24;

const good = new Set(['answered', 'cancelled']);

export function isClean(call: ReportCall): boolean {
  return call.findings.length === 0 && good.has(call.outcome);
}

function outcomeStyle(call: ReportCall): Style {
  if (call.outcome === 'answered') return 'green';
  return call.outcome === 'failed' || call.outcome === 'unauthorized' ? 'red' : 'yellow';
}

function parties(call: ReportCall): string {
  return safe(`${call.from || '?'} → ${call.to || '?'}`);
}

/** `✓ call 2  alice@example.com → bob@example.com  10:15:30  answered, talked 12 s  100 180 200`. */
export function callLine(call: ReportCall, report: Report, options: ReporterOptions, paint: Paint): string {
  const words = options.locale.terminal;
  const worst = (['error', 'warning', 'info'] as const).find((severity) =>
    call.findings.some((index) => report.findings[index].severity === severity),
  );
  const sign = worst === undefined ? (good.has(call.outcome) ? '✓' : '–') : severitySigns[worst];
  const talked = call.timings.duration === undefined ? '' : `, ${words.talked(call.timings.duration)}`;
  const sequence = call.sequence.slice(0, 12).join(' ');
  const rules = worst === undefined ? '' : `  ${call.findings.map((index) => report.findings[index].rule).join(' ')}`;
  const tail = `  ${call.start.slice(11, 19)}  ${words.outcomes[call.outcome]}${talked}  ${sequence}${rules}`;
  const head = `${sign} ${words.call} ${call.id + 1}  `;
  const room = Math.max(24, options.width - head.length - tail.length);
  return (
    paint(outcomeStyle(call), head) + clip(padEnd(clip(parties(call), room), 24) + tail, options.width - head.length)
  );
}

function stepLines(step: ReportStep, options: ReporterOptions, paint: Paint): string[] {
  const { width } = options;
  const delta = `${step.delta === 0 ? ' ' : '+'}${(step.delta / 1000).toFixed(3)}`;
  const name = safe(
    step.status > 0
      ? `${step.status} ${step.phrase}`
      : step.key === 'bye'
        ? 'BYE'
        : step.key === 'cancel'
          ? 'CANCEL'
          : '–',
  );
  const lead = `  ${padEnd(clip(name, 22), 22)} ${delta.padStart(9)}  `;
  const lines = paragraph(step.text, width, lead.length);
  lines[0] = paint('bold', lead) + (lines[0] ?? '').trimStart();
  if (step.description !== undefined)
    lines.push(...paragraph(step.description, width, 6).map((line) => paint('dim', line)));
  return lines;
}

/** Adjacent repeats of a code's description say nothing new. */
function storyOf(call: ReportCall, options: ReporterOptions, paint: Paint): string[] {
  const told = new Set<number>();
  const lines: string[] = [];
  for (const step of call.steps.slice(0, STEP_LIMIT)) {
    const known = told.has(step.status);
    told.add(step.status);
    lines.push(...stepLines(known ? { ...step, description: undefined } : step, options, paint));
  }
  if (call.steps.length > STEP_LIMIT) lines.push(`  … ${call.steps.length - STEP_LIMIT}`);
  return lines;
}

function headline(call: ReportCall, options: ReporterOptions, paint: Paint): string {
  const words = options.locale.terminal;
  const ms = call.timings.final ?? call.verdict.args.after;
  const after = ms === undefined ? '' : ` ${words.after(Number(ms))}`;
  const result = `${words.outcomes[call.outcome].toUpperCase()}${after}`;
  const head = `${words.call} ${call.id + 1}  `;
  const time = `  ${call.start.slice(11, 19)}  `;
  const room = Math.max(24, options.width - head.length - time.length - result.length);
  return paint('bold', head + clip(parties(call), room)) + time + paint(outcomeStyle(call), result);
}

export function* showCall(call: ReportCall, report: Report, options: ReporterOptions, paint: Paint): Iterable<string> {
  const { width } = options;
  yield headline(call, options, paint);
  const findings = call.findings.map((index) => report.findings[index]);
  for (const { severity, absorbedBy, title } of findings) {
    const text = clip(safe(`  ${severitySigns[severity]} ${title}`), width);
    if (severity !== 'info' && absorbedBy === undefined) yield paint(severityStyles[severity], text);
  }
  yield '';
  yield* paragraph(call.verdict.text, width, 2);
  const byMessage = new Map<number, number[]>();
  findings.forEach((finding, i) => {
    const at = finding.at[0]?.message;
    if (at !== undefined && finding.absorbedBy === undefined) byMessage.set(at, [...(byMessage.get(at) ?? []), i + 1]);
  });
  const drawing = ladder(call, width, { byMessage }, paint);
  if (drawing.length > 0) {
    yield '';
    yield* drawing;
  }
  yield '';
  yield* storyOf(call, options, paint);
  // The finding that explains stands before those it explains.
  const ordered = findings.map((finding, i) => ({ finding, number: i + 1 }));
  ordered.sort((a, b) => Number(a.finding.absorbedBy !== undefined) - Number(b.finding.absorbedBy !== undefined));
  for (const { finding, number } of ordered) {
    yield '';
    yield* showFinding(finding, number, report, options, paint);
  }
  const serious = findings.some(({ severity }) => severity !== 'info');
  if (call.verdict.advice !== '' && !serious) {
    yield '';
    const label = options.locale.terminal.advice;
    yield* paragraph(call.verdict.advice, width, label.length + 5, `  ${label}`);
  }
}
