/** French words of the rules about overload. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { overloadControlViolated } from '../../../rules/overload/overload-control-violated.ts';
import { NAME_LIMIT, type serverOverload503 } from '../../../rules/overload/server-overload-503.ts';
import { duration, plural } from '../phrases.ts';
import { quoted } from './phrases.ts';

const CLIP = 80;

function said({ reason, noRoom }: Pick<ArgsOf<typeof serverOverload503>, 'reason' | 'noRoom'>): string {
  return noRoom ? `plus de place : ${reason}`.slice(0, CLIP) : reason;
}

export const overload = {
  'overload-control-violated': {
    title: 'Régulation de surcharge non respectée',
    message: ({ kind, client, server, oc, before, during, over, refused }) =>
      kind === 'not-reduced'
        ? `${server} a demandé à ${client} d’abandonner ${oc} % de ses requêtes, mais elles ont continué à ${during} par seconde pendant ${duration(over)} ; avant, c’était ${before}.`
        : `${server} emploie la régulation de surcharge avec d’autres, mais a envoyé ${plural(refused, 'un 503', `${refused} réponses 503`)} avec Retry-After à des clients qui n’y participent pas, en dernier à ${client}.`,
    why: ({ kind }) =>
      kind === 'not-reduced'
        ? 'Le serveur tombe sous une charge dont il avait demandé à être épargné, et tous les appels qui y passent échouent.'
        : 'Un client qui respecte Retry-After n’envoie plus rien du tout pendant ce délai : la charge oscille entre tout et rien.',
    fix: ({ kind, client, server }) =>
      kind === 'not-reduced'
        ? [
            `Faites abandonner ou rerouter par ${client} la part de nouvelles requêtes que ${server} demande, jusqu’à ce que la consigne expire.`,
            `Si ${client} ne sait pas le faire, ne lui faites pas annoncer « oc » dans son Via.`,
            'Si un proxy s’interpose, il doit retirer la consigne et réduire lui-même (RFC 7339 §5.1).',
          ]
        : [`Faites envoyer par ${server} des 503 sans Retry-After aux clients qui n’annoncent pas « oc ».`],
    limits: ({ kind }) =>
      kind === 'not-reduced'
        ? 'Si le client avait plus d’appels à envoyer à ce moment, il a pu en abandonner et en envoyer tout autant.'
        : '',
  } satisfies RuleWords<typeof overloadControlViolated>,
  'server-overload-503': {
    title: 'Serveur qui refuse par 503',
    message: ({ kind, server, refused, finals, over, targets, clients, ...args }) =>
      `${server} a répondu 503 à ${refused} des ${finals} requêtes en ${duration(over)}` +
      (kind === 'one-target'
        ? `, toutes pour ${plural(targets, 'la même cible', `${targets} cibles`)}`
        : `, venant ${plural(clients, 'd’un seul client', `de ${clients} clients${clients < NAME_LIMIT ? '' : ' ou plus'}`)}`) +
      (args.reason === '' ? '.' : ` ; la raison qu’il donne est ${quoted(said(args))}.`),
    why: ({ kind }) =>
      kind === 'one-target'
        ? 'Personne n’atteint cette destination par ce serveur.'
        : 'Les appelants entendent un échec ou attendent la route suivante, et chaque nouvel essai ajoute à la charge.',
    fix: ({ kind, server, withRetryAfter, ...args }) => [
      ...(kind === 'reason'
        ? [
            `Fiez-vous à la raison qu’il donne (${said(args)}) : elle dit s’il manque des voies, des licences, des passerelles ou une route.`,
          ]
        : []),
      ...(kind === 'one-target'
        ? [
            `Vérifiez sur ${server} la route et la passerelle de cette destination : un proxy répond 503 quand toutes ses passerelles sont hors service ou interdites.`,
          ]
        : [
            `Regardez ${server} : processeur, limites de voies et de licences, mode maintenance, et si les passerelles derrière lui fonctionnent.`,
            'Faites basculer les clients vers un autre serveur du domaine (DNS SRV, second trunk) après un 503.',
          ]),
      ...(withRetryAfter > 0
        ? [
            'Retry-After met tout le serveur hors service pour chaque client qui le respecte : employez la régulation de surcharge (RFC 7339) là où les deux côtés le peuvent.',
          ]
        : []),
      'Un proxy ne doit pas transmettre le 503 d’un serveur derrière lui, mais le changer en 500 (RFC 3261 §16.7).',
    ],
    limits: ({ reason }) =>
      reason === ''
        ? 'Ses réponses ne disent pas pourquoi le serveur ne peut pas servir (charge, limites, maintenance, passerelles derrière lui).'
        : '',
  } satisfies RuleWords<typeof serverOverload503>,
};
