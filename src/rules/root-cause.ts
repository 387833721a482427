/** Which finding explains which: one story per call. A table, read from the cause to its symptoms (rules.md §0.4). */
import type { Args } from '../model.ts';

/** Symptoms are folded beneath the cause when both concern the same call, registration or transaction. */
export const absorbs: Readonly<Record<string, readonly string[]>> = {
  'ack-missing-for-2xx': ['call-dropped-32s', 'dialog-unknown-481', 'retransmissions-excessive'],
  'call-dropped-32s': ['release-cause-abnormal'],
  'invite-no-response': [
    'upstream-timeout-408-504',
    'retransmissions-excessive',
    'post-dial-delay-high',
    'request-terminated-487',
  ],
  'invite-stalled-after-trying': [
    'invite-no-final-response',
    'upstream-timeout-408-504',
    'retransmissions-excessive',
    'post-dial-delay-high',
    'request-terminated-487',
  ],
  'auth-credentials-rejected': ['registration-failed'],
  'auth-challenge-unanswered': ['registration-failed', 'prack-rejected'],
  'auth-nonce-loop': ['auth-credentials-rejected', 'registration-failed'],
  'contact-unroutable': [
    'media-one-way',
    'ack-missing-for-2xx',
    'call-dropped-32s',
    'sdp-private-address',
    'retransmissions-excessive',
  ],
  'codec-no-overlap': [
    'session-refresh-failed',
    'reinvite-failed',
    'answered-then-immediate-bye',
    'release-cause-abnormal',
    'reason-contradiction',
  ],
  'srtp-profile-mismatch': [
    'media-one-way',
    'media-none',
    'codec-no-overlap',
    'answered-then-immediate-bye',
    'release-cause-abnormal',
  ],
  'dtmf-mismatch': ['method-not-supported', 'body-rejected'],
  'upstream-timeout-408-504': ['post-dial-delay-high'],
  'session-timer-expiry-drop': ['release-cause-abnormal'],
  'session-refresh-failed': ['session-timer-expiry-drop', 'retransmissions-excessive', 'dialog-never-terminated'],
  'dialog-unknown-481': ['session-timer-expiry-drop', 'session-refresh-failed', 'reinvite-failed'],
  'destination-not-found': ['post-dial-delay-high', 'release-cause-abnormal', 'bad-request', 'transfer-failed'],
  'call-forbidden': ['post-dial-delay-high', 'release-cause-abnormal'],
  'global-failure-not-honoured': ['request-terminated-487', 'busy-declined-unavailable'],
  'cancel-answer-race': ['dialog-unknown-481'],
  'udp-message-oversized': [
    'invite-no-response',
    'registration-failed',
    'server-overload-503',
    'upstream-timeout-408-504',
    'retransmissions-excessive',
    'options-ping-failing',
    'bye-unanswered',
  ],
  'udp-fragment-lost': [
    'ack-missing-for-2xx',
    'call-dropped-32s',
    'invite-no-response',
    'registration-failed',
    'server-overload-503',
    'upstream-timeout-408-504',
    'udp-message-oversized',
    'retransmissions-excessive',
    'options-ping-failing',
    'bye-unanswered',
  ],
  'retransmissions-excessive': ['post-dial-delay-high'],
  'non2xx-final-not-acked': ['retransmissions-excessive'],
  'trying-late': ['retransmissions-excessive', 'post-dial-delay-high'],
  // One story: NAT is not handled.
  'sip-alg-interference': [
    'media-one-way',
    'media-none',
    'sdp-private-address',
    'contact-unroutable',
    'content-length-mismatch',
  ],
  'response-misrouted': [
    'invite-no-response',
    'invite-no-final-response',
    'registration-failed',
    'retransmissions-excessive',
  ],
  'sdp-private-address': ['media-one-way', 'media-none'],
  'reinvite-failed': ['retransmissions-excessive'],
  'reinvite-glare': ['reinvite-failed', 'offer-answer-violation'],
  'sdp-answer-invalid': ['codec-no-overlap', 'sdp-version-anomaly'],
  'offer-answer-violation': ['reinvite-failed'],
  'rel100-negotiation-failed': ['prack-missing', 'required-extension-unsupported'],
  'prack-rseq-disorder': ['dialog-unknown-481', 'prack-missing', 'prack-rejected'],
  'prack-rejected': ['dialog-unknown-481', 'prack-missing'],
  'multiple-2xx-forked': ['cancel-answer-race'],
  'bye-unanswered': ['retransmissions-excessive'],
  'interval-rejected-loop': ['registration-failed', 'session-timer-expiry-drop'],
  'answered-then-immediate-bye': ['release-cause-abnormal'],
  'loop-detected': [
    'upstream-timeout-408-504',
    'destination-not-found',
    'retransmissions-excessive',
    'post-dial-delay-high',
    'too-many-hops',
  ],
  'forward-loop': ['busy-declined-unavailable', 'too-many-hops'],
  'mandatory-header-missing': ['bad-request'],
  'content-length-mismatch': ['registration-failed', 'bad-request'],
  'via-branch-problem': [
    'ack-missing-for-2xx',
    'call-dropped-32s',
    'invite-no-response',
    'dialog-unknown-481',
    'retransmissions-excessive',
    'bad-request',
  ],
  'cseq-disorder': ['ack-missing-for-2xx', 'call-dropped-32s', 'bad-request'],
  'tag-problem': ['ack-missing-for-2xx', 'call-dropped-32s', 'dialog-unknown-481', 'bad-request'],
  'ack-or-route-misaddressed': [
    'ack-missing-for-2xx',
    'call-dropped-32s',
    'dialog-unknown-481',
    'retransmissions-excessive',
    'bye-unanswered',
    'release-cause-abnormal',
  ],
  'transport-scheme-mismatch': ['invite-no-response', 'retransmissions-excessive', 'busy-declined-unavailable'],
  'tcp-connect-failed': [
    'invite-no-response',
    'registration-failed',
    'server-overload-503',
    'upstream-timeout-408-504',
    'retransmissions-excessive',
    'options-ping-failing',
    'bye-unanswered',
  ],
  'tls-handshake-failed': [
    'invite-no-response',
    'registration-failed',
    'server-overload-503',
    'upstream-timeout-408-504',
    'retransmissions-excessive',
    'options-ping-failing',
    'bye-unanswered',
  ],
  'icmp-unreachable': [
    'media-one-way',
    'media-none',
    'invite-no-response',
    'invite-stalled-after-trying',
    'registration-failed',
    'server-overload-503',
    'upstream-timeout-408-504',
    'udp-message-oversized',
    'retransmissions-excessive',
    'options-ping-failing',
    'bye-unanswered',
  ],
  'required-extension-unsupported': ['registration-failed'],
  'method-not-supported': ['session-refresh-failed', 'reinvite-failed', 'transfer-failed'],
  'body-rejected': ['codec-no-overlap'],
  'bad-request': ['registration-failed', 'session-refresh-failed', 'reinvite-failed'],
  'subscription-no-notify': ['retransmissions-excessive'],
  'transfer-failed': ['dialog-unknown-481'],
  'call-blocked-by-analytics': [
    'destination-not-found',
    'call-forbidden',
    'release-cause-abnormal',
    'busy-declined-unavailable',
  ],
  'stir-identity-malformed': ['call-forbidden', 'stir-verification-failed'],
  'stir-passport-stale': ['call-forbidden', 'stir-verification-failed'],
  'stir-number-mismatch': ['call-forbidden', 'stir-verification-failed'],
  'stir-verification-failed': ['call-forbidden'],
  'stir-identity-dropped': ['stir-identity-missing'],
  'rtp-loss-high': ['mos-low'],
  'rtp-jitter-high': ['mos-low'],
  'rtp-clock-ptime-mismatch': ['mos-low'],
  't38-failure': ['codec-no-overlap', 'reinvite-failed', 'body-rejected'],
  'cancel-misuse': ['dialog-unknown-481'],
  'emergency-call-problem': ['upstream-timeout-408-504', 'post-dial-delay-high', 'release-cause-abnormal'],
};

/** What makes voice sound bad, by the rule that tells of it. */
const terms: Readonly<Record<string, string>> = {
  'rtp-loss-high': 'loss',
  'rtp-jitter-high': 'jitter',
  'rtp-clock-ptime-mismatch': 'jitter',
};

/** Symptoms that a cause explains in some cases only: of the same stream, and by its own part in it. */
const onlyWhere: Readonly<Record<string, (cause: Finding, symptom: Finding) => boolean>> = {
  'mos-low': ({ rule, args: cause }, { args: symptom }) =>
    cause.source === symptom.source && cause.destination === symptom.destination && terms[rule.id] === symptom.term,
};

interface Finding {
  readonly rule: { readonly id: string };
  readonly args: Args;
}

/** True when `cause` explains `symptom`; both are of the same call, registration or transaction. */
export function explains(cause: Finding, symptom: Finding): boolean {
  if (!(absorbs[cause.rule.id]?.includes(symptom.rule.id) ?? false)) return false;
  return onlyWhere[symptom.rule.id]?.(cause, symptom) ?? true;
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

/** Findings about media that may pass a back-to-back user agent untouched: of one device on two legs, they are the same. */
export const isOfSharedMedia: ReadonlySet<string> = new Set([
  'media-one-way',
  'media-none',
  'rtp-loss-high',
  'rtp-jitter-high',
  'mos-low',
  'rtp-clock-ptime-mismatch',
  'rtcp-problem',
]);

/** Findings about something missing that another leg, in this relation to the call, shows to be there. */
export const settledBy: Readonly<Record<string, string>> = {
  'redirect-not-followed': 'redirection',
  'auth-challenge-unanswered': 'authentication',
};
