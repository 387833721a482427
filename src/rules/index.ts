/** The list of rules, in the order of rules.md; a rule exists when it stands here. */
import { authChallengeUnanswered } from './authentication/auth-challenge-unanswered.ts';
import { authCredentialsRejected } from './authentication/auth-credentials-rejected.ts';
import { captureEndsEarly } from './capture/capture-ends-early.ts';
import { captureOneSided } from './capture/capture-one-sided.ts';
import { captureStartsMidCall } from './capture/capture-starts-mid-call.ts';
import { captureTruncated } from './capture/capture-truncated.ts';
import { parserRejects } from './capture/parser-rejects.ts';
import type { Rule } from './define.ts';
import { ackMissingFor2xx } from './dialog/ack-missing-for-2xx.ts';
import { callDropped32s } from './dialog/call-dropped-32s.ts';
import { dialogUnknown481 } from './dialog/dialog-unknown-481.ts';
import { earlyMediaSdpMissing } from './early-media/early-media-sdp-missing.ts';
import { ringbackAmbiguous } from './early-media/ringback-ambiguous.ts';
import { cancelAnswerRace } from './invite/cancel-answer-race.ts';
import { inviteNoFinalResponse } from './invite/invite-no-final-response.ts';
import { inviteNoResponse } from './invite/invite-no-response.ts';
import { inviteStalledAfterTrying } from './invite/invite-stalled-after-trying.ts';
import { contentLengthMismatch } from './message/content-length-mismatch.ts';
import { mandatoryHeaderMissing } from './message/mandatory-header-missing.ts';
import { contactUnroutable } from './nat/contact-unroutable.ts';
import { responseMisrouted } from './nat/response-misrouted.ts';
import { sdpPrivateAddress } from './nat/sdp-private-address.ts';
import { sipAlgInterference } from './nat/sip-alg-interference.ts';
import { registrationFailed } from './registration/registration-failed.ts';
import { globalFailureNotHonoured } from './routing/global-failure-not-honoured.ts';
import { redirectNotFollowed } from './routing/redirect-not-followed.ts';
import { codecNoOverlap } from './sdp/codec-no-overlap.ts';
import { dtmfMismatch } from './sdp/dtmf-mismatch.ts';
import { holdDirectionProblem } from './sdp/hold-direction-problem.ts';
import { offerAnswerViolation } from './sdp/offer-answer-violation.ts';
import { sdpAnswerInvalid } from './sdp/sdp-answer-invalid.ts';
import { sdpVersionAnomaly } from './sdp/sdp-version-anomaly.ts';
import { srtpProfileMismatch } from './sdp/srtp-profile-mismatch.ts';
import { t38Failure } from './sdp/t38-failure.ts';
import { retransmissionsExcessive } from './transport/retransmissions-excessive.ts';

export const rules: readonly Rule[] = [
  ackMissingFor2xx,
  callDropped32s,
  inviteNoResponse,
  inviteStalledAfterTrying,
  inviteNoFinalResponse,
  authCredentialsRejected,
  authChallengeUnanswered,
  sdpPrivateAddress,
  contactUnroutable,
  codecNoOverlap,
  srtpProfileMismatch,
  dtmfMismatch,
  registrationFailed,
  earlyMediaSdpMissing,
  ringbackAmbiguous,
  dialogUnknown481,
  redirectNotFollowed,
  globalFailureNotHonoured,
  cancelAnswerRace,
  retransmissionsExcessive,
  sipAlgInterference,
  responseMisrouted,
  holdDirectionProblem,
  sdpAnswerInvalid,
  sdpVersionAnomaly,
  offerAnswerViolation,
  mandatoryHeaderMissing,
  contentLengthMismatch,
  t38Failure,
  captureStartsMidCall,
  captureEndsEarly,
  captureOneSided,
  captureTruncated,
  parserRejects,
];
