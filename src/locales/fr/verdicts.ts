/** The verdict of a call in one short paragraph, and what to do about it. Composed from its facts. */
import { findStatus } from '../../catalogue/statuses.ts';
import { type RootCause, tellsTheSame } from '../../explain/cause.ts';
import { tellingCause } from '../../explain/decision.ts';
import type { VerdictKey } from '../../explain/verdict.ts';
import type { Args } from '../../model.ts';
import { address, capitalize, named, sentences } from '../phrases.ts';
import { decider } from './decider.ts';
import { after, duration, host, times } from './phrases.ts';
import { answeredHow, branches, changed, heard, release, rounds } from './pieces.ts';
import { causeAdvice, reasonSentence, retrySentence, warningSentence } from './reason.ts';
import { type Story, storyOf } from './root-causes.ts';
import { wordsOf } from './words.ts';

export interface VerdictWords {
  readonly text: string;
  readonly advice: string;
}

type Words = (args: Args, cause: RootCause | undefined) => VerdictWords;

// ── Pieces ───────────────────────────────────────────────────────────────────────────────────────────────────────

const REFUSED = 'a refusé l’appel';

/** "La passerelle 192.0.2.9 (…) a refusé l’appel après 8,0 s : occupé (486 Busy Here). Le proxy … a transmis …" */
function refusedBy(args: Args, verb: string, reason = ''): string {
  const why = reason === '' ? '' : ` : ${reason}`;
  const did = isPassedOn(args) ? 'a transmis un refus' : verb;
  const relay = args.relayed ? ` ${passedOn(args)}` : '';
  return `${capitalize(host(args))} ${did}${after(args.after)}${why} (${named(args)}).${relay}`;
}

function passedOn(args: Args): string {
  return `Le proxy ${args.server} a transmis cette réponse.`;
}

/** Codes that a device gives, seen no further than the proxy that handed them on. */
function isPassedOn({ role, status, rang }: Args): boolean {
  return role === 'proxy' && (rang !== undefined || [486, 488, 600, 603, 606, 607].includes(Number(status)));
}

const RING_LONGER = 'Si les appels doivent sonner plus longtemps, augmentez l’Expires de l’INVITE chez l’appelant.';

function adviceOf(args: Args): string {
  if (args.decision === 'expires') return RING_LONGER;
  if (args.insteadOf === undefined) return causeAdvice(args) || wordsOf(Number(args.status), args).howToFix;
  return `Commencez par le ${args.insteadOf} de ${args.insteadOfHost}. ${wordsOf(Number(args.insteadOf)).howToFix}`;
}

function storyFor(key: VerdictKey, args: Args, cause: RootCause | undefined): Story | undefined {
  return cause === undefined || tellsTheSame(key, cause.rule) ? undefined : storyOf(cause, args);
}

function told(story: Story | undefined): string {
  return story === undefined ? '' : `${capitalize(story.text)}.`;
}

/** Somebody said no: who, what, after how long, why, and what the caller heard. */
function refusal(key: VerdictKey, verb: string, reason?: (args: Args) => string): Words {
  return (args, cause) => {
    const story = storyFor(key, args, cause);
    const text = sentences(
      refusedBy(args, verb, reason?.(args)),
      changed(args),
      reasonSentence(args),
      warningSentence(args),
      retrySentence(args),
      branches(args),
      !story?.silence && heard(args),
      decider(args),
      told(story),
    );
    return { text, advice: adviceOf(args) };
  };
}

function opening(text: string, story: Story | undefined): string {
  return story === undefined
    ? `${text}.`
    : `${text}${story.join}${story.join === '. ' ? capitalize(story.text) : story.text}.`;
}

/** What a code says; a cause says it better. */
function unless(reason: string): (args: Args) => string {
  return (args) => (tellingCause(args) === undefined ? reason : '');
}

function notFound(args: Args): string {
  switch (args.status) {
    case 410:
      return 'le numéro ou l’usager n’existe plus';
    case 484:
      return 'le numéro est incomplet';
    case 485:
      return 'plusieurs usagers partagent cette adresse';
    case 604:
      return 'ce numéro ou cet usager n’existe nulle part';
    default:
      return 'ce numéro ou cet usager n’existe pas';
  }
}

function credentials(args: Args, cause: RootCause | undefined): string {
  const { kind, offered, given } = cause?.args ?? {};
  if (cause?.rule === 'auth-challenge-unanswered') {
    if (kind === 'unusable') return 'Sa réponse ne contient aucun défi auquel un client pourrait répondre.';
    return kind === 'ignored'
      ? 'L’appelant n’en a pas envoyé.'
      : `Le défi n’offre que ${offered}, et l’appelant n’y a pas répondu.`;
  }
  if (Number(args.rounds) === 0) return 'La trace ne montre aucune tentative de l’appelant pour en envoyer.';
  const why =
    cause?.rule !== 'auth-credentials-rejected'
      ? undefined
      : {
          user: ' : le nom d’utilisateur manque',
          realm: ` : ils sont faits pour le realm « ${given} »`,
          nonce: ' : ils répondent à un défi plus ancien',
          server: ' : le défi était venu d’un autre serveur',
          algorithm: ` : ils emploient ${given}, qui n’était pas offert`,
          qop: ` : ils emploient le qop ${given}, qui n’était pas offert`,
          refused: ', bien qu’ils répondent à son défi : l’utilisateur ou le mot de passe est faux',
          expired: ' : leur nonce avait expiré',
        }[String(kind)];
  return `Ceux que l’appelant a envoyés n’ont pas été acceptés${why ?? ''}.`;
}

/** "Appel décroché après 5,5 s par l’appelé 192.0.2.7"; who stands behind a proxy is not seen. */
function answeredBy(args: Args): string {
  if (args.host === undefined) return `Appel décroché${after(args.after)}`;
  if (args.role === undefined) return `Appel décroché${after(args.after)} par ${args.host}`;
  return `Appel décroché${after(args.after)} ${args.role === 'proxy' ? 'via' : 'par'} ${host(args)}`;
}

/** What is left to look at when the signalling went well. */
function afterAnswer({ ringing }: Args): string {
  return ringing === false
    ? 'Si une tonalité de retour d’appel s’entend après le décroché, cette route décroche trop tôt : comparez-la à une autre.'
    : 'Si l’appel était mauvais malgré tout, regardez l’audio : les adresses du SDP, et le RTP dans les deux sens.';
}

const BEGIN_EARLIER = 'Lancez la capture avant l’appel pour voir comment il a été établi.';

/** Behind a proxy the capture shows nobody else. */
function gaveUp(args: Args): string {
  return args.role === 'proxy' ? `${capitalize(host(args))} a annulé l’appel` : 'L’appelant a abandonné';
}

/** How far the call had got when it was cancelled. */
function waited({ reach, audible, rang }: Args): string {
  if (reach === 'ringing')
    return rang === undefined ? ', pendant la sonnerie' : ` ; l’appelé avait sonné ${duration(rang)}`;
  if (reach === 'trying' || reach === 'nothing') return ', avant toute sonnerie';
  return audible === 'early-media' ? ', pendant l’early media' : '';
}

/** What to do about a call that was given up. */
function abandoned({ reach, audible, decision }: Args): string {
  if (decision !== undefined) return 'Vérifiez le timer de non-réponse du système qui a envoyé le CANCEL.';
  if (reach === 'progress' && audible === 'early-media')
    return 'Cherchez ce que l’early media faisait entendre : une sonnerie, ou une annonce qui a fait raccrocher l’appelant.';
  if (reach === 'trying' || reach === 'progress')
    return 'Cherchez pourquoi rien n’a sonné : le saut suivant avait la requête, regardez donc ce qu’il en a fait.';
  return reach === 'nothing'
    ? 'Cherchez pourquoi rien n’a sonné : vérifiez adresse, port, transport et pare-feu du saut suivant.'
    : 'Rien à réparer quand l’appelant raccroche pendant la sonnerie. Si la messagerie vocale devait prendre l’appel avant, raccourcissez le timer de non-réponse.';
}

/** How far a call had got that has no result. */
const open: Readonly<Record<string, string>> = {
  nothing: 'Aucune réponse à cet appel n’est dans la trace.',
  trying: 'La trace ne contient que 100 Trying pour cet appel.',
  progress: 'La trace se termine avant l’issue de l’appel. Une progression avait été signalée.',
  ringing: 'La trace se termine avant l’issue de l’appel. Le téléphone sonnait.',
};

// ── Verdicts ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const verdicts: Readonly<Record<VerdictKey, Words>> = {
  answered: (args, cause) => {
    const story = storyFor('answered', args, cause);
    const text = sentences(
      opening(answeredBy(args), story),
      !story?.silence && answeredHow(args, story === undefined),
      branches(args),
      rounds(args),
      !story?.ending && release(args),
    );
    return { text, advice: cause === undefined ? afterAnswer(args) : '' };
  },
  'answered-before-capture': (args, cause) => {
    const story = storyFor('answered-before-capture', args, cause);
    const text = opening('L’appel était déjà décroché quand la capture a commencé', story);
    return { text: sentences(text, !story?.ending && release(args)), advice: cause === undefined ? BEGIN_EARLIER : '' };
  },
  'busy-here': refusal('busy-here', REFUSED, () => 'occupé'),
  'busy-everywhere': (args, cause) => ({
    text: sentences(
      refusedBy(args, REFUSED, 'l’appelé est occupé sur tous ses terminaux'),
      changed(args),
      reasonSentence(args),
      retrySentence(args),
      'Un 6xx met fin au forking : aucun autre téléphone, aucune autre route ni messagerie vocale ne peut être essayé ' +
        '(RFC 3261 §16.7).',
      branches(args),
      heard(args),
      decider(args),
      told(storyFor('busy-everywhere', args, cause)),
    ),
    advice: wordsOf(600, args).howToFix,
  }),
  declined: refusal('declined', 'a décliné l’appel'),
  unwanted: refusal('unwanted', 'a rejeté l’appel comme indésirable'),
  blocked: refusal('blocked', 'a bloqué l’appel'),
  cancelled: (args, cause) => {
    const story = storyFor('cancelled', args, cause);
    const silent =
      'Il y avait eu une progression sans SDP et sans 180 : l’appelant n’a très probablement rien entendu.';
    return {
      text: sentences(
        `${gaveUp(args)}${after(args.cancelledAfter ?? args.after)}${waited(args)}.`,
        !story?.silence && args.audible === 'silence' && silent,
        branches(args),
        decider(args),
        told(story),
      ),
      advice: cause === undefined ? abandoned(args) : '',
    };
  },
  'cancelled-elsewhere': (args) => ({
    text:
      `Cette branche a été annulée${after(args.cancelledAfter ?? args.after)} parce que l’appel a été pris sur un ` +
      'autre terminal.',
    advice: 'Rien à réparer : le téléphone ne doit pas l’afficher comme appel manqué.',
  }),
  terminated: (args, cause) => ({
    text: sentences(
      refusedBy(args, 'a mis fin à la tentative'),
      args.decision === 'expires'
        ? 'Aucun CANCEL n’est dans la trace.'
        : 'Aucun CANCEL n’est dans la trace : un timer Expires, un B2BUA ou un CANCEL par un autre chemin l’a arrêtée.',
      decider(args),
      reasonSentence(args),
      told(storyFor('terminated', args, cause)),
    ),
    advice:
      args.decision === 'expires'
        ? RING_LONGER
        : 'Cherchez un CANCEL au saut suivant, un Expires dans l’INVITE, et dans le journal de l’hôte qui a envoyé le 487.',
  }),
  'no-answer': (args, cause) => {
    const story = storyFor('no-answer', args, cause);
    const waited = args.rang === undefined ? after(args.after) : ` après ${duration(args.rang)} de sonnerie`;
    const text = sentences(
      `Personne n’a répondu : ${host(args)} a mis fin à la tentative${waited} (${named(args)}).`,
      args.relayed ? passedOn(args) : '',
      changed(args),
      reasonSentence(args),
      branches(args),
      decider(args),
      args.audible === 'ringback'
        ? 'L’appelant a normalement entendu une tonalité de retour d’appel.'
        : !story?.silence && heard(args),
      told(story),
    );
    return { text, advice: adviceOf(args) };
  },
  redirected: (args, cause) => {
    const there =
      cause?.args.kind === 'same-target'
        ? 'qui est l’adresse appelée'
        : 'et l’appelant n’y est pas allé dans cette trace';
    return {
      text: sentences(
        refusedBy(args, 'a redirigé l’appel'),
        args.contact
          ? `La cible indiquée est ${args.contact}, ${there}.`
          : args.status === 380
            ? 'Son corps indique un autre service au lieu d’une cible.'
            : 'Aucune cible n’est indiquée.',
        told(storyFor('redirected', args, cause)),
      ),
      advice:
        args.status === 380
          ? adviceOf(args)
          : 'Autorisez l’appelant à suivre les redirections, ou faites faire le renvoi par le système qui redirige lui-même.',
    };
  },
  'not-found': refusal('not-found', REFUSED, notFound),
  forbidden: (args, cause) =>
    cause?.rule === 'auth-credentials-rejected'
      ? { text: refusedBy(args, REFUSED, 'les identifiants de l’appelant ne sont pas acceptés'), advice: '' }
      : refusal('forbidden', REFUSED, unless('ses règles l’interdisent'))(args, cause),
  unavailable: refusal('unavailable', REFUSED, unless('l’appelé n’est pas joignable pour le moment')),
  'media-refused': refusal('media-refused', REFUSED, ({ status }) =>
    status === 415 ? 'ce genre de corps ne peut être lu' : 'le média offert ne convient pas',
  ),
  rejected: refusal('rejected', REFUSED, (args) =>
    findStatus(Number(args.status)) === undefined ? '' : wordsOf(Number(args.status), args).means,
  ),
  unauthorized: (args, cause) => ({
    text: sentences(
      refusedBy(args, 'a demandé des identifiants'),
      credentials(args, cause),
      told(storyFor('unauthorized', args, cause)),
    ),
    advice:
      Number(args.rounds) > 0
        ? 'Redéfinissez le nom d’utilisateur et le mot de passe des deux côtés, et comparez le realm à celui du défi.'
        : adviceOf(args),
  }),
  'no-response': (args, cause) => ({
    text: sentences(
      `${args.server} n’a pas répondu du tout : l’INVITE a été envoyé ${times(args.sends ?? 1)}, et aucune réponse ` +
        'n’est revenue.',
      told(storyFor('no-response', args, cause)),
    ),
    advice: 'Vérifiez adresse, port, transport et pare-feu, et si le serveur accepte cette source.',
  }),
  stalled: (args, cause) => ({
    text: sentences(
      `${args.server} a pris l’INVITE puis s’est tu : rien que 100 Trying` +
        `${args.after === undefined ? '' : ` en ${duration(args.after)}`}.`,
      told(storyFor('stalled', args, cause)),
    ),
    advice:
      'Un 100 ne prouve que le saut suivant. Regardez un saut plus loin : une passerelle morte, une recherche qui ' +
      'bloque, ou une table de localisation vide.',
  }),
  timeout: (args, cause) => {
    const { text, advice } = refusal('timeout', 'a renoncé à attendre')(args, cause);
    // The hop that fell silent is known.
    const known = cause?.rule === 'invite-no-response' || cause?.rule === 'invite-stalled-after-trying';
    return { text, advice: known ? '' : advice };
  },
  'server-failure': refusal('server-failure', 'a abandonné l’appel', (args) =>
    args.status === 500 ||
    args.status === 503 ||
    tellingCause(args) !== undefined ||
    findStatus(Number(args.status)) === undefined
      ? ''
      : wordsOf(Number(args.status), args).means,
  ),
  unfinished: (args, cause) => {
    if (cause?.rule === 'invite-no-final-response' && cause.args.kind === 'ringing') {
      const { server, status, waited } = cause.args;
      return {
        text:
          `L’appel n’a jamais eu de réponse finale : le dernier mot de ${address(server)} a été un ${status}, et rien ` +
          `ne l’a suivi pendant ${duration(waited)}.`,
        advice: 'Cherchez ce que l’autre côté attend : un timer de non-réponse devrait mettre fin à un tel appel.',
      };
    }
    return {
      text: sentences(open[String(args.reach)] ?? open.progress, told(storyFor('unfinished', args, cause))),
      advice:
        args.reach === 'nothing'
          ? 'Capturez plus longtemps, et dans les deux sens.'
          : 'Capturez plus longtemps pour voir comment il se termine.',
    };
  },
  unknown: (_args, cause) => ({
    text: sentences('La trace ne contient que des fragments de cet appel.', cause && told(storyOf(cause, {}))),
    advice: '',
  }),
};
