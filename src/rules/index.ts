/** The list of rules, in the order of rules.md; a rule exists when it stands here. */
import { authChallengeUnanswered } from './authentication/auth-challenge-unanswered.ts';
import { authCredentialsRejected } from './authentication/auth-credentials-rejected.ts';
import { captureClock } from './capture/capture-clock.ts';
import { captureEndsEarly } from './capture/capture-ends-early.ts';
import { captureMultiHop } from './capture/capture-multi-hop.ts';
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
import { optionsPingFailing } from './monitoring/options-ping-failing.ts';
import { overloadControlViolated } from './overload/overload-control-violated.ts';
import { serverOverload503 } from './overload/server-overload-503.ts';
import { registerRefreshTooLate } from './registration/register-refresh-too-late.ts';
import { registerStaleContacts } from './registration/register-stale-contacts.ts';
import { registrationBindingLost } from './registration/registration-binding-lost.ts';
import { registrationFailed } from './registration/registration-failed.ts';
import { registrationFlapping } from './registration/registration-flapping.ts';
import { globalFailureNotHonoured } from './routing/global-failure-not-honoured.ts';
import { redirectNotFollowed } from './routing/redirect-not-followed.ts';
import { registrationBruteForce } from './security/registration-brute-force.ts';
import { scannerDetected } from './security/scanner-detected.ts';
import { tollFraudPattern } from './security/toll-fraud-pattern.ts';
import { userEnumeration } from './security/user-enumeration.ts';
import { subscriptionNoNotify } from './subscription/subscription-no-notify.ts';
import { subscriptionRejected } from './subscription/subscription-rejected.ts';
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
  registrationBindingLost,
  serverOverload503,
  earlyMediaSdpMissing,
  ringbackAmbiguous,
  dialogUnknown481,
  redirectNotFollowed,
  globalFailureNotHonoured,
  cancelAnswerRace,
  retransmissionsExcessive,
  optionsPingFailing,
  mandatoryHeaderMissing,
  contentLengthMismatch,
  registrationFlapping,
  registerRefreshTooLate,
  registerStaleContacts,
  subscriptionNoNotify,
  subscriptionRejected,
  scannerDetected,
  registrationBruteForce,
  userEnumeration,
  tollFraudPattern,
  overloadControlViolated,
  captureStartsMidCall,
  captureEndsEarly,
  captureOneSided,
  captureTruncated,
  captureMultiHop,
  captureClock,
  parserRejects,
];
