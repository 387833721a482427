/** French words of the rules about the capture itself. */
import type { captureClock } from '../../../rules/capture/capture-clock.ts';
import type { captureDrops } from '../../../rules/capture/capture-drops.ts';
import type { captureDuplicates } from '../../../rules/capture/capture-duplicates.ts';
import type { captureEncrypted } from '../../../rules/capture/capture-encrypted.ts';
import type { captureEndsEarly } from '../../../rules/capture/capture-ends-early.ts';
import { type captureMultiHop, SHOWN } from '../../../rules/capture/capture-multi-hop.ts';
import type { captureOneSided } from '../../../rules/capture/capture-one-sided.ts';
import type { captureSignallingOnly } from '../../../rules/capture/capture-signalling-only.ts';
import type { captureStartsMidCall } from '../../../rules/capture/capture-starts-mid-call.ts';
import type { captureTruncated } from '../../../rules/capture/capture-truncated.ts';
import type { nonSipOnSipPort } from '../../../rules/capture/non-sip-on-sip-port.ts';
import type { parserRejects } from '../../../rules/capture/parser-rejects.ts';
import type { RuleWords } from '../../../rules/define.ts';
import { count as counted, duration, plural, times } from '../phrases.ts';

const closedBecause = {
  'no-key': 'les clés ne contiennent aucun secret de cette connexion',
  'no-hello': 'la poignée de main n’a pas été capturée',
  cipher: 'la version ou la suite de chiffrement n’est pas prise en charge',
  'wrong-key': 'le secret ne va pas avec les enregistrements',
} as const;

export const capture = {
  'capture-clock': {
    title: 'Heures qui se contredisent',
    message: ({ kind, count, by, path }) =>
      kind === 'set-back'
        ? `Dans ${path}, l’heure recule ${times(count)}, de ${duration(by)} au plus.`
        : `${plural(count, '1 requête porte une heure postérieure à celle de sa propre réponse', `${count} requêtes portent une heure postérieure à celle de leurs propres réponses`)}, de ${duration(by)} au plus : les parties de cette capture viennent d’horloges différentes.`,
    why: () =>
      'De part et d’autre de cet endroit, délais et temporisations ne sont pas ce qu’ils semblent, ni l’ordre des messages.',
    fix: ({ kind }) =>
      kind === 'set-back'
        ? [
            'Si plusieurs captures ont été réunies, réunissez-les selon l’heure (mergecap sans -a).',
            'Faites tenir l’horloge de la machine de capture par NTP avec rattrapage progressif (slewing), pour qu’elle ne recule jamais.',
          ]
        : [
            'Capturez sur une seule machine, ou synchronisez les horloges des machines de capture (NTP, PTP) avant de fusionner leurs fichiers.',
            'Ou décalez l’un des fichiers de la différence (editcap -t) et fusionnez-les de nouveau.',
          ],
  } satisfies RuleWords<typeof captureClock>,
  'capture-drops': {
    title: 'La capture a perdu des paquets',
    message: ({ input, drops, frames, gaps, frame }) => {
      const holes = `${counted(gaps, 'trou', 'trous')} dans des flux TCP qui portent du SIP (le premier avant la trame ${frame})`;
      if (drops === 0) return `La capture ${input} a ${holes}.`;
      return `La machine qui a écrit ${input} a perdu ${counted(drops, 'paquet', 'paquets')} à côté des ${frames} qu’elle a gardés${gaps > 0 ? `, et il y a ${holes}` : ''}.`;
    },
    why: () =>
      'Un message absent ici a fort bien pu être envoyé : les constats sur des réponses, des ACK et des retransmissions manquants sont moins sûrs.',
    fix: ({ drops }) => [
      ...(drops > 0
        ? [
            'Donnez à la capture un plus grand tampon noyau (tcpdump -B, dumpcap -B) et écrivez sur un disque qui suit le débit.',
            'Capturez moins : un filtre sur les ports de signalisation, ou un snap length qui coupe le média mais garde le SIP entier.',
          ]
        : [
            'Vérifiez le port miroir : un lien chargé recopié vers un lien plus lent perd des paquets que personne ne compte.',
            'Capturez sur l’hôte SIP lui-même, ou avec un plus grand tampon (tcpdump -B, dumpcap -B).',
          ]),
    ],
    limits: ({ drops }) =>
      drops > 0
        ? 'Rien n’indique quels paquets ont été perdus, ni s’il y avait du SIP parmi eux.'
        : 'Les hôtes réparent eux-mêmes ces trous : ce qui manque ne manque que dans la capture.',
  } satisfies RuleWords<typeof captureDrops>,
  'capture-duplicates': {
    title: 'Messages capturés deux fois',
    message: ({ input, duplicates, messages, percent }) =>
      `${duplicates} des ${messages} messages SIP de ${input} (${percent} %) sont la seconde copie d’un paquet ; ils ont été écartés.`,
    why: () =>
      'Chaque message compte ici une seule fois, et les constats n’en souffrent pas ; mais d’autres outils prendront les secondes copies pour des retransmissions.',
    fix: () => [
      'Capturez en un seul point : sur une interface au lieu de « any », et non sur un pont ou un VLAN en même temps que sur son parent.',
      'Sur un port miroir, recopiez un seul sens de chaque port (rx), et non les deux sens de tous les ports.',
      'Pour nettoyer le fichier à l’usage d’autres outils : editcap -d retire les paquets identiques.',
    ],
    limits: () =>
      'Des paquets passent pour un seul quand tous leurs octets sont égaux et que quelques millisecondes au plus les séparent.',
  } satisfies RuleWords<typeof captureDuplicates>,
  'capture-encrypted': {
    title: 'SIP chiffré, donc illisible',
    message: ({ input, segments, source, destination, frame, alone, closed }) =>
      closed.length > 0
        ? `Des clés TLS sont là, mais des connexions de la capture ${input} restent fermées : ${closed
            .map(
              (one) =>
                `${one.connections} parce que ${closedBecause[one.because]} (${one.connections > 1 ? 'd’abord ' : ''}${one.source} vers ${one.destination}, trame ${one.frame})`,
            )
            .join(' ; ')}.${alone ? ' Aucun SIP n’a pu être lu.' : ' Leur SIP n’est pas dans ce rapport.'}`
        : `La capture ${input} contient ${counted(segments, 'segment TCP', 'segments TCP')} de données TLS sur le port 5061, d’abord de ${source} vers ${destination} (trame ${frame})` +
          `${alone ? ', et aucun SIP en clair.' : ' ; le SIP qu’ils portent n’est pas dans ce rapport.'}`,
    why: ({ alone }) =>
      alone
        ? 'La signalisation est là, mais chiffrée : on ne peut rien dire de ses appels.'
        : 'Des appels et des segments entre ces hôtes manquent à ce rapport, et peut-être avec eux la cause de ce qu’il montre.',
    fix: ({ closed }) => {
      const is = (because: keyof typeof closedBecause) => closed.some((one) => one.because === because);
      const inClear = [
        'Capturez derrière le TLS : une trace ou un journal SIP du serveur montre les messages en clair (sngrep avec EEP/HEP, pjsip logger, sofia siptrace, une trace du SBC).',
        'Pour un test, faites employer TCP ou UDP aux hôtes.',
      ];
      if (closed.length === 0)
        return [
          ...inClear,
          'Ou faites noter à l’un des hôtes ses clés de session (SSLKEYLOGFILE) et lisez la capture avec --keylog ; un fichier pcapng peut contenir les clés lui-même.',
        ];
      return [
        ...(is('no-key')
          ? [
              'Faites noter ses clés (SSLKEYLOGFILE) à un hôte de ces connexions pendant la capture : chaque connexion a les siennes.',
            ]
          : []),
        ...(is('no-hello')
          ? [
              'Commencez la capture avant l’ouverture des connexions, ou faites reconnecter les hôtes : la poignée de main dit quelles clés sont à qui.',
            ]
          : []),
        ...(is('cipher')
          ? ['Pour un test, n’autorisez que des suites de chiffrement avec AES-GCM, AES-CBC ou ChaCha20.']
          : []),
        ...(is('wrong-key')
          ? [
              'Prenez en entier le journal de clés écrit pendant cette capture : un de ses secrets est abîmé ou appartient à une autre connexion.',
            ]
          : []),
        ...inClear,
      ];
    },
  } satisfies RuleWords<typeof captureEncrypted>,
  'capture-ends-early': {
    title: 'Appels qui ont continué après la capture',
    message: ({ count }) =>
      `${counted(count, 'appel était encore en cours', 'appels étaient encore en cours')} quand la capture s’est arrêtée.`,
    why: () => 'La fin de ces appels n’est pas dans la trace ; les règles qui en ont besoin se taisent donc.',
    fix: () => [
      'Laissez tourner la capture jusqu’à la fin des appels en question, et 35 s de plus, pour que les timers de SIP puissent expirer.',
    ],
  } satisfies RuleWords<typeof captureEndsEarly>,
  'capture-multi-hop': {
    title: 'Requêtes vues sur plusieurs sauts',
    message: ({ conversations, paths, path }) =>
      `${counted(conversations, 'échange est vu', 'échanges sont vus')} sur plusieurs sauts : ${path}` +
      (paths > SHOWN ? `, et ${counted(paths - SHOWN, 'autre chemin', 'autres chemins')}.` : '.'),
    why: () =>
      'La même requête avant et après un proxy est une seule requête : chaque défaut est signalé sur le saut où il a commencé.',
    fix: () => [
      'Rien à faire : avec plusieurs sauts dans la capture, on peut dire quel élément retarde, modifie ou perd un message.',
      'Si un seul côté du proxy importe, filtrez sur les adresses de ce côté.',
    ],
  } satisfies RuleWords<typeof captureMultiHop>,
  'capture-one-sided': {
    title: 'Un seul sens a été capturé',
    message: (args) =>
      `Sur ${counted(args.transactions, 'requête', 'requêtes')} de ${args.client} à ${args.server}, ` +
      (args.missing === 'answers'
        ? `${args.count} sont sans réponse dans cette capture alors que ${args.client} a continué comme s’il en avait reçu.`
        : `${args.count} n’apparaissent dans cette capture que par leurs réponses.`) +
      (args.pairs > 1 ? ` ${args.pairs} paires d’hôtes sont dans ce cas.` : ''),
    why: () =>
      'Ce qui manque ici a fort bien pu être envoyé : toutes les règles sur les réponses manquantes se taisent pour ces hôtes.',
    fix: () => [
      'Capturez les deux sens : les deux ports d’un lien recopié, toutes les interfaces de l’hôte (« any »), ou les deux chemins d’une route asymétrique.',
      'Vérifiez le filtre de capture : « src host » garde un seul sens, « host » les deux.',
    ],
  } satisfies RuleWords<typeof captureOneSided>,
  'capture-signalling-only': {
    title: 'Signalisation sans média',
    message: ({ calls }) =>
      `${counted(calls, 'appel décroché a', 'appels décrochés ont')} un SDP pour l’audio ou la vidéo, mais la capture ne contient aucun paquet qui puisse être du RTP.`,
    why: () =>
      'On ne peut rien dire de l’audio à sens unique, des pertes, de la gigue ou du silence : il y faut les paquets RTP.',
    fix: () => [
      'Pour les questions d’audio, capturez sans filtre de port sur un hôte par lequel passe le média : serveur de média, SBC ou téléphone.',
    ],
    limits: () =>
      'On ne voit pas ici si aucun média n’a été envoyé, ou s’il a pris un autre chemin que le point de capture.',
  } satisfies RuleWords<typeof captureSignallingOnly>,
  'capture-starts-mid-call': {
    title: 'Appels commencés avant la capture',
    message: ({ count }) =>
      plural(
        count,
        '1 appel était déjà en cours quand la capture a commencé : son premier INVITE n’est pas ici.',
        `${count} appels étaient déjà en cours quand la capture a commencé : leurs premiers INVITE ne sont pas ici.`,
      ),
    why: () =>
      'Ce dont ces appels sont convenus à leur début n’est pas dans la trace ; les règles qui en ont besoin se taisent donc.',
    fix: () => [
      'Lancez la capture avant les appels en question, ou capturez dans un anneau de fichiers qui remonte plus loin.',
    ],
  } satisfies RuleWords<typeof captureStartsMidCall>,
  'capture-truncated': {
    title: 'Capture aux parties coupées',
    message: (args) =>
      [
        args.messages > 0
          ? counted(args.messages, 'message SIP n’est pas ici en entier', 'messages SIP ne sont pas ici en entier')
          : '',
        args.files === 1
          ? `${args.path} est coupé ou endommagé`
          : args.files > 1
            ? `${args.files} fichiers sont coupés ou endommagés, le premier est ${args.path}`
            : '',
      ]
        .filter((part) => part !== '')
        .join(', et ')
        .concat('.'),
    why: (args) =>
      args.messages > 0
        ? 'Les champs d’en-tête et le SDP après la coupure manquent ; les règles qui les examinent se taisent donc.'
        : 'Ce qui suivait l’endroit endommagé n’est pas dans la trace.',
    fix: (args) => [
      ...(args.messages === 0
        ? []
        : args.log
          ? ['Relevez la limite de longueur du journal, et copiez-le en entier : des messages y sont coupés.']
          : [
              'Capturez des paquets entiers : « tcpdump -s 0 », aucune limite de longueur dans Wireshark ni sur le port miroir.',
            ]),
      ...(args.files > 0
        ? ['Arrêtez le programme qui écrit le fichier avant de le copier, et vérifiez que le disque n’était pas plein.']
        : []),
    ],
  } satisfies RuleWords<typeof captureTruncated>,
  'non-sip-on-sip-port': {
    title: 'Paquets sur un port SIP qui ne sont pas du SIP',
    message: ({ input, packets, source, destination, frame }) =>
      `${counted(packets, 'datagramme UDP', 'datagrammes UDP')} de ${input} sur le port 5060 ou 5061 ${plural(packets, 'n’est', 'ne sont')} ni SIP ni keep-alive, d’abord de ${source} vers ${destination} (trame ${frame}).`,
    why: () =>
      'Autre chose emploie le port de SIP, ou le SIP est enveloppé ou compressé d’une façon qui n’est pas lue ici : ses appels manqueraient.',
    fix: ({ source, destination }) => [
      `Cherchez ce que ${source} envoie à ${destination} : RTP sur un mauvais port, tunnel, SIP compressé par SigComp, ou sonde venue d’Internet.`,
      'Si ce trafic est indésirable, bloquez-le devant le serveur SIP.',
    ],
  } satisfies RuleWords<typeof nonSipOnSipPort>,
  'parser-rejects': {
    title: 'Charges utiles illisibles comme SIP',
    message: (args) =>
      plural(
        args.count,
        `1 charge utile de ${args.input} (trame ${args.frame}) commence comme du SIP mais n’a aucun champ d’en-tête SIP.`,
        `${args.count} charges utiles de ${args.input} commencent comme du SIP mais n’ont aucun champ d’en-tête SIP ; la première est la trame ${args.frame}.`,
      ),
    why: () => 'Ce que disent ces charges utiles n’est dans aucun appel de ce rapport.',
    fix: (args) => [
      `Regardez la trame ${args.frame} de ${args.input} : un émetteur fautif, un paquet endommagé, ou autre chose qui ressemble à du SIP.`,
      'Si c’est un message SIP valable, signalez-le : le lecteur doit le connaître.',
    ],
  } satisfies RuleWords<typeof parserRejects>,
};
