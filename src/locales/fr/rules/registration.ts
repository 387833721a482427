/** French words of the rules about registrations. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { registerRefreshTooLate } from '../../../rules/registration/register-refresh-too-late.ts';
import type { registerStaleContacts } from '../../../rules/registration/register-stale-contacts.ts';
import type { registrationBindingLost } from '../../../rules/registration/registration-binding-lost.ts';
import type { registrationFailed } from '../../../rules/registration/registration-failed.ts';
import type { registrationFlapping } from '../../../rules/registration/registration-flapping.ts';
import { count, duration } from '../phrases.ts';

type Failed = ArgsOf<typeof registrationFailed>;

/** What to do by code; the first entry also stands for the class where a code has none. */
const remedies: Readonly<Record<number, (args: Failed) => string[]>> = {
  403: ({ aor, client, server }) => [
    `Vérifiez si ${aor} existe sur ${server}, est actif, et peut s’enregistrer depuis ${client}.`,
    'Vérifiez l’utilisateur et le mot de passe : bien des registrars répondent 403 à des identifiants faux, et verrouillent le compte après quelques essais.',
  ],
  404: ({ aor, server }) => [
    `Vérifiez l’orthographe de ${aor} : ${server} n’a pas cet usager, ou ne sert pas ce domaine.`,
    `Si le domaine est nouveau, ajoutez-le sur ${server} (dans bien des produits, c’est une liste à part).`,
  ],
  405: ({ server }) => [
    `${server} n’est pas un registrar : corrigez dans le téléphone l’adresse du registrar ou de l’outbound proxy.`,
  ],
  423: ({ client }) => [
    `Faites demander par ${client} au moins la durée que nomme Min-Expires ; un client doit de lui-même réessayer avec elle.`,
    'Ou abaissez le minimum sur le registrar.',
  ],
  439: ({ server }) => [
    `Désactivez SIP Outbound (RFC 5626) dans le téléphone, ou ajoutez-en la prise en charge dans le premier proxy, ${server}.`,
  ],
  420: ({ client }) => [`Désactivez dans ${client} l’extension que nomme le champ Unsupported de la réponse.`],
  503: ({ server, retryAfter }) => [
    retryAfter > 0
      ? `Attendez ${retryAfter} s comme ${server} le demande, puis réessayez ; jusque-là, employez un autre registrar.`
      : `Faites employer au téléphone un autre registrar du domaine (DNS SRV) tant que ${server} est surchargé ou en maintenance.`,
    `Regardez la charge et le journal de ${server}.`,
  ],
  500: ({ server }) => [
    `Regardez le journal de ${server} : une base de données défaillante derrière le registrar est la raison habituelle.`,
  ],
  305: ({ server }) => [
    `Faites suivre par le téléphone le Contact de la réponse, ou dirigez-le vers le bon registrar : ${server} l’envoie ailleurs.`,
  ],
  400: ({ server }) => [
    `Lisez la phrase et le champ Warning éventuel de la réponse : ${server} a trouvé dans le REGISTER quelque chose qu’il n’accepte pas.`,
    'Comparez avec le REGISTER d’un téléphone qui marche.',
  ],
  0: ({ server, client }) => [
    `Vérifiez que ${server} fonctionne, écoute sur ce port et ce transport, et qu’aucun pare-feu ne s’interpose.`,
    `Vérifiez si ${server} bloque ${client} : après des essais manqués, bien des serveurs (fail2ban) jettent une source sans rien dire.`,
    'Vérifiez le nom et les enregistrements DNS (SRV, A, AAAA) d’où le téléphone a tiré cette adresse.',
  ],
};

function remedy(args: Failed): string[] {
  const { status } = args;
  const byClass = status >= 500 ? (status < 600 ? 500 : 403) : status >= 400 ? 400 : status >= 300 ? 305 : 0;
  return (remedies[status] ?? remedies[byClass])?.(args) ?? [];
}

const REFRESH_ELSEWHERE =
  'Un rafraîchissement par un chemin qui n’est pas capturé (TLS, autre registrar) ne serait pas vu';

export const registration = {
  'register-refresh-too-late': {
    title: 'Enregistrement rafraîchi trop tard',
    message: ({ aor, client, registrar, granted, interval, late }) =>
      `${registrar} a enregistré ${aor} pour ${granted} s, et ${client} a rafraîchi après ${duration(interval)} : ${duration(late)} trop tard.`,
    why: ({ late }) => `Pendant ${duration(late)}, les appels vers cet usager n’ont pas atteint le téléphone.`,
    fix: ({ asked, granted, client, registrar }) => [
      ...(asked > granted
        ? [
            `Faites suivre par ${client} la durée que ${registrar} accorde (${granted} s), non les ${asked} s qu’il demande : bien des téléphones ont un réglage à part pour l’intervalle de rafraîchissement.`,
          ]
        : []),
      `Faites rafraîchir ${client} à 50 à 90 % des ${granted} s accordées.`,
      'Si c’est un mobile qui s’endort, demandez une durée plus longue ou employez les notifications push (RFC 8599).',
      `Vérifiez l’horloge de ${client} et la charge de son réseau à ce moment.`,
    ],
  } satisfies RuleWords<typeof registerRefreshTooLate>,
  'register-stale-contacts': {
    title: 'Anciennes adresses encore enregistrées',
    message: ({ kind, aor, registrar, contacts, same, shared }) =>
      `${registrar} liste ${count(contacts, 'adresse', 'adresses')} pour ${aor}` +
      {
        instance: `, dont ${same} du même terminal, ${shared}.`,
        host: `, dont ${same} sont des ports du même hôte, ${shared}.`,
        many: '.',
      }[kind],
    why: () =>
      'Chaque appel est envoyé aussi aux adresses mortes, ce qui le retarde et le fait finir en 408 au lieu du signal d’occupation ou de la messagerie vocale.',
    fix: ({ kind, registrar }) => [
      ...(kind === 'many'
        ? [`Comparez la liste aux terminaux qui existent vraiment, et supprimez les autres sur ${registrar}.`]
        : [
            `Faites remplacer par ${registrar} l’ancienne association du même terminal (remove_existing et max_contacts dans Asterisk PJSIP, correspondance par instance dans Kamailio et OpenSIPS).`,
          ]),
      'Faites désenregistrer les téléphones avant qu’ils ne redémarrent, et faites-leur garder leur port local.',
      'Réduisez la durée accordée : ce qui est mort disparaît alors plus tôt.',
    ],
    limits: ({ kind }) =>
      kind === 'instance'
        ? ''
        : 'Tant de terminaux, ou plusieurs programmes sur un hôte, partagent peut-être cet usager à dessein.',
  } satisfies RuleWords<typeof registerStaleContacts>,
  'registration-binding-lost': {
    title: 'Enregistrement qui ne mène pas au téléphone',
    message: ({ kind, aor, contact, registrar, granted, other, status, phrase, method, after }) => {
      const answer = `${status}${phrase === '' ? '' : ` ${phrase}`}`;
      const lapsed = `L’enregistrement de ${aor} pour ${granted} s n’a pas été rafraîchi`;
      return {
        'pushed-out': `${registrar} a accepté le REGISTER de ${aor} mais garde dans la liste un autre terminal, ${other}, et non ${contact}.`,
        'not-listed': `${registrar} a accepté le REGISTER de ${aor} mais ne liste pas ${contact} ; il liste ${other}.`,
        'no-time': `${registrar} a accepté le REGISTER de ${aor} mais n’accorde aucune durée à ${contact} (expires=0).`,
        'other-port': `${registrar} liste ${other} pour ${aor}, là où le téléphone a enregistré ${contact} : les appels iront au mauvais port.`,
        lapsed: `${lapsed} : ${duration(after)} après lui, ${registrar} fonctionne toujours, mais le téléphone a disparu.`,
        'lapsed-calls': `${lapsed}, et pourtant ${duration(after)} après lui le téléphone a encore passé un appel par ${registrar}.`,
        'lapsed-refused': `${lapsed} : ${duration(after)} après lui, ${registrar} a refusé un appel vers cet usager par ${answer}.`,
        unknown: `${registrar} avait enregistré ${aor} pour ${granted} s, et ${duration(after)} plus tard a refusé un appel vers lui par ${answer} sans essayer ${contact}.`,
        'port-gone': `${registrar} n’a pas eu de réponse à son ${method} vers ${contact} ${duration(after)} après l’enregistrement, et le téléphone s’est ensuite enregistré depuis ${other}.`,
      }[kind];
    },
    why: ({ aor, kind }) =>
      kind === 'lapsed'
        ? `Personne ne peut plus appeler ${aor}.`
        : `Les appels vers ${aor} n’atteignent pas le téléphone, bien que son usager ne remarque rien.`,
    fix: ({ kind, registrar, granted, aor }) =>
      ({
        'pushed-out': [
          `Regardez combien de contacts ${registrar} garde pour ${aor} (max_contacts) : quand la liste est pleine, certains registrars gardent les anciens et abandonnent le nouveau sans rien dire.`,
          'Donnez à chaque terminal un compte à lui.',
        ],
        'not-listed': [
          `Capturez aussi sur ${registrar} et comparez : un élément du chemin a pu réécrire le Contact, ou le registrar l’a enregistré sous un autre nom.`,
          `Regardez combien de contacts ${registrar} garde pour ${aor} (max_contacts).`,
        ],
        'no-time': [
          `Cherchez dans le journal de ${registrar} pourquoi il n’a accordé aucune durée : limites de contacts, script qui supprime des associations, réplica en retard.`,
        ],
        'other-port': [
          `Désactivez le SIP ALG du routeur devant le téléphone, et vérifiez la gestion du NAT sur ${registrar} : quelque chose a changé le port du Contact.`,
        ],
        lapsed: [
          `Vérifiez si le téléphone de ${aor} fonctionne et a son réseau.`,
          `Si oui, cherchez dans son journal pourquoi il n’a pas rafraîchi en ${granted} s ; derrière un NAT, une réponse perdue peut l’arrêter longtemps.`,
        ],
        'lapsed-calls': [
          `Faites rafraîchir le téléphone à 50 à 90 % des ${granted} s que ${registrar} a accordées ; cherchez dans son journal pourquoi il ne l’a pas fait.`,
          'Vérifiez qu’il suit la durée accordée, non celle qu’il a demandée.',
        ],
        'lapsed-refused': [
          `Faites rafraîchir le téléphone à 50 à 90 % des ${granted} s que ${registrar} a accordées ; cherchez dans son journal pourquoi il ne l’a pas fait.`,
          'Vérifiez son réseau et son alimentation au moment du dernier enregistrement.',
        ],
        unknown: [
          `Vérifiez si ${registrar} a redémarré sans table de localisation sauvegardée, ou si le nœud qui traite les appels n’est pas celui qui enregistre (répliquez les associations).`,
          `Vérifiez « ne pas déranger », le renvoi d’appel et les règles de numérotation de ${aor} : un serveur qui connaît le téléphone peut dire la même chose.`,
        ],
        'port-gone': [
          'Envoyez des keep-alives plus fréquents que la durée de vie de l’association NAT (environ 25 s sur UDP) : CRLF ou STUN depuis le téléphone, OPTIONS depuis le serveur.',
          `Enregistrez sur TCP ou TLS, ou pour moins de ${granted} s.`,
          'Employez SIP Outbound (RFC 5626), pour qu’un flux perdu soit remarqué.',
        ],
      })[kind],
    limits: ({ kind }) =>
      ({
        'pushed-out': '',
        'not-listed': 'Un élément du chemin a pu réécrire la liste ; les appels arrivent alors tout de même.',
        'no-time': '',
        'other-port': 'Un élément entre ce point de capture et le registrar peut rectifier le port.',
        lapsed: `${REFRESH_ELSEWHERE} ; le téléphone peut être simplement éteint.`,
        'lapsed-calls': `${REFRESH_ELSEWHERE}.`,
        'lapsed-refused': `${REFRESH_ELSEWHERE}.`,
        unknown: 'La trace ne dit pas si le serveur avait perdu l’association ou a refusé pour une raison à lui.',
        'port-gone':
          'Qu’un NAT ait donné un nouveau port au téléphone est la raison habituelle ; un redémarrage du téléphone donne la même image.',
      })[kind],
  } satisfies RuleWords<typeof registrationBindingLost>,
  'registration-failed': {
    title: 'Enregistrement qui n’a pas abouti',
    message: (args) =>
      args.status === 0
        ? `${args.server} n’a jamais répondu au REGISTER de ${args.client} pour ${args.aor} : ${count(args.sends, 'copie', 'copies')}, aucune réponse finale pendant ${duration(args.waited)}.`
        : `${args.server} a refusé d’enregistrer ${args.aor} depuis ${args.client} : ${args.status}${args.phrase === '' ? '' : ` ${args.phrase}`}` +
          (args.retryAfter > 0 ? `, nouvel essai possible après ${args.retryAfter} s.` : '.'),
    why: () =>
      'Les appels vers cet usager n’atteignent pas le téléphone, et les serveurs qui veulent un enregistrement refusent ses appels.',
    fix: remedy,
    limits: (args) =>
      args.status === 0
        ? 'La trace montre qu’aucune réponse n’est passée par ce point de capture ; on ne voit pas ici si le serveur a reçu le REGISTER.'
        : '',
  } satisfies RuleWords<typeof registrationFailed>,
  'registration-flapping': {
    title: 'Enregistrement qui change sans cesse',
    message: ({ kind, aor, registrar, changes, over, contact, before }) =>
      ({
        moves: `Le téléphone de ${aor} a changé ${changes} fois de Contact sur ${registrar} en ${duration(over)}, la dernière fois de ${before} à ${contact}.`,
        leaves: `Le Contact ${contact} de ${aor} a quitté ${registrar} puis est revenu : ${count(changes, 'changement', 'changements')} en ${duration(over)}.`,
        replaced: `Deux terminaux de ${aor} s’évincent l’un l’autre de ${registrar} : ${count(changes, 'changement', 'changements')} en ${duration(over)}, le dernier a mis ${contact} à la place de ${before}.`,
      })[kind],
    why: ({ kind }) =>
      kind === 'replaced'
        ? 'Seul le terminal enregistré en dernier est appelé ; lequel c’est change de minute en minute.'
        : 'Les appels qui arrivent entre deux enregistrements vont à une adresse où plus personne n’écoute.',
    fix: ({ kind, registrar, aor }) =>
      ({
        moves: [
          `Examinez le réseau du téléphone de ${aor} : Wi-Fi ou données mobiles instables, ou NAT qui lui donne chaque fois un nouveau port.`,
          'Envoyez des keep-alives plus fréquents que la durée de vie de l’association NAT (environ 25 s sur UDP), ou enregistrez sur TCP ou TLS.',
          `Faites employer SIP Outbound (instance-id et reg-id, RFC 5626) par le téléphone et ${registrar}, pour qu’un nouveau flux prenne la place de l’ancien.`,
        ],
        leaves: [
          `Cherchez ce qui fait redémarrer ou désenregistrer le téléphone de ${aor} : alimentation, mises à jour, boucle de provisionnement, application que le système endort.`,
          'Un client push se désenregistre par conception quand il s’endort : faites-le réveiller par le serveur avec une notification push (RFC 8599).',
        ],
        replaced: [
          'Donnez à chaque terminal un compte à lui.',
          `Ou faites garder par ${registrar} plusieurs contacts pour un usager (max_contacts dans Kamailio, OpenSIPS et Asterisk PJSIP).`,
        ],
      })[kind],
    limits: ({ kind }) =>
      kind === 'replaced'
        ? 'On suppose que le registrar liste toutes ses associations, comme le veut la RFC 3261.'
        : '',
  } satisfies RuleWords<typeof registrationFlapping>,
};
