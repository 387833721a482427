/** The report as GitHub-flavoured Markdown, short enough for a comment on a pull request. */
import type { Severity } from '../model.ts';
import { isNews, type MessageRef, type Report, type ReportCall, type ReportFinding } from '../report.ts';
import { shortAddress } from './address.ts';
import { code, html, plain } from './markdown-text.ts';
import { isClean, outcomeList } from './outcomes.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { clock } from './time.ts';

/** GitHub takes 65,536 characters for a comment. */
const LONGEST = 60_000;
const EVIDENCE_LINES = 5;

const signs: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', info: 'ℹ️' };
const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Pieces up to `LONGEST`, and what is said of those left out. */
class Page {
  readonly pieces: string[] = [];
  private size = 0;

  add(text: string): void {
    this.size += text.length;
    this.pieces.push(text);
  }

  /** How many of the texts fit. */
  addThoseThatFit(texts: readonly string[]): number {
    const last = texts.findIndex((text) => {
      if (this.size + text.length > LONGEST) return true;
      this.add(text);
      return false;
    });
    return last === -1 ? texts.length : last;
  }
}

function header({ summary }: Report, { locale }: ReporterOptions): string {
  const words = locale.terminal;
  const { error, warning, info } = summary.findings;
  const sign = error > 0 ? signs.error : warning > 0 ? signs.warning : '✅';
  return `### ${sign} sipsleuth: ${[words.errors(error), words.warnings(warning), words.notes(info)].join(' · ')}\n`;
}

function counts(report: Report, { locale, ...rest }: ReporterOptions): string {
  const words = locale.terminal;
  const { accepted, calls, registrations, subscriptions, transactions, undetermined } = report.summary;
  const parts = [
    calls > 0 ? `${words.calls(calls)}: ${outcomeList(report, { locale, ...rest })}` : words.calls(0),
    registrations > 0 ? words.registrations(registrations) : '',
    subscriptions > 0 ? words.subscriptions(subscriptions) : '',
    transactions > 0 ? words.transactions(transactions) : '',
    accepted > 0 ? words.accepted(accepted) : '',
    undetermined > 0 ? words.undetermined(undetermined) : '',
  ];
  const paths = report.inputs.slice(0, 5).map(({ path }) => code(path));
  if (report.inputs.length > paths.length) paths.push(words.notShown(report.inputs.length - paths.length));
  return `\n${paths.join(', ')}\n\n${parts.filter((part) => part !== '').join(' · ')}\n`;
}

function callRow(call: ReportCall, { locale }: ReporterOptions): string {
  const cells = [
    String(call.id + 1),
    clock(call.start),
    `${code(call.from)} → ${code(call.to)}`,
    call.sequence.join(' '),
    plain(call.verdict.text || locale.terminal.outcomes[call.outcome]),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

/** Calls that failed or have findings. */
function addCalls(page: Page, report: Report, options: ReporterOptions): void {
  const calls = report.calls.filter((call) => !isClean(call, report));
  const shown = options.limitCalls === 0 ? calls : calls.slice(0, options.limitCalls);
  if (shown.length === 0) return;
  const { call, columns } = options.locale.terminal;
  const heads = [call, columns.start, columns.parties, columns.responses, columns.result];
  page.add(`\n| ${heads.join(' | ')} |\n|---:|---|---|---|---|\n`);
  const left = calls.length - page.addThoseThatFit(shown.map((one) => callRow(one, options)));
  if (left > 0) page.add(`\n${options.locale.terminal.more(left)}\n`);
}

function evidence(at: MessageRef, { inputs }: Report, { locale }: ReporterOptions): string {
  const frame = locale.terminal.frame(at.frame, inputs[at.input]?.kind === 'log');
  const parts = [
    clock(at.time, 3),
    frame,
    `${shortAddress(at.source)} → ${shortAddress(at.destination)}`,
    at.startLine,
  ];
  return `- ${code(parts.filter((part) => part !== '').join('  '))}\n`;
}

function details(finding: ReportFinding, report: Report, options: ReporterOptions): string {
  const words = options.locale.terminal;
  const { subject } = finding;
  const where = subject.kind === 'capture' ? '' : ` · ${words[subject.kind]} ${subject.id + 1}`;
  const times = finding.count > 1 ? ` ${words.times(finding.count)}` : '';
  const steps = finding.fix.map((fix, i) => `${i + 1}. ${plain(fix)}\n`).join('');
  const closing = [finding.refs.join(', '), words.confidences[finding.confidence], `\`${finding.rule}\``];
  return [
    `\n<details><summary>${signs[finding.severity]} ${html(finding.title)}${where}${times}</summary>\n\n`,
    `${plain(finding.message)}\n\n`,
    ...finding.at.slice(0, EVIDENCE_LINES).map((at) => evidence(at, report, options)),
    `\n**${words.why}**: ${plain(finding.why)}\n`,
    finding.device === undefined ? '' : `\n**${words.device}**: ${plain(finding.device.text)}\n`,
    steps === '' ? '' : `\n**${words.fix}**:\n\n${steps}`,
    finding.limits === '' ? '' : `\n**${words.limits}**: ${plain(finding.limits)}\n`,
    `\n${closing.filter((text) => text !== '').join(' · ')}\n\n</details>\n`,
  ].join('');
}

/** The worst first; what another finding explains is not told a second time, and what is accepted is only counted. */
function addFindings(page: Page, report: Report, options: ReporterOptions): void {
  const told = report.findings.filter(isNews);
  told.sort((a, b) => ranks[a.severity] - ranks[b.severity]);
  const shown = options.limitLines === 0 ? told : told.slice(0, options.limitLines);
  const left = told.length - page.addThoseThatFit(shown.map((finding) => details(finding, report, options)));
  if (left > 0) page.add(`\n${options.locale.terminal.more(left)}\n`);
}

export const markdown: Reporter = {
  id: 'markdown',
  title: 'Markdown that fits a comment on a pull request',
  write(report, options) {
    const page = new Page();
    page.add(header(report, options));
    page.add(counts(report, options));
    addCalls(page, report, options);
    addFindings(page, report, options);
    return page.pieces;
  },
};
