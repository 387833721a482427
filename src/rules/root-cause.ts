/** Which finding explains which: one story per call. A table, read from the cause to its symptoms (rules.md §0.4). */

/** Symptoms are folded beneath the cause when both concern the same call, registration or transaction. */
export const absorbs: Readonly<Record<string, readonly string[]>> = {
  'ack-missing-for-2xx': [
    'call-dropped-32s',
    'retransmissions-excessive',
    'dialog-unknown-481',
    'release-cause-abnormal',
  ],
  'call-dropped-32s': ['release-cause-abnormal'],
  'invite-no-response': [
    'retransmissions-excessive',
    'upstream-timeout-408-504',
    'post-dial-delay-high',
    'request-terminated-487',
  ],
  'invite-stalled-after-trying': [
    'invite-no-final-response',
    'retransmissions-excessive',
    'upstream-timeout-408-504',
    'post-dial-delay-high',
    'request-terminated-487',
  ],
  'auth-credentials-rejected': ['registration-failed'],
  'auth-challenge-unanswered': ['registration-failed'],
  'content-length-mismatch': ['registration-failed'],
  'cancel-answer-race': ['dialog-unknown-481'],
  'upstream-timeout-408-504': ['post-dial-delay-high'],
  'trying-late': ['retransmissions-excessive', 'post-dial-delay-high'],
  'global-failure-not-honoured': ['request-terminated-487', 'busy-declined-unavailable'],
  'loop-detected': [
    'too-many-hops',
    'upstream-timeout-408-504',
    'retransmissions-excessive',
    'post-dial-delay-high',
    'destination-not-found',
  ],
  'forward-loop': ['too-many-hops', 'busy-declined-unavailable'],
  'required-extension-unsupported': ['registration-failed'],
  'retransmissions-excessive': ['post-dial-delay-high'],
  'emergency-call-problem': ['upstream-timeout-408-504', 'release-cause-abnormal', 'post-dial-delay-high'],
};

/** True when a finding of `cause` explains one of `symptom`. */
export function explains(cause: string, symptom: string): boolean {
  return absorbs[cause]?.includes(symptom) ?? false;
}
