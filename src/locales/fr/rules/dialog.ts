/** French words of the rules about dialogs. */
import { clip } from '../../../rules/clip.ts';
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { ackMissingFor2xx } from '../../../rules/dialog/ack-missing-for-2xx.ts';
import type { ackOrRouteMisaddressed } from '../../../rules/dialog/ack-or-route-misaddressed.ts';
import { type answeredThenImmediateBye, isMedia } from '../../../rules/dialog/answered-then-immediate-bye.ts';
import type { byeUnanswered } from '../../../rules/dialog/bye-unanswered.ts';
import type { callDropped32s } from '../../../rules/dialog/call-dropped-32s.ts';
import type { cseqDisorder } from '../../../rules/dialog/cseq-disorder.ts';
import type { dialogNeverTerminated } from '../../../rules/dialog/dialog-never-terminated.ts';
import type { dialogUnknown481 } from '../../../rules/dialog/dialog-unknown-481.ts';
import type { multiple2xxForked } from '../../../rules/dialog/multiple-2xx-forked.ts';
import type { tagProblem } from '../../../rules/dialog/tag-problem.ts';
import { capitalize } from '../../phrases.ts';
import { duration, listed, of, the, times } from '../phrases.ts';
import { tagPair, theField, theMessage } from './phrases.ts';

const LONGEST = 120;

/** A Request-URI, or the URIs of a route set. */
function uriList(uris: readonly string[]): string {
  return clip(uris.join(', '), LONGEST) || 'aucun';
}

/** Who answered one INVITE. */
function answerersOf({ answerers, devices }: Pick<ArgsOf<typeof multiple2xxForked>, 'answerers' | 'devices'>): string {
  const rest = devices > answerers.length ? ['d’autres'] : [];
  return listed([...answerers, ...rest], 'et');
}

export const dialog = {
  'ack-missing-for-2xx': {
    title: '200 OK que personne n’acquitte',
    message: (args) =>
      `${args.server} a envoyé ${times(args.copies)} sa réponse ${args.status} en ${duration(args.waited)} parce ` +
      {
        unmatched:
          args.differs === ''
            ? 'qu’il n’a pas accepté l’ACK qui lui a été envoyé.'
            : `que, dans l’ACK qui lui a été envoyé, ${theField(args.differs)} est différent.`,
        lost: `que l’ACK envoyé à ${args.seenAt} ne lui est jamais parvenu.`,
        unheard: `qu’elle n’est pas arrivée à ${args.client}, qui a continué d’envoyer son INVITE.`,
        absent: 'qu’aucun ACK n’est passé par ce point de capture.',
      }[args.kind],
    why: () =>
      'Le côté qui décroche répète son 200 et raccroche après 64·T1 (32 s) : c’est l’appel bien connu qui tombe au bout d’une demi-minute.',
    fix: (args) => [
      {
        unmatched: `Comparez l’ACK avec le 200 : sa Request-URI doit être le Contact (${args.contact || 'absent'}), ses tags et son numéro de CSeq ceux de l’INVITE.`,
        lost: `L’ACK est allé à ${args.seenAt}, et le Contact du 200 est ${args.contact || 'absent'}. Si c’est une adresse derrière un NAT, le 200 doit en porter une que l’appelant peut joindre ; si c’est un proxy, il doit relayer l’ACK.`,
        unheard: `Vérifiez où ${args.server} envoie ses réponses : à l’adresse et au port du Via, ou à ceux de received et rport derrière un NAT.`,
        absent: `Vérifiez que le Contact du 200 (${args.contact || 'absent'}) est joignable depuis l’appelant : l’ACK y va, et non là où l’INVITE est allé.`,
      }[args.kind],
      'Réglez l’adresse de signalisation externe du côté qui décroche, ou activez la gestion du NAT (rport, réécriture du Contact) dans son serveur.',
      'Ajoutez Record-Route sur chaque proxy qui doit rester sur le chemin, et désactivez le SIP ALG des routeurs intermédiaires.',
    ],
    limits: (args) =>
      args.kind === 'unmatched'
        ? 'Un ACK perdu entre ce point de capture et le serveur donnerait la même image.'
        : 'Un ACK qui aurait pris un autre chemin que le reste de l’appel ne serait pas vu ici.',
  } satisfies RuleWords<typeof ackMissingFor2xx>,
  'ack-or-route-misaddressed': {
    title: 'Requête mal adressée à l’intérieur d’un appel',
    message: ({ kind, method, sender, ...args }) => {
      const [sent, expected] = [uriList(args.sent), uriList(args.expected)];
      const request = `${capitalize(the(method))} de ${sender}`;
      return {
        first: `${request} a la Request-URI ${sent} de l’INVITE au lieu du Contact ${expected}.`,
        own: `${request} a pour Request-URI son propre Contact ${sent} au lieu de ${expected}.`,
        old: `${request} va à l’ancien Contact ${sent} ; le plus récent est ${expected}.`,
        other: `${request} a la Request-URI ${sent} ; le Contact de l’autre côté est ${expected}.`,
        missing: `${request} n’a pas de Route, et le dialogue a le route set ${expected}.`,
        skipped: `La Route ${of(the(method))} de ${sender} (${sent}) omet le début du route set ${expected}.`,
        reversed: `La Route ${of(the(method))} de ${sender} (${sent}) est dans le mauvais ordre ; le route set est ${expected}.`,
        strict: `${request} garde le Contact dans sa Request-URI bien que le premier proxy du route set (${expected}) n’ait pas de paramètre lr.`,
        copied: `Le 2xx de ${sender} n’a pas le Record-Route de son INVITE (${expected}) ; il a ${sent}.`,
      }[kind];
    },
    why: ({ worked, method, kind }) =>
      kind === 'copied'
        ? 'L’appelant envoie alors ACK et BYE sans passer par les proxys qui voulaient rester sur le chemin : pare-feu, NAT et facturation perdent l’appel.'
        : worked
          ? `${capitalize(the(method))} est passé tout de même ; derrière un autre proxy, la même faute le perd, et des appels tombent ou restent ouverts d’un côté.`
          : `${capitalize(the(method))} n’atteint pas l’autre côté, ou l’atteint sans les proxys qui doivent le voir : des appels tombent après 32 s ou restent ouverts d’un côté.`,
    fix: ({ kind, sender, ...args }) => {
      const expected = uriList(args.expected);
      return [
        {
          first: `Faites envoyer par ${sender} les requêtes d’un appel au Contact de l’autre côté (${expected}), et non à l’adresse composée.`,
          own: `Faites prendre par ${sender} comme Request-URI le Contact de l’autre côté (${expected}), et non le sien.`,
          old: `Faites prendre par ${sender} le Contact le plus récent de l’autre côté (${expected}) dès qu’il l’a accepté.`,
          other: `Faites envoyer par ${sender} les requêtes d’un appel au Contact de l’autre côté (${expected}) : cherchez-y des règles d’en-tête ou de numéro qui réécrivent la Request-URI.`,
          missing: `Faites copier par ${sender} Record-Route dans Route pour toutes les requêtes de l’appel (${expected}).`,
          skipped: `Faites garder par ${sender} le route set entier (${expected}) : cherchez une règle qui retire la première Route.`,
          reversed: `Faites prendre par ${sender} Record-Route dans l’ordre inverse quand il a émis l’appel, et tel quel quand il l’a reçu.`,
          strict: `Ajoutez le paramètre lr au Record-Route du proxy si c’est un loose router (ils le sont tous aujourd’hui) ; sinon, ${sender} doit mettre ce proxy dans la Request-URI.`,
          copied: `Faites copier par ${sender} tous les champs Record-Route de l’INVITE dans son 2xx, dans le même ordre.`,
        }[kind],
        ...(kind === 'first' || kind === 'other'
          ? [
              `Si ${sender} est un Asterisk avec rewrite_contact=yes (dans chan_sip nat=force_rport,comedia), désactivez-le pour ce trunk : il remplace le Contact d’un pair derrière un proxy.`,
            ]
          : []),
        'Désactivez le SIP ALG des routeurs intermédiaires, et retirez les règles manuelles de Route et de Contact des SBC.',
      ];
    },
  } satisfies RuleWords<typeof ackOrRouteMisaddressed>,
  'answered-then-immediate-bye': {
    title: 'Appel qui se termine juste après le décroché',
    message: ({ kind, sender, other, after, reason }) =>
      `${sender} a raccroché ${duration(after)} ` +
      (kind === 'caller'
        ? `après que ${other} a décroché`
        : kind === 'callee'
          ? 'après avoir lui-même décroché'
          : 'après le décroché') +
      (reason === '' ? '.' : `, en donnant pour raison ${reason}.`),
    why: ({ kind }) =>
      kind === 'caller'
        ? 'L’appel compte comme abouti et peut être facturé ; souvent, ce n’est qu’un appelant qui ne voulait pas de la messagerie qui a décroché.'
        : 'L’appel compte comme abouti et peut être facturé, bien que personne n’ait pu parler.',
    fix: ({ kind, sender, other, reason }) => [
      ...(kind === 'failure'
        ? [
            isMedia(reason)
              ? `Comparez offre et réponse : ${sender} a mis fin à l’appel à cause du média (codecs, SRTP contre RTP, adresses).`
              : `Cherchez dans le journal de ${sender} à cette heure ce qu’il y a derrière ${reason}.`,
          ]
        : []),
      ...(kind === 'callee'
        ? [
            `Cherchez dans le journal de ${sender} pourquoi il a raccroché aussitôt : aucun codec commun, aucun port média, une file ou une application terminée.`,
            'Comparez offre et réponse : ce qui ne peut servir après le décroché s’y voit.',
          ]
        : []),
      ...(kind === 'caller'
        ? [
            `Si c’est fréquent, regardez le journal de ${sender} : une réponse qu’il ne peut pas employer fait raccrocher aussitôt un appelant, de même que les automates d’appel qui détectent les répondeurs.`,
            `Regardez si ${other} a décroché pour une personne ou comme messagerie.`,
          ]
        : []),
    ],
    limits: ({ kind }) =>
      kind === 'failure'
        ? ''
        : 'Les messages ne disent pas si c’est une personne ou une machine qui a raccroché, ni pourquoi.',
  } satisfies RuleWords<typeof answeredThenImmediateBye>,
  'bye-unanswered': {
    title: 'BYE sans réponse finale',
    message: ({ kind, client, server, sends, over }) =>
      kind === 'stalled'
        ? `${server} a pris le BYE de ${client} et n’a pas envoyé de réponse finale.`
        : `${client} a envoyé BYE ${times(sends)} en ${duration(over)}, et ${server} n’a jamais répondu.`,
    why: ({ server }) =>
      `${server} peut garder l’appel comme ouvert, et le facturer, jusqu’à ce qu’un session timer ou l’absence de média y mette fin.`,
    fix: ({ server, client, target, kind }) => [
      ...(kind === 'stalled'
        ? [`Regardez derrière ${server} : il a pris le BYE et n’a pas eu de réponse du saut suivant.`]
        : [
            `Comparez la Request-URI du BYE (${target}) avec le dernier Contact donné par ${server}, et sa Route avec le Record-Route de l’INVITE : derrière un NAT, l’un d’eux est souvent injoignable de l’extérieur.`,
          ]),
      `Vérifiez si ${server} a redémarré ou perdu son adresse pendant l’appel, et si une association NAT ou une session de pare-feu entre lui et ${client} s’est fermée.`,
      'Activez les session timers (RFC 4028) et un délai d’inactivité RTP, pour qu’un appel dont le BYE se perd se termine de lui-même.',
    ],
    limits: () =>
      'On ne voit pas ici si le BYE est arrivé de l’autre côté, seulement qu’aucune réponse n’est passée par ce point de capture.',
  } satisfies RuleWords<typeof byeUnanswered>,
  'call-dropped-32s': {
    title: 'Appel tombé après 32 secondes',
    message: (args) =>
      `${args.server} a raccroché ${duration(args.after)} après son 200 ${args.what === 'call' ? 'à l’appel' : 'au re-INVITE'}` +
      (args.copies > 1 ? `, qu’il avait envoyé ${times(args.copies)}` : '') +
      ' : c’est le temps pendant lequel il attend un ACK (64·T1).',
    why: () =>
      'Les usagers signalent que les appels tombent après une demi-minute, alors que les deux pouvaient parler jusque-là.',
    fix: (args) => [
      `Cherchez pourquoi aucun ACK du 200 n’atteint ${args.server} : le Contact du 200 et le Record-Route des proxys disent où il va.`,
      `Réglez l’adresse de signalisation externe de ${args.server}, ou activez la gestion du NAT devant lui.`,
      'Désactivez le SIP ALG des routeurs du chemin.',
    ],
    limits: (args) =>
      args.copies > 1
        ? ''
        : 'Le 200 n’a pas été répété ici ; que l’ACK manquant soit la raison, c’est ce que dit le BYE.',
  } satisfies RuleWords<typeof callDropped32s>,
  'cseq-disorder': {
    title: 'CSeq dans le désordre',
    message: ({ kind, method, client, server, cseq, other, before, status, named }) =>
      ({
        method: `${capitalize(the(method))} de ${client} a un CSeq pour ${named === '' ? 'aucune méthode' : named}.`,
        range: `${capitalize(the(method))} de ${client} a le numéro de CSeq ${cseq}, qui n’est pas inférieur à 2147483648.`,
        reused: `${client} a envoyé ${method} avec CSeq ${cseq}, le numéro de son ${other} dans le même dialogue${status === 500 ? `, et ${server} l’a refusé par 500` : ''}.`,
        backwards: `${client} a envoyé ${method} avec CSeq ${cseq} après son ${other} avec ${before}${status === 500 ? `, et ${server} l’a refusé par 500` : ''}.`,
        retry: `${client} a renvoyé son ${method} après ${status} avec le même CSeq ${cseq}.`,
      })[kind],
    why: ({ kind, status, method }) =>
      ({
        method: 'Les serveurs refusent une telle requête par 400, ou ne savent pas lui rattacher de réponses.',
        range: 'Les destinataires à nombres signés de 32 bits le lisent comme négatif ou le refusent.',
        reused: 'Le destinataire prend la seconde requête pour une répétition de la première, ou la refuse par 500.',
        backwards:
          status === 500
            ? `${capitalize(the(method))} a été refusé et n’a donc rien changé : l’autre côté garde l’ancien état de l’appel.`
            : 'Un destinataire qui suit les règles la refuse par 500.',
        retry:
          'Les serveurs qui comparent les numéros prennent le nouvel essai pour une répétition de l’ancien et renvoient le même refus.',
      })[kind],
    fix: ({ kind, client }) => [
      {
        method: `Faites écrire par ${client} dans CSeq la méthode de la première ligne : c’est une faute de son logiciel ou d’un script.`,
        range: `Faites commencer ${client} par un petit numéro de CSeq : il doit rester inférieur à 2147483648.`,
        reused: `Faites augmenter CSeq d’une unité par ${client} à chaque nouvelle requête du dialogue ; seuls ACK et CANCEL gardent le numéro de leur INVITE.`,
        backwards: `Cherchez un redémarrage ou une bascule de ${client} pendant cet appel : le CSeq d’un dialogue doit être sauvegardé avec lui.`,
        retry: `Faites augmenter CSeq d’une unité par ${client} quand il renvoie une requête. Dans Kamailio, la fonction uac_auth garde le numéro sauf si le module dialog le suit (track_cseq_updates).`,
      }[kind],
      ...(kind === 'reused' || kind === 'backwards'
        ? [
            'Cherchez un second programme qui envoie ses propres requêtes dans ce dialogue : un contrôleur de facturation, un serveur click-to-call, un session timer de proxy.',
          ]
        : []),
    ],
    limits: ({ kind }) =>
      kind === 'backwards' ? 'Une requête que le réseau remet en retard donnerait la même image.' : '',
  } satisfies RuleWords<typeof cseqDisorder>,
  'dialog-never-terminated': {
    title: 'Appel décroché sans fin',
    message: ({ kind, caller, callee, interval, silence }) =>
      kind === 'expired'
        ? `L’appel de ${caller} à ${callee} n’a été ni rafraîchi ni terminé : son session timer de ${interval} s a expiré, et son dernier signe date de ${duration(silence)}.`
        : `L’appel de ${caller} à ${callee} ne se termine jamais dans cette trace ; rien n’y a été signalé pendant ${duration(silence)}.`,
    why: ({ kind }) =>
      kind === 'expired'
        ? 'D’après son propre session timer, cet appel est mort, et aucun côté ne l’a libéré : des voies restent prises et la facturation peut continuer.'
        : 'Un appel auquel personne n’a mis fin garde ses voies et peut être facturé pendant des heures.',
    fix: ({ kind, caller, callee }) => [
      ...(kind === 'expired'
        ? [
            `Vérifiez si ${caller} et ${callee} gardent encore l’appel, et si celui qui doit le rafraîchir (refresher) fonctionne toujours.`,
            'Capturez sur le chemin que prennent BYE et rafraîchissement : sans Record-Route, ils ne passent pas par ce point.',
          ]
        : [
            `Demandez à ${caller} et à ${callee} leurs appels ouverts : si celui-ci n’y est plus, son BYE a pris un autre chemin que ce point de capture.`,
            'Activez les session timers (RFC 4028), pour qu’un appel dont la fin se perd ne puisse rester ouvert indéfiniment.',
          ]),
      'Réglez un délai d’inactivité RTP sur les serveurs et passerelles, pour qu’ils libèrent un appel dont le média s’est arrêté.',
    ],
    limits: ({ kind }) =>
      kind === 'expired'
        ? 'Un rafraîchissement ou un BYE qui aurait pris un autre chemin ne serait pas vu ici.'
        : 'L’appel a pu simplement continuer, ou son BYE a pu prendre un autre chemin.',
  } satisfies RuleWords<typeof dialogNeverTerminated>,
  'dialog-unknown-481': {
    title: 'Requête refusée par 481',
    message: ({ kind, method, client, server, differs, used, known }) =>
      ({
        crossing: `Le BYE de ${client} a croisé celui de l’autre côté ; ${server} y a donc répondu 481.`,
        repeated: `${client} a renvoyé un BYE après que le premier a mis fin au dialogue, et ${server} a répondu 481.`,
        ended: `${capitalize(the(method))} de ${client} est venu après la fin du dialogue, et ${server} a répondu 481.`,
        'late-cancel': `Le CANCEL de ${client} est venu après la réponse finale de ${server}, qui y a répondu 481.`,
        cancel: `${server} ne trouve aucun INVITE que le CANCEL de ${client} pourrait arrêter : 481.`,
        'late-prack': `Le PRACK de ${client} est venu après la réponse finale de ${server}, qui y a répondu 481.`,
        prack: `${server} ne connaît aucune réponse provisoire que le PRACK de ${client} acquitterait : 481.`,
        notify: `${server} ne connaît aucun abonnement pour le NOTIFY de ${client} : 481.`,
        subscribe: `${server} ne connaît pas l’abonnement que ${client} veut rafraîchir : 481.`,
        replaces: `${server} ne connaît pas l’appel que l’INVITE de ${client} doit remplacer : 481.`,
        tags:
          `${capitalize(the(method))} de ${client} a reçu 481 : ` +
          (differs === 'direction'
            ? `l’ordre de ses tags (${tagPair(used)}) est inversé, le dialogue a ${tagPair(known)}.`
            : differs === 'both-tags'
              ? `ses deux tags (${used.join(', ')}) diffèrent de ceux du dialogue, ${known.join(', ')}.`
              : `${theField(differs)} (${used.join(', ')}) diffère de celui du dialogue, ${known.join(', ')}.`),
        lost: `${server} ne connaît pas le dialogue ${of(the(method))} envoyé par ${client}, bien que son Call-ID et ses tags soient justes : 481.`,
      })[kind],
    why: ({ kind, method }) =>
      ({
        crossing: 'Rien n’est en panne : les deux côtés ont raccroché en même temps.',
        repeated: 'Rien n’est perdu : le dialogue était déjà terminé.',
        ended: 'Rien n’est perdu : le dialogue s’est terminé pendant que la requête était en route.',
        'late-cancel': 'Rien n’est perdu : l’INVITE avait déjà sa réponse finale.',
        cancel: 'L’appelé continue de sonner bien que l’appelant ait raccroché.',
        'late-prack': 'Rien n’est perdu : l’INVITE avait déjà sa réponse finale.',
        prack: 'La réponse provisoire reste sans acquittement ; l’appelé la répète et refuse l’appel après 32 s.',
        notify: 'Le destinataire n’a pas, ou plus, cet abonnement ; l’émetteur doit donc cesser.',
        subscribe: 'L’abonnement a disparu : l’abonné ne reçoit plus de notifications tant qu’il ne se réabonne pas.',
        replaces: 'Le transfert supervisé ou l’interception d’appel échoue.',
        tags: `${capitalize(the(method))} n’atteint pas le dialogue auquel il est destiné ; tôt ou tard, un côté reste dans un appel terminé.`,
        lost: `Un côté garde un appel que l’autre ne connaît pas, ou plus, et ce ${method} n’a pu rien y changer.`,
      })[kind],
    fix: ({ kind, server, client }) =>
      ({
        crossing: ['Rien à faire.'],
        repeated: [`Faites cesser ${client} après la réponse au premier BYE.`],
        ended: ['Rien à faire.'],
        'late-cancel': ['Rien à faire.'],
        cancel: [
          `Faites envoyer par ${client} le CANCEL avec la branche, la Request-URI, les tags et le numéro de CSeq de son INVITE, à la même adresse.`,
          `S’il y a plusieurs nœuds derrière ${server}, faites envoyer le CANCEL par le répartiteur au nœud qui a l’INVITE.`,
        ],
        'late-prack': ['Rien à faire.'],
        prack: [
          'Comparez le RAck du PRACK avec RSeq et CSeq de la réponse provisoire, et ses tags avec ceux du dialogue.',
        ],
        notify: [
          `Faites abandonner l’abonnement par ${client} quand il reçoit 481.`,
          `Vérifiez si ${server} a redémarré et perdu ses abonnements.`,
        ],
        subscribe: [
          `Faites réabonner ${client}, sans tag de To et avec un nouveau Call-ID.`,
          `Vérifiez si ${server} a redémarré ou laissé expirer l’abonnement.`,
        ],
        replaces: [
          `Comparez Call-ID et tags de Replaces avec l’appel que ${server} doit céder, les tags étant pris tels que cet hôte les voit.`,
        ],
        tags: [
          `Corrigez les tags dans ${client} : ils doivent être ceux du 2xx, celui de l’émetteur dans From.`,
          'Si un SBC ou un ALG s’interpose, capturez des deux côtés : il réécrit peut-être les tags dans un seul sens.',
        ],
        lost: [
          `Vérifiez si ${server} a redémarré, basculé ou mis fin à l’appel par un timer (expiration de session, absence de média) sans BYE.`,
          `S’il y a plusieurs nœuds derrière ${server}, répliquez les dialogues ou gardez un appel sur son nœud par Record-Route.`,
          'Comparez le chemin de cette requête à celui de l’INVITE : sans Record-Route, elle contourne le proxy qui connaît l’appel.',
        ],
      })[kind],
    limits: ({ kind }) =>
      kind === 'lost' ? 'La trace ne dit pas pourquoi le dialogue y est inconnu (redémarrage, timer, autre nœud).' : '',
  } satisfies RuleWords<typeof dialogUnknown481>,
  'multiple-2xx-forked': {
    title: 'Appel décroché plus d’une fois',
    message: ({ caller, devices, answers, apart, release, released, ...args }) =>
      (devices > 1
        ? `${devices} terminaux (${answerersOf({ ...args, devices })}) ont décroché l’INVITE de ${caller}, le second`
        : `${answerersOf({ ...args, devices })} a décroché l’INVITE de ${caller} ${times(answers)}, chaque fois avec un autre tag de To, la seconde`) +
      ` ${duration(apart)} après ${devices > 1 ? 'le premier' : 'la première'}` +
      {
        done: ` ; ${caller} a gardé un appel et libéré ${answers > 2 ? 'les autres' : 'l’autre'}.`,
        late: `, et l’appel en trop n’a été libéré que ${duration(released)} plus tard.`,
        left: ', et plus d’un des appels est resté ouvert.',
        unseen: '.',
      }[release],
    why: ({ release }) =>
      release === 'left' || release === 'late'
        ? 'Deux appelés sont connectés à la fois : l’un d’eux n’entend rien ou entend tout, et les deux appels sont facturés.'
        : 'Un appelé a décroché et on lui a raccroché au nez aussitôt ; souvent, c’est une messagerie ou un décroché automatique qui a été plus rapide.',
    fix: ({ caller, devices, release, ...args }) => [
      ...(release === 'left' || release === 'late'
        ? [
            `Faites acquitter chaque 200 par ${caller} et envoyer aussitôt BYE à tous sauf un${devices > 1 ? ` parmi ${answerersOf({ ...args, devices })}` : ''}.`,
          ]
        : []),
      ...(devices > 1
        ? [
            'Cherchez une messagerie vocale, un renvoi ou un décroché automatique sur l’un des terminaux qui sonnent ensemble, et désactivez-le.',
            'Faites annuler les autres branches par le proxy qui fait le fork dès que le premier 200 arrive, et vérifiez que le CANCEL les atteint sans retard.',
          ]
        : [
            `Cherchez derrière ${answerersOf({ ...args, devices })} un fork qu’il cache ; s’il n’y en a pas, réparez-le : un INVITE crée un seul dialogue.`,
          ]),
    ],
    limits: ({ release }) =>
      release === 'unseen'
        ? 'La capture s’arrête trop tôt pour montrer si l’appel en trop a été libéré.'
        : release === 'left'
          ? 'Un BYE qui aurait pris un autre chemin ne serait pas vu ici.'
          : '',
  } satisfies RuleWords<typeof multiple2xxForked>,
  'tag-problem': {
    title: 'Tag de From ou de To absent ou faux',
    message: ({ kind, method, sender, field, sent, expected, status }) =>
      ({
        from: `${capitalize(the(method))} de ${sender} n’a pas de tag de From.`,
        kept: `${sender} a renvoyé son ${method} avec le tag de To ${sent[0]} du refus.`,
        unanswered: `${capitalize(theMessage({ method, status }))} de ${sender} n’a pas de tag de To.`,
        changed: `${capitalize(theMessage({ method, status }))} de ${sender} ${sent.length === 0 ? `n’a pas de tag de ${field}` : `a le tag de ${field} ${sent[0]}`} là où sa requête ${expected[0] === undefined ? 'n’en a pas' : `a ${expected[0]}`}.`,
        swapped: `${capitalize(the(method))} de ${sender}, qui a décroché l’appel, porte les tags du côté appelant (${tagPair(sent)}) au lieu de ${tagPair(expected)}.`,
        untagged: `${capitalize(the(method))} de ${sender} n’a pas de tag de ${field}, et celui de son dialogue est ${expected[0]}.`,
      })[kind] +
      (status >= 300 && kind !== 'unanswered' && kind !== 'changed' ? ` Il a été refusé par ${status}.` : ''),
    why: ({ kind }) =>
      ({
        from: 'Les serveurs stricts refusent la requête par 400, et aucun dialogue ne se distingue d’un autre de même Call-ID.',
        kept: 'Le serveur cherche un dialogue avec ce tag, n’en trouve pas et refuse le nouvel essai par 481.',
        unanswered:
          'Les clients doivent s’en accommoder comme d’un serveur d’avant la RFC 3261, mais les forks ne se distinguent plus, et les plus stricts rejettent la réponse.',
        changed:
          'Le client ne peut pas rattacher la réponse à son dialogue ; tôt ou tard, un côté reste dans un appel terminé.',
        swapped:
          'Le destinataire ne connaît aucun dialogue avec ces tags dans cet ordre et répond 481 : l’appel reste ouvert d’un côté.',
        untagged: 'Le destinataire ne connaît pas ce dialogue et répond 481 : l’appel reste ouvert d’un côté.',
      })[kind],
    fix: ({ kind, sender, field }) => [
      {
        from: `Faites ajouter par ${sender} un tag à From dans chaque requête : mettez son logiciel à jour ou corrigez son script.`,
        kept: `Faites reprendre par ${sender} le To de son premier essai, sans tag, quand il réessaie après un refus.`,
        unanswered: `Faites ajouter par ${sender} un tag de To à chaque réponse sauf 100. Dans SIPp, écrivez dans la réponse la ligne [last_To:];tag=[pid]SIPpTag01[call_number] : [last_To:] apporte le nom du champ.`,
        changed: `Faites copier par ${sender} le champ ${field} de la requête dans la réponse, tag compris.`,
        swapped: `Faites échanger From et To par ${sender} quand il envoie des requêtes dans un appel qu’il a reçu : son propre tag va dans From.`,
        untagged: `Faites reprendre par ${sender} From et To du dialogue, avec leurs tags, dans chaque requête de l’appel.`,
      }[kind],
      'Si un B2BUA ou un SBC s’interpose, capturez des deux côtés : il convertit peut-être les tags dans un seul sens.',
    ],
  } satisfies RuleWords<typeof tagProblem>,
};
