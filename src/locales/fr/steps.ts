/** What each step of a call's story says beyond the code's general words. */
import type { Args } from '../../model.ts';
import { capitalize } from '../phrases.ts';
import { hasTalked, sideOf, stepsFrom } from '../steps.ts';
import { after, duration, ofHost, role, times } from './phrases.ts';
import { fields, reasonName } from './reason.ts';
import { toneNames } from './tones.ts';

/** Who hung up, within a sentence. */
export function side(value: unknown): string {
  const known = sideOf(value);
  if (known === 'far') return 'l’autre bout';
  return known === 'one' ? 'un côté' : role(known);
}

/** " après 3,0 s de conversation". */
export function conversation(args: Args): string {
  if (args.talked === undefined) return '';
  return hasTalked(args)
    ? ` après ${duration(args.talked)} de conversation`
    : ` ${duration(args.talked)} après le décroché`;
}

const canceller = (args: Args) => `${capitalize(role(args.role))} (${args.host})`;

export const steps = stepsFrom({
  fields,
  from(args, sdp) {
    const place = args.mediaAddress === '' ? `, port ${args.mediaPort}` : ` sur ${args.mediaAddress}:${args.mediaPort}`;
    const relayed = args.relayedBy === undefined ? '' : `, relayée par ${args.relayedBy}`;
    const body = {
      unexpected: '',
      missing: ', sans SDP',
      unread: ', avec SDP',
      media: `, avec SDP (${args.media}${place})`,
    }[sdp];
    return `Réponse ${ofHost(args)}${relayed}${body}${args.reliable ? ', envoyée de façon fiable (100rel)' : ''}.`;
  },
  fromHost: (args) => `Réponse ${ofHost(args)}.`,
  rtpBegan: (time) => `Du RTP vers l’appelant a commencé${after(time)}.`,
  heardTone: (tone) => `L’appelant a entendu la ${toneNames[tone]}.`,
  sent: (n) => `Envoyée ${times(n)}.`,
  repeated: {
    ack: 'Elle est répétée jusqu’à ce qu’un ACK arrive.',
    prack: 'Elle est répétée jusqu’à ce qu’un PRACK arrive.',
    'keep-alive': 'Des répétitions aussi espacées ne servent qu’à relancer le timer C des proxys.',
  },
  ownPhrase: (phrase) => `Elle dit « ${phrase} ».`,
  insteadOf: (status) => `Elle remplace un ${status} que cet hôte avait reçu de l’aval.`,
  contact: (uri) => `Elle renvoie vers ${uri}.`,
  followed: {
    challenge: 'Défi normal : l’appelant a envoyé des identifiants dans son INVITE suivant.',
    redirection: (contact) => `L’appelant l’a suivie vers ${contact || 'une autre cible'}.`,
    other: 'L’appelant a réessayé avec un autre INVITE.',
  },
  noResponse: ({ sends, host, over }) =>
    `L’INVITE a été envoyé ${times(sends)} à ${host}${over === undefined ? '' : ` en ${duration(over)}`}, et aucune réponse d’aucune sorte n’est revenue.`,
  cancel: {
    elsewhere: (args) => `${canceller(args)} a envoyé CANCEL : l’appel a été pris ailleurs.`,
    gaveUp: (args) => `${canceller(args)} a abandonné et envoyé CANCEL.`,
    reason: (args) => `Motif indiqué : ${reasonName(args)}.`,
  },
  bye: {
    hungUp: (args) => `${capitalize(side(args.role))} (${args.host}) a raccroché${conversation(args)}.`,
    unanswered: 'Le BYE n’a pas reçu de réponse dans cette trace.',
    refused: (status) => `Le BYE a reçu la réponse ${status}.`,
  },
});
