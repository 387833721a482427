/** Expectations that were read and understood: ready to be asked of any number of reports. */
import type { Report, SubjectKind } from '../report.ts';
import type { Path } from './faults.ts';
import type { Match } from './language.ts';
import type { Check, Item, Probe } from './probe.ts';
import type { Range } from './range.ts';
import type { Selection } from './selectors.ts';

export type GroupName = 'calls' | 'registrations' | 'subscriptions' | 'transactions';

/** One entry of `calls`, `registrations` … */
export interface Expectation {
  readonly group: GroupName;
  readonly kind: SubjectKind;
  /** Where it stands in the file. */
  readonly path: Path;
  /** Its name, else its place: `calls[0]`. */
  readonly name: string;
  readonly match: Match;
  readonly count: Range | undefined;
  // Items and probes belong to the same group, which no type needs to say outside of it.
  readonly select: Selection<Item>;
  /** The selector reads messages, hence must not be asked where some are not listed. */
  readonly readsMessages: boolean;
  readonly probes: readonly Probe[];
}

export interface CaptureExpectations {
  readonly path: Path;
  readonly name: string;
  readonly probes: readonly ((report: Report) => readonly Check[])[];
}

export interface Expectations {
  readonly expectations: readonly Expectation[];
  readonly capture: CaptureExpectations | undefined;
}
