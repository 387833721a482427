/** The proof of a redaction: the same is told of it, and none of the original's names is left in it. */
import type { Report } from '../report.ts';
import { findLeft, type Left } from './left.ts';

export type Failure =
  /** What the report says that differs, and how it begins to: original, redacted. */
  | { readonly kind: 'report'; readonly what: string; readonly was: string; readonly is: string }
  | { readonly kind: 'left'; readonly left: Left; readonly count: number };

/** What a report says without naming anybody. Fingerprints name users. */
function tell(report: Report): Record<string, unknown> {
  const { inputs, summary, calls, registrations, subscriptions, transactions, findings, undetermined } = report;
  const at = (refs: readonly { readonly frame: number; readonly time: string }[]) =>
    refs.map(({ frame, time }) => `${frame} ${time}`);
  return {
    messages: inputs.map(({ sipMessages, frames, duplicates, start, end }) => ({
      sipMessages,
      frames,
      duplicates,
      start,
      end,
    })),
    'what could not be decoded': inputs.flatMap(({ notDecoded }) =>
      notDecoded.map(({ reason, count }) => `${reason} ${count}`),
    ),
    findings: findings
      .map((one) =>
        JSON.stringify([
          one.rule,
          one.severity,
          one.confidence,
          one.subject.kind,
          one.subject.id,
          one.count,
          at(one.at),
          one.absorbedBy !== undefined,
        ]),
      )
      .sort(),
    'what stays undetermined': undetermined
      .map(({ rule, guard, subject }) => `${rule} ${guard} ${subject.kind} ${subject.id}`)
      .sort(),
    calls: calls.map(
      ({ id, outcome, finalStatus, sequence, timings, start, end, messageCount, verdict, legs, steps, parties }) => ({
        id,
        outcome,
        finalStatus,
        sequence,
        timings,
        start,
        end,
        messageCount,
        verdict: verdict.key,
        legs: legs.map(({ call, direction, relation, score }) => `${call} ${direction} ${relation} ${score}`),
        steps: steps.map(({ key, status, delta }) => `${key} ${status} ${delta}`),
        parties: parties.map(({ role }) => role),
      }),
    ),
    registrations: registrations.map(({ id, outcome, finalStatus, attempts, expires, start, end }) => ({
      id,
      outcome,
      finalStatus,
      attempts,
      expires,
      start,
      end,
    })),
    subscriptions: subscriptions.map(({ id, event, finalStatus, notifies, start, end }) => ({
      id,
      // Its id is made up by the subscriber.
      event: event.split(';')[0],
      finalStatus,
      notifies,
      start,
      end,
    })),
    transactions: transactions.map(({ id, method, finalStatus, start, end }) => ({
      id,
      // What is no token is no name of a method.
      method: /^[\w.!%*+`'~-]+$/.test(method) ? method : '',
      finalStatus,
      start,
      end,
    })),
    summary: {
      ...summary,
      // Who talked with whom is what went.
      metrics: {
        ...summary.metrics,
        peers: summary.metrics.peers.map(({ client: _, server: __, ...figures }) => figures),
      },
    },
  };
}

/** Undefined when both reports say the same. */
export function compareReports(original: Report, redacted: Report): Failure | undefined {
  const [was, is] = [tell(original), tell(redacted)];
  for (const what of Object.keys(was)) {
    const [a, b] = [JSON.stringify(was[what]), JSON.stringify(is[what])];
    if (a === b) continue;
    let from = 0;
    while (a[from] === b[from]) from++;
    from = Math.max(0, from - 60);
    return { kind: 'report', what, was: a.slice(from, from + 160), is: b.slice(from, from + 160) };
  }
  return undefined;
}

/** Undefined when nothing is left. */
export function searchLeft(...arguments_: Parameters<typeof findLeft>): Failure | undefined {
  const left = findLeft(...arguments_);
  return left.length === 0 ? undefined : { kind: 'left', left: left[0], count: left.length };
}
