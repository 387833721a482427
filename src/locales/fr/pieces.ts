/** Sentences that verdicts share: what the caller heard, what came before, who hung up. */
import { tellingCause } from '../../explain/decision.ts';
import type { Args } from '../../model.ts';
import { capitalize, sentences } from '../phrases.ts';
import { count, duration, plural } from './phrases.ts';
import { reasonName } from './reason.ts';
import { conversation, side } from './steps.ts';

const tone = 'l’appelant a normalement entendu une tonalité de retour d’appel';

export function heard(args: Args): string {
  switch (args.audible) {
    case 'early-media':
      if (args.sounded)
        return `Avant cela, l’early media était ouvert${args.opened === undefined ? '' : ` pendant ${duration(args.opened)}`} et du RTP allait vers l’appelant, qui a normalement entendu ce qu’il portait.`;
      return `Avant cela, de l’early media avait été offert${args.opened === undefined ? '' : ` pendant ${duration(args.opened)}`} : l’appelant a pu entendre une sonnerie ou une annonce.`;
    case 'ringback':
      if (args.rang === undefined) return `Avant cela, l’appelé sonnait : ${tone}.`;
      return Number(args.rang) < 1_000
        ? `L’appelé n’avait sonné que ${duration(args.rang)}.`
        : `L’appelé avait sonné ${duration(args.rang)} : ${tone}.`;
    case 'silence':
      return 'Avant cela, une progression sans SDP et aucun 180 : l’appelant n’a très probablement rien entendu.';
    default:
      return '';
  }
}

/** The code was another one on its way. */
export function changed(args: Args): string {
  if (args.insteadOf === undefined) return '';
  return `En aval, c’était d’abord un ${args.insteadOf} de ${args.insteadOfHost} : regardez là en premier.`;
}

/** Codes that ended those rounds: " (407, 302)". */
function before({ before: codes }: Args): string {
  return codes === undefined ? '' : ` (${codes})`;
}

export function rounds(args: Args): string {
  const n = Number(args.rounds);
  if (!(n > 0)) return '';
  const came = plural(n, 'a précédé', 'ont précédé');
  return `${count(n, 'tour', 'tours')} d’authentification, de redirection ou de nouvel essai ${came}${before(args)}.`;
}

export function release(args: Args): string {
  if (args.releasedBy === undefined) return '';
  const who = args.releaseRole === undefined ? `${args.releasedBy}` : capitalize(side(args.releaseRole));
  const { releaseReason: reason, releaseReasonText: reasonText, releaseCause: cause } = args;
  // Normal clearing says nothing that "hung up" does not say.
  const telling = reason !== undefined && (cause === undefined || tellingCause({ cause }) !== undefined);
  const given = telling ? { reason, ...(reasonText && { reasonText }), ...(cause && { cause }) } : undefined;
  const giving = given === undefined ? '' : `, motif indiqué : ${reasonName(given)}`;
  return `${who} a raccroché${conversation(args)}${giving}.`;
}

/** What the provisional responses tell of branches, diversions and queues. */
export function branches(args: Args): string {
  const waited = args.waitedInQueue === undefined ? '' : ` ${duration(args.waitedInQueue)}`;
  return sentences(
    args.diverted === true && 'Un serveur avait renvoyé l’appel vers une autre cible (181).',
    args.queued === true && `L’appel avait attendu${waited} dans une file (182).`,
    args.branchEnded === true && 'Une branche du forking avait pris fin auparavant (199).',
    args.otherDevice === true
      ? 'Une autre branche que celle qui sonnait a décroché : un second terminal, la messagerie vocale ou un renvoi.'
      : args.devices !== undefined &&
          `${args.devices} branches de l’appel avaient répondu auparavant : forking, groupement d’appel ou annonce.`,
  );
}

/** What the caller heard before the answer: where it is odd, and, `alone` without a finding's story, where it is not. */
export function answeredHow(args: Args, alone: boolean): string {
  if (args.reach === 'answered' && args.ringing === false)
    return 'Rien n’a sonné avant : une machine ou une conférence a décroché, ou un serveur masque la sonnerie.';
  if (args.audible === 'silence')
    return (
      'Il y a eu une progression sans SDP et sans 180 : l’appelant n’a très probablement rien entendu avant le ' +
      'décroché.'
    );
  if (!alone) return '';
  return sentences(
    args.rang !== undefined && args.otherDevice !== true && `L’appelé avait sonné ${duration(args.rang)}.`,
    args.audible === 'early-media' &&
      (args.sounded
        ? 'De l’early media a précédé le décroché, avec du RTP : l’appelant a normalement entendu ce qu’il portait.'
        : 'De l’early media a précédé le décroché : l’appelant a pu entendre une sonnerie ou une annonce.'),
  );
}
