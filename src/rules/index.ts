/** The list of rules, in the order of rules.md; a rule exists when it stands here. */
import { authChallengeUnanswered } from './authentication/auth-challenge-unanswered.ts';
import { authCredentialsRejected } from './authentication/auth-credentials-rejected.ts';
import { authNonceLoop } from './authentication/auth-nonce-loop.ts';
import { captureDrops } from './capture/capture-drops.ts';
import { captureDuplicates } from './capture/capture-duplicates.ts';
import { captureEncrypted } from './capture/capture-encrypted.ts';
import { captureEndsEarly } from './capture/capture-ends-early.ts';
import { captureOneSided } from './capture/capture-one-sided.ts';
import { captureSignallingOnly } from './capture/capture-signalling-only.ts';
import { captureStartsMidCall } from './capture/capture-starts-mid-call.ts';
import { captureTruncated } from './capture/capture-truncated.ts';
import { nonSipOnSipPort } from './capture/non-sip-on-sip-port.ts';
import { parserRejects } from './capture/parser-rejects.ts';
import type { Rule } from './define.ts';
import { ackMissingFor2xx } from './dialog/ack-missing-for-2xx.ts';
import { answeredThenImmediateBye } from './dialog/answered-then-immediate-bye.ts';
import { byeUnanswered } from './dialog/bye-unanswered.ts';
import { callDropped32s } from './dialog/call-dropped-32s.ts';
import { dialogNeverTerminated } from './dialog/dialog-never-terminated.ts';
import { dialogUnknown481 } from './dialog/dialog-unknown-481.ts';
import { multiple2xxForked } from './dialog/multiple-2xx-forked.ts';
import { earlyMediaSdpMissing } from './early-media/early-media-sdp-missing.ts';
import { ringbackAmbiguous } from './early-media/ringback-ambiguous.ts';
import { cancelAnswerRace } from './invite/cancel-answer-race.ts';
import { inviteNoFinalResponse } from './invite/invite-no-final-response.ts';
import { inviteNoResponse } from './invite/invite-no-response.ts';
import { inviteStalledAfterTrying } from './invite/invite-stalled-after-trying.ts';
import { contentLengthMismatch } from './message/content-length-mismatch.ts';
import { mandatoryHeaderMissing } from './message/mandatory-header-missing.ts';
import { registrationFailed } from './registration/registration-failed.ts';
import { globalFailureNotHonoured } from './routing/global-failure-not-honoured.ts';
import { redirectNotFollowed } from './routing/redirect-not-followed.ts';
import { intervalRejectedLoop } from './session/interval-rejected-loop.ts';
import { reinviteFailed } from './session/reinvite-failed.ts';
import { reinviteGlare } from './session/reinvite-glare.ts';
import { sessionRefreshFailed } from './session/session-refresh-failed.ts';
import { sessionTimerExpiryDrop } from './session/session-timer-expiry-drop.ts';
import { transferFailed } from './transfer/transfer-failed.ts';
import { callBlockedByAnalytics } from './stir/call-blocked-by-analytics.ts';
import { stirIdentityDropped } from './stir/stir-identity-dropped.ts';
import { stirIdentityMalformed } from './stir/stir-identity-malformed.ts';
import { stirIdentityMissing } from './stir/stir-identity-missing.ts';
import { stirNumberMismatch } from './stir/stir-number-mismatch.ts';
import { stirPassportStale } from './stir/stir-passport-stale.ts';
import { stirVerificationFailed } from './stir/stir-verification-failed.ts';
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
  registrationFailed,
  sessionTimerExpiryDrop,
  sessionRefreshFailed,
  earlyMediaSdpMissing,
  ringbackAmbiguous,
  dialogUnknown481,
  redirectNotFollowed,
  globalFailureNotHonoured,
  cancelAnswerRace,
  udpMessageOversized,
  udpFragmentLost,
  retransmissionsExcessive,
  reinviteFailed,
  reinviteGlare,
  multiple2xxForked,
  byeUnanswered,
  dialogNeverTerminated,
  intervalRejectedLoop,
  answeredThenImmediateBye,
  mandatoryHeaderMissing,
  contentLengthMismatch,
  transferFailed,
  callBlockedByAnalytics,
  stirIdentityMissing,
  stirIdentityMalformed,
  stirPassportStale,
  stirNumberMismatch,
  stirVerificationFailed,
  stirIdentityDropped,
  tcpConnectFailed,
  tlsHandshakeFailed,
  icmpUnreachable,
  captureStartsMidCall,
  captureEndsEarly,
  captureOneSided,
  captureDuplicates,
  captureDrops,
  captureTruncated,
  captureEncrypted,
  captureSignallingOnly,
  nonSipOnSipPort,
  parserRejects,
];
