/** Rules on the capture itself. */
import type { captureClock } from '../../../rules/capture/capture-clock.ts';
import type { captureDrops } from '../../../rules/capture/capture-drops.ts';
import type { captureDuplicates } from '../../../rules/capture/capture-duplicates.ts';
import type { captureEncrypted } from '../../../rules/capture/capture-encrypted.ts';
import type { captureEndsEarly } from '../../../rules/capture/capture-ends-early.ts';
import { type captureMultiHop, SHOWN } from '../../../rules/capture/capture-multi-hop.ts';
import type { captureOneSided } from '../../../rules/capture/capture-one-sided.ts';
import type { captureSignallingOnly } from '../../../rules/capture/capture-signalling-only.ts';
import type { captureStartsMidCall } from '../../../rules/capture/capture-starts-mid-call.ts';
import type { captureTruncated } from '../../../rules/capture/capture-truncated.ts';
import type { nonSipOnSipPort } from '../../../rules/capture/non-sip-on-sip-port.ts';
import type { parserRejects } from '../../../rules/capture/parser-rejects.ts';
import type { RuleWords } from '../../../rules/define.ts';
import { capitalize } from '../../phrases.ts';
import { count, duration, plural, times } from '../phrases.ts';

const closedBecause = {
  'no-key': 'среди ключей нет секрета этого соединения',
  'no-hello': 'рукопожатие не захвачено',
  cipher: 'версия или набор шифров не поддерживаются',
  'wrong-key': 'секрет не подходит к записям',
} as const;

export const capture = {
  'capture-clock': {
    title: 'Противоречащие друг другу времена',
    why: () => 'Задержки и тайм-ауты около этой точки не таковы, какими кажутся, как и порядок сообщений.',
    fix: ({ kind }) =>
      kind === 'set-back'
        ? [
            'Если объединялись несколько захватов, объединяйте их по времени (mergecap без -a).',
            'Пусть машина захвата подстраивает часы по NTP плавно (slewing), чтобы они никогда не переводились назад.',
          ]
        : [
            'Захватывайте на одной машине или синхронизируйте часы машин захвата (NTP, PTP), прежде чем объединять файлы.',
            'Или сдвиньте один из файлов на разницу (editcap -t) и объедините их снова.',
          ],
    message: ({ kind, count: n, by, path }) =>
      kind === 'set-back'
        ? `В ${path} время ${times(n)} идёт назад, не более чем на ${duration(by)}.`
        : `Время ${count(n, 'запроса', 'запросов', 'запросов')} позже времени собственных ответов, не более чем на ${duration(by)}: части этого захвата сделаны по разным часам.`,
  } satisfies RuleWords<typeof captureClock>,
  'capture-drops': {
    title: 'Захват потерял пакеты',
    why: () =>
      'Сообщение, которого здесь нет, вполне могло быть отправлено: находки о недостающих ответах, ACK и повторах менее надёжны.',
    fix: ({ drops }) =>
      drops > 0
        ? [
            'Увеличьте буфер ядра для захвата (tcpdump -B, dumpcap -B) и пишите на диск, который успевает.',
            'Захватывайте меньше: фильтр по портам сигнализации или snap length, который обрезает медиа, но сохраняет SIP целиком.',
          ]
        : [
            'Проверьте зеркальный порт: загруженный канал, зеркалируемый на более медленный, теряет пакеты, и никто их не считает.',
            'Захватывайте на самом узле SIP или с большим буфером (tcpdump -B, dumpcap -B).',
          ],
    message: ({ input, drops, frames, gaps, frame }) => {
      const holes = `${count(gaps, 'пропуск', 'пропуска', 'пропусков')} в потоках TCP, несущих SIP (первый перед кадром ${frame})`;
      if (drops === 0) return `В захвате ${input} ${holes}.`;
      return `Машина, записавшая ${input}, потеряла ${count(drops, 'пакет', 'пакета', 'пакетов')}, а сохранила ${frames}${gaps > 0 ? `; кроме того, там ${holes}` : ''}.`;
    },
    limits: ({ drops }) =>
      drops > 0
        ? 'Какие именно пакеты потеряны и был ли среди них SIP, не записано.'
        : 'Сами узлы такие пропуски восполняют: недостающее отсутствует лишь в захвате.',
  } satisfies RuleWords<typeof captureDrops>,
  'capture-duplicates': {
    title: 'Сообщения, захваченные дважды',
    why: () =>
      'Здесь каждое сообщение считается один раз, поэтому на находки это не влияет; но другие программы примут вторые копии за повторные передачи.',
    fix: () => [
      'Захватывайте в одной точке: на одном интерфейсе вместо «any» и не на мосту или VLAN вместе с его родителем.',
      'На зеркальном порту зеркалируйте одно направление каждого порта (rx), а не оба у всех портов.',
      'Чтобы очистить файл для других программ: editcap -d удаляет одинаковые пакеты.',
    ],
    message: ({ input, duplicates, messages, percent }) =>
      `${duplicates} из ${count(messages, 'сообщения', 'сообщений', 'сообщений')} SIP в ${input} (${percent} %) — вторые копии пакета; они отброшены.`,
    limits: () => 'Пакеты считаются одним, если равны все их байты, а между ними не больше нескольких миллисекунд.',
  } satisfies RuleWords<typeof captureDuplicates>,
  'capture-encrypted': {
    title: 'Зашифрованный SIP, который нельзя прочесть',
    why: ({ alone }) =>
      alone
        ? 'Сигнализация есть, но зашифрована: о её вызовах ничего сказать нельзя.'
        : 'Вызовов и плеч между этими узлами в отчёте нет, а с ними может не быть и причины того, что он показывает.',
    fix: ({ closed }) => {
      const is = (because: keyof typeof closedBecause) => closed.some((one) => one.because === because);
      const inClear = [
        'Захватывайте за TLS: трассировка SIP или журнал сервера показывает сообщения открыто (sngrep с EEP/HEP, pjsip logger, sofia siptrace, трассировка SBC).',
        'Для проверки переведите узлы на TCP или UDP.',
      ];
      if (closed.length === 0)
        return [
          ...inClear,
          'Или пусть один из узлов записывает сеансовые ключи (SSLKEYLOGFILE), а захват читайте с --keylog; файл pcapng может содержать ключи сам.',
        ];
      return [
        ...(is('no-key')
          ? [
              'Пусть узел этих соединений записывает ключи (SSLKEYLOGFILE) во время захвата: у каждого соединения они свои.',
            ]
          : []),
        ...(is('no-hello')
          ? [
              'Начинайте захват до открытия соединений или заставьте узлы соединиться заново: по рукопожатию видно, чьи это ключи.',
            ]
          : []),
        ...(is('cipher') ? ['Для проверки разрешите только наборы шифров с AES-GCM, AES-CBC или ChaCha20.'] : []),
        ...(is('wrong-key')
          ? [
              'Возьмите целиком файл ключей, записанный во время этого захвата: один из секретов повреждён или от другого соединения.',
            ]
          : []),
        ...inClear,
      ];
    },
    message: ({ input, segments, source, destination, frame, alone, closed }) =>
      closed.length > 0
        ? `Ключи TLS есть, но соединения в захвате ${input} остаются закрытыми: ${closed
            .map(
              (one) =>
                `${one.connections} — ${closedBecause[one.because]} (${one.connections > 1 ? 'первое ' : ''}от ${one.source} к ${one.destination}, кадр ${one.frame})`,
            )
            .join('; ')}.${alone ? ' Никакого SIP прочесть не удалось.' : ' Их SIP в этот отчёт не входит.'}`
        : `В захвате ${input} ${count(segments, 'сегмент', 'сегмента', 'сегментов')} TCP с данными TLS на порту 5061, первый от ${source} к ${destination} (кадр ${frame})` +
          `${alone ? ', а открытого SIP нет.' : '; их SIP в этот отчёт не входит.'}`,
  } satisfies RuleWords<typeof captureEncrypted>,
  'capture-ends-early': {
    title: 'Вызовы, продолжавшиеся после захвата',
    why: () => 'Чем кончились эти вызовы, в трассировке нет, поэтому правила, которым нужен их конец, молчат.',
    fix: () => ['Продолжайте захват, пока нужные вызовы не закончатся, и ещё 35 с, чтобы могли истечь таймеры SIP.'],
    message: ({ count: n }) =>
      `В конце захвата ещё ${plural(n, 'продолжался', 'продолжались', 'продолжалось')} ${count(n, 'вызов', 'вызова', 'вызовов')}.`,
  } satisfies RuleWords<typeof captureEndsEarly>,
  'capture-multi-hop': {
    title: 'Запросы, видимые на нескольких участках',
    why: () =>
      'Один и тот же запрос до и после прокси — это один запрос: о каждой ошибке сообщается на том участке, где она возникла.',
    fix: () => [
      'Ничего делать не нужно: когда в захвате несколько участков, видно, какой узел задерживает, меняет или теряет сообщение.',
      'Если важна только одна сторона прокси, отфильтруйте по адресам этой стороны.',
    ],
    message: ({ conversations, paths, path }) =>
      `На нескольких участках ${plural(conversations, 'виден', 'видны', 'видно')} ${count(conversations, 'обмен', 'обмена', 'обменов')}: ${path}` +
      (paths > SHOWN ? ` и ещё ${count(paths - SHOWN, 'путь', 'пути', 'путей')}.` : '.'),
  } satisfies RuleWords<typeof captureMultiHop>,
  'capture-one-sided': {
    title: 'Захвачено только одно направление',
    why: () =>
      'Недостающее здесь вполне могло быть отправлено: для этих узлов молчат все правила о недостающих ответах.',
    fix: () => [
      'Захватывайте оба направления: оба порта зеркалируемого канала, все интерфейсы узла («any») или оба плеча асимметричного маршрута.',
      'Проверьте фильтр захвата: «src host» оставляет одно направление, «host» — оба.',
    ],
    message: ({ transactions, client, server, missing, count: n, pairs }) =>
      `Из ${count(transactions, 'запроса', 'запросов', 'запросов')} от ${client} к ${server} ` +
      (missing === 'answers'
        ? `без ответа в этом захвате ${plural(n, 'остался', 'остались', 'осталось')} ${n}, хотя ${client} продолжал так, будто ответ был.`
        : `${n} ${plural(n, 'виден', 'видны', 'видны')} в этом захвате только по ответам.`) +
      (pairs > 1 ? ` Таких пар узлов: ${pairs}.` : ''),
  } satisfies RuleWords<typeof captureOneSided>,
  'capture-signalling-only': {
    title: 'Сигнализация без медиа',
    why: () => 'Об односторонней слышимости, потерях, джиттере или тишине сказать ничего нельзя: нужны пакеты RTP.',
    fix: () => [
      'Для вопросов о звуке захватывайте без фильтра по портам на узле, через который идут медиа: медиасервер, SBC или телефон.',
    ],
    message: ({ calls }) =>
      `${calls} ${plural(calls, 'отвеченный вызов имеет', 'отвеченных вызова имеют', 'отвеченных вызовов имеют')} SDP для аудио или видео, но в захвате нет ни одного пакета, похожего на RTP.`,
    limits: () => 'Не отправлялись ли медиа вовсе или шли мимо точки захвата, здесь не видно.',
  } satisfies RuleWords<typeof captureSignallingOnly>,
  'capture-starts-mid-call': {
    title: 'Вызовы, начавшиеся до захвата',
    why: () => 'О чём эти вызовы договорились в начале, в трассировке нет, поэтому правила, которым это нужно, молчат.',
    fix: () => ['Начинайте захват до нужных вызовов или пишите в кольцо файлов, которое уходит дальше назад.'],
    message: ({ count: n }) =>
      `К началу захвата уже ${plural(n, 'шёл', 'шли', 'шло')} ${count(n, 'вызов', 'вызова', 'вызовов')}: ${Number(n) === 1 ? 'его первого INVITE' : 'их первых INVITE'} здесь нет.`,
  } satisfies RuleWords<typeof captureStartsMidCall>,
  'capture-truncated': {
    title: 'Захват с обрезанными частями',
    why: ({ messages }) =>
      messages > 0
        ? 'Полей заголовка и SDP за местом обреза нет, поэтому правила о них молчат.'
        : 'Того, что следовало за повреждением, в трассировке нет.',
    fix: ({ messages, log, files }) => [
      ...(messages === 0
        ? []
        : log
          ? ['Увеличьте предел длины в программе журнала и копируйте журнал целиком: сообщения в нём обрезаны.']
          : [
              'Захватывайте пакеты целиком: «tcpdump -s 0», без ограничения длины пакета в Wireshark и на зеркальном порту.',
            ]),
      ...(files > 0
        ? ['Остановите программу, которая пишет файл, прежде чем копировать его, и проверьте, не был ли заполнен диск.']
        : []),
    ],
    message: ({ messages, files, path }) =>
      capitalize(
        [
          messages > 0
            ? `${count(messages, 'сообщение', 'сообщения', 'сообщений')} SIP здесь ${plural(messages, 'неполное', 'неполны', 'неполны')}`
            : '',
          files === 1
            ? `${messages > 0 ? 'файл ' : 'Файл '}${path} обрезан или повреждён`
            : files > 1
              ? `${count(files, 'входной файл', 'входных файла', 'входных файлов')} ${plural(files, 'обрезан или повреждён', 'обрезаны или повреждены', 'обрезаны или повреждены')}, первый из них ${path}`
              : '',
        ]
          .filter((part) => part !== '')
          .join(', '),
      ).concat('.'),
  } satisfies RuleWords<typeof captureTruncated>,
  'non-sip-on-sip-port': {
    title: 'Пакеты на порту SIP, не являющиеся SIP',
    why: () =>
      'Порт SIP использует что-то другое, либо SIP обёрнут или сжат так, что здесь не читается: тогда его вызовов недоставало бы.',
    fix: ({ source, destination }) => [
      `Выясните, что ${source} отправляет на ${destination}: RTP на неверный порт, туннель, SIP, сжатый SigComp, или зондирование из интернета.`,
      'Если это нежелательно, заблокируйте перед сервером SIP.',
    ],
    message: ({ input, packets, source, destination, frame }) =>
      `${count(packets, 'датаграмма', 'датаграммы', 'датаграмм')} UDP в ${input} на порту 5060 или 5061 — не SIP и не keep-alive, первая от ${source} к ${destination} (кадр ${frame}).`,
  } satisfies RuleWords<typeof nonSipOnSipPort>,
  'parser-rejects': {
    title: 'Данные, которые не удалось прочесть как SIP',
    why: () => 'Того, что говорят эти данные, нет ни в одном вызове этого отчёта.',
    fix: ({ frame, input }) => [
      `Посмотрите кадр ${frame} в ${input}: неисправный отправитель, повреждённый пакет или нечто, лишь похожее на SIP.`,
      'Если это правильное сообщение SIP, сообщите о нём разработчикам: программа должна его понимать.',
    ],
    message: ({ count: n, input, frame }) =>
      n === 1
        ? `Данные одного пакета в ${input} (кадр ${frame}) начинаются как SIP, но не содержат ни одного поля заголовка SIP.`
        : `Данные ${count(n, 'пакета', 'пакетов', 'пакетов')} в ${input} начинаются как SIP, но не содержат ни одного поля заголовка SIP; первый — кадр ${frame}.`,
  } satisfies RuleWords<typeof parserRejects>,
};
