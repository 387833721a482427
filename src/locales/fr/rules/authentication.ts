/** French words of the rules about authentication. */
import type { authChallengeUnanswered } from '../../../rules/authentication/auth-challenge-unanswered.ts';
import { type authCredentialsRejected, blamesNonces } from '../../../rules/authentication/auth-credentials-rejected.ts';
import type { authNonceLoop } from '../../../rules/authentication/auth-nonce-loop.ts';
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { Spelling } from '../../../rules/recompute.ts';
import { capitalize } from '../../phrases.ts';
import { duration, the, to } from '../phrases.ts';
import { quoted } from './phrases.ts';

type Rejected = ArgsOf<typeof authCredentialsRejected>;

const orNothing = (text: string) => (text === '' ? 'rien' : quoted(text));

/** How the password was changed before it was hashed: behind "le mot de passe". */
const spellings: Readonly<Record<Spelling, (length: string) => string>> = {
  trimmed: () => 'sans les espaces qui l’entourent',
  blank: () => 'suivi d’une espace',
  'line-end': () => 'suivi d’une fin de ligne',
  'carriage-return': () => 'suivi d’un retour chariot',
  quoted: () => 'entre guillemets',
  'lower-case': () => 'en minuscules',
  'upper-case': () => 'en majuscules',
  percent: () => 'avec ses caractères spéciaux en %HH',
  unpercent: () => 'avec ses %HH décodés',
  xml: () => 'avec ses caractères spéciaux comme en XML (&amp;)',
  empty: () => 'vide',
  cut: (length) => `coupé après ${length} caractères`,
};

const spelled = (wanted: string, given: string) => spellings[wanted as Spelling](given);

/** What the digest was made with; the password given fits once that is changed. */
function madeWith({ field, given, wanted }: Rejected): string {
  switch (field) {
    case 'spelling':
      return `leur digest est calculé avec le mot de passe donné, mais ${spelled(wanted, given)}`;
    case 'password':
      return `leur digest est calculé avec le mot de passe de ${quoted(wanted)}`;
    case 'case':
      return 'leur digest est juste, mais ses chiffres hexadécimaux sont en majuscules';
    case 'body':
      return 'leur digest (qop auth-int) est calculé sur un corps vide, et la requête en a un';
    case 'username':
      return `leur digest est calculé pour l’utilisateur ${orNothing(wanted)}, alors qu’ils nomment ${orNothing(given)}`;
    case '':
      return '';
    default: {
      const name = { nc: 'le nonce count', cnonce: 'le nonce du client', uri: 'l’URI', method: 'la méthode' }[
        String(field)
      ];
      return field === 'qop' && wanted === ''
        ? `leur digest est calculé sans qop, alors qu’ils disent ${given}`
        : `leur digest est calculé avec ${name ?? the(field)} ${orNothing(wanted)} au lieu de ${orNothing(given)}`;
    }
  }
}

function remedyOf({ field, client, given, wanted, user }: Rejected): string {
  switch (field) {
    case 'spelling':
      return `Ressaisissez à la main dans ${client} le mot de passe de ${quoted(user)} : son formulaire ou son provisionnement l’emploie ${spelled(wanted, given)}.`;
    case 'password':
      return `Réglez dans ${client} le mot de passe de ${quoted(user)} : il emploie celui de ${quoted(wanted)}.`;
    case 'username':
      return `Réglez dans ${client} un seul utilisateur d’authentification : le digest est pour ${orNothing(wanted)}, l’en-tête dit ${orNothing(given)}.`;
    case 'realm':
      return `Faites en sorte que ${client} hache le realm du défi : effacez un realm réglé dans son compte, ou corrigez un hachage enregistré qui est calculé avec ${orNothing(wanted)}.`;
    case 'nonce':
      return `Faites en sorte que ${client} réponde au défi le plus récent : son digest est calculé avec un autre nonce que celui qu’il écrit.`;
    case 'uri':
    case 'method':
      return `Cherchez ce qui modifie la requête entre ${client} et ici (un SIP ALG, un PBX qui copie des identifiants dans une autre requête) : le digest correspond à ${orNothing(wanted)}.`;
    case 'case':
      return `Mettez ${client} à jour : il doit écrire le digest en minuscules (RFC 7616 §3.2), et les serveurs qui comparent les textes le refusent.`;
    case 'body':
      return `Offrez qop auth au lieu de auth-int, ou cherchez ce qui ajoute un corps entre ${client} et ici.`;
    default:
      return `Mettez ${client} à jour ou réglez ses options de digest : ce qu’il écrit comme ${field} n’est pas ce qu’il hache.`;
  }
}

export const authentication = {
  'auth-challenge-unanswered': {
    title: 'Défi auquel le client ne répond pas',
    message: (args) =>
      `${args.server} a répondu par un ${args.status} ${to(the(args.method))} de ${args.client}` +
      {
        ignored: `, et le client n’a pas réessayé avec des identifiants en ${duration(args.waited)}.`,
        unusable: `, mais son ${args.status} ne contient aucun défi auquel répondre.`,
        scheme: `, mais il n’offre que ${args.offered.join(', ')} ; le client n’a pas réessayé en ${duration(args.waited)}.`,
        algorithm: `, mais il n’offre que ${args.offered.join(', ')} ; le client n’a pas réessayé en ${duration(args.waited)}.`,
      }[args.kind],
    why: (args) =>
      args.kind === 'unusable'
        ? `${capitalize(the(args.method))} échoue : le serveur veut des identifiants, et ne dit pas sous quelle forme.`
        : `${capitalize(the(args.method))} échoue : le serveur veut des identifiants, et le client n’en donne pas.`,
    fix: (args) => [
      ...{
        ignored: [],
        unusable: [
          `Faites mettre par ${args.server} un défi dans son ${args.status} : sans défi, aucun client ne peut répondre.`,
        ],
        scheme: [
          `Faites offrir Digest par ${args.server} : ${args.client} ne peut pas répondre à ${args.offered.join(', ')}.`,
        ],
        algorithm: [
          `Faites offrir par ${args.server} MD5 à côté de ${args.offered.join(', ')}, dans un champ d’en-tête à part (RFC 8760 §2.3), ou mettez ${args.client} à jour.`,
        ],
      }[args.kind],
      ...(args.kind === 'unusable'
        ? []
        : [
            `Configurez l’utilisateur et le mot de passe dans ${args.client}${args.realm === '' ? '' : ` pour le realm ${quoted(args.realm)}`}.`,
          ]),
      `Si ${args.server} doit connaître ${args.client} par son adresse (trunk sans enregistrement), vérifiez que cette adresse est dans sa liste : elle a pu changer.`,
      'Si le défi vient de derrière un proxy ou un PBX, vérifiez que cet élément peut y répondre ou le transmet au téléphone.',
    ],
    limits: (args) =>
      args.kind === 'unusable'
        ? ''
        : 'Un client qui réessaie avec un nouveau Call-ID apparaît comme un autre appel ou enregistrement.',
  } satisfies RuleWords<typeof authChallengeUnanswered>,
  'auth-credentials-rejected': {
    title: 'Identifiants que le serveur n’accepte pas',
    message: (args) =>
      `${args.server} a refusé par ${args.status}${args.phrase === '' ? '' : ` ${args.phrase}`} les identifiants de ${quoted(args.user)} pour le realm ${quoted(args.realm)} dans ${the(args.method)} de ${args.client}` +
      {
        user: ' : le nom d’utilisateur manque.',
        realm: ` : ils sont faits pour le realm ${quoted(args.given)}.`,
        nonce: ' : ils répondent à un défi plus ancien, non au plus récent.',
        server: ` : le défi était venu d’un autre serveur, ${args.wanted}.`,
        algorithm: ` : ils emploient ${args.given}, et le défi offrait ${args.wanted}.`,
        qop: ` : ils emploient le qop ${args.given}, et le défi offrait ${args.wanted || 'aucun qop'}.`,
        uri: `, bien que ${args.tested ? 'leur digest soit juste pour le mot de passe donné' : 'ils répondent à son défi le plus récent'} ; leur uri est ${args.given} alors que la requête va à ${args.wanted}.`,
        refused: ', bien qu’ils répondent à son défi le plus récent : l’utilisateur ou le mot de passe est faux.',
        expired: ` : ils sont venus ${duration(args.late)} après le défi, et son nonce avait expiré.`,
        forbidden: '.',
        correct: ', bien que leur digest soit juste pour le mot de passe donné.',
        mismatch: ' : leur digest n’est pas calculé avec le mot de passe donné.',
        made: ` : ${madeWith(args)}.`,
      }[args.kind],
    why: (args) =>
      args.letIn
        ? 'Le client a été admis plus tard ; certains serveurs le bloquent après quelques tentatives de ce genre.'
        : args.method === 'REGISTER'
          ? 'Le téléphone reste non enregistré : il ne reçoit pas d’appels, et ceux qu’il passe peuvent être refusés.'
          : 'La requête n’est pas admise ; les clients qui répètent sans cesse les mêmes identifiants finissent bloqués.',
    fix: (args) => [
      ...{
        user: [`Réglez l’utilisateur d’authentification dans ${args.client} : il est vide.`],
        realm: [
          `Réglez le realm dans ${args.client} sur ${quoted(args.wanted)}, ou laissez-le vide pour qu’il prenne celui du défi.`,
        ],
        nonce: [
          `Faites en sorte que ${args.client} réponde au défi le plus récent : il continue d’employer le nonce d’un plus ancien.`,
        ],
        server: [
          `Faites partager leurs nonces aux serveurs, ou renvoyez ${args.client} vers celui qui lui a lancé le défi.`,
        ],
        algorithm: [`Faites employer à ${args.client} un algorithme que le serveur offre (${args.wanted}).`],
        qop: [`Faites employer à ${args.client} le qop que le défi offre (${args.wanted || 'aucun'}).`],
        expired: [
          `Faites répondre ${args.client} aussitôt au défi, ou faites garder à ${args.server} ses nonces valables plus longtemps.`,
          `Faites dire stale=true à ${args.server} quand un nonce a expiré : le client réessaie alors de lui-même.`,
        ],
        uri: [],
        refused: [],
        forbidden: [],
        mismatch: [],
        made: [remedyOf(args)],
        correct: [
          `Comparez ce que ${args.server} a pour ${quoted(args.user)} avec le mot de passe donné : un autre mot de passe, ou un hachage enregistré (HA1) calculé avec un autre realm ou utilisateur.`,
          `Vérifiez que ${args.server} cherche ${quoted(args.user)} dans le bon domaine ou tenant, et que le compte n’est ni verrouillé ni lié à une autre adresse.`,
        ],
      }[args.kind],
      ...(args.kind === 'made' || args.kind === 'correct' || args.tested
        ? []
        : [
            `Redéfinissez des deux côtés le mot de passe de ${quoted(args.user)} pour le realm ${quoted(args.realm)}, et prenez garde aux espaces et aux caractères à échapper.`,
            'Vérifiez que l’utilisateur d’authentification est celui que le serveur connaît : il diffère souvent du numéro ou du nom affiché.',
          ]),
      ...(args.kind === 'uri'
        ? [
            'Cherchez ce qui modifie la Request-URI après le calcul du digest : un ALG, une règle d’en-tête, un réglage d’outbound proxy. Certains serveurs comparent les deux.',
          ]
        : []),
      ...(blamesNonces.includes(args.kind)
        ? ['Si plusieurs serveurs se partagent le travail, vérifiez que chacun accepte les nonces des autres.']
        : []),
    ],
    limits: (args) =>
      args.kind === 'mismatch'
        ? 'Un digest ne dit pas lequel est périmé : le mot de passe du client ou celui donné ici.'
        : args.kind === 'correct'
          ? 'On ne voit pas à quoi le serveur compare le digest.'
          : (args.kind === 'refused' || args.kind === 'uri') && !args.tested
            ? 'Un digest ne dit pas si c’est le mot de passe ou le nom d’utilisateur qui est faux.'
            : args.kind === 'expired'
              ? 'La justesse de l’utilisateur et du mot de passe n’a pas été mise à l’épreuve.'
              : '',
  } satisfies RuleWords<typeof authCredentialsRejected>,
  'auth-nonce-loop': {
    title: 'Défis en boucle',
    message: (args) =>
      `${capitalize(the(args.method))} de ${args.client} a reçu ${args.challenges} défis en ${duration(args.span)}, ` +
      {
        stale: `et chaque fois ${args.server} a jugé le nonce trop vieux (stale), à la fin ${duration(args.answered)} après l’avoir émis`,
        'old-nonce': `et chaque fois il est venu avec un ancien nonce au lieu du nouveau que ${args.server} avait envoyé`,
        servers: `tour à tour de ${args.server} et de ${args.other} : chacun refuse ce qui répond à l’autre`,
      }[args.kind] +
      (args.letIn ? ' ; il a fini par être accepté.' : '.'),
    why: (args) =>
      args.letIn
        ? `Chaque ${args.method} prend plusieurs allers-retours, et un client qui abandonne plus tôt que celui-ci n’est pas admis.`
        : `${capitalize(the(args.method))} ne passe pas, quel que soit le mot de passe : le client répond à chaque défi et en reçoit un autre.`,
    fix: (args) => [
      ...{
        stale: [
          `Allongez la durée de vie des nonces sur ${args.server} (Kamailio : nonce_expire du module auth ; Asterisk : nonce_lifetime), et vérifiez son horloge.`,
          `Si ${args.server} est fait de plusieurs machines, donnez-leur le même secret de nonce et la même heure (Kamailio : secret du module auth), et désactivez les nonces à usage unique ou partagez leur mémoire.`,
        ],
        'old-nonce': [
          `Mettez ${args.client} à jour ou redémarrez-le : il doit prendre le nonce du défi le plus récent et continue d’en employer un plus ancien.`,
          `Si un élément intermédiaire met les identifiants en cache (un PBX, un ALG), faites-lui transmettre les ${args.method} tels quels.`,
        ],
        servers: [
          `Donnez à ${args.server} et à ${args.other} le même secret de nonce (Kamailio : secret du module auth), pour que chacun accepte les nonces de l’autre.`,
          'Ou faites envoyer un client par le répartiteur toujours au même serveur jusqu’à la fin de sa requête (selon le Call-ID ou l’adresse source).',
        ],
      }[args.kind],
    ],
    limits: (args) =>
      ({
        stale: 'Les messages ne montrent pas pourquoi le serveur tient le nonce pour trop vieux.',
        'old-nonce': '',
        servers: 'Un mot de passe faux derrière un répartiteur de charge donne la même image.',
      })[args.kind],
  } satisfies RuleWords<typeof authNonceLoop>,
};
