/** Rules on dialogs. */
import { clip } from '../../../rules/clip.ts';
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { ackMissingFor2xx } from '../../../rules/dialog/ack-missing-for-2xx.ts';
import type { ackOrRouteMisaddressed } from '../../../rules/dialog/ack-or-route-misaddressed.ts';
import { type answeredThenImmediateBye, isMedia } from '../../../rules/dialog/answered-then-immediate-bye.ts';
import type { byeUnanswered } from '../../../rules/dialog/bye-unanswered.ts';
import type { callDropped32s } from '../../../rules/dialog/call-dropped-32s.ts';
import type { cseqDisorder } from '../../../rules/dialog/cseq-disorder.ts';
import type { dialogNeverTerminated } from '../../../rules/dialog/dialog-never-terminated.ts';
import type { dialogUnknown481 } from '../../../rules/dialog/dialog-unknown-481.ts';
import type { multiple2xxForked } from '../../../rules/dialog/multiple-2xx-forked.ts';
import type { tagProblem } from '../../../rules/dialog/tag-problem.ts';
import { capitalize } from '../../phrases.ts';
import { count, duration, later, times } from '../phrases.ts';
import { fieldName, messageName, tagPair } from './phrases.ts';

const LONGEST = 120;

/** The URIs of a route set, or a Request-URI. */
function uris(list: readonly string[]): string {
  return clip(list.join(', '), LONGEST) || 'ничего';
}

type Answered = ArgsOf<typeof multiple2xxForked>;

function answering({ answerers, devices }: Pick<Answered, 'answerers' | 'devices'>): string {
  return answerers.join(' и ') + (devices > answerers.length ? ' и другие' : '');
}

const differing = {
  'cseq-number': 'отличается номер CSeq',
  'to-tag': 'отличается тег To',
  'from-tag': 'отличается тег From',
} as const;

export const dialog = {
  'ack-missing-for-2xx': {
    title: '200 OK, который никто не подтверждает',
    why: () =>
      'Отвечающая сторона повторяет свой 200 и завершает вызов через 64·T1 (32 с): классический обрыв через полминуты.',
    fix: ({ kind, server, contact, seenAt }) => [
      {
        unmatched: `Сравните ACK с 200: его Request-URI должен быть Contact (${contact || 'отсутствует'}), а теги и номер CSeq — как в INVITE.`,
        lost: `ACK ушёл на ${seenAt}, а Contact в 200 — ${contact || 'отсутствует'}. Если это адрес за NAT, 200 должен нести адрес, доступный вызывающему; если это прокси, он должен переслать ACK дальше.`,
        unheard: `Проверьте, куда ${server} отправляет ответы: на адрес и порт из Via или, за NAT, из received и rport.`,
        absent: `Проверьте, что Contact в 200 (${contact || 'отсутствует'}) доступен вызывающему: ACK идёт туда, а не туда, куда ушёл INVITE.`,
      }[kind],
      'Задайте внешний адрес сигнализации отвечающей стороны или включите обработку NAT (rport, перезапись Contact) на её сервере.',
      'Добавьте Record-Route на каждом прокси, который должен оставаться на пути, и отключите SIP ALG на маршрутизаторах между ними.',
    ],
    message: ({ kind, server, status, copies, waited, differs, seenAt, client }) =>
      `${server} отправил свой ответ ${status} (${times(copies)} за ${duration(waited)}): ` +
      {
        unmatched:
          differs === '' ? 'он не принял отправленный ему ACK.' : `в отправленном ему ACK ${differing[differs]}.`,
        lost: `ACK, отправленный на ${seenAt}, до него не дошёл.`,
        unheard: `ответ не дошёл до ${client}, который продолжал отправлять INVITE.`,
        absent: 'через эту точку захвата ACK на него не проходил.',
      }[kind],
    limits: ({ kind }) =>
      kind === 'unmatched'
        ? 'ACK, потерянный между этой точкой захвата и сервером, выглядел бы так же.'
        : 'ACK, прошедший другим путём, чем остальной вызов, здесь не был бы виден.',
  } satisfies RuleWords<typeof ackMissingFor2xx>,
  'ack-or-route-misaddressed': {
    title: 'Неверно адресованный запрос внутри вызова',
    why: ({ worked, method, kind }) =>
      kind === 'copied'
        ? 'Тогда вызывающий отправляет ACK и BYE мимо прокси, которые хотели остаться на пути: межсетевые экраны, NAT и биллинг теряют вызов.'
        : worked
          ? `Этот ${method} всё же дошёл; за другим прокси та же ошибка его теряет, и вызовы обрываются или остаются на одной стороне.`
          : `${method} не доходит до другой стороны или доходит без прокси, которые должны его видеть: вызовы обрываются через 32 с или остаются на одной стороне.`,
    fix: ({ kind, sender, ...args }) => {
      const expected = uris(args.expected);
      return [
        {
          first: `Пусть ${sender} отправляет запросы внутри вызова на Contact другой стороны (${expected}), а не на набранный адрес.`,
          own: `Пусть ${sender} берёт в качестве Request-URI Contact другой стороны (${expected}), а не свой.`,
          old: `Пусть ${sender} использует самый новый Contact другой стороны (${expected}), как только принял его.`,
          other: `Пусть ${sender} отправляет запросы внутри вызова на Contact другой стороны (${expected}): ищите в нём правила заголовков или номеров, переписывающие Request-URI.`,
          missing: `Пусть ${sender} копирует Record-Route в Route всех запросов внутри вызова (${expected}).`,
          skipped: `Пусть ${sender} сохраняет весь набор маршрутов (${expected}): ищите правило, удаляющее первый Route.`,
          reversed: `Пусть ${sender} берёт Record-Route в обратном порядке, если вызов сделал он, и как есть, если он на него ответил.`,
          strict: `Добавьте параметр lr в Record-Route прокси, если это свободный маршрутизатор (loose router; сегодня таковы все); иначе ${sender} обязан поместить этот прокси в Request-URI.`,
          copied: `Пусть ${sender} копирует все поля Record-Route из INVITE в свой 2xx в том же порядке.`,
        }[kind],
        ...(kind === 'first' || kind === 'other'
          ? [
              `Если ${sender} — это Asterisk с rewrite_contact=yes (в chan_sip nat=force_rport,comedia), отключите это для данного транка: настройка заменяет Contact стороны, стоящей за прокси.`,
            ]
          : []),
        'Отключите SIP ALG на маршрутизаторах между ними и уберите ручные правила Route и Contact на SBC.',
      ];
    },
    message: ({ kind, method, sender, ...args }) => {
      const [sent, expected] = [uris(args.sent), uris(args.expected)];
      return {
        first: `${method} от ${sender} несёт Request-URI ${sent} из INVITE вместо Contact ${expected}.`,
        own: `${method} от ${sender} несёт в Request-URI собственный Contact ${sent} вместо ${expected}.`,
        old: `${method} от ${sender} идёт на прежний Contact ${sent}; самый новый — ${expected}.`,
        other: `${method} от ${sender} несёт Request-URI ${sent}; Contact другой стороны — ${expected}.`,
        missing: `В ${method} от ${sender} нет Route, а набор маршрутов диалога — ${expected}.`,
        skipped: `В Route запроса ${method} от ${sender} (${sent}) нет начала набора маршрутов ${expected}.`,
        reversed: `Route запроса ${method} от ${sender} (${sent}) идёт в неверном порядке; набор маршрутов — ${expected}.`,
        strict: `${method} от ${sender} сохраняет Contact в Request-URI, хотя у первого прокси набора маршрутов (${expected}) нет параметра lr.`,
        copied: `В 2xx от ${sender} нет Record-Route из его INVITE (${expected}); там ${sent}.`,
      }[kind];
    },
  } satisfies RuleWords<typeof ackOrRouteMisaddressed>,
  'answered-then-immediate-bye': {
    title: 'Вызов, завершённый сразу после ответа',
    why: ({ kind }) =>
      kind === 'caller'
        ? 'Вызов считается отвеченным и может тарифицироваться; часто это просто вызывающий, которому не нужен ответивший почтовый ящик.'
        : 'Вызов считается отвеченным и может тарифицироваться, хотя поговорить никто не смог.',
    fix: ({ kind, sender, other, reason }) => [
      ...(kind === 'failure'
        ? [
            isMedia(reason)
              ? `Сравните предложение и ответ SDP: ${sender} завершил вызов из-за медиа (кодеки, SRTP против RTP, адреса).`
              : `Посмотрите в журнале ${sender} за это время, что стоит за ${reason}.`,
          ]
        : []),
      ...(kind === 'callee'
        ? [
            `Посмотрите в журнале ${sender}, почему он сразу завершил вызов: нет общего кодека, нет порта для медиа, закончилась очередь или приложение.`,
            'Сравните предложение и ответ SDP: там видно, чем нельзя воспользоваться после ответа.',
          ]
        : []),
      ...(kind === 'caller'
        ? [
            `Если это часто, смотрите журнал ${sender}: из-за ответа, которым нельзя воспользоваться, вызывающий сразу кладёт трубку; так же ведут себя автообзвонщики, распознающие автоответчик.`,
            `Посмотрите, отвечал ли ${other} за человека или как почтовый ящик.`,
          ]
        : []),
    ],
    message: ({ kind, sender, other, after, reason }) =>
      `${sender} завершил вызов ${later(after)} после ` +
      (kind === 'caller' ? `ответа ${other}` : kind === 'callee' ? 'собственного ответа' : 'ответа') +
      (reason === '' ? '.' : `, указав причину ${reason}.`),
    limits: ({ kind }) =>
      kind === 'failure' ? '' : 'Завершил вызов человек или машина и почему, из сообщений не видно.',
  } satisfies RuleWords<typeof answeredThenImmediateBye>,
  'bye-unanswered': {
    title: 'BYE без окончательного ответа',
    why: ({ server }) =>
      `${server} может держать вызов как действующий и тарифицировать его, пока его не завершит таймер сеанса или отсутствие медиа.`,
    fix: ({ server, client, target, kind }) => [
      kind === 'stalled'
        ? `Смотрите за ${server}: он принял BYE и не получил на него ответа от следующего узла.`
        : `Сравните Request-URI в BYE (${target}) с последним Contact от ${server}, а его Route — с Record-Route в INVITE: за NAT один из них часто недоступен снаружи.`,
      `Проверьте, не перезапускался ли ${server}, не сменил ли адрес во время вызова и не закрылась ли привязка NAT или сессия межсетевого экрана между ним и ${client}.`,
      'Включите таймеры сеанса (RFC 4028) и тайм-аут RTP, чтобы вызов, чей BYE потерялся, завершался сам.',
    ],
    message: ({ kind, client, server, sends, over }) =>
      kind === 'stalled'
        ? `${server} принял BYE от ${client} и не отправил на него окончательного ответа.`
        : `${client} отправил BYE ${times(sends)} за ${duration(over)}, и ${server} так и не ответил.`,
    limits: () =>
      'Дошёл ли BYE до другой стороны, здесь не видно; видно лишь, что через эту точку захвата ответ не проходил.',
  } satisfies RuleWords<typeof byeUnanswered>,
  'call-dropped-32s': {
    title: 'Вызов оборвался через 32 секунды',
    why: () => 'Пользователи сообщают, что вызовы обрываются через полминуты, хотя до этого оба слышали друг друга.',
    fix: ({ server }) => [
      `Выясните, почему до ${server} не доходит ACK на 200: куда он идёт, говорят Contact в 200 и Record-Route прокси.`,
      `Задайте внешний адрес сигнализации ${server} или включите перед ним обработку NAT.`,
      'Отключите SIP ALG на маршрутизаторах по пути.',
    ],
    message: ({ server, after, what, copies }) =>
      `${server} завершил вызов ${later(after)} после своего 200 на ${what === 'call' ? 'INVITE' : what}` +
      (copies > 1 ? `, отправленного ${times(copies)}` : '') +
      ': столько времени он ждёт ACK (64·T1).',
    limits: ({ copies }) =>
      copies > 1 ? '' : 'Здесь 200 не повторялся; что причина в отсутствии ACK, говорит сам BYE.',
  } satisfies RuleWords<typeof callDropped32s>,
  'cseq-disorder': {
    title: 'Нарушенный порядок CSeq',
    why: ({ kind, status, method }) =>
      ({
        method: 'Серверы отвергают такой запрос кодом 400 или не могут сопоставить с ним ответы.',
        range: 'Получатели со знаковыми 32-битными числами читают его как отрицательное или отвергают.',
        reused: 'Получатель принимает более поздний запрос за повтор более раннего или отвергает его кодом 500.',
        backwards:
          status === 500
            ? `${method} отвергнут и потому ничего не изменил: другая сторона хранит прежнее состояние вызова.`
            : 'Получатель, соблюдающий правила, отвергает его кодом 500.',
        retry:
          'Серверы, сравнивающие номера, принимают новую попытку за повтор прежней и снова отправляют тот же отказ.',
      })[kind],
    fix: ({ kind, client }) => [
      {
        method: `Пусть ${client} пишет в CSeq метод стартовой строки: это ошибка его программы или сценария.`,
        range: `Пусть ${client} начинает с малого номера CSeq: он должен оставаться меньше 2147483648.`,
        reused: `Пусть ${client} увеличивает CSeq на единицу с каждым новым запросом диалога; номер своего INVITE сохраняют только ACK и CANCEL.`,
        backwards: `Ищите в этом вызове перезапуск ${client} или переключение на резерв: CSeq диалога нужно сохранять вместе с ним.`,
        retry: `Пусть ${client} увеличивает CSeq на единицу, отправляя запрос снова. В Kamailio функция uac_auth сохраняет номер, если за ним не следит модуль dialog (track_cseq_updates).`,
      }[kind],
      ...(kind === 'reused' || kind === 'backwards'
        ? [
            'Ищите вторую программу, отправляющую в этом диалоге собственные запросы: контроллер биллинга, сервер click-to-call, таймер сеанса на прокси.',
          ]
        : []),
    ],
    message: ({ kind, method, client, server, cseq, other, before, status, named }) =>
      ({
        method: `${named === '' ? `В CSeq запроса ${method} от ${client} нет метода` : `CSeq запроса ${method} от ${client} называет метод ${named}`}.`,
        range: `В ${method} от ${client} номер CSeq ${cseq}, а он должен быть меньше 2147483648.`,
        reused: `${client} отправил ${method} с CSeq ${cseq}, то есть с номером своего ${other} в том же диалоге${status === 500 ? `, и ${server} отверг его кодом 500` : ''}.`,
        backwards: `${client} отправил ${method} с CSeq ${cseq} после своего ${other} с ${before}${status === 500 ? `, и ${server} отверг его кодом 500` : ''}.`,
        retry: `${client} снова отправил свой ${method} после ${status} с тем же CSeq ${cseq}.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'backwards' ? 'Запрос, который сеть доставила с опозданием, выглядел бы так же.' : '',
  } satisfies RuleWords<typeof cseqDisorder>,
  'dialog-never-terminated': {
    title: 'Отвеченный вызов без конца',
    why: ({ kind }) =>
      kind === 'expired'
        ? 'По собственному таймеру сеанса этот вызов мёртв, и ни одна сторона его не освободила: каналы заняты, тарификация может продолжаться.'
        : 'Вызов, который никто не завершил, держит свои каналы и может тарифицироваться часами.',
    fix: ({ kind, caller, callee }) => [
      ...(kind === 'expired'
        ? [
            `Проверьте, держат ли ${caller} и ${callee} вызов до сих пор и работает ли тот, кто должен его обновлять (refresher).`,
            'Захватывайте на пути, по которому идут BYE и обновление: без Record-Route они проходят мимо этой точки.',
          ]
        : [
            `Запросите у ${caller} и ${callee} список открытых вызовов: если этого там уже нет, его BYE прошёл мимо этой точки захвата.`,
            'Включите таймеры сеанса (RFC 4028), чтобы вызов, чьё завершение потерялось, не висел вечно.',
          ]),
      'Задайте тайм-аут RTP на серверах и шлюзах, чтобы они освобождали вызов, медиа которого прекратились.',
    ],
    message: ({ kind, caller, callee, interval, silence }) =>
      kind === 'expired'
        ? `Вызов от ${caller} к ${callee} не обновлён и не завершён: его таймер сеанса ${interval} с истёк, а последний признак вызова был ${duration(silence)} назад.`
        : `Вызов от ${caller} к ${callee} в этой трассировке так и не завершён; сигнализации в нём не было ${duration(silence)}.`,
    limits: ({ kind }) =>
      kind === 'expired'
        ? 'Обновление или BYE, прошедшие другим путём, здесь не были бы видны.'
        : 'Вызов мог просто продолжаться, или его BYE прошёл другим путём.',
  } satisfies RuleWords<typeof dialogNeverTerminated>,
  'dialog-unknown-481': {
    title: 'Запрос отвергнут кодом 481',
    why: ({ kind, method }) =>
      ({
        crossing: 'Неисправности нет: обе стороны положили трубку одновременно.',
        repeated: 'Ничего не потеряно: диалог завершился раньше.',
        ended: 'Ничего не потеряно: диалог завершился, пока запрос был в пути.',
        'late-cancel': 'Ничего не потеряно: INVITE уже получил окончательный ответ.',
        cancel: 'Вызываемый продолжает звонить, хотя вызывающий положил трубку.',
        'late-prack': 'Ничего не потеряно: INVITE уже получил окончательный ответ.',
        prack:
          'Предварительный ответ остаётся неподтверждённым, вызываемая сторона повторяет его и отклоняет вызов через 32 с.',
        notify: 'У получателя такой подписки (больше) нет, поэтому отправитель должен остановиться.',
        subscribe: 'Подписка пропала: подписчик не получит уведомлений, пока не подпишется заново.',
        replaces: 'Перевод с консультацией или перехват вызова не удаётся.',
        tags: `${method} не доходит до диалога, для которого предназначен; рано или поздно одна сторона зависает в оконченном вызове.`,
        lost: `Одна сторона держит вызов, которого другая (больше) не знает, и ${method} этого не изменил.`,
      })[kind],
    fix: ({ kind, server, client }) =>
      ({
        crossing: ['Делать ничего не нужно.'],
        repeated: [`Пусть ${client} остановится, получив ответ на первый BYE.`],
        ended: ['Делать ничего не нужно.'],
        'late-cancel': ['Делать ничего не нужно.'],
        cancel: [
          `Пусть ${client} отправляет CANCEL с branch, Request-URI, тегами и номером CSeq своего INVITE на тот же адрес.`,
          `Если за ${server} несколько узлов, балансировщик должен отправлять CANCEL на узел, у которого INVITE.`,
        ],
        'late-prack': ['Делать ничего не нужно.'],
        prack: ['Сравните RAck в PRACK с RSeq и CSeq предварительного ответа, а его теги — с тегами диалога.'],
        notify: [
          `Пусть ${client} удаляет подписку, получив 481.`,
          `Проверьте, не перезапускался ли ${server} и не потерял ли он подписки.`,
        ],
        subscribe: [
          `Пусть ${client} подписывается заново, без тега To и с новым Call-ID.`,
          `Проверьте, не перезапускался ли ${server} и не дал ли он подписке истечь.`,
        ],
        replaces: [
          `Сравните Call-ID и теги в Replaces с вызовом, который должен уступить ${server}, с тегами в том виде, как их видит этот узел.`,
        ],
        tags: [
          `Исправьте теги в ${client}: они должны быть как в 2xx, а собственный тег отправителя — в From.`,
          'Если между ними стоит SBC или ALG, захватывайте с обеих его сторон: он может переписывать теги только в одном направлении.',
        ],
        lost: [
          `Проверьте, не перезапускался ли ${server}, не переключился ли на резерв и не завершил ли вызов по таймеру (истечение сеанса, тайм-аут медиа) без BYE.`,
          `Если за ${server} несколько узлов, реплицируйте диалоги или удерживайте вызов на его узле через Record-Route.`,
          'Сравните путь этого запроса с путём INVITE: без Record-Route он идёт мимо прокси, который знает вызов.',
        ],
      })[kind],
    message: ({ kind, method, client, server, differs, used, known }) =>
      ({
        crossing: `BYE от ${client} разминулся с BYE другой стороны, поэтому ${server} ответил на него 481.`,
        repeated: `${client} отправил ещё один BYE после того, как первый завершил диалог, и ${server} ответил 481.`,
        ended: `${method} от ${client} пришёл после конца диалога, и ${server} ответил 481.`,
        'late-cancel': `CANCEL от ${client} пришёл после окончательного ответа ${server}, и тот ответил на него 481.`,
        cancel: `${server} не находит INVITE, который мог бы завершить CANCEL от ${client}: 481.`,
        'late-prack': `PRACK от ${client} пришёл после окончательного ответа ${server}, и тот ответил на него 481.`,
        prack: `${server} не знает предварительного ответа, который подтверждает PRACK от ${client}: 481.`,
        notify: `${server} не знает подписки, к которой относится NOTIFY от ${client}: 481.`,
        subscribe: `${server} не знает подписки, которую хочет обновить ${client}: 481.`,
        replaces: `${server} не знает вызова, который должен заменить INVITE от ${client}: 481.`,
        tags:
          `${method} от ${client} получил 481: ` +
          (differs === 'direction'
            ? `его теги (${tagPair(used)}) переставлены, у диалога ${tagPair(known)}.`
            : differs === 'both-tags'
              ? `оба его тега (${used.join(', ')}) не те, что у диалога: ${known.join(', ')}.`
              : `его ${fieldName(differs)} (${used.join(', ')}) не тот, что у диалога: ${known.join(', ')}.`),
        lost: `${server} не знает диалога запроса ${method} от ${client}, хотя его Call-ID и теги верны: 481.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'lost' ? 'Почему диалог там неизвестен (перезапуск, таймер, другой узел), в трассировке не видно.' : '',
  } satisfies RuleWords<typeof dialogUnknown481>,
  'multiple-2xx-forked': {
    title: 'Вызов, на который ответили больше одного раза',
    why: ({ release }) =>
      release === 'left' || release === 'late'
        ? 'Соединены сразу двое вызываемых: один из них не слышит ничего или слышит всё, и тарифицируются оба вызова.'
        : 'Один из вызываемых снял трубку, и вызов с ним тут же завершили; часто быстрее оказывается почтовый ящик или автоответ.',
    fix: ({ caller, devices, release, ...args }) => [
      ...(release === 'left' || release === 'late'
        ? [
            `Пусть ${caller} подтверждает каждый 200 и сразу отправляет BYE всем, кроме одного${devices > 1 ? ` из ${answering({ ...args, devices })}` : ''}.`,
          ]
        : []),
      ...(devices > 1
        ? [
            'Ищите голосовую почту, переадресацию или автоответ на одном из устройств, звонящих вместе, и отключите их там.',
            'Пусть прокси с форкингом отменяет остальные ветви, как только пришёл первый 200; проверьте, что CANCEL доходит до них без задержки.',
          ]
        : [
            `Ищите за ${answering({ ...args, devices })} скрытый им форкинг; если его нет, исправьте этот узел: один INVITE создаёт один диалог.`,
          ]),
    ],
    message: ({ caller, devices, answers, apart, release, released, ...args }) =>
      (devices > 1
        ? `На INVITE от ${caller} ответили ${count(devices, 'устройство', 'устройства', 'устройств')} (${answering({ ...args, devices })}), второе`
        : `${answering({ ...args, devices })} ответил на INVITE от ${caller} ${times(answers)}, каждый раз с другим тегом To, второй раз`) +
      ` ${later(apart)} после первого` +
      {
        done: `; ${caller} оставил один вызов и освободил ${answers > 2 ? 'остальные' : 'другой'}.`,
        late: `, и лишний вызов освобождён лишь ${later(released)}.`,
        left: ', и установленным остался не один вызов.',
        unseen: '.',
      }[release],
    limits: ({ release }) =>
      release === 'unseen'
        ? 'Захват кончается слишком рано, чтобы показать, освобождён ли лишний вызов.'
        : release === 'left'
          ? 'BYE, прошедший другим путём, здесь не был бы виден.'
          : '',
  } satisfies RuleWords<typeof multiple2xxForked>,
  'tag-problem': {
    title: 'Тег From или To отсутствует или неверен',
    why: ({ kind }) =>
      ({
        from: 'Строгие серверы отвергают запрос кодом 400, и ни один диалог нельзя отличить от другого с тем же Call-ID.',
        kept: 'Сервер ищет диалог с этим тегом, не находит и отвергает новую попытку кодом 481.',
        unanswered:
          'Клиенты обязаны мириться с этим, как с сервером времён до RFC 3261, но ветви форкинга различить нельзя, а строгие клиенты отбрасывают ответ.',
        changed:
          'Клиент не может сопоставить ответ со своим диалогом; рано или поздно одна сторона зависает в оконченном вызове.',
        swapped:
          'Получатель не знает диалога с тегами в таком порядке и отвечает 481: вызов остаётся на одной стороне.',
        untagged: 'Получатель не знает такого диалога и отвечает 481: вызов остаётся на одной стороне.',
      })[kind],
    fix: ({ kind, sender, field }) => [
      {
        from: `Пусть ${sender} добавляет тег к From в каждом запросе: обновите его программу или исправьте сценарий.`,
        kept: `Пусть ${sender}, повторяя попытку после отказа, берёт To первой попытки, без тега.`,
        unanswered: `Пусть ${sender} добавляет тег To к каждому ответу, кроме 100. В SIPp впишите в ответ строку [last_To:];tag=[pid]SIPpTag01[call_number]: [last_To:] сам подставляет имя поля.`,
        changed: `Пусть ${sender} копирует поле ${field} запроса в ответ вместе с тегом.`,
        swapped: `Пусть ${sender} меняет местами From и To, отправляя запросы внутри вызова, на который ответил: его собственный тег должен быть в From.`,
        untagged: `Пусть ${sender} переносит From и To диалога с их тегами в каждый запрос вызова.`,
      }[kind],
      'Если между ними стоит B2BUA или SBC, захватывайте с обеих его сторон: он может преобразовывать теги только в одном направлении.',
    ],
    message: ({ kind, method, sender, field, sent, expected, status }) =>
      ({
        from: `В ${method} от ${sender} нет тега From.`,
        kept: `${sender} снова отправил свой ${method} с тегом To ${sent[0]} из отказа.`,
        unanswered: `${capitalize(messageName({ method, status }))} от ${sender} не содержит тега To.`,
        changed: `${capitalize(messageName({ method, status }))} от ${sender} ${sent.length === 0 ? `не содержит тега ${field}` : `содержит тег ${field} ${sent[0]}`}, а в его запросе ${expected.length === 0 ? 'тега нет' : `это ${expected[0]}`}.`,
        swapped: `${method} от ${sender}, ответившего на вызов, несёт теги вызывающей стороны (${tagPair(sent)}) вместо ${tagPair(expected)}.`,
        untagged: `В ${method} от ${sender} нет тега ${field}, а у его диалога это ${expected[0]}.`,
      })[kind] + (status >= 300 && kind !== 'unanswered' && kind !== 'changed' ? ` Он отвергнут кодом ${status}.` : ''),
  } satisfies RuleWords<typeof tagProblem>,
};
