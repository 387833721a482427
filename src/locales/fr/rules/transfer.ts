/** French words of the rules about transfers. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import { NOT_TAKEN, type transferFailed } from '../../../rules/transfer/transfer-failed.ts';
import { duration } from '../phrases.ts';

/** What to do about a REFER that was refused, by code. */
function refusalRemedy({ client, server, status }: ArgsOf<typeof transferFailed>): string {
  if (status === 481 || status === 404)
    return `Vérifiez où ${client} a envoyé son REFER : au Contact de l’appel, avec ses tags et sa Route.`;
  if (status === 420 || status === 400 || status === 416)
    return `Comparez le Refer-To avec ce que ${server} accepte : une URI sip entre chevrons, Replaces étant échappé.`;
  return `Autorisez REFER sur ${server} (dans bien des produits : autoriser le transfert), ou désactivez le transfert par REFER dans ${client} : les trunks l’interdisent souvent par ${status}.`;
}

export const transfer = {
  'transfer-failed': {
    title: 'Transfert échoué',
    message: ({ kind, client, server, status, phrase, target, attended, waited }) => {
      const answer = `${status}${phrase === '' ? '' : ` ${phrase}`}`;
      const where = target === '' ? '' : ` vers ${target}`;
      const what = attended ? 'le transfert supervisé' : 'le transfert';
      return {
        refused: `${server} a refusé ${what}${where} que ${client} demandait par REFER : ${answer}.`,
        target: `${what.replace('le', 'Le')}${where} que ${client} avait demandé à ${server} a échoué : son NOTIFY rapporte ${answer}.`,
        unreported: `${server} a accepté par ${status} ${what}${where} et n’a envoyé à ${client} aucun NOTIFY à ce sujet pendant ${duration(waited)}.`,
        replaces: `${server} a refusé l’appel par lequel ${client} devait prendre la place d’un autre : ${answer}.`,
      }[kind];
    },
    why: ({ kind }) =>
      ({
        refused:
          'L’usager a pressé transfert et rien ne s’est passé ; les deux correspondants restent où ils sont, souvent en attente.',
        target:
          'L’appelant n’obtient pas la personne promise, et reste en attente jusqu’à ce que quelqu’un reprenne l’appel.',
        unreported:
          'Celui qui transfère ne sait pas si cela a marché : le téléphone garde l’appel, ou lâche un appelant qui n’est allé nulle part.',
        replaces: 'L’appelant et la cible restent dans deux appels qui devaient n’en faire qu’un.',
      })[kind],
    fix: (args) => {
      const { kind, client, server, target, status, attended } = args;
      const bridge =
        'Faites faire le transfert par le PBX ou le SBC intermédiaire lui-même (comme B2BUA) au lieu de relayer REFER.';
      return {
        refused: [refusalRemedy(args), bridge],
        target: NOT_TAKEN.includes(status)
          ? [
              'Reprenez l’appelant : la cible a été jointe et n’a pas pris l’appel.',
              `Faites reprendre par ${client} de lui-même le premier appel quand le NOTIFY rapporte un échec.`,
            ]
          : [
              ...(attended
                ? [
                    'Comparez le Replaces de Refer-To avec Call-ID et tags du second appel tels que son autre bout les connaît : derrière un B2BUA, chaque segment a les siens.',
                  ]
                : []),
              `Vérifiez que ${server} peut appeler ${target === '' ? 'l’adresse de Refer-To' : target} : format de numéro, domaine et plan de numérotation sont ceux du côté transféré, non de celui qui transfère.`,
              bridge,
            ],
        unreported: [
          `Faites rapporter par ${server} dans un NOTIFY (Event: refer) ce que devient le nouvel appel, ou faites-lui dire Refer-Sub: false.`,
          `Vérifiez que son NOTIFY peut atteindre ${client} : il va au Contact du REFER.`,
        ],
        replaces: [
          `Comparez Call-ID et tags de Replaces (${target}) avec l’appel que ${server} doit céder : to-tag est le sien, et derrière un B2BUA chaque segment en a d’autres.`,
          'Si cet appel venait de se terminer, le transfert est venu trop tard : faites transférer le téléphone avant qu’il ne raccroche le second appel.',
          bridge,
        ],
      }[kind];
    },
    limits: ({ kind }) =>
      kind === 'replaces'
        ? 'L’appel à remplacer a un autre Call-ID : s’il a été capturé, il apparaît comme un autre appel de ce rapport.'
        : kind === 'refused'
          ? ''
          : kind === 'target'
            ? 'Le nouvel appel a d’ordinaire son propre Call-ID : s’il a été capturé, il apparaît comme un autre appel de ce rapport, avec ce qui l’a fait échouer.'
            : 'Le nouvel appel a d’ordinaire son propre Call-ID et apparaît comme un autre appel de ce rapport : il a fort bien pu réussir.',
  } satisfies RuleWords<typeof transferFailed>,
};
