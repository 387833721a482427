/** The calls as a table for spreadsheets and scripts: RFC 4180, one line a call. */
import type { Severity } from '../model.ts';
import { isNews, type Report, type ReportCall } from '../report.ts';
import type { Reporter } from './reporter.ts';
import { safe } from './safe.ts';

type Cell = string | number | undefined;

/** As in the summary. */
const count = (call: ReportCall, { findings }: Report, severity: Severity): number =>
  call.findings.filter((index) => findings[index].severity === severity && isNews(findings[index])).length;

/** Names are those of the JSON report where it has one; times in milliseconds, empty where the event was not seen. */
const columns: readonly (readonly [name: string, cell: (call: ReportCall, report: Report) => Cell])[] = [
  // As the terminal counts them and `--call` takes them.
  ['call', ({ id }) => id + 1],
  ['start', ({ start }) => start],
  ['end', ({ end }) => end],
  ['from', ({ from }) => from],
  ['to', ({ to }) => to],
  ['outcome', ({ outcome }) => outcome],
  ['final_status', ({ finalStatus }) => (finalStatus === 0 ? undefined : finalStatus)],
  ['sequence', ({ sequence }) => sequence.join(' ')],
  ['trying_ms', ({ timings }) => timings.trying],
  ['post_dial_ms', ({ timings }) => timings.postDial],
  ['ring_ms', ({ timings }) => timings.ring],
  ['setup_ms', ({ timings }) => timings.setup],
  ['final_ms', ({ timings }) => timings.final],
  ['duration_ms', ({ timings }) => timings.duration],
  ['path', ({ parties }) => parties.map(({ address }) => address).join(' ')],
  ['messages', ({ messageCount }) => messageCount],
  ['errors', (call, report) => count(call, report, 'error')],
  ['warnings', (call, report) => count(call, report, 'warning')],
  ['notes', (call, report) => count(call, report, 'info')],
  ['rules', (call, { findings }) => [...new Set(call.findings.map((index) => findings[index].rule))].join(' ')],
  ['other_legs', ({ legs }) => [...new Set(legs.map(({ call }) => call + 1))].join(' ')],
  ['verdict', ({ verdict }) => verdict.text],
  ['advice', ({ verdict }) => verdict.advice],
  ['call_ids', ({ callIds }) => callIds.join(' ')],
];

/** A spreadsheet takes what begins so for a formula, spaces before it or not; an apostrophe makes it text again. */
const formula = /^\s*[=+\-@|%＝＋－＠]/;

function cellOf(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = safe(value);
  const plain = formula.test(text) ? `'${text}` : text;
  return /[",;\t']/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

export const csv: Reporter = {
  id: 'csv',
  title: 'Calls as comma-separated values, one a line',
  *write(report) {
    yield `${columns.map(([name]) => name).join(',')}\r\n`;
    for (const call of report.calls) yield `${columns.map(([, cell]) => cellOf(cell(call, report))).join(',')}\r\n`;
  },
};
