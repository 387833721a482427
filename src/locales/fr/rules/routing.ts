/** French words of the rules about routing. */
import { clip } from '../../../rules/clip.ts';
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { forwardLoop } from '../../../rules/routing/forward-loop.ts';
import type { globalFailureNotHonoured } from '../../../rules/routing/global-failure-not-honoured.ts';
import type { loopDetected } from '../../../rules/routing/loop-detected.ts';
import type { redirectNotFollowed } from '../../../rules/routing/redirect-not-followed.ts';
import { MAX_BREADTH, type tooManyHops } from '../../../rules/routing/too-many-hops.ts';
import { capitalize } from '../../phrases.ts';
import { count, duration, the, times } from '../phrases.ts';

function chainOf({ chain, more }: Pick<ArgsOf<typeof forwardLoop>, 'chain' | 'more'>): string {
  return chain.join(', puis ') + (more > 0 ? ', et d’autres' : '');
}

export const routing = {
  'forward-loop': {
    title: 'Renvoi d’appel qui revient en arrière',
    message: (args) =>
      ({
        circle: `Le champ ${args.field} de l’INVITE envoyé par ${args.host} nomme ${args.party} deux fois dans une même chaîne de renvois : ${chainOf(args)}.`,
        redirected: `${args.host} a redirigé l’appel vers ${args.party}, qui avait déjà été appelé : ${chainOf(args)}.`,
        long: `L’appel envoyé par ${args.host} a été renvoyé ${times(args.count)} d’après son champ ${args.field} : ${chainOf(args)}.`,
      })[args.kind],
    why: (args) =>
      args.kind === 'long'
        ? 'Chaque renvoi coûte du temps et peut-être de l’argent, et la plupart des réseaux coupent la chaîne à cinq.'
        : 'L’appel va de l’un à l’autre jusqu’à ce qu’un réseau le coupe ; personne ne peut répondre.',
    fix: (args) => [
      args.kind === 'long'
        ? `Examinez tour à tour le renvoi de chaque correspondant (${chainOf(args)}), et renvoyez directement au dernier.`
        : `Retirez l’un des renvois de ce cercle : ${chainOf(args)}.`,
      'Cherchez des règles de follow-me ou de groupe qui contiennent l’usager lui-même, et un PBX et un opérateur qui se renvoient l’appel.',
      'Fixez une limite de cinq renvois sur le PBX ou le SBC.',
    ],
    limits: (args) =>
      args.kind === 'circle'
        ? 'Un correspondant qui renvoie selon l’heure ou l’appelant peut être nommé deux fois à bon droit.'
        : '',
  } satisfies RuleWords<typeof forwardLoop>,
  'global-failure-not-honoured': {
    title: '6xx qui n’a pas mis fin à la recherche',
    message: (args) =>
      `${args.refuser} a refusé l’appel pour toutes les cibles par ${args.status}, et ${args.client} ` +
      {
        'new-branch': `a appelé ${args.other} ${duration(args.after)} plus tard.`,
        'still-ringing': `a laissé ${args.other} sonner encore pendant ${duration(args.after)}.`,
        'lower-class': `a transmis à la place le ${args.chosen} de ${args.other}.`,
      }[args.kind],
    why: (args) =>
      args.kind === 'lower-class'
        ? 'L’appelant en apprend moins que ce que l’appelé a dit, et son côté peut réessayer là où personne ne veut de l’appel.'
        : 'L’appelé a refusé l’appel pour tous ses terminaux, et d’autres terminaux sonnent malgré tout.',
    fix: (args) => [
      `Si l’appelé ne doit plus être appelé, faites respecter 6xx par ${args.client} : annuler les autres branches et n’en ouvrir aucune (dans Kamailio, disable_6xx_block de tm reste désactivé).`,
      `Si la recherche doit continuer, faites répondre ${args.refuser} par un 4xx (486 pour occupé, 480 pour un refus), ou traduisez son ${args.status} en bordure.`,
    ],
    limits: (args) =>
      args.kind === 'lower-class' ? '' : 'Continuer la recherche après un 6xx peut être la politique de cet élément.',
  } satisfies RuleWords<typeof globalFailureNotHonoured>,
  'loop-detected': {
    title: 'Requête qui tourne en rond',
    message: (args) =>
      ({
        circle: `L’INVITE pour ${args.target} est passé de ${args.client} à ${args.server} ${times(args.passes)}, à ${duration(args.round)} d’intervalle, chaque fois avec la même cible.`,
        said: `${args.server} a refusé par 482 l’INVITE de ${args.client} pour ${args.target} : il avait déjà vu cette requête.`,
        merged: `${args.server} a refusé par 482 une seconde copie de l’INVITE pour ${args.target} : il avait reçu la première par un autre chemin.`,
      })[args.kind],
    why: (args) =>
      args.kind === 'merged'
        ? 'Une copie de l’appel est refusée ; l’autre continue, si bien que les usagers ne remarquent rien.'
        : 'L’appel ne peut joindre personne, et chaque appel de ce genre coûte à chaque serveur des dizaines de requêtes.',
    fix: (args) =>
      args.kind === 'merged'
        ? [
            `Faites envoyer l’appel par un seul chemin par ${args.client} ou les proxys devant lui, si deux chemins mènent à ${args.server}.`,
            'Un timer qui passe trop tôt au serveur suivant donne la même image : attendez plus longtemps avant de basculer.',
          ]
        : [
            `Faites connaître comme local sur ${args.server} le domaine ou le numéro de ${clip(args.target)} (alias, liste de domaines, plan de numérotation) : il renvoie l’appel parce qu’il ne le prend pas pour le sien.`,
            `Cherchez des routes par défaut de ${args.client} et ${args.server} qui pointent l’une vers l’autre, et un renvoi d’appel qui revient en arrière.`,
            'Faites détecter les boucles par les proxys (RFC 5393), et envoyez les requêtes avec Max-Forwards 70.',
          ],
    limits: (args) =>
      args.kind === 'said' ? 'Les sauts par lesquels la requête est revenue ne sont pas dans cette trace.' : '',
  } satisfies RuleWords<typeof loopDetected>,
  'redirect-not-followed': {
    title: 'Redirection non suivie',
    message: (args) =>
      ({
        ignored: `${args.server} a redirigé l’appel vers ${args.target} par ${args.status}, et ${args.client} n’y a pas appelé en ${duration(args.waited)}.`,
        'no-target': `${args.server} a redirigé l’appel par ${args.status} sans donner de Contact, et l’appel s’est arrêté là.`,
        'same-target': `${args.server} a redirigé l’appel par ${args.status} vers ${args.target}, l’adresse appelée, et l’appel s’est arrêté là.`,
      })[args.kind],
    why: () =>
      'L’appel échoue bien que sa cible soit connue : un renvoi qui marche pour certains appelants ne marche pas pour celui-ci.',
    fix: (args) => [
      ...(args.kind === 'ignored'
        ? [
            `Faites suivre les redirections par ${args.client} (bien des PBX et trunks l’interdisent par défaut), ou par son proxy.`,
            `Ou faites renvoyer l’appel par ${args.server} lui-même, comme nouvel INVITE avec Diversion ou History-Info.`,
          ]
        : [
            `Faites mettre par ${args.server} la nouvelle adresse dans le Contact de son ${args.status} ; il n’y a rien qu’un appelant puisse suivre.`,
          ]),
      `Si ${args.server} ne doit pas rediriger du tout, cherchez-y un réglage de renvoi ou de surcharge.`,
    ],
    limits: (args) =>
      args.kind === 'ignored'
        ? 'Un appelant qui suit avec un nouveau Call-ID apparaît comme un autre appel de ce rapport.'
        : '',
  } satisfies RuleWords<typeof redirectNotFollowed>,
  'too-many-hops': {
    title: 'Requête à court de sauts',
    message: (args) =>
      ({
        refused: `${args.server} a refusé par 483 ${the(args.method)} de ${args.client} : plus aucun saut ne restait après ${args.hops}.`,
        breadth: `${args.server} a refusé par 440 ${the(args.method)} de ${args.client} : il avait été dupliqué vers trop de cibles.`,
        low: `${capitalize(the(args.method))} de ${args.client} à ${args.server} n’a plus que ${count(args.left, 'saut', 'sauts')}.`,
        first: `${args.client} envoie son ${args.method} avec Max-Forwards ${args.left} ; 70 est habituel.`,
      })[args.kind],
    why: (args) =>
      args.kind === 'refused' || args.kind === 'breadth'
        ? 'La requête meurt en chemin ; personne n’a été interrogé.'
        : 'Quelques hôtes de plus sur le chemin, par un renvoi par exemple, et l’appel est refusé par 483.',
    fix: (args) =>
      ({
        refused: [
          args.hops > 10
            ? 'Cherchez un cercle : la liste des Via de cette requête montre quels hôtes se répètent.'
            : `Faites envoyer Max-Forwards 70 par l’appelant : cette requête n’avait passé que ${count(args.hops, 'hôte', 'hôtes')}.`,
          `Cherchez des routes qui reviennent en arrière, d’abord sur ${args.client} et ${args.server}.`,
        ],
        breadth: [
          `Appelez moins de cibles à la fois : une requête peut être dupliquée vers ${MAX_BREADTH} cibles en tout, sauf si Max-Breadth en permet plus.`,
          'Cherchez des groupes qui se contiennent l’un l’autre.',
        ],
        low: [
          `Cherchez où sont passés ses sauts : elle est arrivée à ${args.server} avec ${args.left} restants et ${args.hops} dans la liste des Via.`,
          'Faites envoyer Max-Forwards 70 par le terminal qui commence l’appel, ou par le B2BUA devant ce segment.',
        ],
        first: [
          `Faites envoyer par ${args.client} Max-Forwards 70, la valeur recommandée.`,
          'S’il poursuit le compte d’un autre segment, regardez comment celui-là a commencé.',
        ],
      })[args.kind],
  } satisfies RuleWords<typeof tooManyHops>,
};
