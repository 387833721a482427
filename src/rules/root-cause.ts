/** Which finding explains which: one story per call. A table, read from the cause to its symptoms (rules.md §0.4). */

/** Symptoms are folded beneath the cause when both concern the same call, registration or transaction. */
export const absorbs: Readonly<Record<string, readonly string[]>> = {
  'ack-missing-for-2xx': ['call-dropped-32s', 'retransmissions-excessive', 'dialog-unknown-481', 'bye-unanswered'],
  'invite-no-response': ['retransmissions-excessive'],
  'invite-stalled-after-trying': ['invite-no-final-response', 'retransmissions-excessive'],
  'auth-credentials-rejected': ['registration-failed'],
  'auth-challenge-unanswered': ['registration-failed'],
  'auth-nonce-loop': ['auth-credentials-rejected', 'registration-failed'],
  'content-length-mismatch': ['registration-failed'],
  'dialog-unknown-481': ['reinvite-failed', 'session-refresh-failed', 'session-timer-expiry-drop'],
  'session-refresh-failed': ['session-timer-expiry-drop', 'dialog-never-terminated', 'retransmissions-excessive'],
  'reinvite-failed': ['retransmissions-excessive'],
  'multiple-2xx-forked': ['cancel-answer-race'],
  'bye-unanswered': ['retransmissions-excessive'],
  'interval-rejected-loop': ['registration-failed', 'session-timer-expiry-drop'],
  'transfer-failed': ['dialog-unknown-481'],
  'cancel-answer-race': ['dialog-unknown-481'],
  'stir-identity-malformed': ['stir-verification-failed'],
  'stir-passport-stale': ['stir-verification-failed'],
  'stir-number-mismatch': ['stir-verification-failed'],
  'stir-identity-dropped': ['stir-identity-missing'],
  'subscription-no-notify': ['retransmissions-excessive'],
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

/** Findings that can be no more than what the next leg of a call did: a back-to-back user agent passes trouble on. */
export const passesOnLeg: ReadonlySet<string> = new Set([
  'invite-stalled-after-trying',
  'invite-no-final-response',
  'upstream-timeout-408-504',
  'post-dial-delay-high',
  'destination-not-found',
  'call-forbidden',
  'codec-no-overlap',
  'release-cause-abnormal',
  'reason-contradiction',
  'request-terminated-487',
  'busy-declined-unavailable',
  'answered-then-immediate-bye',
  'early-media-sdp-missing',
  'ringback-ambiguous',
  'reinvite-failed',
  'session-refresh-failed',
]);

/** Findings that say where trouble begins; found on the next leg, they explain those above on this one. */
export const beginsOnLeg: ReadonlySet<string> = new Set([
  'invite-no-response',
  'invite-stalled-after-trying',
  'invite-no-final-response',
  'ack-missing-for-2xx',
  'call-dropped-32s',
  'auth-credentials-rejected',
  'auth-challenge-unanswered',
  'auth-nonce-loop',
  'bad-request',
  'body-rejected',
  'call-blocked-by-analytics',
  'call-forbidden',
  'codec-no-overlap',
  'destination-not-found',
  'early-media-sdp-missing',
  'icmp-unreachable',
  'loop-detected',
  'method-not-supported',
  'post-dial-delay-high',
  'reinvite-failed',
  'required-extension-unsupported',
  'ringback-ambiguous',
  'session-refresh-failed',
  'srtp-profile-mismatch',
  'stir-verification-failed',
  'too-many-hops',
  'udp-fragment-lost',
  'udp-message-oversized',
  'upstream-timeout-408-504',
]);

/** Findings about something missing that another leg, in this relation to the call, shows to be there. */
export const settledBy: Readonly<Record<string, string>> = {
  'redirect-not-followed': 'redirection',
  'auth-challenge-unanswered': 'authentication',
};
