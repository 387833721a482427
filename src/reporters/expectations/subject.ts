/** What an expectation was asked of, named as the other reports name it, and its ladder. */
import type { ExpectationResult, SubjectResult } from '../../expect/check.ts';
import type { Check } from '../../expect/probe.ts';
import type { Report, ReportMessage, Subject } from '../../report.ts';
import { shortAddress } from '../address.ts';
import type { ReporterOptions } from '../reporter.ts';
import { safe } from '../safe.ts';
import { ladder } from '../terminal/ladder.ts';
import type { Paint } from '../terminal/text.ts';
import { clock } from '../time.ts';

/** Rows of an excerpt. */
const ROWS = 16;

interface Named {
  readonly start: string;
  readonly messages: readonly ReportMessage[];
  /** Who with whom. */
  readonly text: string;
}

function named({ kind, id }: Subject, report: Report): Named | undefined {
  switch (kind) {
    case 'call': {
      const one = report.calls.find((call) => call.id === id);
      return one && { ...one, text: `${one.from || '?'} → ${one.to || '?'}` };
    }
    case 'registration': {
      const one = report.registrations.find((registration) => registration.id === id);
      return one && { ...one, text: `${one.aor} ${shortAddress(one.client)} → ${shortAddress(one.registrar)}` };
    }
    case 'subscription': {
      const one = report.subscriptions.find((subscription) => subscription.id === id);
      return one && { ...one, text: `${one.event || '–'} ${one.from} → ${one.to}` };
    }
    case 'transaction': {
      const one = report.transactions.find((transaction) => transaction.id === id);
      return one && { ...one, text: `${one.method} ${shortAddress(one.client)} → ${shortAddress(one.server)}` };
    }
    case 'capture':
      return undefined;
  }
}

/** `call 3  alice@example.com → bob@example.com  10:15:30`. */
export function subjectLine(subject: Subject, report: Report, { locale }: ReporterOptions): string {
  const { text = '', start = '' } = named(subject, report) ?? {};
  const words = [`${locale.terminal[subject.kind]} ${subject.id + 1}`, safe(text), start === '' ? '' : clock(start)];
  return words.filter((word) => word !== '').join('  ');
}

/** Those that make an expectation fail: where none may hold, those that do. */
export function culpritsOf({ checks, subjects }: ExpectationResult): readonly SubjectResult[] {
  const match = checks.find(({ what }) => what === 'match');
  if (match?.pass === true) return [];
  return subjects.filter(({ pass }) => pass === (match?.key === 'holds'));
}

/** What is said of a culprit: what failed, or all that holds although it must not. */
export function saidOf({ pass, checks }: SubjectResult): readonly Check[] {
  return pass ? checks : checks.filter((check) => !check.pass);
}

/** Numbers of the lines about it, at the messages that they point to. */
function marksOf(result: SubjectResult): Map<number, number[]> {
  const marks = new Map<number, number[]>();
  saidOf(result).forEach(({ at }, i) => {
    for (const message of at) marks.set(message, [...(marks.get(message) ?? []), i + 1]);
  });
  return marks;
}

export function excerpt(result: SubjectResult, report: Report, options: ReporterOptions, paint: Paint): string[] {
  const { subject } = result;
  const found = named(subject, report);
  if (found === undefined) return [];
  const { start, messages } = found;
  const parties = subject.kind === 'call' ? (report.calls.find(({ id }) => id === subject.id)?.parties ?? []) : [];
  return ladder({ call: { start, messages, parties }, marks: marksOf(result), options, paint, rows: ROWS });
}
