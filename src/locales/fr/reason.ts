/** Reason, Warning and Retry-After in words. */
import type { Args } from '../../model.ts';
import { speakOfFields } from '../response-fields.ts';
import { causes } from './causes.ts';
import { duration } from './phrases.ts';
import { warnings } from './warnings.ts';

/** `cause Q.850 17 (User busy)`, `SIP;cause=200 (Call completed elsewhere)`. */
export function reasonName(args: Args): string {
  const name = args.cause === undefined ? args.reason : `cause Q.850 ${args.cause}`;
  return args.reasonText === undefined ? `${name}` : `${name} (${args.reasonText})`;
}

export const fields = speakOfFields({
  causes,
  warnings,
  // "Motif indiqué : cause Q.850 17 (User busy)."; its meaning where the sender's own text does not say the same.
  reason: (args, cause) =>
    cause === undefined || cause.named
      ? `Motif indiqué : ${reasonName(args)}.`
      : `Motif indiqué, ${reasonName(args)} : ${cause.means}.`,
  warning: (code, text, means) =>
    `Warning ${code}${text === '' ? '' : ` « ${text} »`}${means === undefined ? '' : ` : ${means}`}.`,
  // About a response, which is feminine.
  retry: (after) => `Elle demande d’attendre ${duration(after)} (Retry-After).`,
});
