/** Labels of the terminal report. */
import type { TerminalWords } from '../locale.ts';
import { after, count, duration, plural, roles } from './phrases.ts';
import { stream } from './stream.ts';

const outcomes: TerminalWords['outcomes'] = {
  answered: 'отвечен',
  busy: 'занято',
  declined: 'отклонён абонентом',
  cancelled: 'отменён',
  'no-answer': 'нет ответа',
  redirected: 'перенаправлен',
  rejected: 'отвергнут',
  unauthorized: 'не авторизован',
  failed: 'не удался',
  unknown: 'исход не виден',
  registered: 'зарегистрирован',
  unregistered: 'снят с регистрации',
};

/** After a number of calls: one goes with "вызов", the other with any other number ("2 отвечено", "21 отвечен"). */
const counted: Readonly<Record<keyof TerminalWords['outcomes'], readonly [one: string, several: string]>> = {
  answered: ['отвечен', 'отвечено'],
  busy: ['попал на занятость', 'попало на занятость'],
  declined: ['отклонён абонентом', 'отклонено абонентами'],
  cancelled: ['отменён', 'отменено'],
  'no-answer': ['без ответа', 'без ответа'],
  redirected: ['перенаправлен', 'перенаправлено'],
  rejected: ['отвергнут', 'отвергнуто'],
  unauthorized: ['не авторизован', 'не авторизовано'],
  failed: ['не удался', 'не удалось'],
  unknown: ['без исхода в трассировке', 'без исхода в трассировке'],
  registered: ['зарегистрирован', 'зарегистрировано'],
  unregistered: ['снят с регистрации', 'снято с регистрации'],
};

/** Alone after "1 вызов:". */
const ofOne: Partial<TerminalWords['outcomes']> = { busy: 'занято', 'no-answer': 'нет ответа' };

export const terminal: TerminalWords = {
  outcomes,
  outcomeCount: (n, outcome) => {
    const [one, several] = counted[outcome];
    return count(n, one, several, several);
  },
  outcomeOfOne: (outcome) => ofOne[outcome] ?? counted[outcome][0],
  roles,
  // The labels of a finding stand in a column of ten characters.
  legs: 'Плечи',
  device: 'Смотреть',
  badExample: 'Сработает',
  goodExample: 'Не сработает',
  columns: { start: 'начало', parties: 'вызывающий и вызываемый', responses: 'ответы', result: 'что произошло' },
  call: 'вызов',
  registration: 'регистрация',
  subscription: 'подписка',
  transaction: 'транзакция',
  capture: 'захват',
  severities: { error: 'ОШИБКА', warning: 'ПРЕДУПРЕЖДЕНИЕ', info: 'ЗАМЕЧАНИЕ' },
  confidences: { certain: 'достоверно', likely: 'вероятно', possible: 'возможно' },
  evidence: 'Где видно',
  why: 'Чем плохо',
  fix: 'Исправить',
  limits: 'Неизвестно',
  source: 'Источник',
  advice: 'Что делать',
  media: 'Медиа',
  stream,
  after: (ms) => after(ms).trimStart(),
  talked: (ms) => `разговор ${duration(ms)}`,
  duration,
  messages: (n) => count(n, 'сообщение SIP', 'сообщения SIP', 'сообщений SIP'),
  calls: (n) => count(n, 'вызов', 'вызова', 'вызовов'),
  registrations: (n) => count(n, 'регистрация', 'регистрации', 'регистраций'),
  subscriptions: (n) => count(n, 'подписка', 'подписки', 'подписок'),
  transactions: (n) => count(n, 'другой запрос', 'других запроса', 'других запросов'),
  errors: (n) => count(n, 'ошибка', 'ошибки', 'ошибок'),
  warnings: (n) => count(n, 'предупреждение', 'предупреждения', 'предупреждений'),
  notes: (n) => count(n, 'замечание', 'замечания', 'замечаний'),
  accepted: (n) => `известно или подавлено: ${n}`,
  acceptance: ({ by, reason }) => (by === 'baseline' ? 'известно: есть в базовом списке' : `подавлено: ${reason}`),
  findings: (n) => count(n, 'находка', 'находки', 'находок'),
  undetermined: (n) => `не определено: ${n}`,
  duplicates: (n) =>
    `${plural(n, 'отброшен', 'отброшено', 'отброшено')} ${count(n, 'повтор', 'повтора', 'повторов')} захвата`,
  newestFirst: 'сначала новейшие: упорядочено по времени',
  incomplete: 'неполный: нет конца или часть повреждена',
  times: (n) => `× ${n}`,
  frame: (n, log) => `${log ? 'строка' : 'кадр'} ${n}`,
  firstAt: (where) => `впервые: ${where}`,
  followsFrom: (cause) => `следствие, причина — ${cause}:`,
  notShown: (n) => `… ещё ${n}`,
  withoutSip: (n) => `${count(n, 'другой входной файл', 'других входных файла', 'других входных файлов')} без SIP`,
  ratio: (name, percent) => `${name} ${String(percent).replace('.', ',')} %`,
  delay: (name, median, p95) =>
    `${name === 'postDial' ? 'задержка после набора (PDD)' : 'разговор'} ${duration(median)} (95 %: ${duration(p95)})`,
  peersTitle: 'Между узлами',
  peerColumns: { peers: 'от и к', attempts: 'вызовы', postDial: 'PDD' },
  cleanCalls: 'Вызовы без находок',
  quietCalls: 'Вызовы без новых находок',
  acceptedTitle: 'Известные или подавленные',
  otherCalls: 'Остальные вызовы с находками, кратко',
  registrationsTitle: 'Регистрации',
  subscriptionsTitle: 'Подписки',
  transactionsTitle: 'Другие запросы',
  captureTitle: 'О самом захвате',
  undeterminedTitle: 'Решить не удалось',
  notDecodedTitle: 'Не декодировано',
  more: (n) => `… и ещё ${n}; --limit-calls и --limit-lines показывают больше, --format json — всё.`,
  omitted: (list) => `Посчитано, но не перечислено, слишком много: ${list}`,
  silence: 'нет окончательного ответа',
  unanswered: 'нет ответа',
};
