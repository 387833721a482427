/** Rules on authentication. */
import type { authChallengeUnanswered } from '../../../rules/authentication/auth-challenge-unanswered.ts';
import { type authCredentialsRejected, blamesNonces } from '../../../rules/authentication/auth-credentials-rejected.ts';
import type { authNonceLoop } from '../../../rules/authentication/auth-nonce-loop.ts';
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { Spelling } from '../../../rules/recompute.ts';
import { count, duration, later } from '../phrases.ts';

type Rejected = ArgsOf<typeof authCredentialsRejected>;

/** How the password was changed on its way into the digest: completes "пароль взят …". */
const spellings: Readonly<Record<Spelling, (length: string) => string>> = {
  trimmed: () => 'без пробелов по краям',
  blank: () => 'с пробелом в конце',
  'line-end': () => 'с концом строки в конце',
  'carriage-return': () => 'с возвратом каретки в конце',
  quoted: () => 'в кавычках',
  'lower-case': () => 'строчными буквами',
  'upper-case': () => 'прописными буквами',
  percent: () => 'со специальными символами в виде %HH',
  unpercent: () => 'с раскрытыми %HH',
  xml: () => 'со специальными символами как в XML (&amp;)',
  empty: () => 'пустым',
  cut: (length) => `обрезанным до ${count(length, 'символа', 'символов', 'символов')}`,
};

const spelled = ({ wanted, given }: Rejected) => spellings[wanted as Spelling](given);

const quoted = (text: string) => (text === '' ? 'пусто' : `«${text}»`);

function remedyOf(args: Rejected): string {
  const { field, client, given, wanted, user } = args;
  switch (field) {
    case 'spelling':
      return `Введите пароль «${user}» в ${client} заново, вручную: его форма или настройка (provisioning) берёт пароль ${spelled(args)}.`;
    case 'password':
      return `Задайте в ${client} пароль «${user}»: он использует пароль «${wanted}».`;
    case 'username':
      return `Задайте в ${client} одного пользователя аутентификации: digest сделан для ${quoted(wanted)}, а заголовок указывает ${quoted(given)}.`;
    case 'realm':
      return `Пусть ${client} хеширует realm из запроса аутентификации: очистите realm в его учётной записи или исправьте сохранённый хеш, сделанный с ${quoted(wanted)}.`;
    case 'nonce':
      return `Пусть ${client} отвечает на самый новый запрос аутентификации: его digest сделан не с тем nonce, который он пишет.`;
    case 'uri':
    case 'method':
      return `Найдите, что меняет запрос между ${client} и этой точкой (SIP ALG, АТС, копирующая учётные данные в другой запрос): digest относится к ${quoted(wanted)}.`;
    case 'case':
      return `Обновите ${client}: digest нужно писать строчными буквами (RFC 7616 §3.2), а серверы, сравнивающие тексты, такой отвергают.`;
    case 'body':
      return `Предлагайте qop auth вместо auth-int или найдите, что добавляет тело между ${client} и этой точкой.`;
    default:
      return `Обновите ${client} или настройте его digest: то, что он пишет как ${field}, — не то, что он хеширует.`;
  }
}

const inputNames: Readonly<Record<string, string>> = {
  nc: 'счётчиком nonce (nc)',
  cnonce: 'cnonce',
  uri: 'URI',
  method: 'методом',
  algorithm: 'алгоритмом',
};

function madeWith(args: Rejected): string {
  const { field, given, wanted } = args;
  switch (field) {
    case 'spelling':
      return `их digest сделан с указанным паролем, но взятым ${spelled(args)}`;
    case 'password':
      return `их digest сделан с паролем «${wanted}»`;
    case 'case':
      return 'их digest верен, но его шестнадцатеричные цифры — прописные';
    case 'body':
      return 'их digest (qop auth-int) сделан для пустого тела, а у запроса тело есть';
    case 'username':
      return `их digest сделан для пользователя ${quoted(wanted)}, а называют они ${quoted(given)}`;
    case '':
      return '';
    default:
      return field === 'qop' && wanted === ''
        ? `их digest сделан без qop, а указывают они ${given}`
        : `их digest сделан с ${inputNames[field] ?? field} ${quoted(wanted)} вместо ${quoted(given)}`;
  }
}

export const authentication = {
  'auth-challenge-unanswered': {
    title: 'Запрос аутентификации, на который клиент не отвечает',
    why: ({ kind, method }) =>
      kind === 'unusable'
        ? `${method} не удаётся: сервер требует учётные данные, но не говорит, в каком виде.`
        : `${method} не удаётся: сервер требует учётные данные, а клиент их не предлагает.`,
    fix: ({ kind, server, client, status, offered, realm }) => [
      ...{
        ignored: [],
        unusable: [
          `Пусть ${server} помещает в свой ${status} запрос аутентификации: без него не может ответить ни один клиент.`,
        ],
        scheme: [`Пусть ${server} предлагает Digest: ${client} не может ответить на ${offered.join(', ')}.`],
        algorithm: [
          `Пусть ${server} предлагает рядом с ${offered.join(', ')} и MD5, в отдельном поле заголовка (RFC 8760 §2.3), или обновите ${client}.`,
        ],
      }[kind],
      ...(kind === 'unusable'
        ? []
        : [`Настройте в ${client} имя пользователя и пароль${realm === '' ? '' : ` для realm «${realm}»`}.`]),
      `Если ${server} должен узнавать ${client} по адресу (транк без регистрации), проверьте, что этот адрес есть в его списке: он мог смениться.`,
      'Если запрос аутентификации приходит из-за прокси или АТС, проверьте, что этот узел может на него ответить или передаёт его телефону.',
    ],
    message: ({ kind, server, method, client, status, offered, waited }) =>
      `${server} ответил на ${method} от ${client} запросом аутентификации ${status}` +
      {
        ignored: `, а клиент за ${duration(waited)} не повторил попытку с учётными данными.`,
        unusable: `, но в его ${status} нет запроса, на который можно ответить.`,
        scheme: `, но предлагает только ${offered.join(', ')}; за ${duration(waited)} клиент попытки не повторил.`,
        algorithm: `, но предлагает только ${offered.join(', ')}; за ${duration(waited)} клиент попытки не повторил.`,
      }[kind],
    limits: ({ kind }) =>
      kind === 'unusable'
        ? ''
        : 'Клиент, повторяющий попытку с новым Call-ID, виден как другой вызов или другая регистрация.',
  } satisfies RuleWords<typeof authChallengeUnanswered>,
  'auth-credentials-rejected': {
    title: 'Учётные данные, которых сервер не принимает',
    why: ({ letIn, method }) =>
      letIn
        ? 'Позже клиента пропустили; некоторые серверы после нескольких таких попыток его блокируют.'
        : method === 'REGISTER'
          ? 'Телефон остаётся незарегистрированным: вызовов он не получает, а его собственные могут отклонять.'
          : 'Запрос не пропущен; клиентов, пробующих одни и те же учётные данные снова и снова, блокируют.',
    fix: (args) => [
      ...{
        user: [`Задайте в ${args.client} пользователя аутентификации: он пуст.`],
        realm: [
          `Задайте в ${args.client} realm «${args.wanted}» или оставьте его пустым, чтобы он брался из запроса аутентификации.`,
        ],
        nonce: [
          `Пусть ${args.client} отвечает на самый новый запрос аутентификации: он продолжает использовать nonce более старого.`,
        ],
        server: [
          `Пусть серверы делят свои nonce, или направляйте ${args.client} на тот, который запросил аутентификацию.`,
        ],
        algorithm: [`Пусть ${args.client} использует алгоритм, который предлагает сервер (${args.wanted}).`],
        qop: [
          `Пусть ${args.client} использует qop, который предлагает запрос аутентификации (${args.wanted || 'никакого'}).`,
        ],
        expired: [
          `Пусть ${args.client} отвечает на запрос аутентификации сразу или пусть nonce у ${args.server} действует дольше.`,
          `Пусть ${args.server} указывает stale=true, когда срок nonce истёк: тогда клиент сам повторяет попытку.`,
        ],
        uri: [],
        refused: [],
        forbidden: [],
        mismatch: [],
        made: [remedyOf(args)],
        correct: [
          `Сравните то, что ${args.server} хранит для «${args.user}», с указанным паролем: другой пароль или сохранённый хеш (HA1), сделанный с другим realm или пользователем.`,
          `Проверьте, что ${args.server} ищет «${args.user}» в нужном домене или у нужного арендатора (tenant), а учётная запись не заблокирована и не привязана к другому адресу.`,
        ],
      }[args.kind],
      ...(args.kind === 'made' || args.kind === 'correct' || args.tested
        ? []
        : [
            `Заново задайте пароль «${args.user}» для realm «${args.realm}» на обеих сторонах; следите за пробелами и символами, требующими экранирования.`,
            'Проверьте, что пользователь аутентификации — тот, которого знает сервер: часто он отличается от номера или показываемого имени.',
          ]),
      ...(args.kind === 'uri'
        ? [
            'Выясните, что меняет Request-URI после вычисления digest: ALG, правило заголовков, настройка исходящего прокси. Некоторые серверы их сравнивают.',
          ]
        : []),
      ...(blamesNonces.includes(args.kind)
        ? ['Если работу делят несколько серверов, проверьте, что каждый принимает nonce остальных.']
        : []),
    ],
    message: (args) =>
      `${args.server} отверг учётные данные «${args.user}» для realm «${args.realm}» в ${args.method} от ${args.client} ответом ${args.status}${args.phrase === '' ? '' : ` ${args.phrase}`}` +
      {
        user: ': нет имени пользователя.',
        realm: `: они составлены для realm «${args.given}».`,
        nonce: ': они отвечают на более старый запрос аутентификации, а не на самый новый.',
        server: `: запрос аутентификации пришёл от другого сервера, ${args.wanted}.`,
        algorithm: `: в них использован ${args.given}, а предлагался ${args.wanted}.`,
        qop: `: в них использован qop ${args.given}, а ${args.wanted === '' ? 'не предлагался никакой' : `предлагался ${args.wanted}`}.`,
        uri: `, хотя ${args.tested ? 'их digest верен для указанного пароля' : 'они отвечают на самый новый запрос аутентификации'}; их uri — ${args.given}, а запрос идёт на ${args.wanted}.`,
        refused: ', хотя они отвечают на самый новый запрос аутентификации: неверно имя пользователя или пароль.',
        expired: `: они пришли ${later(args.late)} после запроса аутентификации, и срок его nonce истёк.`,
        forbidden: '.',
        correct: ', хотя их digest верен для указанного пароля.',
        mismatch: ': их digest сделан не с указанным паролем.',
        made: `: ${madeWith(args)}.`,
      }[args.kind],
    limits: ({ kind, tested }) =>
      kind === 'mismatch'
        ? 'Устарел пароль в клиенте или указанный здесь, по digest узнать нельзя.'
        : kind === 'correct'
          ? 'С чем сервер сравнивает digest, не видно.'
          : (kind === 'refused' || kind === 'uri') && !tested
            ? 'Неверен пароль или имя пользователя, по digest узнать нельзя.'
            : kind === 'expired'
              ? 'Верны ли имя пользователя и пароль, не проверено.'
              : '',
  } satisfies RuleWords<typeof authCredentialsRejected>,
  'auth-nonce-loop': {
    title: 'Запросы аутентификации по кругу',
    why: ({ letIn, method }) =>
      letIn
        ? `Каждый ${method} занимает несколько кругов сообщений, и клиент, который сдаётся раньше этого, не проходит.`
        : `${method} не проходит, каков бы ни был пароль: клиент отвечает на каждый запрос аутентификации и получает следующий.`,
    fix: ({ kind, server, client, method, other }) =>
      ({
        stale: [
          `Увеличьте срок действия nonce на ${server} (Kamailio: nonce_expire модуля auth; Asterisk: nonce_lifetime) и проверьте его часы.`,
          `Если ${server} — это несколько машин, дайте им одинаковый секрет nonce и одинаковое время (Kamailio: secret модуля auth) и отключите одноразовые nonce или сделайте их память общей.`,
        ],
        'old-nonce': [
          `Обновите или перезапустите ${client}: он должен брать nonce самого нового запроса аутентификации, а продолжает использовать старый.`,
          `Если учётные данные кэширует узел между ними (АТС, ALG), пусть он передаёт запросы ${method} без изменений.`,
        ],
        servers: [
          `Дайте ${server} и ${other} одинаковый секрет nonce (Kamailio: secret модуля auth), чтобы каждый принимал nonce другого.`,
          'Или пусть балансировщик направляет клиента на один и тот же сервер, пока его запрос не завершён (по Call-ID или исходному адресу).',
        ],
      })[kind],
    message: ({ kind, method, client, challenges, span, server, other, answered, letIn }) =>
      `На ${method} от ${client} за ${duration(span)} аутентификацию запросили ${count(challenges, 'раз', 'раза', 'раз')}, ` +
      {
        stale: `и каждый раз ${server} объявлял nonce слишком старым (stale), под конец ${later(answered)} после выдачи`,
        'old-nonce': `и каждый раз он приходил со старым nonce вместо нового, который отправил ${server}`,
        servers: `поочерёдно ${server} и ${other}: каждый отвергает то, что отвечено другому`,
      }[kind] +
      (letIn ? '; в конце концов запрос принят.' : '.'),
    limits: ({ kind }) =>
      ({
        stale: 'Почему сервер считает nonce слишком старым, из сообщений не видно.',
        'old-nonce': '',
        servers: 'Неверный пароль за балансировщиком выглядит так же.',
      })[kind],
  } satisfies RuleWords<typeof authNonceLoop>,
};
