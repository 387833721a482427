/** Rules on how calls end. */
import { findCause } from '../../../catalogue/causes.ts';
import { findStatus } from '../../../catalogue/statuses.ts';
import { clip } from '../../../rules/clip.ts';
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { bodyRejected } from '../../../rules/outcome/body-rejected.ts';
import type { busyDeclinedUnavailable } from '../../../rules/outcome/busy-declined-unavailable.ts';
import type { callForbidden } from '../../../rules/outcome/call-forbidden.ts';
import type { destinationNotFound } from '../../../rules/outcome/destination-not-found.ts';
import type { emergencyCallProblem } from '../../../rules/outcome/emergency-call-problem.ts';
import type { methodNotSupported } from '../../../rules/outcome/method-not-supported.ts';
import type { reasonContradiction } from '../../../rules/outcome/reason-contradiction.ts';
import type { releaseCauseAbnormal } from '../../../rules/outcome/release-cause-abnormal.ts';
import type { requestTerminated487 } from '../../../rules/outcome/request-terminated-487.ts';
import type { requiredExtensionUnsupported } from '../../../rules/outcome/required-extension-unsupported.ts';
import type { retryAfterIgnored } from '../../../rules/outcome/retry-after-ignored.ts';
import type { upstreamTimeout408504 } from '../../../rules/outcome/upstream-timeout-408-504.ts';
import { capitalize } from '../../phrases.ts';
import { count, duration, later, role } from '../phrases.ts';
import { reasonName, saying } from './phrases.ts';

type Body = ArgsOf<typeof bodyRejected>;

const bodyFix: Readonly<Record<Body['kind'], (args: Body) => readonly string[]>> = {
  type: ({ sent, client, server, accepts }) => [
    sent.startsWith('multipart/')
      ? `Пусть ${client} или SBC перед ${server} отправляет одно SDP: составное тело содержит части (ISUP, местоположение, данные записи), которых дальняя сторона не читает.`
      : `Пусть ${client} отправляет тело типа, который ${server} принимает${accepts === '' ? '' : ` (${accepts})`}, или не отправляет его вовсе.`,
    `Пусть ${server} игнорирует части с handling=optional (RFC 5621) или принимает ${sent || 'такое тело'}.`,
  ],
  encoding: ({ client }) => [`Отключите сжатие тел в ${client}.`],
  size: ({ size, bodySize, transport, server }) => [
    `Сократите запрос: в нём ${count(size, 'байт', 'байта', 'байт')}, из них ${bodySize} занимает тело. Меньше кодеков и кандидатов ICE, ничего лишнего в History-Info, никаких составных тел.`,
    ...(transport === 'udp' ? [`Отправляйте его по TCP, если ${server} ограничивает то, что принимает по UDP.`] : []),
    `Увеличьте предел размера сообщений на ${server}.`,
  ],
  uri: ({ uriSize }) => [
    `Сократите Request-URI: в нём ${count(uriSize, 'символ', 'символа', 'символов')}. Длинные токены в его параметрах приходят из Contact дальней стороны или из сценария.`,
  ],
  encrypted: ({ server }) => [
    `Шифруйте тело сертификатом, который ${server} отправляет с 493, или оставьте его открытым внутри TLS.`,
  ],
};

const unavailableFix: Readonly<Record<number, readonly string[]>> = {
  480: [
    'Посмотрите, зарегистрирован ли телефон в этот момент: сервер без привязки для него отвечает 480.',
    'Ищите режим «не беспокоить» и переадресацию, ведущую в никуда.',
  ],
  600: [
    'Ищите режим «не беспокоить» или «занят», включённый для всех устройств вызываемого абонента.',
    'Если такие вызовы должны принимать голосовая почта или другое устройство, пусть отвечает 486: после 600 пробовать больше ничего нельзя.',
  ],
  603: [
    'Ищите блокировку вызовов, отклонение анонимных вызовов, режим «не беспокоить» или лимит вызовов этого пользователя.',
    'Если такие вызовы должны принимать голосовая почта или другое устройство, пусть отвечает 486 или 480: после 603 пробовать больше ничего нельзя.',
  ],
};

type NotFound = ArgsOf<typeof destinationNotFound>;

const flaws: Readonly<Record<Exclude<NotFound['flaw'], ''>, string>> = {
  'no-user': 'адрес не называет никакого пользователя',
  'plus-zero': 'номер начинается с +0, чего не бывает ни у одного кода страны',
  separators: 'в номере есть разделители, но нет user=phone, и он читается как имя',
};

const compare = 'Сравните номер с работающим на этом маршруте';

const formFix: Readonly<Record<NotFound['form'], string>> = {
  plus: `${compare}: многим АТС и старым транкам вместо плюса нужны национальные цифры или 00.`,
  '00': `${compare}: большинству транков вместо 00 нужен + и код страны.`,
  '011': `${compare}: вне Северной Америки и на большинстве транков 011 нужно заменить на +.`,
  '0': `${compare}: транк, который ждёт + и код страны, не понимает ведущего 0.`,
  short:
    'Посмотрите, есть ли этот внутренний номер на том сервере и зарегистрирован ли его телефон: некоторые продукты отвечают 404 о пользователе без регистрации.',
  digits: `${compare}: в нём нет ни плюса, ни префикса, и сервер может отнести его к другой стране или зоне.`,
  name: 'Посмотрите, есть ли этот пользователь в том домене на том сервере и зарегистрирован ли его телефон: некоторые продукты отвечают 404 о пользователе без регистрации.',
  none: 'Ищите в плане набора правило, оставляющее часть user адреса пустой.',
};

const notFoundMeaning: Readonly<Record<Exclude<NotFound['kind'], 'many' | 'respelled'>, string>> = {
  unknown: 'он не знает никого с таким именем или номером',
  gone: 'номер больше не используется',
  incomplete: 'ему не хватает цифр номера',
  ambiguous: 'подошло бы больше одного из его пользователей',
  scheme: 'такой вид адреса он не читает',
  'no-route': 'у него нет маршрута к этому номеру',
  'out-of-order': 'линия вызываемого абонента неисправна',
  ported: 'номер перенесён в другую сеть',
};

const emergencyFix: Readonly<Record<number, readonly string[]>> = {
  380: [
    'Пусть телефон выполнит экстренную регистрацию и повторит вызов (IMS); телефону или транку без IMS нужен собственный экстренный маршрут.',
  ],
  403: [
    'Разрешите экстренные вызовы для каждой учётной записи и каждого транка, независимо от класса обслуживания, баланса и учётных данных.',
  ],
  404: [
    'Добавьте экстренный маршрут: номера и URN должны вести в экстренную службу или к оператору, который туда ведёт.',
  ],
  424: [
    'Прочитайте Geolocation-Error и отправляйте местоположение, которое можно прочесть: PIDF-LO в теле и Geolocation, указывающий на него.',
  ],
  425: ['Прочитайте AlertMsg-Error и исправьте тревожное сообщение.'],
  484: ['Исключите экстренные номера из сбора цифр: они уже полные.'],
  488: ['Пусть экстренный маршрут принимает все кодеки, какие есть у вызывающих, и вызовы без шифрования.'],
  503: ['Держите каналы свободными для экстренных вызовов и добавьте второй маршрут, который пробуется сразу.'],
};

const methodLoss: Readonly<Record<string, string>> = {
  UPDATE: 'Не происходит того, для чего был UPDATE: обновления сеанса, изменения early media или показа вызывающего.',
  INFO: 'То, что нёс INFO, потеряно.',
  PRACK: 'Надёжный предварительный ответ так и не подтверждён: вызов не удаётся через 32 с.',
  INVITE: 'Вызов здесь установить нельзя.',
  BYE: 'На той стороне вызов остаётся установленным и тарифицируется.',
  MESSAGE: 'Текст не доходит.',
  PUBLISH: 'Другие по-прежнему видят старое присутствие этого пользователя.',
  NOTIFY: 'Новость, которую нёс NOTIFY, потеряна, и подписка завершается.',
};

const releaseAdvice: Readonly<Record<ArgsOf<typeof releaseCauseAbnormal>['area'], string>> = {
  number: 'Проверьте номер и выбранный маршрут: сеть освободила вызов из-за направления.',
  user: 'Спросите вызываемого абонента: дальняя сторона говорит, что вызов завершил или отклонил он сам или его устройство.',
  network:
    'Смотрите транки, каналы и следующую сеть за это время: у дальней стороны не было канала, или она его потеряла. Вызовы на другие направления по тому же транку покажут, в транке ли дело.',
  service:
    'Сравните запрошенное этим вызовом (кодек, вид несущего канала, дополнительная услуга) с возможностями маршрута: дальняя сторона этого не умеет или не может для этого абонента.',
  protocol:
    'Снимите трассировку телефонной стороны шлюза: он и его станция расходятся в протоколе (вариант, недостающий элемент, состояние).',
  timer: 'Найдите таймер, истёкший на дальней стороне: без ответа осталось сообщение телефонной сети или сеанса.',
  interworking:
    'Спросите оператора следующей сети: 127 говорит лишь, что сеть за ней не дала причины, которую можно перевести.',
  session: 'Смотрите журнал освободившего узла за это время: указанная причина называет, от чего он отказался.',
};

function givenCause({ protocol, cause, reasons: [reason] }: ArgsOf<typeof releaseCauseAbnormal>): string {
  const { text } = reason;
  if (protocol === 'SIP') {
    const phrase = text === '' ? (findStatus(cause)?.phrase ?? '') : '';
    return reasonName(reason) + (phrase === '' ? '' : ` (${phrase})`);
  }
  const quotes = text !== '' && findCause(cause)?.name.toLowerCase() !== text.toLowerCase();
  return reasonName(reason) + (quotes ? `, его словами «${text}»` : '');
}

function noAnswerTime(host: string): readonly string[] {
  return [
    `Если звонить должно дольше, увеличьте время неответа в ${host} (Dial в Asterisk, call_timeout в FreeSWITCH, fr_inv_timer в Kamailio, fr_inv_timeout в OpenSIPS, настройка группы поиска).`,
    'Если дальше должна следовать голосовая почта, посмотрите, куда этот узел обращается после своего таймера.',
  ];
}

function extensions({ tokens }: ArgsOf<typeof requiredExtensionUnsupported>): string {
  return clip(tokens.join(', '));
}

export const outcome = {
  'body-rejected': {
    title: 'Тело или размер, которых другая сторона не принимает',
    why: ({ retried, method }) =>
      retried
        ? 'Другой попыткой клиент продвинулся дальше; каждый такой запрос стоит ещё одного круга сообщений.'
        : `${method} не удаётся из-за содержимого и с тем же содержимым не удастся снова.`,
    fix: (args) => bodyFix[args.kind](args),
    message: ({ kind, server, method, client, line, accepts, sent, bodySize, size, uriSize }) => {
      const takes = accepts === '' ? '' : `; он принимает ${accepts}`;
      const what = {
        type: `: тело ${sent === '' ? 'без указанного типа' : `имеет тип ${sent}`} (${count(bodySize, 'байт', 'байта', 'байт')})${takes}`,
        encoding: `: тело закодировано ${sent}${takes}`,
        size: `: в нём ${count(size, 'байт', 'байта', 'байт')}, из них ${bodySize} занимает тело`,
        uri: `: в его Request-URI ${count(uriSize, 'символ', 'символа', 'символов')}`,
        encrypted: ': он не может расшифровать тело',
      }[kind];
      return `${server} отверг ${method} от ${client} ответом ${line}${what}.`;
    },
  } satisfies RuleWords<typeof bodyRejected>,
  'busy-declined-unavailable': {
    title: 'Занято, отказ или недоступность по видимой причине',
    why: ({ kind }) =>
      kind === 'often'
        ? 'Вызывающие оставляют попытки дозвониться до этого номера, и там могут о них не знать.'
        : kind === 'at-once' || kind === 'automatic'
          ? 'Этот вызов отклонил не человек, а настройка или отсутствующая регистрация, и так будет снова.'
          : 'Дальняя сторона говорит больше, чем код ответа.',
    fix: ({ kind, code, retryAfter, warning, server }) =>
      ({
        'at-once': unavailableFix[code] ?? [],
        automatic: unavailableFix[code] ?? [],
        absent: [
          'Посмотрите, включено ли устройство, в зоне ли оно покрытия и зарегистрировано ли: сеть не смогла его достичь.',
        ],
        waits: [
          `Вызовите снова ${later(retryAfter * 1000)}, и пусть автонабор делает так же.`,
          'Если у вызываемого абонента это время никто не задавал, посмотрите, откуда его берёт отказавший сервер: очередь, лимит вызовов, режим «не беспокоить».',
        ],
        warned: [
          `Прочитайте Warning: «${warning}» — вот почему отказал ${server}.`,
          '380 и 381 просят sip вместо sips или sips вместо sip.',
        ],
        often: [
          'Посчитайте, сколько вызовов этот номер может принять одновременно (каналы, лимит вызовов, операторы), и сравните с числом вызовов в эти моменты.',
          'Пусть вызовы сверх того уходят в очередь, на голосовую почту или на другой номер.',
        ],
      })[kind],
    message: (args) => {
      if (args.kind === 'often') {
        return `${args.count} из ${count(args.calls, 'вызова', 'вызовов', 'вызовов')} на «${args.called}» ${args.count === 1 ? 'застал' : 'застали'} его занятым или недоступным; последний отклонил ${args.server} ответом ${args.status}.`;
      }
      const who = args.role === '' ? args.server : `${capitalize(role(args.role))} ${args.server}`;
      const refused = `${who} отклонил вызов на «${args.called}» ответом ${args.status}`;
      const rang = args.rang > 0 ? `${later(args.rang)} звонка` : `${later(args.after)} без звонка`;
      const text = {
        'at-once': `${refused} ${later(args.after)}, до всякого звонка`,
        automatic: `${refused} всего ${later(args.rang)} после начала звонка, быстрее, чем успевает рука`,
        absent: `${refused} ${rang}: устройство достичь не удалось`,
        waits: `${refused} ${rang}`,
        warned: `${refused} ${rang}`,
      }[args.kind];
      return `${text}${saying(args)}.`;
    },
    limits: ({ kind }) =>
      kind === 'at-once' || kind === 'automatic' ? 'Какая настройка отклонила вызов, знает только сам узел.' : '',
  } satisfies RuleWords<typeof busyDeclinedUnavailable>,
  'call-forbidden': {
    title: 'Вызов, который сервер не разрешает',
    why: ({ kind }) =>
      kind === 'all'
        ? 'За этим клиентом позвонить не может никто.'
        : 'Вызов не удаётся из-за правила дальней стороны и не удастся снова, пока отправляется так же.',
    fix: ({ kind, client, server, caller, called, other, field }) =>
      ({
        anonymous: [
          `Пусть вызывающий показывает номер: отправляйте его в From или, в сторону ${server}, в P-Asserted-Identity.`,
          `Если анонимные вызовы должны быть разрешены, отключите на ${server} их отклонение для этого абонента.`,
        ],
        consent: [`Пусть получатели сначала дадут ${server} своё согласие.`],
        stale: [
          'Установите часы подписывающего сервера по NTP: подпись вызывающего старше, чем допускает верификатор, или из будущего.',
          'Подписывайте вызов, когда он уходит, а не когда он попадает в очередь.',
        ],
        barred: [
          'Смотрите договоры вызывающего и вызываемого: сеть запрещает такие вызовы (класс исходящей связи, закрытая группа, вид несущего канала).',
        ],
        identity: [
          `Отправляйте номер, принадлежащий этому транку, и в From, и в ${field}; сейчас они называют ${caller} и ${other}.`,
          'Для переадресованных вызовов отправляйте номер переадресующего абонента в P-Asserted-Identity или Diversion, а From оставляйте как есть.',
        ],
        policy: [
          `Найдите на ${server} правило, действующее для этой учётной записи: класс обслуживания для ${called}, разрешённые номера вызывающего, лимит расходов или вызовов.`,
          'Отправляйте номер вызывающего из этой учётной записи: многие провайдеры отвергают номера, которых не выделяли.',
        ],
        'unknown-source': [
          `Посмотрите, принимает ли ${server} вызовы от ${client}: адреса нет в списке или транк отключён.`,
          'Отправляйте в From и P-Asserted-Identity номер вызывающего, принадлежащий этому транку.',
          'Смотрите класс обслуживания: это направление может быть запрещено, возможно, намеренно.',
        ],
        all: [
          `Посмотрите, знает ли ещё ${server} узел ${client} как свой транк или учётную запись: адрес, регистрация и состояние договора.`,
          'Сравните номера в From и P-Asserted-Identity с выделенными этому транку.',
        ],
      })[kind],
    message: (args) => {
      if (args.kind === 'all') {
        return `${args.server} отклонил все вызовы от ${args.client} на разные номера (${args.count}) ответом ${args.status}.`;
      }
      const cause = {
        anonymous: ': вызовов без номера он не принимает',
        consent: ': получатели не соглашались, чтобы их так вызывали',
        stale: ': подпись вызывающего для него слишком стара',
        barred: ': сеть запрещает такие вызовы',
        identity: `; From называет ${args.caller}, а ${args.field} называет ${args.other}`,
        policy: ', хотя вызывающий дал учётные данные: запрещает правило, а не пароль',
        'unknown-source': ', не запрашивая учётных данных',
      }[args.kind];
      return `${args.server} отклонил вызов от ${args.client} на «${args.called}» ответом ${args.status} ${later(args.after)}${cause}${saying(args)}.`;
    },
    limits: ({ kind }) =>
      kind === 'policy' || kind === 'unknown-source' || kind === 'identity'
        ? 'Какое правило сервера запретило вызов, знает только его журнал.'
        : '',
  } satisfies RuleWords<typeof callForbidden>,
  'destination-not-found': {
    title: 'Направление, которого там нет',
    why: ({ kind }) =>
      kind === 'many' || kind === 'respelled'
        ? 'О том, что номера нет, слышит больше вызывающих, чем могло ошибиться при наборе.'
        : 'Вызов не может удаться так, как набран, сколько бы раз его ни повторяли.',
    fix: (args) => {
      if (args.kind === 'respelled') {
        return [
          `Пусть план набора пишет каждый номер так, как работает на этом маршруте, то есть как ${args.other}.`,
          `Или пусть ${args.server} принимает оба написания.`,
        ];
      }
      if (args.kind === 'many') {
        return [
          'Сравните отклонённые и соединённые номера: префикс, плюс, код страны и длина покажут, какое правило плана набора ошибочно.',
          `Если они написаны одинаково, посмотрите, заведены ли отклонённые на ${args.server} и не перенесены ли они.`,
        ];
      }
      return [
        ...(args.flaw === '' ? [] : [`Исправьте номер в плане набора ${args.client}: ${flaws[args.flaw]}.`]),
        ...(args.kind === 'scheme' ? ['Отправляйте вместо такого адреса sip:number@domain;user=phone.'] : []),
        ...(args.kind === 'no-route'
          ? [`Добавьте маршрут для этого префикса на ${args.server} или на станции за ним.`]
          : []),
        ...(args.kind === 'ported'
          ? ['Пусть маршрут запрашивает переносимость номера, прежде чем выбирать оператора.']
          : []),
        ...(args.kind === 'incomplete'
          ? [
              'Дожидайтесь всех цифр перед отправкой INVITE: шаблон или межцифровой таймер плана набора слишком короток.',
            ]
          : []),
        ...(args.kind === 'gone' || args.kind === 'out-of-order' ? ['Вызовите абонента по другому номеру.'] : []),
        ...(args.kind === 'scheme' ? [] : [formFix[args.form]]),
        'Если вызывающий и план набора правы, заведите номер или домен на отказавшем сервере.',
      ];
    },
    message: (args) => {
      if (args.kind === 'respelled') {
        return `${args.server} отклонил ${args.called} ответом ${args.status}, но ответил на тот же номер в написании ${args.other}.`;
      }
      if (args.kind === 'many') {
        return `${args.server} отклонил ${args.count} из ${count(args.calls, 'вызова', 'вызовов', 'вызовов')}, потому что номера там нет, последний — ответом ${args.status}.`;
      }
      return (
        `${args.server} отклонил вызов от ${args.client} на «${args.called}» ответом ${args.status} ${later(args.after)}: ` +
        `${notFoundMeaning[args.kind]}${saying(args)}${args.flaw === '' ? '' : `; ${flaws[args.flaw]}`}.`
      );
    },
    limits: ({ kind, flaw }) =>
      kind === 'unknown' && flaw === ''
        ? 'Ошибся ли вызывающий при наборе или номера нет на сервере, по одному вызову сказать нельзя.'
        : kind === 'many'
          ? 'Вызывающий, который пробует номера наугад, выглядит так же.'
          : '',
  } satisfies RuleWords<typeof destinationNotFound>,
  'emergency-call-problem': {
    title: 'Экстренный вызов с затруднениями',
    why: ({ kind, connected }) =>
      kind === 'slow' || connected
        ? 'Дорога каждая секунда, а вызывающие в беде кладут трубку и пробуют снова.'
        : 'Кому-то нужна была помощь, и он не дозвонился ни до кого. В большинстве стран за это отвечает оператор.',
    fix: ({ kind, code, located, client }) =>
      kind === 'slow'
        ? [
            'Дайте экстренным вызовам собственный маршрут без запросов номера и без медленных первых выборов.',
            'Отказывайтесь для таких вызовов от первого маршрута через 2 с.',
          ]
        : [
            ...(emergencyFix[code] ?? [
              'Прежде всего остального в этом списке выясните по журналу, почему отказал тот сервер.',
            ]),
            ...(located
              ? []
              : [
                  'Отправляйте местоположение вызывающего (Geolocation): некоторые экстренные сети отклоняют вызовы без него.',
                ]),
            `Пусть ${client} при отказе экстренному вызову сразу пробует следующий маршрут и никогда не задерживает его из-за Retry-After или лимита вызовов.`,
          ],
    message: (args) =>
      args.kind === 'slow'
        ? `Экстренный вызов от ${args.client} на ${args.target} не подавал признаков хода ${duration(args.after)}.`
        : `${args.server} отклонил экстренный вызов от ${args.client} на ${args.target} ответом ${args.status} ${later(args.after)}` +
          `${args.located ? '' : '; вызов пришёл без местоположения'}${args.connected ? '; другая попытка потом прошла' : ''}${saying(args)}.`,
    limits: ({ certain, target }) =>
      certain
        ? ''
        : `Принят за экстренный вызов по номеру: если ${target} — внутренний номер или тестовая линия, это не так.`,
  } satisfies RuleWords<typeof emergencyCallProblem>,
  'method-not-supported': {
    title: 'Метод, который другая сторона не поддерживает',
    why: ({ method }) => methodLoss[method] ?? `Того, для чего был ${method}, не происходит.`,
    fix: ({ known, client, server, method }) => [
      ...(known === 'not-allowed'
        ? [`Пусть ${client} придерживается Allow другой стороны, в котором нет ${method}.`]
        : []),
      ...(known === 'yes'
        ? [`Уберите ${method} из Allow ${server} или включите его там: он указывает метод и отвергает его.`]
        : []),
      `Включите ${method} в ${server}, если он нужен, или отключите в ${client} функцию, которая его использует.`,
      'Если транк должен остаться как есть, пусть на этот метод отвечает SBC или убирает его из Allow.',
    ],
    message: ({ server, method, client, line, known, allow }) =>
      `${server} отверг ${method} от ${client} ответом ${line}` +
      {
        no: allow.length === 0 ? '.' : `; он разрешает ${clip(allow.join(', '))}.`,
        'not-allowed': `, как и говорил раньше его Allow: ${clip(allow.join(', '))}.`,
        yes: ', хотя раньше указывал этот метод в своём Allow.',
      }[known],
  } satisfies RuleWords<typeof methodNotSupported>,
  'reason-contradiction': {
    title: 'Код и причина противоречат друг другу',
    why: ({ kind }) =>
      kind === 'release'
        ? 'Записи о вызовах считают отвеченный вызов неудавшимся или наоборот.'
        : 'Вызывающий слышит и делает не то (сигнал «занято», голосовая почта, другой маршрут), а статистика винит не ту сторону.',
    fix: ({ kind, usual }) =>
      ({
        response: [
          'Верьте причине: её сформировал узел рядом с телефонной сетью, а код — какой-то узел на обратном пути.',
          `Согласуйте таблицу причин и кодов на шлюзах и SBC между ними${usual === 0 ? '' : `: по RFC 3398 этой причине соответствует ${usual}`}.`,
          'Пусть SBC передают Reason дальней стороны, а не пишут свой.',
        ],
        release: [
          'Смотрите плечо за освободившим узлом: B2BUA, который отвечает первым, завершает вызов с причиной плеча, не удавшегося позже.',
          'Пусть он отвечает, только когда ответило плечо за ним, или отправляет с BYE причину 16.',
        ],
        twice: [
          'Пусть узел, добавляющий свой Reason, заменяет полученный или не трогает его.',
          'Сравните с предыдущим участком: значение, которого там нет, добавил этот узел.',
        ],
      })[kind],
    message: ({ kind, line, reasons }) => {
      const names = reasons.map(reasonName);
      return {
        response: `${line} несёт ${names[0]}, но ни одна таблица между SIP и телефонной сетью их не связывает.`,
        release: `BYE освобождает отвеченный вызов с ${names[0]}, а такая причина бывает у вызовов, на которые не ответили.`,
        twice: `${line} указывает две причины одного вида: ${names[0]} и ${names[1]}.`,
      }[kind];
    },
    limits: ({ kind }) => (kind === 'twice' ? '' : 'Операторы могут использовать собственные таблицы.'),
  } satisfies RuleWords<typeof reasonContradiction>,
  'release-cause-abnormal': {
    title: 'Необычная причина освобождения',
    why: ({ carrier }) =>
      carrier === 'BYE'
        ? 'Трубку никто не клал: вызов оборвался, и пользователи так и скажут.'
        : 'Один лишь код обвинил бы вызываемого или сервер; причина называет сеть за ним.',
    fix: ({ area, host }) => [
      releaseAdvice[area],
      `Если так кончаются несколько вызовов, сравните их по освободившему узлу (${host}), по транку и по времени суток.`,
    ],
    message: (args) => {
      const gave = `указав ${givenCause(args)}`;
      if (args.carrier === 'BYE') return `${args.host} завершил вызов запросом BYE, ${gave}.`;
      if (args.carrier === 'CANCEL') return `${args.host} отменил вызов, ${gave}.`;
      return `${args.host} отклонил вызов ответом ${args.status}, ${gave}.`;
    },
    limits: () =>
      'Шлюзы переводят причины по собственным таблицам: верна та причина, что ближе всего к телефонной сети.',
  } satisfies RuleWords<typeof releaseCauseAbnormal>,
  'request-terminated-487': {
    title: 'Вызов завершил не вызывающий',
    why: ({ kind }) =>
      ({
        elsewhere: 'Кто-то принял вызов на другом устройстве; этому незачем показывать его пропущенным.',
        unsaid: 'Устройство показывает пропущенный вызов, хотя его приняли на другом.',
        refused: 'Одно устройство решило за все: остальные перестали звонить, голосовая почта вызова тоже не получает.',
        timer: 'Столько времени было у вызываемого, чтобы ответить, и не больше.',
        sharp: 'Столько времени было у вызываемого, чтобы ответить, и не больше.',
        expires: 'Вызов кончился тогда, когда указал вызывающий.',
        bye: 'BYE вместо CANCEL завершает лишь одну ветвь: при форкинге остальные устройства продолжают звонить.',
        unexplained: 'Вызов вызывающего обрывается, и трассировка не показывает никого, кто бы этого хотел.',
      })[kind],
    fix: ({ kind, client, server, other, status }) =>
      ({
        elsewhere: ['Исправлять нечего.'],
        unsaid: [
          `Пусть ${client} добавляет Reason: SIP;cause=200;text="Call completed elsewhere" в CANCEL устройствам, которые опоздали.`,
        ],
        refused: [
          `Если остальные устройства или голосовая почта должны продолжать, пусть ${other} отвечает 486 или 480 вместо ${status}: 6xx говорит за всех.`,
        ],
        timer: noAnswerTime(client),
        sharp: noAnswerTime(client),
        expires: [`Если вызов должен звонить дольше, увеличьте Expires в INVITE от ${client} или уберите его.`],
        bye: [`Пусть ${client} завершает вызовы, на которые ещё не ответили, запросом CANCEL.`],
        unexplained: [
          `Найдите вызов в журнале ${server}: его завершило время неответа, сценарий или плечо за ним.`,
          `Если сработал его собственный таймер, пусть ${server} отвечает 408 или 480: 487 означает, что сдался вызывающий, и дальнейший поиск на этом прекращается.`,
        ],
      })[kind],
    message: (args) => {
      const { kind, client, server, after, other, status } = args;
      const rang = args.rang > 0 ? `звонок длился ${duration(args.rang)}` : 'звонка не было';
      const text = {
        elsewhere: `${client} отменил вызов на ${server} ${later(after)}, потому что на него ответили в другом месте; ${rang}`,
        unsaid: `${client} отменил вызов на ${server}, когда ответил ${other}, и CANCEL об этом не говорит; ${rang}`,
        refused: `${client} отменил вызов на ${server}, потому что ${other} отклонил его для всех устройств кодом ${status}; ${rang}`,
        timer: `${client} отменил вызов на ${server} ${later(after)} по собственному таймеру: вызывающий трубку не клал; ${rang}`,
        sharp: `${client} отменил вызов на ${server} ${later(after)}, так точно в обычное время неответа, что вероятен таймер; ${rang}`,
        expires: `${server} завершил вызов от ${client} ${later(after)}, когда истёк Expires его INVITE; ${rang}`,
        bye: `${client} завершил вызов на ${server} запросом BYE до ответа; ${rang}`,
        unexplained: `${server} завершил вызов от ${client} кодом 487 ${later(after)}, и ни CANCEL, ни BYE, ни Expires в трассировке этого не объясняют; ${rang}`,
      }[kind];
      // What the response says is said of the host that sent it.
      return `${text}${saying(args)}.`;
    },
    limits: ({ kind }) =>
      kind === 'timer'
        ? 'Что это был таймер, заключено по предыдущему участку, на котором CANCEL нет.'
        : kind === 'sharp'
          ? 'Человек, положивший трубку именно в этот миг, выглядит так же.'
          : kind === 'unexplained'
            ? 'Это объяснил бы CANCEL, прошедший другим путём или потерянный захватом.'
            : '',
  } satisfies RuleWords<typeof requestTerminated487>,
  'required-extension-unsupported': {
    title: 'Расширение, которого одна сторона требует, а у другой нет',
    why: ({ after }) =>
      after === 'retried'
        ? 'Без него клиент продвинулся дальше; каждый такой вызов стоит ещё одного круга сообщений.'
        : 'Запрос не удаётся из-за расширения, а не из-за того, чего просит.',
    fix: (args) => {
      const { status, client, server } = args;
      const names = extensions(args) || 'расширение';
      return (
        {
          420: [
            `Пусть ${client} указывает ${names} в Supported, а не в Require: тогда оно используется там, где есть у обеих сторон.`,
            `Или включите его в ${server}, или пусть его убирает SBC между ними.`,
            `Пусть ${client} после 420 повторяет попытку без него.`,
          ],
          421: [
            `Включите ${names} в ${client} или укажите в его Supported.`,
            `Или пусть ${server} обходится без него: требование расширения исключает устройства с простым SIP.`,
          ],
          417: [
            `Преобразуйте Resource-Priority от ${client} в пространство имён, известное ${server}, или уберите его из Require.`,
          ],
          439: ['Пусть первый прокси поддерживает outbound (Path с ob), или регистрируйтесь без reg-id.'],
          494: [
            `Пусть ${client} согласует механизм из списка Security-Server (IPsec или TLS) или отключите для него sec-agree в ${server}.`,
          ],
          580: [
            'Посмотрите, почему ресурсы не зарезервированы: установление несущего канала мобильной сети или недоступный адрес медиа.',
            `Если ${server} — не мобильная сеть, отправляйте вызов без preconditions.`,
          ],
        }[status] ?? []
      );
    },
    message: (args) => {
      const what =
        args.tokens.length === 0
          ? ''
          : `: ${args.status === 421 || args.status === 494 ? 'он требует' : args.status === 580 ? 'он не смог выполнить' : 'он не поддерживает'} ${extensions(args)}`;
      const demand =
        args.status === 420 && !args.demanded && args.tokens.length > 0 ? ', хотя запрос этого даже не требовал' : '';
      const end = {
        retried: '; следующая попытка продвинулась дальше.',
        again: '; следующая попытка получила то же.',
        'gave-up': `, и ${args.client} больше не пробовал.`,
      }[args.after];
      return `${args.server} отверг ${args.method} от ${args.client} ответом ${args.line}${what}${demand}${end}`;
    },
  } satisfies RuleWords<typeof requiredExtensionUnsupported>,
  'retry-after-ignored': {
    title: 'Retry-After, которого клиент не соблюдает',
    why: ({ target }) =>
      target === ''
        ? 'Запросы, приходящие несмотря на это, держат перегруженный сервер перегруженным и снова отвергаются.'
        : 'Вызываемая сторона сказала, когда вызвать снова; до тех пор каждая попытка напрасна.',
    fix: ({ target, client, server }) => [
      target === ''
        ? `Пусть ${client} не трогает ${server} время из Retry-After, а пока отправляет на другой сервер.`
        : `Пусть ${client} выжидает время из Retry-After, прежде чем снова вызвать ${target}.`,
      'Если от этого клиента отправляют несколько процессов, пусть они делятся тем, что узнали о сервере.',
      ...(target === ''
        ? [
            `Если ${server} имеет в виду лишь один транк или пользователя, пусть отвечает 503 без Retry-After или 480: с ним клиент обязан не трогать весь сервер.`,
          ]
        : []),
    ],
    message: ({ client, count: n, server, target, retryAfter, line, first }) =>
      `${client} отправил ещё ${count(n, 'запрос', 'запроса', 'запросов')} к ${server}${target === '' ? '' : ` для ${target}`} за те ${duration(retryAfter * 1000)}, которые просил выждать его ${line}, первый ${later(first)}.`,
    limits: () => 'Другое устройство за тем же адресом выглядит так же, если не называет себя иначе.',
  } satisfies RuleWords<typeof retryAfterIgnored>,
  'upstream-timeout-408-504': {
    title: 'Сервер перестал ждать следующий узел',
    why: ({ kind, connected }) =>
      ({
        'no-answer': 'Никто не снял трубку. Должен ли был вызов принять почтовый ящик, решают настройки.',
        expires: 'Вызов кончился тогда, когда указал вызывающий.',
        'timer-c': 'Вызывающий минутами слушал гудки, а вызываемая сторона держит вызов, который никто не завершает.',
        'at-once': 'Вызов не удаётся без попытки, хотя направление, возможно, тем временем восстановилось.',
      })[String(kind)] ??
      (connected
        ? 'Вызов состоялся другим путём, но вызывающий всё это время ждал в тишине.'
        : 'Вызывающий ждал в тишине и не был соединён.'),
    fix: ({ kind, client, server, after }) =>
      ({
        'next-hop': [
          `Выясните, куда ${server} отправляет такие вызовы, и проверьте тот узел: он не ответил вовсе.`,
          `Пусть ${server} сдаётся раньше и пробует следующий маршрут: 2–5 с достаточно (fr_timer в Kamailio и fr_timeout в OpenSIPS по умолчанию 30 с).`,
        ],
        soon: [
          `Выясните, куда ${server} отправляет такие вызовы, и проверьте тот узел: за ${duration(after)} ничего не вернулось.`,
          `Пусть ${server} по истечении этого таймера пробует другой маршрут, а не отклоняет вызов.`,
        ],
        helper: [
          `Посмотрите в журнале ${server}, чего он ждал: DNS, ENUM, базы данных, запроса HTTP или шлюза.`,
          'Задайте этому запросу предел в секунду-две и действие на случай неудачи.',
        ],
        'at-once': [
          `Посмотрите, не пометил ли ${server} направление неработающим (dispatcher, qualify, список отказавших шлюзов), и проверьте это направление.`,
          `Если оно отвечает, сократите время, в течение которого ${server} хранит такую пометку, или пусть он проверяет запросами OPTIONS.`,
        ],
        'no-answer': [
          'Если на месте никого не было, исправлять нечего.',
          `Чтобы звонить дольше или отправлять вызов в почтовый ящик, измените время неответа в ${server} (fr_inv_timer в Kamailio и fr_inv_timeout в OpenSIPS по умолчанию 120 с).`,
        ],
        'timer-c': [
          'Задайте время неответа у вызываемого абонента или на его АТС: ни один телефон не должен звонить три минуты.',
          `Посмотрите, отменил ли ${server} ветвь за собой: иначе тот телефон продолжает звонить.`,
        ],
        expires: [`Если вызывающий должен ждать дольше, увеличьте Expires в INVITE от ${client} или уберите его.`],
      })[kind],
    message: (args) => {
      const { kind, server, client, status, after, sinceProgress } = args;
      const refused = `${server} отклонил INVITE от ${client} кодом ${status}`;
      const text = {
        'next-hop': `${refused} ${later(after)} без всякого признака хода: столько сервер ждёт следующий узел, который не отвечает (таймер B)`,
        soon: `${refused} ${later(after)} без всякого признака хода: то, что он пробовал, к тому времени не ответило`,
        helper: `${refused} ${later(after)}: не ответил другой сервер, который он должен был спросить`,
        'at-once': `${refused} всего ${later(after)}: он никого не ждал, значит, заранее считал направление неработающим`,
        'no-answer': `${refused} ${later(sinceProgress)} после последнего признака хода: истекло его время неответа`,
        'timer-c': `${refused} ${later(sinceProgress)} после последнего признака хода: истекло его последнее средство против вечного звонка (таймер C)`,
        expires: `${refused} ${later(after)}, когда истёк Expires этого INVITE`,
      }[kind];
      return `${text}${saying(args)}.`;
    },
    limits: ({ kind }) =>
      kind === 'next-hop' || kind === 'soon' || kind === 'helper'
        ? 'Чего ждал тот сервер, в этой точке захвата не видно.'
        : '',
  } satisfies RuleWords<typeof upstreamTimeout408504>,
};
