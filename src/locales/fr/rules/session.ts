/** French words of the rules about sessions that go on: refresh, timers, changes. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { intervalRejectedLoop } from '../../../rules/session/interval-rejected-loop.ts';
import type { reinviteFailed } from '../../../rules/session/reinvite-failed.ts';
import type { reinviteGlare } from '../../../rules/session/reinvite-glare.ts';
import type { sessionRefreshFailed } from '../../../rules/session/session-refresh-failed.ts';
import type { sessionTimerExpiryDrop } from '../../../rules/session/session-timer-expiry-drop.ts';
import { capitalize } from '../../phrases.ts';
import { count, duration, of, the } from '../phrases.ts';
import { quoted } from './phrases.ts';

type Change = ArgsOf<typeof reinviteFailed>;

const purposes: Readonly<Record<Change['kind'], string>> = {
  fax: ' pour passer en fax (T.38)',
  video: ' pour ajouter la vidéo',
  hold: ' pour mettre l’appel en attente',
  offerless: ' sans offre',
  media: ' avec un autre média',
  other: '',
};

function remediesOf({ kind, status, server, client, retryAfter, method }: Change): string[] {
  if (status === 0) {
    return [
      `Vérifiez que ${server} est joignable au Contact et par la Route de l’appel : l’INVITE a pu passer par un autre chemin.`,
      'S’il se taisait depuis longtemps, une association NAT ou une session de pare-feu s’est fermée : envoyez des keep-alives.',
    ];
  }
  if (status === 481 || status === 408 || status === 404) {
    return [
      `Cherchez où ${server} a perdu l’appel : redémarrage, bascule, ou passage par un autre nœud faute de Record-Route.`,
      'Comparez la Request-URI avec le Contact le plus récent de l’autre côté : un téléphone qui a changé d’adresse doit le dire par un re-INVITE.',
    ];
  }
  if (retryAfter >= 0) {
    return [`Faites attendre à ${client} la réponse finale à son INVITE précédent avant d’envoyer le suivant.`];
  }
  if (status === 405 || status === 501) {
    return [
      `Faites employer par ${client} une autre méthode que ${method}, ou aucune : ${server} ne l’accepte pas en cours d’appel.`,
    ];
  }
  return {
    fax: [
      `Activez T.38 sur ${server} et sur ce qui est derrière lui, ou désactivez-le dans ${client} et envoyez le fax en G.711.`,
      'Si un transcodeur ou un SBC s’interpose, faites-lui laisser passer m=image.',
    ],
    video: [`Autorisez la vidéo sur ${server}, ou désactivez-la dans ${client}.`],
    hold: [
      `Cherchez dans le journal de ${server} ce qui lui déplaît dans l’offre : la version dans o=, un codec manquant, a=inactive ou c=0.0.0.0.`,
      'Faites répondre le SBC lui-même à la mise en attente là où l’autre côté ne le peut pas.',
    ],
    offerless: [
      `Faites envoyer par ${client} son re-INVITE avec une offre : ${server} n’en fait pas lui-même.`,
      `Ou activez les offres différées sur ${server}.`,
    ],
    media: [
      `Comparez l’offre avec ce que ${server} avait accepté : elle doit encore contenir un codec de l’appel, et sa version dans o= doit augmenter d’une unité.`,
      `Désactivez dans ${client} ce qui provoque le re-INVITE (direct media, renégociation de codec) là où personne n’en a besoin.`,
    ],
    other: [`Cherchez dans le journal de ${server} la raison de son refus.`],
  }[kind];
}

export const session = {
  'interval-rejected-loop': {
    title: 'Intervalle refusé comme trop court',
    message: ({ kind, method, client, server, status, requested, minimum, next }) => {
      const asked = requested < 0 ? 'qui ne nommait pas d’intervalle' : `qui demandait ${requested} s`;
      const refused = `${server} a refusé par ${status} ${the(method)} de ${client}, ${asked}`;
      return {
        'same-again': `${refused}, et veut au moins ${minimum} s ; le suivant ${next < 0 ? 'n’en nommait pas non plus' : `demandait de nouveau ${next} s`}.`,
        'given-up': `${refused}, et veut au moins ${minimum} s ; ${client} n’a pas réessayé aussitôt.`,
        'minimum-too-low': `${refused}, et nomme un Min-SE de ${minimum} s ; 90 s est le minimum permis.`,
        needless:
          requested >= 0 && requested < minimum
            ? `${refused}, et veut ${minimum} s ; une demande d’une heure ou plus ne doit pas être refusée comme trop courte.`
            : `${refused}, bien que son propre minimum soit de ${minimum} s.`,
        'mid-call': `${refused}, en cours d’appel, et veut au moins ${minimum} s ; ${client} a redemandé une durée suffisante.`,
      }[kind];
    },
    why: ({ kind, method }) =>
      kind === 'mid-call'
        ? 'Rien n’est perdu : le client a redemandé la durée que veut le serveur.'
        : kind === 'minimum-too-low'
          ? 'Une session à rafraîchir si souvent charge chaque serveur de son chemin, et des clients peuvent refuser la valeur.'
          : ({
              REGISTER: 'Le téléphone reste sans enregistrement : les appels ne l’atteignent pas.',
              SUBSCRIBE: 'L’abonnement ne s’établit pas : voyants, présence ou message en attente restent éteints.',
              PUBLISH: 'L’état à publier n’est connu de personne.',
              INVITE: 'L’appel ne s’établit pas, ou se termine quand son session timer expire.',
              UPDATE: 'La session n’est pas rafraîchie, et l’appel se termine quand son timer expire.',
            }[method] ?? 'Ce qui était demandé n’a pas lieu.'),
    fix: ({ kind, client, server, status, minimum, method }) => {
      const field = status === 422 ? 'Min-SE' : 'Min-Expires';
      const setting = status === 422 ? 'le session timer (Session-Expires)' : `la durée de validité pour ${method}`;
      return {
        'same-again': [
          `Réglez ${setting} de ${client} sur ${minimum} s ou plus : il ne suit pas ${field} de lui-même.`,
          `Ou abaissez le minimum sur ${server}.`,
        ],
        'given-up': [
          `Réglez ${setting} de ${client} sur ${minimum} s ou plus, ou mettez-le à jour : après ${status}, il doit réessayer de lui-même.`,
          `Ou abaissez le minimum sur ${server}.`,
        ],
        'minimum-too-low': [
          `Relevez le minimum (Min-SE) sur ${server} à 90 s. L’intervalle lui-même (Session-Expires) peut fort bien être plus long : la RFC 4028 recommande 1800 s.`,
        ],
        needless: [
          `Regardez l’intervalle minimal et maximal dans les réglages de ${server}, et mettez-le à jour : il refuse ce qu’il doit accepter.`,
          `En attendant, faites demander un autre intervalle par ${client}.`,
        ],
        'mid-call': ['Rien à faire.'],
      }[kind];
    },
    limits: ({ kind }) =>
      kind === 'given-up' ? 'Un second essai avec un autre Call-ID apparaît à part dans ce rapport.' : '',
  } satisfies RuleWords<typeof intervalRejectedLoop>,
  'reinvite-failed': {
    title: 'Modification échouée d’un appel en cours',
    message: ({ kind, method, client, server, status, phrase, warning, sends, outcome, after }) =>
      `${client} a envoyé un ${method}${purposes[kind]}, et ${server} ` +
      (status === 0
        ? `n’a pas répondu (${count(sends, 'copie', 'copies')})`
        : `l’a refusé par ${status}${phrase === '' ? '' : ` ${phrase}`}${warning === '' ? '' : ` (${quoted(warning)})`}`) +
      {
        ended: ` ; l’appel s’est terminé ${duration(after)} plus tard.`,
        retried: ' ; un second essai a réussi.',
        stays: ' ; l’appel a continué sans changement.',
      }[outcome],
    why: ({ outcome, status, kind }) =>
      ({
        ended: 'L’usager perd l’appel au milieu de la conversation.',
        retried: 'Rien n’est perdu que le temps d’un essai de plus.',
        stays:
          status === 0 || status === 481 || status === 408
            ? 'L’autre côté ne connaît plus cet appel ; l’usager ne parle à personne.'
            : kind === 'fax'
              ? 'Le fax continue comme son, où un paquet perdu coûte une ligne ou la page.'
              : 'L’appel continue tel quel, et ce que voulait l’usager ou le système (attente, transfert, fax, autre codec) n’a pas eu lieu.',
      })[outcome],
    fix: remediesOf,
    limits: ({ outcome }) =>
      outcome === 'ended' ? 'Que l’un découle de l’autre est probable, mais aucun message ne le dit.' : '',
  } satisfies RuleWords<typeof reinviteFailed>,
  'reinvite-glare': {
    title: 'Modifications d’un appel qui se heurtent',
    message: ({ kind, method, client, server, collisions, outcome, retry, backOff }) => {
      if (kind === 'crossed') {
        return `Les re-INVITE de ${client} et de ${server} se sont croisés, et chacun a accepté celui de l’autre au lieu de le refuser par 491.`;
      }
      const times = collisions > 1 ? `, la dernière de ${collisions} collisions` : '';
      const again = `a réessayé ${duration(retry)} plus tard${backOff === 'early' ? ', trop tôt' : backOff === 'late' ? ', trop tard' : ''}`;
      return (
        `${server} a refusé par 491 ${the(method)} de ${client} parce qu’une autre modification était en cours${times}` +
        {
          resolved: ` ; ${client} ${again}, et une modification a été acceptée.`,
          open: retry < 0 ? '.' : ` ; ${client} ${again}.`,
          'given-up': `, et ${client} n’a pas réessayé.`,
          unresolved:
            retry < 0 ? ', et aucun côté n’a réessayé.' : ` ; ${client} ${again}, et rien n’a plus été accepté.`,
        }[outcome]
      );
    },
    why: ({ kind, outcome, collisions }) =>
      kind === 'crossed'
        ? 'Chaque côté tient maintenant une autre description pour la bonne : silence ou son à sens unique peuvent suivre.'
        : {
            resolved:
              collisions > 1
                ? 'Mise en attente, transfert ou média viennent tard, et chaque collision est l’occasion d’une autre qui ne se résout pas.'
                : 'Rien n’est en panne : le second essai est la façon dont SIP règle une collision.',
            open: 'Rien n’est en panne jusqu’ici : le second essai est la façon dont SIP règle une collision.',
            'given-up':
              'Ce que voulait le côté refusé (attente, reprise, rafraîchissement, autre média) n’a jamais eu lieu.',
            unresolved:
              'Plus aucune modification n’est passée : attente, reprise ou rafraîchissement de session de cet appel a échoué.',
          }[outcome],
    fix: ({ kind, outcome, client, server, collisions, backOff }) =>
      kind === 'crossed'
        ? [
            `Mettez ${client} et ${server} à jour : qui reçoit un re-INVITE pendant que le sien est en cours doit le refuser par 491.`,
            'Laissez un seul côté lancer des modifications : direct media du PBX ou media release du SBC, pas les deux.',
          ]
        : outcome !== 'given-up' && outcome !== 'unresolved' && collisions === 1
          ? ['Rien à faire tant que cela n’arrive que de temps en temps.']
          : [
              ...(outcome === 'given-up'
                ? [`Faites répéter sa modification par ${client} après 491, comme le demande la RFC 3261 §14.1.`]
                : []),
              ...(backOff === 'early' || backOff === 'late'
                ? [
                    `Corrigez le temps d’attente de ${client} : le côté qui a créé le Call-ID attend de 2,1 à 4 s, l’autre de 0 à 2 s.`,
                  ]
                : []),
              'Faites rafraîchir la session par un seul côté (refresher dans Session-Expires), de préférence par UPDATE sans SDP.',
              'Désactivez sur l’un des deux côtés ce qui envoie de lui-même un re-INVITE juste après le décroché : direct media, codec lock-down, media release.',
            ],
    limits: ({ outcome }) => (outcome === 'open' ? 'Cette trace ne dit pas si l’essai suivant a réussi.' : ''),
  } satisfies RuleWords<typeof reinviteGlare>,
  'session-refresh-failed': {
    title: 'Rafraîchissement de session échoué',
    message: ({ kind, method, client, server, status, phrase, sends, outcome, interval, after }) =>
      `${capitalize(the(method))} par lequel ${client} devait rafraîchir la session ` +
      (kind === 'unanswered'
        ? `n’a pas eu de réponse de ${server} (${count(sends, 'copie', 'copies')})`
        : `a été refusé par ${server} par ${status}${phrase === '' ? '' : ` ${phrase}`}`) +
      {
        dropped: `, et l’appel est tombé ${duration(after)} plus tard.`,
        ended: ' ; l’appel s’est terminé avant le session timer.',
        expired: `, et le session timer de ${interval} s a expiré.`,
      }[outcome],
    why: ({ outcome }) =>
      outcome === 'ended'
        ? 'Cet appel s’est terminé avant que cela ne compte ; un plus long serait tombé à l’expiration du session timer.'
        : 'Sans rafraîchissement, les deux côtés tiennent l’appel pour mort à l’expiration du session timer : les longs appels tombent, toujours après le même temps.',
    fix: ({ kind, method, status, client, server, disallowed, renumbered }) => [
      ...(disallowed
        ? [`Faites rafraîchir ${client} par re-INVITE : ${server} n’a pas ${method} dans son champ Allow.`]
        : []),
      ...(kind === 'unanswered'
        ? [
            `Vérifiez que ${server} est encore joignable au Contact et par la Route de l’appel : une association NAT ou une session de pare-feu se ferme quand personne n’envoie rien.`,
            'Gardez le chemin ouvert par des keep-alives (OPTIONS ou CRLF toutes les 30 s), ou faites rafraîchir l’autre côté.',
          ]
        : status === 481 || status === 408 || status === 404
          ? [
              `Cherchez où ${server} a perdu l’appel : redémarrage, bascule, ou proxy sans Record-Route qui envoie le rafraîchissement à un autre nœud.`,
              `Comparez la Request-URI ${of(the(method))} avec le Contact le plus récent de l’autre côté.`,
            ]
          : [
              `Faites accepter ${method} par ${server} en cours d’appel ; ${status} n’est pas une réponse à un rafraîchissement qui ne change rien.`,
              ...(method === 'UPDATE'
                ? []
                : [`Ou faites rafraîchir ${client} par UPDATE sans SDP là où l’autre côté autorise UPDATE.`]),
            ]),
      ...(renumbered
        ? [
            `Faites répéter par ${client} la ligne o= de sa dernière offre : une nouvelle version fait renégocier le média par ${server}.`,
          ]
        : []),
    ],
    limits: ({ kind }) =>
      kind === 'unanswered'
        ? 'La trace montre qu’aucune réponse n’est passée par ce point de capture ; on ne voit pas ici si l’autre côté a reçu la requête.'
        : '',
  } satisfies RuleWords<typeof sessionRefreshFailed>,
  'session-timer-expiry-drop': {
    title: 'Appel tombé par son session timer',
    message: ({ kind, sender, refresher, interval, after, since, method, status }) => {
      const when = `${sender} a raccroché ${duration(after)} après le ${since === 'answer' ? 'décroché' : 'dernier rafraîchissement'}`;
      const ranOut = `${when} : le session timer de ${interval} s a expiré`;
      return {
        absent:
          refresher === ''
            ? `${ranOut}, parce que personne n’avait été désigné pour le rafraîchir et que personne ne l’a fait.`
            : `${ranOut}, parce que ${refresher}, qui devait le rafraîchir, n’a envoyé aucun rafraîchissement.`,
        unanswered: `${when}, parce que ${the(method)} qui devait rafraîchir le session timer de ${interval} s n’a pas eu de réponse.`,
        refused: `${when}, parce que ${the(method)} qui devait rafraîchir le session timer de ${interval} s a été refusé par ${status}.`,
        uncounted: `${ranOut} chez lui, bien qu’un rafraîchissement ultérieur ait été accepté.`,
      }[kind];
    },
    why: ({ kind, interval }) =>
      `Les usagers signalent que les appels tombent toujours après le même temps : ici, la session doit être rafraîchie en ${interval} s, ` +
      (kind === 'uncounted' ? 'et un côté n’a pas compté le rafraîchissement.' : 'et elle ne l’a pas été.'),
    fix: ({ kind, refresher, sender, method }) => [
      ...{
        absent: [
          refresher === ''
            ? 'Le 2xx ne nomme pas de refresher, si bien que chaque côté attendait l’autre : faites écrire par le côté qui décroche refresher=uac ou refresher=uas dans Session-Expires.'
            : `Cherchez pourquoi ${refresher}, le refresher, n’envoie rien à la moitié de l’intervalle : son session timer est peut-être désactivé, ou un pare-feu ou un SIP ALG de son côté jette ce qu’il envoie après le long silence.`,
          'Faites plutôt rafraîchir l’autre côté : refresher=uas ou refresher=uac dans les réglages du trunk.',
        ],
        unanswered: [
          `Capturez de l’autre côté : ${the(method)} qui devait rafraîchir la session n’y arrive pas, ou sa réponse se perd. Une association NAT ou une session de pare-feu fermée pendant le silence est la raison habituelle.`,
          'Gardez le chemin ouvert par OPTIONS ou des keep-alives toutes les 30 s, ou employez TCP.',
        ],
        refused: [
          `Examinez le refus ${of(the(method))} : ce qui rafraîchit la session doit être accepté ; autorisez donc UPDATE ou re-INVITE en cours d’appel.`,
          'Rafraîchissez par UPDATE sans SDP là où l’autre côté autorise UPDATE : il ne contient rien qui puisse être refusé.',
        ],
        uncounted: [
          `Mettez ${sender} à jour : il a laissé courir son timer bien que la session ait été rafraîchie, peut-être parce que ce 2xx ne portait pas de Session-Expires.`,
          'Faites répéter Session-Expires avec le refresher dans la réponse à chaque rafraîchissement.',
        ],
      }[kind],
      'En dernier recours, désactivez les session timers sur l’un des deux trunks (Asterisk PJSIP : timers=no ; chan_sip : session-timers=refuse ; FreeSWITCH : enable-timer=false).',
    ],
    limits: ({ kind }) =>
      kind === 'absent'
        ? 'Un rafraîchissement envoyé mais perdu avant ce point de capture, ou passé par un autre chemin, ne se voit pas ici.'
        : '',
  } satisfies RuleWords<typeof sessionTimerExpiryDrop>,
};
