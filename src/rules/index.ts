/** The list of rules; a rule exists when it stands here. */
import { captureStartsMidCall } from './capture/capture-starts-mid-call.ts';
import type { Rule } from './define.ts';
import { ackMissingFor2xx } from './dialog/ack-missing-for-2xx.ts';
import { inviteNoResponse } from './invite/invite-no-response.ts';
import { mandatoryHeaderMissing } from './message/mandatory-header-missing.ts';

export const rules: readonly Rule[] = [
  inviteNoResponse,
  ackMissingFor2xx,
  mandatoryHeaderMissing,
  captureStartsMidCall,
];
