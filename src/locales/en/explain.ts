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
import { capitalize } from './phrases.ts';
import { rulePage } from './rule-page.ts';
import { inCall, tellSequence } from './sequences.ts';
import { classNames, effects, makers, retries, scopes } from './status-facts.ts';
import { unregistered as unregisteredWords } from './unregistered.ts';
import { warnings } from './warnings.ts';
import { wordsOf } from './words.ts';

export function listed(words: readonly string[], conjunction = 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words[words.length - 1]}`;
}

export function nameOf(code: number): string {
  const phrase = findStatus(code)?.phrase ?? unregistered.get(code)?.phrase;
  return phrase === undefined ? String(code) : `${code} ${phrase}`;
}

function causeName(code: number): string {
  return `${code} (${findCause(code)?.name ?? 'unknown'})`;
}

function factsOf(code: number): Page['facts'] {
  const status = findStatus(code);
  const facts: (readonly [string, string])[] = [
    ['Class', classNames[statusClass(code) ?? 0]],
    ['Final', code < 200 ? 'no: another response follows' : 'yes: it ends the transaction'],
  ];
  if (status === undefined) {
    facts.push(['Registered', `no; clients treat it as ${treatedAs(code)} (RFC 3261 §8.1.3.2)`]);
    const origin = unregistered.get(code);
    if (origin !== undefined) facts.push(['Met in', unregisteredWords[origin.code].from]);
    return facts;
  }
  facts.push(['Defined in', status.spec + (status.deprecated ? ' (deprecated)' : '')]);
  facts.push(['Made by', listed(status.madeBy.map((maker) => makers[maker]))]);
  facts.push(['Scope', scopes[status.scope]]);
  if (code >= 300)
    facts.push(['Retry', retries[status.retry] + (status.retryHeader ? `; ${status.retryHeader} rules it` : '')]);
  if (code >= 300)
    facts.push([
      'Forking',
      status.endsForking
        ? 'ends it: no other target may be tried (RFC 3261 §16.7)'
        : 'does not end it: other targets may be tried',
    ]);
  facts.push(['In a dialog', effects[status.dialogEffect]]);
  const headers = status.headers.map(({ name, strength }) => `${name} (${entries.strengths[strength]})`);
  if (headers.length > 0) facts.push(['Header fields', headers.join(', ')]);
  if (status.causeOut !== undefined) facts.push(['To the PSTN', `Q.850 cause ${causeName(status.causeOut)}`]);
  if (status.causesIn.length > 0) facts.push(['From the PSTN', `Q.850 cause ${listed(status.causesIn.map(String))}`]);
  return facts;
}

export function statusPage(code: number): Page {
  const words = wordsOf(code);
  const confused = findStatus(code)?.confusedWith ?? [];
  const sections = [
    { heading: 'Description', texts: [words.description] },
    { heading: 'When you see it', texts: [words.whenSeen] },
    { heading: 'How to fix', texts: [words.howToFix] },
  ];
  const texts = confused.map((other) => `${nameOf(other)}: ${wordsOf(other).means}.`);
  const more = texts.length > 0 ? [{ heading: 'Not to be confused with', texts, list: true }] : [];
  const variants = phraseVariants(code).map(({ phrase, by }) => `"${phrase}": ${by}.`);
  const seen = variants.length > 0 ? [{ heading: 'Also seen as', texts: variants, list: true }] : [];
  return { title: nameOf(code), facts: factsOf(code), sections: [...sections, ...more, ...seen] };
}

function pair(a: number, textA: string, b: number, textB: string): string {
  return `${a}: ${textA}. ${b}: ${textB}.`;
}

function differenceText(one: Difference, a: number, b: number): string {
  switch (one.field) {
    case 'finality': {
      const [provisional, final] = one.a ? [b, a] : [a, b];
      return `${provisional} is provisional: the call is still being set up. ${final} is final: it ends the attempt.`;
    }
    case 'class':
      return `Class. ${pair(a, classNames[one.a], b, classNames[one.b])}`;
    case 'scope':
      return `Scope. ${pair(a, scopes[one.a], b, scopes[one.b])}`;
    case 'makers': {
      const names = (list: readonly string[]) => listed(list.map((maker) => makers[maker as keyof typeof makers]));
      return `Made by. ${pair(a, names(one.a), b, names(one.b))}`;
    }
    case 'retry':
      return `Retry. ${pair(a, retries[one.a], b, retries[one.b])}`;
    case 'header':
      return `Header field that says what to do. ${pair(a, one.a, b, one.b)}`;
    case 'forking':
      return `After ${one.a ? a : b} no other target may be tried (RFC 3261 §16.7); ${one.a ? b : a} does not forbid it.`;
    case 'dialog':
      return `In a dialog. ${pair(a, effects[one.a], b, effects[one.b])}`;
    case 'cause': {
      const cause = (code: number | undefined) =>
        code === undefined ? 'no Q.850 cause' : `Q.850 cause ${causeName(code)}`;
      return `Towards the PSTN. ${pair(a, cause(one.a), b, cause(one.b))}`;
    }
    default:
      return one satisfies never;
  }
}

/** A provisional and a final response may well belong to one call. */
function together(a: number, b: number): Page['sections'] {
  if (a < 200 === b < 200 || Math.min(a, b) < 101) return [];
  const [first, last] = a < b ? [a, b] : [b, a];
  return [{ heading: `In one call: ${first} → ${last}`, texts: [tellSequence([first, last], nameOf).story] }];
}

function differences(a: number, b: number): readonly string[] {
  const texts = compareStatuses(a, b).map((one) => differenceText(one, a, b));
  if (texts.length > 0) return texts;
  return [
    `Both have the same class, makers and effects. ${a} means that ${wordsOf(a).means}. ${b} means that ${wordsOf(b).means}.`,
  ];
}

export function comparisonPage(a: number, b: number): Page {
  const left = wordsOf(a);
  const right = wordsOf(b);
  const each = (heading: string, field: 'whenSeen' | 'howToFix') => {
    return { heading, texts: [`${a}: ${left[field]}`, `${b}: ${right[field]}`], list: true };
  };
  return {
    title: `${nameOf(a)} compared with ${nameOf(b)}`,
    facts: [],
    sections: [
      { heading: nameOf(a), texts: [left.description] },
      { heading: nameOf(b), texts: [right.description] },
      { heading: 'Key differences', texts: differences(a, b), list: true },
      each('When you see it', 'whenSeen'),
      ...together(a, b),
      {
        heading: 'When to use which',
        texts: [`Use ${a} when ${left.useWhen}.`, `Use ${b} when ${right.useWhen}.`],
        list: true,
      },
      each('How to fix', 'howToFix'),
    ],
  };
}

export function sequencePage(codes: readonly number[]): Page {
  const { story, clues } = tellSequence(codes, nameOf);
  const last = codes[codes.length - 1];
  const steps = [...new Set(codes)].map((code) => `${nameOf(code)}: ${inCall(code, codes)}`);
  return {
    title: codes.join(' → '),
    facts: [],
    sections: [
      { heading: 'The story', texts: [story] },
      { heading: 'Step by step', texts: steps, list: true },
      ...(clues.length > 0 ? [{ heading: 'What tells more', texts: clues, list: true }] : []),
      { heading: 'How to fix', texts: [wordsOf(last, beforeLast(codes)).howToFix] },
    ],
  };
}

function noResponse(cause: number): string {
  return cause === 44 ? 'no response: the gateway takes another circuit' : 'no response: it becomes BYE or CANCEL';
}

function decidedBy(cause: number, userSide: boolean): string {
  if (cause === 16) return 'whoever hung up';
  if (cause === 31 || cause === 127) return 'not told';
  return userSide || cause === 88 ? "the called user or the user's device" : 'the network';
}

export function causePage(code: number): Page {
  const cause = findCause(code);
  if (cause === undefined) return { title: `Q.850 cause ${code}`, facts: [], sections: [] };
  const words = causes[cause.code as CauseCode];
  const facts: (readonly [string, string])[] = [
    ['In SIP', `${cause.rfc3398 === undefined ? noResponse(code) : nameOf(cause.rfc3398)} (RFC 3398 §7.2.4.1)`],
  ];
  const from = statuses.filter(({ causeOut }) => causeOut === code).map((one) => one.code);
  if (from.length > 0) facts.push(['From SIP', from.join(', ')]);
  if (cause.asterisk !== undefined) facts.push(['Asterisk sends', nameOf(cause.asterisk)]);
  if (cause.freeswitch !== undefined) facts.push(['FreeSWITCH sends', nameOf(cause.freeswitch)]);
  facts.push(['Decided by', decidedBy(code, cause.userSide)]);
  return {
    title: `Q.850 cause ${code}: ${cause.name}`,
    facts,
    sections: [
      { heading: 'Description', texts: [`${capitalize(words.means)}.`] },
      { heading: 'How to fix', texts: [words.advice] },
    ],
  };
}

export function warningPage(code: number): Page {
  const warning = findWarning(code);
  if (warning === undefined) return { title: `Warning ${code}`, facts: [], sections: [] };
  const words = warnings[warning.code as WarningCode];
  return {
    title: `Warning ${code}: ${warning.name}`,
    facts: [['Defined in', warning.spec]],
    sections: [
      { heading: 'Description', texts: [`${capitalize(words.means)}.`] },
      { heading: 'How to fix', texts: [words.advice] },
    ],
  };
}

const dialogs: Readonly<Record<'creates' | 'inside' | 'none' | 'either', string>> = {
  creates: 'creates a dialog',
  inside: 'only within a dialog',
  none: 'never within a dialog',
  either: 'within or outside a dialog',
};

export function methodPage(name: string): Page {
  const method = findMethod(name);
  if (method === undefined) return { title: name, facts: [], sections: [] };
  const words = methods[method.name as MethodName];
  return {
    title: method.name,
    facts: [
      ['Defined in', method.spec],
      ['Dialog', dialogs[method.dialog]],
      ['Answered', method.hasResponse ? 'yes' : 'never: it has no response'],
    ],
    sections: [
      { heading: 'Description', texts: [words.description] },
      { heading: 'When you see it', texts: [words.whenSeen] },
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
