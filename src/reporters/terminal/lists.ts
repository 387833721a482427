/** Registrations, subscriptions, other requests, and what is said of the capture: a line each, findings beneath. */
import { sorted, worstOf } from '../../ladder/order.ts';
import type {
  RegistrationOutcome,
  Report,
  ReportRegistration,
  ReportSubscription,
  ReportTransaction,
} from '../../report.ts';
import { shortAddress } from '../address.ts';
import type { ReporterOptions } from '../reporter.ts';
import { clock } from '../time.ts';
import { severitySigns, severityStyles, showFinding } from './finding.ts';
import { type Cell, tabulate } from './table.ts';
import { clip, type Paint, paragraph, type Style } from './text.ts';

const SIGN_WIDTH = 4;

function findingsOf(indices: readonly number[], report: Report, options: ReporterOptions, paint: Paint): string[] {
  return sorted(indices, report.findings).flatMap((index) =>
    showFinding(report.findings[index], 0, report, options, paint),
  );
}

function timeCell(start: string): Cell {
  return [clock(start), clock(start).slice(0, 5), ''];
}

function statusCell(status: number, options: ReporterOptions): Cell {
  return [status === 0 ? options.locale.terminal.unanswered : String(status)];
}

function path(source: string, destination: string): string {
  return `${shortAddress(source)} → ${shortAddress(destination)}`;
}

/** One thing of a list: its sign, its cells, and how many like it the line stands for. */
interface Line {
  readonly sign: readonly [sign: string, style: Style];
  readonly cells: readonly Cell[];
  readonly findings: readonly number[];
}

const good: Line['sign'] = ['✓', 'green'];
const bad: Line['sign'] = ['✗', 'red'];
const open: Line['sign'] = ['–', 'yellow'];

const registrationSigns: Readonly<Record<RegistrationOutcome, Line['sign']>> = {
  registered: good,
  unregistered: good,
  rejected: bad,
  unauthorized: bad,
  failed: bad,
  unknown: open,
};

/** A good end with a finding shows the finding. */
function signOf(sign: Line['sign'], findings: readonly number[], report: Report): Line['sign'] {
  const worst = worstOf(findings, report.findings);
  if (worst === undefined || sign !== good) return sign;
  return [severitySigns[worst.severity], severityStyles[worst.severity]];
}

function registrationLine(one: ReportRegistration, options: ReporterOptions): Line {
  const words = options.locale.terminal;
  const outcome = words.outcomes[one.outcome];
  const expires =
    one.expires === null || one.outcome !== 'registered' ? '' : ` (${words.duration(one.expires * 1000)})`;
  const result = one.finalStatus === 0 ? words.unanswered : String(one.finalStatus);
  const cells = [
    timeCell(one.start),
    [one.aor],
    [path(one.client, one.registrar), ''],
    [outcome + expires, outcome],
    [result],
  ];
  return { sign: registrationSigns[one.outcome], cells, findings: one.findings };
}

function bySuccess(status: number): Line['sign'] {
  return status >= 200 && status < 300 ? good : open;
}

function subscriptionLine(one: ReportSubscription, options: ReporterOptions): Line {
  const parties = one.from === one.to ? one.from : `${one.from} → ${one.to}`;
  const status = statusCell(one.finalStatus, options);
  const cells = [timeCell(one.start), [parties], [one.event || '–'], status, [`NOTIFY × ${one.notifies}`, '']];
  return { sign: bySuccess(one.finalStatus), cells, findings: one.findings };
}

function transactionLine(one: ReportTransaction, times: number, options: ReporterOptions): Line {
  const cells = [
    timeCell(one.start),
    [path(one.client, one.server)],
    [one.method],
    statusCell(one.finalStatus, options),
    [times > 1 ? options.locale.terminal.times(times) : ''],
  ];
  return { sign: bySuccess(one.finalStatus), cells, findings: one.findings };
}

/** Keep-alives come by the hundred: those that say the same are one line, at the time of the first. */
function transactionLines(all: readonly ReportTransaction[], options: ReporterOptions): Line[] {
  const groups = new Map<string, ReportTransaction[]>();
  for (const one of all) {
    const same =
      one.findings.length > 0 ? `${one.id}` : [one.method, one.client, one.server, one.finalStatus].join(' ');
    const group = groups.get(same);
    if (group === undefined) groups.set(same, [one]);
    else group.push(one);
  }
  return [...groups.values()].map((group) => transactionLine(group[0], group.length, options));
}

/** Flagged ones first: they are what the reader looks for. */
function* list(
  title: string,
  lines: readonly Line[],
  yields: readonly number[],
  report: Report,
  options: ReporterOptions,
  paint: Paint,
): Iterable<string> {
  if (lines.length === 0) return;
  yield '';
  yield paint('bold', clip(title, options.width));
  const ordered = [...lines].sort((a, b) => Number(b.findings.length > 0) - Number(a.findings.length > 0));
  const shown = options.limitLines === 0 ? ordered : ordered.slice(0, options.limitLines);
  const shape = { width: options.width - SIGN_WIDTH, yields };
  const rows = tabulate(
    shown.map(({ cells }) => cells),
    shape,
  );
  for (let i = 0; i < shown.length; i++) {
    const [sign, style] = signOf(shown[i].sign, shown[i].findings, report);
    yield `  ${paint(style, sign)} ${rows[i]}`;
    const findings = findingsOf(shown[i].findings, report, options, paint);
    yield* findings;
    if (findings.length > 0 && i + 1 < shown.length) yield '';
  }
  if (shown.length < lines.length)
    yield* paragraph(options.locale.terminal.more(lines.length - shown.length), options.width, 2);
}

export function* showLists(report: Report, options: ReporterOptions, paint: Paint): Iterable<string> {
  const words = options.locale.terminal;
  const { registrations, subscriptions, transactions } = report;
  const registered = registrations.map((one) => registrationLine(one, options));
  const subscribed = subscriptions.map((one) => subscriptionLine(one, options));
  const others = transactionLines(transactions, options);
  yield* list(words.registrationsTitle, registered, [1, 0, 2, 3], report, options, paint);
  yield* list(words.subscriptionsTitle, subscribed, [1, 0, 4], report, options, paint);
  yield* list(words.transactionsTitle, others, [1, 0], report, options, paint);
}

export function showCaptureFindings(report: Report, options: ReporterOptions, paint: Paint): string[] {
  const own = report.findings.map((_, index) => index).filter((index) => report.findings[index].scope === 'capture');
  if (own.length === 0) return [];
  return ['', paint('bold', options.locale.terminal.captureTitle), ...findingsOf(own, report, options, paint)];
}

/** Texts under a title, each once, with their number. */
function counted(title: string, texts: readonly string[], options: ReporterOptions, paint: Paint): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  if (counts.size === 0) return [];
  const lines = [...counts].flatMap(([text, n]) => {
    const lead = `  ${n} × `;
    return paragraph(text, options.width, lead.length, lead).map((line) => paint('dim', line));
  });
  return ['', paint('bold', clip(title, options.width)), ...lines];
}

export function showUndetermined(report: Report, options: ReporterOptions, paint: Paint): string[] {
  const texts = report.undetermined.map(({ rule, text }) => `${rule}: ${text}`);
  return counted(options.locale.terminal.undeterminedTitle, texts, options, paint);
}

/** What the baseline and the configuration take from the findings stays to be seen. */
export function showAccepted(report: Report, options: ReporterOptions, paint: Paint): string[] {
  const words = options.locale.terminal;
  const texts = report.findings.flatMap(({ rule, title, absorbedBy, accepted }) =>
    accepted === undefined || absorbedBy !== undefined ? [] : `${title} (${rule}), ${words.acceptance(accepted)}`,
  );
  return counted(words.acceptedTitle, texts, options, paint);
}
