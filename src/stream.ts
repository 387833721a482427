/**
 * What is told while the input is still read, one record a line (schema/ndjson.schema.json says the same in JSON Schema):
 * calls, subscriptions and other requests as soon as they are over, then what is known at the end only. Nothing has a
 * number before the end, so a finding is named by its fingerprint and a call by its Call-IDs.
 */
import type {
  ReportCall,
  ReportFinding,
  ReportInput,
  ReportLeg,
  ReportRegistration,
  ReportStream,
  ReportSubscription,
  ReportTransaction,
  Summary,
  Undetermined,
} from './report.ts';

export const STREAM_SCHEMA = 'sipsleuth/ndjson@1';

export interface StreamFinding extends Omit<ReportFinding, 'subject' | 'absorbedBy'> {
  /** Fingerprint of the finding that explains this one. */
  readonly absorbedBy?: string;
}

type Streamed<T> = Omit<T, 'id' | 'legs' | 'points' | 'findings'> & { readonly findings: readonly StreamFinding[] };

/** The media of a call, as far as it is known when the call is over. */
export type CallStream = Omit<ReportStream, 'id' | 'call'>;

/** Told when it is over, as far as it is known by then. */
export type EndedRecord =
  | ({ readonly type: 'call'; readonly streams: readonly CallStream[] } & Omit<Streamed<ReportCall>, 'streams'>)
  | ({ readonly type: 'subscription' } & Streamed<ReportSubscription>)
  | ({ readonly type: 'transaction' } & Streamed<ReportTransaction>);

/** A finding of the input as a whole, or one that only the end could decide. */
export interface FindingRecord extends StreamFinding {
  readonly type: 'finding';
  /** Of the call or request that it is about; empty where it is about neither. */
  readonly callIds: readonly string[];
}

/** The other legs of a call. */
export interface LegsRecord {
  readonly type: 'legs';
  readonly callIds: readonly string[];
  readonly legs: readonly (Omit<ReportLeg, 'call'> & { readonly callIds: readonly string[] })[];
}

/** What the end of the input says of a finding that was told before. */
export interface CorrectionRecord {
  readonly type: 'correction';
  readonly rule: string;
  readonly fingerprint: string;
  /** `explained`: another finding does. `severity`: it is worse than told, for what it explains. */
  readonly what: 'explained' | 'severity';
  readonly severity: ReportFinding['severity'];
  /** Fingerprint of the finding that explains this one. */
  readonly absorbedBy?: string;
}

/** The last lines. */
export type FinalRecord =
  | ({ readonly type: 'registration' } & Streamed<ReportRegistration>)
  | FindingRecord
  | ({ readonly type: 'undetermined'; readonly callIds: readonly string[] } & Omit<Undetermined, 'subject'>)
  | LegsRecord
  | CorrectionRecord
  | ({ readonly type: 'input' } & ReportInput)
  | ({ readonly type: 'summary'; readonly schema: typeof STREAM_SCHEMA; readonly language: string } & Summary);

export type StreamRecord = EndedRecord | FinalRecord;
