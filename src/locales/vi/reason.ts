/** Reason, Warning and Retry-After in words. */
import type { Args } from '../../model.ts';
import { speakOfFields } from '../response-fields.ts';
import { causes } from './causes.ts';
import { duration } from './phrases.ts';
import { warnings } from './warnings.ts';

/** `mã Q.850 số 17 (User busy)`, `SIP;cause=200 (Call completed elsewhere)`. */
export function reasonName(args: Args): string {
  const name = args.cause === undefined ? args.reason : `mã Q.850 số ${args.cause}`;
  return args.reasonText === undefined ? `${name}` : `${name} (${args.reasonText})`;
}

export const fields = speakOfFields({
  causes,
  warnings,
  // "Lý do nêu ra: mã Q.850 số 17 (User busy), nghĩa là thuê bao được gọi đang bận."; the meaning always, for the
  // sender's own text is English.
  reason: (args, cause) =>
    cause === undefined
      ? `Lý do nêu ra: ${reasonName(args)}.`
      : `Lý do nêu ra: ${reasonName(args)}, nghĩa là ${cause.means}.`,
  warning: (code, text, means) =>
    `Warning ${code}${text === '' ? '' : ` "${text}"`}${means === undefined ? '' : `: ${means}`}.`,
  retry: (after) => `Nó yêu cầu chờ ${duration(after)} (Retry-After).`,
});
