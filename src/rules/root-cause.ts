/** Which finding explains which: one story per call. A table, read from the cause to its symptoms (rules.md §0.4). */

/** Symptoms are folded beneath the cause when both concern the same call, registration or transaction. */
export const absorbs: Readonly<Record<string, readonly string[]>> = {
  'ack-missing-for-2xx': ['call-dropped-32s', 'retransmissions-excessive', 'dialog-unknown-481'],
  'invite-no-response': ['retransmissions-excessive'],
  'invite-stalled-after-trying': ['invite-no-final-response', 'retransmissions-excessive'],
  'auth-credentials-rejected': ['registration-failed'],
  'auth-challenge-unanswered': ['registration-failed'],
  'content-length-mismatch': ['registration-failed'],
  'cancel-answer-race': ['dialog-unknown-481'],
  // One story: NAT is not handled.
  'response-misrouted': [
    'invite-no-response',
    'invite-no-final-response',
    'retransmissions-excessive',
    'registration-failed',
  ],
  'contact-unroutable': ['ack-missing-for-2xx', 'call-dropped-32s', 'sdp-private-address', 'retransmissions-excessive'],
};

/** True when a finding of `cause` explains one of `symptom`. */
export function explains(cause: string, symptom: string): boolean {
  return absorbs[cause]?.includes(symptom) ?? false;
}
