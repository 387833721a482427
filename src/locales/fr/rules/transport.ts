/** French words of the rules about transports. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import { alertOf } from '../../../rules/tls-alerts.ts';
import type { icmpUnreachable } from '../../../rules/transport/icmp-unreachable.ts';
import type { retransmissionsExcessive } from '../../../rules/transport/retransmissions-excessive.ts';
import type { tcpConnectFailed } from '../../../rules/transport/tcp-connect-failed.ts';
import type { tlsHandshakeFailed } from '../../../rules/transport/tls-handshake-failed.ts';
import type { udpFragmentLost } from '../../../rules/transport/udp-fragment-lost.ts';
import type { udpMessageOversized } from '../../../rules/transport/udp-message-oversized.ts';
import { capitalize } from '../../phrases.ts';
import { count as counted, duration, of, plural, the, times } from '../phrases.ts';
import { carriedName } from './phrases.ts';
import { alertWords } from './tls-alerts.ts';

// ── icmp-unreachable ─────────────────────────────────────────────────────────────────────────────────────────────

type Icmp = ArgsOf<typeof icmpUnreachable>;

const meaning = ({ reason, receiver, host, reporter, mtu, size }: Icmp): string =>
  ({
    port: `rien n’écoute sur ${receiver}`,
    protocol: `${host} n’accepte pas de paquets de ce protocole`,
    host: `${reporter} ne peut pas joindre ${host}`,
    network: `${reporter} n’a pas de route vers ${host}`,
    prohibited: `un filtre chez ${reporter} l’interdit`,
    'too-big': `${reporter} ne peut pas relayer un paquet portant ${size} octets de SIP${mtu > 0 ? `, mais ${mtu} octets au plus` : ''}`,
  })[reason];

/** Which remedy fits is a matter of the reason; whose, of what came back. */
function remedies({ kind, reason, sender, receiver, host, reporter }: Icmp): string[] {
  switch (reason) {
    case 'port':
    case 'protocol':
      if (kind === 'media') {
        return [
          `Vérifiez pourquoi ${host} n’écoute pas à l’adresse et au port qu’il a mis dans son SDP : un processus média mort, ou un autre hôte derrière l’adresse (NAT).`,
          `Comparez le SDP envoyé par ${host} avec celui qui est arrivé : un équipement du chemin a pu le modifier.`,
        ];
      }
      return kind === 'response'
        ? [
            `Vérifiez pourquoi le programme sur ${receiver} a fermé son socket avant la réponse : terminé, redémarré, ou il a abandonné.`,
            `Si ${receiver} est derrière un NAT, faites-lui envoyer des keep-alives, et faites répondre le serveur à received et rport (RFC 3581).`,
          ]
        : [
            `Démarrez le service SIP sur ${host}, ou corrigez l’adresse et le port où ${sender} envoie (DNS SRV, trunk ou enregistrement).`,
            `Sur ${host}, vérifiez sur quelles adresses et quels transports le service écoute : souvent il est lié à une autre interface, ou à TCP seulement.`,
          ];
    case 'prohibited':
      return [
        `Autorisez ce trafic sur ${reporter} : un pare-feu, ou le filtre de paquets de l’hôte, y rejette ce que ${sender} envoie à ${receiver}.`,
        'Si le filtre est voulu, envoyez depuis une adresse qu’il accepte.',
      ];
    case 'too-big':
      return [
        `Faites envoyer par ${sender} sur TCP ou TLS, ou réduisez le message : moins de codecs, champs d’en-tête compacts.`,
        `Relevez le MTU du lien derrière ${reporter} (tunnel, PPPoE, VPN), ou faites effacer le bit « don’t fragment » par l’émetteur.`,
      ];
    default:
      return [
        `Vérifiez que ${host} fonctionne et a cette adresse, et que les routes sur ${reporter} y mènent.`,
        `Vérifiez l’adresse où ${sender} envoie : DNS, trunk, ou le Contact qui lui a été donné.`,
      ];
  }
}

// ── tls-handshake-failed ─────────────────────────────────────────────────────────────────────────────────────────

type Tls = ArgsOf<typeof tlsHandshakeFailed>;

const versionName = (version: string) => (version.startsWith('0x') ? `la version ${version}` : version);

/** What the two said about versions and names, as a clause. */
function terms({ serverName, offered, chosen, client }: Tls): string {
  const parts = [
    ...(offered === '' ? [] : [`${client} offre jusqu’à ${versionName(offered)}`]),
    ...(chosen === '' ? [] : [`la version choisie est ${chosen}`]),
    serverName === '' ? 'aucun nom de serveur n’a été envoyé' : `le nom de serveur est ${serverName}`,
  ];
  return parts.join(', ');
}

/** What to do where no alert says why. */
function guesses({ how, byClient, client, server, chosen }: Tls): string[] {
  if (byClient) {
    return [
      `Vérifiez le certificat de ${server} tel que ${client} le voit : date d’expiration, nom, et chaîne complète jusqu’à une racine à laquelle ${client} fait confiance (openssl s_client les montre).`,
      `Lisez le journal TLS de ${client} : lui seul sait pourquoi il a abandonné.`,
    ];
  }
  if (how === 'hidden') {
    return [
      `Si ${server} veut un certificat client (TLS mutuel), donnez à ${client} un certificat auquel ${server} fait confiance.`,
      `Lisez le journal TLS de ${server} : lui seul sait pourquoi il a abandonné.`,
    ];
  }
  return [
    `Vérifiez si ${server} accepte les connexions de ${client} (liste d’accès), et s’il parle TLS sur ce port.`,
    ...(chosen === '' ? ['Vérifiez que les deux ont une version de TLS en commun, au moins TLS 1.2.'] : []),
    `Lisez le journal TLS de ${server}.`,
  ];
}

export const transport = {
  'icmp-unreachable': {
    title: 'Paquets renvoyés comme non remis (ICMP)',
    message: (args) => {
      const { kind, sender, receiver, reporter, count, after, frame } = args;
      if (kind === 'media') {
        return `Le média de ${sender} vers ${receiver}, que nomme le SDP, est revenu comme non remis : ${meaning(args)} (${counted(count, 'erreur ICMP', 'erreurs ICMP')} de ${reporter} en ${duration(after)}, la première dans la trame ${frame}).`;
      }
      return `${capitalize(the(carriedName(args)))} de ${sender} vers ${receiver} est revenu comme non remis ${after < 1 ? 'aussitôt' : `après ${duration(after)}`} : ${meaning(args)} (ICMP de ${reporter}, trame ${frame}).`;
    },
    why: ({ kind }) =>
      ({
        request: 'La requête n’a jamais atteint SIP : la répéter n’aide que si ce qui est nommé ici change.',
        response: 'Le serveur a fait son travail, mais le client n’en apprend jamais rien.',
        media: 'Ce qui est envoyé à ce port est jeté : un côté de l’appel n’entend rien de l’autre.',
      })[kind],
    fix: remedies,
    limits: ({ reporter, host, reason }) =>
      reason === 'port' && reporter === host
        ? `Un pare-feu peut envoyer une telle réponse au nom de ${host}.`
        : 'La trace ne montre pas qui est derrière l’adresse qui a envoyé le message ICMP.',
  } satisfies RuleWords<typeof icmpUnreachable>,
  'retransmissions-excessive': {
    title: 'Requête envoyée encore et encore',
    message: (args) =>
      `${args.sender} a envoyé son ${carriedName({ method: args.method, status: args.response })} ${times(args.copies)} en ${duration(args.over)}` +
      {
        slow: ` : ${args.receiver} a mis ${duration(args.after)} jusqu’à sa première réponse (${args.status}).`,
        lost: `, bien que ${args.receiver} ait répondu ${args.status} après ${duration(args.after)}.`,
        silent: `, et ${args.receiver} n’a jamais répondu.`,
        storm: '.',
      }[args.kind],
    why: (args) =>
      args.kind === 'storm'
        ? 'Des copies à ce rythme chargent chaque élément du chemin et peuvent arrêter un serveur.'
        : 'Chaque copie coûte du temps à l’usager et du travail au serveur ; certains appels échouent là où les timers expirent.',
    fix: (args) =>
      ({
        slow: [
          `Regardez la charge de ${args.receiver} et ce qu’il attend avant de répondre : DNS, base de données, serveur d’authentification.`,
          'Si le chemin lui-même prend ce temps (satellite), augmentez T1 chez le client (la RFC 3261 §17.1.1.2 le recommande).',
        ],
        lost: [
          `Vérifiez où ${args.receiver} envoie ses réponses : à l’adresse et au port du Via, ou à ceux de received et rport derrière un NAT.`,
          `Vérifiez que ${args.sender} les reconnaît : branche et CSeq doivent revenir inchangés.`,
          'Cherchez une perte de paquets ou un pare-feu entre ce point de capture et l’émetteur.',
        ],
        silent: [
          `Vérifiez que ${args.receiver} fonctionne et est joignable depuis ${args.sender}, et qu’il connaît cette méthode.`,
          'Si la requête est allée à une adresse de Contact, vérifiez que cette adresse est joignable de là (NAT).',
        ],
        storm: [
          `Arrêtez ${args.sender} et cherchez-y une boucle ou un timer défaillant : la RFC 3261 fait au plus onze copies en 32 s.`,
          'Vérifiez si un port miroir ou un tunnel montre plusieurs fois le même paquet.',
        ],
      })[args.kind],
    limits: (args) =>
      args.kind === 'silent' || args.kind === 'lost'
        ? 'On ne voit pas ici ce qui se passe entre ce point de capture et les deux bouts.'
        : '',
  } satisfies RuleWords<typeof retransmissionsExcessive>,
  'tcp-connect-failed': {
    title: 'Connexion TCP pour SIP échouée',
    message: ({ how, client, server, host, count, sends, waited, idle, frame, input }) => {
      const all = count === 1 ? '' : `, ${count} fois en tout`;
      const where = `(trame ${frame} de ${input}${all}).`;
      switch (how) {
        case 'refused':
          return `${host} refuse les connexions TCP de ${client} à ${server} : le SYN a reçu un RST ${where}`;
        case 'unreachable':
          return `Les connexions TCP de ${client} à ${server} échouent : le réseau a renvoyé le SYN comme non remis ${where}`;
        case 'unanswered':
          return `Les connexions TCP de ${client} à ${server} échouent : ${sends} SYN en ${duration(waited)}, et aucune réponse ${where}`;
        case 'reset':
          return (
            `La connexion TCP de ${client} à ${server} a été fermée ${duration(waited)} après une requête, au lieu d’une réponse` +
            `${idle >= 0 ? ` ; elle était restée muette ${duration(idle)} auparavant` : ''} ${where}`
          );
      }
    },
    why: ({ how, talks }) => {
      if (how === 'reset')
        return 'La requête est perdue, et l’appel avec elle, jusqu’à ce que le client la renvoie par une nouvelle connexion.';
      return talks
        ? 'Les deux hôtes échangent bien du SIP par un autre transport ou à un autre moment ; ce qui a besoin de cette connexion échoue ou vient tard.'
        : 'Ce que le client veut envoyer sur TCP ou TLS n’est jamais envoyé : les messages SIP n’en montrent rien, sauf peut-être un 503 ou un 408 en amont.';
    },
    fix: ({ how, client, server, host, idle }) =>
      ({
        refused: [
          `Démarrez le service sur ${host} ou faites-le écouter sur ${server} en TCP ou TLS ; bien des serveurs ne prennent qu’UDP tant qu’on ne leur dit pas autre chose.`,
          `Vérifiez le port et le transport que ${client} emploie (DNS SRV et NAPTR, trunk, paramètre transport d’une URI).`,
          'Cherchez un pare-feu qui répond par RST au nom du serveur, et une limite de connexions.',
        ],
        unreachable: [
          `Vérifiez que ${host} fonctionne et qu’aucun filtre du chemin n’interdit à ${client} d’atteindre ${server}.`,
          'Voyez quel routeur ou hôte a envoyé le message ICMP : la route ou le filtre à changer est là.',
        ],
        unanswered: [
          `Autorisez TCP vers ${server} dans les pare-feu entre ${client} et ${host} : des SYN qui disparaissent sont la marque d’un filtre muet.`,
          `Vérifiez que ${host} fonctionne et a cette adresse.`,
        ],
        reset: [
          ...(idle >= 0
            ? [
                `Faites garder la connexion ouverte par ${client} : keep-alives CRLF (RFC 5626 §3.5.1) plus souvent que toutes les ${duration(idle)}, ou keep-alives TCP.`,
                'Relevez le délai d’inactivité du pare-feu, du NAT ou du répartiteur du chemin, et du serveur lui-même.',
              ]
            : [
                `Vérifiez si ${server} attend du TLS, et s’il accepte du SIP de ${client}.`,
                `Lisez le journal de ${host} à cette heure.`,
              ]),
          'Faites renvoyer la requête par le client sur une nouvelle connexion quand l’ancienne se rompt.',
        ],
      })[how],
    limits: ({ how }) =>
      how === 'reset'
        ? 'La trace ne montre pas si c’est l’autre hôte qui a fermé la connexion ou un équipement du chemin.'
        : 'La trace ne montre pas quels messages SIP devaient passer par la connexion.',
  } satisfies RuleWords<typeof tcpConnectFailed>,
  'tls-handshake-failed': {
    title: 'Négociation TLS échouée',
    message: (args) => {
      const { how, by, other, alert, count, frame, input, client, server, byClient } = args;
      const all = count === 1 ? '' : `, ${count} fois en tout`;
      const known = alertWords(alert);
      const name = alertOf(alert)?.name ?? alert;
      const what = {
        completed: 'elle avait abouti',
        alert: `${by} y a mis fin par l’alerte ${name}${known === undefined ? '' : ` (${alert}) : ${known.meaning(by, other)}`}`,
        hidden: `${by} y a mis fin par une alerte que TLS 1.3 chiffre, juste après ${byClient ? 'le certificat du serveur' : 'le dernier message du client'}`,
        closed: byClient
          ? `${by} a fermé la connexion juste après que le serveur a montré son certificat`
          : `${by} a fermé la connexion au lieu de répondre au premier message`,
      }[how];
      return `La négociation TLS de ${client} avec ${server} a échoué : ${what} ; ${terms(args)} (trame ${frame} de ${input}${all}).`;
    },
    why: ({ client, server }) =>
      `Sans TLS, aucun SIP ne passe de ${client} à ${server} : ni enregistrement ni appel qui ait besoin de cette connexion.`,
    fix: (args) => (args.how === 'alert' ? alertWords(args.alert)?.fix(args) : undefined) ?? guesses(args),
    limits: ({ how }) =>
      how === 'alert' ? '' : 'La trace ne montre pas pourquoi : ce qui le dirait est chiffré ou n’a pas été envoyé.',
  } satisfies RuleWords<typeof tlsHandshakeFailed>,
  'udp-fragment-lost': {
    title: 'Gros message dont des fragments IP se perdent',
    message: ({ sender, receiver, received, expected, copies, frame, ...sent }) =>
      `${capitalize(of(the(carriedName(sent))))} de ${sender} à ${receiver}, seuls les ${received} premiers octets${expected > 0 ? ` sur ${expected}` : ''} sont venus` +
      (copies === 1
        ? ` (fragment dans la trame ${frame}) ; `
        : ` (premier fragment dans la trame ${frame}, ${copies} copies toutes ainsi) ; `) +
      `les autres fragments IP manquent, et ${receiver} se comporte comme si rien n’était venu.`,
    why: ({ kind }) =>
      kind === 'request'
        ? 'IP ne remet rien au serveur tant que tous les fragments ne sont pas là : pour lui, la requête n’a jamais été envoyée.'
        : 'IP ne remet rien au client tant que tous les fragments ne sont pas là : pour lui, le serveur n’a jamais répondu.',
    fix: ({ kind, sender, receiver }) => [
      kind === 'request'
        ? `Faites employer TCP ou TLS par ${sender} vers ${receiver} : sur UDP, une requête ne doit pas dépasser 1300 octets, sauf si le MTU de tout le chemin est connu comme plus grand.`
        : `Faites envoyer par ${receiver} ses requêtes sur TCP ou TLS : une réponse prend le transport de sa requête, si longue qu’elle soit.`,
      `Réduisez le message de ${sender} : moins de codecs dans le SDP, champs d’en-tête compacts, pas de champs superflus.`,
      'Cherchez sur le chemin un pare-feu, un NAT ou un répartiteur qui jette les fragments sans en-tête UDP, et faites-les laisser passer.',
      'Cherchez sur le chemin un tunnel (VPN, PPPoE, GRE) au MTU plus petit, et relevez-le ou réduisez le MTU de l’émetteur.',
    ],
    limits: ({ filtered }) =>
      filtered
        ? 'Toute la capture ne contient que des premiers fragments : un filtre de capture comme « port 5060 » jette les autres, qui ont donc pu être envoyés.'
        : 'On ne voit pas ici si les fragments se perdent avant ou après ce point de capture.',
  } satisfies RuleWords<typeof udpFragmentLost>,
  'udp-message-oversized': {
    title: 'Requête trop grosse pour UDP',
    message: (args) =>
      `${capitalize(the(args.method))} de ${args.client} à ${args.server} a ${args.size} octets sur UDP, là où la RFC 3261 en permet ${args.limit}` +
      {
        answered: '.',
        unanswered: `, et ${plural(args.sends, 'sa seule copie est restée', `ses ${args.sends} copies sont toutes restées`)} sans réponse.`,
        proven: ` : ${plural(args.sends, 'sa seule copie est restée', `ses ${args.sends} copies sont toutes restées`)} sans réponse, alors que ${the(args.smaller)} de ${args.smallerSize} octets en a eu une.`,
      }[args.kind],
    why: ({ kind }) =>
      kind === 'answered'
        ? 'Cela a marché ici ; sur un chemin au MTU plus petit, ou derrière un pare-feu qui jette les fragments, le même appel échoue sans aucune réponse.'
        : 'Au-delà du MTU du chemin, IP la coupe en fragments, et bien des pare-feu et NAT les jettent sans rien dire.',
    fix: ({ client, server }) => [
      `Faites employer TCP ou TLS par ${client} vers ${server} ; dans Kamailio, réglez udp_mtu et udp_mtu_try_proto.`,
      'Réduisez la requête : offrez moins de codecs, désactivez les fonctions inutilisées (vidéo, ICE, offres SRTP), employez des champs d’en-tête compacts.',
      'Si un champ d’en-tête la grossit (Identity, History-Info, Record-Route, Route), demandez-vous si chaque saut du chemin en a besoin.',
    ],
    limits: ({ kind }) =>
      kind === 'answered'
        ? 'Là où le MTU de tout le chemin est connu comme plus grand, la limite est ce MTU moins 200 octets.'
        : 'Que la taille soit la raison est probable, non prouvé : la trace ne montre pas où la requête s’est perdue.',
  } satisfies RuleWords<typeof udpMessageOversized>,
};
