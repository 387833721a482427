/** Labels of the terminal report. */
import type { Outcome } from '../../model.ts';
import type { TerminalWords } from '../locale.ts';
import { after, count, duration, plural, roles } from './phrases.ts';
import { stream } from './stream.ts';

const outcomes: TerminalWords['outcomes'] = {
  answered: 'abouti',
  busy: 'occupé',
  declined: 'refusé par l’appelé',
  cancelled: 'annulé',
  'no-answer': 'sans réponse',
  redirected: 'redirigé',
  rejected: 'rejeté',
  unauthorized: 'non autorisé',
  failed: 'échoué',
  unknown: 'issue inconnue',
  registered: 'enregistré',
  unregistered: 'désenregistré',
};

/** Where the word of the outcome does not go with a number: "2 sans issue dans la trace". */
const counted: Partial<Record<Outcome, string>> = { unknown: 'sans issue dans la trace' };

/** Of two and more: the participle agrees. */
const several: Readonly<Record<Outcome, string>> = {
  answered: 'aboutis',
  busy: 'occupés',
  declined: 'refusés par l’appelé',
  cancelled: 'annulés',
  'no-answer': 'sans réponse',
  redirected: 'redirigés',
  rejected: 'rejetés',
  unauthorized: 'non autorisés',
  failed: 'échoués',
  unknown: 'sans issue dans la trace',
};

const ofOne = (outcome: Outcome) => counted[outcome] ?? outcomes[outcome];

export const terminal: TerminalWords = {
  outcomes,
  outcomeCount: (n, outcome) => `${n} ${plural(n, ofOne(outcome), several[outcome])}`,
  outcomeOfOne: ofOne,
  roles,
  legs: 'Segments',
  device: 'Examinez',
  badExample: 'Constaté ici',
  goodExample: 'Pas ici',
  columns: { start: 'début', parties: 'appelant et appelé', responses: 'réponses', result: 'ce qui s’est passé' },
  call: 'appel',
  registration: 'enregistrement',
  subscription: 'abonnement',
  transaction: 'transaction',
  capture: 'capture',
  severities: { error: 'ERREUR', warning: 'AVERTISSEMENT', info: 'REMARQUE' },
  confidences: { certain: 'certain', likely: 'probable', possible: 'possible' },
  evidence: 'Indices',
  why: 'Pourquoi',
  fix: 'À faire',
  limits: 'Non prouvé',
  source: 'Source',
  advice: 'Que faire',
  media: 'Média',
  stream,
  after: (ms) => after(ms).trimStart(),
  talked: (ms) => `${duration(ms)} de conversation`,
  duration,
  messages: (n) => count(n, 'message SIP', 'messages SIP'),
  calls: (n) => count(n, 'appel', 'appels'),
  registrations: (n) => count(n, 'enregistrement', 'enregistrements'),
  subscriptions: (n) => count(n, 'abonnement', 'abonnements'),
  transactions: (n) => count(n, 'autre requête', 'autres requêtes'),
  errors: (n) => count(n, 'erreur', 'erreurs'),
  warnings: (n) => count(n, 'avertissement', 'avertissements'),
  notes: (n) => count(n, 'remarque', 'remarques'),
  accepted: (n) => count(n, 'connu ou ignoré', 'connus ou ignorés'),
  acceptance: ({ by, reason }) => (by === 'baseline' ? 'connu : figure dans la référence' : `ignoré : ${reason}`),
  findings: (n) => count(n, 'constat', 'constats'),
  undetermined: (n) => count(n, 'point indéterminé', 'points indéterminés'),
  duplicates: (n) => count(n, 'doublon écarté', 'doublons écartés'),
  newestFirst: 'du plus récent au plus ancien : remis dans l’ordre du temps',
  incomplete: 'incomplet : la fin manque ou une partie est endommagée',
  times: (n) => `× ${n}`,
  frame: (n, log) => `${log ? 'ligne' : 'trame'} ${n}`,
  firstAt: (where) => `la première fois : ${where}`,
  followsFrom: (cause) => `causé par ${cause} :`,
  notShown: (n) => `… ${count(n, 'autre', 'autres')}`,
  withoutSip: (n) => `${count(n, 'autre fichier', 'autres fichiers')} sans SIP`,
  ratio: (name, percent) => `${name} ${String(percent).replace('.', ',')} %`,
  delay: (name, median, p95) =>
    `${name === 'postDial' ? 'délai après numérotation' : 'durée de conversation'} ${duration(median)} ` +
    `(95 % : ${duration(p95)})`,
  peersTitle: 'Entre machines',
  peerColumns: { peers: 'de … vers …', attempts: 'appels', postDial: 'délai après numérotation' },
  cleanCalls: 'Appels sans constat',
  quietCalls: 'Appels sans nouveau constat',
  acceptedTitle: 'Connus ou ignorés',
  otherCalls: 'Autres appels avec constats, en bref',
  registrationsTitle: 'Enregistrements',
  subscriptionsTitle: 'Abonnements',
  transactionsTitle: 'Autres requêtes',
  captureTitle: 'À propos de la capture',
  undeterminedTitle: 'Ce qui n’a pu être tranché',
  notDecodedTitle: 'Non décodé',
  more: (n) =>
    `… et ${count(n, 'autre', 'autres')} ; --limit-calls et --limit-lines en montrent plus, --format json montre tout.`,
  omitted: (list) => `Comptés mais non listés, car trop nombreux : ${list}`,
  silence: 'pas de réponse finale',
  unanswered: 'pas de réponse',
};
