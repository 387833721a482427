/** An expectations file as it is written (schema/expectations.schema.json says the same in JSON Schema). */
import type { Outcome, Severity } from '../model.ts';
import type { RegistrationOutcome } from '../report.ts';

type OneOrMore<T> = T | readonly T[];

/** A part of the text, the whole of it with `*` for anything, or after `=` the very text. */
export type Text = OneOrMore<string | number>;
/** `1`, `">= 2"`, `"2..5"`. */
export type Count = string | number;
/** `< 3s`, `1s..30s`. */
export type Duration = string;
/** `486`, `4xx`, `none`. */
export type Status = OneOrMore<string | number>;
export type Match = 'all' | 'any' | 'none';

interface Position {
  /** Among those that the rest of the selector leaves, from 1; from the end with -1. */
  readonly index?: number;
  /** Path of the capture or log. */
  readonly input?: Text;
}

export interface CallSelector extends Position {
  readonly from?: Text;
  readonly to?: Text;
  readonly 'call-id'?: Text;
  readonly method?: OneOrMore<string>;
  readonly 'user-agent'?: Text;
  readonly outcome?: OneOrMore<Outcome>;
  readonly status?: Status;
}

export interface RegistrationSelector extends Position {
  readonly aor?: Text;
  readonly contact?: Text;
  readonly client?: Text;
  readonly registrar?: Text;
  readonly outcome?: OneOrMore<RegistrationOutcome>;
}

export interface SubscriptionSelector extends Position {
  readonly event?: Text;
  readonly from?: Text;
  readonly to?: Text;
  readonly status?: Status;
}

export interface TransactionSelector extends Position {
  readonly method?: OneOrMore<string>;
  readonly 'call-id'?: Text;
  readonly client?: Text;
  readonly server?: Text;
  readonly status?: Status;
}

export interface FindingExpectation {
  /** Rules, or several with `*`; nothing else may be found, but for what `none-above` lets pass. */
  readonly allowed?: OneOrMore<string>;
  readonly forbidden?: OneOrMore<string>;
  readonly required?: OneOrMore<string>;
  readonly 'none-above'?: Severity;
}

export interface HeaderExpectation {
  /** `INVITE`, `200`, `18x`, `200 BYE`. */
  readonly in: string | number;
  readonly name: string;
  readonly value?: Text;
  readonly present?: boolean;
  readonly match?: 'any' | 'all';
}

export interface SdpSide {
  readonly present?: boolean;
  readonly codec?: OneOrMore<string>;
  readonly direction?: OneOrMore<string>;
  readonly media?: OneOrMore<string>;
  readonly protocol?: OneOrMore<string>;
  readonly address?: Text;
}

export interface SdpExpectation {
  /** Negotiated: the first in the answer. */
  readonly codec?: OneOrMore<string>;
  readonly offer?: SdpSide;
  readonly answer?: SdpSide;
}

interface Common<Selector> {
  readonly name?: string;
  readonly select?: OneOrMore<Selector>;
  readonly match?: Match;
  readonly count?: Count;
  readonly status?: Status;
  readonly headers?: readonly HeaderExpectation[];
  readonly messages?: Readonly<Record<string, Count>>;
  readonly findings?: FindingExpectation;
}

export interface CallExpectation extends Common<CallSelector> {
  readonly sequence?: OneOrMore<string | number>;
  readonly outcome?: OneOrMore<Outcome>;
  readonly timings?: Readonly<Partial<Record<TimingName, Duration>>>;
  readonly sdp?: SdpExpectation;
}

export interface RegistrationExpectation extends Common<RegistrationSelector> {
  readonly outcome?: OneOrMore<RegistrationOutcome>;
  /** Seconds. */
  readonly expires?: Count;
  readonly attempts?: Count;
}

export interface SubscriptionExpectation extends Common<SubscriptionSelector> {
  readonly notifies?: Count;
}

export type TransactionExpectation = Common<TransactionSelector>;

export interface CaptureExpectation {
  readonly messages?: Count;
  readonly calls?: Count;
  readonly registrations?: Count;
  readonly subscriptions?: Count;
  readonly transactions?: Count;
  readonly outcomes?: Readonly<Partial<Record<Outcome, Count>>>;
  readonly complete?: boolean;
  /** Of everything that was read. */
  readonly findings?: FindingExpectation;
}

/** `trying`, `post-dial`, `ring`, `setup`, `final` and `duration` are those of the report. */
export type TimingName = 'trying' | 'post-dial' | 'ring' | 'setup' | 'final' | 'duration';

export interface ExpectationsFile {
  readonly $schema?: string;
  readonly expectations: 1;
  readonly calls?: readonly CallExpectation[];
  readonly registrations?: readonly RegistrationExpectation[];
  readonly subscriptions?: readonly SubscriptionExpectation[];
  readonly transactions?: readonly TransactionExpectation[];
  readonly capture?: CaptureExpectation;
}
