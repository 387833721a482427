/** What a picture is of: one conversation of the report. */
import {
  isNews,
  type Party,
  type Report,
  type ReportFinding,
  type ReportMessage,
  type SubjectKind,
} from '../report.ts';
import { numbered } from './order.ts';
import type { Pin, Pins } from './rows.ts';

/** A call, or anything else whose messages can be drawn. */
export interface Drawable {
  readonly kind: Exclude<SubjectKind, 'capture'>;
  readonly id: number;
  readonly start: string;
  readonly parties: readonly Party[];
  readonly messages: readonly ReportMessage[];
  readonly messageCount: number;
  readonly findings: readonly number[];
}

type Item = Pick<Drawable, 'id' | 'start' | 'messages' | 'findings'> & Partial<Drawable>;

export function drawable(kind: Drawable['kind'], item: Item): Drawable {
  const { id, start, messages, findings, parties = [], messageCount = messages.length } = item;
  return { kind, id, start, parties, messages, messageCount, findings };
}

/** An error of its own before one that is explained elsewhere, before warnings, before failures without a finding. */
function urgency(item: Item & { readonly outcome?: string }, findings: readonly ReportFinding[]): number {
  const severities = item.findings.map((index) => findings[index]).filter(isNews);
  if (severities.some(({ severity }) => severity === 'error')) return 0;
  if (item.outcome !== undefined && !['answered', 'cancelled', 'registered', 'unregistered'].includes(item.outcome))
    return 1;
  return severities.some(({ severity }) => severity === 'warning') ? 2 : 3;
}

/**
 * The conversation that a picture is of: the first call with an error, else the first that failed, else the first with
 * a warning, else the first. Without a call, the same of registrations, subscriptions and other requests. Undefined
 * where none has messages.
 */
export function subjectOf(report: Report): Drawable | undefined {
  const lists = [
    ['call', report.calls],
    ['registration', report.registrations],
    ['subscription', report.subscriptions],
    ['transaction', report.transactions],
  ] as const;
  for (const [kind, list] of lists) {
    let best: Item | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const item of list) {
      if (item.messages.length === 0) continue;
      const rank = urgency(item, report.findings);
      if (rank < least) [best, least] = [item, rank];
    }
    if (best !== undefined) return drawable(kind, best);
  }
  return undefined;
}

/** What numbers and pins findings. */
export type Pinned = Pick<ReportFinding, 'severity' | 'absorbedBy' | 'accepted'> & {
  readonly at: readonly { readonly message: number }[];
};

/** Each finding at its first message that is drawn; `numbers` as in the list of findings beneath the picture. */
export function pinsOf(
  { findings: indices, messages }: Pick<Drawable, 'findings' | 'messages'>,
  findings: readonly Pinned[],
  numbers: ReadonlyMap<number, number> = numbered(indices, findings),
): Pins {
  const shown = new Set(messages.filter(({ repeats }) => repeats >= 0).map(({ message }) => message));
  const pins = new Map<number, Pin[]>();
  for (const [index, number] of numbers) {
    const at = findings[index].at.find(({ message }) => shown.has(message));
    if (at === undefined) continue;
    pins.set(at.message, [...(pins.get(at.message) ?? []), { number, severity: findings[index].severity }]);
  }
  return pins;
}
