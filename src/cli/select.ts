/** `--call`: which calls a report is about. */
import { isNews, type Report, type ReportCall } from '../report.ts';
import { UsageError } from './exit.ts';
import { say } from './speech.ts';

/** First and last number; undefined for a selector that is no number. Telephone numbers are longer. */
function rangeOf(selector: string): readonly [number, number] | undefined {
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(selector) ?? [];
  return first === undefined || Number(first) > 1e9 ? undefined : [Number(first), Number(last)];
}

export function isNumber(selector: string): boolean {
  return rangeOf(selector) !== undefined;
}

/** By a part of From, To or Call-ID. */
export function names({ from, to, callIds }: Pick<ReportCall, 'from' | 'to' | 'callIds'>, selector: string): boolean {
  const word = selector.toLowerCase();
  return [from, to, ...callIds].some((text) => text.toLowerCase().includes(word));
}

/** `3`, `2-5`, a Call-ID, or a part of From, To or Call-ID. */
function matches(call: ReportCall, selector: string): boolean {
  const range = rangeOf(selector);
  return range === undefined ? names(call, selector) : call.id + 1 >= range[0] && call.id + 1 <= range[1];
}

/** The report reduced to the selected calls and their findings; numbers of calls stay as they are. */
export function selectCalls(report: Report, selectors: readonly string[]): Report {
  if (selectors.length === 0) return report;
  const calls = report.calls.filter((call) => selectors.some((selector) => matches(call, selector)));
  if (calls.length === 0) {
    throw new UsageError(say().noCallMatches(selectors, report.calls.length));
  }
  const ids = new Set(calls.map(({ id }) => id));
  const kept = report.findings.filter(({ subject }) => subject.kind === 'call' && ids.has(subject.id));
  const moved = new Map(kept.map((finding, index) => [report.findings.indexOf(finding), index]));
  const findings = kept.map((finding) => ({
    ...finding,
    ...(finding.absorbedBy === undefined ? {} : { absorbedBy: moved.get(finding.absorbedBy) }),
  }));
  const count = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) if (isNews(finding)) count[finding.severity]++;
  const accepted = findings.filter((one) => one.absorbedBy === undefined && one.accepted !== undefined).length;
  const shown = [...new Set(calls.flatMap((call) => call.streams))].sort((a, b) => a - b);
  const streamIds = new Map(shown.map((id, index) => [id, index]));
  const outcomes: Record<string, number> = {};
  for (const { outcome } of calls) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const undetermined = report.undetermined.filter(({ subject }) => subject.kind === 'call' && ids.has(subject.id));
  return {
    ...report,
    summary: {
      ...report.summary,
      calls: calls.length,
      registrations: 0,
      subscriptions: 0,
      transactions: 0,
      findings: count,
      accepted,
      undetermined: undetermined.length,
      metrics: { ...report.summary.metrics, outcomes },
    },
    calls: calls.map((call) => ({
      ...call,
      streams: call.streams.map((id) => streamIds.get(id) ?? 0),
      findings: call.findings.map((index) => moved.get(index) ?? 0),
    })),
    registrations: [],
    subscriptions: [],
    transactions: [],
    streams: shown.map((id, index) => ({ ...report.streams[id], id: index })),
    findings,
    undetermined,
  };
}
