/** The report for a person at a terminal: summary first, then failed and flagged calls, then everything else. */
import type { Report } from '../../report.ts';
import type { Reporter, ReporterOptions } from '../reporter.ts';
import { callLine, isClean, showCall } from './call.ts';
import { showCaptureFindings, showLists, showUndetermined } from './lists.ts';
import { showNotDecoded, showSummary } from './summary.ts';
import { painter } from './text.ts';

const rank = { error: 0, warning: 1, info: 2 } as const;

/** Calls with errors first, then warnings, then failures without a finding; each in order of time. */
function urgency(report: Report, findings: readonly number[]): number {
  return Math.min(3, ...findings.map((index) => rank[report.findings[index].severity]));
}

function* lines(report: Report, options: ReporterOptions): Iterable<string> {
  const paint = painter(options.color);
  const words = options.locale.terminal;
  yield* showSummary(report, options, paint);
  yield* showCaptureFindings(report, options, paint);
  const flagged = report.calls.filter((call) => !isClean(call));
  flagged.sort((a, b) => urgency(report, a.findings) - urgency(report, b.findings) || a.id - b.id);
  const full = options.limitCalls === 0 ? flagged : flagged.slice(0, options.limitCalls);
  for (const call of full) {
    yield '';
    yield paint('dim', '─'.repeat(options.width));
    yield* showCall(call, report, options, paint);
  }
  if (full.length > 0) {
    yield '';
    yield paint('dim', '─'.repeat(options.width));
  }
  const groups = [
    [words.otherCalls, flagged.slice(full.length)],
    [words.cleanCalls, report.calls.filter(isClean)],
  ] as const;
  for (const [title, calls] of groups) {
    if (calls.length === 0) continue;
    yield '';
    yield paint('bold', title);
    const shown = options.limitLines === 0 ? calls : calls.slice(0, options.limitLines);
    for (const call of shown) yield `  ${callLine(call, report, { ...options, width: options.width - 2 }, paint)}`;
    if (shown.length < calls.length) yield `  ${words.more(calls.length - shown.length)}`;
  }
  yield* showLists(report, options, paint);
  yield* showUndetermined(report, options, paint);
  yield* showNotDecoded(report, options, paint);
}

export const terminal: Reporter = {
  id: 'terminal',
  title: 'Text for a terminal',
  *write(report, options) {
    for (const line of lines(report, options)) yield `${line}\n`;
  },
};
