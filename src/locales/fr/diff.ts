/** French words about differences. */
import type { DiffWords } from '../locale.ts';
import { count, plural, times } from './phrases.ts';

export const diff: DiffWords = {
  aspects: {
    outcome: 'issue',
    responses: 'réponses',
    timing: 'délais',
    message: 'messages',
    repeats: 'répétitions',
    header: 'en-tête',
    sdp: 'SDP',
    finding: 'constats',
  },
  timings: {
    trying: 'jusqu’au 100 Trying',
    postDial: 'délai après numérotation',
    ring: 'sonnerie',
    setup: 'jusqu’au décroché',
    final: 'jusqu’à la réponse finale',
    duration: 'conversation',
  },
  onlyA: 'seulement dans la première',
  onlyB: 'seulement dans la seconde',
  none: 'rien',
  sent: (n) => (n === 0 ? 'jamais envoyé' : `envoyé ${times(n)}`),
  summary: ({ compared, different, onlyA, onlyB }) => [
    count(compared, 'appel comparé', 'appels comparés'),
    different === 0 ? 'aucune différence' : `${different} ${plural(different, 'diffère', 'diffèrent')}`,
    ...(onlyA > 0 ? [`${onlyA} seulement dans la première`] : []),
    ...(onlyB > 0 ? [`${onlyB} seulement dans la seconde`] : []),
  ],
  otherFindings: 'Constats hors des appels',
};
