/** French names of the tones that exchanges play. */
import type { ToneName } from '../stream-line.ts';

export const toneNames: Readonly<Record<ToneName, string>> = {
  ringing: 'tonalité de retour d’appel',
  busy: 'tonalité d’occupation',
  congestion: 'tonalité d’encombrement',
  'special-information': 'tonalité spéciale d’information',
  dial: 'tonalité d’invitation à numéroter',
  'fax-calling': 'tonalité d’appel d’un télécopieur',
  'fax-answering': 'tonalité de réponse d’un télécopieur',
};
