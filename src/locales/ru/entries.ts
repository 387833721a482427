/** Labels of the pages of header fields, Reason protocols and timers. */
import type { EntryWords } from '../entry-pages.ts';
import { headerFields } from './header-fields.ts';
import { duration, listed } from './phrases.ts';
import { reasonProtocols } from './reason-protocols.ts';
import { timers } from './timers.ts';

export const entries: EntryWords = {
  headerFields,
  reasonProtocols,
  timers,
  labels: {
    definedIn: 'Определено в',
    metIn: 'Встречается в',
    registered: 'Зарегистрировано',
    replacedBy: 'Заменено на',
    compact: 'Краткая форма',
    standsIn: 'Где стоит',
    methods: 'Методы',
    responses: 'Ответы',
    values: 'Значения',
    setBy: 'Кто ставит',
    mandatory: 'Обязательно',
    comesWith: 'Сопровождает',
    numbers: 'Числа',
    length: 'Длительность',
    mobile: 'В мобильных телефонах',
    runBy: 'У кого идёт',
    transport: 'Транспорт',
    rules: 'Правила',
  },
  headings: {
    tells: 'О чём говорит',
    check: 'Что проверить',
    numbers: 'Его числа',
    does: 'Что делает',
    expired: 'Что видно в трассе, когда он истёк',
  },
  where: { requests: 'в запросах', responses: 'в ответах', both: 'в запросах и ответах' },
  repeats: {
    once: 'одно, на одной строке',
    list: 'несколько, через запятую или каждое на своей строке',
    lines: 'несколько, каждое на своей строке',
  },
  setters: {
    uac: 'клиент, отправляющий запрос',
    uas: 'отвечающая сторона',
    proxy: 'прокси',
    registrar: 'регистратор',
    b2bua: 'B2BUA',
    gateway: 'шлюз',
    network: 'доверенный сервер сети',
    signer: 'сервер, подписывающий за вызывающего',
  },
  strengths: { must: 'обязательно', should: 'желательно', may: 'возможно' },
  numbers: {
    q850: 'причины Q.850',
    status: 'коды ответов',
    values: 'собственные, перечислены ниже',
  },
  runners: {
    client: 'клиент транзакции',
    server: 'сервер транзакции',
    proxy: 'прокси',
    uac: 'сторона, отправившая запрос',
    uas: 'отвечающая сторона',
    both: 'обе стороны',
  },
  notRegistered: 'нет: в реестре IANA отсутствует',
  inEveryMessage: 'в каждом запросе и ответе',
  udpOnly: 'только UDP; для TCP, TLS и WebSocket равен нулю или не идёт',
  headerTitle: (name) => `Поле заголовка ${name}`,
  reasonTitle: (name) => `Протокол Reason ${name}`,
  quoted: (text) => `«${text}»`,
  numbered: (cause, name) => `${cause}: ${name}.`,
  listed,
  duration,
  product: (formula, length) => `${formula} = ${length}`,
  doubling: (first, limit) =>
    limit === undefined
      ? `сначала T1 (${first}), каждый раз вдвое больше`
      : `сначала T1 (${first}), каждый раз вдвое больше, до T2 (${limit})`,
  over: (length) => `более ${length}`,
  span: (from, to) => `от ${from} до ${to}`,
  asHeader: (header, otherwise) =>
    otherwise === undefined ? `как сказано в ${header}` : `как сказано в ${header}; без него ${otherwise}`,
};
