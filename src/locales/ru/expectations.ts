/** Russian words about expectations. */
import type { Fault, FaultKey } from '../../expect/faults.ts';
import type { CheckKey } from '../../expect/probe.ts';
import type { Args } from '../../model.ts';
import type { ExpectationWords } from '../locale.ts';
import { count, either, plural } from './phrases.ts';

/** A word of the file at a length that fits into a sentence. */
function quoted(value: unknown): string {
  const text = String(value);
  return `«${text.length > 60 ? `${text.slice(0, 60)}…` : text}»`;
}

/** The forms for 1, 2 and 5, and the genitive plural after "из": "ни один из 3 вызовов". */
const nouns: Readonly<Record<string, readonly [one: string, few: string, many: string]>> = {
  calls: ['вызов', 'вызова', 'вызовов'],
  registrations: ['регистрация', 'регистрации', 'регистраций'],
  subscriptions: ['подписка', 'подписки', 'подписок'],
  transactions: ['другой запрос', 'других запроса', 'других запросов'],
};

/** After "из", which wants the genitive: one singular, all else plural. */
const genitives: Readonly<Record<string, readonly [one: string, several: string]>> = {
  calls: ['вызова', 'вызовов'],
  registrations: ['регистрации', 'регистраций'],
  subscriptions: ['подписки', 'подписок'],
  transactions: ['другого запроса', 'других запросов'],
};

function counted(n: unknown, group: unknown): string {
  const [one, few, many] = nouns[String(group)] ?? ['', '', ''];
  return count(Number(n), one, few, many);
}

function countedOf(n: unknown, group: unknown): string {
  const [one, several] = genitives[String(group)] ?? ['', ''];
  return count(Number(n), one, several, several);
}

const typeNames: Readonly<Record<string, string>> = {
  integer: 'целым числом',
  number: 'числом',
  string: 'текстом',
  boolean: 'true или false',
};

function typeList(types: unknown): string {
  return String(types)
    .split(' ')
    .map((type) => typeNames[type] ?? type)
    .join(' или ');
}

const faults: Readonly<Record<FaultKey, (args: Args) => string>> = {
  'not-a-map': () => 'здесь должен быть список вида «имя: значение»',
  'not-a-list': () => 'здесь должен быть список',
  empty: () => 'ничего не ожидается',
  'wrong-type': ({ value, types }) => `${quoted(value)} должно быть ${typeList(types)}`,
  'missing-name': ({ value }) => `нужно ${quoted(value)}`,
  'unknown-name': ({ value }) => `${quoted(value)} не известно`,
  'unknown-word': ({ value }) => `${quoted(value)} не известно`,
  'too-long': ({ most }) => `длиннее ${count(Number(most), 'символа', 'символов', 'символов')}`,
  'too-many': ({ most }) => `больше ${count(Number(most), 'элемента', 'элементов', 'элементов')}`,
  'too-small': ({ value, limit }) => `${quoted(value)} вне допустимого диапазона: предел ${limit}`,
  'wrong-version': ({ value, expected }) => `вместо ${quoted(value)} должно быть ${expected}, версия этого языка`,
  'count-form': ({ value }) => `${quoted(value)} — не количество; пишите 3, ">= 2", "< 5" или "2..5"`,
  'count-order': ({ value }) => `${quoted(value)} кончается раньше, чем начинается`,
  'duration-form': ({ value }) => `${quoted(value)} — не длительность; пишите "< 3s", ">= 500ms" или "1s..30s"`,
  'duration-unit': ({ value, number }) =>
    `у ${quoted(value)} нет известной единицы; пишите ${number}ms, ${number}s, ${number}min или ${number}h`,
  'duration-bare': ({ value }) =>
    `${quoted(value)} в точности не бывает никогда; пишите "< ${value}" или диапазон вида "1s..3s"`,
  'status-form': ({ value }) => `${quoted(value)} — не код ответа; пишите 200, 48x, 4xx или none`,
  'sequence-form': ({ value }) =>
    `${quoted(value)} — не часть последовательности; пишите коды и классы вида 100? 18x* 200`,
  'sequence-group': ({ value }) => `у ${quoted(value)} нет парной скобки`,
  'sequence-deep': ({ most }) =>
    `больше ${count(Number(most), 'вложенной группы', 'вложенных групп', 'вложенных групп')}`,
  'message-form': ({ value }) => `${quoted(value)} не называет сообщений; пишите INVITE, 200, 18x или 200 BYE`,
  'rule-unmatched': ({ value }) => `${quoted(value)} не подходит ни к одному правилу; их имена: sipsleuth list rules`,
};

/** What a fault is about: the name in front of it; of an entry of a list its number, where no word of it is shown. */
function subjectOf({ path, key, args, onName }: Fault): string {
  if (onName) return 'имя';
  const name = path.findLast((one) => typeof one === 'string');
  const last = path[path.length - 1];
  if (name === undefined) return 'файл';
  return typeof last === 'number' && (args.value === undefined || key === 'missing-name')
    ? `${name}[${last}]`
    : String(name);
}

const nothing = (text: unknown) => (text === '' ? 'ничего нет' : text);

const severities: Readonly<Record<string, string>> = {
  error: 'ошибка',
  warning: 'предупреждение',
  info: 'замечание',
};

const severityOf = (severity: unknown) => severities[String(severity)] ?? String(severity);

const sentences: Readonly<Record<CheckKey, (args: Args, pass: boolean) => string>> = {
  seen: ({ expected, seen }) => `ожидалось ${either(expected)}, в трассировке: ${nothing(seen)}`,
  sequence: ({ expected, seen, before, came, wanted, mayEnd }) => {
    const place = before === '' ? 'первым' : `после ${before}`;
    const instead = [either(wanted), mayEnd ? 'конца' : ''].filter((word) => word !== '').join(' или ');
    const what = came === '' ? `${place} наступил конец` : `${place} пришло ${came}`;
    return `ожидалось ${expected}, в трассировке ${seen}: ${what} вместо ${instead}`;
  },
  'timing-missing': ({ expected }) => `ожидалось ${expected}, но в этом вызове измерить нечего`,
  'expires-missing': ({ expected }) => `ожидалось ${expected}, но срок не предоставлен`,
  header: ({ in: messages, name, expected, seen }) =>
    expected === ''
      ? `в ${messages} есть ${name}: ${seen}`
      : `ожидалось ${name}: ${either(expected)} в ${messages}, в трассировке ${name}: ${seen}`,
  'header-missing': ({ in: messages, name, expected }) =>
    `ожидалось ${name}${expected === '' ? '' : `: ${either(expected)}`} в ${messages}, но такого поля нет`,
  'header-present': ({ in: messages, name, expected, seen }) =>
    `ожидалось отсутствие ${name}${expected === '' ? '' : `: ${either(expected)}`} в ${messages}, в трассировке: ${nothing(seen)}`,
  'header-cut': ({ in: messages, name }) => `${messages}: слишком длинно, чтобы сказать, есть ли там ${name}`,
  'message-missing': ({ in: messages }) => `${messages}: такого сообщения нет, смотреть не на что`,
  'sdp-missing': ({ side }) => `ожидалось SDP (${side}), но его нет`,
  'sdp-present': ({ side }, pass) =>
    pass ? `как и ожидалось от SDP (${side})` : `ожидалось отсутствие SDP (${side}), но оно есть`,
  'findings-clean': ({ seen }) => (seen === 0 ? 'ничего не найдено' : 'не найдено ничего, кроме разрешённого'),
  'finding-forbidden': ({ rule, title }) => `находка ${rule} запрещена, но есть: ${title}`,
  'finding-required': ({ expected }) => `находка ${either(expected)} обязательна, но её нет`,
  'finding-not-allowed': ({ expected, rule, severity, title }) =>
    `${expected === '' ? 'находок не ожидалось' : `не ожидалось ничего, кроме ${either(expected)}`}, есть ${severityOf(severity)} ${rule}: ${title}`,
  'finding-above': ({ expected, rule, severity, title }) =>
    `не ожидалось ничего выше уровня ${expected}, есть ${severityOf(severity)} ${rule}: ${title}`,
  selected: ({ expected, seen, group }) => `ожидалось ${expected}, выбрано: ${counted(seen, group)}`,
  'nothing-selected': ({ all, group }) =>
    all === 0 ? `нет ни одного элемента раздела ${group}` : `из ${countedOf(all, group)} не выбрано ничего`,
  'none-holds': ({ seen, group }, pass) =>
    pass ? 'одно совпадение есть' : `ожидалось одно совпадение, но из ${countedOf(seen, group)} не совпало ничего`,
  holds: ({ seen, group }, pass) =>
    pass ? 'совпадений нет' : `совпадений не ожидалось, но есть: ${counted(seen, group)}`,
  unlisted: () => 'в отчёте не перечислены сообщения; анализируйте с messages: all',
  'list-cut': ({ listed, total }) =>
    total === ''
      ? `перечислены только первые ${count(Number(listed), 'сообщение', 'сообщения', 'сообщений')}: для решения мало`
      : `перечислено сообщений: ${listed} из ${total}, для решения мало`,
  omitted: ({ omitted, group }) => `${counted(omitted, group)} этой трассировки проверить не удалось: слишком много`,
};

export const expectations: ExpectationWords = {
  fault: (fault) => `${subjectOf(fault)}: ${faults[fault.key](fault.args)}`,
  check: ({ key, args, pass }) => sentences[key](args, pass),
  summary: (passed, failed) =>
    failed === 0
      ? `${plural(passed, 'выполнено', 'выполнены', 'выполнено')} ${count(passed, 'ожидание', 'ожидания', 'ожиданий')}`
      : `не выполнено ${failed} из ${count(passed + failed, 'ожидания', 'ожиданий', 'ожиданий')}`,
  more: (n) => `… и ещё ${n} таких же; все есть в --format json`,
  selected: (n, group) => counted(n, group),
  claims: {
    sequence: (pattern) => `последовательность ${pattern}`,
    answer: (limit) => `ответ за ${limit}`,
    outcome: (outcomes) => `исход ${either(outcomes)}`,
    codec: (codecs) => `кодек ${either(codecs)}`,
    findings: (above, except) =>
      `отсутствие находок${above === '' ? '' : ` выше ${above}`}${except === '' ? '' : `, кроме ${either(except)}`}`,
    meet: 'выполнение ожиданий',
  },
  every: (claim) => `для каждого вызова ожидалось: ${claim}`,
  no: (claim) => `ни для одного вызова не ожидалось: ${claim}`,
  to: (claim) => `для трассировки ожидалось: ${claim}`,
  notTo: (claim) => `для трассировки не ожидалось, но есть: ${claim}`,
  noTrace: 'expect() принимает отчёт sipsleuth или один из его вызовов; отчёт даёт readTrace из sipsleuth/node',
  noCall: 'в этом отчёте нет вызовов',
  noMessage: 'в этом отчёте нет сообщений SIP',
  findingsOfCall: 'один вызов не говорит, каковы его находки; передайте expect() отчёт',
  noDuration: (written) => `${quoted(written)} — не длительность; пишите 3s, 500ms или число миллисекунд`,
};
