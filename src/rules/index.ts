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
import { ackOrRouteMisaddressed } from './dialog/ack-or-route-misaddressed.ts';
import { callDropped32s } from './dialog/call-dropped-32s.ts';
import { cseqDisorder } from './dialog/cseq-disorder.ts';
import { dialogUnknown481 } from './dialog/dialog-unknown-481.ts';
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
import { badRequest } from './message/bad-request.ts';
import { contentLengthMismatch } from './message/content-length-mismatch.ts';
import { mandatoryHeaderMissing } from './message/mandatory-header-missing.ts';
import { nonInviteResponseMisuse } from './message/non-invite-response-misuse.ts';
import { transportSchemeMismatch } from './message/transport-scheme-mismatch.ts';
import { viaBranchProblem } from './message/via-branch-problem.ts';
import { prackMissing } from './prack/prack-missing.ts';
import { prackRejected } from './prack/prack-rejected.ts';
import { prackRseqDisorder } from './prack/prack-rseq-disorder.ts';
import { rel100NegotiationFailed } from './prack/rel100-negotiation-failed.ts';
import { registrationFailed } from './registration/registration-failed.ts';
import { globalFailureNotHonoured } from './routing/global-failure-not-honoured.ts';
import { redirectNotFollowed } from './routing/redirect-not-followed.ts';
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
  earlyMediaSdpMissing,
  ringbackAmbiguous,
  dialogUnknown481,
  redirectNotFollowed,
  globalFailureNotHonoured,
  cancelAnswerRace,
  retransmissionsExcessive,
  non2xxFinalNotAcked,
  prackMissing,
  rel100NegotiationFailed,
  prackRseqDisorder,
  prackRejected,
  mandatoryHeaderMissing,
  contentLengthMismatch,
  viaBranchProblem,
  cseqDisorder,
  tagProblem,
  ackOrRouteMisaddressed,
  transportSchemeMismatch,
  badRequest,
  cancelMisuse,
  nonInviteResponseMisuse,
  privacyLeak,
  identityHeaderConflict,
  captureStartsMidCall,
  captureEndsEarly,
  captureOneSided,
  captureTruncated,
  parserRejects,
];
