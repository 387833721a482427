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

export function listed(words: readonly string[], conjunction = 'или'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words[words.length - 1]}`;
}

export function nameOf(code: number): string {
  const phrase = findStatus(code)?.phrase ?? unregistered.get(code)?.phrase;
  return phrase === undefined ? String(code) : `${code} ${phrase}`;
}

function causeName(code: number): string {
  return `${code} (${findCause(code)?.name ?? 'неизвестна'})`;
}

function factsOf(code: number): Page['facts'] {
  const status = findStatus(code);
  const facts: (readonly [string, string])[] = [
    ['Класс', classNames[statusClass(code) ?? 0]],
    ['Окончательный', code < 200 ? 'нет: за ним следует другой ответ' : 'да: завершает транзакцию'],
  ];
  if (status === undefined) {
    facts.push(['Зарегистрирован', `нет; клиенты обрабатывают его как ${treatedAs(code)} (RFC 3261 §8.1.3.2)`]);
    const origin = unregistered.get(code);
    if (origin !== undefined) facts.push(['Встречается в', unregisteredWords[origin.code].from]);
    return facts;
  }
  facts.push(['Определён в', status.spec + (status.deprecated ? ' (устарел)' : '')]);
  facts.push(['Кто формирует', listed(status.madeBy.map((maker) => makers[maker]))]);
  facts.push(['Область', scopes[status.scope]]);
  if (code >= 300)
    facts.push(['Повтор', retries[status.retry] + (status.retryHeader ? `; определяет ${status.retryHeader}` : '')]);
  if (code >= 300)
    facts.push([
      'Форкинг',
      status.endsForking
        ? 'завершает: пробовать другую цель нельзя (RFC 3261 §16.7)'
        : 'не завершает: можно пробовать другие цели',
    ]);
  facts.push(['В диалоге', effects[status.dialogEffect]]);
  const headers = status.headers.map(({ name, strength }) => `${name} (${entries.strengths[strength]})`);
  if (headers.length > 0) facts.push(['Поля заголовка', headers.join(', ')]);
  if (status.causeOut !== undefined) facts.push(['В ТфОП', `причина Q.850 ${causeName(status.causeOut)}`]);
  if (status.causesIn.length > 0) facts.push(['Из ТфОП', `причина Q.850 ${listed(status.causesIn.map(String))}`]);
  return facts;
}

export function statusPage(code: number): Page {
  const words = wordsOf(code);
  const confused = findStatus(code)?.confusedWith ?? [];
  const sections = [
    { heading: 'Значение', texts: [words.description] },
    { heading: 'Когда встречается', texts: [words.whenSeen] },
    { heading: 'Как исправить', texts: [words.howToFix] },
  ];
  const texts = confused.map((other) => `${nameOf(other)}: ${wordsOf(other).means}.`);
  const more = texts.length > 0 ? [{ heading: 'Не путать с', texts, list: true }] : [];
  const variants = phraseVariants(code).map(({ phrase, by }) => `«${phrase}»: ${by}.`);
  const seen = variants.length > 0 ? [{ heading: 'Встречается и как', texts: variants, list: true }] : [];
  return { title: nameOf(code), facts: factsOf(code), sections: [...sections, ...more, ...seen] };
}

function pair(a: number, textA: string, b: number, textB: string): string {
  return `${a}: ${textA}. ${b}: ${textB}.`;
}

function differenceText(one: Difference, a: number, b: number): string {
  switch (one.field) {
    case 'finality': {
      const [provisional, final] = one.a ? [b, a] : [a, b];
      return `${provisional} — предварительный ответ: вызов ещё устанавливается. ${final} — окончательный: он завершает попытку.`;
    }
    case 'class':
      return `Класс. ${pair(a, classNames[one.a], b, classNames[one.b])}`;
    case 'scope':
      return `Область. ${pair(a, scopes[one.a], b, scopes[one.b])}`;
    case 'makers': {
      const names = (list: readonly string[]) => listed(list.map((maker) => makers[maker as keyof typeof makers]));
      return `Кто формирует. ${pair(a, names(one.a), b, names(one.b))}`;
    }
    case 'retry':
      return `Повтор. ${pair(a, retries[one.a], b, retries[one.b])}`;
    case 'header':
      return `Поле заголовка, указывающее, что делать. ${pair(a, one.a, b, one.b)}`;
    case 'forking':
      return `После ${one.a ? a : b} пробовать другую цель нельзя (RFC 3261 §16.7); ${one.a ? b : a} этого не запрещает.`;
    case 'dialog':
      return `В диалоге. ${pair(a, effects[one.a], b, effects[one.b])}`;
    case 'cause': {
      const cause = (code: number | undefined) =>
        code === undefined ? 'нет причины Q.850' : `причина Q.850 ${causeName(code)}`;
      return `В сторону ТфОП. ${pair(a, cause(one.a), b, cause(one.b))}`;
    }
    default:
      return one satisfies never;
  }
}

/** A provisional and a final response may well belong to one call. */
function together(a: number, b: number): Page['sections'] {
  if (a < 200 === b < 200 || Math.min(a, b) < 101) return [];
  const [first, last] = a < b ? [a, b] : [b, a];
  return [{ heading: `В одном вызове: ${first} → ${last}`, texts: [tellSequence([first, last], nameOf).story] }];
}

function differences(a: number, b: number): readonly string[] {
  const texts = compareStatuses(a, b).map((one) => differenceText(one, a, b));
  if (texts.length > 0) return texts;
  return [
    `Класс, отправители и последствия у обоих одинаковы. ${a} означает, что ${wordsOf(a).means}. ${b} означает, что ${wordsOf(b).means}.`,
  ];
}

export function comparisonPage(a: number, b: number): Page {
  const left = wordsOf(a);
  const right = wordsOf(b);
  return {
    title: `${nameOf(a)} в сравнении с ${nameOf(b)}`,
    facts: [],
    sections: [
      { heading: nameOf(a), texts: [left.description] },
      { heading: nameOf(b), texts: [right.description] },
      { heading: 'Главные различия', texts: differences(a, b), list: true },
      { heading: 'Когда встречается', texts: [`${a}: ${left.whenSeen}`, `${b}: ${right.whenSeen}`], list: true },
      ...together(a, b),
      {
        heading: 'Когда какой отправлять',
        texts: [`Отправляйте ${a}, когда ${left.useWhen}.`, `Отправляйте ${b}, когда ${right.useWhen}.`],
        list: true,
      },
      {
        heading: 'Как исправить',
        texts: [`${a}: ${left.howToFix}`, `${b}: ${right.howToFix}`],
        list: true,
      },
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
      { heading: 'Что произошло', texts: [story] },
      { heading: 'Шаг за шагом', texts: steps, list: true },
      ...(clues.length > 0 ? [{ heading: 'Что скажет больше', texts: clues, list: true }] : []),
      { heading: 'Как исправить', texts: [wordsOf(last, beforeLast(codes)).howToFix] },
    ],
  };
}

function noResponse(cause: number): string {
  return cause === 44 ? 'ответа нет: шлюз занимает другой канал' : 'ответа нет: становится BYE или CANCEL';
}

function decidedBy(cause: number, userSide: boolean): string {
  if (cause === 16) return 'тот, кто положил трубку';
  if (cause === 31 || cause === 127) return 'не сообщается';
  return userSide || cause === 88 ? 'вызываемый абонент или его устройство' : 'сеть';
}

export function causePage(code: number): Page {
  const cause = findCause(code);
  if (cause === undefined) return { title: `Причина Q.850 ${code}`, facts: [], sections: [] };
  const words = causes[cause.code as CauseCode];
  const facts: (readonly [string, string])[] = [
    ['В SIP', `${cause.rfc3398 === undefined ? noResponse(code) : nameOf(cause.rfc3398)} (RFC 3398 §7.2.4.1)`],
  ];
  const from = statuses.filter(({ causeOut }) => causeOut === code).map((one) => one.code);
  if (from.length > 0) facts.push(['Из SIP', from.join(', ')]);
  if (cause.asterisk !== undefined) facts.push(['Asterisk отправляет', nameOf(cause.asterisk)]);
  if (cause.freeswitch !== undefined) facts.push(['FreeSWITCH отправляет', nameOf(cause.freeswitch)]);
  facts.push(['Кто решил', decidedBy(code, cause.userSide)]);
  return {
    title: `Причина Q.850 ${code}: ${cause.name}`,
    facts,
    sections: [
      { heading: 'Значение', texts: [`${capitalize(words.means)}.`] },
      { heading: 'Как исправить', texts: [words.advice] },
    ],
  };
}

export function warningPage(code: number): Page {
  const warning = findWarning(code);
  if (warning === undefined) return { title: `Warning ${code}`, facts: [], sections: [] };
  const words = warnings[warning.code as WarningCode];
  return {
    title: `Warning ${code}: ${warning.name}`,
    facts: [['Определён в', warning.spec]],
    sections: [
      { heading: 'Значение', texts: [`${capitalize(words.means)}.`] },
      { heading: 'Как исправить', texts: [words.advice] },
    ],
  };
}

const dialogs: Readonly<Record<'creates' | 'inside' | 'none' | 'either', string>> = {
  creates: 'создаёт диалог',
  inside: 'только внутри диалога',
  none: 'никогда внутри диалога',
  either: 'внутри диалога или вне его',
};

export function methodPage(name: string): Page {
  const method = findMethod(name);
  if (method === undefined) return { title: name, facts: [], sections: [] };
  const words = methods[method.name as MethodName];
  return {
    title: method.name,
    facts: [
      ['Определён в', method.spec],
      ['Диалог', dialogs[method.dialog]],
      ['Ответ', method.hasResponse ? 'есть' : 'никогда: на него не отвечают'],
    ],
    sections: [
      { heading: 'Значение', texts: [words.description] },
      { heading: 'Когда встречается', texts: [words.whenSeen] },
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
