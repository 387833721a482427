/** The report as one page that needs nothing else: the viewer, and the report packed into it. */
import { pack } from '../packed/pack.ts';
import { isNews, type Report } from '../report.ts';
import { isClean, outcomeList } from './outcomes.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { xml } from './xml.ts';

/** Lines of each list of the summary that stands where no script runs. */
const LINES = 100;

/** Places of the page (src/viewer/page.html) that are filled here. */
const TITLE = '<!--title-->';
const SUMMARY = '<!--summary-->';
const DATA = '<!--data-->';

function listOf(items: readonly string[], { locale }: ReporterOptions): string {
  const shown = items.slice(0, LINES).map((item) => `<li>${xml(item)}</li>\n`);
  if (items.length > LINES) shown.push(`<li>${xml(locale.terminal.notShown(items.length - LINES))}</li>\n`);
  return shown.length === 0 ? '' : `<ul>\n${shown.join('')}</ul>\n`;
}

/** What the report says in short, as text. */
function summaryOf(report: Report, options: ReporterOptions): string {
  const words = options.locale.terminal;
  const { calls, findings } = report.summary;
  const counts = [
    calls > 0 ? `${words.calls(calls)}: ${outcomeList(report, options)}` : words.calls(0),
    words.errors(findings.error),
    words.warnings(findings.warning),
    words.notes(findings.info),
  ];
  const told = report.findings.filter(isNews).map(({ severity, subject, title, message }) => {
    const where = subject.kind === 'capture' ? words.capture : `${words[subject.kind]} ${subject.id + 1}`;
    return `${words.severities[severity]}, ${where}: ${title}. ${message}`;
  });
  const failed = report.calls
    .filter((call) => !isClean(call, report))
    .map((call) => `${words.call} ${call.id + 1}, ${call.from || '?'} → ${call.to || '?'}: ${call.verdict.text}`);
  return [
    `<section lang="${xml(report.language)}">\n<h1>sipsleuth</h1>\n`,
    listOf(
      report.inputs.map(({ path }) => path),
      options,
    ),
    `<p>${xml(counts.join(' · '))}</p>\n`,
    listOf(told, options),
    listOf(failed, options),
    '</section>\n',
  ].join('');
}

/** The page around its places. */
function cut(page: string): readonly string[] {
  const parts: string[] = [];
  let rest = page;
  for (const place of [TITLE, SUMMARY, DATA]) {
    const at = rest.indexOf(place);
    if (at < 0) throw new Error(`the page of the HTML report has no ${place}`);
    parts.push(rest.slice(0, at));
    rest = rest.slice(at + place.length);
  }
  return [...parts, rest];
}

function* write(report: Report, options: ReporterOptions): Iterable<string> {
  if (options.viewer === undefined) throw new Error('the HTML report needs its page');
  const [head, afterTitle, afterSummary, tail] = cut(options.viewer());
  yield head;
  yield xml(
    report.inputs
      .map(({ path }) => path.slice(path.lastIndexOf('/') + 1))
      .slice(0, 3)
      .join(', '),
  );
  yield afterTitle;
  yield summaryOf(report, options);
  yield afterSummary;
  for (const { id, text } of pack(report)) {
    yield `<script type="application/octet-stream" id="${id}">`;
    yield text;
    yield '</script>\n';
  }
  yield tail;
}

export const html: Reporter = {
  id: 'html',
  title: 'A page for the browser that needs nothing else: calls, ladders, messages, findings',
  drawsCalls: true,
  write,
};
