/** Reports beside a picture: the picture's wish for messages of clean calls must not change what the others say. */
import type { Report, ReportCall, ReportStep } from '../report.ts';

interface Item {
  readonly messages: readonly unknown[];
  readonly findings: readonly number[];
}

const succeeded = (status: number) => status >= 200 && status < 300;

function cleared<T extends Item>(items: readonly T[], isGood: (item: T) => boolean): readonly T[] {
  return items.map((item) => (item.findings.length === 0 && isGood(item) ? { ...item, messages: [] } : item));
}

/** A clean call says what happened, not what its codes mean. */
function brief({ description, whenSeen, howToFix, ...step }: ReportStep): ReportStep {
  return step;
}

function clearedCall(call: ReportCall): ReportCall {
  const isClean = call.findings.length === 0 && (call.outcome === 'answered' || call.outcome === 'cancelled');
  return isClean ? { ...call, steps: call.steps.map(brief), messages: [] } : call;
}

/**
 * The report with the messages that `--messages flagged` keeps: of what failed or has findings. A registration with a
 * finding keeps those of its good exchanges too, and more than the first hundred clean calls keep their steps.
 */
export function flaggedOnly(report: Report): Report {
  return {
    ...report,
    calls: report.calls.map(clearedCall),
    registrations: cleared(
      report.registrations,
      ({ outcome }) => outcome === 'registered' || outcome === 'unregistered',
    ),
    // A NOTIFY whose SUBSCRIBE is not in the trace has no status.
    subscriptions: cleared(
      report.subscriptions,
      ({ finalStatus, messages }) =>
        succeeded(finalStatus) || !messages.some(({ cseq }) => cseq.endsWith(' SUBSCRIBE')),
    ),
    transactions: cleared(report.transactions, ({ finalStatus }) => succeeded(finalStatus)),
  };
}
