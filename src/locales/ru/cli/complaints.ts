/** What goes to standard error, without the full stop at its end. */
import type { Complaints } from '../../cli.ts';
import { count, plural } from '../phrases.ts';

const files = {
  config: 'конфигурация',
  expectations: 'ожидания',
  baseline: 'базовый список',
  passwords: 'файл паролей',
  certificates: 'сертификаты',
  other: '',
};

const named = (kind: keyof typeof files, path: string) => `${files[kind]} ${path}`.trim();

const before = { frame: 'перед первым кадром', line: 'перед первой строкой' };
const behind = { frame: 'после кадра', line: 'после строки' };
const at = { frame: 'в кадре', line: 'в строке' };

const forms: Readonly<Record<string, string>> = {
  text: 'как текст',
  hexadecimal: 'шестнадцатеричными цифрами',
  base64: 'в base64',
  address: 'как адрес',
  name: 'на месте имени',
};

export const complaints: Complaints = {
  system: {
    ENOENT: 'нет такого файла или каталога',
    EACCES: 'доступ запрещён',
    EPERM: 'операция не разрешена',
    EISDIR: 'это каталог',
    ENOTDIR: 'это не каталог',
    ENOSPC: 'на диске нет места',
    EDQUOT: 'исчерпана дисковая квота',
    EROFS: 'файловая система только для чтения',
    EMFILE: 'открыто слишком много файлов',
    EIO: 'ошибка ввода-вывода',
    ELOOP: 'слишком много символических ссылок подряд',
    ENAMETOOLONG: 'слишком длинное имя файла',
    EFBIG: 'файл слишком велик',
  },
  tooLarge: 'файл слишком велик',
  tooDeep: 'слишком глубокая вложенность',
  noJson: (why) => `это не JSON (${why})`,
  standardInput: 'стандартный ввод',
  standardOutput: 'стандартный вывод',

  unknown: {
    option: (word, of) => `${of}: неизвестное значение «${word}»`,
    format: (word) => `неизвестный формат «${word}»`,
    rule: (word) => `неизвестное правило «${word}»`,
    severity: (word, of) => `неизвестный уровень «${word}» для правила ${of}`,
    threshold: (word) => `неизвестный порог «${word}»`,
    setting: (word, of) => `${of === '' ? '' : `${of}: `}неизвестное значение «${word}»`,
    settingName: (word) => `неизвестная настройка «${word}»`,
    suppressionSetting: (word) => `неизвестная настройка подавления «${word}»`,
    list: (word) => `неизвестный список «${word}»`,
    shell: (word) => `неизвестная оболочка «${word}»`,
  },
  didYouMean: (words, more) => {
    const named =
      words.length === 1 || more > 0 ? words.join(', ') : `${words.slice(0, -1).join(', ')} или ${words.at(-1)}`;
    return `; возможно, имелось в виду ${named}${more > 0 ? ` или ещё ${count(more, 'слово', 'слова', 'слов')}` : ''}?`;
  },
  quoted: (word) => `«${word}»`,
  accepted: (words) => `; допустимы: ${words.join(', ')}`,

  missing: {
    input: 'нет входа: назовите захваты, журналы или каталоги либо - для стандартного ввода',
    thing: 'explain нужно знать, что объяснять: код (183), два кода (183 600), q850:16, правило, метод или заголовок',
    what: 'list нужно имя списка: statuses, rules, thresholds, dialects, formats, links, headers, reasons или timers',
    shell: 'completion нужно имя оболочки: bash, zsh или fish',
    compared: 'diff нужны два захвата или журнала: diff a.pcap b.pcap',
  },
  helpTells: '; подробнее — --help',
  missingArgument: (name) => `не хватает аргумента «${name}»`,
  unknownOption: (option) => `неизвестный параметр «${option}»`,
  optionNeedsValue: (option) => `параметру «${option}» нужно значение`,
  optionTakesNot: (option, value) => `параметр «${option}» не принимает «${value}»`,
  acceptedAre: (words) => `: допустимы ${words}`,
  wholeNumber: ': нужно целое число, 0 — без ограничения',
  tooMany: (command, most, given) => `слишком много аргументов у «${command}»: ждали ${most}, дано ${given}`,

  place: (kind, path, line, column) => `${named(kind, path)}:${line}:${column}: `,
  cannotBeRead: (kind, path, why) => `${named(kind, path)}: прочитать нельзя, ${why}`,
  cannotBeWritten: (path, why) => `${path}: записать нельзя, ${why}`,
  twoReports: (path) => `${path}: два отчёта в одно место не записать`,
  isInput: (path) => `${path} — это вход: отчёт затёр бы его`,
  isExpectations: (path) => `${path} — это файл ожиданий: отчёт затёр бы его`,
  reportTakes: (given) => `--report принимает ФОРМАТ=ФАЙЛ, а не «${given}»`,
  noPage: 'нет страницы отчёта HTML: её собирает «npm run build»',

  it: 'содержимое',
  mustBeList: (what) => `${what}: нужен список вида «имя: значение»`,
  thresholdNumber: (name) => `порог ${name}: нужно неотрицательное число`,
  noHeaderName: (setting, word) => `${setting}: «${word}» — не имя заголовка`,
  tooManyNames: (setting, most) => `${setting}: не больше ${count(most, 'имени', 'имён', 'имён')}`,
  ruleTakes: (given) => `--rule принимает ID=off|info|warning|error или ПОРОГ=число, а не «${given}»`,
  mustBeText: (name, longest) => `${name}: нужен текст не длиннее ${count(longest, 'символа', 'символов', 'символов')}`,
  mustBeDay: (name, given) => `${name}: нужна дата, например 2026-12-31, а не «${given}»`,
  suppression: 'подавление задаётся списком вида «имя: значение», с rule и reason',
  suppressions: 'suppressions: нужен список, в каждом элементе — rule и reason',
  suppressionExpired: (rule, day) => `срок подавления ${rule} истёк ${day}: его находки снова считаются`,

  writeBaselineWhere: '--write-baseline требует --baseline ФАЙЛ: куда записать',
  writeBaselineAll: '--write-baseline охватывает все вызовы: уберите --call',
  writeBaselineMakesIt: '; его создаёт --write-baseline',
  noBaseline: (path, schema) =>
    `базовый список ${path} записан не через --write-baseline: "schema" должно быть "${schema}"`,
  noFingerprint: (path, index) =>
    `базовый список ${path}: findings[${index}]: "fingerprint" — это 16 шестнадцатеричных цифр`,
  inBaseline: (path, index) => `базовый список ${path}: findings[${index}]: `,
  baselineWritten: (path, findings, added, gone) =>
    `базовый список ${path}: ${count(findings, 'находка', 'находки', 'находок')} (новых: ${added}, исчезло: ${gone})`,

  passwordForm: 'user=secret, user@realm=secret или один секрет',
  noPasswordInLine: (path, line, form) => `файл паролей ${path}: в строке ${line} нет пароля; строка — это ${form}`,
  noPassword: (path) => `файл паролей ${path}: в нём нет ни одного пароля`,
  noSecret: (form) => `--password принимает ${form}, а в одном из заданных нет секрета`,
  noMd5: 'дайджесты не пересчитать: этому Node.js запрещён MD5 (режим FIPS)',
  noCertificate: (path) => `сертификаты ${path}: ни одного сертификата; читаются файлы *.pem, *.crt и *.cer`,
  leftOut: (path, file) => `сертификаты ${path}: ${file} — не сертификат, пропущен`,

  status: (word) => `${word} — не код ответа SIP: они идут от 100 до 699`,
  cause: (word) => `q850:${word} — неизвестная причина Q.850: они идут от 1 до 127`,
  warning: (word) => `warning:${word} — неизвестный код Warning: они идут от 300 до 399`,
  sequence: (word) => `«${word}» — не последовательность кодов: пишите 100,183,600`,
  commandFirst: (name) => `; команда ${name} стоит перед своими параметрами: sipsleuth ${name} …`,
  header: (word) => `header:${word} — неизвестный заголовок: их покажет «sipsleuth list headers»`,
  reason: (word) => `reason:${word} — неизвестный протокол Reason: их покажет «sipsleuth list reasons»`,
  timer: (word) => `timer:${word} — неизвестный таймер`,
  word: (word) =>
    `«${word}» неизвестно: explain принимает код (183), два кода для сравнения (183 600), последовательность ` +
    '(100,183,600), q850:16, warning:304, reason:STIR, timer:B, правило, метод или заголовок',
  noCallMatches: (selectors, calls) =>
    `нет вызова, подходящего под ${selectors.map((one) => `«${one}»`).join(', ')}: ` +
    `${calls === 0 ? 'вызовов нет вообще' : `вызовы пронумерованы от 1 до ${calls}`}; годится и часть From, To или Call-ID`,
  callsHaveNoNumbers: (selector, format) =>
    `--call ${selector}: ${format} пишется раньше, чем у вызовов появятся номера; выбирайте по части From, To или Call-ID`,
  diffCalls: 'diff принимает --call один раз для обеих сторон или дважды: по одному на каждую',
  diffTakes:
    'diff принимает два захвата или журнала либо один и два его вызова: diff a.pcap b.pcap, diff a.pcap --call 1 --call 2',
  expectTakes: 'expect нужны файл ожиданий и то, что читать: expect call.yml call.pcap',
  expectFrom: '--from пишет файл ожиданий: --format и --report рядом с ним не нужны',
  whereTo: 'куда? --output принимает файл или - для стандартного вывода',
  whichCall: 'какой вызов? --call принимает его номер или часть From, To или Call-ID',
  sliceTooMuch: 'больше гигабайта из нескольких входов: делайте выборку по одному или без медиа',
  sliceTwice: 'для выборки вход читается дважды, а стандартный ввод так не прочесть: сначала сохраните его в файл',
  slicePacked: (path) => `${path}: выборка не сжимается; назовите её .pcap, .pcapng или .sip`,
  sliceOfLog: (path) => `${path} — журнал, кадров в нём нет: выборка из него — трассировка текстом (--format trace)`,
  sliceLinks: (links) =>
    `у pcap один тип канала, а у этих входов их ${links.length} (${links.join(', ')}): возьмите --format pcapng`,
  audioNone: (call) => `в этой трассировке у вызова ${call} нет звука`,
  audioEncrypted: (call) => `звук вызова ${call} зашифрован (SRTP): услышать его нельзя`,
  payloadType: (type) => `тип нагрузки ${type}`,
  audioCodec: (call, codecs) => `звук вызова ${call} — ${codecs.join(', ')}: записать можно только G.711 (PCMU, PCMA)`,
  audioTwice: 'для звука вход читается дважды, а стандартный ввод так не прочесть: сначала сохраните его в файл',
  audioOneCall: (calls, numbers) =>
    `--call выбирает ${count(calls, 'вызов', 'вызова', 'вызовов')} (${numbers.join(', ')} …): audio берёт один`,
  audioLong: 'вызов длиннее часа: записан его первый час',
  redactTooMuch: (path, mebibytes) => `${path}: больше ${mebibytes} МиБ за один раз — слишком много: сначала slice`,
  redactOneKey: '--key и --key-file: хватит одного ключа',
  redactShortKey: (least) => `--key: меньше ${count(least, 'символа', 'символов', 'символов')} слишком легко угадать`,
  redactShortKeyFile: (path, least) =>
    `${path}: меньше ${count(least, 'байта', 'байтов', 'байтов')} слишком легко угадать`,
  redactOneInput: (given) =>
    `по одному входу за раз: названо ${count(given, 'файл', 'файла', 'файлов')}; тот же --key даёт те же имена`,
  redactKeyMadeUp: 'ключ выбран случайно: с --key другой запуск или другой файл даст те же имена',
  redactReused: (names) =>
    `${count(names, 'имя', 'имени', 'имён')} ${plural(names, 'служит', 'служат', 'служат')} псевдонимом и для других: имён такой длины слишком мало`,
  redactFailed: (path, failures) => `${path} не записан: ${failures.join('; ')}`,
  redactReportDiffers: (what) => `его отчёт говорит другое: ${what}`,
  redactLeft: (length, as, position, more) =>
    `имя из ${count(length, 'символа', 'символов', 'символов')} в нём осталось ${forms[as]}` +
    `${position === undefined ? '' : `, байт ${position}`}${more > 0 ? `, и ещё ${more}` : ''}`,

  rtpOrNoMedia: '--rtp heuristic и --no-media исключают друг друга',
  problems: {
    missing: 'нет такого файла или каталога',
    denied: 'доступ запрещён',
    'no-match': 'под этот шаблон не подходит ни один файл',
    'no-capture': 'в этом каталоге нет ни захвата, ни журнала',
    unreadable: 'прочитать нельзя',
  },
  noSipIn: (given) =>
    given === 1
      ? 'в единственном прочитанном оттуда файле нет сообщений SIP'
      : `в ${count(given, 'прочитанном оттуда файле', 'прочитанных оттуда файлах', 'прочитанных оттуда файлах')} нет сообщений SIP`,
  notRead: (left) =>
    `остановлено по Ctrl-C: не ${plural(left, 'прочитан', 'прочитаны', 'прочитано')} ещё ${count(left, 'вход', 'входа', 'входов')}`,
  stoppedBefore: 'остановлено по Ctrl-C до начала чтения',
  stopped: (unit, frames) => `остановлено по Ctrl-C ${frames === 0 ? before[unit] : `${behind[unit]} ${frames}`}`,
  noSip: (unit, n) =>
    `нет сообщений SIP в ${unit === 'frame' ? count(n, 'кадре', 'кадрах', 'кадрах') : count(n, 'строке', 'строках', 'строках')}`,
  partly: 'прочитано лишь частично',
  partlyEnding: (why, unit, frames) =>
    `прочитано лишь частично: ${why}, ${frames === 0 ? before[unit] : `${behind[unit]} ${frames}`}`,
  partlyDamaged: (why, unit, frame, position, further) =>
    `прочитано лишь частично: ${why}, ${at[unit]} ${frame}, байт ${position}` +
    (further > 0 ? ` и ещё в ${count(further, 'месте', 'местах', 'местах')}` : ''),
  reportedBefore: 'всё, что до этого, есть в отчёте',
  reportedAround: 'всё, что до и после этого, есть в отчёте',
  left: (time) => `осталось ${time}`,
};
