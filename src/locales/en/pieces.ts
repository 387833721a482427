/** Sentences that verdicts share: what the caller heard, what came before, who hung up. */
import { tellingCause } from '../../explain/decision.ts';
import type { Args } from '../../model.ts';
import { capitalize, sentences } from '../phrases.ts';
import { count, duration } from './phrases.ts';
import { reasonName } from './reason.ts';
import { conversation, hangsUp } from './steps.ts';

export function heard(args: Args): string {
  switch (args.audible) {
    case 'early-media':
      if (args.sounded)
        return `Before that, early media was open${args.opened === undefined ? '' : ` for ${duration(args.opened)}`} and RTP went to the caller, who should have heard what was in it.`;
      return `Before that, early media was offered${args.opened === undefined ? '' : ` for ${duration(args.opened)}`}: the caller may have heard ringing or an announcement.`;
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

/** Codes that ended those rounds: " (407, 302)". */
function before({ before: codes }: Args): string {
  return codes === undefined ? '' : ` (${codes})`;
}

export function rounds(args: Args): string {
  return Number(args.rounds) > 0
    ? `${capitalize(count(args.rounds, 'round', 'rounds'))} of authentication, redirection or retry came before${before(args)}.`
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

/** What the provisional responses tell of branches, diversions and queues. */
export function branches(args: Args): string {
  const waited = args.waitedInQueue === undefined ? '' : ` for ${duration(args.waitedInQueue)}`;
  return sentences(
    args.diverted === true && 'A server had diverted the call to another target (181).',
    args.queued === true && `The call had waited in a queue${waited} (182).`,
    args.branchEnded === true && 'One branch of a fork had ended before (199).',
    args.otherDevice === true
      ? 'Another branch answered than the one that rang: a second device, voicemail or forwarding.'
      : args.devices !== undefined &&
          `${args.devices} branches of the call had responded before: a fork, a hunt group, or an announcement.`,
  );
}

/** What the caller heard before the answer: where it is odd, and, `alone` without a finding's story, where it is not. */
export function answeredHow(args: Args, alone: boolean): string {
  if (args.reach === 'answered' && args.ringing === false)
    return 'Nothing rang before that: a machine or a conference answered, or a server hides the ringing.';
  if (args.audible === 'silence')
    return 'Progress came without SDP and without 180, so that the caller most likely heard nothing before the answer.';
  if (!alone) return '';
  return sentences(
    args.rang !== undefined && args.otherDevice !== true && `It had been ringing for ${duration(args.rang)}.`,
    args.audible === 'early-media' &&
      (args.sounded
        ? 'Early media came before the answer, with RTP: the caller should have heard what was in it.'
        : 'Early media came before the answer: the caller may have heard ringing or an announcement.'),
  );
}
