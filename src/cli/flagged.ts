/** Reports beside a picture: the picture's wish for messages of clean calls must not change what the others say. */
import { isGood, type Report, type ReportCall, type ReportStep } from '../report.ts';

interface Item {
  readonly messages: readonly unknown[];
  readonly findings: readonly number[];
}

const succeeded = (status: number) => status >= 200 && status < 300;

/** What is accepted does not flag. */
function isFlagged({ findings }: Item, report: Report): boolean {
  return findings.some((index) => report.findings[index].accepted === undefined);
}

function cleared<T extends Item>(items: readonly T[], report: Report, isGood: (item: T) => boolean): readonly T[] {
  return items.map((item) =>
    item.messages.length > 0 && !isFlagged(item, report) && isGood(item) ? { ...item, messages: [] } : item,
  );
}

/** A clean call says what happened, not what its codes mean. */
function brief({ description, whenSeen, howToFix, ...step }: ReportStep): ReportStep {
  return step;
}

function clearedCall(call: ReportCall, report: Report): ReportCall {
  if (call.messages.length === 0 || isFlagged(call, report) || !isGood(call)) return call;
  return { ...call, steps: call.steps.map(brief), messages: [] };
}

/**
 * The report with the messages that `--messages flagged` keeps: of what failed or has findings. A registration with a
 * finding keeps those of its good exchanges too, and more than the first hundred clean calls keep their steps.
 */
export function flaggedOnly(report: Report): Report {
  return {
    ...report,
    calls: report.calls.map((call) => clearedCall(call, report)),
    registrations: cleared(
      report.registrations,
      report,
      ({ outcome }) => outcome === 'registered' || outcome === 'unregistered',
    ),
    // A NOTIFY whose SUBSCRIBE is not in the trace has no status.
    subscriptions: cleared(
      report.subscriptions,
      report,
      ({ finalStatus, messages }) =>
        succeeded(finalStatus) || !messages.some(({ cseq }) => cseq.endsWith(' SUBSCRIBE')),
    ),
    transactions: cleared(report.transactions, report, ({ finalStatus }) => succeeded(finalStatus)),
  };
}
