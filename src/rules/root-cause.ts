/** Which finding explains which: one story per call. A table, read from the cause to its symptoms (rules.md §0.4). */

/** Symptoms are folded beneath the cause when both concern the same call, registration or transaction. */
export const absorbs: Readonly<Record<string, readonly string[]>> = {
  'ack-missing-for-2xx': ['call-dropped-32s', 'retransmissions-excessive', 'dialog-unknown-481'],
  'invite-no-response': ['retransmissions-excessive'],
  'invite-stalled-after-trying': ['invite-no-final-response', 'retransmissions-excessive'],
  'auth-credentials-rejected': ['registration-failed'],
  'auth-challenge-unanswered': ['registration-failed', 'prack-rejected'],
  'content-length-mismatch': ['registration-failed', 'bad-request'],
  'bad-request': ['registration-failed'],
  'cancel-answer-race': ['dialog-unknown-481'],
  'cancel-misuse': ['dialog-unknown-481'],
  'ack-or-route-misaddressed': [
    'ack-missing-for-2xx',
    'call-dropped-32s',
    'dialog-unknown-481',
    'retransmissions-excessive',
  ],
  'tag-problem': ['ack-missing-for-2xx', 'call-dropped-32s', 'dialog-unknown-481', 'bad-request'],
  'via-branch-problem': [
    'ack-missing-for-2xx',
    'call-dropped-32s',
    'invite-no-response',
    'dialog-unknown-481',
    'retransmissions-excessive',
    'bad-request',
  ],
  'cseq-disorder': ['ack-missing-for-2xx', 'call-dropped-32s', 'bad-request'],
  'non2xx-final-not-acked': ['retransmissions-excessive'],
  'prack-rseq-disorder': ['prack-missing', 'prack-rejected', 'dialog-unknown-481'],
  'prack-rejected': ['prack-missing', 'dialog-unknown-481'],
  'rel100-negotiation-failed': ['prack-missing'],
  'mandatory-header-missing': ['bad-request'],
  'transport-scheme-mismatch': ['invite-no-response', 'retransmissions-excessive'],
};

/** True when a finding of `cause` explains one of `symptom`. */
export function explains(cause: string, symptom: string): boolean {
  return absorbs[cause]?.includes(symptom) ?? false;
}
