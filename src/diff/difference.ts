/** How two traces differ, as data (schema/diff.schema.json). `a` is what there was, `b` what there is. */

export const DIFF_SCHEMA = 'sipsleuth/diff@1';

export type Aspect = 'outcome' | 'responses' | 'timing' | 'message' | 'repeats' | 'header' | 'sdp' | 'finding';

/** Null where one of them has nothing of the kind. */
export interface Difference {
  readonly aspect: Aspect;
  /** The message it is in: `INVITE`, `200 to INVITE`; empty where it is in none. */
  readonly in: string;
  /** What differs: a timing, a header field, an item of a media line, a rule; empty for outcome and responses. */
  readonly name: string;
  /** Text, or milliseconds, or a number of times. */
  readonly a: string | number | null;
  readonly b: string | number | null;
  /** Numbers of the messages in their analyses, from 0; left out where there is none. */
  readonly messageA?: number;
  readonly messageB?: number;
}

/** One call of either trace, or two that are the same. */
export interface CallPair {
  /** Numbers of the calls, from 0; null: only the other trace has it. */
  readonly a: number | null;
  readonly b: number | null;
  readonly from: string;
  readonly to: string;
  /** More than so many are counted only. */
  readonly differences: readonly Difference[];
  readonly omitted: number;
}

export interface Diff {
  readonly schema: typeof DIFF_SCHEMA;
  readonly language: string;
  readonly a: Side;
  readonly b: Side;
  readonly equal: boolean;
  readonly summary: {
    readonly compared: number;
    readonly different: number;
    readonly onlyA: number;
    readonly onlyB: number;
  };
  /** Those that differ, in the order of the first trace, then those that only the second has. */
  readonly calls: readonly CallPair[];
  /** Of registrations, subscriptions, other requests and the captures as a whole. */
  readonly findings: readonly Difference[];
}

export interface Side {
  readonly paths: readonly string[];
  readonly calls: number;
  readonly messages: number;
}
