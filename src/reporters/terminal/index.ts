/** The report for a person at a terminal: summary first, then failed and flagged calls, then everything else. */
import type { Report, ReportCall } from '../../report.ts';
import { isClean } from '../outcomes.ts';
import type { Reporter, ReporterOptions } from '../reporter.ts';
import { callLines, showCall } from './call.ts';
import { showAccepted, showCaptureFindings, showLists, showUndetermined } from './lists.ts';
import { showPeers } from './peers.ts';
import { showNotDecoded, showSummary } from './summary.ts';
import { clip, type Paint, painter, paragraph } from './text.ts';

/** Nothing fits into less. */
const NARROWEST = 40;

const rank = { error: 0, warning: 1, info: 2 } as const;

/** Calls with errors first, then warnings, then failures without a finding; each in order of time. */
function urgency(report: Report, findings: readonly number[]): number {
  const own = findings.map((index) => report.findings[index]).filter(({ accepted }) => accepted === undefined);
  return Math.min(3, ...own.map(({ severity }) => rank[severity]));
}

/** Told in full: what failed or has findings, and a clean call whose messages were asked for. */
function isTold(call: ReportCall, report: Report): boolean {
  return !isClean(call, report) || call.messages.length > 0;
}

/** What stands in a line each: calls beyond those told in full, clean calls, and everything that is no call. */
function* shortLines(report: Report, rest: Report['calls'], options: ReporterOptions, paint: Paint): Iterable<string> {
  const words = options.locale.terminal;
  const groups = [
    [words.otherCalls, rest],
    [
      report.summary.accepted > 0 ? words.quietCalls : words.cleanCalls,
      report.calls.filter((call) => !isTold(call, report)),
    ],
  ] as const;
  for (const [title, calls] of groups) {
    if (calls.length === 0) continue;
    yield '';
    yield paint('bold', clip(title, options.width));
    const shown = options.limitLines === 0 ? calls : calls.slice(0, options.limitLines);
    yield* callLines(shown, report, options, paint);
    if (shown.length < calls.length) yield* paragraph(words.more(calls.length - shown.length), options.width, 2);
  }
  yield* showPeers(report, options, paint);
  yield* showLists(report, options, paint);
  yield* showAccepted(report, options, paint);
  yield* showUndetermined(report, options, paint);
  yield* showNotDecoded(report, options, paint);
}

function* lines(report: Report, options: ReporterOptions): Iterable<string> {
  const paint = painter(options.color);
  yield* showSummary(report, options, paint);
  yield* showCaptureFindings(report, options, paint);
  const flagged = report.calls.filter((call) => isTold(call, report));
  flagged.sort((a, b) => urgency(report, a.findings) - urgency(report, b.findings) || a.id - b.id);
  const full = options.limitCalls === 0 ? flagged : flagged.slice(0, options.limitCalls);
  const rule = ['', paint('dim', '─'.repeat(options.width))];
  for (const call of full) {
    yield* rule;
    yield* showCall(call, report, options, paint);
  }
  // A line parts the calls from what follows them, if anything does.
  let parted = full.length === 0;
  for (const line of shortLines(report, flagged.slice(full.length), options, paint)) {
    if (!parted) yield* rule;
    parted = true;
    yield line;
  }
}

export const terminal: Reporter = {
  id: 'terminal',
  title: 'Text for a terminal',
  *write(report, options) {
    const width = Math.max(NARROWEST, Math.floor(options.width));
    for (const line of lines(report, { ...options, width })) yield `${line}\n`;
  },
};
