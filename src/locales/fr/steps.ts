/** What each step of a call's story says beyond the code's general words. */
import type { Args } from '../../model.ts';
import type { ToneName } from '../locale.ts';
import { after, capitalize, duration, ofHost, role, sentences, times } from './phrases.ts';
import { reasonName, reasonSentence, retrySentence, warningSentence } from './reason.ts';
import { toneNames } from './tones.ts';

function mediaPhrase(args: Args): string {
  if (!args.sdp) return Number(args.status) > 100 && Number(args.status) < 300 ? ', sans SDP' : '';
  if (args.media === undefined) return ', avec SDP';
  const place = args.mediaAddress === '' ? `, port ${args.mediaPort}` : ` sur ${args.mediaAddress}:${args.mediaPort}`;
  return `, avec SDP (${args.media}${place})`;
}

/** Why a response is sent again. */
const repetitions: Readonly<Record<string, string>> = {
  ack: 'Elle est répétée jusqu’à ce qu’un ACK arrive.',
  prack: 'Elle est répétée jusqu’à ce qu’un PRACK arrive.',
  'keep-alive': 'Des répétitions aussi espacées ne servent qu’à relancer le timer C des proxys.',
};

function response(args: Args): string {
  const reliable = args.reliable ? ', envoyée de façon fiable (100rel)' : '';
  const relayed = args.relayedBy === undefined ? '' : `, relayée par ${args.relayedBy}`;
  return sentences(
    `Réponse ${ofHost(args)}${relayed}${mediaPhrase(args)}${reliable}.`,
    args.rtpAfter !== undefined && `Du RTP vers l’appelant a commencé${after(args.rtpAfter)}.`,
    args.rtpTone !== undefined && `L’appelant a entendu la ${toneNames[args.rtpTone as ToneName]}.`,
    args.repeats !== undefined && `Envoyée ${times(Number(args.repeats) + 1)}.`,
    repetitions[String(args.repeated)],
    args.ownPhrase !== undefined && `Elle dit « ${args.ownPhrase} ».`,
    args.insteadOf !== undefined && `Elle remplace un ${args.insteadOf} que cet hôte avait reçu de l’aval.`,
    reasonSentence(args),
    warningSentence(args),
    retrySentence(args),
    args.contact !== undefined && args.contact !== '' && `Elle renvoie vers ${args.contact}.`,
  );
}

/** What the round that followed shows about the refusal that led to it. */
function prefix(args: Args): string {
  const status = Number(args.status);
  const what =
    status === 401 || status === 407
      ? 'Défi normal : l’appelant a envoyé des identifiants dans son INVITE suivant.'
      : status >= 300 && status < 400
        ? `L’appelant l’a suivie vers ${args.contact || 'une autre cible'}.`
        : 'L’appelant a réessayé avec un autre INVITE.';
  return sentences(`Réponse ${ofHost(args)}.`, what);
}

/** Who hung up, within a sentence: the side that answered is only seen as far as the nearest host. */
export function side(value: unknown): string {
  switch (value) {
    case 'caller':
    case 'gateway':
    case 'server':
    case 'callee':
      return role(value);
    case 'proxy':
      return 'l’autre bout';
    default:
      return 'un côté';
  }
}

/** "après 3,0 s de conversation"; without an ACK, or within a second, nobody is sure to have talked. */
export function conversation({ talked, unacknowledged }: Args): string {
  if (talked === undefined) return '';
  const ms = Number(talked);
  return ms < 1000 || unacknowledged === true
    ? ` ${duration(ms)} après le décroché`
    : ` après ${duration(ms)} de conversation`;
}

export const steps = {
  response,
  prefix,
  'no-response': (args: Args) =>
    `L’INVITE a été envoyé ${times(args.sends)} à ${args.host}` +
    `${args.over === undefined ? '' : ` en ${duration(args.over)}`}, et aucune réponse d’aucune sorte n’est revenue.`,
  cancel: (args: Args) =>
    sentences(
      args.elsewhere === true
        ? `${capitalize(role(args.role))} (${args.host}) a envoyé CANCEL : l’appel a été pris ailleurs.`
        : `${capitalize(role(args.role))} (${args.host}) a abandonné et envoyé CANCEL.`,
      args.reason !== undefined && args.elsewhere !== true && `Motif indiqué : ${reasonName(args)}.`,
    ),
  bye: (args: Args) =>
    sentences(
      `${capitalize(side(args.role))} (${args.host}) a raccroché${conversation(args)}.`,
      reasonSentence(args),
      args.answer === undefined && 'Le BYE n’a pas reçu de réponse dans cette trace.',
      args.answer !== undefined && Number(args.answer) >= 300 && `Le BYE a reçu la réponse ${args.answer}.`,
    ),
} as const satisfies Record<string, (args: Args) => string>;
