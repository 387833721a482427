/** Rules on single messages. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import { type badRequest, ofHeader } from '../../../rules/message/bad-request.ts';
import type { contentLengthMismatch } from '../../../rules/message/content-length-mismatch.ts';
import { type mandatoryHeaderMissing, severityOf } from '../../../rules/message/mandatory-header-missing.ts';
import type { nonInviteResponseMisuse } from '../../../rules/message/non-invite-response-misuse.ts';
import type { transportSchemeMismatch } from '../../../rules/message/transport-scheme-mismatch.ts';
import { CONSTANT, type viaBranchProblem } from '../../../rules/message/via-branch-problem.ts';
import { capitalize } from '../../phrases.ts';
import { count, duration, later } from '../phrases.ts';
import { messageName } from './phrases.ts';

const offenceWords: Readonly<Record<string, string>> = {
  'version-unsupported': 'версия не SIP/2.0',
  'whitespace-in-request-line': 'не ровно три слова через один пробел',
  'trailing-whitespace-in-request-line': 'пробелы после версии',
  'request-uri-headers': 'URI несёт поля заголовка после «?»',
  'header-missing': 'поля нет',
  'header-repeated': 'поле стоит дважды',
  'header-invalid': 'значение нарушает грамматику',
  'header-out-of-range': 'число вне диапазона',
  'uri-invalid': 'URI нарушает грамматику',
  'angle-brackets-missing': 'URI нужны угловые скобки',
  'display-name-unquoted': 'показываемому имени нужны кавычки',
  'quoted-string-unbalanced': 'кавычка не закрыта',
  'param-repeated': 'параметр стоит дважды',
  'branch-missing': 'нет branch',
  'branch-empty': 'в branch только метка z9hG4bK и больше ничего',
  'tag-missing': 'нет тега',
  'cseq-method-mismatch': 'метод не тот, что в строке запроса',
  'cseq-out-of-range': 'число не меньше 2147483648',
  'content-length-too-large': 'обещано больше байт, чем есть',
  'content-length-negative': 'значение меньше нуля',
  'max-forwards-zero': 'дальнейшая пересылка не разрешена',
  'header-line-malformed': 'строка без двоеточия',
  'blank-line-missing': 'поля заголовка не завершены пустой строкой',
};

function spell(offences: ArgsOf<typeof badRequest>['offences']): string {
  return offences
    .map(({ code, field, column }) => {
      const name = field || (ofHeader.includes(code) ? 'заголовок' : 'строка запроса');
      return `${name}${column > 0 ? `, позиция ${column}` : ''}: ${offenceWords[code] ?? code.replaceAll('-', ' ')}`;
    })
    .join('; ');
}

const sipsHint = 'распространённая практика, хотя RFC 5630 обходится без неё';

export const message = {
  'bad-request': {
    title: 'Запрос, который сервер считает неверно построенным',
    why: ({ method }) =>
      `${method} не удаётся, как и любой другой, построенный так же; если причина в имени или номере, страдают всегда одни и те же пользователи.`,
    fix: ({ kind, client, server, status, offences }) => [
      ...(status === 416
        ? [`Пусть ${client} использует схему URI, которая есть у ${server}: sip вместо tel или sips.`]
        : []),
      ...(kind === 'found'
        ? [
            `Исправьте то, что пишет ${client} (${spell(offences)}): заключайте показываемые имена в кавычки, экранируйте специальные символы в части user (%23 для #), берите URI с параметрами в угловые скобки.`,
            'Ищите заголовок, который сценарий, план набора или правило строит из имён или номеров клиентов.',
          ]
        : [
            `Прочитайте фразу и журнал ${server}: он отвергает нечто, допустимое по грамматике SIP, в поле заголовка или в SDP.`,
            `Сравните этот запрос от ${client} поле за полем с тем, который ${server} принимает.`,
          ]),
      'Если между ними стоит маршрутизатор или SBC, захватывайте с обеих его сторон: он может портить сообщение.',
    ],
    message: ({ kind, method, client, server, status, phrase, warning, offences, count: n }) =>
      `${server} отверг ${method} от ${client} кодом ${status}${phrase === '' ? '' : ` «${phrase}»`}` +
      `${warning === '' ? '' : ` (Warning: «${warning}»)`}` +
      (kind === 'found'
        ? `; в запросе ${count(n, 'ошибка', 'ошибки', 'ошибок')}: ${spell(offences)}.`
        : kind === 'clean'
          ? ', а грамматика SIP ошибок в нём не находит.'
          : '.'),
    limits: ({ kind }) =>
      ({
        found: 'О какую из ошибок он споткнулся, сервер не говорит.',
        clean: 'Серверы применяют эти коды и к верным запросам, которые им не нужны; тела здесь не проверялись.',
        unchecked: 'Исходных байтов в трассировке нет, поэтому запрос не проверялся.',
      })[kind],
  } satisfies RuleWords<typeof badRequest>,
  'content-length-mismatch': {
    title: 'Content-Length, не соответствующий телу',
    why: ({ kind }) =>
      ({
        short: 'Получатели отбрасывают такое сообщение или отвергают его кодом 400.',
        surplus: 'Получатели игнорируют всё, что за пределами длины: конец SDP для них потерян.',
        absent: 'В потоке получатель не может понять, где кончается это сообщение и начинается следующее.',
        unreadable: 'Получатели отвергают такое сообщение, а в потоке теряют начало следующего.',
      })[kind],
    fix: ({ kind, sender }) => [
      ...(kind === 'absent' || kind === 'unreadable'
        ? [`Пусть ${sender} пишет Content-Length в каждое сообщение, 0 — если тела нет.`]
        : [
            'Отключите SIP ALG на маршрутизаторах между ними: он меняет адреса в теле и забывает о длине.',
            `Пусть ${sender} вычисляет Content-Length после последнего изменения тела, в байтах UTF-8, вместе с концами строк (CRLF).`,
          ]),
      'Если сообщение правит правило заголовков или SDP на SBC, пусть оно заново задаёт длину.',
    ],
    message: ({ kind, sender, declared, present, ...of }) =>
      `${capitalize(messageName(of))} от ${sender} ` +
      {
        short: `объявляет тело в ${count(declared, 'байт', 'байта', 'байт')}, а несёт ${present}.`,
        surplus: `объявляет тело в ${count(declared, 'байт', 'байта', 'байт')}, а несёт ${present}: последние ${present - declared} игнорируются.`,
        absent: 'не содержит Content-Length, который нужен в потоке.',
        unreadable: 'содержит Content-Length, который не является числом.',
      }[kind],
  } satisfies RuleWords<typeof contentLengthMismatch>,
  'mandatory-header-missing': {
    title: 'Отсутствует обязательное поле заголовка',
    why: ({ targets, missing }) =>
      targets === 0 && severityOf(missing) !== 'error'
        ? 'Большинство получателей с этим мирится; строгие отвергают сообщение, а то, что должно было сообщить поле, потеряно.'
        : 'Получатели отбрасывают такое сообщение, отвергают его кодом 400 или не могут маршрутизировать последующее.',
    fix: ({ sender, ...of }) => [
      `Исправьте стек или правило заголовков ${sender}, создавшее ${messageName(of) || 'этот запрос'}: сначала обновите программу.`,
      'Если между ними стоит SBC или ALG, захватывайте с обеих его сторон: он мог удалить поле.',
    ],
    message: ({ sender, missing, targets, ...of }) =>
      targets > 0
        ? `${capitalize(messageName(of))} от ${sender} содержит ${count(targets, 'поле', 'поля', 'полей')} Refer-To, а допускается ровно одно.`
        : `${messageName(of) === '' ? 'Запрос' : capitalize(messageName(of))} от ${sender} не содержит ${missing.join(', ')}.`,
  } satisfies RuleWords<typeof mandatoryHeaderMissing>,
  'non-invite-response-misuse': {
    title: 'Ответ, который допустим только на INVITE',
    why: ({ kind }) =>
      ({
        provisional:
          'Клиент перестаёт быстро повторять запрос, и потерянный окончательный ответ замечают лишь через секунды; некоторые клиенты ждут вечно.',
        hasty: 'Клиент замедляет повторы, и потерянный окончательный ответ замечают поздно; в остальном безвредно.',
        timeout:
          'Клиент к тому времени уже перестал ждать: 408 для него опоздал, повторяется впустую и заливает нагруженные сети.',
      })[kind],
    fix: ({ kind, server }) =>
      ({
        provisional: [`Пусть ${server} отвечает на этот метод только окончательным ответом: обновите программу.`],
        hasty: [
          `Пусть ${server} сразу отвечает на запросы, кроме INVITE, окончательным ответом или ждёт 3,5 с, прежде чем отправить 100.`,
        ],
        timeout: [
          `Пусть ${server} ничего не отправляет, когда следующий узел молчит: ищите настройку для RFC 4320 или обновите его.`,
          'Смотрите на узел дальше: кто-то там не отвечает.',
        ],
      })[kind],
    message: ({ kind, method, client, server, status, after, allowed }) =>
      ({
        provisional: `${server} ответил на ${method} от ${client} кодом ${status}, который допустим только на INVITE.`,
        hasty: `${server} отправил 100 на ${method} от ${client} слишком рано; по UDP он должен ждать ${duration(allowed)}.`,
        timeout: `${server} ответил на ${method} от ${client} кодом 408 ${later(after)}, чего сервер с сохранением состояния делать не должен.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'timeout' ? 'Сформировал ли сервер 408 сам или передал без состояния, на этом участке не видно.' : '',
  } satisfies RuleWords<typeof nonInviteResponseMisuse>,
  'transport-scheme-mismatch': {
    title: 'Транспорт, противоречащий Via или схеме URI',
    why: ({ kind }) =>
      ({
        via: 'Сервер отправляет ответы по транспорту из Via, где, возможно, никто не слушает: запрос выглядит оставшимся без ответа.',
        'sips-udp':
          'То, что обещает sips, шифрование на каждом участке, не соблюдается; строгие серверы отвергают запрос.',
        'sips-contact': 'Запросы другой стороны возвращаются без TLS, или она отклоняет вызов.',
        brackets: 'Получатели принимают часть адреса за порт и отправляют ответы или запросы не туда.',
        refused: 'Вызов не удаётся, хотя обе стороны на месте: одна настаивает на sips, у другой его нет.',
      })[kind],
    fix: ({ kind, sender, receiver }) =>
      ({
        via: [
          `Пусть ${sender} пишет в Via транспорт, которым пользуется на деле: проверьте прослушиваемые сокеты и транспорт его транка или исходящего прокси.`,
          'Если он переходит с UDP на TCP из-за длины сообщения, вместе с этим должен меняться и Via.',
        ],
        'sips-udp': [
          `Пусть ${sender} отправляет запросы к URI sips только через TLS или вызывает sip: с transport=tls, если у другой стороны нет sips (${sipsHint}).`,
          'Проверьте записи NAPTR и SRV: sips они должны вести на _sips._tcp.',
        ],
        'sips-contact': [`Пусть ${sender} пишет Contact sips в запросы к URI sips или вызывает по sip:.`],
        brackets: [`Пусть ${sender} берёт адреса IPv6 в квадратные скобки в Via и в URI.`],
        refused: [
          `Используйте на ${sender} и ${receiver} одну схему: sips: на обоих или sip: с transport=tls на обоих (${sipsHint}).`,
          'Проверьте сертификат TLS и прослушиваемый порт стороны, которая отвергает sips.',
        ],
      })[kind],
    message: ({ kind, method, sender, receiver, transport, declared, field, value }) =>
      ({
        via: `${method} от ${sender} прошёл по ${transport}, а его Via указывает ${declared}.`,
        'sips-udp': `${method} от ${sender} к URI sips ${value} прошёл по ${transport}, без TLS.`,
        'sips-contact': `${method} от ${sender} идёт к URI sips, но его Contact ${value} — не sips.`,
        brackets: `В ${field} запроса ${method} от ${sender} адрес IPv6 без скобок: ${value}.`,
        refused: `${sender} отверг ${method} от ${receiver} кодом 480 с Warning ${value}: ${value === '380' ? 'sips там не разрешён' : 'там разрешён только sips'}.`,
      })[kind],
    limits: ({ kind, transport }) =>
      kind === 'sips-udp' && transport === 'TCP' ? 'Шлюз TLS перед этой точкой захвата выглядел бы так же.' : '',
  } satisfies RuleWords<typeof transportSchemeMismatch>,
  'via-branch-problem': {
    title: 'Параметр branch в Via, который не определяет свой запрос',
    why: ({ kind }) => {
      const rules =
        'Серверы возвращаются к правилам сопоставления RFC 2543: медленнее и неверно, если у одного клиента выполняется несколько запросов.';
      return {
        missing: rules,
        old: rules,
        bare: 'Все запросы этого клиента выглядят как один: серверы отвечают на новый вызов ответом другого или отбрасывают его как повтор.',
        shared: 'Сервер может принять более поздний запрос за повтор более раннего и никак на него не отреагировать.',
        ack: 'Сервер может принять ACK за ACK на отказ и поглотить его; тогда его 200 повторяется, и вызов обрывается через 32 с.',
        stack: 'Клиент или прокси на обратном пути отбрасывает такой ответ: запрос выглядит оставшимся без ответа.',
        altered: 'Клиент не может понять, на какой запрос пришёл ответ, и продолжает его повторять.',
      }[kind];
    },
    fix: ({ kind, sender, receiver, branch }) => [
      ...(branch === CONSTANT
        ? [
            `Такую постоянную пишут SER, OpenSER и Kamailio до 4.1, когда пересылают без состояния: задайте syn_branch=0 на ${sender} или обновите его.`,
          ]
        : []),
      {
        missing: `Обновите программу ${sender}: начиная с RFC 3261 каждый запрос несёт branch, начинающийся с z9hG4bK.`,
        old: `Обновите программу ${sender}: начиная с RFC 3261 branch должен начинаться с z9hG4bK.`,
        bare: `Пусть ${sender} пишет после метки z9hG4bK случайную часть, новую для каждого запроса.`,
        shared: `Пусть ${sender} создаёт новый branch для каждого запроса; branch своего INVITE используют только CANCEL и ACK на отказ. В SIPp пишите в каждое сообщение [branch], а не постоянный текст.`,
        ack: `Пусть ${sender} создаёт для ACK на 2xx новый branch: это самостоятельный запрос.`,
        stack: `Пусть ${sender} копирует все поля Via запроса в свои ответы в том же порядке; отключите правила, затрагивающие Via.`,
        altered: `Пусть ${sender} возвращает верхний Via запроса без изменений.`,
      }[kind],
      `Если между ${sender} и ${receiver} стоит маршрутизатор или SBC, отключите на нём SIP ALG и захватывайте с обеих его сторон.`,
    ],
    message: ({ kind, sender, branch, other, count: n, expected, ...of }) =>
      ({
        missing: `${sender} отправляет запросы без branch в Via, как до RFC 3261.`,
        old: `${sender} отправляет запросы, branch которых в Via не начинается с z9hG4bK, как до RFC 3261.`,
        bare: `${capitalize(messageName(of))} от ${sender} несёт в branch только метку ${branch} и больше ничего.`,
        shared: `${capitalize(messageName(of))} от ${sender} несёт branch ${branch} более раннего ${other}.`,
        ack: `ACK, которым ${sender} подтверждает 2xx, несёт branch ${branch} своего INVITE.`,
        stack: `${capitalize(messageName(of))} от ${sender} несёт ${count(n, 'значение', 'значения', 'значений')} Via, а в его запросе было ${expected}.`,
        altered: `${capitalize(messageName(of))} от ${sender} несёт branch ${branch}, а запрос отправлен ${other === '' ? 'без него' : `с ${other}`}.`,
      })[kind],
  } satisfies RuleWords<typeof viaBranchProblem>,
};
