/** The form of a reporter: it sees a Report and a Locale, nothing else, and returns text piece by piece. */
import type { Locale } from '../locales/locale.ts';
import type { Severity } from '../model.ts';
import type { Report } from '../report.ts';
import type { EndedRecord } from '../stream.ts';

export interface ReporterOptions {
  readonly locale: Locale;
  /** ANSI colours. */
  readonly color: boolean;
  /** Columns that fit. */
  readonly width: number;
  /** Calls told in full; 0 for all. */
  readonly limitCalls: number;
  /** Lines of each list; 0 for all. */
  readonly limitLines: number;
  /** From which severity on a finding is a failure, for formats that know passed and failed. */
  readonly failOn: Severity | 'never';
  /** The built page of the HTML report, read only when it is wanted. */
  readonly viewer?: () => string;
}

export interface Reporter {
  readonly id: string;
  readonly title: string;
  /** Draws calls: wants the messages of clean ones too, as far as memory stays bounded. */
  readonly drawsCalls?: true;
  /** Pieces to be written one after the other, so that a big report need not be one string. */
  write(report: Report, options: ReporterOptions): Iterable<string>;
}

/** A format that is written while the input is read. */
export interface StreamReporter {
  readonly id: string;
  readonly title: string;
  /** One for each run. */
  open(): StreamWriter;
}

export interface StreamWriter {
  /** What is written of a record that is over. */
  write(record: EndedRecord): string;
  /** What is written last; `report` holds what was written, and what is known now. */
  end(report: Report): Iterable<string>;
}
