/** Sentences that verdicts share: what the caller heard, what came before, who hung up. */
import type { Args } from '../../model.ts';
import { capitalize, count, duration } from './phrases.ts';
import { reasonName, tellingCause } from './reason.ts';
import { conversation, hangsUp } from './steps.ts';

export function heard(args: Args): string {
  switch (args.audible) {
    case 'early-media':
      return 'Before that, early media was offered: the caller may have heard ringing or an announcement.';
    case 'ringback':
      if (args.rang === undefined) return 'It was ringing before that: the caller should have heard a ringing tone.';
      return Number(args.rang) < 1_000
        ? `It had been ringing for ${duration(args.rang)} only.`
        : `It had been ringing for ${duration(args.rang)}: the caller should have heard a ringing tone.`;
    case 'silence':
      return 'Before that came progress without SDP and no 180: most likely the caller heard nothing.';
    default:
      return '';
  }
}

/** The code was another one on its way. */
export function changed(args: Args): string {
  if (args.insteadOf === undefined) return '';
  return `Further down it began as a ${args.insteadOf} from ${args.insteadOfHost}: look there first.`;
}

export function rounds(args: Args): string {
  return Number(args.rounds) > 0
    ? `${capitalize(count(args.rounds, 'round', 'rounds'))} of authentication, redirection or retry came before.`
    : '';
}

export function release(args: Args): string {
  if (args.releasedBy === undefined) return '';
  const who = args.releaseRole === undefined ? `${args.releasedBy}` : hangsUp(args.releaseRole);
  const { releaseReason: reason, releaseReasonText: reasonText, releaseCause: cause } = args;
  // Normal clearing says nothing that "hung up" does not say.
  const telling = reason !== undefined && (cause === undefined || tellingCause({ cause }) !== undefined);
  const given = telling ? { reason, ...(reasonText && { reasonText }), ...(cause && { cause }) } : undefined;
  const giving = given === undefined ? '' : `, giving ${reasonName(given)}`;
  return `${who} hung up${conversation(args)}${giving}.`;
}

/** What the caller heard before the answer, where it is odd. */
export function answeredHow(args: Args): string {
  if (args.reach === 'answered' && args.ringing === false)
    return 'Nothing rang before that: a machine or a conference answered, or a server hides the ringing.';
  return args.audible === 'silence'
    ? 'Progress came without SDP and without 180, so that the caller most likely heard nothing before the answer.'
    : '';
}
