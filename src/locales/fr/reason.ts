/** What Reason, Warning and Retry-After add to a response, in words. */
import { type CauseCode, findCause } from '../../catalogue/causes.ts';
import { findWarning, type WarningCode } from '../../catalogue/warnings.ts';
import { tellingCause } from '../../explain/decision.ts';
import type { Args } from '../../model.ts';
import { causes } from './causes.ts';
import { duration } from './phrases.ts';
import { warnings } from './warnings.ts';

/** `cause Q.850 17 (User busy)`, `SIP;cause=200 (Call completed elsewhere)`. */
export function reasonName(args: Args): string {
  const name = args.cause === undefined ? args.reason : `cause Q.850 ${args.cause}`;
  return args.reasonText === undefined ? `${name}` : `${name} (${args.reasonText})`;
}

/** "Motif indiqué : cause Q.850 17 (User busy)."; its meaning too, where the sender's own text does not say the same. */
export function reasonSentence(args: Args): string {
  if (args.reason === undefined) return '';
  const cause = args.cause === undefined || args.causeNamed === true ? undefined : findCause(Number(args.cause));
  return cause === undefined
    ? `Motif indiqué : ${reasonName(args)}.`
    : `Motif indiqué, ${reasonName(args)} : ${causes[cause.code as CauseCode].means}.`;
}

export function warningSentence(args: Args): string {
  if (args.warning === undefined) return '';
  const warning = findWarning(Number(args.warning));
  const text = args.warningText ? ` « ${args.warningText} »` : '';
  if (warning === undefined) return `Warning ${args.warning}${text}.`;
  return `Warning ${warning.code}${text} : ${warnings[warning.code as WarningCode].means}.`;
}

/** About a response, which is feminine. */
export function retrySentence(args: Args): string {
  return args.retryAfter === undefined
    ? ''
    : `Elle demande d’attendre ${duration(Number(args.retryAfter) * 1000)} (Retry-After).`;
}

export function causeAdvice(args: Args): string {
  const cause = tellingCause(args);
  return cause === undefined ? '' : causes[cause.code as CauseCode].advice;
}
