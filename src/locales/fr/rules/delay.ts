/** French words of the rules about delays. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { postDialDelayHigh } from '../../../rules/delay/post-dial-delay-high.ts';
import type { tryingLate } from '../../../rules/delay/trying-late.ts';
import { duration, times } from '../phrases.ts';

type Delayed = ArgsOf<typeof postDialDelayHigh>;

function partName({ kind, host, ms, status, line }: Delayed['parts'][number]): string {
  const time = duration(ms);
  const result = line === '' ? (status === 0 ? 'pas de réponse' : 'rien que 100') : line;
  return {
    try: `${time} pour ${host} (${result})`,
    challenge: `${time} pour le défi de ${host}`,
    'first-response': `${time} jusqu’au ${status} de ${host}`,
    sign: `${time} jusqu’au ${status}`,
  }[kind];
}

export const delay = {
  'post-dial-delay-high': {
    title: 'Long silence après la numérotation',
    message: (args) =>
      `${args.client} n’a rien entendu pendant ${duration(args.delay)} après la numérotation, jusqu’au ${args.sign} : ` +
      `${args.parts.map(partName).join(', ')}${args.more > 0 ? ', et d’autres' : ''}.`,
    why: () =>
      'Les appelants prennent une ligne muette pour une ligne morte : après quelques secondes, ils raccrochent et recomposent.',
    fix: (args) =>
      ({
        tries: [
          `Retirez ${args.slow} de la route, ou sondez-le par OPTIONS, pour qu’aucun appel ne l’attende.`,
          'Raccourcissez le délai après lequel la route suivante est essayée : 2 à 5 s sans réponse suffisent.',
        ],
        trying: [
          `Cherchez ce que fait ${args.slow} avant sa première réponse : DNS, ENUM, base de données ou requête HTTP ; il devrait d’abord envoyer 100.`,
          'Si l’INVITE a été envoyé plus d’une fois, cherchez des pertes sur le chemin jusqu’à lui.',
        ],
        challenge: [
          `Faites envoyer aussitôt ses identifiants par l’appelant, ou faites-le répondre au défi de ${args.slow} sans interroger l’usager.`,
        ],
        beyond: [
          `Capturez derrière ${args.slow} : ce qu’il attend n’est pas visible ici. Des passerelles de premier choix mortes, des interrogations de numéros et le paging des mobiles prennent ce temps.`,
          'Si seules certaines destinations sont lentes, et qu’elles sont mobiles ou à l’étranger, c’est le temps que prend leur réseau.',
          'Faites envoyer par ce serveur un 183 avec une tonalité, ou un 180 plus tôt, si le silence ne peut être raccourci.',
        ],
      })[args.most],
    limits: (args) =>
      args.most === 'beyond'
        ? 'Les réseaux téléphoniques et mobiles peuvent prendre plusieurs secondes à eux seuls ; mesuré là où cette capture a été faite.'
        : 'Mesuré là où cette capture a été faite.',
  } satisfies RuleWords<typeof postDialDelayHigh>,
  'trying-late': {
    title: 'Serveur dont la première réponse tarde',
    message: (args) =>
      `${args.server} a donné sa première réponse (${args.status}) ${duration(args.after)} après l’INVITE de ${args.client}, qui avait alors été envoyé ${times(args.copies)} ; ` +
      `même si seule la dernière copie est arrivée, il a mis ${duration(args.atLeast)}, sans compter ${duration(args.roundTrip)} d’aller-retour.`,
    why: () =>
      'Un serveur qui n’a pas d’autre réponse avant 200 ms doit envoyer 100. Sans lui, l’appelant répète son INVITE après 500 ms, puis à intervalles doublés : plus de travail pour un serveur déjà lent.',
    fix: (args) => [
      `Faites envoyer 100 par ${args.server} avant qu’il ne route l’appel (en tête du script : t_newtran dans OpenSIPS, t_newtran puis t_reply avec 100 dans Kamailio).`,
      'Cherchez ce qui bloque ses processus : une requête de base de données, LDAP, DNS ou HTTP dans le script de routage, ou trop peu de processus.',
      'Si toutes ses réponses sont lentes à ce moment, regardez son processeur et sa charge.',
    ],
    limits: () => 'Le temps d’aller-retour est celui d’une autre transaction de cet appel, non de celle-ci.',
  } satisfies RuleWords<typeof tryingLate>,
};
