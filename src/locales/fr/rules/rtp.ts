/** French words of the rules about what is in the packets of media, and about ICE and DTLS before them. */
import type { RuleWords } from '../../../rules/define.ts';
import { type iceDtlsFailure, ofKeys, unheard } from '../../../rules/rtp/ice-dtls-failure.ts';
import { isNearlyAll, type rtpPayloadTypeUnexpected } from '../../../rules/rtp/rtp-payload-type-unexpected.ts';
import { isMissed, type rtpSourceMismatch } from '../../../rules/rtp/rtp-source-mismatch.ts';
import { concernsKeys, type rtpSsrcChange } from '../../../rules/rtp/rtp-ssrc-change.ts';
import { alertOf } from '../../../rules/tls-alerts.ts';
import { count, duration, listed } from '../phrases.ts';
import { codecName, codecNames } from './phrases.ts';

const sides = { caller: 'l’appelant', callee: 'l’appelé' } as const;
const ofSides = { caller: 'de l’appelant', callee: 'de l’appelé' } as const;
const packets = (n: number) => count(n, 'paquet', 'paquets');
const kinds: Readonly<Record<string, string>> = { audio: 'audio', video: 'vidéo' };
const kindName = (kind: string) => kinds[kind] ?? kind;

export const rtp = {
  'rtp-payload-type-unexpected': {
    title: 'Média d’un type de charge qui n’a pas été convenu',
    message: ({
      kind,
      deaf,
      media,
      source,
      destination,
      type,
      codec,
      wanted,
      listed: own,
      listedMore,
      packets: n,
      of,
    }) =>
      `Sur ${packets(of)} du flux ${kindName(media)} de ${source} vers ${destination}, ${n} sont du type de charge ${type}` +
      (codec === '' ? '' : ` (${codecName(codec)})`) +
      {
        'own-number': `, que ${sides[deaf]} attend sous le numéro ${wanted}.`,
        former: `, que ${sides[deaf]} n’énumère plus depuis le dernier changement (sa liste : ${codecNames(own, listedMore)}).`,
        unlisted: `, que ${sides[deaf]} n’a pas énuméré (sa liste : ${codecNames(own, listedMore)}).`,
      }[kind],
    why: ({ deaf, ...args }) =>
      isNearlyAll(args)
        ? `Un récepteur jette les types de charge qu’il ne connaît pas : ${sides[deaf]} n’entend rien, ou du bruit.`
        : `Un récepteur jette les types de charge qu’il ne connaît pas : ${sides[deaf]} n’entend rien tant qu’ils arrivent.`,
    fix: ({ kind, source, type, codec, wanted }) =>
      ({
        'own-number': [
          `Faites envoyer ${codecName(codec)} par ${source} sous le type ${wanted}, le numéro de son récepteur, et non sous ${type}, le sien (RFC 3264 §5.1).`,
          'Si un relais ou un SBC y joint deux segments, faites-lui convertir les types de charge, ou donnez aux deux segments les mêmes numéros.',
        ],
        former: [
          `Cherchez si ${source} a reçu la dernière offre ou réponse, et faites-lui changer de codec avec elle.`,
          'Si un SBC a répondu à sa place, cherchez le re-INVITE ou l’UPDATE sur le segment suivant.',
        ],
        unlisted: [
          `Faites envoyer par ${source} un codec du SDP qu’il a reçu${codec === '' ? '' : `, et non ${codecName(codec)}`} (RFC 3264 §6.1).`,
          'Si deux segments sont joints entre les deux, transcodez-y, ou offrez sur chacun les codecs qu’ils ont en commun.',
          'Comparez les SDP de tous les sauts : l’émetteur a peut-être reçu celui d’un autre segment.',
        ],
      })[kind],
  } satisfies RuleWords<typeof rtpPayloadTypeUnexpected>,
  'rtp-ssrc-change': {
    title: 'Flux de média qui recommence au milieu d’un appel',
    message: ({ kind, media, source, destination, before, after, at, changes, signalled, wrapped, encrypted }) =>
      `Le flux ${kindName(media)}${encrypted ? ' chiffré' : ''} de ${source} vers ${destination} ` +
      {
        source: `a changé de SSRC, de ${before} à ${after},`,
        sequence: `a recommencé ses numéros de séquence avec le même SSRC (${after})`,
        timestamp: `a fait un saut d’horodatage avec le même SSRC (${after})`,
      }[kind] +
      ` ${duration(at)} après le décroché` +
      (wrapped && concernsKeys({ kind, encrypted }) ? ' et après plus de 65 535 paquets' : '') +
      (signalled === '' ? ', sans rien de signalé alors' : `, vers le moment d’un ${signalled}`) +
      (changes > 1 ? ` ; il y a eu ${count(changes, 'changement', 'changements')} en tout.` : '.'),
    why: ({ kind, encrypted, wrapped }) =>
      !concernsKeys({ kind, encrypted })
        ? 'Le récepteur doit reprendre son tampon à zéro : un claquement ou un court trou, et le silence à partir de là s’il ne suit pas.'
        : kind === 'sequence'
          ? 'Un récepteur SRTP prend des numéros qui reculent pour des paquets rejoués, ou les déchiffre avec un mauvais compteur de tours (ROC) : silence à partir de là.'
          : wrapped
            ? 'Le compteur de tours (ROC) de SRTP dépassait zéro, et il commence à zéro avec une nouvelle source : un côté qui le garde ne déchiffre plus rien à partir de là.'
            : 'Le récepteur doit recommencer avec ses clés et son tampon : silence à partir de là s’il ne suit pas.',
    fix: ({ kind, source, destination, encrypted, signalled }) => [
      `Regardez sur ${source} ce qui s’est passé à ce moment : une autre source y a été branchée (annonce, musique d’attente, transfert sur son autre segment), ou son service de médias a redémarré.`,
      ...(concernsKeys({ kind, encrypted })
        ? [
            kind === 'source'
              ? `Faites commencer par ${source} le compteur de tours d’un nouveau SSRC à zéro, et tenir par ${destination} un compteur par SSRC (RFC 3711 §3.3.1).`
              : `Faites garder par ${source} numéro de séquence et compteur de tours aussi longtemps que sa clé, ou prendre une nouvelle clé ou un nouveau SSRC par un re-INVITE.`,
          ]
        : [
            kind === 'source'
              ? `Faites poser par ${source} le bit de marqueur sur le premier paquet de la nouvelle source, et garder SSRC et numéros là où il le peut.`
              : `Faites prendre par ${source} un nouveau SSRC quand il recommence, ou continuer ses numéros et son horodatage (RFC 3550 §5.1).`,
          ]),
      ...(signalled === '' && kind !== 'timestamp'
        ? [`Si l’audio manque à partir de là, regardez si ${destination} accepte une autre source sans re-INVITE.`]
        : []),
    ],
    limits: ({ signalled }) =>
      signalled === ''
        ? 'La trace ne dit pas si le récepteur a suivi ; un serveur qui met quelqu’un d’autre en relation sur son autre segment le fait sans un mot sur celui-ci.'
        : 'La trace ne dit pas si le récepteur a suivi.',
  } satisfies RuleWords<typeof rtpSsrcChange>,
  'rtp-source-mismatch': {
    title: 'Média venant d’un socket que son émetteur n’a pas annoncé',
    message: ({ kind, party, media, announced, source, before, destination, packets: n, at, same, replies }) =>
      ({
        nat: `Le flux ${kindName(media)} ${ofSides[party]} arrive à ${destination} depuis ${source}, et son SDP nomme l’adresse privée ${announced}.`,
        port: `Le flux ${kindName(media)} ${ofSides[party]} arrive à ${destination} depuis ${source}, et son SDP nomme un autre port, ${announced}.`,
        elsewhere: `Le flux ${kindName(media)} ${ofSides[party]} arrive à ${destination} depuis ${source}, et son SDP nomme un autre hôte, ${announced}.`,
        moved:
          `${duration(at)} après le décroché, le flux ${kindName(media)} ${ofSides[party]} s’est mis à arriver à ${destination} depuis ${source} au lieu de ${before}` +
          `${same ? '' : ', avec un autre SSRC'}, sans rien de signalé` +
          (isMissed({ replies, source }) ? ` ; l’autre côté envoie à ${replies}.` : '.'),
        second: `À partir de ${duration(at)} après le décroché, ${packets(n)} ${kindName(media)} sont arrivés à ${destination} depuis ${source}, tandis que ceux ${ofSides[party]} continuaient d’arriver depuis ${before}.`,
      })[kind],
    why: ({ kind, party, source, same, replies }) =>
      ({
        nat: 'Tout va bien tant que l’autre côté répond là d’où vient le média (RTP symétrique) ; s’il suit le SDP, on ne l’entend pas.',
        port: 'Pare-feu et NAT ne laissent rentrer que ce qui répond au port d’émission : le média envoyé au port annoncé peut être jeté.',
        elsewhere:
          'Un pare-feu qui n’ouvre que pour l’adresse annoncée, ou un serveur de médias strict, jette ce média.',
        moved: !same
          ? `Ce qui vient de là s’entend à la place ${ofSides[party]} si le récepteur l’accepte : juste après une bascule, faux si c’est une injection.`
          : isMissed({ replies, source })
            ? `L’autre côté continue d’envoyer là d’où venait le média auparavant : ${sides[party]} n’entend plus rien à partir de là.`
            : `Un serveur de médias qui a pris la première source pour la seule jette la nouvelle : on n’entend plus ${sides[party]} à partir de là.`,
        second:
          'Le récepteur mélange, saute de l’une à l’autre ou suit la dernière : un son étranger dans l’appel, ou la fin du bon.',
      })[kind],
    fix: ({ kind, party, source, announced, before, destination, same }) =>
      ({
        nat: [
          `Faites répondre l’hôte de ${destination} à la source du média (rtp_symmetric, comedia, rtpengine) tant que ${sides[party]} est derrière un NAT.`,
          `Ou faites annoncer par ${sides[party]} l’adresse où on le joint, au lieu de ${announced} (external_media_address, ext-rtp-ip, STUN, ICE).`,
        ],
        port: [
          `Faites émettre ${sides[party]} depuis le port qu’il annonce (RFC 4961) : le RTP symétrique, un réglage sur la plupart des équipements.`,
          'Si un NAT change le port en chemin, faites répondre l’autre côté à la source du média.',
        ],
        elsewhere: [
          `Cherchez ce qu’est ${source} : si c’est un relais ou une seconde adresse ${ofSides[party]}, faites-la nommer par le SDP au lieu de ${announced}.`,
          'Si des règles de pare-feu ont été tirées du SDP, ouvrez-les aussi pour cette adresse.',
        ],
        moved: same
          ? [
              `Cherchez un NAT ou un routeur entre ${sides[party]} et ${destination} qui a donné au flux une autre association : redémarrage, second lien montant, ou délai expiré après un silence.`,
              'Faites envoyer quelque chose à chaque pause (bruit de confort, entretien RTP du RFC 6263) pour que l’association ne s’éteigne pas.',
              `Faites suivre par l’hôte de ${destination} une source qui se déplace, au moins un moment après un silence.`,
            ]
          : [
              `Cherchez ce qu’est ${source} : un serveur de médias qui a pris le relais, ou quelqu’un qui injecte du média.`,
              `Faites garder par le serveur de médias devant ${destination} la première source apprise (strictrtp dans Asterisk, strict-source dans rtpengine), et employez SRTP.`,
            ],
        second: [
          `Cherchez ce qu’est ${source} : un serveur de médias qui n’a pas été libéré, ou quelqu’un qui injecte du média dans le port de ${destination}.`,
          `Faites accepter par le serveur de médias la seule source ${before} (strictrtp dans Asterisk, strict-source dans rtpengine), et employez SRTP.`,
        ],
      })[kind],
    limits: ({ kind }) =>
      kind === 'moved' || kind === 'second'
        ? 'La trace ne dit pas si le récepteur a accepté la nouvelle source.'
        : kind === 'port'
          ? 'La trace ne dit pas si l’émetteur écoute sur le port annoncé.'
          : '',
  } satisfies RuleWords<typeof rtpSourceMismatch>,
  'ice-dtls-failure': {
    title: 'ICE ou DTLS qui n’aboutit pas',
    message: ({ kind, from, to, pairs, requests, codes, alert, by, lasted, setup }) => {
      const all = `${count(requests, 'test', 'tests')} sur ${count(pairs, 'paire', 'paires')} de sockets`;
      const refused = listed(codes, 'et');
      return {
        unanswered: `ICE n’a trouvé aucun chemin en ${duration(lasted)} : ${all} sont restés sans réponse, dont ceux de ${from} vers ${to}.`,
        conflict: `ICE n’a trouvé aucun chemin en ${duration(lasted)} : ${to} revendique le même rôle que ${from} et refuse ses tests par 487.`,
        refused: `ICE n’a trouvé aucun chemin en ${duration(lasted)} : ${to} refuse les tests de ${from} par ${refused}.`,
        unnominated: `Les tests ICE entre ${from} et ${to} réussissent, et en ${duration(lasted)} aucune paire de sockets n’a été choisie.`,
        turn: `Le serveur TURN ${to} refuse les requêtes de ${from} par ${refused}, et le média n’a pas d’autre chemin.`,
        silent: `${from} a demandé ${count(requests, 'fois', 'fois')} à ${to} en ${duration(lasted)} une négociation DTLS, sans réponse.`,
        alert: `${by === '' ? to : by} a rompu la négociation DTLS entre ${from} et ${to} par l’alerte ${alertOf(alert)?.name ?? 'numéro'} (${alert}).`,
        stuck: `La négociation DTLS entre ${from} et ${to} a commencé et n’a pas abouti en ${duration(lasted)}.`,
        idle: `ICE a abouti entre ${from} et ${to}, et en ${duration(lasted)} aucun côté n’a commencé la négociation DTLS (a=setup:${setup.join(', a=setup:')}).`,
      }[kind];
    },
    why: ({ kind }) =>
      ofKeys.has(kind)
        ? 'Sans négociation DTLS, pas de clés : aucun côté ne peut déchiffrer, et la plupart n’envoient rien du tout.'
        : 'Sans paire d’adresses qui fonctionne, aucun média ne circule : silence dans les deux sens, et la plupart raccrochent.',
    fix: ({ kind, from, to, by, hashes, setup }) =>
      ({
        unanswered: [
          'Ouvrez l’UDP entre les ports de média des deux côtés dans chaque pare-feu, ou donnez aux deux un serveur TURN qu’ils atteignent, au besoin par TCP ou TLS sur le port 443.',
          `Vérifiez que ${to} emploie ICE et répond aux tests sur ce socket ; derrière un NAT symétrique des deux côtés, seul un relais aide.`,
          'Si des candidats sont envoyés plus tard (trickle ICE), vérifiez qu’ils arrivent et que l’autre côté les prend.',
        ],
        conflict: [
          'Laissez le contrôle à un seul côté : celui qui offre, ou l’implémentation complète quand l’autre est lite (RFC 8445 §6.1.1).',
          `Si un SBC fait des réponses à partir d’offres, faites-lui terminer ICE sur chaque segment ; ${to} doit changer de rôle après un 487.`,
        ],
        refused: [
          'Comparez a=ice-ufrag et a=ice-pwd des dernières offre et réponse avec le nom d’utilisateur des tests : un côté emploie ceux d’une offre précédente ou d’un autre segment.',
          `Lisez dans le journal de ${to} pourquoi il refuse.`,
        ],
        unnominated: [
          `Regardez le journal de ${from}, qui a le contrôle : il doit nommer une paire qui fonctionne (USE-CANDIDATE).`,
          'Si un côté est lite, vérifiez qu’il dit a=ice-lite et que l’autre prend le rôle de contrôle.',
        ],
        turn: [
          `Vérifiez utilisateur, mot de passe et horloge pour ${to} (401, 438), son quota et ses ports (486, 508), et que personne ne rafraîchit une allocation disparue (437).`,
          'Faites demander un second serveur TURN au client, ou ouvrez un chemin direct en UDP.',
        ],
        silent: [
          `Vérifiez que ${to} parle DTLS sur son socket de média, et qu’aucun pare-feu entre lui et ${from} ne jette les paquets de plus de 1 200 octets.`,
          'Comparez a=setup des deux côtés : l’un doit être active, l’autre passive (RFC 5763 §5).',
        ],
        alert: [
          'Comparez le certificat de chaque côté avec l’a=fingerprint que l’autre a reçu : un SBC n’en a peut-être remplacé qu’un.',
          ...(hashes.length > 0
            ? [
                `Faites annoncer aux deux a=fingerprint:sha-256 au lieu de ${listed(hashes, 'et')} : tous les équipements ne prennent pas les anciennes fonctions de hachage.`,
              ]
            : []),
          `Lisez le journal de ${by === '' ? to : by} ; les deux doivent avoir en commun une version de DTLS et une suite de chiffrement.`,
        ],
        stuck: [
          `Capturez des deux côtés : de gros paquets avec certificats se perdent peut-être en fragments entre ${from} et ${to} ; abaissez le MTU de DTLS à 1 200 octets.`,
          'Lisez dans le journal DTLS des deux côtés le message qu’ils attendent.',
        ],
        idle: [
          `Comparez a=setup : l’appelant dit ${setup[0]} et l’appelé ${setup[1]} ; l’un doit être active et commencer (RFC 5763 §5).`,
          'Si un SBC relaie le SDP, faites-lui terminer DTLS lui-même, ou passer a=setup et a=fingerprint sans les toucher.',
        ],
      })[kind],
    limits: ({ kind }) =>
      unheard.has(kind)
        ? 'Un seul point de capture ne montre pas si les requêtes ne sont pas arrivées ou si les réponses se sont perdues au retour.'
        : '',
  } satisfies RuleWords<typeof iceDtlsFailure>,
};
