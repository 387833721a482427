/** Rules on transport. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import { alertOf } from '../../../rules/tls-alerts.ts';
import type { icmpUnreachable } from '../../../rules/transport/icmp-unreachable.ts';
import type { retransmissionsExcessive } from '../../../rules/transport/retransmissions-excessive.ts';
import type { tcpConnectFailed } from '../../../rules/transport/tcp-connect-failed.ts';
import type { tlsHandshakeFailed } from '../../../rules/transport/tls-handshake-failed.ts';
import type { udpFragmentLost } from '../../../rules/transport/udp-fragment-lost.ts';
import type { udpMessageOversized } from '../../../rules/transport/udp-message-oversized.ts';
import { count, duration, later, times } from '../phrases.ts';
import { carriedName } from './phrases.ts';
import { alerts } from './tls-alerts.ts';

type Unreachable = ArgsOf<typeof icmpUnreachable>;
type Handshake = ArgsOf<typeof tlsHandshakeFailed>;

const bytes = (n: number) => count(n, 'байт', 'байта', 'байт');

function unreachableFix({ kind, reason, sender, receiver, host, reporter }: Unreachable): readonly string[] {
  switch (reason) {
    case 'port':
    case 'protocol':
      if (kind === 'media') {
        return [
          `Проверьте, почему ${host} не слушает на адресе и порту, которые указал в своём SDP: завершившийся медиапроцесс или другой узел за этим адресом (NAT).`,
          `Сравните SDP, которое отправил ${host}, с пришедшим: его могло изменить устройство на пути.`,
        ];
      }
      return kind === 'response'
        ? [
            `Проверьте, почему программа на ${receiver} закрыла сокет до ответа: завершилась, перезапустилась или сдалась.`,
            `Если ${receiver} за NAT, пусть отправляет keep-alive, а сервер отвечает на received и rport (RFC 3581).`,
          ]
        : [
            `Запустите службу SIP на ${host} или исправьте адрес и порт, на которые отправляет ${sender} (DNS SRV, транк или регистрация).`,
            `Проверьте на ${host}, на каких адресах и транспортах слушает служба: часто она привязана к другому интерфейсу или только к TCP.`,
          ];
    case 'prohibited':
      return [
        `Разрешите этот трафик на ${reporter}: межсетевой экран там или пакетный фильтр узла отвергает то, что ${sender} отправляет на ${receiver}.`,
        'Если так и задумано, отправляйте с адреса, который фильтр принимает.',
      ];
    case 'too-big':
      return [
        `Пусть ${sender} отправляет по TCP или TLS, или уменьшите сообщение: меньше кодеков, краткие формы полей заголовка.`,
        `Увеличьте MTU канала за ${reporter} (туннель, PPPoE, VPN) или пусть отправитель снимает бит «не фрагментировать» (DF).`,
      ];
    default:
      return [
        `Проверьте, что ${host} работает и имеет этот адрес, а маршруты на ${reporter} ведут к нему.`,
        `Проверьте адрес, на который отправляет ${sender}: DNS, транк или полученный Contact.`,
      ];
  }
}

function unreachableMeaning({ reason, receiver, host, reporter, mtu, size }: Unreachable): string {
  return {
    port: `на ${receiver} никто не слушает`,
    protocol: `${host} не принимает пакетов этого протокола`,
    host: `${reporter} не может достичь ${host}`,
    network: `у ${reporter} нет маршрута к ${host}`,
    prohibited: `это запрещает фильтр на ${reporter}`,
    'too-big': `${reporter} не может передать пакет, в котором ${bytes(size)} SIP${mtu > 0 ? `, не более ${count(mtu, 'байта', 'байт', 'байт')}` : ''}`,
  }[reason];
}

function handshakeGuesses({ how, byClient, client, server, chosen }: Handshake): readonly string[] {
  if (byClient) {
    return [
      `Проверьте сертификат ${server} глазами ${client}: срок действия, имя и полная цепочка до корневого, которому ${client} доверяет (их показывает openssl s_client).`,
      `Прочитайте журнал TLS ${client}: почему он отказался, знает только он.`,
    ];
  }
  if (how === 'hidden') {
    return [
      `Если ${server} требует клиентского сертификата (mutual TLS), дайте ${client} такой, которому ${server} доверяет.`,
      `Прочитайте журнал TLS ${server}: почему он отказался, знает только он.`,
    ];
  }
  return [
    `Проверьте, принимает ли ${server} соединения от ${client} (список доступа) и есть ли на этом порту вообще TLS.`,
    ...(chosen === '' ? ['Проверьте, что у обоих есть общая версия TLS, не ниже TLS 1.2.'] : []),
    `Прочитайте журнал TLS ${server}.`,
  ];
}

const versionName = (version: string) => (version.startsWith('0x') ? `версию ${version}` : version);

function handshakeTerms({ serverName, offered, chosen, client }: Handshake): string {
  const parts = [
    ...(offered === '' ? [] : [`${client} предлагает до ${versionName(offered).replace('версию', 'версии')}`]),
    ...(chosen === '' ? [] : [`выбрали ${versionName(chosen)}`]),
    serverName === '' ? 'имя сервера не отправлено' : `имя сервера ${serverName}`,
  ];
  return parts.join(', ');
}

export const transport = {
  'icmp-unreachable': {
    title: 'Пакеты возвращены как недоставляемые (ICMP)',
    why: ({ kind }) =>
      ({
        request: 'Запрос так и не дошёл до SIP: повтор поможет, только если изменится то, что здесь названо.',
        response: 'Сервер своё сделал, но клиент об этом не узнаёт.',
        media: 'Всё отправленное на этот порт выбрасывается: одна сторона вызова не слышит другую.',
      })[kind],
    fix: unreachableFix,
    message: (args) => {
      const { kind, sender, receiver, reporter, count: n, after, frame, method, status } = args;
      if (kind === 'media') {
        return `Медиа от ${sender} к ${receiver}, названному в SDP, вернулись как недоставляемые: ${unreachableMeaning(args)} (${count(n, 'ошибка', 'ошибки', 'ошибок')} ICMP от ${reporter} за ${duration(after)}, первая в кадре ${frame}).`;
      }
      return `${carriedName({ method, status })} от ${sender} к ${receiver} вернулся как недоставляемый ${after < 1 ? 'сразу' : `${later(after)}`}: ${unreachableMeaning(args)} (ICMP от ${reporter}, кадр ${frame}).`;
    },
    limits: ({ reporter, host, reason }) =>
      reason === 'port' && reporter === host
        ? `Такой ответ от имени ${host} может отправить и межсетевой экран.`
        : 'Кто стоит за адресом, отправившим сообщение ICMP, в трассировке не видно.',
  } satisfies RuleWords<typeof icmpUnreachable>,
  'retransmissions-excessive': {
    title: 'Запрос отправляется снова и снова',
    why: ({ kind }) =>
      kind === 'storm'
        ? 'Копии с такой частотой нагружают каждый узел на пути и могут остановить сервер.'
        : 'Каждая копия стоит пользователю времени, а серверу работы; там, где истекают таймеры, часть вызовов не удаётся.',
    fix: ({ kind, receiver, sender }) =>
      ({
        slow: [
          `Смотрите нагрузку ${receiver} и чего он ждёт до ответа: DNS, база данных, сервер аутентификации.`,
          'Если столько занимает сам путь (спутник), увеличьте T1 на клиенте (RFC 3261 §17.1.1.2 это рекомендует).',
        ],
        lost: [
          `Проверьте, куда ${receiver} отправляет ответы: на адрес и порт из Via или, за NAT, из received и rport.`,
          `Проверьте, что ${sender} их узнаёт: branch и CSeq должны возвращаться без изменений.`,
          'Ищите потери пакетов или межсетевой экран между этой точкой захвата и отправителем.',
        ],
        silent: [
          `Проверьте, что ${receiver} работает, доступен от ${sender} и знает этот метод.`,
          'Если запрос ушёл на адрес Contact, проверьте, что этот адрес оттуда доступен (NAT).',
        ],
        storm: [
          `Остановите ${sender} и ищите в нём цикл или неисправный таймер: по RFC 3261 за 32 с бывает не больше одиннадцати копий.`,
          'Проверьте, не показывает ли зеркальный порт или туннель один пакет много раз.',
        ],
      })[kind],
    message: (args) =>
      `${args.sender} отправил ${carriedName({ method: args.method, status: args.response })} ${times(args.copies)} за ${duration(args.over)}` +
      {
        slow: `: первый ответ (${args.status}) занял у ${args.receiver} ${duration(args.after)}.`,
        lost: `, хотя ${args.receiver} ответил ${args.status} ${later(args.after)}.`,
        silent: `, а ${args.receiver} так и не ответил.`,
        storm: '.',
      }[args.kind],
    limits: ({ kind }) =>
      kind === 'silent' || kind === 'lost'
        ? 'Что происходит между этой точкой захвата и двумя концами, здесь не видно.'
        : '',
  } satisfies RuleWords<typeof retransmissionsExcessive>,
  'tcp-connect-failed': {
    title: 'Соединение TCP для SIP не удалось',
    why: ({ how, talks }) => {
      if (how === 'reset')
        return 'Запрос потерян, а с ним и вызов, пока клиент не отправит его снова по новому соединению.';
      return talks
        ? 'Эти два узла обмениваются SIP по другому транспорту или в другое время; то, чему нужно это соединение, не удаётся или запаздывает.'
        : 'То, что клиент хочет отправить по TCP или TLS, так и не отправлено: в сообщениях SIP этого не видно, кроме, возможно, 503 или 408 дальше вверх по пути.';
    },
    fix: ({ how, client, server, host, idle }) =>
      ({
        refused: [
          `Запустите службу на ${host} или пусть она слушает ${server} по TCP или TLS; многие серверы принимают только UDP, пока не указано иное.`,
          `Проверьте порт и транспорт, которые использует ${client} (DNS SRV и NAPTR, транк, параметр transport в URI).`,
          'Ищите межсетевой экран, отвечающий RST от имени сервера, и предел числа соединений.',
        ],
        unreachable: [
          `Проверьте, что ${host} работает и что никакой фильтр на пути не запрещает ${client} достигать ${server}.`,
          'Посмотрите, какой маршрутизатор или узел отправил сообщение ICMP: менять маршрут или фильтр нужно там.',
        ],
        unanswered: [
          `Разрешите TCP к ${server} в межсетевых экранах между ${client} и ${host}: исчезающие SYN — признак фильтра, отбрасывающего молча.`,
          `Проверьте, что ${host} работает и имеет этот адрес.`,
        ],
        reset: [
          ...(idle >= 0
            ? [
                `Пусть ${client} держит соединение открытым: keep-alive через CRLF (RFC 5626 §3.5.1) чаще, чем каждые ${duration(idle)}, или TCP keep-alive.`,
                'Увеличьте тайм-аут простоя межсетевого экрана, NAT или балансировщика на пути и самого сервера.',
              ]
            : [
                `Проверьте, не ждёт ли ${server} TLS и принимает ли он SIP от ${client}.`,
                `Прочитайте журнал ${host} за это время.`,
              ]),
          'Пусть клиент отправляет запрос снова по новому соединению, когда старое обрывается.',
        ],
      })[how],
    message: ({ how, client, server, host, count: n, sends, waited, idle, frame, input }) => {
      const where = `(кадр ${frame} в ${input}${n === 1 ? '' : `, всего ${count(n, 'раз', 'раза', 'раз')}`}).`;
      return {
        refused: `${host} отвергает соединения TCP от ${client} к ${server}: на SYN ответили RST ${where}`,
        unreachable: `Соединения TCP от ${client} к ${server} не удаются: сеть вернула SYN как недоставляемый ${where}`,
        unanswered: `Соединения TCP от ${client} к ${server} не удаются: SYN отправлен ${times(sends)} за ${duration(waited)}, ответа нет ${where}`,
        reset: `Соединение TCP от ${client} к ${server} закрыто ${later(waited)} после запроса, вместо ответа${idle >= 0 ? `; до этого по нему ничего не шло ${duration(idle)}` : ''} ${where}`,
      }[how];
    },
    limits: ({ how }) =>
      how === 'reset'
        ? 'Закрыл ли соединение другой узел или устройство на пути, в трассировке не видно.'
        : 'Какие сообщения SIP должны были пройти по соединению, в трассировке не видно.',
  } satisfies RuleWords<typeof tcpConnectFailed>,
  'tls-handshake-failed': {
    title: 'Рукопожатие TLS не удалось',
    why: ({ client, server }) =>
      `Без TLS ничего из SIP не дойдёт от ${client} до ${server}: ни регистрация, ни вызов, которым нужно это соединение.`,
    fix: (args) => (args.how === 'alert' ? alerts[args.alert] : undefined)?.fix(args) ?? handshakeGuesses(args),
    message: (args) => {
      const { how, by, other, alert, frame, input, client, server, byClient } = args;
      const often = args.count === 1 ? '' : `, всего ${count(args.count, 'раз', 'раза', 'раз')}`;
      const known = alerts[alert];
      const what = {
        completed: '',
        alert: `${by} прервал его предупреждением ${alertOf(alert)?.name ?? alert}${known === undefined ? '' : ` (${alert}): ${known.meaning(by, other)}`}`,
        hidden: `${by} прервал его предупреждением, зашифрованным в TLS 1.3, сразу после ${byClient ? 'сертификата сервера' : 'последнего сообщения клиента'}`,
        closed: byClient
          ? `${by} закрыл соединение сразу после того, как сервер показал сертификат`
          : `${by} закрыл соединение вместо ответа на первое сообщение`,
      }[how];
      return `Рукопожатие TLS между ${client} и ${server} не удалось: ${what}; ${handshakeTerms(args)} (кадр ${frame} в ${input}${often}).`;
    },
    limits: ({ how }) =>
      how === 'alert'
        ? ''
        : 'Почему, в трассировке не видно: то, что сказало бы об этом, зашифровано или не отправлено.',
  } satisfies RuleWords<typeof tlsHandshakeFailed>,
  'udp-fragment-lost': {
    title: 'Большое сообщение, IP-фрагменты которого потеряны',
    why: ({ kind }) =>
      kind === 'request'
        ? 'IP ничего не передаёт серверу, пока нет всех фрагментов: для него запрос не отправляли.'
        : 'IP ничего не передаёт клиенту, пока нет всех фрагментов: для него сервер не ответил.',
    fix: ({ kind, sender, receiver }) => [
      kind === 'request'
        ? `Пусть ${sender} использует к ${receiver} TCP или TLS: по UDP запрос не должен быть длиннее 1300 байт, если не известно, что MTU всего пути больше.`
        : `Пусть ${receiver} отправляет запросы по TCP или TLS: ответ идёт по транспорту своего запроса, какой бы длины он ни был.`,
      `Уменьшите сообщение от ${sender}: меньше кодеков в SDP, краткие формы полей заголовка, никаких ненужных полей.`,
      'Ищите на пути межсетевой экран, NAT или балансировщик, отбрасывающий фрагменты без заголовка UDP, и пусть он их пропускает.',
      'Ищите на пути туннель (VPN, PPPoE, GRE) с меньшим MTU и увеличьте его или уменьшите MTU отправителя.',
    ],
    message: ({ sender, receiver, received, expected, copies, frame, method, status }) =>
      `Из ${carriedName({ method, status })} от ${sender} к ${receiver} пришли только первые ${bytes(received)}${expected > 0 ? ` из ${expected}` : ''}` +
      (copies === 1
        ? ` (фрагмент в кадре ${frame}); `
        : ` (первый фрагмент в кадре ${frame}, таких копий ${copies}); `) +
      `остальных IP-фрагментов нет, и ${receiver} ведёт себя так, будто сообщение не пришло.`,
    limits: ({ filtered }) =>
      filtered
        ? 'Во всём захвате есть только первые фрагменты: фильтр захвата вида «port 5060» отбрасывает остальные, так что они могли быть отправлены.'
        : 'Потеряны ли фрагменты до этой точки захвата или после неё, здесь не видно.',
  } satisfies RuleWords<typeof udpFragmentLost>,
  'udp-message-oversized': {
    title: 'Запрос слишком велик для UDP',
    why: ({ kind }) =>
      kind === 'answered'
        ? 'Здесь получилось; на пути с меньшим MTU или за межсетевым экраном, отбрасывающим фрагменты, тот же вызов останется без всякого ответа.'
        : 'Сверх MTU пути IP режет его на фрагменты, а многие межсетевые экраны и NAT молча их отбрасывают.',
    fix: ({ client, server }) => [
      `Пусть ${client} использует к ${server} TCP или TLS; в Kamailio задайте udp_mtu и udp_mtu_try_proto.`,
      'Уменьшите запрос: предлагайте меньше кодеков, отключите неиспользуемые функции (видео, ICE, предложения SRTP), применяйте краткие формы полей заголовка.',
      'Если большим его делает поле заголовка (Identity, History-Info, Record-Route, Route), выясните, нужно ли оно каждому узлу на пути.',
    ],
    message: ({ kind, method, client, server, size, limit, sends, smaller, smallerSize }) =>
      `${method} от ${client} к ${server} занимает по UDP ${bytes(size)}, а RFC 3261 допускает ${limit}` +
      {
        answered: '.',
        unanswered: `, и ни на одну из его копий (${sends}) не ответили.`,
        proven: `: ни на одну из его копий (${sends}) не ответили, а на ${smaller}, в котором ${bytes(smallerSize)}, ответили.`,
      }[kind],
    limits: ({ kind }) =>
      kind === 'answered'
        ? 'Если известно, что MTU всего пути больше, пределом служит этот MTU минус 200 байт.'
        : 'Что причина в размере, вероятно, но не доказано: трассировка не показывает, где потерян запрос.',
  } satisfies RuleWords<typeof udpMessageOversized>,
};
