/** French words of the rules about reliable provisional responses. */
import type { RuleWords } from '../../../rules/define.ts';
import type { prackMissing } from '../../../rules/prack/prack-missing.ts';
import type { prackRejected } from '../../../rules/prack/prack-rejected.ts';
import type { prackRseqDisorder } from '../../../rules/prack/prack-rseq-disorder.ts';
import type { rel100NegotiationFailed } from '../../../rules/prack/rel100-negotiation-failed.ts';
import { capitalize } from '../../phrases.ts';
import { duration, times } from '../phrases.ts';
import { quoted, theMessage } from './phrases.ts';

export const prack = {
  'prack-missing': {
    title: 'Réponse provisoire fiable sans PRACK',
    message: ({ kind, client, server, status, rseq, cseq, copies, lasted, sent }) => {
      const repeated = `${server} a envoyé son ${status} fiable (RSeq ${rseq}) ${times(copies)} en ${duration(lasted)}`;
      return {
        absent: `${repeated}, et ${client} n’a pas envoyé de PRACK.`,
        unmatched: `${repeated}, et le PRACK de ${client} acquitte ${sent === '' ? 'autre chose que' : `${sent} au lieu de`} ${rseq} ${cseq} INVITE.`,
        lost: `${repeated} parce que le PRACK de ${client} est allé à ${sent}, où personne n’y a répondu.`,
        ignored: `${repeated} bien qu’il ait répondu au PRACK de ${client}.`,
      }[kind];
    },
    why: ({ kind, final }) =>
      final >= 300
        ? `Le serveur a attendu le PRACK puis a refusé l’appel par ${final}.`
        : kind === 'ignored'
          ? 'L’appelant doit acquitter la même réponse encore et encore ; certains appelants mettent fin à un tel appel.'
          : 'Sans PRACK, le serveur refuse l’appel après 64·T1 (32 s) ; là où la réponse apportait un SDP, il ne peut faire décrocher avant le PRACK.',
    fix: ({ kind, client, server, contact, sent }) => [
      {
        absent: `Vérifiez que ${client} peut envoyer au Contact de la réponse (${contact || 'absent'}) : le PRACK y va, par le route set, et non là où l’INVITE est allé.`,
        unmatched: `Comparez le RAck du PRACK (${sent || 'vide'}) avec RSeq et le numéro de CSeq de la réponse : un B2BUA qui renumérote l’un doit renuméroter l’autre, et chaque tag de To compte pour lui-même.`,
        lost: `Le PRACK est allé à ${sent} : réglez l’adresse de signalisation externe de ${server}, ou ajoutez Record-Route sur le proxy intermédiaire.`,
        ignored: `${server} a répondu au PRACK et continue de répéter : mettez son logiciel à jour.`,
      }[kind],
      `Désactivez 100rel d’un côté : dans ${client}, retirez-le de Supported ; ou dans ${server}, ne l’exigez pas.`,
      'Si un SBC s’interpose, vérifiez qu’il transmet PRACK, Require et RSeq, ou qu’il retire 100rel de l’INVITE.',
    ],
    limits: ({ kind }) => (kind === 'absent' ? 'Un PRACK qui aurait pris un autre chemin ne serait pas vu ici.' : ''),
  } satisfies RuleWords<typeof prackMissing>,
  'prack-rejected': {
    title: 'PRACK refusé',
    message: ({ client, server, status, phrase, rack }) =>
      `${server} a refusé le PRACK de ${client} (RAck ${rack === '' ? 'absent' : rack}) par ${status}${phrase === '' ? '' : ` ${phrase}`}.`,
    why: ({ answered }) =>
      answered
        ? 'L’appel a été décroché tout de même, mais le serveur continue de répéter sa réponse, et le SDP du PRACK est perdu.'
        : 'La réponse provisoire reste sans acquittement : le serveur la répète et refuse l’appel après 32 s.',
    fix: ({ client, server, status, rack }) => [
      status === 401 || status === 407
        ? `Faites accepter PRACK par ${server} sans nouveau défi, ou faites-y mettre par ${client} les identifiants de l’INVITE.`
        : status === 481
          ? `Comparez RAck (${rack}) et les tags du PRACK avec RSeq, le numéro de CSeq et le tag de To de la réponse : avec un fork, chaque tag de To a ses propres numéros.`
          : status === 488 || status === 606
            ? `L’offre SDP dans le PRACK de ${client} est refusée : offrez les codecs que le dialogue précoce emploie, ou envoyez l’offre dans un UPDATE.`
            : `Lisez la phrase et le journal de ${server} : il n’accepte pas ce PRACK.`,
      'Désactivez 100rel d’un côté si les équipements ne peuvent s’entendre.',
    ],
  } satisfies RuleWords<typeof prackRejected>,
  'prack-rseq-disorder': {
    title: 'RSeq ou RAck dans le désordre',
    message: ({ kind, sender, value, before, ...sent }) => {
      const what = `${capitalize(theMessage(sent))} de ${sender}`;
      return {
        gap: `${what} a le RSeq ${value} après ${before} ; ce doit être un de plus.`,
        repeated: `${what} a de nouveau le RSeq ${value}, celui d’une réponse antérieure au même INVITE.`,
        falling: `${what} a le RSeq ${value} après ${before} ; ce doit être un de plus.`,
        second: `${sender} a envoyé sa seconde réponse fiable (RSeq ${value}) avant le PRACK de la première (RSeq ${before}).`,
        start: `La première réponse fiable de ${sender} a le RSeq ${value}, qui n’est pas entre 1 et 2147483647.`,
        number: `${what} a un RSeq qui n’est pas un nombre : ${quoted(value)}.`,
        trying: `${sender} a envoyé un 100 avec RSeq ${value} ; un 100 n’est jamais fiable.`,
        rack: `Le PRACK de ${sender} a un RAck illisible : ${quoted(value)}.`,
        cseq: `Le PRACK de ${sender} acquitte ${value}, et la réponse est ${before}.`,
        answer: `${sender} a décroché l’INVITE avant le PRACK de sa réponse fiable avec SDP (RSeq ${value}).`,
      }[kind];
    },
    why: ({ kind }) =>
      ({
        gap: 'L’appelant attend le numéro manquant et n’acquitte rien après lui ; le serveur refuse alors l’appel.',
        repeated: 'L’appelant prend la réponse pour une répétition de la précédente et ignore ce qu’elle a de nouveau.',
        falling: 'L’appelant ignore la réponse ; le serveur la répète donc et refuse l’appel après 32 s.',
        second:
          'L’appelant ne peut savoir laquelle des deux était la première ; il peut en ignorer une, qui est alors répétée pendant 32 s.',
        start: 'Les appelants qui lisent le nombre comme signé le refusent, et la réponse n’est jamais acquittée.',
        number: 'L’appelant ne peut acquitter la réponse ; le serveur la répète et refuse l’appel après 32 s.',
        trying: 'Un 100 ne va que de saut en saut : personne ne peut l’acquitter.',
        rack: 'Le serveur ne sait pas ce qui est acquitté : il refuse le PRACK et continue de répéter.',
        cseq: 'Le serveur ne trouve aucune réponse qui convienne : il refuse le PRACK par 481 et continue de répéter.',
        answer:
          'L’offre et la réponse SDP de la réponse fiable sont encore en suspens au décroché : le média peut ne pas s’établir.',
      })[kind],
    fix: ({ kind, sender, before }) => {
      const count = `Faites augmenter RSeq d’une unité par ${sender} à chaque nouvelle réponse fiable, à partir d’un nombre aléatoire inférieur à 2147483648 : mettez son logiciel à jour.`;
      return [
        {
          gap: count,
          repeated: count,
          falling: count,
          start: count,
          number: count,
          rack: `Faites former RAck par ${sender} avec RSeq, le numéro de CSeq et la méthode de la réponse : mettez son logiciel à jour.`,
          cseq: `Faites citer ${before} par ${sender} dans RAck : un B2BUA qui renvoie l’INVITE après 401 ou 407 doit aussi renuméroter RAck.`,
          second: `Faites retenir par ${sender} sa seconde réponse fiable jusqu’à ce que le PRACK de la première soit venu.`,
          answer: `Faites retenir par ${sender} son 2xx jusqu’à ce que le PRACK soit venu.`,
          trying: `Faites envoyer 100 par ${sender} sans RSeq et sans Require: 100rel.`,
        }[kind],
        'Si un B2BUA s’interpose, capturez des deux côtés : il doit compter de chaque côté séparément.',
      ];
    },
  } satisfies RuleWords<typeof prackRseqDisorder>,
  'rel100-negotiation-failed': {
    title: 'Pas d’accord sur 100rel',
    message: ({ kind, client, server, status, retried }) =>
      ({
        refused: `${server} a refusé l’INVITE de ${client} par 420 parce qu’il ne prend pas en charge 100rel, que l’INVITE exige`,
        demanded: `${server} a refusé l’INVITE de ${client} par 421 parce qu’il tient à 100rel, que l’INVITE n’offre pas`,
        unreliable: `La réponse ${status} à INVITE de ${server} n’est pas fiable bien que l’INVITE de ${client} exige 100rel`,
        unasked: `La réponse ${status} à INVITE de ${server} est fiable bien que l’INVITE de ${client} n’annonce pas 100rel`,
      })[kind] + (retried ? ' ; l’essai suivant en a tenu compte.' : '.'),
    why: ({ kind, retried, answered }) =>
      retried
        ? 'Un second essai a trouvé un accord : il coûte un aller-retour à chaque appel.'
        : {
            refused: 'L’appel échoue bien que les deux côtés soient là.',
            demanded: 'L’appel échoue bien que les deux côtés soient là.',
            unreliable: answered
              ? 'L’appel a abouti ; un appelant qui attend une réponse fiable peut y mettre fin, et une sonnerie perdue passe inaperçue.'
              : 'Un appelant qui tient à 100rel peut ignorer cette réponse et en attendre une fiable.',
            unasked:
              'L’appelant ne connaît pas PRACK ; le serveur répète donc sa réponse pendant 32 s puis refuse l’appel.',
          }[kind],
    fix: ({ kind, client, server }) => [
      {
        refused: `Faites citer 100rel par ${client} dans Supported, non dans Require : il est alors employé là où les deux l’ont.`,
        demanded: `Activez 100rel dans ${client}, ou faites en sorte que ${server} s’en passe sur ce trunk.`,
        unreliable: `Faites envoyer par ${server} RSeq et Require: 100rel dans ses réponses provisoires, ou faites-lui refuser l’INVITE par 420.`,
        unasked: `Faites envoyer par ${server} des réponses provisoires ordinaires aux appelants qui n’annoncent pas 100rel dans Supported.`,
      }[kind],
      'Si un SBC s’interpose, alignez son réglage 100rel des deux côtés : il retire peut-être le champ d’en-tête dans un seul sens.',
    ],
  } satisfies RuleWords<typeof rel100NegotiationFailed>,
};
