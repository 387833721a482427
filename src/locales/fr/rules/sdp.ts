/** French words of the rules about SDP. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { codecNoOverlap } from '../../../rules/sdp/codec-no-overlap.ts';
import type { dtmfMismatch } from '../../../rules/sdp/dtmf-mismatch.ts';
import type { holdDirectionProblem } from '../../../rules/sdp/hold-direction-problem.ts';
import type { offerAnswerViolation } from '../../../rules/sdp/offer-answer-violation.ts';
import type { sdpAnswerInvalid } from '../../../rules/sdp/sdp-answer-invalid.ts';
import type { sdpVersionAnomaly } from '../../../rules/sdp/sdp-version-anomaly.ts';
import type { srtpProfileMismatch } from '../../../rules/sdp/srtp-profile-mismatch.ts';
import type { t38Failure } from '../../../rules/sdp/t38-failure.ts';
import { capitalize } from '../../phrases.ts';
import { count, duration, listed, of, the } from '../phrases.ts';
import { codecName, codecNames, quoted } from './phrases.ts';

/** "2 lignes m=". */
const linesOf = (n: string) => count(n, 'ligne m=', 'lignes m=');

/** "L’INVITE de 192.0.2.1:5060", "Le 200 de …". */
const carried = (carrier: string, sender: string) => `${capitalize(the(carrier))} de ${sender}`;

const changes: Readonly<Record<ArgsOf<typeof sdpVersionAnomaly>['changed'], string>> = {
  '': '',
  streams: 'le nombre de flux',
  address: 'l’adresse média',
  port: 'le port média',
  codecs: 'les codecs',
  direction: 'la direction',
  profile: 'le profil',
  media: 'le média',
};

export const sdp = {
  'codec-no-overlap': {
    title: 'Aucun codec commun',
    message: ({ kind, offerer, answerer, carrier, status, told, ...args }) => {
      const media = args.media.length === 0 ? 'aucun média' : `média ${listed(args.media, 'et')}`;
      const offered = codecNames(args.offered, args.offeredMore);
      const supported = codecNames(args.supported, args.supportedMore);
      return {
        refused: `${answerer} a refusé par ${status} l’offre de ${offerer} (${media}) ; offerts : ${offered}${told ? ` ; acceptables : ${supported}` : ''}.`,
        'all-rejected': `${answerer} a accepté l’appel dans son ${carrier} et rejeté par le port 0 tous les flux de ${offerer} (${media} : ${offered}).`,
        'no-common': `${carried(carrier, answerer)} prend ${supported}, et ${offerer} avait offert ${offered} : aucun codec n’est commun.`,
        'events-only': `${offerer} a offert ${offered}, et ${the(carrier)} de ${answerer} n’a en commun avec lui que telephone-event.`,
        packing: `${carried(carrier, answerer)} prend ${supported} avec un autre octet-align que celui offert par ${offerer}.`,
      }[kind];
    },
    why: ({ kind, harmless }) =>
      harmless
        ? 'Rien n’est perdu : l’appel a continué sans cela.'
        : {
            refused: 'L’appel, ou sa modification, échoue bien que les deux côtés soient joignables.',
            'all-rejected': 'L’appel est établi et ne porte aucun média.',
            'no-common': 'Aucun côté ne peut décoder ce que l’autre envoie : silence ou bruit.',
            'events-only': 'Les chiffres passent et la parole non : l’appel est muet.',
            packing:
              'Les deux côtés prennent le même codec et en rangent les bits autrement : chacun n’entend de l’autre que du bruit.',
          }[kind],
    fix: ({ kind, offerer, answerer, offered, offeredMore, supported, supportedMore, warning, harmless }) => {
      if (harmless) return ['Rien à faire, sauf si ce média (vidéo, fax) est voulu : activez-le alors des deux côtés.'];
      if (kind === 'packing') {
        return [
          `Réglez octet-align d’AMR de la même façon sur ${offerer} et ${answerer}, ou faites transcoder par le SBC.`,
        ];
      }
      return [
        ...(warning === '' ? [] : [`Partez du Warning de ${answerer} : ${quoted(warning)}.`]),
        `Autorisez sur ${answerer} un codec que ${offerer} offre (${codecNames(offered, offeredMore)}), ou sur ${offerer} un codec que ${answerer} a${supported.length === 0 ? '' : ` (${codecNames(supported, supportedMore)})`} ; PCMA ou PCMU est le terrain commun le plus sûr.`,
        'Si les listes de codecs doivent rester distinctes, faites transcoder par le PBX ou le SBC intermédiaire.',
        ...(kind === 'refused'
          ? [
              'Si les codecs concordent, comparez famille d’adresses, chiffrement et durée de paquet de l’offre avec les réglages de l’autre côté.',
            ]
          : []),
      ];
    },
    limits: ({ kind, warning, told }) =>
      kind === 'refused' && warning === '' && !told
        ? 'Le refus ne dit pas ce qui n’était pas acceptable : ce peut être autre chose dans l’offre que ses codecs.'
        : '',
  } satisfies RuleWords<typeof codecNoOverlap>,
  'dtmf-mismatch': {
    title: 'Chiffres (DTMF) qui ne passeront pas',
    message: ({ kind, sender, other, carrier, codec, events, status }) =>
      ({
        dropped: `${other} a offert telephone-event, et ${the(carrier)} de ${sender} accepte ${codecName(codec)} sans lui.`,
        neither: `${other} et ${sender} se sont accordés sur ${codecName(codec)} et sur aucun telephone-event : rien ne porte les chiffres de façon sûre.`,
        clock: `${carried(carrier, sender)} choisit ${codecName(codec)}, avec telephone-event à ${listed(events, 'et')} seulement.`,
        'info-refused': `Le chiffre que ${sender} a envoyé par INFO (${events.join(', ')}) a été refusé par ${other} par ${status}.`,
      })[kind],
    why: ({ kind }) =>
      kind === 'info-refused'
        ? 'Le chiffre est perdu : menus, saisie de code PIN et codes de conférence ne réagissent pas.'
        : kind === 'clock'
          ? 'Bien des équipements n’envoient pas d’événements à une autre fréquence d’horloge que celle du codec ; les menus peuvent donc ne pas entendre les chiffres.'
          : 'Les chiffres passent au mieux comme tonalités dans la parole, que codecs et pertes déforment : menus et saisie de code PIN peuvent échouer.',
    fix: ({ kind, sender, other, codec, status }) =>
      ({
        dropped: [
          `Activez les événements RFC 4733 sur ${sender} (dtmf_mode=rfc4733 dans Asterisk PJSIP, liberal-dtmf ou rfc2833-pt dans FreeSWITCH).`,
          'Si un SBC s’interpose, vérifiez que sa politique de codecs ne retire pas telephone-event.',
          `Si ${sender} n’accepte que INFO, réglez ${other} sur SIP INFO pour ce seul segment.`,
        ],
        neither: [
          `Activez telephone-event sur ${other} et ${sender} ; ${codecName(codec)} ne porte pas les tonalités sans dommage.`,
          'Si les événements sont impossibles, employez PCMA ou PCMU pour les appels vers des menus et des conférences.',
        ],
        clock: [
          `Faites citer par les deux côtés telephone-event aussi à la fréquence d’horloge du codec ${codecName(codec)}.`,
          'Ou préférez un codec à 8000 Hz pour les appels qui ont besoin de chiffres.',
        ],
        'info-refused': [
          `Passez ${sender} de SIP INFO aux événements RFC 4733 (telephone-event), si les deux côtés les ont négociés.`,
          status === 481
            ? `Comparez les tags de l’INFO avec ceux du dialogue : ${other} ne le connaît pas.`
            : `Ou activez le DTMF par INFO sur ${other}, avec le même type de contenu.`,
        ],
      })[kind],
    limits: ({ kind, digits }) =>
      kind === 'info-refused' || digits ? '' : 'La trace ne dit pas si quelqu’un a besoin de chiffres dans cet appel.',
  } satisfies RuleWords<typeof dtmfMismatch>,
  'hold-direction-problem': {
    title: 'Mise en attente ou reprise avec une mauvaise direction de média',
    message: ({ kind, sender, other, carrier, media, offered, answered }) =>
      ({
        'illegal-answer': `${other} a offert son média ${media} en ${offered}, et ${the(carrier)} de ${sender} répond ${answered}.`,
        'zero-address': `${carried(carrier, sender)} met le média ${media} en attente par l’adresse 0.0.0.0.`,
        'not-resumed': `${other} a repris son média ${media} par sendrecv, et ${the(carrier)} de ${sender} répond ${answered}.`,
        stuck: `Invité à faire une offre, ${sender} a envoyé son média ${media} en ${offered} dans ${the(carrier)}, l’état qu’avait laissé la mise en attente de ${other}.`,
      })[kind],
    why: ({ kind }) =>
      ({
        'illegal-answer':
          'Les côtés ne s’accordent pas sur celui qui envoie : la musique d’attente peut manquer, ou la parole continue là où rien ne devrait s’entendre.',
        'zero-address':
          'Les équipements récents prennent 0.0.0.0 pour une erreur ou n’envoient pas de RTCP : musique d’attente et reprise peuvent échouer.',
        'not-resumed': 'L’appel reste en attente dans un sens : après la reprise, un côté n’entend rien.',
        stuck:
          'La mise en attente de l’autre côté revient comme un souhait de celui-ci, si bien que l’appel peut rester muet indéfiniment.',
      })[kind],
    fix: ({ kind, sender, other }) =>
      ({
        'illegal-answer': [
          `Faites répondre ${sender} en miroir à la direction de l’offre : recvonly ou inactive à sendonly, sendonly ou inactive à recvonly, inactive à inactive.`,
          `Si ${sender} est un SBC, vérifiez qu’il transmet a=sendonly et a=inactive dans les deux sens.`,
        ],
        'zero-address': [
          `Réglez ${sender} pour mettre en attente par a=sendonly ou a=inactive avec son adresse réelle (RFC 3264 §8.4).`,
        ],
        'not-resumed': [
          `Faites répondre ${sender} à une offre sendrecv selon son propre souhait, non selon le dernier état de la session (RFC 6337 §5.1).`,
          `Si un SBC ou un serveur de conférence s’interpose, regardez si ${sender} a jamais vu la reprise de ${other}.`,
        ],
        stuck: [
          `Faites former par ${sender} ses offres selon ce qu’il veut lui-même, ici sendrecv, non selon le dernier accord (RFC 6337 §5.3).`,
          `Faites reprendre par ${other} avec une offre à lui au lieu d’un INVITE sans SDP.`,
        ],
      })[kind],
    limits: ({ kind }) =>
      kind === 'illegal-answer'
        ? 'Seul le RTP montre quel côté envoie vraiment.'
        : kind === 'not-resumed' || kind === 'stuck'
          ? 'Un usager qui a pressé attente ou secret sur ce terminal au même moment donne la même image.'
          : '',
  } satisfies RuleWords<typeof holdDirectionProblem>,
  'offer-answer-violation': {
    title: 'Offre sans réponse, ou réponse sans offre',
    message: ({ kind, sender, other, carrier, about, status }) =>
      ({
        'offer-missing': `${carried(about, other)} n’avait pas de SDP, et ${the(carrier)} de ${sender} n’a pas apporté d’offre non plus.`,
        'answer-missing': `${carried(carrier, sender)} n’apporte pas de SDP, bien qu’il doive à ${other} la réponse à l’offre ${of(the(about))}.`,
        'answer-late': `${carried(carrier, sender)} n’apporte pas de SDP ; la réponse à ${other} ne figurait que dans une réponse provisoire non fiable.`,
        'answer-changed': `La réponse SDP ${of(the(carrier))} de ${sender} diffère du SDP que son ${about} avait montré.`,
        'offer-while-pending': `${sender} a fait une nouvelle offre dans son ${carrier} avant la réponse à celle ${of(the(about))}${status === 0 ? '' : `, et a reçu ${status}`}.`,
        'answer-unasked': `${carried(carrier, sender)} apporte un SDP, bien que ${the(about)} ait déjà répondu à son offre.`,
      })[kind],
    why: ({ kind }) =>
      ({
        'offer-missing':
          'L’appel est décroché et personne ne sait où envoyer le média : silence, et la plupart des appelants raccrochent aussitôt.',
        'answer-missing': 'Celui qui offre n’apprend jamais où envoyer son média : l’appel est muet ou tombe.',
        'answer-late':
          'Les appelants qui attendent la réponse dans la réponse finale restent muets ou raccrochent ; d’autres prennent celle d’avant.',
        'answer-changed':
          'Les appelants qui gardent la première description envoient leur média au mauvais endroit : audio à sens unique ou début coupé.',
        'offer-while-pending':
          'Les deux côtés peuvent finir avec des idées différentes de la session ; la plupart refusent la seconde offre.',
        'answer-unasked':
          'Les destinataires stricts y voient une erreur ; d’autres peuvent modifier la session sans que personne ne l’ait demandé.',
      })[kind],
    fix: ({ kind, sender, other, carrier }) => [
      {
        'offer-missing': `Faites mettre par ${sender} une offre dans son ${carrier} : un INVITE sans SDP en demande une.`,
        'answer-missing': `Faites mettre par ${sender} la réponse SDP dans son ${carrier}.`,
        'answer-late': `Faites répéter par ${sender} le SDP de sa réponse provisoire dans son ${carrier}.`,
        'answer-changed': `Faites employer par ${sender} un autre tag de To pour chaque source de média, ou modifier la session par UPDATE ou re-INVITE après le décroché.`,
        'offer-while-pending': `Faites attendre à ${sender} la réponse à l’offre en cours avant d’en faire une autre.`,
        'answer-unasked': `Faites omettre par ${sender} le SDP de l’ACK : l’offre avait déjà sa réponse.`,
      }[kind],
      kind === 'answer-changed'
        ? `Si ${sender} joue des annonces avant de connecter, faites-lui relayer leur média à une seule adresse.`
        : `Si ${sender} est un SBC ou un PBX qui joint deux appels, regardez comment il convertit les appels sans offre initiale (offre différée).`,
      kind === 'answer-changed'
        ? `Faites suivre par ${other} la dernière description reçue.`
        : 'Si seuls certains appels échouent, comparez le parcours de leur SDP à celui d’un appel qui marche : une règle qui retire les corps d’un seul message suffit.',
    ],
    limits: ({ kind }) =>
      kind === 'answer-changed'
        ? 'Bien des appelants suivent la description ultérieure sans dommage.'
        : kind === 'offer-missing'
          ? 'Les appels qui ne font que commuter une fonction du PBX ou tester la signalisation se passent de média à dessein.'
          : '',
  } satisfies RuleWords<typeof offerAnswerViolation>,
  'sdp-answer-invalid': {
    title: 'Réponse SDP qui ne correspond pas à son offre',
    message: ({ kind, sender, other, carrier, line, expected, found }) => {
      const what = carried(carrier, sender);
      return {
        count: `${what} a ${linesOf(found)} là où l’offre de ${other} en a ${expected}.`,
        kind: `${what} a ${found} comme ligne m= ${line}, là où ${other} offrait ${expected}.`,
        protocol: `${what} répond à la ligne m= ${line} par ${found}, là où ${other} offrait ${expected}.`,
        revived: `${what} ouvre le port ${found} pour la ligne m= ${line}, que ${other} avait offerte avec le port 0.`,
        unnamed: `${what} prend le payload type ${found} à la ligne m= ${line} sans rtpmap qui dise ce que c’est.`,
        'rtcp-mux': `${what} a a=rtcp-mux pour la ligne m= ${line}, ce que ${other} n’offrait pas.`,
        'no-address': `${what} n’a pas de ligne c= pour la ligne m= ${line}.`,
        fewer: `La nouvelle offre ${of(the(carrier))} de ${sender} a ${linesOf(found)}, et la session en a déjà ${expected}.`,
      }[kind];
    },
    why: ({ kind }) =>
      ({
        count:
          'Les réponses sont rapprochées des offres ligne par ligne : bien des équipements terminent l’appel aussitôt, d’autres connectent le mauvais flux.',
        kind: 'Les réponses sont rapprochées des offres ligne par ligne : les flux se mélangent ou l’appel se termine aussitôt.',
        protocol:
          'Celui qui offre n’est pas tenu d’accepter un média sous un autre profil : bien des équipements terminent l’appel ou n’envoient rien.',
        revived: 'Celui qui offre a retiré ce flux et n’écoute pas : ce qu’on y envoie est perdu.',
        unnamed: 'Le destinataire ne peut savoir quel codec ce numéro désigne ; il jette ou déforme ce qu’il reçoit.',
        'rtcp-mux':
          'Le RTCP est envoyé là où personne ne l’attend : les rapports de qualité manquent, et certains équipements terminent l’appel faute de RTCP.',
        'no-address': 'Celui qui offre n’apprend pas où envoyer son média : audio à sens unique, ou fin de l’appel.',
        fewer:
          'Les flux peuvent être fermés par le port 0 mais jamais retirés : l’autre côté refuse l’offre ou confond les flux.',
      })[kind],
    fix: ({ kind, sender }) => [
      {
        count: `Faites répondre ${sender} à chaque ligne m= dans l’ordre de l’offre, avec le port 0 pour les flux qu’il ne veut pas.`,
        kind: `Faites répondre ${sender} aux lignes m= dans l’ordre de l’offre, avec le port 0 pour les flux qu’il ne veut pas.`,
        protocol: `Faites répondre ${sender} sous le profil offert, ou rejeter le flux par le port 0.`,
        revived: `Faites répondre ${sender} par le port 0 à un flux offert avec le port 0.`,
        unnamed: `Faites écrire par ${sender} une ligne a=rtpmap pour chaque payload type à partir de 96.`,
        'rtcp-mux': `Faites répondre a=rtcp-mux par ${sender} seulement là où il était offert.`,
        'no-address': `Faites écrire par ${sender} une ligne c= pour la session ou pour chaque flux.`,
        fewer: `Faites garder par ${sender} toutes les lignes m= de la session dans les offres ultérieures, avec le port 0 pour les flux terminés.`,
      }[kind],
      `Si ${sender} est un SBC ou un relais média, cherchez-y une règle qui retire ou modifie des lignes SDP.`,
      'Si c’est un terminal, cherchez un firmware plus récent : seul son constructeur peut changer la façon dont il forme le SDP.',
    ],
  } satisfies RuleWords<typeof sdpAnswerInvalid>,
  'sdp-version-anomaly': {
    title: 'Version de SDP qui ne suit pas les changements',
    message: ({ kind, sender, carrier, before, now, changed }) =>
      ({
        unchanged: `${carried(carrier, sender)} change ${changes[changed]} sous la version ${now} que sa ligne o= avait déjà.`,
        lower: `La version dans la ligne o= de ${sender} a reculé de ${before} à ${now} dans son ${carrier}.`,
        'other-session': `La ligne o= de ${sender} a changé dans le dialogue : ${quoted(before)} est devenu ${quoted(now)} dans son ${carrier}.`,
      })[kind],
    why: ({ kind }) =>
      ({
        unchanged:
          'Un destinataire qui se fie à la version ignore le changement : le média continue vers l’ancienne adresse, ou la mise en attente reste sans effet.',
        lower: 'Un destinataire qui se fie à la version prend la description pour une ancienne et peut l’ignorer.',
        'other-session':
          'Les destinataires stricts y voient une nouvelle session : ils peuvent la refuser ou relancer leur média.',
      })[kind],
    fix: ({ kind, sender }) =>
      kind === 'other-session'
        ? [
            `Vérifiez si ${sender} joint deux appels (transfert, contrôle par un tiers) ou a basculé sur un autre nœud : c’est alors attendu.`,
            `Sinon, faites garder par ${sender} la ligne o= du dialogue et augmenter sa version.`,
          ]
        : [
            `Faites augmenter d’une unité par ${sender} la version dans o= à chaque changement de son SDP.`,
            `Si un relais média modifie le SDP chez ${sender}, faites-lui gérer la ligne o= (rtpengine : flags replace-origin et replace-SDP-version).`,
          ],
    limits: ({ kind }) =>
      kind === 'other-session'
        ? 'Les transferts et le contrôle d’appel par un tiers changent l’origine à bon droit.'
        : 'Bien des destinataires ne regardent pas la version.',
  } satisfies RuleWords<typeof sdpVersionAnomaly>,
  'srtp-profile-mismatch': {
    title: 'Chiffrement du média qui ne concorde pas',
    message: ({ kind, sender, other, carrier, media, offered, answered, status }) => {
      const what = carried(carrier, sender);
      return {
        profile: `${other} a offert le média ${media} en ${offered}, et ${the(carrier)} de ${sender} répond ${answered}.`,
        'no-keys': `${what} annonce le média ${media} chiffré (${answered || offered}) sans a=crypto et sans a=fingerprint.`,
        'wrong-keys': `${what} annonce le média ${media} en ${answered || offered} avec a=crypto et n’a pas de a=fingerprint.`,
        'key-not-offered': `${what} prend pour le média ${media} la clé ${quoted(answered)}, et ${other} avait offert ${quoted(offered)}.`,
        setup: `${what} a ${answered} pour son média ${media} là où ${other} offrait ${offered}.`,
        refused: `${sender} a refusé par ${status} l’offre de ${other}, qui n’avait que du média ${media} chiffré (${offered}).`,
      }[kind];
    },
    why: ({ kind }) =>
      ({
        profile:
          'Un côté chiffre et l’autre non : la plupart des équipements raccrochent aussitôt, les autres jouent du bruit ou du silence.',
        'no-keys': 'Sans clés, rien ne peut être chiffré ni déchiffré : l’autre côté refuse le flux ou reste muet.',
        'wrong-keys':
          'Le profil demande une négociation DTLS pour laquelle ce côté n’a pas de certificat ; aucun média ne passe.',
        'key-not-offered':
          'Celui qui offre ne peut déchiffrer avec une clé qu’il n’a jamais proposée : audio à sens unique ou absent.',
        setup: 'La négociation DTLS ne démarre jamais, ou les deux côtés la démarrent : pas de clés, pas de média.',
        refused:
          'L’appel, ou sa modification, échoue : l’autre côté veut du média sans chiffrement, ou avec d’autres clés.',
      })[kind],
    fix: ({ kind, sender, other }) =>
      kind === 'setup'
        ? [
            `Faites répondre ${sender} par a=setup:active (ou passive) à une offre actpass, et par le rôle opposé à toute autre.`,
            'Si un SBC relaie le SDP, faites-lui terminer DTLS lui-même ou transmettre les rôles tels quels.',
          ]
        : kind === 'key-not-offered'
          ? [
              `Faites répondre ${sender} avec le tag et la suite de l’une des lignes a=crypto offertes.`,
              'Activez AES_CM_128_HMAC_SHA1_80 des deux côtés : tout équipement SDES l’a.',
            ]
          : [
              `Réglez de la même façon le chiffrement du média de ${sender} et de ${other} : désactivé, SDES ou DTLS (media_encryption dans Asterisk PJSIP, rtp_secure_media dans FreeSWITCH).`,
              'S’ils doivent différer, faites convertir par le SBC ou le relais média (rtpengine : transport-protocol=RTP/AVP ou RTP/SAVP, avec SDES ou DTLS désactivé).',
              ...(kind === 'no-keys' || kind === 'wrong-keys'
                ? [
                    `Vérifiez que rien ne retire en chemin a=crypto ou a=fingerprint du SDP de ${sender} ; sur bien des équipements, SDES exige aussi une signalisation TLS.`,
                  ]
                : []),
            ],
    limits: ({ kind }) =>
      kind === 'refused'
        ? 'Le refus ne dit pas si c’est le chiffrement ou autre chose qui n’était pas acceptable.'
        : '',
  } satisfies RuleWords<typeof srtpProfileMismatch>,
  't38-failure': {
    title: 'Fax qui n’a pas pu passer en T.38',
    message: ({ kind, outcome, sender, other, status, codec, after }) =>
      `${other} a demandé T.38 et ${sender} l’a ${kind === 'refused' ? `refusé par ${status}` : 'rejeté par le port 0'} ; ` +
      (outcome === 'ended'
        ? `l’appel s’est terminé ${duration(after)} plus tard.`
        : `l’appel reste en ${codecName(codec)}, et aucune autre offre n’a suivi.`),
    why: ({ outcome }) =>
      outcome === 'ended'
        ? 'Le fax n’a pas été transmis : l’appel s’est terminé dès le refus de T.38.'
        : 'Le fax échouera très probablement : ses tonalités ne survivent pas à un codec compressé.',
    fix: ({ sender, other, codec, outcome }) => [
      `Activez T.38 sur ${sender} (t38_udptl=yes sur l’endpoint Asterisk, fax_enable_t38 dans FreeSWITCH, profil T.38 du trunk).`,
      outcome === 'compressed'
        ? `Ou faites revenir ${other} à PCMA ou PCMU par un autre re-INVITE, avec annulation d’écho et suppression des silences désactivées ; ${codecName(codec)} est en usage.`
        : `Ou faites continuer ${other} en PCMA ou PCMU quand T.38 est refusé, avec annulation d’écho et suppression des silences désactivées.`,
      'Si un SBC s’interpose, vérifiez qu’il laisse passer m=image ; désactivez V.34 (super G3) sur le télécopieur si seules les machines rapides échouent.',
    ],
    limits: ({ outcome }) =>
      outcome === 'ended'
        ? 'Que l’appel ait été raccroché à cause du refus se déduit seulement du temps écoulé entre les deux.'
        : '',
  } satisfies RuleWords<typeof t38Failure>,
};
