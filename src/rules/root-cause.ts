/** Which finding explains which: one story per call. A table, read from the cause to its symptoms (rules.md §0.4). */

/** What is seen where nothing gets through: silence, copies, and the answer of a proxy that waited in vain. */
const unreachable: readonly string[] = [
  'invite-no-response',
  'registration-failed',
  'retransmissions-excessive',
  'bye-unanswered',
  'options-ping-failing',
  'upstream-timeout-408-504',
  'server-overload-503',
];

/** Symptoms are folded beneath the cause when both concern the same call, registration or transaction. */
export const absorbs: Readonly<Record<string, readonly string[]>> = {
  'icmp-unreachable': [...unreachable, 'udp-message-oversized'],
  'tcp-connect-failed': unreachable,
  'tls-handshake-failed': unreachable,
  'udp-fragment-lost': [...unreachable, 'udp-message-oversized', 'ack-missing-for-2xx', 'call-dropped-32s'],
  'udp-message-oversized': unreachable,
  'ack-missing-for-2xx': ['call-dropped-32s', 'retransmissions-excessive', 'dialog-unknown-481'],
  'invite-no-response': ['retransmissions-excessive'],
  'invite-stalled-after-trying': ['invite-no-final-response', 'retransmissions-excessive'],
  'auth-credentials-rejected': ['registration-failed'],
  'auth-challenge-unanswered': ['registration-failed'],
  'content-length-mismatch': ['registration-failed'],
  'cancel-answer-race': ['dialog-unknown-481'],
};

/** True when a finding of `cause` explains one of `symptom`. */
export function explains(cause: string, symptom: string): boolean {
  return absorbs[cause]?.includes(symptom) ?? false;
}
