/** What a drafted file of expectations says of itself, in its comments: above everything, and above the names of its settings. */
import type { DraftWords } from '../../cli.ts';

export const draft: DraftWords = {
  head: [
    'Ce qu’une trace doit montrer : « sipsleuth expect CE-FICHIER capture.pcap » le vérifie.',
    'Ébauche tirée d’une trace ; rayez ce qui n’est pas obligatoire, et élargissez ce qui peut varier.',
  ],
  comments: {
    select: 'Quels appels sont visés : « = » devant veut dire exactement cela, sans lui une partie du texte suffit.',
    count: 'Combien il doit y en avoir ; « >= 1 » ou « 2..5 » laissent de la marge.',
    outcome: 'Une liste veut dire l’un d’eux.',
    sequence: 'Réponses du côté de l’appelant : ? au plus une, + une ou plusieurs, 18x pour 180 à 189, * pour tout.',
    timings: 'Le double de ce qui a été vu, arrondi vers le haut.',
    sdp: 'Le codec sur lequel les deux côtés se sont accordés.',
    findings:
      'Seules ces règles ont le droit de constater quelque chose ; « sipsleuth explain RÈGLE » dit ce qu’elles cherchent.',
    capture: 'Tout ce qui a été lu, ensemble.',
  },
};
