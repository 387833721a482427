/** The list of rules, in the order of rules.md; a rule exists when it stands here. */
import { authChallengeUnanswered } from './authentication/auth-challenge-unanswered.ts';
import { authCredentialsRejected } from './authentication/auth-credentials-rejected.ts';
import { authNonceLoop } from './authentication/auth-nonce-loop.ts';
import { captureClock } from './capture/capture-clock.ts';
import { captureDrops } from './capture/capture-drops.ts';
import { captureDuplicates } from './capture/capture-duplicates.ts';
import { captureEncrypted } from './capture/capture-encrypted.ts';
import { captureEndsEarly } from './capture/capture-ends-early.ts';
import { captureMultiHop } from './capture/capture-multi-hop.ts';
import { captureOneSided } from './capture/capture-one-sided.ts';
import { captureSignallingOnly } from './capture/capture-signalling-only.ts';
import { captureStartsMidCall } from './capture/capture-starts-mid-call.ts';
import { captureTruncated } from './capture/capture-truncated.ts';
import { nonSipOnSipPort } from './capture/non-sip-on-sip-port.ts';
import { parserRejects } from './capture/parser-rejects.ts';
import type { Rule } from './define.ts';
import { postDialDelayHigh } from './delay/post-dial-delay-high.ts';
import { tryingLate } from './delay/trying-late.ts';
import { ackMissingFor2xx } from './dialog/ack-missing-for-2xx.ts';
import { ackOrRouteMisaddressed } from './dialog/ack-or-route-misaddressed.ts';
import { answeredThenImmediateBye } from './dialog/answered-then-immediate-bye.ts';
import { byeUnanswered } from './dialog/bye-unanswered.ts';
import { callDropped32s } from './dialog/call-dropped-32s.ts';
import { cseqDisorder } from './dialog/cseq-disorder.ts';
import { dialogNeverTerminated } from './dialog/dialog-never-terminated.ts';
import { dialogUnknown481 } from './dialog/dialog-unknown-481.ts';
import { multiple2xxForked } from './dialog/multiple-2xx-forked.ts';
import { tagProblem } from './dialog/tag-problem.ts';
import { earlyMediaSdpMissing } from './early-media/early-media-sdp-missing.ts';
import { ringbackAmbiguous } from './early-media/ringback-ambiguous.ts';
import { identityHeaderConflict } from './identity/identity-header-conflict.ts';
import { privacyLeak } from './identity/privacy-leak.ts';
import { cancelAnswerRace } from './invite/cancel-answer-race.ts';
import { cancelMisuse } from './invite/cancel-misuse.ts';
import { inviteNoFinalResponse } from './invite/invite-no-final-response.ts';
import { inviteNoResponse } from './invite/invite-no-response.ts';
import { inviteStalledAfterTrying } from './invite/invite-stalled-after-trying.ts';
import { non2xxFinalNotAcked } from './invite/non2xx-final-not-acked.ts';
import { earlyDialogMediaConflict } from './media/early-dialog-media-conflict.ts';
import { mediaNone } from './media/media-none.ts';
import { mediaOneWay } from './media/media-one-way.ts';
import { mediaTimeoutDrop } from './media/media-timeout-drop.ts';
import { rtpAfterBye } from './media/rtp-after-bye.ts';
import { rtpBeforeAnswer } from './media/rtp-before-answer.ts';
import { rtpGapMidcall } from './media/rtp-gap-midcall.ts';
import { rtpLateStart } from './media/rtp-late-start.ts';
import { badRequest } from './message/bad-request.ts';
import { contentLengthMismatch } from './message/content-length-mismatch.ts';
import { mandatoryHeaderMissing } from './message/mandatory-header-missing.ts';
import { nonInviteResponseMisuse } from './message/non-invite-response-misuse.ts';
import { transportSchemeMismatch } from './message/transport-scheme-mismatch.ts';
import { viaBranchProblem } from './message/via-branch-problem.ts';
import { optionsPingFailing } from './monitoring/options-ping-failing.ts';
import { contactUnroutable } from './nat/contact-unroutable.ts';
import { responseMisrouted } from './nat/response-misrouted.ts';
import { sdpPrivateAddress } from './nat/sdp-private-address.ts';
import { sipAlgInterference } from './nat/sip-alg-interference.ts';
import { bodyRejected } from './outcome/body-rejected.ts';
import { busyDeclinedUnavailable } from './outcome/busy-declined-unavailable.ts';
import { callForbidden } from './outcome/call-forbidden.ts';
import { destinationNotFound } from './outcome/destination-not-found.ts';
import { emergencyCallProblem } from './outcome/emergency-call-problem.ts';
import { methodNotSupported } from './outcome/method-not-supported.ts';
import { reasonContradiction } from './outcome/reason-contradiction.ts';
import { releaseCauseAbnormal } from './outcome/release-cause-abnormal.ts';
import { requestTerminated487 } from './outcome/request-terminated-487.ts';
import { requiredExtensionUnsupported } from './outcome/required-extension-unsupported.ts';
import { retryAfterIgnored } from './outcome/retry-after-ignored.ts';
import { upstreamTimeout408504 } from './outcome/upstream-timeout-408-504.ts';
import { overloadControlViolated } from './overload/overload-control-violated.ts';
import { serverOverload503 } from './overload/server-overload-503.ts';
import { prackMissing } from './prack/prack-missing.ts';
import { prackRejected } from './prack/prack-rejected.ts';
import { prackRseqDisorder } from './prack/prack-rseq-disorder.ts';
import { rel100NegotiationFailed } from './prack/rel100-negotiation-failed.ts';
import { mosLow } from './quality/mos-low.ts';
import { rtcpProblem } from './quality/rtcp-problem.ts';
import { rtpClockPtimeMismatch } from './quality/rtp-clock-ptime-mismatch.ts';
import { rtpJitterHigh } from './quality/rtp-jitter-high.ts';
import { rtpLossHigh } from './quality/rtp-loss-high.ts';
import { registerRefreshTooLate } from './registration/register-refresh-too-late.ts';
import { registerStaleContacts } from './registration/register-stale-contacts.ts';
import { registrationBindingLost } from './registration/registration-binding-lost.ts';
import { registrationFailed } from './registration/registration-failed.ts';
import { registrationFlapping } from './registration/registration-flapping.ts';
import { forwardLoop } from './routing/forward-loop.ts';
import { globalFailureNotHonoured } from './routing/global-failure-not-honoured.ts';
import { loopDetected } from './routing/loop-detected.ts';
import { redirectNotFollowed } from './routing/redirect-not-followed.ts';
import { tooManyHops } from './routing/too-many-hops.ts';
import { iceDtlsFailure } from './rtp/ice-dtls-failure.ts';
import { rtpPayloadTypeUnexpected } from './rtp/rtp-payload-type-unexpected.ts';
import { rtpSourceMismatch } from './rtp/rtp-source-mismatch.ts';
import { rtpSsrcChange } from './rtp/rtp-ssrc-change.ts';
import { codecNoOverlap } from './sdp/codec-no-overlap.ts';
import { dtmfMismatch } from './sdp/dtmf-mismatch.ts';
import { holdDirectionProblem } from './sdp/hold-direction-problem.ts';
import { offerAnswerViolation } from './sdp/offer-answer-violation.ts';
import { sdpAnswerInvalid } from './sdp/sdp-answer-invalid.ts';
import { sdpVersionAnomaly } from './sdp/sdp-version-anomaly.ts';
import { srtpProfileMismatch } from './sdp/srtp-profile-mismatch.ts';
import { t38Failure } from './sdp/t38-failure.ts';
import { registrationBruteForce } from './security/registration-brute-force.ts';
import { scannerDetected } from './security/scanner-detected.ts';
import { tollFraudPattern } from './security/toll-fraud-pattern.ts';
import { userEnumeration } from './security/user-enumeration.ts';
import { intervalRejectedLoop } from './session/interval-rejected-loop.ts';
import { reinviteFailed } from './session/reinvite-failed.ts';
import { reinviteGlare } from './session/reinvite-glare.ts';
import { sessionRefreshFailed } from './session/session-refresh-failed.ts';
import { sessionTimerExpiryDrop } from './session/session-timer-expiry-drop.ts';
import { callBlockedByAnalytics } from './stir/call-blocked-by-analytics.ts';
import { stirIdentityDropped } from './stir/stir-identity-dropped.ts';
import { stirIdentityMalformed } from './stir/stir-identity-malformed.ts';
import { stirIdentityMissing } from './stir/stir-identity-missing.ts';
import { stirNumberMismatch } from './stir/stir-number-mismatch.ts';
import { stirPassportStale } from './stir/stir-passport-stale.ts';
import { stirVerificationFailed } from './stir/stir-verification-failed.ts';
import { subscriptionNoNotify } from './subscription/subscription-no-notify.ts';
import { subscriptionRejected } from './subscription/subscription-rejected.ts';
import { transferFailed } from './transfer/transfer-failed.ts';
import { icmpUnreachable } from './transport/icmp-unreachable.ts';
import { retransmissionsExcessive } from './transport/retransmissions-excessive.ts';
import { tcpConnectFailed } from './transport/tcp-connect-failed.ts';
import { tlsHandshakeFailed } from './transport/tls-handshake-failed.ts';
import { udpFragmentLost } from './transport/udp-fragment-lost.ts';
import { udpMessageOversized } from './transport/udp-message-oversized.ts';

export const rules: readonly Rule[] = [
  ackMissingFor2xx,
  callDropped32s,
  inviteNoResponse,
  inviteStalledAfterTrying,
  inviteNoFinalResponse,
  authCredentialsRejected,
  authChallengeUnanswered,
  authNonceLoop,
  sdpPrivateAddress,
  contactUnroutable,
  mediaOneWay,
  mediaNone,
  codecNoOverlap,
  srtpProfileMismatch,
  dtmfMismatch,
  registrationFailed,
  registrationBindingLost,
  serverOverload503,
  upstreamTimeout408504,
  sessionTimerExpiryDrop,
  sessionRefreshFailed,
  earlyMediaSdpMissing,
  ringbackAmbiguous,
  dialogUnknown481,
  destinationNotFound,
  callForbidden,
  redirectNotFollowed,
  globalFailureNotHonoured,
  cancelAnswerRace,
  udpMessageOversized,
  udpFragmentLost,
  retransmissionsExcessive,
  non2xxFinalNotAcked,
  postDialDelayHigh,
  tryingLate,
  sipAlgInterference,
  responseMisrouted,
  optionsPingFailing,
  reinviteFailed,
  reinviteGlare,
  holdDirectionProblem,
  sdpAnswerInvalid,
  sdpVersionAnomaly,
  offerAnswerViolation,
  prackMissing,
  rel100NegotiationFailed,
  prackRseqDisorder,
  prackRejected,
  multiple2xxForked,
  byeUnanswered,
  dialogNeverTerminated,
  intervalRejectedLoop,
  answeredThenImmediateBye,
  mediaTimeoutDrop,
  releaseCauseAbnormal,
  reasonContradiction,
  requestTerminated487,
  busyDeclinedUnavailable,
  loopDetected,
  tooManyHops,
  forwardLoop,
  mandatoryHeaderMissing,
  contentLengthMismatch,
  viaBranchProblem,
  cseqDisorder,
  tagProblem,
  ackOrRouteMisaddressed,
  transportSchemeMismatch,
  tcpConnectFailed,
  tlsHandshakeFailed,
  icmpUnreachable,
  requiredExtensionUnsupported,
  methodNotSupported,
  bodyRejected,
  badRequest,
  registrationFlapping,
  registerRefreshTooLate,
  registerStaleContacts,
  subscriptionNoNotify,
  subscriptionRejected,
  transferFailed,
  callBlockedByAnalytics,
  stirIdentityMissing,
  stirIdentityMalformed,
  stirPassportStale,
  stirNumberMismatch,
  stirVerificationFailed,
  stirIdentityDropped,
  rtpLossHigh,
  rtpLateStart,
  rtpBeforeAnswer,
  rtpGapMidcall,
  rtpAfterBye,
  rtpPayloadTypeUnexpected,
  rtpSsrcChange,
  rtpSourceMismatch,
  iceDtlsFailure,
  rtpJitterHigh,
  mosLow,
  rtpClockPtimeMismatch,
  rtcpProblem,
  t38Failure,
  scannerDetected,
  registrationBruteForce,
  userEnumeration,
  tollFraudPattern,
  retryAfterIgnored,
  overloadControlViolated,
  cancelMisuse,
  nonInviteResponseMisuse,
  privacyLeak,
  identityHeaderConflict,
  emergencyCallProblem,
  earlyDialogMediaConflict,
  captureStartsMidCall,
  captureEndsEarly,
  captureOneSided,
  captureDuplicates,
  captureDrops,
  captureTruncated,
  captureMultiHop,
  captureClock,
  captureEncrypted,
  captureSignallingOnly,
  nonSipOnSipPort,
  parserRejects,
];
