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
  definedIn: 'Определён в',
  headings: { description: 'Значение', whenSeen: 'Когда встречается', howToFix: 'Как исправить' },
  item: (name, text) => `${name}: ${text}`,
  clause: (name, means) => `${name}: ${means}.`,
  status: {
    facts: statusFacts,
    labels: {
      class: 'Класс',
      final: 'Окончательный',
      registered: 'Зарегистрирован',
      metIn: 'Встречается в',
      madeBy: 'Кто формирует',
      scope: 'Область',
      retry: 'Повтор',
      forking: 'Форкинг',
      inDialog: 'В диалоге',
      headers: 'Поля заголовка',
      toPstn: 'В ТфОП',
      fromPstn: 'Из ТфОП',
    },
    headings: { confused: 'Не путать с', variants: 'Встречается и как' },
    finality: { provisional: 'нет: за ним следует другой ответ', final: 'да: завершает транзакцию' },
    forking: {
      ends: 'завершает: пробовать другую цель нельзя (RFC 3261 §16.7)',
      goesOn: 'не завершает: можно пробовать другие цели',
    },
    notRegistered: (code) => `нет; клиенты обрабатывают его как ${code} (RFC 3261 §8.1.3.2)`,
    deprecated: (spec) => `${spec} (устарел)`,
    retryRuled: (retry, header) => `${retry}; определяет ${header}`,
    cause: (code, name = 'неизвестна') => `причина Q.850 ${code} (${name})`,
    causes: (codes) => `причина Q.850 ${listed(codes)}`,
    variant: (phrase, by) => `«${phrase}»: ${by}.`,
  },
  comparison: {
    headings: { differences: 'Главные различия', whichOne: 'Когда какой отправлять' },
    fields: {
      class: 'Класс',
      scope: 'Область',
      makers: 'Кто формирует',
      retry: 'Повтор',
      header: 'Поле заголовка, указывающее, что делать',
      dialog: 'В диалоге',
      cause: 'В сторону ТфОП',
    },
    noCause: 'нет причины Q.850',
    title: (a, b) => `${a} в сравнении с ${b}`,
    difference: (field, a, ofA, b, ofB) => `${field}. ${a}: ${ofA}. ${b}: ${ofB}.`,
    finality: (provisional, final) =>
      `${provisional} — предварительный ответ: вызов ещё устанавливается. ${final} — окончательный: он завершает попытку.`,
    forking: (ends, goesOn) =>
      `После ${ends} пробовать другую цель нельзя (RFC 3261 §16.7); ${goesOn} этого не запрещает.`,
    alike: (a, meansA, b, meansB) =>
      `Класс, отправители и последствия у обоих одинаковы. ${a} означает, что ${meansA}. ${b} означает, что ${meansB}.`,
    use: (code, when) => `Отправляйте ${code}, когда ${when}.`,
    inOneCall: (first, last) => `В одном вызове: ${first} → ${last}`,
  },
  sequence,
  cause: {
    words: causes,
    labels: {
      inSip: 'В SIP',
      fromSip: 'Из SIP',
      asterisk: 'Asterisk отправляет',
      freeswitch: 'FreeSWITCH отправляет',
      decidedBy: 'Кто решил',
    },
    noResponse: {
      circuit: 'ответа нет: шлюз занимает другой канал',
      release: 'ответа нет: становится BYE или CANCEL',
    },
    decidedBy: {
      releaser: 'тот, кто положил трубку',
      untold: 'не сообщается',
      user: 'вызываемый абонент или его устройство',
      network: 'сеть',
    },
    title: (code, name) => (name === undefined ? `Причина Q.850 ${code}` : `Причина Q.850 ${code}: ${name}`),
  },
  warning: {
    words: warnings,
    title: (code, name) => (name === undefined ? `Warning ${code}` : `Warning ${code}: ${name}`),
  },
  method: {
    words: methods,
    labels: { dialog: 'Диалог', answered: 'Ответ' },
    dialogs: {
      creates: 'создаёт диалог',
      inside: 'только внутри диалога',
      none: 'никогда внутри диалога',
      either: 'внутри диалога или вне его',
    },
    answered: { yes: 'есть', never: 'никогда: на него не отвечают' },
  },
  ruleWords: rule,
  rule: {
    labels: { severity: 'Важность', looksAt: 'Что проверяется', setting: 'Настройка', source: 'Источник' },
    headings: {
      says: 'Что сообщает, например',
      why: 'Чем это плохо',
      limits: 'Чего трассировка доказать не может',
    },
    scopes: {
      message: 'каждое сообщение',
      transaction: 'каждая транзакция',
      dialog: 'каждый диалог',
      call: 'каждый вызов',
      registration: 'каждая регистрация',
      subscription: 'каждая подписка',
      capture: 'захват в целом',
    },
    severities: { error: 'ошибка (error)', warning: 'предупреждение (warning)', info: 'замечание (info)' },
    title: (id, title) => `${id}: ${title}`,
    setting: (id) => `--rule ${id}=off либо error, warning, info`,
  },
};
