/** French words of the rules about monitoring. */
import type { RuleWords } from '../../../rules/define.ts';
import type { optionsPingFailing } from '../../../rules/monitoring/options-ping-failing.ts';
import { duration, plural } from '../phrases.ts';

export const monitoring = {
  'options-ping-failing': {
    title: 'Ping OPTIONS qui échoue',
    message: ({ kind, client, server, pings, failed, inRow, downs, interval, down, recovered, status }) => {
      const what = {
        silent: plural(failed, 'n’a pas eu de réponse', 'n’ont pas eu de réponse'),
        refused: plural(failed, `a reçu ${status}`, `ont reçu ${status}`),
        'options-only': `${plural(failed, 'n’a pas eu de réponse', 'n’ont pas eu de réponse')}, alors que d’autres requêtes en ont eu`,
      }[kind];
      const end = recovered ? `, jusqu’à ce que ${server} réponde de nouveau après ${duration(down)}` : '';
      const often = downs > 1 ? ` Il est tombé ${downs} fois.` : '';
      const row = inRow > 1 ? `${inRow} d’affilée` : 'un seul à la fois';
      return `${failed} des ${pings} pings OPTIONS de ${client} vers ${server} (toutes les ${duration(interval)}) ${what}, ${row}${end}.${often}`;
    },
    why: ({ client, server }) =>
      `${client} tient ${server} pour hors service et ne lui envoie plus d’appels, ou leur joue un échec.`,
    fix: ({ kind, client, server, status }) =>
      ({
        silent: [
          `Vérifiez que ${server} fonctionne, écoute sur ce port et ce transport, et qu’aucun pare-feu ne s’interpose.`,
          `Vérifiez que ${server} accepte les requêtes de ${client} : beaucoup jettent sans rien dire celles de sources inconnues.`,
          'S’il est derrière un NAT, envoyez les pings plus souvent que le NAT n’oublie (25 s sur UDP).',
        ],
        refused: [
          status === 503
            ? `Regardez ${server} : par 503 il dit qu’il est surchargé, en maintenance, ou que ses passerelles sont hors service.`
            : `Regardez derrière ${server} : par 408 il dit que le saut suivant ne répond pas.`,
        ],
        'options-only': [
          `Faites répondre ${server} aux OPTIONS de ${client} : il répond aux autres requêtes, seul le ping le dit donc hors service.`,
          `Ou désactivez le ping dans ${client} (qualify, sonde du dispatcher, keep-alive du trunk).`,
        ],
      })[kind],
    limits: ({ kind }) => (kind === 'refused' ? '' : 'On ne voit pas ici si les pings sont arrivés au serveur.'),
  } satisfies RuleWords<typeof optionsPingFailing>,
};
