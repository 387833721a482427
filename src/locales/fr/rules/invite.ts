/** French words of the rules about INVITE. */
import type { RuleWords } from '../../../rules/define.ts';
import type { cancelAnswerRace } from '../../../rules/invite/cancel-answer-race.ts';
import type { cancelMisuse } from '../../../rules/invite/cancel-misuse.ts';
import type { inviteNoFinalResponse } from '../../../rules/invite/invite-no-final-response.ts';
import type { inviteNoResponse } from '../../../rules/invite/invite-no-response.ts';
import type { inviteStalledAfterTrying } from '../../../rules/invite/invite-stalled-after-trying.ts';
import type { non2xxFinalNotAcked } from '../../../rules/invite/non2xx-final-not-acked.ts';
import { count, duration, times } from '../phrases.ts';
import { noField, theField } from './phrases.ts';

export const invite = {
  'cancel-answer-race': {
    title: 'CANCEL qui a croisé le décroché',
    message: (args) =>
      (args.first === 'cancel'
        ? `${args.server} a accepté l’INVITE ${duration(args.apart)} après le CANCEL envoyé par ${args.caller}`
        : `${args.caller} a envoyé CANCEL ${duration(args.apart)} après que ${args.server} a accepté l’INVITE`) +
      {
        done: ` ; l’appel a été libéré par un BYE ${duration(args.released)} plus tard.`,
        late: `, et le BYE nécessaire n’est venu que ${duration(args.released)} plus tard.`,
        missing: ', et aucun BYE n’a libéré l’appel.',
        unseen: '.',
      }[args.release],
    why: (args) =>
      args.release === 'late' || args.release === 'missing'
        ? 'Pour le réseau, l’appel est établi bien que l’appelant ait raccroché : il est facturé, et l’appelé écoute le silence.'
        : 'L’appel compte comme abouti, et peut être facturé, bien que l’appelant ait raccroché.',
    fix: (args) =>
      args.release === 'late' || args.release === 'missing'
        ? [
            `Faites acquitter le 2xx par ${args.caller} et envoyer aussitôt BYE : après un 2xx, un CANCEL est sans effet.`,
            'Sur le serveur, ne facturez pas les appels que l’appelant avait annulés avant que la réponse ne l’atteigne.',
          ]
        : [
            'Rien n’est à réparer si c’est rare : raccrocher et décrocher au même instant est humain.',
            'Si c’est fréquent, cherchez un CANCEL retenu en chemin, ou une machine qui décroche très vite.',
          ],
    limits: (args) =>
      args.release === 'unseen' ? 'On ne voit pas dans cette trace si l’appel a ensuite été libéré.' : '',
  } satisfies RuleWords<typeof cancelAnswerRace>,
  'cancel-misuse': {
    title: 'CANCEL contraire aux règles',
    message: ({ kind, client, server, field, sent, expected, apart, status }) =>
      ({
        early:
          `${client} a envoyé CANCEL avant d’avoir la moindre réponse : ` +
          (status === 100
            ? `le 100 est venu ${duration(apart)} plus tard.`
            : `il a répété l’INVITE ${duration(apart)} plus tard.`),
        differs: `Le CANCEL de ${client} ${sent === '' ? `n’a ${noField(field)}` : `a ${theField(field)} ${sent}`} là où son INVITE ${expected === '' ? 'n’en a pas' : `a ${expected}`}.`,
        elsewhere: `${client} a envoyé son CANCEL à ${sent} et l’INVITE à ${expected}.`,
        method: `${client} a envoyé un CANCEL pour son ${sent} à ${server}.`,
        require: `Le CANCEL de ${client} a un champ d’en-tête ${sent}.`,
        challenged: `${server} a répondu par un défi ${status} au CANCEL de ${client}.`,
      })[kind],
    why: ({ kind }) =>
      ({
        early:
          'Un CANCEL peut dépasser son INVITE : il est refusé par 481, et l’appelé sonne bien que l’appelant ait raccroché.',
        differs:
          'Le serveur peut ne pas trouver l’INVITE et répondre 481 : l’appelé continue de sonner bien que l’appelant ait raccroché.',
        elsewhere: 'Cet hôte ne connaît pas l’INVITE : l’appelé continue de sonner bien que l’appelant ait raccroché.',
        method: 'Les serveurs l’ignorent : seul un INVITE attend assez longtemps pour être annulé.',
        require:
          'Les serveurs doivent ignorer ce champ dans un CANCEL ; un serveur fautif le refuse par 420, et l’appelé continue alors de sonner.',
        challenged:
          'Un CANCEL ne peut être renvoyé avec des identifiants : l’appelé continue de sonner bien que l’appelant ait raccroché.',
      })[kind],
    fix: ({ kind, client, server, field }) =>
      ({
        early: [
          `Faites retenir son CANCEL par ${client} jusqu’à ce qu’une réponse provisoire soit venue : cherchez une mise à jour de son logiciel.`,
          `Faites envoyer 100 aussitôt par ${server}.`,
        ],
        differs: [
          `Faites copier par ${client} dans le CANCEL ${theField(field)} de l’INVITE : c’est une faute de son logiciel.`,
          'Si un routeur ou un SBC s’interpose, désactivez-y le SIP ALG.',
        ],
        elsewhere: [
          `Faites envoyer le CANCEL par ${client} à l’adresse et au port où l’INVITE est allé, sans nouveau choix du DNS ou du répartiteur.`,
        ],
        method: [`Faites employer CANCEL par ${client} pour INVITE seulement.`],
        require: [`Faites omettre Require et Proxy-Require par ${client} dans CANCEL.`],
        challenged: [
          `Exemptez CANCEL (et ACK) d’authentification dans ${server} ; dans Kamailio et OpenSIPS, n’appelez pas pour eux les fonctions proxy_authorize.`,
        ],
      })[kind],
  } satisfies RuleWords<typeof cancelMisuse>,
  'invite-no-final-response': {
    title: 'INVITE sans réponse finale',
    message: (args) =>
      args.kind === 'ringing'
        ? `Le dernier mot de ${args.server} est un ${args.status} ; rien ne l’a suivi pendant ${duration(args.waited)}.`
        : `${args.server} n’a répondu ni au CANCEL (${count(args.cancels, 'copie', 'copies')}) ni à l’INVITE après son ${args.status}, pendant ${duration(args.waited)}.`,
    why: (args) =>
      args.kind === 'ringing'
        ? 'La ligne, la voie et peut-être le circuit derrière elle restent pris, et l’appelant entend sonner sans fin.'
        : 'L’appelé peut continuer de sonner bien que l’appelant soit parti, et chaque serveur du chemin garde l’appel en mémoire.',
    fix: (args) =>
      args.kind === 'ringing'
        ? [
            `Réglez un délai de non-réponse là où l’appel est pris (derrière ${args.server}), ou un champ Expires dans l’INVITE.`,
            'Assurez-vous que chaque proxy du chemin a un timer C (plus de 3 minutes) et met fin à l’appel par CANCEL et 408.',
            'Si l’attente est voulue (une file), faites répéter chaque minute sa réponse provisoire par l’autre bout.',
          ]
        : [
            `Vérifiez si ${args.server} fonctionne encore et si le CANCEL l’atteint : même adresse, même port et même branche que l’INVITE.`,
            'Cherchez un pare-feu ou une association NAT qui s’est fermé pendant la sonnerie ; gardez-le ouvert par rport et des keep-alives.',
          ],
    limits: (args) =>
      args.kind === 'ringing' ? 'Une file d’attente ou une annonce peut garder ainsi un appel à dessein.' : '',
  } satisfies RuleWords<typeof inviteNoFinalResponse>,
  'invite-no-response': {
    title: 'INVITE sans aucune réponse',
    message: (args) =>
      `${args.server} n’a jamais répondu à l’INVITE de ${args.client} : ` +
      (args.sends === 1
        ? `une seule copie, et aucune réponse d’aucune sorte pendant ${duration(args.waited)}.`
        : `${args.sends} copies envoyées en ${duration(args.waited)}, et aucune réponse d’aucune sorte.`),
    why: () =>
      'L’appelant attend le timer B (32 s) avant que l’appel n’échoue ou ne passe à une autre route ; l’usager n’entend que du silence.',
    fix: (args) => [
      `Vérifiez que ${args.server} fonctionne, écoute sur ce port et ce transport, et qu’aucun pare-feu ne s’interpose.`,
      `Vérifiez si ${args.server} accepte les requêtes de ${args.client} : beaucoup de serveurs jettent sans rien dire celles de sources inconnues.`,
      ...(args.size > 1300 && args.transport === 'udp'
        ? [
            `L’INVITE a ${args.size} octets : sur UDP il est fragmenté, et les fragments sont souvent jetés. Essayez TCP.`,
          ]
        : []),
      'Faites basculer l’appelant plus tôt : cible DNS SRV suivante, surveillance par OPTIONS, timer B plus court.',
    ],
    limits: () =>
      'La trace montre qu’aucune réponse n’est passée par ce point de capture ; on ne voit pas ici si le serveur a reçu l’INVITE.',
  } satisfies RuleWords<typeof inviteNoResponse>,
  'invite-stalled-after-trying': {
    title: 'INVITE resté à 100 Trying',
    message: (args) =>
      `${args.server} a pris l’INVITE de ${args.client} par un 100 et n’a plus rien envoyé pendant ${duration(args.silence)}` +
      {
        cancel: `, jusqu’à ce que ${args.client} abandonne par CANCEL.`,
        timeout: ', puis y a mis fin par 408.',
        nothing: ' ; rien dans la trace ne met fin à cette tentative.',
      }[args.ended],
    why: () =>
      'L’appelant n’entend rien du tout et abandonne. Le 100 dit seulement que le saut suivant a la requête : ce qui est derrière lui se tait.',
    fix: (args) => [
      `Regardez un saut plus loin : cherchez où ${args.server} envoie cet appel, et capturez entre les deux. C’est ce saut suivant qui ne répond pas.`,
      `Faites basculer ${args.server} plus tôt : 2 à 5 s sans réponse devraient faire passer l’appel à la route suivante (le fr_timer de Kamailio vaut 30 s par défaut).`,
      `Si ${args.server} n’envoie l’INVITE nulle part, regardez ce qu’il attend d’abord : DNS, ENUM, base de données ou requête HTTP de son routage.`,
    ],
    limits: () => 'On ne voit pas à ce point de capture où l’appel s’est arrêté derrière ce serveur.',
  } satisfies RuleWords<typeof inviteStalledAfterTrying>,
  'non2xx-final-not-acked': {
    title: 'Refus d’un INVITE sans ACK correct',
    message: (args) =>
      ({
        absent: `${args.client} n’a jamais acquitté le ${args.status} de ${args.server}, qui l’a envoyé ${times(args.copies)} en ${duration(args.lasted)}.`,
        differs: `L’ACK par lequel ${args.client} acquitte le ${args.status} de ${args.server} ${args.sent === '' ? `n’a ${noField(args.field)}` : `a ${theField(args.field)} ${args.sent}`} ${args.expected === '' ? 'alors qu’il n’en faut pas' : `au lieu de ${args.expected}`}.`,
        elsewhere: `${args.client} a envoyé à ${args.sent} l’ACK du ${args.status} de ${args.server}, si bien que ${args.server} ne l’a pas reçu.`,
        ignored: `${args.server} a envoyé ${times(args.copies)} son ${args.status} en ${duration(args.lasted)} bien que ${args.client} l’ait acquitté.`,
      })[args.kind],
    why: (args) =>
      args.copies > 1 || args.kind === 'elsewhere'
        ? 'Le serveur répète son refus jusqu’au timer H (32 s) et garde l’appel en mémoire tout ce temps ; les limites d’appels se remplissent.'
        : 'Ce serveur s’en est accommodé. Un autre ne saurait dire quel INVITE est acquitté, répète son refus pendant 32 s et garde l’appel en mémoire.',
    fix: (args) => [
      ...{
        absent: [
          `Faites acquitter par ${args.client} lui-même, saut par saut, chaque réponse finale à un INVITE : cherchez une mise à jour, ou un script de proxy qui jette les réponses négatives.`,
          `Vérifiez que les réponses de ${args.server} arrivent à ${args.client} : association NAT expirée, ou adresse ou port faux dans le Via.`,
        ],
        differs: [
          `Signalez-le au constructeur de ${args.client} : dans l’ACK d’un refus, ${theField(args.field)} doit être ${args.field === 'to-tag' ? 'celui de la réponse' : 'repris de l’INVITE'}.`,
          'Si un routeur ou un SBC s’interpose, désactivez-y le SIP ALG : il modifie peut-être le Via de certaines requêtes seulement.',
        ],
        elsewhere: [
          `Signalez-le au constructeur de ${args.client} : l’ACK d’un refus va là où l’INVITE est allé, avec la branche de l’INVITE ; seul l’ACK d’un 2xx suit Contact et route set.`,
        ],
        ignored: [
          `Vérifiez si l’ACK arrive à ${args.server} : comparez avec une capture sur cette machine, et regardez les pare-feu et répartiteurs devant elle.`,
          `S’il arrive, ${args.server} ne le rattache pas : comparez-y sa branche, son sent-by et son tag de To.`,
        ],
      }[args.kind],
    ],
    limits: (args) =>
      ({
        absent: 'Un ACK qui aurait pris un autre chemin ne serait pas vu ici.',
        differs: '',
        elsewhere: '',
        ignored:
          'On ne voit pas ici si l’ACK s’est perdu derrière ce point de capture ou si le serveur ne l’a pas rattaché.',
      })[args.kind],
  } satisfies RuleWords<typeof non2xxFinalNotAcked>,
};
