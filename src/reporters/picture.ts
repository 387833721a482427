/** What the pictures of one call share: which call, its ladder's words, its title. */
import type { DrawingTexts } from '../ladder/drawing.ts';
import { numbered } from '../ladder/order.ts';
import type { Pins } from '../ladder/rows.ts';
import { type Drawable, pinsOf, subjectOf } from '../ladder/subject.ts';
import type { Report } from '../report.ts';
import type { ReporterOptions } from './reporter.ts';
import { safe } from './safe.ts';
import { delta } from './time.ts';

export interface Picture {
  readonly subject: Drawable;
  readonly pins: Pins;
  /** Indices of the findings that have a number, by number. */
  readonly findings: readonly number[];
  readonly title: string;
  readonly verdict: string;
}

/** Undefined where no message can be drawn. */
export function pictureOf(report: Report, { locale }: ReporterOptions): Picture | undefined {
  const subject = subjectOf(report);
  if (subject === undefined) return undefined;
  const numbers = numbered(subject.findings, report.findings);
  const words = locale.terminal;
  const call = subject.kind === 'call' ? report.calls.find(({ id }) => id === subject.id) : undefined;
  const count = report.calls.length;
  const which = `${words[subject.kind]} ${subject.id + 1}${call !== undefined && count > 1 ? ` / ${report.summary.calls}` : ''}`;
  return {
    subject,
    pins: pinsOf(subject, report.findings, numbers),
    findings: [...numbers.keys()],
    title:
      call === undefined ? which : `${which}: ${call.from || '?'} → ${call.to || '?'}, ${words.outcomes[call.outcome]}`,
    verdict: call?.verdict.text ?? '',
  };
}

export function textsOf({ locale }: ReporterOptions): DrawingTexts {
  const words = locale.terminal;
  return {
    phraseOf: (status) => locale.phrase(status),
    role: (role) => words.roles[role],
    time: delta,
    silence: (ms) => words.duration(ms),
    omission: (n) => words.notShown(n),
    others: (n) => words.notShown(n),
    shown: safe,
  };
}
