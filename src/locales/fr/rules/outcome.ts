/** French words of the rules about how calls and requests end. */
import { findCause } from '../../../catalogue/causes.ts';
import { findStatus } from '../../../catalogue/statuses.ts';
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { bodyRejected } from '../../../rules/outcome/body-rejected.ts';
import type { busyDeclinedUnavailable } from '../../../rules/outcome/busy-declined-unavailable.ts';
import type { callForbidden } from '../../../rules/outcome/call-forbidden.ts';
import type { destinationNotFound } from '../../../rules/outcome/destination-not-found.ts';
import type { emergencyCallProblem } from '../../../rules/outcome/emergency-call-problem.ts';
import type { methodNotSupported } from '../../../rules/outcome/method-not-supported.ts';
import type { reasonContradiction } from '../../../rules/outcome/reason-contradiction.ts';
import type { releaseCauseAbnormal } from '../../../rules/outcome/release-cause-abnormal.ts';
import type { requestTerminated487 } from '../../../rules/outcome/request-terminated-487.ts';
import type { requiredExtensionUnsupported } from '../../../rules/outcome/required-extension-unsupported.ts';
import type { retryAfterIgnored } from '../../../rules/outcome/retry-after-ignored.ts';
import type { upstreamTimeout408504 } from '../../../rules/outcome/upstream-timeout-408-504.ts';
import { clip } from '../../../rules/refusal.ts';
import type { NotFound } from '../../../rules/unknown-numbers.ts';
import { capitalize } from '../../phrases.ts';
import { count as counted, duration, role, the } from '../phrases.ts';
import { quoted, reasonName, saying } from './phrases.ts';

// ── body-rejected ────────────────────────────────────────────────────────────────────────────────────────────────

type Body = ArgsOf<typeof bodyRejected>;

const bodyRemedies: Readonly<Record<Body['kind'], (args: Body) => readonly string[]>> = {
  type: (args) => [
    args.sent.startsWith('multipart/')
      ? `Faites envoyer le SDP seul par ${args.client}, ou par le SBC devant ${args.server} : le corps multipart contient des parties (ISUP, localisation, données d’enregistrement) que l’autre côté ne lit pas.`
      : `Faites envoyer par ${args.client} un type de corps que ${args.server} accepte${args.accepts === '' ? '' : ` (${args.accepts})`}, ou aucun.`,
    `Faites ignorer par ${args.server} les parties marquées handling=optional (RFC 5621), ou accepter ${args.sent}.`,
  ],
  encoding: (args) => [`Désactivez la compression des corps dans ${args.client}.`],
  size: (args) => [
    `Raccourcissez la requête : elle a ${args.size} octets, dont ${args.bodySize} de corps. Moins de codecs et de candidats ICE, pas de History-Info superflu, pas de multipart.`,
    ...(args.transport === 'udp' ? [`Envoyez-la par TCP si ${args.server} limite ce qu’il accepte par UDP.`] : []),
    `Relevez la limite de taille des messages sur ${args.server}.`,
  ],
  uri: (args) => [
    `Raccourcissez la Request-URI : elle a ${args.uriSize} caractères. Les longs jetons de ses paramètres viennent du Contact de l’autre côté ou d’un script.`,
  ],
  encrypted: (args) => [
    `Chiffrez le corps avec le certificat que ${args.server} envoie dans son 493, ou laissez-le en clair sur TLS.`,
  ],
};

// ── busy-declined-unavailable ────────────────────────────────────────────────────────────────────────────────────

const settings: Readonly<Record<number, readonly string[]>> = {
  480: [
    'Regardez si le téléphone est enregistré à ce moment : un serveur sans association pour lui dit 480.',
    'Cherchez « ne pas déranger », et un renvoi qui ne mène nulle part.',
  ],
  600: [
    'Cherchez « ne pas déranger » ou « occupé » réglé pour tous les terminaux de l’appelé.',
    'Si la messagerie vocale ou un autre terminal doit prendre ces appels, faites répondre 486 : après un 600, rien d’autre ne peut être essayé.',
  ],
  603: [
    'Cherchez un blocage d’appels, un rejet des appels anonymes, « ne pas déranger » ou une limite d’appels de cet usager.',
    'Si la messagerie vocale ou un autre terminal doit prendre ces appels, faites répondre 486 ou 480 : après un 603, rien d’autre ne peut être essayé.',
  ],
};

// ── destination-not-found ────────────────────────────────────────────────────────────────────────────────────────

type Sought = ArgsOf<typeof destinationNotFound>;

const meaning: Readonly<Record<NotFound, string>> = {
  unknown: 'il ne connaît personne de ce nom ou de ce numéro',
  gone: 'le numéro n’est plus en service',
  incomplete: 'il manque pour lui des chiffres au numéro',
  ambiguous: 'plus d’un de ses usagers conviendrait',
  scheme: 'il ne lit pas ce genre d’adresse',
  'no-route': 'il n’a pas de route vers ce numéro',
  'out-of-order': 'la ligne de l’appelé est en dérangement',
  ported: 'le numéro a été porté ailleurs',
};

const flaws: Readonly<Record<Exclude<Sought['flaw'], ''>, string>> = {
  'no-user': 'l’adresse ne nomme aucun usager',
  'plus-zero': 'le numéro commence par +0, ce qu’aucun indicatif de pays ne fait',
  separators: 'le numéro contient des séparateurs sans user=phone, si bien qu’il est lu comme un nom',
};

/** What to try, by the way in which the number was written. */
const formFix: Readonly<Record<Sought['form'], string>> = {
  plus: 'Comparez le numéro avec un autre qui marche sur cette route : bien des PBX et des trunks anciens veulent le format national, ou 00, à la place du plus.',
  '00': 'Comparez le numéro avec un autre qui marche sur cette route : la plupart des trunks veulent + et l’indicatif de pays au lieu de 00.',
  '011':
    'Comparez le numéro avec un autre qui marche sur cette route : hors d’Amérique du Nord, et sur la plupart des trunks, 011 doit devenir +.',
  '0': 'Comparez le numéro avec un autre qui marche sur cette route : un trunk qui attend + et l’indicatif de pays ne comprend pas un 0 initial.',
  short:
    'Regardez si ce poste existe sur ce serveur, et si son téléphone est enregistré : certains produits disent 404 pour un usager sans enregistrement.',
  digits:
    'Comparez le numéro avec un autre qui marche sur cette route : il n’a ni plus ni préfixe, et le serveur peut le prendre pour un autre pays ou une autre zone.',
  name: 'Regardez si cet usager existe dans ce domaine sur ce serveur, et si son téléphone est enregistré : certains produits disent 404 pour un usager sans enregistrement.',
  none: 'Cherchez dans le plan de numérotation la règle qui laisse vide la partie utilisateur de l’adresse.',
};

// ── emergency-call-problem ───────────────────────────────────────────────────────────────────────────────────────

const emergencyRemedies: Readonly<Record<number, readonly string[]>> = {
  380: [
    'Faites faire au téléphone un enregistrement d’urgence, puis repasser l’appel (IMS) ; un téléphone ou un trunk sans IMS a besoin d’une route d’urgence à lui.',
  ],
  403: [
    'Autorisez les appels d’urgence pour chaque compte et chaque trunk, quels que soient sa classe de service, son solde ou ses identifiants.',
  ],
  404: [
    'Ajoutez une route d’urgence : les numéros et l’URN doivent mener au centre d’urgence ou à un opérateur qui y mène.',
  ],
  424: [
    'Lisez Geolocation-Error, et envoyez une localisation lisible : PIDF-LO dans le corps, avec un Geolocation qui le désigne.',
  ],
  425: ['Lisez AlertMsg-Error, et corrigez le message d’alerte.'],
  484: ['Retirez les numéros d’urgence de la collecte de chiffres : ils sont complets tels quels.'],
  488: ['Faites accepter par la route d’urgence tous les codecs des appelants, et les appels sans chiffrement.'],
  503: ['Gardez des voies libres pour les appels d’urgence, et ajoutez une seconde route essayée aussitôt.'],
};

// ── release-cause-abnormal ───────────────────────────────────────────────────────────────────────────────────────

type Released = ArgsOf<typeof releaseCauseAbnormal>;

const areas: Readonly<Record<Released['area'], string>> = {
  number: 'Vérifiez le numéro et la route prise : le réseau a libéré l’appel à cause de la destination.',
  user: 'Interrogez l’appelé : l’autre côté dit que son usager ou son terminal a terminé ou refusé l’appel.',
  network:
    'Examinez les trunks, les voies et le réseau suivant à cette heure : l’autre côté n’avait pas de circuit, ou en a perdu un. Des appels vers d’autres destinations par le même trunk montrent si c’est lui.',
  service:
    'Comparez ce que cet appel demandait (codec, service support, service complémentaire) avec ce que la route offre : l’autre côté ne sait pas le faire, ou pas pour cet abonné.',
  protocol:
    'Tracez le côté téléphonique de la passerelle : elle et son commutateur ne s’accordent pas sur le protocole (variante, élément manquant, état).',
  timer:
    'Trouvez le timer qui a expiré de l’autre côté : un message du réseau téléphonique, ou de la session, est resté sans réponse.',
  interworking:
    'Interrogez l’opérateur du réseau suivant : 127 dit seulement qu’un réseau derrière lui n’a donné aucune cause traduisible.',
  session: 'Regardez le journal de l’hôte qui a libéré à cette heure : le motif nomme ce à quoi il a renoncé.',
};

/** The reason, and what it says in words of its own. */
function given({ protocol, cause, reasons: [reason] }: Released): string {
  const { text } = reason;
  if (protocol === 'SIP') {
    const phrase = text === '' ? (findStatus(cause)?.phrase ?? '') : '';
    return reasonName(reason) + (phrase === '' ? '' : ` (${phrase})`);
  }
  const quotes = text !== '' && findCause(cause)?.name.toLowerCase() !== text.toLowerCase();
  return reasonName(reason) + (quotes ? `, dans ses propres termes ${quoted(text)}` : '');
}

// ── request-terminated-487 ───────────────────────────────────────────────────────────────────────────────────────

function noAnswerTime(host: string): readonly string[] {
  return [
    `S’il doit sonner plus longtemps, allongez le délai de non-réponse dans ${host} (Dial d’Asterisk, call_timeout de FreeSWITCH, fr_inv_timer de Kamailio, fr_inv_timeout de OpenSIPS, réglage d’un groupe d’appel).`,
    'Si la messagerie vocale doit suivre, regardez où cet hôte va ensuite après son timer.',
  ];
}

export const outcome = {
  'body-rejected': {
    title: 'Corps ou taille que l’autre côté n’accepte pas',
    message: (args) => {
      const accepts = args.accepts === '' ? '' : ` ; il accepte ${args.accepts}`;
      const what = {
        type: `son corps est ${args.sent || 'd’un type non précisé'} (${args.bodySize} octets)${accepts}`,
        encoding: `son corps est encodé en ${args.sent}${accepts}`,
        size: `il a ${args.size} octets, dont ${args.bodySize} de corps`,
        uri: `sa Request-URI a ${args.uriSize} caractères`,
        encrypted: 'le corps ne peut être déchiffré',
      }[args.kind];
      return `${args.server} a refusé ${the(args.method)} de ${args.client} par ${args.line} : ${what}.`;
    },
    why: (args) =>
      args.retried
        ? 'Le client est allé plus loin par un autre essai ; chaque requête de ce genre coûte un aller-retour de plus.'
        : `${capitalize(the(args.method))} échoue à cause de son contenu, et échouera encore avec le même contenu.`,
    fix: (args) => bodyRemedies[args.kind](args),
  } satisfies RuleWords<typeof bodyRejected>,
  'busy-declined-unavailable': {
    title: 'Occupé, décliné ou indisponible pour une raison visible',
    message: (args) => {
      if (args.kind === 'often') {
        return `${args.count} des ${args.calls} appels vers ${quoted(args.called)} l’ont trouvé occupé ou indisponible ; le dernier a été refusé par ${args.server} par ${args.status}.`;
      }
      const who = args.role === '' ? args.server : capitalize(`${role(args.role)} ${args.server}`);
      const refused = `${who} a refusé l’appel vers ${quoted(args.called)} par ${args.status}`;
      const rang =
        args.rang > 0 ? `après ${duration(args.rang)} de sonnerie` : `après ${duration(args.after)} sans sonnerie`;
      const text = {
        'at-once': `${refused} après ${duration(args.after)}, avant toute sonnerie`,
        automatic: `${refused} ${duration(args.rang)} seulement après le début de la sonnerie, plus vite qu’une main ne le peut`,
        absent: `${refused} ${rang} : le terminal n’a pas pu être joint`,
        waits: `${refused} ${rang}`,
        warned: `${refused} ${rang}`,
      }[args.kind];
      return `${text}${saying(args)}.`;
    },
    why: (args) =>
      args.kind === 'often'
        ? 'Les appelants renoncent à ce numéro, et là-bas personne ne le sait peut-être.'
        : args.kind === 'at-once' || args.kind === 'automatic'
          ? 'Ce n’est pas une personne qui a refusé cet appel : un réglage ou un enregistrement manquant l’a fait, et le refera.'
          : 'L’autre côté en dit plus que le code.',
    fix: (args) =>
      ({
        'at-once': settings[args.code] ?? [],
        automatic: settings[args.code] ?? [],
        absent: ['Regardez si le terminal est allumé, à portée et enregistré ; le réseau n’a pas pu le joindre.'],
        waits: [
          `Rappelez après ${duration(args.retryAfter * 1000)}, et faites faire de même aux automates d’appel.`,
          'Si personne chez l’appelé n’a fixé ce délai, cherchez d’où l’hôte qui refuse le tire : file d’attente, limite d’appels, « ne pas déranger ».',
        ],
        warned: [
          `Lisez le Warning : ${quoted(args.warning)} est la raison du refus de ${args.server}.`,
          '380 et 381 demandent sip au lieu de sips, ou sips au lieu de sip.',
        ],
        often: [
          'Comptez les appels que ce numéro peut prendre à la fois (voies, limite d’appels, agents), et comparez avec les appels de ces moments.',
          'Faites déborder les appels vers une file d’attente, la messagerie vocale ou un autre numéro.',
        ],
      })[args.kind],
    limits: (args) =>
      args.kind === 'at-once' || args.kind === 'automatic' ? 'Seul cet hôte sait quel réglage a refusé l’appel.' : '',
  } satisfies RuleWords<typeof busyDeclinedUnavailable>,
  'call-forbidden': {
    title: 'Appel que le serveur n’autorise pas',
    message: (args) => {
      if (args.kind === 'all') {
        return `${args.server} a refusé par ${args.status} la totalité des ${args.count} appels de ${args.client} vers différents numéros.`;
      }
      const cause = {
        anonymous: ' : il ne prend pas d’appels d’appelants sans numéro',
        consent: ' : les destinataires n’ont pas consenti à être appelés ainsi',
        stale: ' : la signature de l’appelant est trop vieille pour lui',
        barred: ' : le réseau interdit ces appels',
        identity: ` ; From nomme ${args.caller}, et ${args.field} nomme ${args.other}`,
        policy: ', bien que l’appelant ait donné des identifiants : une règle l’interdit, non le mot de passe',
        'unknown-source': ' sans demander d’identifiants',
      }[args.kind];
      return `${args.server} a refusé l’appel de ${args.client} vers ${quoted(args.called)} par ${args.status} après ${duration(args.after)}${cause}${saying(args)}.`;
    },
    why: (args) =>
      args.kind === 'all'
        ? 'Personne derrière ce client ne peut appeler.'
        : 'L’appel échoue par une règle de l’autre côté, et échouera encore tant qu’il est envoyé ainsi.',
    fix: (args) =>
      ({
        anonymous: [
          `Faites montrer un numéro à l’appelant : envoyez-le dans From, ou dans P-Asserted-Identity vers ${args.server}.`,
          `Si les appels anonymes doivent être admis, désactivez leur rejet pour cet appelé sur ${args.server}.`,
        ],
        consent: [`Faites d’abord donner leur consentement à ${args.server} par les destinataires.`],
        stale: [
          'Mettez à l’heure par NTP l’horloge du serveur qui signe : la signature de l’appelant est plus vieille que ce que le vérificateur admet, ou vient du futur.',
          'Signez l’appel quand il part, non quand il entre dans une file.',
        ],
        barred: [
          'Examinez l’abonnement de l’appelant et de l’appelé : le réseau interdit ce genre d’appel (classe sortante, groupe fermé d’usagers, service support).',
        ],
        identity: [
          `Envoyez dans From et dans ${args.field} un même numéro appartenant à ce trunk ; ils nomment maintenant ${args.caller} et ${args.other}.`,
          'Pour les appels renvoyés, envoyez le numéro de l’abonné qui renvoie dans P-Asserted-Identity ou Diversion et laissez From tel quel.',
        ],
        policy: [
          `Cherchez sur ${args.server} la règle qui s’applique à ce compte : classe de service pour ${args.called}, numéros d’appelant admis, limite de dépense ou d’appels.`,
          'Envoyez un numéro d’appelant de ce compte : bien des opérateurs refusent les numéros qu’ils n’ont pas attribués.',
        ],
        'unknown-source': [
          `Regardez si ${args.server} accepte les appels de ${args.client} : adresse absente de sa liste, ou trunk désactivé.`,
          'Envoyez dans From et P-Asserted-Identity un numéro d’appelant qui appartient à ce trunk.',
          'Regardez la classe de service : cette destination est peut-être interdite, peut-être à dessein.',
        ],
        all: [
          `Regardez si ${args.server} connaît encore ${args.client} comme son trunk ou son compte : adresse, enregistrement et état du contrat.`,
          'Comparez les numéros de From et de P-Asserted-Identity avec ceux attribués à ce trunk.',
        ],
      })[args.kind],
    limits: (args) =>
      args.kind === 'policy' || args.kind === 'unknown-source' || args.kind === 'identity'
        ? 'Seul le journal du serveur dit quelle règle a interdit l’appel.'
        : '',
  } satisfies RuleWords<typeof callForbidden>,
  'destination-not-found': {
    title: 'Destination qui n’y existe pas',
    message: (args) => {
      if (args.kind === 'respelled') {
        return `${args.server} a refusé ${args.called} par ${args.status}, et a accepté le même numéro écrit ${args.other}.`;
      }
      if (args.kind === 'many') {
        return `${args.server} a refusé ${args.count} des ${args.calls} appels parce que le numéro n’y existe pas, le dernier par ${args.status}.`;
      }
      return (
        `${args.server} a refusé l’appel de ${args.client} vers ${quoted(args.called)} par ${args.status} après ${duration(args.after)} : ` +
        `${meaning[args.kind]}${saying(args)}${args.flaw === '' ? '' : ` ; ${flaws[args.flaw]}`}.`
      );
    },
    why: (args) =>
      args.kind === 'many' || args.kind === 'respelled'
        ? 'Plus d’appelants apprennent que le numéro n’existe pas qu’il ne peut y avoir d’erreurs de numérotation.'
        : 'L’appel ne peut aboutir tel qu’il a été composé, si souvent qu’on l’essaie.',
    fix: (args) => {
      if (args.kind === 'respelled') {
        return [
          `Faites écrire par le plan de numérotation chaque numéro de la façon qui marche sur cette route, comme ${args.other}.`,
          `Ou faites accepter les deux écritures par ${args.server}.`,
        ];
      }
      if (args.kind === 'many') {
        return [
          'Comparez numéros refusés et numéros aboutis : préfixe, plus, indicatif de pays et longueur montrent quelle règle du plan de numérotation est fausse.',
          `S’ils sont écrits de même, regardez si les numéros refusés sont provisionnés sur ${args.server}, et s’ils ont été portés.`,
        ];
      }
      return [
        ...(args.flaw === ''
          ? []
          : [`Corrigez le numéro dans le plan de numérotation de ${args.client} : ${flaws[args.flaw]}.`]),
        ...(args.kind === 'scheme' ? ['Envoyez sip:numéro@domaine;user=phone au lieu de ce genre d’adresse.'] : []),
        ...(args.kind === 'no-route'
          ? [`Ajoutez une route pour ce préfixe sur ${args.server}, ou sur le commutateur derrière lui.`]
          : []),
        ...(args.kind === 'ported'
          ? ['Faites interroger la portabilité par la route avant qu’elle ne choisisse l’opérateur.']
          : []),
        ...(args.kind === 'incomplete'
          ? [
              'Attendez tous les chiffres avant d’envoyer l’INVITE : le motif ou le délai entre chiffres du plan de numérotation est trop court.',
            ]
          : []),
        ...(args.kind === 'gone' || args.kind === 'out-of-order' ? ['Appelez l’appelé sur un autre numéro.'] : []),
        ...(args.kind === 'scheme' ? [] : [formFix[args.form]]),
        'Si l’appelant et le plan de numérotation sont justes, faites provisionner le numéro, ou connaître le domaine, sur le serveur qui l’a refusé.',
      ];
    },
    limits: (args) =>
      args.kind === 'unknown' && args.flaw === ''
        ? 'Un seul appel ne dit pas si l’appelant s’est trompé ou si le numéro manque sur le serveur.'
        : args.kind === 'many'
          ? 'Un appelant qui essaie des numéros au hasard donne la même image.'
          : '',
  } satisfies RuleWords<typeof destinationNotFound>,
  'emergency-call-problem': {
    title: 'Appel d’urgence en difficulté',
    message: (args) =>
      args.kind === 'slow'
        ? `L’appel d’urgence de ${args.client} vers ${args.target} n’a donné aucun signe de progression pendant ${duration(args.after)}.`
        : `${args.server} a refusé l’appel d’urgence${args.located ? '' : ', sans localisation,'} de ${args.client} vers ${args.target} par ${args.status} après ${duration(args.after)}` +
          `${args.connected ? ', avant qu’un autre essai n’aboutisse' : ''}${saying(args)}.`,
    why: (args) =>
      args.kind === 'slow' || args.connected
        ? 'Chaque seconde compte, et des appelants en détresse raccrochent et réessaient.'
        : 'Quelqu’un avait besoin d’aide et n’a joint personne. La plupart des pays en tiennent l’opérateur pour responsable.',
    fix: (args) =>
      args.kind === 'slow'
        ? [
            'Donnez aux appels d’urgence une route à eux, sans interrogation de numéros ni premier choix lent.',
            'Abandonnez la première route après 2 s pour ces appels.',
          ]
        : [
            ...(emergencyRemedies[args.code] ?? [
              'Cherchez dans son journal pourquoi ce serveur a refusé, avant toute autre chose de cette liste.',
            ]),
            ...(args.located
              ? []
              : [
                  'Envoyez la localisation de l’appelant (Geolocation) : certains réseaux d’urgence refusent les appels sans elle.',
                ]),
            `Faites essayer aussitôt la route suivante par ${args.client} quand un appel d’urgence est refusé, et ne le retenez jamais par Retry-After ou une limite d’appels.`,
          ],
    limits: (args) =>
      args.certain
        ? ''
        : `Tenu pour un appel d’urgence d’après son numéro : là où ${args.target} est un poste interne ou une ligne de test, ce n’en est pas un.`,
  } satisfies RuleWords<typeof emergencyCallProblem>,
  'method-not-supported': {
    title: 'Méthode que l’autre côté ne prend pas en charge',
    message: (args) =>
      `${args.server} a refusé ${the(args.method)} de ${args.client} par ${args.line}` +
      {
        no: args.allow.length === 0 ? '.' : ` ; il autorise ${clip(args.allow.join(', '))}.`,
        'not-allowed': `, comme son Allow l’avait déjà dit : ${clip(args.allow.join(', '))}.`,
        yes: ', bien qu’il ait cité la méthode auparavant dans son Allow.',
      }[args.known],
    why: (args) =>
      ({
        UPDATE:
          'Le rafraîchissement de session, le changement d’early media ou l’affichage d’appelant que l’UPDATE devait faire n’a pas lieu.',
        INFO: 'Ce que portait l’INFO est perdu.',
        PRACK: 'La réponse provisoire fiable n’est jamais acquittée : l’appel échoue après 32 s.',
        INVITE: 'Aucun appel ne peut être établi ici.',
        BYE: 'L’appel reste ouvert de ce côté, et est facturé.',
        MESSAGE: 'Le texte n’arrive pas.',
        PUBLISH: 'Les autres continuent de voir l’ancienne présence de cet usager.',
        NOTIFY: 'La nouvelle que portait le NOTIFY est perdue, et l’abonnement prend fin.',
      })[args.method] ?? `Ce à quoi servait ${the(args.method)} n’a pas lieu.`,
    fix: (args) => [
      ...(args.known === 'not-allowed'
        ? [`Faites respecter par ${args.client} l’Allow de son pair, où ${args.method} ne figure pas.`]
        : []),
      ...(args.known === 'yes'
        ? [`Retirez ${args.method} de l’Allow de ${args.server}, ou activez-y la méthode : il la cite et la refuse.`]
        : []),
      `Activez ${args.method} dans ${args.server} si la méthode est nécessaire, ou désactivez dans ${args.client} la fonction qui l’emploie.`,
      'Si un trunk doit rester tel quel, faites répondre à cette méthode par le SBC, ou faites-la retirer de Allow.',
    ],
  } satisfies RuleWords<typeof methodNotSupported>,
  'reason-contradiction': {
    title: 'Code et cause qui se contredisent',
    message: ({ kind, line, reasons }) => {
      const names = reasons.map(reasonName);
      return {
        response: `La réponse ${line} porte ${names[0]}, et aucune table entre SIP et le réseau téléphonique ne joint les deux.`,
        release: `Le BYE libère un appel décroché avec ${names[0]}, propre aux appels qui ne sont jamais décrochés.`,
        twice: `Le message ${line} donne deux motifs du même genre, ${names[0]} et ${names[1]}.`,
      }[kind];
    },
    why: (args) =>
      args.kind === 'release'
        ? 'Les tickets d’appel comptent un appel abouti comme échoué, ou l’inverse.'
        : 'L’appelant entend et fait ce qu’il ne faut pas (tonalité d’occupation, messagerie vocale, autre route), et les statistiques accusent le mauvais côté.',
    fix: (args) =>
      ({
        response: [
          'Croyez la cause : l’élément voisin du réseau téléphonique l’a produite, et un autre, sur le retour, a produit le code.',
          `Alignez la table des causes et des codes sur les passerelles et SBC intermédiaires${args.usual === 0 ? '' : ` : la RFC 3398 fait de cette cause un ${args.usual}`}.`,
          'Faites transmettre par les SBC le Reason de l’autre côté au lieu d’en écrire un.',
        ],
        release: [
          'Regardez le segment derrière l’hôte qui libère : un B2BUA qui décroche d’abord raccroche avec la cause d’un segment qui a échoué plus tard.',
          'Faites-le décrocher seulement quand le segment derrière lui a décroché, ou faites-lui envoyer la cause 16 dans son BYE.',
        ],
        twice: [
          'Faites remplacer par l’élément qui ajoute son propre Reason celui qu’il a reçu, ou faites-lui laisser celui-ci tel quel.',
          'Comparez avec le saut précédent : la valeur qui y manque a été ajoutée par cet élément.',
        ],
      })[args.kind],
    limits: (args) => (args.kind === 'twice' ? '' : 'Les opérateurs peuvent employer leurs propres tables.'),
  } satisfies RuleWords<typeof reasonContradiction>,
  'release-cause-abnormal': {
    title: 'Cause de libération inhabituelle',
    message: (args) => {
      const gave = `en indiquant ${given(args)}`;
      if (args.carrier === 'BYE') return `${args.host} a mis fin à l’appel par BYE ${gave}.`;
      if (args.carrier === 'CANCEL') return `${args.host} a annulé l’appel ${gave}.`;
      return `${args.host} a refusé l’appel par ${args.status} ${gave}.`;
    },
    why: (args) =>
      args.carrier === 'BYE'
        ? 'Personne n’a raccroché : l’appel a été coupé, et les usagers le diront.'
        : 'Le code seul accuserait l’appelé ou le serveur ; le motif nomme le réseau derrière.',
    fix: (args) => [
      areas[args.area],
      `Si plusieurs appels se terminent ainsi, comparez-les selon l’hôte qui a libéré (${args.host}), le trunk et l’heure.`,
    ],
    limits: () =>
      'Les passerelles traduisent les causes par leurs propres tables : la cause la plus proche du réseau téléphonique est la vraie.',
  } satisfies RuleWords<typeof releaseCauseAbnormal>,
  'request-terminated-487': {
    title: 'Appel arrêté par un autre que l’appelant',
    message: (args) => {
      const rang = args.rang > 0 ? `il avait sonné ${duration(args.rang)}` : 'il n’avait pas sonné';
      const cancelled = `${args.client} a annulé l’appel vers ${args.server}`;
      const text = {
        elsewhere: `${cancelled} après ${duration(args.after)} parce qu’il a été pris ailleurs ; ${rang}`,
        unsaid: `${cancelled} quand ${args.other} a décroché, et son CANCEL ne le dit pas ; ${rang}`,
        refused: `${cancelled} parce que ${args.other} l’a refusé pour tous les terminaux par ${args.status} ; ${rang}`,
        timer: `${cancelled} après ${duration(args.after)}, par un timer à lui : l’appelant n’avait pas raccroché ; ${rang}`,
        sharp: `${cancelled} après ${duration(args.after)}, si exactement à un délai de non-réponse usuel qu’un timer est probable ; ${rang}`,
        expires: `${args.server} a mis fin à l’appel de ${args.client} après ${duration(args.after)}, quand l’Expires de son INVITE s’est écoulé ; ${rang}`,
        bye: `${args.client} a mis fin à l’appel vers ${args.server} par BYE avant le décroché ; ${rang}`,
        unexplained: `${args.server} a mis fin à l’appel de ${args.client} par 487 après ${duration(args.after)}, et aucun CANCEL, BYE ou Expires de la trace ne l’explique ; ${rang}`,
      }[args.kind];
      return `${text}${saying(args)}.`;
    },
    why: (args) =>
      ({
        elsewhere: 'Quelqu’un a pris l’appel sur un autre terminal ; celui-ci n’a pas à l’afficher comme manqué.',
        unsaid: 'Le terminal affiche un appel manqué bien que quelqu’un l’ait pris sur un autre.',
        refused:
          'Un terminal a décidé pour tous : les autres ont cessé de sonner, et la messagerie vocale n’a pas l’appel non plus.',
        timer: 'L’appelé a eu ce temps pour décrocher, et pas plus.',
        sharp: 'L’appelé a eu ce temps pour décrocher, et pas plus.',
        expires: 'L’appel s’est terminé quand l’appelant avait dit qu’il le devait.',
        bye: 'BYE au lieu de CANCEL ne termine qu’une branche : avec un fork, les autres terminaux sonnent encore.',
        unexplained: 'L’appelant est coupé, et la trace ne montre personne qui l’ait voulu.',
      })[args.kind],
    fix: (args) =>
      ({
        elsewhere: ['Rien n’est à réparer.'],
        unsaid: [
          `Faites mettre par ${args.client} Reason: SIP;cause=200;text="Call completed elsewhere" dans le CANCEL des terminaux perdants.`,
        ],
        refused: [
          `Si les autres terminaux ou la messagerie vocale doivent continuer, faites répondre ${args.other} par 486 ou 480 au lieu de ${args.status} : un 6xx parle pour tous.`,
        ],
        timer: noAnswerTime(args.client),
        sharp: noAnswerTime(args.client),
        expires: [
          `Si l’appel doit sonner plus longtemps, relevez Expires dans l’INVITE de ${args.client}, ou omettez-le.`,
        ],
        bye: [`Faites terminer par CANCEL, chez ${args.client}, les appels qui ne sont pas encore décrochés.`],
        unexplained: [
          `Cherchez l’appel dans le journal de ${args.server} : un délai de non-réponse, un script ou le segment derrière lui a mis fin à l’appel.`,
          `Si c’est son propre timer, faites dire 408 ou 480 à ${args.server} : 487 signifie que l’appelant a abandonné, et la recherche s’arrête là.`,
        ],
      })[args.kind],
    limits: (args) =>
      args.kind === 'timer'
        ? 'Que ce soit un timer se déduit du saut précédent, qui ne montre aucun CANCEL.'
        : args.kind === 'sharp'
          ? 'Une personne qui raccroche à ce moment précis donne la même image.'
          : args.kind === 'unexplained'
            ? 'Un CANCEL qui aurait pris un autre chemin, ou que la capture aurait perdu, l’expliquerait.'
            : '',
  } satisfies RuleWords<typeof requestTerminated487>,
  'required-extension-unsupported': {
    title: 'Extension qu’un côté exige et que l’autre n’a pas',
    message: (args) => {
      const tokens = clip(args.tokens.join(', '));
      const what =
        args.tokens.length === 0
          ? ''
          : ` : ${args.status === 421 || args.status === 494 ? 'il veut' : args.status === 580 ? 'il n’a pu remplir' : 'il ne prend pas en charge'} ${tokens}`;
      const demand =
        args.status === 420 && !args.demanded && args.tokens.length > 0 ? ', que la requête n’exigeait même pas' : '';
      const end = {
        retried: ' ; l’essai suivant est allé plus loin.',
        again: ' ; l’essai suivant a reçu la même réponse.',
        'gave-up': `, et ${args.client} n’a pas réessayé.`,
      }[args.after];
      return `${args.server} a refusé ${the(args.method)} de ${args.client} par ${args.line}${what}${demand}${end}`;
    },
    why: (args) =>
      args.after === 'retried'
        ? 'Le client est allé plus loin sans elle ; chaque appel de ce genre coûte un aller-retour de plus.'
        : 'La requête échoue sur une extension, non sur ce qu’elle demande.',
    fix: (args) => {
      const extension = clip(args.tokens.join(', ')) || 'l’extension';
      return (
        {
          420: [
            `Faites mettre par ${args.client} ${extension} dans Supported au lieu de Require : chaque côté l’emploie alors là où les deux l’ont.`,
            `Ou activez-la dans ${args.server}, ou faites-la retirer par le SBC intermédiaire.`,
            `Faites réessayer ${args.client} sans elle après un 420.`,
          ],
          421: [
            `Activez ${extension} dans ${args.client}, ou citez-la dans son Supported.`,
            `Ou faites en sorte que ${args.server} s’en passe : exiger une extension exclut les équipements SIP simples.`,
          ],
          417: [
            `Convertissez le Resource-Priority de ${args.client} en un espace de noms que ${args.server} connaît, ou retirez-le de Require.`,
          ],
          439: ['Faites prendre en charge outbound par le premier proxy (Path avec ob), ou enregistrez sans reg-id.'],
          494: [
            `Faites convenir ${args.client} d’un mécanisme de la liste Security-Server (IPsec ou TLS), ou désactivez sec-agree pour lui dans ${args.server}.`,
          ],
          580: [
            'Cherchez pourquoi les ressources n’ont pas été réservées : établissement du bearer du réseau mobile, ou adresse média injoignable.',
            `Si ${args.server} n’est pas un réseau mobile, envoyez l’appel sans préconditions.`,
          ],
        }[args.status] ?? []
      );
    },
  } satisfies RuleWords<typeof requiredExtensionUnsupported>,
  'retry-after-ignored': {
    title: 'Retry-After que le client ne respecte pas',
    message: (args) =>
      `${args.client} a envoyé ${counted(args.count, 'autre requête', 'autres requêtes')} à ${args.server}${args.target === '' ? '' : ` pour ${args.target}`} pendant les ${duration(args.retryAfter * 1000)} d’attente demandées par son ${args.line}, la première après ${duration(args.first)}.`,
    why: (args) =>
      args.target === ''
        ? 'Les requêtes qui viennent malgré tout maintiennent un serveur surchargé dans la surcharge, et sont refusées de nouveau.'
        : 'L’appelé a dit quand rappeler ; jusque-là, chaque essai est vain.',
    fix: (args) => [
      args.target === ''
        ? `Faites en sorte que ${args.client} laisse ${args.server} tranquille pendant le délai de Retry-After, et envoie entre-temps à un autre serveur.`
        : `Faites attendre à ${args.client} le délai de Retry-After avant de rappeler ${args.target}.`,
      'Si plusieurs processus envoient depuis ce client, faites-leur partager ce qu’ils apprennent d’un serveur.',
      ...(args.target === ''
        ? [
            `Si ${args.server} ne vise qu’un trunk ou un usager, faites-lui dire 503 sans Retry-After, ou 480 : avec lui, le client doit délaisser tout le serveur.`,
          ]
        : []),
    ],
    limits: () => 'Un autre terminal derrière la même adresse donne la même image s’il ne donne pas de nom à lui.',
  } satisfies RuleWords<typeof retryAfterIgnored>,
  'upstream-timeout-408-504': {
    title: 'Serveur qui a renoncé à attendre le saut suivant',
    message: (args) => {
      const refused = `${args.server} a refusé l’INVITE de ${args.client} par ${args.status}`;
      const text = {
        'next-hop': `${refused} après ${duration(args.after)} sans aucun signe de progression : c’est le temps qu’un serveur attend un saut suivant qui ne répond pas (timer B)`,
        soon: `${refused} après ${duration(args.after)} sans aucun signe de progression : ce qu’il avait essayé n’avait pas encore répondu`,
        helper: `${refused} après ${duration(args.after)} : un autre serveur qu’il devait interroger n’a pas répondu`,
        'at-once': `${refused} après ${duration(args.after)} seulement : il n’a attendu personne, il tenait donc déjà la destination pour morte`,
        'no-answer': `${refused} ${duration(args.sinceProgress)} après le dernier signe de progression : son délai de non-réponse a expiré`,
        'timer-c': `${refused} ${duration(args.sinceProgress)} après le dernier signe de progression : son dernier recours contre les appels qui sonnent sans fin (timer C) a expiré`,
        expires: `${refused} après ${duration(args.after)}, quand l’Expires de l’INVITE s’est écoulé`,
      }[args.kind];
      return `${text}${saying(args)}.`;
    },
    why: (args) =>
      ({
        'no-answer':
          'Personne n’a décroché. Savoir si une messagerie aurait dû prendre l’appel relève de ses réglages.',
        expires: 'L’appel s’est terminé quand l’appelant avait dit qu’il le devait.',
        'timer-c':
          'L’appelant a écouté sonner pendant des minutes, et le côté appelé tient un appel que personne ne termine.',
        'at-once': 'L’appel échoue sans essai, alors que la destination est peut-être revenue entre-temps.',
      })[String(args.kind)] ??
      (args.connected
        ? 'L’appel a abouti par un autre chemin, et son appelant a attendu tout ce temps en silence.'
        : 'L’appelant a attendu en silence et n’a pas abouti.'),
    fix: (args) =>
      ({
        'next-hop': [
          `Cherchez où ${args.server} envoie ces appels, et testez cet hôte : il n’a pas répondu du tout.`,
          `Faites renoncer ${args.server} plus tôt et essayer la route suivante : 2 à 5 s suffisent (le fr_timer de Kamailio et le fr_timeout de OpenSIPS valent 30 s par défaut).`,
        ],
        soon: [
          `Cherchez où ${args.server} envoie ces appels, et testez cet hôte : rien n’est revenu en ${duration(args.after)}.`,
          `Faites essayer une autre route par ${args.server} quand ce timer expire, au lieu de refuser l’appel.`,
        ],
        helper: [
          `Cherchez dans le journal de ${args.server} ce qu’il attendait : DNS, ENUM, base de données, requête HTTP ou passerelle.`,
          'Donnez à cette requête une limite d’une seconde ou deux et une valeur par défaut pour le cas où elle échoue.',
        ],
        'at-once': [
          `Regardez si ${args.server} a marqué la destination comme hors service (dispatcher, qualify, liste de passerelles en échec), et testez cette destination.`,
          `Si elle répond, raccourcissez le temps pendant lequel ${args.server} garde cette marque, ou faites-le sonder par OPTIONS.`,
        ],
        'no-answer': [
          'Rien n’est à réparer si personne n’était là.',
          `Pour faire sonner plus longtemps, ou envoyer l’appel à une messagerie, changez le délai de non-réponse dans ${args.server} (le fr_inv_timer de Kamailio et le fr_inv_timeout de OpenSIPS valent 120 s par défaut).`,
        ],
        'timer-c': [
          'Réglez un délai de non-réponse chez l’appelé ou son PBX : aucun téléphone ne devrait sonner trois minutes.',
          `Regardez si ${args.server} a annulé la branche derrière lui : sinon, ce téléphone sonne encore.`,
        ],
        expires: [
          `Si l’appelant doit attendre plus longtemps, relevez Expires dans l’INVITE de ${args.client}, ou omettez-le.`,
        ],
      })[args.kind],
    limits: (args) =>
      args.kind === 'next-hop' || args.kind === 'soon' || args.kind === 'helper'
        ? 'On ne voit pas à ce point de capture ce que ce serveur attendait.'
        : '',
  } satisfies RuleWords<typeof upstreamTimeout408504>,
};
