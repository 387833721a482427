/** French words of the rules about subscriptions. */
import type { RuleWords } from '../../../rules/define.ts';
import type { subscriptionNoNotify } from '../../../rules/subscription/subscription-no-notify.ts';
import type { subscriptionRejected } from '../../../rules/subscription/subscription-rejected.ts';
import { count, duration } from '../phrases.ts';
import { quoted } from './phrases.ts';

const CLIP = 80;
function packages(offered: readonly string[]): string {
  const text = offered.join(', ');
  return text.length > CLIP ? `${text.slice(0, CLIP)}…` : text;
}

/** What follows from each reason, by RFC 6665 §4.1.3. */
const advice: Readonly<Record<string, string>> = {
  rejected: 'L’abonné ne doit pas réessayer : le titulaire ou une règle l’interdit.',
  noresource: 'L’abonné ne doit pas réessayer : il n’y a rien à observer sous cette adresse.',
  deactivated: 'L’abonné doit se réabonner aussitôt.',
  probation: 'L’abonné doit réessayer plus tard.',
  giveup: 'Personne n’a autorisé l’abonnement à temps ; l’abonné peut réessayer plus tard.',
};

const inBrackets = (event: string) => (event === '' ? '' : ` (${event})`);

export const subscription = {
  'subscription-no-notify': {
    title: 'Abonnement sans notification',
    message: ({ kind, event, notifier, subscriber, status, copies, waited }) =>
      ({
        none: `${notifier} a accepté par ${status} l’abonnement de ${subscriber}${event === '' ? '' : ` à ${event}`}, mais aucun NOTIFY n’a suivi en ${duration(waited)}.`,
        refresh: `${notifier} a accepté par ${status} le rafraîchissement de l’abonnement de ${subscriber}${event === '' ? '' : ` à ${event}`}, mais aucun NOTIFY n’a suivi en ${duration(waited)}.`,
        unanswered: `${subscriber} n’a jamais répondu au NOTIFY${inBrackets(event)} de ${notifier} : ${count(copies, 'copie', 'copies')}, aucune réponse pendant ${duration(waited)}.`,
      })[kind],
    why: ({ kind, event }) =>
      kind === 'refresh'
        ? 'L’abonné ne sait pas si son abonnement tient encore.'
        : `L’abonné n’apprend pas l’état${inBrackets(event)} : voyants, présence ou message en attente restent faux.`,
    fix: ({ kind, notifier, subscriber, target, event }) =>
      kind === 'unanswered'
        ? [
            `Vérifiez si ${target} est joignable depuis ${notifier} : derrière un NAT, le Contact du SUBSCRIBE doit être l’adresse publique, ou le notifieur doit répondre là d’où vient le SUBSCRIBE.`,
            `Vérifiez que ${subscriber} fonctionne encore, et qu’aucun pare-feu n’a coupé le flux (keep-alives plus fréquents que la durée de vie NAT).`,
          ]
        : [
            `Cherchez le NOTIFY dans le journal de ${notifier} : il doit en envoyer un aussitôt, même si l’abonnement est en attente ou qu’il n’y a rien à dire.`,
            `Vérifiez si ${target === '' ? 'le Contact du SUBSCRIBE' : target} est joignable de là : une adresse privée derrière un NAT ne l’est pas.`,
            `Vérifiez que ${event === '' ? 'le paquet d’événements' : `le module pour ${quoted(event)}`} est chargé sur ${notifier} et a ses données.`,
          ],
    limits: ({ kind }) =>
      kind === 'unanswered'
        ? 'On ne voit pas ici si le NOTIFY est arrivé.'
        : 'Un NOTIFY envoyé sans passer par ce point de capture ne serait pas vu.',
  } satisfies RuleWords<typeof subscriptionNoNotify>,
  'subscription-rejected': {
    title: 'Abonnement refusé',
    message: ({ kind, event, notifier, subscriber, status, phrase, reason, retryAfter }) => {
      const what = event === '' ? '' : ` à ${event}`;
      const answer = `${status}${phrase === '' ? '' : ` ${phrase}`}`;
      return {
        refused: `${notifier} a refusé l’abonnement de ${subscriber}${what} : ${answer}.`,
        'notify-refused': `${subscriber} a refusé le NOTIFY${inBrackets(event)} de ${notifier} : ${answer}.`,
        ended: `${notifier} a mis fin à l’abonnement de ${subscriber}${what} : ${reason}${retryAfter > 0 ? `, nouvel essai possible après ${retryAfter} s` : ''}.`,
      }[kind];
    },
    why: ({ kind, event }) =>
      kind === 'notify-refused'
        ? 'L’abonné n’accepte pas ce qu’on lui dit ; le notifieur doit donc mettre fin à l’abonnement.'
        : `L’abonné n’apprend pas l’état${inBrackets(event)} : voyants, présence ou message en attente restent éteints.`,
    fix: ({ kind, event, notifier, subscriber, status, reason, retryAfter, offered }) => {
      const name = event === '' ? 'le paquet d’événements' : `le paquet d’événements ${quoted(event)}`;
      if (kind === 'ended') {
        return [
          advice[reason] ?? 'Réabonnez le client.',
          ...(retryAfter > 0 ? [`Faites attendre à ${subscriber} les ${retryAfter} s que ${notifier} demande.`] : []),
          ...(reason === 'deactivated' ? [] : [`Vérifiez les droits de cet observateur sur ${notifier}.`]),
        ];
      }
      const [sender, refuser] = kind === 'refused' ? [subscriber, notifier] : [notifier, subscriber];
      if (status === 489) {
        return [
          offered.length === 0
            ? `Activez ${name} sur ${refuser}, ou désactivez la fonction dans ${sender}.`
            : `Employez-en un que ${refuser} offre (${packages(offered)}), ou activez-y ${name}.`,
          'Comparez l’orthographe : les noms de paquets d’événements distinguent majuscules et minuscules, et les téléphones connaissent la même fonction sous plusieurs noms (dialog, presence, as-feature-event).',
        ];
      }
      if (status === 403 || status === 603)
        return [`Autorisez ${sender} à s’abonner à cet usager sur ${refuser} (liste d’observateurs, ACL, contexte).`];
      if (status === 404 || status === 410 || status === 604 || status === 485 || status === 484) {
        return [
          `Vérifiez la partie utilisateur de la Request-URI : ${refuser} n’a rien à observer sous elle (une touche BLF pour un poste sans hint, une boîte vocale qui n’est pas créée).`,
        ];
      }
      if (status === 405 || status === 501)
        return [
          `${refuser} ne fait pas d’abonnements : désactivez la fonction dans ${sender} ou envoyez-la au serveur qui en fait.`,
        ];
      return [
        `Cherchez dans le journal de ${refuser} pourquoi il a répondu ${status}, et comparez avec un terminal qui marche.`,
      ];
    },
  } satisfies RuleWords<typeof subscriptionRejected>,
};
