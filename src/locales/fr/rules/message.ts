/** French words of the rules about single messages. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import { type badRequest, ofHeader } from '../../../rules/message/bad-request.ts';
import type { contentLengthMismatch } from '../../../rules/message/content-length-mismatch.ts';
import { type mandatoryHeaderMissing, severityOf } from '../../../rules/message/mandatory-header-missing.ts';
import type { nonInviteResponseMisuse } from '../../../rules/message/non-invite-response-misuse.ts';
import type { transportSchemeMismatch } from '../../../rules/message/transport-scheme-mismatch.ts';
import { CONSTANT, type viaBranchProblem } from '../../../rules/message/via-branch-problem.ts';
import { capitalize } from '../../phrases.ts';
import { count as counted, duration, of, the, to } from '../phrases.ts';
import { quoted, theMessage } from './phrases.ts';

/** What defect codes mean (`fixtures/torture/README.md`), behind the name of the header field. */
const defects: Readonly<Record<string, string>> = {
  'version-unsupported': 'la version n’est pas SIP/2.0',
  'whitespace-in-request-line': 'elle n’a pas exactement trois mots séparés chacun par une espace',
  'trailing-whitespace-in-request-line': 'des espaces suivent la version',
  'request-uri-headers': 'l’URI porte des champs d’en-tête derrière un « ? »',
  'header-missing': 'le champ manque',
  'header-repeated': 'le champ y est deux fois',
  'header-invalid': 'la valeur enfreint sa grammaire',
  'header-out-of-range': 'un nombre est hors de ses limites',
  'uri-invalid': 'l’URI enfreint sa grammaire',
  'angle-brackets-missing': 'l’URI doit être entre chevrons',
  'display-name-unquoted': 'le nom affiché doit être entre guillemets',
  'quoted-string-unbalanced': 'un guillemet n’est pas fermé',
  'param-repeated': 'un paramètre y est deux fois',
  'branch-missing': 'il n’y a pas de branche',
  'branch-empty': 'la branche est le cookie z9hG4bK et rien de plus',
  'tag-missing': 'il n’y a pas de tag',
  'cseq-method-mismatch': 'la méthode n’est pas celle de la première ligne',
  'cseq-out-of-range': 'le numéro n’est pas inférieur à 2147483648',
  'content-length-too-large': 'il promet plus d’octets qu’il n’y en a',
  'content-length-negative': 'il est inférieur à zéro',
  'max-forwards-zero': 'aucun autre saut n’est permis',
  'header-line-malformed': 'une ligne sans deux-points',
  'blank-line-missing': 'aucune ligne vide ne termine les champs d’en-tête',
};

/** "From, colonne 11 : …", each offence behind a semicolon. */
function spell(offences: ArgsOf<typeof badRequest>['offences']): string {
  return offences
    .map(({ code, field, column }) => {
      const name = field || (ofHeader.includes(code) ? 'En-tête' : 'Première ligne');
      return `${name}${column > 0 ? `, colonne ${column}` : ''} : ${defects[code] ?? code.replaceAll('-', ' ')}`;
    })
    .join(' ; ');
}

const OLD_MATCHING =
  'Les serveurs se rabattent sur les règles de correspondance de la RFC 2543 : plus lentes, et fausses quand un client a plusieurs requêtes en cours.';

export const message = {
  'bad-request': {
    title: 'Requête que le serveur dit mal formée',
    message: ({ kind, method, client, server, status, phrase, warning, offences, count }) =>
      `${server} a refusé ${the(method)} de ${client} par ${status}${phrase === '' ? '' : ` ${quoted(phrase)}`}` +
      `${warning === '' ? '' : ` (Warning : ${quoted(warning)})`}` +
      (kind === 'found'
        ? ` ; la requête a ${counted(count, 'faute', 'fautes')} : ${spell(offences)}.`
        : kind === 'clean'
          ? ', et la grammaire SIP n’y trouve aucune faute.'
          : '.'),
    why: ({ method }) =>
      `${capitalize(the(method))} échoue, comme tout autre construit de la même façon ; si un nom ou un numéro en est la cause, ce sont toujours les mêmes usagers qui sont touchés.`,
    fix: ({ kind, client, server, status, offences }) => [
      ...(status === 416
        ? [`Faites employer par ${client} un schéma d’URI que ${server} a : sip au lieu de tel ou sips.`]
        : []),
      ...(kind === 'found'
        ? [
            `Corrigez ce qu’écrit ${client} (${spell(offences)}) : mettez les noms affichés entre guillemets, échappez les caractères spéciaux de la partie utilisateur (%23 pour #), mettez entre chevrons les URI à paramètres.`,
            'Cherchez un en-tête qu’un script, un plan de numérotation ou une règle d’en-tête forme avec des noms ou des numéros de clients.',
          ]
        : [
            `Lisez la phrase et le journal de ${server} : il refuse quelque chose que la grammaire SIP permet, dans un champ d’en-tête ou dans le SDP.`,
            `Comparez cette requête de ${client} champ par champ avec une autre que ${server} accepte.`,
          ]),
      'Si un routeur ou un SBC s’interpose, capturez des deux côtés : il abîme peut-être le message.',
    ],
    limits: ({ kind }) =>
      ({
        found: 'Le serveur ne dit pas sur laquelle des fautes il a buté.',
        clean:
          'Les serveurs emploient aussi ces codes pour des requêtes valables dont ils ne veulent pas ; les corps n’ont pas été vérifiés ici.',
        unchecked: 'La trace ne contient pas les octets du fil ; la requête n’a donc pas été vérifiée.',
      })[kind],
  } satisfies RuleWords<typeof badRequest>,
  'content-length-mismatch': {
    title: 'Content-Length qui ne correspond pas au corps',
    message: (args) =>
      `${capitalize(theMessage(args))} de ${args.sender} ` +
      {
        short: `déclare un corps de ${args.declared} octets et en apporte ${args.present}.`,
        surplus: `déclare un corps de ${args.declared} octets et en apporte ${args.present} : les ${args.present - args.declared} derniers sont ignorés.`,
        absent: 'n’a pas de Content-Length, nécessaire sur un flux.',
        unreadable: 'a un Content-Length qui n’est pas un nombre.',
      }[args.kind],
    why: (args) =>
      ({
        short: 'Les destinataires jettent un tel message ou le refusent par 400.',
        surplus: 'Les destinataires ignorent ce qui dépasse la longueur : la fin du SDP est perdue pour eux.',
        absent: 'Sur un flux, le destinataire ne sait pas où ce message finit et où le suivant commence.',
        unreadable: 'Les destinataires refusent un tel message et, sur un flux, perdent le début du suivant.',
      })[args.kind],
    fix: (args) => [
      ...(args.kind === 'absent' || args.kind === 'unreadable'
        ? [`Faites écrire par ${args.sender} un Content-Length dans chaque message, 0 là où il n’y a pas de corps.`]
        : [
            'Désactivez le SIP ALG des routeurs intermédiaires : il change des adresses dans le corps et oublie la longueur.',
            `Faites calculer par ${args.sender} le Content-Length après la dernière modification du corps, en octets de sa forme UTF-8, fins de ligne (CRLF) comprises.`,
          ]),
      'Si une règle d’en-tête ou de SDP d’un SBC modifie le message, faites-lui recalculer la longueur.',
    ],
  } satisfies RuleWords<typeof contentLengthMismatch>,
  'mandatory-header-missing': {
    title: 'Champ d’en-tête obligatoire absent',
    message: (args) => {
      const what = args.method === '' && args.status === 0 ? 'Une requête' : capitalize(theMessage(args));
      return args.targets > 0
        ? `${what} de ${args.sender} a ${args.targets} champs Refer-To là où il en faut exactement un.`
        : `${what} de ${args.sender} n’a pas de ${args.missing.join(', ')}.`;
    },
    why: (args) =>
      args.targets === 0 && severityOf(args.missing) !== 'error'
        ? 'La plupart des destinataires s’en accommodent ; les plus stricts refusent le message, et ce que le champ devait leur dire est perdu.'
        : 'Les destinataires jettent un tel message, le refusent par 400, ou ne savent pas router ce qui le suit.',
    fix: (args) => [
      `Corrigez dans ${args.sender} la pile SIP ou la règle d’en-tête qui a produit ${args.method === '' && args.status === 0 ? 'cette requête' : theMessage(args)} : commencez par mettre son logiciel à jour.`,
      'Si un SBC ou un ALG s’interpose, capturez des deux côtés : il a peut-être retiré le champ.',
    ],
  } satisfies RuleWords<typeof mandatoryHeaderMissing>,
  'non-invite-response-misuse': {
    title: 'Réponse que seul un INVITE peut recevoir',
    message: ({ kind, method, client, server, status, after, allowed }) =>
      ({
        provisional: `${server} a répondu ${status} ${to(the(method))} de ${client}, ce que seul un INVITE peut recevoir.`,
        hasty: `${server} a envoyé 100 trop tôt ${to(the(method))} de ${client} ; sur UDP, il doit attendre ${duration(allowed)}.`,
        timeout: `${server} a répondu 408 ${to(the(method))} de ${client} après ${duration(after)}, ce qu’un serveur à états ne doit pas faire.`,
      })[kind],
    why: ({ kind }) =>
      ({
        provisional:
          'Le client cesse vite de répéter sa requête, si bien qu’une réponse finale perdue manque pendant des secondes ; certains clients attendent sans fin.',
        hasty:
          'Le client ralentit ses répétitions, si bien qu’une réponse finale perdue est remarquée tard ; sans gravité sinon.',
        timeout:
          'Le client a alors abandonné : le 408 vient trop tard pour lui, est répété pour rien et inonde les réseaux chargés.',
      })[kind],
    fix: ({ kind, server }) =>
      ({
        provisional: [
          `Faites répondre ${server} à cette méthode par une réponse finale seulement : mettez son logiciel à jour.`,
        ],
        hasty: [
          `Faites répondre ${server} aussitôt par une réponse finale aux requêtes autres que INVITE, ou attendre 3,5 s avant d’envoyer 100.`,
        ],
        timeout: [
          `Faites en sorte que ${server} n’envoie rien quand le saut suivant est muet : cherchez son réglage pour la RFC 4320, ou mettez-le à jour.`,
          'Regardez un saut plus loin : quelqu’un n’y répond pas.',
        ],
      })[kind],
    limits: ({ kind }) =>
      kind === 'timeout' ? 'On ne voit pas sur ce saut si le serveur a produit le 408 ou l’a relayé sans état.' : '',
  } satisfies RuleWords<typeof nonInviteResponseMisuse>,
  'transport-scheme-mismatch': {
    title: 'Transport en contradiction avec Via ou le schéma d’URI',
    message: ({ kind, method, sender, receiver, transport, declared, field, value }) =>
      ({
        via: `${capitalize(the(method))} de ${sender} est passé par ${transport}, et son Via dit ${declared}.`,
        'sips-udp': `${capitalize(the(method))} de ${sender} vers ${value} est passé par ${transport}, sans TLS, bien que ce soit une URI sips.`,
        'sips-contact': `${capitalize(the(method))} de ${sender} va à une URI sips et porte le Contact ${value}, qui n’en est pas une.`,
        brackets: `Le champ ${field} ${of(the(method))} de ${sender} a une adresse IPv6 sans crochets : ${value}.`,
        refused: `${sender} a refusé ${the(method)} de ${receiver} par 480 et Warning ${value} : ${value === '380' ? 'sips n’y est pas admis' : 'seul sips y est admis'}.`,
      })[kind],
    why: ({ kind }) =>
      ({
        via: 'Le serveur envoie ses réponses par le transport du Via, où personne n’écoute peut-être : la requête semble sans réponse.',
        'sips-udp':
          'Ce que promet sips, le chiffrement à chaque saut, n’est pas tenu ; les serveurs stricts refusent la requête.',
        'sips-contact': 'Les requêtes de l’autre côté reviennent sans TLS, ou il refuse l’appel.',
        brackets:
          'Les destinataires prennent une partie de l’adresse pour un port, et envoient réponses ou requêtes ailleurs.',
        refused: 'L’appel échoue bien que les deux côtés soient là : l’un tient à sips, l’autre ne l’a pas.',
      })[kind],
    fix: ({ kind, sender, receiver }) =>
      ({
        via: [
          `Faites écrire par ${sender} dans Via le transport qu’il emploie vraiment : vérifiez ses sockets d’écoute et le transport de son trunk ou outbound proxy.`,
          'S’il passe de UDP à TCP parce que le message est long, le Via doit changer avec lui.',
        ],
        'sips-udp': [
          `Faites envoyer par ${sender} les requêtes vers des URI sips sur TLS seulement, ou appelez avec sip: et transport=tls là où le pair n’a pas sips (pratique courante, bien que la RFC 5630 s’en passe).`,
          'Vérifiez les enregistrements NAPTR et SRV : ils doivent mener sips à _sips._tcp.',
        ],
        'sips-contact': [
          `Faites écrire par ${sender} un Contact sips dans les requêtes vers des URI sips, ou faites-le appeler avec sip:.`,
        ],
        brackets: [`Faites mettre par ${sender} les adresses IPv6 entre crochets dans Via et dans les URI.`],
        refused: [
          `Employez le même schéma sur ${sender} et ${receiver} : sips: des deux côtés, ou sip: avec transport=tls des deux côtés (pratique courante, bien que la RFC 5630 s’en passe).`,
          'Vérifiez le certificat TLS et l’écoute TLS du côté qui refuse sips.',
        ],
      })[kind],
    limits: ({ kind, transport }) =>
      kind === 'sips-udp' && transport === 'TCP'
        ? 'Une passerelle TLS avant ce point de capture donnerait la même image.'
        : '',
  } satisfies RuleWords<typeof transportSchemeMismatch>,
  'via-branch-problem': {
    title: 'Branche de Via qui n’identifie pas sa requête',
    message: ({ kind, sender, branch, other, count, expected, ...sent }) =>
      ({
        missing: `${sender} envoie des requêtes sans branche de Via, comme avant la RFC 3261.`,
        old: `${sender} envoie des requêtes dont la branche de Via ne commence pas par z9hG4bK, comme avant la RFC 3261.`,
        bare: `La branche ${of(theMessage(sent))} de ${sender} est le cookie ${branch} et rien de plus.`,
        shared: `${capitalize(theMessage(sent))} de ${sender} a la branche ${branch} de son ${other} antérieur.`,
        ack: `L’ACK par lequel ${sender} acquitte le 2xx a la branche ${branch} de son INVITE.`,
        stack: `${capitalize(theMessage(sent))} de ${sender} apporte ${counted(count, 'valeur', 'valeurs')} de Via là où sa requête en avait ${expected}.`,
        altered: `${capitalize(theMessage(sent))} de ${sender} a la branche ${branch}, et la requête a été envoyée ${other === '' ? 'sans branche' : `avec ${other}`}.`,
      })[kind],
    why: ({ kind }) =>
      ({
        missing: OLD_MATCHING,
        old: OLD_MATCHING,
        bare: 'Toutes les requêtes de ce client semblent n’en être qu’une : les serveurs répondent à un nouvel appel par la réponse d’un autre, ou le jettent comme répétition.',
        shared:
          'Le serveur peut prendre la seconde requête pour une répétition de la première et ne jamais la traiter.',
        ack: 'Le serveur peut prendre l’ACK pour celui d’un refus et l’avaler ; son 200 est alors répété, et l’appel tombe après 32 s.',
        stack: 'Le client, ou un proxy sur le retour, rejette une telle réponse : la requête semble sans réponse.',
        altered: 'Le client ne sait pas quelle requête reçoit la réponse et continue de la répéter.',
      })[kind],
    fix: ({ kind, sender, receiver, branch }) => [
      ...(branch === CONSTANT
        ? [
            `Cette constante est ce qu’écrivent SER, OpenSER et Kamailio avant 4.1 quand ils relaient sans état : mettez syn_branch=0 sur ${sender}, ou mettez-le à jour.`,
          ]
        : []),
      {
        missing: `Mettez à jour le logiciel de ${sender} : depuis la RFC 3261, chaque requête porte une branche qui commence par z9hG4bK.`,
        old: `Mettez à jour le logiciel de ${sender} : depuis la RFC 3261, les branches doivent commencer par z9hG4bK.`,
        bare: `Faites écrire par ${sender} une partie aléatoire derrière le cookie z9hG4bK, nouvelle pour chaque requête.`,
        shared: `Faites former par ${sender} une nouvelle branche pour chaque requête ; seuls CANCEL et l’ACK d’un refus reprennent celle de leur INVITE. Dans SIPp, écrivez [branch] dans chaque message au lieu d’un texte fixe.`,
        ack: `Faites former par ${sender} une nouvelle branche pour l’ACK d’un 2xx : c’est une requête à part entière.`,
        stack: `Faites copier par ${sender} tous les champs Via de la requête dans ses réponses, dans le même ordre, et désactivez les règles d’en-tête qui touchent à Via.`,
        altered: `Faites renvoyer par ${sender} sans changement le premier Via de la requête.`,
      }[kind],
      `Si un routeur ou un SBC s’interpose entre ${sender} et ${receiver}, désactivez-y le SIP ALG et capturez des deux côtés.`,
    ],
  } satisfies RuleWords<typeof viaBranchProblem>,
};
