/** What Reason, Warning and Retry-After add to a response, in words. */
import { type CauseCode, findCause } from '../../catalogue/causes.ts';
import { findWarning, type WarningCode } from '../../catalogue/warnings.ts';
import { tellingCause } from '../../explain/decision.ts';
import type { Args } from '../../model.ts';
import { causes } from './causes.ts';
import { duration } from './phrases.ts';
import { warnings } from './warnings.ts';

/** `Q.850, причина 17 (User busy)`, `SIP;cause=200 (Call completed elsewhere)`. */
export function reasonName(args: Args): string {
  const name = args.cause === undefined ? args.reason : `Q.850, причина ${args.cause}`;
  return args.reasonText === undefined ? `${name}` : `${name} (${args.reasonText})`;
}

/** What a Q.850 cause means, where the sender's own text does not say the same. */
function meaning(args: Args): string {
  const cause = args.cause === undefined || args.causeNamed === true ? undefined : findCause(Number(args.cause));
  return cause === undefined ? '' : ` — ${causes[cause.code as CauseCode].means}`;
}

/** "Указано: Q.850, причина 17 (User busy)." */
export function reasonSentence(args: Args): string {
  return args.reason === undefined ? '' : `Указано: ${reasonName(args)}${meaning(args)}.`;
}

export function warningSentence(args: Args): string {
  if (args.warning === undefined) return '';
  const warning = findWarning(Number(args.warning));
  const text = args.warningText ? ` «${args.warningText}»` : '';
  if (warning === undefined) return `Warning ${args.warning}${text}.`;
  return `Warning ${warning.code}${text}: ${warnings[warning.code as WarningCode].means}.`;
}

export function retrySentence(args: Args): string {
  return args.retryAfter === undefined
    ? ''
    : `Просит подождать ${duration(Number(args.retryAfter) * 1000)} (Retry-After).`;
}

export function causeAdvice(args: Args): string {
  const cause = tellingCause(args);
  return cause === undefined ? '' : causes[cause.code as CauseCode].advice;
}
