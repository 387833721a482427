/** The pages of `sipsleuth explain`, composed from the catalogue's facts and words. */
import { type CauseCode, findCause } from '../../catalogue/causes.ts';
import { findMethod, type MethodName } from '../../catalogue/methods.ts';
import { phraseVariants } from '../../catalogue/phrases.ts';
import { findStatus, statusClass, statuses, treatedAs, unregistered } from '../../catalogue/statuses.ts';
import { findWarning, type WarningCode } from '../../catalogue/warnings.ts';
import { beforeLast } from '../../explain/codes.ts';
import { compareStatuses, type Difference } from '../../explain/compare.ts';
import { entryPages } from '../entry-pages.ts';
import type { Pages } from '../locale.ts';
import type { Page } from '../page.ts';
import { causes } from './causes.ts';
import { entries } from './entries.ts';
import { methods } from './methods.ts';
import { capitalize, listed } from './phrases.ts';
import { rulePage } from './rule-page.ts';
import { inCall, tellSequence } from './sequences.ts';
import { classNames, effects, makers, retries, scopes } from './status-facts.ts';
import { unregistered as unregisteredWords } from './unregistered.ts';
import { warnings } from './warnings.ts';
import { wordsOf } from './words.ts';

const DESCRIPTION = 'Signification';
const WHEN_SEEN = 'Quand on le voit';
const HOW_TO_FIX = 'Comment y remédier';

function nameOf(code: number): string {
  const phrase = findStatus(code)?.phrase ?? unregistered.get(code)?.phrase;
  return phrase === undefined ? String(code) : `${code} ${phrase}`;
}

function causeName(code: number): string {
  return `${code} (${findCause(code)?.name ?? 'inconnue'})`;
}

function factsOf(code: number): Page['facts'] {
  const status = findStatus(code);
  const facts: (readonly [string, string])[] = [
    ['Classe', classNames[statusClass(code) ?? 0]],
    ['Finale', code < 200 ? 'non : une autre réponse suit' : 'oui : elle met fin à la transaction'],
  ];
  if (status === undefined) {
    facts.push(['Enregistré', `non ; les clients le traitent comme ${treatedAs(code)} (RFC 3261 §8.1.3.2)`]);
    const origin = unregistered.get(code);
    if (origin !== undefined) facts.push(['Vu dans', unregisteredWords[origin.code].from]);
    return facts;
  }
  facts.push(['Défini dans', status.spec + (status.deprecated ? ' (obsolète)' : '')]);
  facts.push(['Produit par', listed(status.madeBy.map((maker) => makers[maker]))]);
  facts.push(['Portée', scopes[status.scope]]);
  if (code >= 300)
    facts.push([
      'Nouvel essai',
      retries[status.retry] + (status.retryHeader ? ` ; ${status.retryHeader} en décide` : ''),
    ]);
  if (code >= 300)
    facts.push([
      'Forking',
      status.endsForking
        ? 'il y met fin : aucune autre cible ne peut être essayée (RFC 3261 §16.7)'
        : 'il n’y met pas fin : d’autres cibles peuvent être essayées',
    ]);
  facts.push(['Dans un dialogue', effects[status.dialogEffect]]);
  const headers = status.headers.map(({ name, strength }) => `${name} (${entries.strengths[strength]})`);
  if (headers.length > 0) facts.push(['Champs d’en-tête', headers.join(', ')]);
  if (status.causeOut !== undefined) facts.push(['Vers le RTC', `cause Q.850 ${causeName(status.causeOut)}`]);
  if (status.causesIn.length > 0) facts.push(['Depuis le RTC', `cause Q.850 ${listed(status.causesIn.map(String))}`]);
  return facts;
}

function statusPage(code: number): Page {
  const words = wordsOf(code);
  const confused = findStatus(code)?.confusedWith ?? [];
  const sections = [
    { heading: DESCRIPTION, texts: [words.description] },
    { heading: WHEN_SEEN, texts: [words.whenSeen] },
    { heading: HOW_TO_FIX, texts: [words.howToFix] },
  ];
  const texts = confused.map((other) => `${nameOf(other)} : ${wordsOf(other).means}.`);
  const more = texts.length > 0 ? [{ heading: 'À ne pas confondre avec', texts, list: true }] : [];
  const variants = phraseVariants(code).map(({ phrase, by }) => `« ${phrase} » : ${by}.`);
  const seen = variants.length > 0 ? [{ heading: 'Vu aussi sous la forme', texts: variants, list: true }] : [];
  return { title: nameOf(code), facts: factsOf(code), sections: [...sections, ...more, ...seen] };
}

function pair(a: number, textA: string, b: number, textB: string): string {
  return `${a} : ${textA}. ${b} : ${textB}.`;
}

function differenceText(one: Difference, a: number, b: number): string {
  switch (one.field) {
    case 'finality': {
      const [provisional, final] = one.a ? [b, a] : [a, b];
      return (
        `Le ${provisional} est provisoire : l’appel est encore en cours d’établissement. Le ${final} est final : il ` +
        'met fin à la tentative.'
      );
    }
    case 'class':
      return `Classe. ${pair(a, classNames[one.a], b, classNames[one.b])}`;
    case 'scope':
      return `Portée. ${pair(a, scopes[one.a], b, scopes[one.b])}`;
    case 'makers': {
      const names = (list: readonly string[]) => listed(list.map((maker) => makers[maker as keyof typeof makers]));
      return `Produit par. ${pair(a, names(one.a), b, names(one.b))}`;
    }
    case 'retry':
      return `Nouvel essai. ${pair(a, retries[one.a], b, retries[one.b])}`;
    case 'header':
      return `Champ d’en-tête qui dit que faire. ${pair(a, one.a, b, one.b)}`;
    case 'forking':
      return (
        `Après le ${one.a ? a : b}, aucune autre cible ne peut être essayée (RFC 3261 §16.7) ; le ${one.a ? b : a} ne ` +
        'l’interdit pas.'
      );
    case 'dialog':
      return `Dans un dialogue. ${pair(a, effects[one.a], b, effects[one.b])}`;
    case 'cause': {
      const cause = (code: number | undefined) =>
        code === undefined ? 'aucune cause Q.850' : `cause Q.850 ${causeName(code)}`;
      return `Vers le RTC. ${pair(a, cause(one.a), b, cause(one.b))}`;
    }
    default:
      return one satisfies never;
  }
}

/** A provisional and a final response may well belong to one call. */
function together(a: number, b: number): Page['sections'] {
  if (a < 200 === b < 200 || Math.min(a, b) < 101) return [];
  const [first, last] = a < b ? [a, b] : [b, a];
  return [{ heading: `Dans un même appel : ${first} → ${last}`, texts: [tellSequence([first, last], nameOf).story] }];
}

function differences(a: number, b: number): readonly string[] {
  const texts = compareStatuses(a, b).map((one) => differenceText(one, a, b));
  if (texts.length > 0) return texts;
  return [`Mêmes classe, origines et effets. ${pair(a, wordsOf(a).means, b, wordsOf(b).means)}`];
}

/** The frame of `useWhen`: behind "quand" nothing is elided. */
function use(code: number, useWhen: string): string {
  return `Envoyez ${code} quand ${useWhen}.`;
}

function comparisonPage(a: number, b: number): Page {
  const left = wordsOf(a);
  const right = wordsOf(b);
  return {
    title: `${nameOf(a)} comparé à ${nameOf(b)}`,
    facts: [],
    sections: [
      { heading: nameOf(a), texts: [left.description] },
      { heading: nameOf(b), texts: [right.description] },
      { heading: 'Différences essentielles', texts: differences(a, b), list: true },
      { heading: WHEN_SEEN, texts: [`${a} : ${left.whenSeen}`, `${b} : ${right.whenSeen}`], list: true },
      ...together(a, b),
      { heading: 'Lequel employer', texts: [use(a, left.useWhen), use(b, right.useWhen)], list: true },
      { heading: HOW_TO_FIX, texts: [`${a} : ${left.howToFix}`, `${b} : ${right.howToFix}`], list: true },
    ],
  };
}

function sequencePage(codes: readonly number[]): Page {
  const { story, clues } = tellSequence(codes, nameOf);
  const last = codes[codes.length - 1];
  const steps = [...new Set(codes)].map((code) => `${nameOf(code)} : ${inCall(code, codes)}`);
  return {
    title: codes.join(' → '),
    facts: [],
    sections: [
      { heading: 'Ce qui s’est passé', texts: [story] },
      { heading: 'Étape par étape', texts: steps, list: true },
      ...(clues.length > 0 ? [{ heading: 'Ce qui en dit plus', texts: clues, list: true }] : []),
      { heading: HOW_TO_FIX, texts: [wordsOf(last, beforeLast(codes)).howToFix] },
    ],
  };
}

function noResponse(cause: number): string {
  return cause === 44
    ? 'pas de réponse : la passerelle prend un autre circuit'
    : 'pas de réponse : elle devient BYE ou CANCEL';
}

function decidedBy(cause: number, userSide: boolean): string {
  if (cause === 16) return 'celui qui a raccroché';
  if (cause === 31 || cause === 127) return 'non précisé';
  return userSide || cause === 88 ? 'l’usager appelé ou son terminal' : 'le réseau';
}

function causePage(code: number): Page {
  const cause = findCause(code);
  if (cause === undefined) return { title: `Cause Q.850 ${code}`, facts: [], sections: [] };
  const words = causes[cause.code as CauseCode];
  const facts: (readonly [string, string])[] = [
    ['En SIP', `${cause.rfc3398 === undefined ? noResponse(code) : nameOf(cause.rfc3398)} (RFC 3398 §7.2.4.1)`],
  ];
  const from = statuses.filter(({ causeOut }) => causeOut === code).map((one) => one.code);
  if (from.length > 0) facts.push(['Depuis SIP', from.join(', ')]);
  if (cause.asterisk !== undefined) facts.push(['Asterisk envoie', nameOf(cause.asterisk)]);
  if (cause.freeswitch !== undefined) facts.push(['FreeSWITCH envoie', nameOf(cause.freeswitch)]);
  facts.push(['Décidé par', decidedBy(code, cause.userSide)]);
  return {
    title: `Cause Q.850 ${code} : ${cause.name}`,
    facts,
    sections: [
      { heading: DESCRIPTION, texts: [`${capitalize(words.means)}.`] },
      { heading: HOW_TO_FIX, texts: [words.advice] },
    ],
  };
}

function warningPage(code: number): Page {
  const warning = findWarning(code);
  if (warning === undefined) return { title: `Warning ${code}`, facts: [], sections: [] };
  const words = warnings[warning.code as WarningCode];
  return {
    title: `Warning ${code} : ${warning.name}`,
    facts: [['Défini dans', warning.spec]],
    sections: [
      { heading: DESCRIPTION, texts: [`${capitalize(words.means)}.`] },
      { heading: HOW_TO_FIX, texts: [words.advice] },
    ],
  };
}

const dialogs: Readonly<Record<'creates' | 'inside' | 'none' | 'either', string>> = {
  creates: 'crée un dialogue',
  inside: 'seulement dans un dialogue',
  none: 'jamais dans un dialogue',
  either: 'dans un dialogue ou en dehors',
};

function methodPage(name: string): Page {
  const method = findMethod(name);
  if (method === undefined) return { title: name, facts: [], sections: [] };
  const words = methods[method.name as MethodName];
  return {
    title: method.name,
    facts: [
      ['Défini dans', method.spec],
      ['Dialogue', dialogs[method.dialog]],
      ['Reçoit une réponse', method.hasResponse ? 'oui' : 'jamais'],
    ],
    sections: [
      { heading: DESCRIPTION, texts: [words.description] },
      { heading: WHEN_SEEN, texts: [words.whenSeen] },
    ],
  };
}

export const pages: Pages = {
  status: statusPage,
  comparison: comparisonPage,
  sequence: sequencePage,
  cause: causePage,
  warning: warningPage,
  method: methodPage,
  ...entryPages(entries),
  rule: rulePage,
};
