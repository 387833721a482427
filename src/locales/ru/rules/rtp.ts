/** Rules on what is in the packets of media, and on ICE and DTLS before them. */
import type { RuleWords } from '../../../rules/define.ts';
import { type iceDtlsFailure, ofKeys, unheard } from '../../../rules/rtp/ice-dtls-failure.ts';
import { isNearlyAll, type rtpPayloadTypeUnexpected } from '../../../rules/rtp/rtp-payload-type-unexpected.ts';
import { isMissed, type rtpSourceMismatch } from '../../../rules/rtp/rtp-source-mismatch.ts';
import { concernsKeys, type rtpSsrcChange } from '../../../rules/rtp/rtp-ssrc-change.ts';
import { alertOf } from '../../../rules/tls-alerts.ts';
import { count, duration } from '../phrases.ts';
import { codecName, codecNames } from './phrases.ts';

const sides = { caller: 'вызывающий', callee: 'вызываемый' } as const;
const ofSides = { caller: 'вызывающего', callee: 'вызываемого' } as const;
const bySides = { caller: 'вызывающим', callee: 'вызываемым' } as const;
const packets = (n: number) => count(n, 'пакет', 'пакета', 'пакетов');
const kinds: Readonly<Record<string, string>> = { audio: 'Аудио', video: 'Видео' };
const kindName = (kind: string) => kinds[kind] ?? `Медиа (${kind})`;
const within = (kind: string) => (kinds[kind] ?? `медиа (${kind})`).toLowerCase();

export const rtp = {
  'rtp-payload-type-unexpected': {
    title: 'Медиа с типом нагрузки, о котором не договорились',
    message: ({ kind, deaf, media, source, destination, type, codec, wanted, listed, listedMore, packets: n, of }) =>
      `${kindName(media)} от ${source} к ${destination}: ${packets(n)} из ${of} пришли с типом нагрузки ${type}` +
      (codec === '' ? '' : ` (${codecName(codec)})`) +
      {
        'own-number': `, а ${sides[deaf]} ждёт его под номером ${wanted}.`,
        former: `, которого ${sides[deaf]} после последнего изменения больше не перечисляет (его список: ${codecNames(listed, listedMore)}).`,
        unlisted: `, которого ${sides[deaf]} не перечислил (его список: ${codecNames(listed, listedMore)}).`,
      }[kind],
    why: ({ deaf, ...args }) =>
      isNearlyAll(args)
        ? `Получатель отбрасывает неизвестные ему типы нагрузки: ${sides[deaf]} не слышит ничего или слышит шум.`
        : `Получатель отбрасывает неизвестные ему типы нагрузки: пока они идут, ${sides[deaf]} ничего не слышит.`,
    fix: ({ kind, source, type, codec, wanted }) =>
      ({
        'own-number': [
          `Пусть ${source} отправляет ${codecName(codec)} с типом нагрузки ${wanted} — номером получателя, а не ${type} — своим (RFC 3264 §5.1).`,
          'Если медиарелей или SBC соединяет там два плеча, пусть он преобразует типы нагрузки, или задайте на обоих плечах одинаковые номера.',
        ],
        former: [
          `Выясните, получил ли ${source} последнее предложение или ответ, и пусть он меняет кодек вместе с ним.`,
          'Если вместо него ответил SBC, ищите re-INVITE или UPDATE на следующем плече.',
        ],
        unlisted: [
          `Пусть ${source} отправляет кодек из полученного им SDP${codec === '' ? '' : `, а не ${codecName(codec)}`} (RFC 3264 §6.1).`,
          'Если между ними соединены два плеча, транскодируйте там или предлагайте на обоих их общие кодеки.',
          'Сравните SDP на всех участках: отправитель мог получить SDP другого плеча.',
        ],
      })[kind],
  } satisfies RuleWords<typeof rtpPayloadTypeUnexpected>,
  'rtp-ssrc-change': {
    title: 'Медиапоток начинается заново посреди вызова',
    message: ({ kind, media, source, destination, before, after, at, changes, signalled, wrapped, encrypted }) =>
      `${kindName(media)} от ${source} к ${destination}${encrypted ? ' (с шифрованием)' : ''}: спустя ${duration(at)}` +
      (wrapped && concernsKeys({ kind, encrypted }) ? ' и более 65 535 пакетов' : '') +
      ' после ответа' +
      {
        source: ` SSRC сменился с ${before} на ${after}`,
        sequence: ` порядковые номера начались заново при том же SSRC (${after})`,
        timestamp: ` временные метки сделали скачок при том же SSRC (${after})`,
      }[kind] +
      (signalled === ''
        ? ', хотя в сигнализации в это время ничего не было'
        : `, примерно в одно время с ${signalled}`) +
      (changes > 1 ? `; всего ${count(changes, 'изменение', 'изменения', 'изменений')}.` : '.'),
    why: ({ kind, encrypted, wrapped }) =>
      !concernsKeys({ kind, encrypted })
        ? 'Получатель должен заново настроить буфер: щелчок или короткий провал, а если он не последует за изменением — дальше тишина.'
        : kind === 'sequence'
          ? 'Получатель SRTP принимает номера, пошедшие назад, за повтор пакетов или расшифровывает их с неверным счётчиком переполнений (ROC): дальше тишина.'
          : wrapped
            ? 'Счётчик переполнений (ROC) SRTP был больше нуля, а с новым источником начинается с нуля: сторона, которая его переносит, дальше ничего не расшифрует.'
            : 'Получатель должен начать заново с ключами и буфером: если он не последует за изменением, дальше тишина.',
    fix: ({ kind, source, destination, encrypted, signalled }) => [
      `Посмотрите, что происходило в это время на ${source}: подключён другой источник (сообщение, музыка на удержании, перевод на другом плече) или перезапущен медиасервис.`,
      ...(concernsKeys({ kind, encrypted })
        ? [
            kind === 'source'
              ? `Пусть ${source} начинает счётчик переполнений нового SSRC с нуля, а ${destination} ведёт его для каждого SSRC отдельно (RFC 3711 §3.3.1).`
              : `Пусть ${source} сохраняет порядковый номер и счётчик переполнений столько же, сколько ключ, или берёт новый ключ либо SSRC через re-INVITE.`,
          ]
        : [
            kind === 'source'
              ? `Пусть ${source} ставит бит маркера на первом пакете нового источника и, где может, сохраняет SSRC и номера.`
              : `Пусть ${source}, начиная заново, берёт новый SSRC или продолжает прежние номера и временные метки (RFC 3550 §5.1).`,
          ]),
      ...(signalled === '' && kind !== 'timestamp'
        ? [`Если с этого времени нет звука, посмотрите, принимает ли ${destination} другой источник без re-INVITE.`]
        : []),
    ],
    limits: ({ signalled }) =>
      signalled === ''
        ? 'Последовал ли получатель за изменением, в трассировке не видно; сервер, который соединяет с кем-то другим на своём другом плече, на этом плече ничего не сообщает.'
        : 'Последовал ли получатель за изменением, в трассировке не видно.',
  } satisfies RuleWords<typeof rtpSsrcChange>,
  'rtp-source-mismatch': {
    title: 'Медиа с сокета, которого отправитель не объявлял',
    message: ({ kind, party, media, announced, source, before, destination, packets: n, at, same, replies }) =>
      ({
        nat: `${kindName(media)} ${ofSides[party]} приходит на ${destination} с ${source}, а его SDP называет частный адрес ${announced}.`,
        port: `${kindName(media)} ${ofSides[party]} приходит на ${destination} с ${source}, а его SDP называет другой порт, ${announced}.`,
        elsewhere: `${kindName(media)} ${ofSides[party]} приходит на ${destination} с ${source}, а его SDP называет другой узел, ${announced}.`,
        moved:
          `Через ${duration(at)} после ответа ${within(media)} ${ofSides[party]} стало приходить на ${destination} с ${source} вместо ${before}` +
          `${same ? '' : ', с другим SSRC'}, хотя в сигнализации ничего не было` +
          (isMissed({ replies, source }) ? `; другая сторона отправляет на ${replies}.` : '.'),
        second: `Спустя ${duration(at)} после ответа на ${destination} стало приходить ${within(media)} с ${source} (${packets(n)}), а медиа ${ofSides[party]} продолжали идти с ${before}.`,
      })[kind],
    why: ({ kind, party, source, same, replies }) =>
      ({
        nat: 'Всё хорошо, пока другая сторона отвечает туда, откуда идут медиа (симметричный RTP); если она следует SDP, её не слышно.',
        port: 'Межсетевые экраны и NAT пропускают внутрь только ответы на порт отправки: медиа на объявленный порт могут быть отброшены.',
        elsewhere:
          'Межсетевой экран, открытый только для объявленного адреса, или строгий медиасервер отбросит эти медиа.',
        moved: !same
          ? `Если получатель это принимает, вместо ${ofSides[party]} слышно то, что идёт оттуда: верно при переключении на резерв, неверно, если медиа подмешаны.`
          : isMissed({ replies, source })
            ? `Другая сторона по-прежнему отправляет туда, откуда медиа шли раньше: с этого времени ${sides[party]} ничего не слышит.`
            : `Медиасервер, принявший первый источник за единственный, отбрасывает новый: с этого времени ${ofSides[party]} не слышно.`,
        second:
          'Получатель смешивает оба, скачет между ними или следует последнему: посторонний звук в вызове или конец правильного.',
      })[kind],
    fix: ({ kind, party, source, announced, before, destination, same }) =>
      ({
        nat: [
          `Пусть узел ${destination} отвечает туда, откуда идут медиа (rtp_symmetric, comedia, rtpengine), пока ${sides[party]} за NAT.`,
          `Или пусть ${sides[party]} объявляет адрес, по которому доступен, вместо ${announced} (external_media_address, ext-rtp-ip, STUN, ICE).`,
        ],
        port: [
          `Пусть ${sides[party]} отправляет с того порта, который объявляет (RFC 4961): симметричный RTP, на большинстве устройств это настройка.`,
          'Если порт меняет NAT на пути, пусть другая сторона отвечает туда, откуда идут медиа.',
        ],
        elsewhere: [
          `Выясните, что такое ${source}: если это медиарелей или второй адрес ${ofSides[party]}, пусть SDP называет его вместо ${announced}.`,
          'Если правила межсетевого экрана созданы по SDP, откройте их и для этого адреса.',
        ],
        moved: same
          ? [
              `Ищите между ${bySides[party]} и ${destination} NAT или маршрутизатор, давший потоку другую привязку: перезапуск, второй канал или тайм-аут после тишины.`,
              'Отправляйте что-нибудь в каждой паузе (комфортный шум, RTP keep-alive по RFC 6263), чтобы привязка не истекла.',
              `Пусть узел ${destination} следует за источником, который переместился, хотя бы недолго после тишины.`,
            ]
          : [
              `Выясните, что такое ${source}: медиасервер, который принял поток, или кто-то, кто подмешивает медиа.`,
              `Пусть медиасервер перед ${destination} держится источника, который узнал первым (strictrtp в Asterisk, strict-source в rtpengine); используйте SRTP.`,
            ],
        second: [
          `Выясните, что такое ${source}: неосвобождённый медиасервер или кто-то, кто подмешивает медиа в порт ${destination}.`,
          `Пусть медиасервер там принимает только ${before} (strictrtp в Asterisk, strict-source в rtpengine); используйте SRTP.`,
        ],
      })[kind],
    limits: ({ kind }) =>
      kind === 'moved' || kind === 'second'
        ? 'Принял ли получатель новый источник, в трассировке не видно.'
        : kind === 'port'
          ? 'Слушает ли отправитель на объявленном порту, в трассировке не видно.'
          : '',
  } satisfies RuleWords<typeof rtpSourceMismatch>,
  'ice-dtls-failure': {
    title: 'ICE или DTLS не завершаются',
    message: ({ kind, from, to, pairs, requests, codes, alert, by, lasted, setup }) => {
      const all = `${count(requests, 'проверка', 'проверки', 'проверок')} на ${count(pairs, 'паре', 'парах', 'парах')} сокетов`;
      const refused = `${codes.length > 1 ? 'кодами' : 'кодом'} ${codes.join(' и ')}`;
      return {
        unanswered: `ICE за ${duration(lasted)} не нашёл пути: ${all} остались без ответа, в том числе от ${from} к ${to}.`,
        conflict: `ICE за ${duration(lasted)} не нашёл пути: ${to} претендует на ту же роль, что и ${from}, и отвергает его проверки кодом 487.`,
        refused: `ICE за ${duration(lasted)} не нашёл пути: ${to} отвергает проверки от ${from} ${refused}.`,
        unnominated: `Проверки ICE между ${from} и ${to} проходят, но за ${duration(lasted)} ни одна пара сокетов не выбрана.`,
        turn: `Сервер TURN ${to} отвергает запросы от ${from} ${refused}, а другого пути для медиа нет.`,
        silent: `${from} за ${duration(lasted)} запросил рукопожатие DTLS у ${to} (${count(requests, 'раз', 'раза', 'раз')}) и не получил ответа.`,
        alert: `${by === '' ? to : by} прервал рукопожатие DTLS между ${from} и ${to} предупреждением ${alertOf(alert)?.name ?? 'с номером'} (${alert}).`,
        stuck: `Рукопожатие DTLS между ${from} и ${to} началось и за ${duration(lasted)} не завершилось.`,
        idle: `ICE между ${from} и ${to} прошёл, но за ${duration(lasted)} ни одна сторона не начала рукопожатие DTLS (a=setup:${setup.join(', a=setup:')}).`,
      }[kind];
    },
    why: ({ kind }) =>
      ofKeys.has(kind)
        ? 'Без рукопожатия нет ключей: ни одна сторона не может расшифровать медиа, а большинство и не отправляет ничего.'
        : 'Без рабочей пары адресов медиа не идут: тишина в обе стороны, и обычно кладут трубку.',
    fix: ({ kind, from, to, by, hashes, setup }) =>
      ({
        unanswered: [
          'Откройте UDP между медиапортами обеих сторон во всех межсетевых экранах или дайте обеим доступный им сервер TURN, при необходимости через TCP или TLS на порту 443.',
          `Проверьте, что ${to} использует ICE и отвечает на проверки на этом сокете; за симметричным NAT с обеих сторон помогает только ретранслятор.`,
          'Если кандидаты отправляются позже (trickle ICE), проверьте, что они доходят и что другая сторона их принимает.',
        ],
        conflict: [
          'Пусть управляет одна сторона: та, что делает предложение, или полная реализация, если другая — lite (RFC 8445 §6.1.1).',
          `Если SBC превращает предложения в ответы, пусть он сам завершает ICE на каждом плече; после 487 ${to} должен сменить роль.`,
        ],
        refused: [
          'Сравните a=ice-ufrag и a=ice-pwd последних предложения и ответа с именем пользователя в проверках: одна сторона берёт их из прежнего предложения или с другого плеча.',
          `Прочтите в журнале ${to}, почему он отказывает.`,
        ],
        unnominated: [
          `Посмотрите журнал ${from}, который управляет: он должен выбрать рабочую пару (USE-CANDIDATE).`,
          'Если одна сторона — lite, проверьте, что она сообщает a=ice-lite и что другая берёт управляющую роль.',
        ],
        turn: [
          `Проверьте имя, пароль и часы для ${to} (401, 438), его квоту и порты (486, 508) и то, что никто не обновляет исчезнувшее выделение (437).`,
          'Пусть клиент обращается ко второму серверу TURN, или откройте прямой путь по UDP.',
        ],
        silent: [
          `Проверьте, что ${to} использует DTLS на своём медиасокете и что ни один межсетевой экран между ним и ${from} не отбрасывает пакеты больше 1200 байт.`,
          'Сравните a=setup обеих сторон: одна должна быть active, другая — passive (RFC 5763 §5).',
        ],
        alert: [
          'Сравните сертификат каждой стороны с a=fingerprint, который получила другая: SBC мог заменить только один из них.',
          ...(hashes.length > 0
            ? [
                `Пусть обе объявляют a=fingerprint:sha-256 вместо ${hashes.join(' и ')}: старые хеш-функции принимают не все устройства.`,
              ]
            : []),
          `Прочтите журнал ${by === '' ? to : by}; у обеих сторон должны быть общие версия DTLS и набор шифров.`,
        ],
        stuck: [
          `Сделайте захват с обеих сторон: большие пакеты с сертификатами могут теряться фрагментами между ${from} и ${to}; уменьшите MTU для DTLS до 1200 байт.`,
          'Найдите в журналах DTLS обеих сторон сообщение, которого они ждут.',
        ],
        idle: [
          `Сравните a=setup: у вызывающего ${setup[0]}, у вызываемого ${setup[1]}; одна сторона должна быть active и начать (RFC 5763 §5).`,
          'Если SDP ретранслирует SBC, пусть он сам завершает DTLS или передаёт a=setup и a=fingerprint без изменений.',
        ],
      })[kind],
    limits: ({ kind }) =>
      unheard.has(kind)
        ? 'Не дошли запросы или потерялись ответы на обратном пути, в одной точке захвата не видно.'
        : '',
  } satisfies RuleWords<typeof iceDtlsFailure>,
};
