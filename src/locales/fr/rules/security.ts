/** French words of the rules about attacks. */
import type { RuleWords } from '../../../rules/define.ts';
import { NAME_LIMIT, type registrationBruteForce } from '../../../rules/security/registration-brute-force.ts';
import type { scannerDetected } from '../../../rules/security/scanner-detected.ts';
import type { tollFraudPattern } from '../../../rules/security/toll-fraud-pattern.ts';
import { USER_LIMIT, type userEnumeration } from '../../../rules/security/user-enumeration.ts';
import { count as counted, duration, plural, times } from '../phrases.ts';
import { quoted } from './phrases.ts';

const CLIP = 60;

const many = (n: number, one: string, several: string, capped: number) =>
  n >= capped ? `${capped} ${several} ou plus` : counted(n, one, several);

const addressOf = (source: string) => source.slice(0, source.lastIndexOf(':'));

export const security = {
  'registration-brute-force': {
    title: 'Tentatives de deviner des mots de passe',
    message: ({ kind, source, server, attempts, burst, over, users, user, agent }) =>
      `${source}${agent === '' ? '' : ` (${quoted(agent)})`} a eu ${attempts} authentifications refusées par ${server}, ` +
      `dont ${burst} en ${duration(over)}, ` +
      {
        guessing: `toutes pour l’utilisateur ${quoted(user)}.`,
        spraying: `pour ${many(users, 'utilisateur', 'utilisateurs', NAME_LIMIT)}.`,
        'broken-in': `puis a été admis comme ${quoted(user)}.`,
      }[kind],
    why: ({ kind, user }) =>
      kind === 'broken-in'
        ? `Qui que ce soit, il peut maintenant appeler comme ${user}, à vos frais.`
        : 'Un seul succès suffit pour appeler à vos frais, d’ordinaire la nuit et vers des numéros chers.',
    fix: ({ kind, source, server, user }) => [
      ...(kind === 'broken-in'
        ? [`Verrouillez ${user} sur ${server} maintenant, changez son mot de passe, et examinez ses appels depuis.`]
        : []),
      `Bloquez ${addressOf(source)} dans le pare-feu ; faites-le faire par fail2ban ou le SBC après quelques échecs.`,
      'Employez de longs mots de passe aléatoires qui ne soient pas le numéro, et n’autorisez chaque compte que depuis les réseaux où il sert.',
      'Si c’est une passerelle, un PBX ou un test à vous, corrigez ses identifiants.',
    ],
    limits: ({ kind }) =>
      kind === 'broken-in'
        ? 'Un utilisateur qui a corrigé son mot de passe après bien des essais donne la même image.'
        : 'Une passerelle ou un PBX aux identifiants faux pour toutes ses lignes donne la même image s’il essaie assez vite.',
  } satisfies RuleWords<typeof registrationBruteForce>,
  'scanner-detected': {
    title: 'Scanner SIP à l’œuvre',
    message: ({ kind, source, agent, requests, hosts, users, capped, methods, succeeded, over }) => {
      const tried = `${counted(requests, 'requête', 'requêtes')} (${methods.join(', ')}) vers ${many(hosts, 'hôte', 'hôtes', capped)} et ${many(users, 'utilisateur', 'utilisateurs', capped)}`;
      const got =
        succeeded === 0 ? '' : ` ; ${succeeded} ${plural(succeeded, 'a reçu', 'ont reçu')} une réponse de succès`;
      return kind === 'name'
        ? `${source} scanne avec ${quoted(agent)} : ${tried}${got}.`
        : `${source} a essayé de nombreux hôtes l’un après l’autre : ${tried}, presque toutes refusées ou sans réponse (les premières en ${duration(over)}).`;
    },
    why: ({ succeeded }) =>
      succeeded > 0
        ? 'Il a trouvé un serveur qui répond, et ce qu’il apprend sert à deviner des mots de passe et à frauder.'
        : 'Il cherche des serveurs et des comptes dont deviner les mots de passe ; il fausse aussi tout compte d’appels échoués.',
    fix: ({ source }) => [
      `Jetez ${source} sans réponse dans le pare-feu ou par fail2ban ; mieux, ne laissez que des réseaux connus atteindre le port SIP.`,
      'Faites ignorer les requêtes inconnues par les serveurs au lieu d’y répondre, et employez TLS ou un autre port vers Internet.',
      'Si c’est votre propre audit ou votre surveillance, il n’y a rien à faire.',
    ],
    limits: ({ kind }) =>
      kind === 'sweep' ? 'Un automate d’appel ou un test qui appelle de nombreux serveurs donne la même image.' : '',
  } satisfies RuleWords<typeof scannerDetected>,
  'toll-fraud-pattern': {
    title: 'Appels qui ressemblent à une fraude',
    message: ({ kind, source, server, number, tries, through, agent, ...args }) => {
      const prefixes = args.prefixes
        .map((prefix) => prefix || 'aucun')
        .join(', ')
        .slice(0, CLIP);
      const by = agent === '' ? source : `${source} (${quoted(agent)})`;
      const rang = through === 0 ? 'aucun n’a abouti' : `${through} ${plural(through, 'a abouti', 'ont abouti')}`;
      return kind === 'open'
        ? `${by} a appelé ${number} par ${server} sans identifiants, et ${plural(through, 'l’appel a', `${through} appels de ce genre ont`)} abouti.`
        : `${by} a composé …${number} sur ${server} ${times(tries)} derrière des préfixes toujours nouveaux (${prefixes}) ; ${rang}.`;
    },
    why: ({ through }) =>
      through > 0
        ? 'Un appel a abouti : d’autres suivront, d’ordinaire la nuit et vers des numéros chers.'
        : 'Quelqu’un cherche le préfixe qui mène à l’extérieur ; le premier qui marche sert jusqu’à ce qu’il soit fermé.',
    fix: ({ source, server, through }) => [
      ...(through > 0
        ? [`Examinez maintenant les appels de ${source} sur ${server}, et interdisez ce qu’ils ont composé.`]
        : []),
      `Bloquez ${source} dans le pare-feu, ou faites accepter par ${server} les seuls appels de pairs connus et d’usagers enregistrés.`,
      'Assurez-vous que les appels de sources inconnues n’atteignent pas les routes sortantes (contexte par défaut ou guest), et fixez des limites d’appels et de coûts par compte.',
      'Si c’est un test ou un plan de numérotation à vous qui essaie des préfixes, il n’y a rien à faire.',
    ],
    limits: () => 'La trace ne dit pas si quelqu’un devait y appeler.',
  } satisfies RuleWords<typeof tollFraudPattern>,
  'user-enumeration': {
    title: 'Noms d’utilisateur essayés un à un',
    message: (args) =>
      `${args.source} a interrogé ${args.server} sur ${many(args.users, 'utilisateur', 'utilisateurs', USER_LIMIT)} par ${args.method}, de ${quoted(args.first)} à ${quoted(args.last)}, sans identifiants, dont ${args.burst} en ${duration(args.over)}` +
      (args.kind === 'revealing'
        ? ` ; les réponses révèlent que ${counted(args.existing, 'existe', 'existent')} (${args.existingStatus}) et ${args.unknown} non (${args.unknownStatus}).`
        : '.'),
    why: ({ kind }) =>
      kind === 'revealing'
        ? 'Les réponses disent quels comptes existent, et leurs mots de passe seront attaqués ensuite.'
        : 'Qui connaît les comptes passe à leurs mots de passe.',
    fix: ({ kind, server, source, existingStatus, unknownStatus }) => [
      ...(kind === 'revealing'
        ? [
            `Faites donner par ${server} la même réponse pour les utilisateurs qui existent et pour les autres : c’est maintenant ${existingStatus} et ${unknownStatus} (alwaysauthreject=yes dans chan_sip d’Asterisk, PJSIP le faisant toujours ; dans Kamailio et OpenSIPS, lancez le défi avant de chercher l’utilisateur).`,
          ]
        : []),
      `Bloquez ${addressOf(source)} dans le pare-feu ou par fail2ban.`,
      'Si c’est un outil de provisionnement ou un test à vous, il n’y a rien à faire.',
    ],
    limits: ({ kind }) =>
      kind === 'scanner'
        ? ''
        : 'Un outil de provisionnement ou un test qui parcourt une liste d’utilisateurs donne la même image.',
  } satisfies RuleWords<typeof userEnumeration>,
};
