/** Rules on SDP. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { codecNoOverlap } from '../../../rules/sdp/codec-no-overlap.ts';
import { type dtmfMismatch, keysTold } from '../../../rules/sdp/dtmf-mismatch.ts';
import type { holdDirectionProblem } from '../../../rules/sdp/hold-direction-problem.ts';
import type { offerAnswerViolation } from '../../../rules/sdp/offer-answer-violation.ts';
import type { sdpAnswerInvalid } from '../../../rules/sdp/sdp-answer-invalid.ts';
import type { sdpVersionAnomaly } from '../../../rules/sdp/sdp-version-anomaly.ts';
import type { srtpProfileMismatch } from '../../../rules/sdp/srtp-profile-mismatch.ts';
import type { t38Failure } from '../../../rules/sdp/t38-failure.ts';
import { count, duration, later } from '../phrases.ts';
import { codecName, codecNames } from './phrases.ts';

/** Of the o= line's version: what changed under it. */
const changes: Readonly<Record<ArgsOf<typeof sdpVersionAnomaly>['changed'], string>> = {
  '': '',
  streams: 'число потоков',
  address: 'адрес медиа',
  port: 'порт медиа',
  codecs: 'кодеки',
  direction: 'направление',
  profile: 'профиль',
  media: 'медиа',
};

const lines = (found: string) => count(found, 'строка', 'строки', 'строк');

export const sdp = {
  'codec-no-overlap': {
    title: 'Нет общего кодека',
    why: ({ kind, harmless }) =>
      harmless
        ? 'Ничего не потеряно: вызов продолжился без этого.'
        : {
            refused: 'Вызов или его изменение не удаётся, хотя обе стороны доступны.',
            'all-rejected': 'Вызов установлен, но совсем не несёт медиа.',
            'no-common': 'Ни одна сторона не может декодировать то, что отправляет другая: тишина или шум.',
            'events-only': 'Цифры проходят, а речь нет: вызов без звука.',
            packing: 'Обе стороны берут один кодек, но по-разному упаковывают его биты, и каждая слышит от другой шум.',
          }[kind],
    fix: ({ kind, offerer, answerer, offered, offeredMore, supported, supportedMore, warning, harmless }) => {
      if (harmless)
        return [
          'Делать ничего не нужно, если эти медиа (видео, факс) не нужны; если нужны, включите их на обеих сторонах.',
        ];
      if (kind === 'packing') {
        return [`Задайте octet-align для AMR одинаково на ${offerer} и ${answerer} или пусть транскодирует SBC.`];
      }
      return [
        ...(warning === '' ? [] : [`Начните с Warning от ${answerer}: ${warning}.`]),
        `Разрешите на ${answerer} кодек, который предлагает ${offerer} (${codecNames(offered, offeredMore)}), или на ${offerer} кодек, который есть у ${answerer}${supported.length === 0 ? '' : ` (${codecNames(supported, supportedMore)})`}; самая надёжная общая основа — PCMA или PCMU.`,
        'Если списки кодеков должны оставаться разными, пусть транскодирует АТС или SBC между ними.',
        ...(kind === 'refused'
          ? [
              'Если кодеки сходятся, сравните семейство адресов, шифрование и packet time предложения с настройками другой стороны.',
            ]
          : []),
      ];
    },
    message: ({ kind, offerer, answerer, carrier, status, told, ...args }) => {
      const media = args.media.join(' и ') || 'без медиа';
      const offered = codecNames(args.offered, args.offeredMore);
      const supported = codecNames(args.supported, args.supportedMore);
      return {
        refused: `${answerer} отверг медиа (${media}) от ${offerer} кодом ${status}; предложено: ${offered}${told ? `; приемлемо: ${supported}` : ''}.`,
        'all-rejected': `${answerer} принял вызов в ${carrier}, но отверг каждый поток от ${offerer} (${media}: ${offered}) портом 0.`,
        'no-common': `${carrier} от ${answerer} берёт ${supported}, а ${offerer} предлагал ${offered}: общего кодека нет.`,
        'events-only': `${offerer} предложил ${offered}, а в ${carrier} от ${answerer} общее с этим только telephone-event.`,
        packing: `${carrier} от ${answerer} берёт ${supported} с другим octet-align, чем предлагал ${offerer}.`,
      }[kind];
    },
    limits: ({ kind, warning, told }) =>
      kind === 'refused' && warning === '' && !told
        ? 'Отказ не говорит, что было неприемлемо: дело может быть не в кодеках, а в чём-то другом в предложении.'
        : '',
  } satisfies RuleWords<typeof codecNoOverlap>,
  'dtmf-mismatch': {
    title: 'Цифры (DTMF), которые не пройдут',
    why: ({ kind }) => {
      const garbled =
        'Цифры в лучшем случае идут тонами в речи, а кодеки и потери их искажают: меню и ввод PIN могут не работать.';
      const doubled = 'Одно нажатие считается за несколько: меню перескакивает, в PIN и номерах лишние цифры.';
      return {
        dropped: garbled,
        neither: garbled,
        clock:
          'Многие устройства не отправляют событий с частотой, отличной от частоты кодека, поэтому меню может не услышать цифр.',
        'info-refused': 'Цифра потеряна: меню, ввод PIN и кодов конференций не реагируют.',
        'event-type': 'Получатель отбрасывает неизвестный ему тип нагрузки: меню, ввод PIN и кодов не реагируют.',
        twice: doubled,
        split: doubled,
        'no-end':
          'Клавиша как будто остаётся нажатой: получатель угадывает её конец и может пропустить нажатие или повторить его.',
        stalled: 'Получатель, который ждёт определённой длительности, может пропустить нажатие или сократить его.',
        'few-ends': 'Если пакет конца потеряется, клавиша как будто останется нажатой.',
      }[kind];
    },
    fix: ({ kind, sender, other, codec, events, status, type }) =>
      ({
        dropped: [
          `Включите на ${sender} события RFC 4733 (dtmf_mode=rfc4733 в Asterisk PJSIP, liberal-dtmf или rfc2833-pt в FreeSWITCH).`,
          'Если между ними стоит SBC, проверьте, что его политика кодеков не удаляет telephone-event.',
          `Если ${sender} принимает только INFO, настройте ${other} на SIP INFO только на этом плече.`,
        ],
        neither: [
          `Включите telephone-event на ${other} и ${sender}; ${codecName(codec)} не передаёт тонов без искажений.`,
          'Если события невозможны, используйте для вызовов в меню и конференции PCMA или PCMU.',
        ],
        clock: [
          `Пусть обе стороны указывают telephone-event и для частоты ${codecName(codec)}.`,
          'Или предпочитайте для вызовов, которым нужны цифры, кодек с 8000 Гц.',
        ],
        'info-refused': [
          `Переведите ${sender} с SIP INFO на события RFC 4733 (telephone-event), если обе стороны о них договорились.`,
          status === 481
            ? `Сравните теги INFO с тегами диалога: ${other} его не знает.`
            : `Или включите DTMF через INFO на ${other} с тем же типом содержимого.`,
        ],
        'event-type': [
          events.length === 0
            ? `Пусть ${sender} отправляет события только там, где SDP другой стороны перечисляет telephone-event; иначе INFO или тоны.`
            : `Пусть ${sender} отправляет события с типом нагрузки ${events.join(' или ')} — номером получателя, а не ${type} (RFC 3264 §5.1).`,
          'Если медиарелей или SBC соединяет там два плеча, пусть он преобразует и тип нагрузки telephone-event.',
        ],
        twice: [
          `Оставьте на ${sender} один способ отправки DTMF: события RFC 4733 или SIP INFO (не «auto» и не «оба»).`,
          'Если сервер между ними делает из событий INFO, пусть он убирает события из медиа.',
        ],
        'no-end': [
          `Обновите ${sender}: последние пакеты события несут бит конца и отправляются трижды (RFC 4733 §2.5.1.4).`,
          'Если события создаёт транскодер или медиарелей, посмотрите, что он получил с другой своей стороны.',
        ],
        split: [
          `Обновите ${sender} или медиарелей, нумерующий его пакеты: у всех пакетов события временная метка его начала (RFC 4733 §2.5.1.2).`,
        ],
        stalled: [
          `Обновите ${sender}: каждый пакет события сообщает, сколько времени клавиша уже нажата (RFC 4733 §2.5.1.2).`,
        ],
        'few-ends': [`Пока пакеты не теряются, делать ничего не нужно; иначе обновите ${sender} (RFC 4733 §2.5.1.4).`],
      })[kind],
    message: ({ kind, sender, other, carrier, codec, events, status, type, keys, count: n }) => {
      const sent = `От ${sender} к ${other}: ${count(n, 'нажатие', 'нажатия', 'нажатий')} (${keysTold({ keys, count: n })})`;
      return {
        dropped: `${other} предложил telephone-event, а ${carrier} от ${sender} принимает ${codecName(codec)} без него.`,
        neither: `${other} и ${sender} договорились о ${codecName(codec)}, но не о telephone-event: надёжно передать цифры нечем.`,
        clock: `${carrier} от ${sender} выбирает ${codecName(codec)}, а telephone-event есть только с частотой ${events.join(' и ')}.`,
        'info-refused': `Цифру, которую ${sender} отправил через INFO (${events.join(', ')}), ${other} отверг кодом ${status}.`,
        'event-type': `${sent} событиями с типом нагрузки ${type}, а получатель ${events.length === 0 ? 'не перечисляет telephone-event' : `перечисляет telephone-event под номером ${events.join(' и ')}`}.`,
        twice: `${sent} одновременно событиями RTP и через INFO.`,
        'no-end': `${sent} событиями RTP без конца: ни в одном пакете нет бита конца.`,
        split: `Каждое нажатие от ${sender} к ${other} разделилось на несколько: ${count(n, 'событие', 'события', 'событий')} RTP для ${keys.join(' ')}, каждое со своей временной меткой.`,
        stalled: `${sent} событиями RTP, длительность которых не растёт от пакета к пакету.`,
        'few-ends': `${sent} событиями RTP, конец которых не отправлен трижды.`,
      }[kind];
    },
    limits: ({ kind, digits }) =>
      kind === 'info-refused' || digits ? '' : 'Нужны ли кому-нибудь цифры в этом вызове, в трассировке не видно.',
  } satisfies RuleWords<typeof dtmfMismatch>,
  'hold-direction-problem': {
    title: 'Удержание или возврат с неверным направлением медиа',
    why: ({ kind }) =>
      ({
        'illegal-answer':
          'Стороны расходятся в том, кто отправляет: может не быть музыки на удержании, или речь слышна там, где её быть не должно.',
        'zero-address':
          'Новые устройства принимают 0.0.0.0 за ошибку или не отправляют RTCP: музыка на удержании и возврат могут не работать.',
        'not-resumed': 'Вызов остаётся на удержании в одном направлении: после возврата одна сторона ничего не слышит.',
        stuck: 'Удержание другой стороны возвращается как желание этой, и вызов может остаться без звука навсегда.',
      })[kind],
    fix: ({ kind, sender, other }) =>
      ({
        'illegal-answer': [
          `Пусть ${sender} отражает направление предложения: на sendonly — recvonly или inactive, на recvonly — sendonly или inactive, на inactive — inactive.`,
          `Если ${sender} — это SBC, проверьте, что он передаёт a=sendonly и a=inactive в обоих направлениях.`,
        ],
        'zero-address': [
          `Настройте ${sender} на удержание через a=sendonly или a=inactive с настоящим адресом (RFC 3264 §8.4).`,
        ],
        'not-resumed': [
          `Пусть ${sender} отвечает на предложение sendrecv исходя из собственного желания, а не последнего состояния сеанса (RFC 6337 §5.1).`,
          `Если между ними стоит SBC или сервер конференций, посмотрите, видел ли ${sender} возврат от ${other}.`,
        ],
        stuck: [
          `Пусть ${sender} строит предложения из того, чего хочет сам, здесь это sendrecv, а не из последнего согласованного (RFC 6337 §5.3).`,
          `Пусть ${other} возвращает вызов собственным предложением, а не INVITE без SDP.`,
        ],
      })[kind],
    message: ({ kind, sender, other, carrier, media, offered, answered }) =>
      ({
        'illegal-answer': `${other} предложил ${media} как ${offered}, а ${carrier} от ${sender} отвечает ${answered}.`,
        'zero-address': `${carrier} от ${sender} ставит ${media} на удержание адресом 0.0.0.0.`,
        'not-resumed': `${other} вернул ${media} через sendrecv, а ${carrier} от ${sender} отвечает ${answered}.`,
        stuck: `На просьбу о предложении ${sender} предложил в ${carrier} ${media} как ${offered}, в состоянии, которое оставило удержание от ${other}.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'illegal-answer'
        ? 'Какая сторона отправляет на деле, видно только по RTP.'
        : kind === 'not-resumed' || kind === 'stuck'
          ? 'Пользователь, нажавший на том устройстве удержание или mute в то же время, выглядит так же.'
          : '',
  } satisfies RuleWords<typeof holdDirectionProblem>,
  'offer-answer-violation': {
    title: 'Предложение SDP без ответа или ответ без предложения',
    why: ({ kind }) =>
      ({
        'offer-missing':
          'На вызов ответили, и никто не знает, куда отправлять медиа: тишина, и большинство вызывающих сразу кладёт трубку.',
        'answer-missing':
          'Предлагающая сторона так и не узнаёт, куда отправлять медиа: вызов без звука или обрывается.',
        'answer-late':
          'Вызывающие, ждущие ответа SDP в окончательном ответе, остаются без звука или кладут трубку; другие берут ранний.',
        'answer-changed':
          'Вызывающие, держащиеся первого описания, отправляют медиа не туда: односторонняя слышимость или обрезанное начало.',
        'offer-while-pending':
          'Стороны могут разойтись в представлении о сеансе; большинство отвергает второе предложение.',
        'answer-unasked':
          'Строгие получатели считают это ошибкой; другие могут изменить сеанс, хотя никто об этом не просил.',
      })[kind],
    fix: ({ kind, sender, other, carrier }) => [
      {
        'offer-missing': `Пусть ${sender} помещает предложение в свой ${carrier}: INVITE без SDP его просит.`,
        'answer-missing': `Пусть ${sender} помещает ответ SDP в свой ${carrier}.`,
        'answer-late': `Пусть ${sender} повторяет SDP предварительного ответа в своём ${carrier}.`,
        'answer-changed': `Пусть ${sender} использует другой тег To для каждого источника медиа или меняет сеанс через UPDATE или re-INVITE после ответа.`,
        'offer-while-pending': `Пусть ${sender} дожидается ответа на открытое предложение, прежде чем делать следующее.`,
        'answer-unasked': `Пусть ${sender} не помещает SDP в ACK: на предложение уже ответили.`,
      }[kind],
      kind === 'answer-changed'
        ? `Если ${sender} проигрывает сообщения до соединения, пусть ретранслирует их медиа на одном адресе.`
        : `Если ${sender} — это SBC или АТС, соединяющая два вызова, посмотрите, как она превращает вызовы без раннего предложения (delayed offer) в другие.`,
      kind === 'answer-changed'
        ? `Пусть ${other} следует последнему полученному описанию.`
        : 'Если не удаются лишь некоторые вызовы, сравните путь их SDP с работающим: достаточно правила, удаляющего тело одного сообщения.',
    ],
    message: ({ kind, sender, other, carrier, about, status }) =>
      ({
        'offer-missing': `${about} от ${other} был без SDP, и ${carrier} от ${sender} тоже не принёс предложения.`,
        'answer-missing': `${carrier} от ${sender} не несёт SDP, хотя должен дать ${other} ответ на предложение в ${about}.`,
        'answer-late': `${carrier} от ${sender} не несёт SDP; ответ для ${other} был только в ненадёжном предварительном ответе.`,
        'answer-changed': `Ответ SDP в ${carrier} от ${sender} отличается от SDP, которое показал его ${about}.`,
        'offer-while-pending': `${sender} сделал в ${carrier} новое предложение, прежде чем ответили на предложение в ${about}${status === 0 ? '' : `, и получил ${status}`}.`,
        'answer-unasked': `${carrier} от ${sender} несёт SDP, хотя ${about} уже ответил на его предложение.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'answer-changed'
        ? 'Многие вызывающие без вреда следуют более позднему описанию.'
        : kind === 'offer-missing'
          ? 'Вызовы, которые лишь переключают функцию АТС или проверяют сигнализацию, обходятся без медиа намеренно.'
          : '',
  } satisfies RuleWords<typeof offerAnswerViolation>,
  'sdp-answer-invalid': {
    title: 'Ответ SDP, не подходящий к предложению',
    why: ({ kind }) =>
      ({
        count:
          'Ответы сопоставляются с предложениями строка за строкой: многие устройства сразу завершают вызов, другие соединяют не тот поток.',
        kind: 'Ответы сопоставляются с предложениями строка за строкой: потоки путаются или вызов сразу завершается.',
        protocol:
          'Предлагающая сторона не обязана принимать медиа с другим профилем: многие устройства завершают вызов или ничего не отправляют.',
        revived: 'Предлагающая сторона отозвала этот поток и не слушает: всё, что на него отправлено, потеряно.',
        unnamed: 'Получатель не может знать, какой кодек означает это число, и отбрасывает или искажает полученное.',
        'rtcp-mux':
          'RTCP отправляется туда, где его никто не ждёт: нет отчётов о качестве, и некоторые устройства без RTCP завершают вызов.',
        'no-address':
          'Предлагающая сторона не узнаёт, куда отправлять медиа: односторонняя слышимость, или вызов завершается.',
        fewer: 'Потоки можно закрыть портом 0, но не удалить: другая сторона отвергает предложение или путает потоки.',
      })[kind],
    fix: ({ kind, sender }) => [
      {
        count: `Пусть ${sender} отвечает на каждую строку m= в порядке предложения, портом 0 для ненужных потоков.`,
        kind: `Пусть ${sender} отвечает на строки m= в порядке предложения, портом 0 для ненужных потоков.`,
        protocol: `Пусть ${sender} отвечает с предложенным профилем или отвергает поток портом 0.`,
        revived: `Пусть ${sender} отвечает портом 0 на поток, предложенный с портом 0.`,
        unnamed: `Пусть ${sender} пишет строку a=rtpmap для каждого типа нагрузки от 96 и выше.`,
        'rtcp-mux': `Пусть ${sender} отвечает a=rtcp-mux только там, где он предложен.`,
        'no-address': `Пусть ${sender} пишет строку c= для сеанса или для каждого потока.`,
        fewer: `Пусть ${sender} сохраняет в последующих предложениях все строки m= сеанса, с портом 0 для закончившихся потоков.`,
      }[kind],
      `Если ${sender} — это SBC или медиарелей, ищите в нём правило, удаляющее или правящее строки SDP.`,
      'Если это устройство, ищите новую прошивку: изменить то, как оно строит SDP, может только производитель.',
    ],
    message: ({ kind, sender, other, carrier, line, expected, found }) =>
      ({
        count: `В ${carrier} от ${sender} ${lines(found)} m=, а в предложении от ${other} их ${expected}.`,
        kind: `В ${carrier} от ${sender} строка m= номер ${line} — ${found}, а ${other} предлагал ${expected}.`,
        protocol: `${carrier} от ${sender} отвечает на строку m= номер ${line} как ${found}, а ${other} предлагал ${expected}.`,
        revived: `${carrier} от ${sender} открывает порт ${found} для строки m= номер ${line}, которую ${other} предлагал с портом 0.`,
        unnamed: `${carrier} от ${sender} берёт в строке m= номер ${line} тип нагрузки ${found} без rtpmap, который сказал бы, что это.`,
        'rtcp-mux': `В ${carrier} от ${sender} есть a=rtcp-mux для строки m= номер ${line}, чего ${other} не предлагал.`,
        'no-address': `В ${carrier} от ${sender} нет строки c= для строки m= номер ${line}.`,
        fewer: `В новом предложении в ${carrier} от ${sender} ${lines(found)} m=, а в сеансе их уже ${expected}.`,
      })[kind],
  } satisfies RuleWords<typeof sdpAnswerInvalid>,
  'sdp-version-anomaly': {
    title: 'Версия SDP, не следующая изменениям',
    why: ({ kind }) =>
      ({
        unchanged:
          'Получатель, который смотрит на версию, не замечает изменения: медиа идут на старый адрес или удержание не действует.',
        lower: 'Получатель, который смотрит на версию, принимает описание за старое и может его игнорировать.',
        'other-session':
          'Строгие получатели считают это новым сеансом: они могут отвергнуть его или начать медиа заново.',
      })[kind],
    fix: ({ kind, sender }) =>
      kind === 'other-session'
        ? [
            `Проверьте, не соединяет ли ${sender} два вызова (перевод, управление третьей стороной) и не переключился ли на другой узел: тогда так и должно быть.`,
            `Иначе пусть ${sender} сохраняет строку o= диалога и увеличивает её версию.`,
          ]
        : [
            `Пусть ${sender} увеличивает версию в o= на единицу при каждом изменении своего SDP.`,
            `Если SDP на ${sender} правит медиарелей, пусть он владеет строкой o= (rtpengine: флаги replace-origin и replace-SDP-version).`,
          ],
    message: ({ kind, sender, carrier, before, now, changed }) =>
      ({
        unchanged: `${carrier} от ${sender} меняет ${changes[changed]} под версией ${now}, которая в его строке o= уже была.`,
        lower: `Версия в строке o= от ${sender} вернулась с ${before} на ${now} в его ${carrier}.`,
        'other-session': `Строка o= от ${sender} изменилась внутри диалога: «${before}» стала «${now}» в его ${carrier}.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'other-session'
        ? 'При переводах и управлении вызовом третьей стороной строка o= меняется правомерно.'
        : 'Многие получатели на версию не смотрят.',
  } satisfies RuleWords<typeof sdpVersionAnomaly>,
  'srtp-profile-mismatch': {
    title: 'Несогласованное шифрование медиа',
    why: ({ kind }) =>
      ({
        profile:
          'Одна сторона шифрует, другая нет: большинство устройств сразу завершает вызов, остальные проигрывают шум или тишину.',
        'no-keys':
          'Без ключей ничего нельзя ни зашифровать, ни расшифровать: другая сторона отвергает поток или молчит.',
        'wrong-keys': 'Профиль требует рукопожатия DTLS, для которого у этой стороны нет сертификата, и медиа не идут.',
        'key-not-offered':
          'Предлагающая сторона не может расшифровать ключом, которого не предлагала: односторонняя слышимость или тишина.',
        setup: 'Рукопожатие DTLS не начинается или его начинают обе стороны: нет ключей, нет медиа.',
        refused: 'Вызов или его изменение не удаётся: другая сторона хочет медиа без шифрования или с иными ключами.',
      })[kind],
    fix: ({ kind, sender, other }) =>
      kind === 'setup'
        ? [
            `Пусть ${sender} отвечает на actpass a=setup:active (или passive), а на любую другую роль — противоположной.`,
            'Если SDP ретранслирует SBC, пусть он сам завершает DTLS или передаёт роли без изменений.',
          ]
        : kind === 'key-not-offered'
          ? [
              `Пусть ${sender} отвечает тегом и набором шифров одной из предложенных строк a=crypto.`,
              'Включите AES_CM_128_HMAC_SHA1_80 на обеих сторонах: он есть у каждого устройства с SDES.',
            ]
          : [
              `Настройте шифрование медиа на ${sender} и ${other} одинаково: выключено, SDES или DTLS (media_encryption в Asterisk PJSIP, rtp_secure_media в FreeSWITCH).`,
              'Если они должны различаться, пусть преобразует SBC или медиарелей (rtpengine: transport-protocol=RTP/AVP или RTP/SAVP, с выключенным SDES или DTLS).',
              ...(kind === 'no-keys' || kind === 'wrong-keys'
                ? [
                    `Проверьте, что по пути из SDP от ${sender} не удаляются a=crypto и a=fingerprint; кроме того, многим устройствам для SDES нужна сигнализация по TLS.`,
                  ]
                : []),
            ],
    message: ({ kind, sender, other, carrier, media, offered, answered, status }) =>
      ({
        profile: `${other} предложил ${media} как ${offered}, а ${carrier} от ${sender} отвечает ${answered}.`,
        'no-keys': `${carrier} от ${sender} объявляет зашифрованные медиа (${media}, ${answered || offered}) без a=crypto и без a=fingerprint.`,
        'wrong-keys': `${carrier} от ${sender} объявляет медиа (${media}, ${answered || offered}) с a=crypto, но без a=fingerprint.`,
        'key-not-offered': `${carrier} от ${sender} берёт для медиа (${media}) ключ «${answered}», а ${other} предлагал «${offered}».`,
        setup: `В ${carrier} от ${sender} для медиа (${media}) указано ${answered}, а ${other} предлагал ${offered}.`,
        refused: `${sender} отверг предложение от ${other}, где медиа (${media}) были только зашифрованные (${offered}), кодом ${status}.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'refused' ? 'Отказ не говорит, что было неприемлемо: шифрование или что-то другое.' : '',
  } satisfies RuleWords<typeof srtpProfileMismatch>,
  't38-failure': {
    title: 'Факс не перешёл на T.38',
    why: ({ outcome }) =>
      ({
        compressed: 'Факс, скорее всего, не пройдёт: его тоны не переживают сжимающего кодека.',
        ended: 'Факс не передан: вызов кончился, как только был отвергнут T.38.',
        '': 'Факс, скорее всего, не пройдёт: после переключения аппараты не слышат друг друга.',
      })[outcome],
    fix: ({ kind, sender, other, codec, outcome }) => {
      if (kind === 'silent') {
        return [
          `Сделайте захват у ${sender} и у ${other}: если UDPTL откуда-то уходит, его отбрасывает межсетевой экран или NAT на пути; откройте эти порты для UDP.`,
          'Если не уходит ниоткуда, ищите T.38, о котором договаривается одно устройство, а создаёт его другое: SBC пропускает m=image, но ретранслятора для него не имеет.',
          'Когда одна сторона за NAT, отправляйте туда, откуда её слышно (t38_udptl_nat=yes у endpoint в Asterisk, симметричный UDPTL).',
        ];
      }
      if (kind === 'mixed') {
        return [
          `Выясните, почему ${sender} отправляет речь, хотя согласился на T.38: его медиа не последовали за сигнализацией; обновите его или отключите там T.38 и передавайте факс в PCMA или PCMU.`,
          `Если ${sender} — ретранслятор, проверьте, что он переключает оба плеча.`,
        ];
      }
      return [
        `Включите T.38 на ${sender} (t38_udptl=yes у endpoint в Asterisk, fax_enable_t38 в FreeSWITCH, профиль T.38 транка).`,
        outcome === 'compressed'
          ? `Или пусть ${other} переходит на PCMA или PCMU ещё одним re-INVITE, с отключёнными эхокомпенсацией и подавлением пауз; сейчас используется ${codecName(codec)}.`
          : `Или пусть ${other}, когда T.38 отвергнут, продолжает в PCMA или PCMU с отключёнными эхокомпенсацией и подавлением пауз.`,
        'Если между ними стоит SBC, проверьте, что он пропускает m=image; если не удаётся лишь быстрым аппаратам, отключите на факсе V.34 (super G3).',
      ];
    },
    message: ({ kind, outcome, sender, other, status, codec, after }) => {
      if (kind === 'silent')
        return `T.38 между ${other} и ${sender} согласован, но за ${duration(after)} здесь не прошло ни одного его пакета.`;
      if (kind === 'mixed') {
        const speech = codec === '' ? 'речь' : `речь (${codecName(codec)})`;
        return `${sender} ещё ${duration(after)} отправлял ${speech} на ${other} рядом с T.38, согласованным вместо неё.`;
      }
      return (
        `${other} попросил T.38, а ${sender} ${kind === 'refused' ? `отверг его кодом ${status}` : 'отверг его портом 0'}; ` +
        (outcome === 'ended'
          ? `вызов кончился ${later(after)}.`
          : `вызов остаётся в ${codecName(codec)}, другого предложения не последовало.`)
      );
    },
    limits: ({ kind, outcome }) =>
      outcome === 'ended'
        ? 'Что трубку положили именно из-за отказа, — догадка по времени между ними.'
        : kind === 'silent'
          ? 'T.38 мог пойти другим путём, чем речь до него, мимо точки захвата.'
          : '',
  } satisfies RuleWords<typeof t38Failure>,
};
