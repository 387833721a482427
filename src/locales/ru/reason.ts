/** Reason, Warning and Retry-After in words. */
import type { Args } from '../../model.ts';
import { speakOfFields } from '../response-fields.ts';
import { causes } from './causes.ts';
import { duration } from './phrases.ts';
import { warnings } from './warnings.ts';

/** `Q.850, причина 17 (User busy)`, `SIP;cause=200 (Call completed elsewhere)`. */
export function reasonName(args: Args): string {
  const name = args.cause === undefined ? args.reason : `Q.850, причина ${args.cause}`;
  return args.reasonText === undefined ? `${name}` : `${name} (${args.reasonText})`;
}

export const fields = speakOfFields({
  causes,
  warnings,
  // "Указано: Q.850, причина 17 (User busy)."; its meaning where the sender's own text does not say the same.
  reason: (args, cause) =>
    cause === undefined || cause.named
      ? `Указано: ${reasonName(args)}.`
      : `Указано: ${reasonName(args)} — ${cause.means}.`,
  warning: (code, text, means) =>
    `Warning ${code}${text === '' ? '' : ` «${text}»`}${means === undefined ? '' : `: ${means}`}.`,
  retry: (after) => `Просит подождать ${duration(after)} (Retry-After).`,
});
