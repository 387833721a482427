/** The list of rules, in the order of rules.md; a rule exists when it stands here. */
import { authChallengeUnanswered } from './authentication/auth-challenge-unanswered.ts';
import { authCredentialsRejected } from './authentication/auth-credentials-rejected.ts';
import { captureEndsEarly } from './capture/capture-ends-early.ts';
import { captureOneSided } from './capture/capture-one-sided.ts';
import { captureStartsMidCall } from './capture/capture-starts-mid-call.ts';
import { captureTruncated } from './capture/capture-truncated.ts';
import { parserRejects } from './capture/parser-rejects.ts';
import type { Rule } from './define.ts';
import { postDialDelayHigh } from './delay/post-dial-delay-high.ts';
import { tryingLate } from './delay/trying-late.ts';
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
import { registrationFailed } from './registration/registration-failed.ts';
import { forwardLoop } from './routing/forward-loop.ts';
import { globalFailureNotHonoured } from './routing/global-failure-not-honoured.ts';
import { loopDetected } from './routing/loop-detected.ts';
import { redirectNotFollowed } from './routing/redirect-not-followed.ts';
import { tooManyHops } from './routing/too-many-hops.ts';
import { retransmissionsExcessive } from './transport/retransmissions-excessive.ts';

export const rules: readonly Rule[] = [
  ackMissingFor2xx,
  callDropped32s,
  inviteNoResponse,
  inviteStalledAfterTrying,
  inviteNoFinalResponse,
  authCredentialsRejected,
  authChallengeUnanswered,
  registrationFailed,
  upstreamTimeout408504,
  earlyMediaSdpMissing,
  ringbackAmbiguous,
  dialogUnknown481,
  destinationNotFound,
  callForbidden,
  redirectNotFollowed,
  globalFailureNotHonoured,
  cancelAnswerRace,
  retransmissionsExcessive,
  postDialDelayHigh,
  tryingLate,
  releaseCauseAbnormal,
  reasonContradiction,
  requestTerminated487,
  busyDeclinedUnavailable,
  loopDetected,
  tooManyHops,
  forwardLoop,
  mandatoryHeaderMissing,
  contentLengthMismatch,
  requiredExtensionUnsupported,
  methodNotSupported,
  bodyRejected,
  retryAfterIgnored,
  emergencyCallProblem,
  captureStartsMidCall,
  captureEndsEarly,
  captureOneSided,
  captureTruncated,
  parserRejects,
];
