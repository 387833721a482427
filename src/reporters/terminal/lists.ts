/** Registrations, subscriptions, other requests, and what is said of the capture: a line each, findings beneath. */
import type { Report, ReportRegistration, ReportSubscription, ReportTransaction } from '../../report.ts';
import type { ReporterOptions } from '../reporter.ts';
import { showFinding } from './finding.ts';
import { clip, type Paint, safe } from './text.ts';

function limited<T>(items: readonly T[], limit: number): readonly T[] {
  return limit === 0 ? items : items.slice(0, limit);
}

function findingsOf(indices: readonly number[], report: Report, options: ReporterOptions, paint: Paint): string[] {
  return indices.flatMap((index) => showFinding(report.findings[index], 0, report, options, paint));
}

function registrationLine(one: ReportRegistration, options: ReporterOptions): string {
  const words = options.locale.terminal;
  const expires =
    one.expires === null || one.outcome !== 'registered' ? '' : ` (${words.duration(one.expires * 1000)})`;
  const status = one.finalStatus === 0 ? words.unanswered : String(one.finalStatus);
  return `${one.aor}  ${one.client} → ${one.registrar}  ${words.outcomes[one.outcome]}${expires}  ${status}`;
}

function subscriptionLine(one: ReportSubscription, options: ReporterOptions): string {
  const status = one.finalStatus === 0 ? options.locale.terminal.unanswered : String(one.finalStatus);
  return `${one.from} → ${one.to}  ${one.event || '–'}  ${status}  NOTIFY × ${one.notifies}`;
}

function transactionLine(one: ReportTransaction, options: ReporterOptions): string {
  const status = one.finalStatus === 0 ? options.locale.terminal.unanswered : String(one.finalStatus);
  return `${one.method}  ${one.client} → ${one.server}  ${status}`;
}

interface Listed {
  readonly id: number;
  readonly start: string;
  readonly finalStatus: number;
  readonly findings: readonly number[];
}

/** Flagged ones first: they are what the reader looks for. */
function* list<T extends Listed>(
  title: string,
  items: readonly T[],
  line: (item: T, options: ReporterOptions) => string,
  report: Report,
  options: ReporterOptions,
  paint: Paint,
): Iterable<string> {
  if (items.length === 0) return;
  yield '';
  yield paint('bold', title);
  const ordered = [...items].sort(
    (a, b) => Number(b.findings.length > 0) - Number(a.findings.length > 0) || a.id - b.id,
  );
  const shown = limited(ordered, options.limitLines);
  for (const item of shown) {
    const good = item.findings.length === 0 && item.finalStatus >= 200 && item.finalStatus < 300;
    const sign = good ? paint('green', '✓') : paint('yellow', '–');
    yield `  ${sign} ${clip(safe(`${item.start.slice(11, 19)}  ${line(item, options)}`), options.width - 4)}`;
    yield* findingsOf(item.findings, report, options, paint);
  }
  if (shown.length < items.length) yield `  ${options.locale.terminal.more(items.length - shown.length)}`;
}

export function* showLists(report: Report, options: ReporterOptions, paint: Paint): Iterable<string> {
  const words = options.locale.terminal;
  yield* list(words.registrationsTitle, report.registrations, registrationLine, report, options, paint);
  yield* list(words.subscriptionsTitle, report.subscriptions, subscriptionLine, report, options, paint);
  yield* list(words.transactionsTitle, report.transactions, transactionLine, report, options, paint);
}

export function showCaptureFindings(report: Report, options: ReporterOptions, paint: Paint): string[] {
  const own = report.findings.map((_, index) => index).filter((index) => report.findings[index].scope === 'capture');
  if (own.length === 0) return [];
  return ['', paint('bold', options.locale.terminal.captureTitle), ...findingsOf(own, report, options, paint)];
}

/** Doubts by rule and guard, with their number. */
export function showUndetermined(report: Report, options: ReporterOptions, paint: Paint): string[] {
  const groups = new Map<string, { readonly text: string; n: number }>();
  for (const { rule, guard, text } of report.undetermined) {
    const key = `${rule} ${guard}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { text: `${rule}: ${text}`, n: 1 });
    else known.n++;
  }
  if (groups.size === 0) return [];
  const lines = [...groups.values()].map(({ text, n }) => paint('dim', clip(safe(`  ${n} × ${text}`), options.width)));
  return ['', paint('bold', options.locale.terminal.undeterminedTitle), ...lines];
}
