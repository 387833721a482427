/** Every number that a rule decides by, in one place; each can be set by configuration. Times in milliseconds. */

export interface Thresholds {
  /** RFC 3261 §17.1.1.1. */
  readonly t1: number;
  /** 64·T1: timers B, F and H (RFC 3261 table 4). */
  readonly transactionTimeout: number;
  /** Share of a timer that must have passed beyond it before silence counts. */
  readonly margin: number;
  /** Timer C (RFC 3261 §16.6 item 11). */
  readonly timerC: number;
  /** Only a 100 for this long is worth a warning. */
  readonly stalledAfterTrying: number;
  /** Sends without answer before an INVITE counts as unanswered while its timer still runs. */
  readonly unansweredSends: number;
  /** How long a client may take to answer a challenge. */
  readonly challengeAnswer: number;
  /** How long a client may take to follow a redirection. */
  readonly redirectFollow: number;
  /** Repeats of a request before its first response that are worth a finding. */
  readonly repeatsBeforeResponse: number;
  /** Copies of one message that make a storm. */
  readonly stormCopies: number;
  /** A BYE this close to 64·T1 after an unacknowledged 2xx is the timer's. */
  readonly ackTimeoutWindow: number;
  /** Repeats of a 2xx that show that its ACK does not arrive. */
  readonly repeatsOf2xx: number;
  /** Time a caller has to release a call that was answered against its CANCEL. */
  readonly cancelRaceRelease: number;
  /** A branch that still rings this long after a 6xx was not cancelled. */
  readonly globalFailureCancel: number;
  /** Silence between a 183 without SDP and the answer that a caller notices. */
  readonly silentAnswer: number;
  /** The same before a refusal. */
  readonly silentRefusal: number;
  /** Copies of a request within a second that make a storm. */
  readonly stormRate: number;
  /** An INVITE repeated this long after a 1xx only keeps a NAT binding open (RFC 3581 §3). */
  readonly natRefresh: number;
  /** A call that ends this soon after T.38 was refused ended because of it. */
  readonly faxGivenUp: number;
}

export const defaultThresholds: Thresholds = {
  t1: 500,
  transactionTimeout: 32_000,
  margin: 0.1,
  timerC: 180_000,
  stalledAfterTrying: 10_000,
  unansweredSends: 3,
  challengeAnswer: 5_000,
  redirectFollow: 5_000,
  repeatsBeforeResponse: 2,
  stormCopies: 20,
  ackTimeoutWindow: 3_000,
  repeatsOf2xx: 2,
  cancelRaceRelease: 2_000,
  globalFailureCancel: 1_000,
  silentAnswer: 4_000,
  silentRefusal: 1_000,
  stormRate: 10,
  natRefresh: 15_000,
  faxGivenUp: 5_000,
};
