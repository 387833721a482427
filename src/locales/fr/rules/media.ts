/** French words of the rules about media that flows or does not. */
import type { RuleWords } from '../../../rules/define.ts';
import type { earlyDialogMediaConflict } from '../../../rules/media/early-dialog-media-conflict.ts';
import type { mediaNone } from '../../../rules/media/media-none.ts';
import type { mediaOneWay } from '../../../rules/media/media-one-way.ts';
import type { mediaTimeoutDrop } from '../../../rules/media/media-timeout-drop.ts';
import type { rtpAfterBye } from '../../../rules/media/rtp-after-bye.ts';
import type { rtpBeforeAnswer } from '../../../rules/media/rtp-before-answer.ts';
import type { rtpGapMidcall } from '../../../rules/media/rtp-gap-midcall.ts';
import type { rtpLateStart } from '../../../rules/media/rtp-late-start.ts';
import { count, duration, of, the } from '../phrases.ts';
import { quoted } from './phrases.ts';

const sides = { caller: 'l’appelant', callee: 'l’appelé' } as const;
const packets = (n: number) => count(n, 'paquet', 'paquets');

export const media = {
  'media-one-way': {
    title: 'Audio à sens unique',
    message: ({ branch, deaf, from, to, instead, heard, lasted, sent }) =>
      `${deaf === 'caller' ? 'L’appelant' : 'L’appelé'} n’entend rien : ` +
      {
        address: `${from} envoie ses ${packets(sent)} à ${instead}, où ${sides[deaf]} n’est pas`,
        port: `${from} envoie ses ${packets(sent)} à ${instead}, alors que ${sides[deaf]} écoute sur ${to}`,
        refused: `les paquets de ${from} reviennent de ${to} comme non distribuables (ICMP)`,
        payload: `les ${packets(sent)} de ${from} portent des types de charge que ${sides[deaf]} n’a pas énumérés`,
        handshake: `ICE ou DTLS n’a pas abouti entre ${from} et ${to}`,
        silent:
          sent === 0
            ? `aucun paquet n’est allé de ${from} à ${to}`
            : `${sent < 2 ? 'un seul paquet est allé' : `${sent} paquets seulement sont allés`} de ${from} à ${to}`,
      }[branch] +
      `, tandis que ${packets(heard)} ont pris l’autre sens en ${duration(lasted)}.`,
    why: ({ deaf }) =>
      `${deaf === 'caller' ? 'L’appelant' : 'L’appelé'} n’entend rien, et l’autre côté l’entend bien : on raccroche le plus souvent, et on rappelle.`,
    fix: ({ branch, from, to, instead }) =>
      ({
        address: [
          `Faites répondre ${from} là d’où l’autre côté se fait entendre (rtp_symmetric, comedia), ou relayez les médias par un serveur.`,
          `Faites annoncer par l’autre côté l’adresse où on le joint au lieu de ${instead} (external_media_address, ext-rtp-ip, STUN, ICE).`,
          'Si un ALG se trouve entre les deux, désactivez-le : il change certaines adresses et en oublie d’autres.',
        ],
        port: [
          `Comparez le SDP que ${from} a reçu avec ${to} : il envoie à ${instead}, un port d’une offre précédente ou d’un autre segment.`,
          'Vérifiez que la dernière offre et sa réponse ont passé chaque saut sans changement, et qu’aucun ALG ne réécrit le port dans l’une seulement.',
        ],
        refused: [
          `Rien n’écoute sur ${to} : vérifiez que l’application ouvre le port qu’elle annonce, et qu’elle le garde ouvert après un re-INVITE.`,
          'Si c’est un pare-feu de cet hôte qui renvoie les erreurs, ouvrez-y la plage de ports RTP en UDP.',
        ],
        payload: [
          `Faites envoyer par ${from} les types de charge qu’énumère le SDP de l’autre côté (RFC 3264 §6.1), et cherchez du SRTP d’un seul côté.`,
          'Si deux segments sont joints entre les deux, transcodez ou convertissez-y les types de charge.',
        ],
        handshake: [
          `Cherchez pourquoi ICE ou DTLS n’aboutit pas entre ${from} et ${to} : UDP bloqué, pas de serveur TURN, une empreinte ou un a=setup qui ne convient pas.`,
        ],
        silent: [
          `Capturez chez ${from} : si des médias en sortent, un pare-feu ou un routeur en chemin les jette ; ouvrez sa plage de ports RTP dans les deux sens.`,
          `S’il n’en sort pas, regardez ${from} lui-même : en garde, muet, sans périphérique audio, ou en attente des médias de l’autre.`,
          `Si ${from} est derrière un NAT, vérifiez que le SDP qu’il a reçu donne une adresse qu’il peut joindre.`,
        ],
      })[branch],
    limits: ({ branch }) =>
      branch === 'silent'
        ? 'On ne voit pas ici si l’émetteur s’est tu, ou si ses paquets ont été jetés avant le point de capture.'
        : '',
  } satisfies RuleWords<typeof mediaOneWay>,
  'media-none': {
    title: 'Pas de média dans un appel décroché',
    message: ({ kind, caller, callee, refusing, lasted }) =>
      `Dans les ${duration(lasted)} qui ont suivi le décroché, aucun média n’a circulé entre ${caller} et ${callee}` +
      (kind === 'refused'
        ? ` ; des paquets vers ${refusing} sont revenus comme non distribuables (ICMP).`
        : ', alors que la capture montre ceux d’autres appels.'),
    why: () => 'Les deux côtés n’entendent rien dès le décroché.',
    fix: ({ kind, caller, callee, refusing }) => [
      kind === 'refused'
        ? `Rien n’écoute sur ${refusing} : vérifiez que le service de médias de cet hôte tourne et ouvre le port que nomme son SDP.`
        : `Ouvrez les plages de ports RTP des deux côtés dans chaque pare-feu entre ${caller} et ${callee}.`,
      'Comparez les adresses de média des deux SDP avec celles où l’on joint les hôtes ; relayez les médias là où ils ne se joignent pas.',
      'Vérifiez que le serveur de médias ou le relais derrière la signalisation fonctionne, puis appelez un service d’écho.',
    ],
    limits: ({ kind }) =>
      kind === 'absent'
        ? 'Les médias de cet appel prennent peut-être un autre chemin que ceux des autres, hors du point de capture.'
        : '',
  } satisfies RuleWords<typeof mediaNone>,
  'media-timeout-drop': {
    title: 'Appel coupé faute de médias',
    message: ({ evidence, media, sender, from, silence, timeout, reasonText }) => {
      const missed = {
        stopped: `les médias de ${from} avaient cessé depuis ${duration(silence)}`,
        never: `rien n’était venu de ${from} pendant les ${duration(silence)} qui ont suivi l’accord`,
        held: `l’appel était en garde, sans médias, depuis ${duration(silence)}`,
        unseen: '',
      }[media];
      return evidence === 'said'
        ? `${sender} a raccroché faute de médias, comme le dit son BYE (${quoted(reasonText)})${missed === '' ? '' : ` : ${missed}`}.`
        : `${sender} a raccroché quand ${missed}, comme le fait un minuteur de médias de ${timeout} s.`;
    },
    why: ({ media }) =>
      media === 'held'
        ? 'Les appels en garde se perdent dès que la garde dure plus longtemps que le minuteur.'
        : 'Ce n’est pas une personne qui a raccroché : l’appel a été coupé, après qu’un côté n’a plus rien reçu pendant un moment.',
    fix: ({ media, sender, from }) => [
      ...{
        stopped: [
          `Cherchez pourquoi les médias de ${from} ont cessé : son hôte ou son réseau a disparu, ou il est muet, ou il supprime les silences sans envoyer de bruit de confort.`,
          'S’il se tait exprès, faites-lui envoyer du bruit de confort ou des keep-alives (RFC 6263 ; rtp_keepalive dans Asterisk).',
        ],
        never: [`Cherchez pourquoi aucun média n’est venu de ${from} : NAT, pare-feu, mauvaise adresse dans son SDP.`],
        held: [
          `Donnez aux appels en garde un délai plus long sur ${sender} (rtp_timeout_hold dans Asterisk, media_hold_timeout dans FreeSWITCH), ou faites envoyer musique ou RTCP par le côté qui met en garde.`,
        ],
        unseen: [`Capturez aussi les médias chez ${sender} : ont-ils cessé, ou ne sont-ils jamais venus ?`],
      }[media],
      `Gardez le minuteur de ${sender} (rtp_timeout, media_timeout) : il ne fait que montrer la panne. Allongez-le s’il met fin à des appels qui ne sont que silencieux.`,
    ],
    limits: ({ evidence, media }) =>
      media === 'unseen'
        ? 'Le motif est peut-être celui d’un autre segment, transmis tel quel.'
        : evidence === 'timed'
          ? 'Qu’un minuteur ait raccroché, et non quelqu’un qui n’entendait rien, se déduit seulement de la durée du silence.'
          : '',
  } satisfies RuleWords<typeof mediaTimeoutDrop>,
  'rtp-late-start': {
    title: 'Médias en retard au décroché',
    message: ({ who, cause, callee, caller, from }) =>
      (who === 'both'
        ? `Les médias de l’appelé ont commencé ${duration(callee)} après le décroché, et ceux de l’appelant ${duration(caller)} après l’ACK`
        : who === 'callee'
          ? `Les médias de l’appelé, depuis ${from}, n’ont commencé que ${duration(callee)} après le décroché`
          : `Les médias de l’appelant, depuis ${from}, n’ont commencé que ${duration(caller)} après l’ACK`) +
      {
        handshake: ', après une attente d’ICE ou de DTLS.',
        offer: ' ; l’INVITE ne portait pas d’offre.',
        waiting: ' : chaque côté semble avoir attendu l’autre.',
        unknown: '.',
      }[cause],
    why: ({ who }) =>
      who === 'caller'
        ? 'Celui qui décroche n’entend rien, dit encore allô et raccroche : on dirait un appel malveillant.'
        : 'Les premiers mots après le décroché se perdent : l’appelant manque la formule d’accueil, ou le nom de l’autre.',
    fix: ({ who, cause, from }) => [
      {
        handshake:
          'Raccourcissez ce qui précède les médias : ICE avec peu de candidats et un serveur TURN proche, DTLS commencé dès la réponse provisoire plutôt qu’au 200.',
        offer:
          'Mettez l’offre dans l’INVITE : quand la description de l’appelant vient dans l’ACK, les médias ne commencent qu’après lui.',
        waiting:
          'Cherchez deux côtés qui attendent chacun le premier paquet de l’autre (RTP symétrique des deux côtés, comedia) : faites envoyer l’un d’eux tout de suite à l’adresse du SDP.',
        unknown: `Regardez ${from} entre le décroché et le premier paquet : une ressource média allouée à ce moment seulement, une annonce que l’on charge, un transcodeur qui démarre.`,
      }[cause],
      who === 'callee'
        ? 'Ne décrochez que quand le chemin des médias est établi, ou envoyez des paquets de confort dès le 200.'
        : 'Envoyez dès l’ACK, du silence au besoin : cela ouvre aussi NAT et pare-feu pour l’autre sens.',
    ],
    limits: ({ cause }) =>
      cause === 'handshake'
        ? ''
        : 'On ne voit pas ici si l’émetteur n’avait rien à dire, ou si des paquets se sont perdus avant le point de capture.',
  } satisfies RuleWords<typeof rtpLateStart>,
  'rtp-before-answer': {
    title: 'Médias avant tout SDP de l’appelé',
    message: ({ branch, kind, source, destination, ahead, carrier }) =>
      branch === 'never'
        ? `Pendant ${duration(ahead)}, un flux ${kind} est venu de ${source} vers ${destination}, et aucun SDP de l’appelé n’est jamais venu.`
        : `Le flux ${kind} de ${source} vers ${destination} a commencé ${duration(ahead)} avant le premier SDP de l’appelé, venu avec ${the(carrier)}.`,
    why: ({ encrypted, branch }) =>
      encrypted
        ? 'L’appelant n’en a pas encore la clé et doit le jeter : le début est coupé.'
        : branch === 'never'
          ? 'C’est permis, mais bien des téléphones ne restituent rien qu’un SDP n’ait annoncé : l’appelant a pu entendre du silence à la place de l’annonce.'
          : 'C’est permis, mais les téléphones qui attendent le SDP ne restituent que ce qui le suit : le début de la tonalité ou de l’annonce est coupé.',
    fix: ({ source, encrypted }) => [
      `Faites envoyer par le côté de ${source} son SDP dans le 183 avant tout média, et de façon fiable (100rel, PRACK), pour qu’un 183 perdu soit répété.`,
      ...(encrypted
        ? ['Prenez DTLS-SRTP au lieu de clés dans le SDP : sa négociation suit le chemin des médias.']
        : []),
      'Si le 183 a été envoyé, cherchez où il s’est perdu : un proxy qui filtre les réponses provisoires, ou qui en retire le corps.',
    ],
    limits: () => 'Un SDP qui a pris un autre chemin, ou s’est perdu avant le point de capture, ne se voit pas ici.',
  } satisfies RuleWords<typeof rtpBeforeAnswer>,
  'rtp-gap-midcall': {
    title: 'Médias interrompus en cours d’appel',
    message: ({ branch, source, destination, length, missing, at, gaps, method, both }) =>
      `${duration(at)} après le décroché, l’audio de ${source} vers ${destination} s’est interrompu pendant ${duration(length)}` +
      (both ? ', et celui de l’autre sens avec lui' : '') +
      (branch === 'lost'
        ? ` : ${count(missing, 'paquet envoyé entre-temps n’est pas passé', 'paquets envoyés entre-temps ne sont pas passés')} ici`
        : ' : rien n’a été envoyé entre-temps') +
      (method === '' ? '' : `, à partir ${of(the(method))} de cet instant`) +
      (gaps > 1 ? ` ; c’est la plus longue de ${gaps} interruptions.` : '.'),
    why: ({ both, length, destination }) =>
      both
        ? `Pendant ${duration(length)}, aucun des deux côtés n’a entendu l’autre : on demande s’il y a encore quelqu’un, et on raccroche.`
        : `Pendant ${duration(length)}, le côté de ${destination} n’a rien entendu : on demande s’il y a encore quelqu’un, et on raccroche.`,
    fix: ({ branch, source, method }) => [
      ...(method === ''
        ? []
        : [
            `Regardez d’abord ce que portait cet échange (${method}) : ce qu’il a changé (adresse, port, codec, clés) et combien de temps ${source} a mis à suivre.`,
          ]),
      branch === 'lost'
        ? `Regardez le réseau entre ${source} et le point de capture à cet instant : changement de cellule Wi-Fi ou mobile, bascule de secours, pare-feu ou NAT qui a perdu sa session.`
        : `Faites continuer ${source} à envoyer à l’ancienne destination jusqu’à ce que la nouvelle soit convenue.`,
      ...(branch === 'lost' && method === ''
        ? [
            'Si cela n’arrive qu’après un silence, faites envoyer par les deux côtés du bruit de confort ou des keep-alives (RFC 6263), pour que l’association NAT reste ouverte.',
          ]
        : []),
    ],
    limits: ({ branch, missed }) =>
      branch === 'lost' && !missed
        ? 'Il n’est pas certain que ces paquets manquent aussi au récepteur : c’est peut-être la capture qui les a manqués.'
        : '',
  } satisfies RuleWords<typeof rtpGapMidcall>,
  'rtp-after-bye': {
    title: 'Médias après la fin de l’appel',
    message: ({ side, kind, source, destination, after, packets: sent, goesOn }) =>
      `${side === 'caller' ? 'L’appelant' : 'L’appelé'} a continué d’envoyer un flux ${kind} de ${source} vers ${destination} pendant ${duration(after)} après la réponse au BYE, ` +
      `au moins ${packets(sent)}` +
      (goesOn ? ' ; il n’avait pas cessé quand on l’a suivi pour la dernière fois.' : '.'),
    why: ({ goesOn }) =>
      goesOn
        ? 'Un port qui n’est pas libéré est perdu pour les appels suivants ; et quand l’autre côté reprend le sien, l’appelant suivant entend cet appel-ci.'
        : 'Tant que cela dure, un appel qui reçoit le même port entend ce qui reste de celui-ci.',
    fix: ({ source, side }) => [
      `Cherchez à quoi appartient ${source} et pourquoi la fin de l’appel ne lui parvient pas : un serveur de médias, de conférence ou d’enregistrement derrière ${sides[side]}, libéré plus tard ou jamais.`,
      'Si un B2BUA s’interpose, vérifiez qu’il envoie un BYE sur chacun de ses segments.',
      'Suivez le nombre de ports RTP ouverts de cet hôte pendant une journée : s’il croît, des ports fuient.',
    ],
    limits: ({ goesOn }) =>
      goesOn
        ? 'On ne sait pas combien de temps cela a duré : la capture s’est arrêtée, ou les 40 s pendant lesquelles un appel est suivi après sa fin étaient passées.'
        : '',
  } satisfies RuleWords<typeof rtpAfterBye>,
  'early-dialog-media-conflict': {
    title: 'Early media de plusieurs branches à la fois',
    message: ({ sources, destination, together }) =>
      `${sources.length} branches de l’INVITE ont envoyé de l’early media à ${destination} en même temps, pendant ${duration(together)} : ${sources.join(', ')}.`,
    why: () =>
      'L’appelant entend les deux mêlées, l’une hachée par l’autre, ou une seule des deux, et peut-être pas celle qui compte.',
    fix: ({ authorised }) => [
      'Faites sonner par le serveur qui fait le fork, l’une après l’autre et non ensemble, les passerelles qui jouent des médias, ou ne laissez passer l’early media que d’une branche.',
      authorised === 0
        ? 'Faites demander la permission par les passerelles avant de jouer (P-Early-Media, RFC 5009), et n’en autorisez qu’une sur le serveur qui fait le fork.'
        : 'N’autorisez qu’une branche par P-Early-Media sur le serveur qui fait le fork, et mettez les autres à inactive.',
      'Sur le téléphone, ne jouez que la source la plus récente, ou sa propre tonalité tant qu’il en vient plusieurs.',
    ],
  } satisfies RuleWords<typeof earlyDialogMediaConflict>,
};
