/** Words of the pages of `sipsleuth explain`. */
import type { ExplainWords } from '../explain-words.ts';
import { causes } from './causes.ts';
import { entries } from './entries.ts';
import { methods } from './methods.ts';
import { listed } from './phrases.ts';
import { rule } from './rules/index.ts';
import { sequence } from './sequences.ts';
import { statusFacts } from './status-facts.ts';
import { unregistered } from './unregistered.ts';
import { warnings } from './warnings.ts';
import { wordsOf } from './words.ts';

export const explain: ExplainWords = {
  wordsOf,
  unregistered,
  entries,
  listed,
  definedIn: 'Défini dans',
  headings: { description: 'Signification', whenSeen: 'Quand on le voit', howToFix: 'Comment y remédier' },
  item: (name, text) => `${name} : ${text}`,
  clause: (name, means) => `${name} : ${means}.`,
  status: {
    facts: statusFacts,
    labels: {
      class: 'Classe',
      final: 'Finale',
      registered: 'Enregistré',
      metIn: 'Vu dans',
      madeBy: 'Produit par',
      scope: 'Portée',
      retry: 'Nouvel essai',
      forking: 'Forking',
      inDialog: 'Dans un dialogue',
      headers: 'Champs d’en-tête',
      toPstn: 'Vers le RTC',
      fromPstn: 'Depuis le RTC',
    },
    headings: { confused: 'À ne pas confondre avec', variants: 'Vu aussi sous la forme' },
    finality: { provisional: 'non : une autre réponse suit', final: 'oui : elle met fin à la transaction' },
    forking: {
      ends: 'il y met fin : aucune autre cible ne peut être essayée (RFC 3261 §16.7)',
      goesOn: 'il n’y met pas fin : d’autres cibles peuvent être essayées',
    },
    notRegistered: (code) => `non ; les clients le traitent comme ${code} (RFC 3261 §8.1.3.2)`,
    deprecated: (spec) => `${spec} (obsolète)`,
    retryRuled: (retry, header) => `${retry} ; ${header} en décide`,
    cause: (code, name = 'inconnue') => `cause Q.850 ${code} (${name})`,
    causes: (codes) => `cause Q.850 ${listed(codes)}`,
    variant: (phrase, by) => `« ${phrase} » : ${by}.`,
  },
  comparison: {
    headings: { differences: 'Différences essentielles', whichOne: 'Lequel employer' },
    fields: {
      class: 'Classe',
      scope: 'Portée',
      makers: 'Produit par',
      retry: 'Nouvel essai',
      header: 'Champ d’en-tête qui dit que faire',
      dialog: 'Dans un dialogue',
      cause: 'Vers le RTC',
    },
    noCause: 'aucune cause Q.850',
    title: (a, b) => `${a} comparé à ${b}`,
    difference: (field, a, ofA, b, ofB) => `${field}. ${a} : ${ofA}. ${b} : ${ofB}.`,
    finality: (provisional, final) =>
      `Le ${provisional} est provisoire : l’appel est encore en cours d’établissement. Le ${final} est final : il ` +
      'met fin à la tentative.',
    forking: (ends, goesOn) =>
      `Après le ${ends}, aucune autre cible ne peut être essayée (RFC 3261 §16.7) ; le ${goesOn} ne l’interdit pas.`,
    alike: (a, meansA, b, meansB) => `Mêmes classe, origines et effets. ${a} : ${meansA}. ${b} : ${meansB}.`,
    // Behind "quand" nothing is elided.
    use: (code, when) => `Envoyez ${code} quand ${when}.`,
    inOneCall: (first, last) => `Dans un même appel : ${first} → ${last}`,
  },
  sequence,
  cause: {
    words: causes,
    labels: {
      inSip: 'En SIP',
      fromSip: 'Depuis SIP',
      asterisk: 'Asterisk envoie',
      freeswitch: 'FreeSWITCH envoie',
      decidedBy: 'Décidé par',
    },
    noResponse: {
      circuit: 'pas de réponse : la passerelle prend un autre circuit',
      release: 'pas de réponse : elle devient BYE ou CANCEL',
    },
    decidedBy: {
      releaser: 'celui qui a raccroché',
      untold: 'non précisé',
      user: 'l’usager appelé ou son terminal',
      network: 'le réseau',
    },
    title: (code, name) => (name === undefined ? `Cause Q.850 ${code}` : `Cause Q.850 ${code} : ${name}`),
  },
  warning: {
    words: warnings,
    title: (code, name) => (name === undefined ? `Warning ${code}` : `Warning ${code} : ${name}`),
  },
  method: {
    words: methods,
    labels: { dialog: 'Dialogue', answered: 'Reçoit une réponse' },
    dialogs: {
      creates: 'crée un dialogue',
      inside: 'seulement dans un dialogue',
      none: 'jamais dans un dialogue',
      either: 'dans un dialogue ou en dehors',
    },
    answered: { yes: 'oui', never: 'jamais' },
  },
  ruleWords: rule,
  rule: {
    labels: { severity: 'Gravité', looksAt: 'Examine', setting: 'Réglage', source: 'Source' },
    headings: {
      says: 'Ce qu’elle dit, par exemple',
      why: 'Pourquoi c’est gênant',
      limits: 'Ce qu’une trace ne peut pas prouver',
    },
    scopes: {
      message: 'chaque message',
      transaction: 'chaque transaction',
      dialog: 'chaque dialogue',
      call: 'chaque appel',
      registration: 'chaque enregistrement',
      subscription: 'chaque abonnement',
      capture: 'la capture dans son ensemble',
    },
    severities: { error: 'erreur (error)', warning: 'avertissement (warning)', info: 'remarque (info)' },
    title: (id, title) => `${id} : ${title}`,
    setting: (id) => `--rule ${id}=off, ou error, warning, info`,
  },
};
