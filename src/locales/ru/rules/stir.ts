/** Rules on STIR/SHAKEN. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import { refusesSignature } from '../../../rules/signed.ts';
import type { callBlockedByAnalytics } from '../../../rules/stir/call-blocked-by-analytics.ts';
import type { stirIdentityDropped } from '../../../rules/stir/stir-identity-dropped.ts';
import type { stirIdentityMalformed } from '../../../rules/stir/stir-identity-malformed.ts';
import type { stirIdentityMissing } from '../../../rules/stir/stir-identity-missing.ts';
import type { stirNumberMismatch } from '../../../rules/stir/stir-number-mismatch.ts';
import type { stirPassportStale } from '../../../rules/stir/stir-passport-stale.ts';
import type { stirVerificationFailed } from '../../../rules/stir/stir-verification-failed.ts';
import { count, duration } from '../phrases.ts';

const LONGEST = 200;

/** " за cert.example.org", behind the signer whose certificate is kept there. */
const behind = ({ signer }: { readonly signer: string }) => (signer === '' ? '' : ` за ${signer}`);

function kindOf({ ppt, attest, signer }: ArgsOf<typeof stirIdentityDropped>): string {
  const words = [ppt, attest === '' ? '' : `аттестация ${attest}`, signer === '' ? '' : `подписан ${signer}`];
  return words.filter((word) => word !== '').join(', ') || 'нечитаемый';
}

type Malformed = ArgsOf<typeof stirIdentityMalformed>;
type Defect = readonly [fault: (args: Malformed) => string, remedy: (args: Malformed) => string];

const between = ({ client }: Malformed) =>
  `Пусть ${client} и каждый SBC перед ним передают Identity без изменений: без переноса строк, без правил заголовков, без предела длины.`;
const resign = (args: Malformed) => `Исправьте или обновите службу подписи${behind(args)}: так токен пишет она.`;
const parameter = (args: Malformed) =>
  `Пусть то, что пишет Identity (${args.client} или служба подписи${behind(args)}), берёт параметры из токена.`;

const bytes = (length: string) => count(length, 'байт', 'байта', 'байт');

const defects: Readonly<Record<Malformed['kind'], Defect>> = {
  'token-parts': [() => 'токен — не заголовок, содержимое и подпись, разделённые точками', between],
  'token-characters': [() => 'в токене есть символы, которых нет в base64url (дополнение, «+» или «/»)', resign],
  'token-space': [() => 'внутри токена есть пробелы', between],
  'info-missing': [() => 'не указано, где находится сертификат (info)', parameter],
  'info-brackets': [() => 'в info нет угловых скобок вокруг URI', parameter],
  params: [() => 'параметры построены неверно или стоят дважды', parameter],
  'old-form': [
    () => 'форма взята из RFC 4474, который заменён RFC 8224',
    ({ client }) => `Обновите службу подписи перед ${client} до PASSporT (RFC 8224).`,
  ],
  'header-unreadable': [() => 'первая часть токена — не base64url объекта JSON', between],
  'payload-unreadable': [() => 'вторая часть токена — не base64url объекта JSON', between],
  'signature-length': [
    ({ value }) => `в подписи должно быть 64 байта (ES256), а здесь ${value === '' ? 'не base64url' : bytes(value)}`,
    between,
  ],
  'signature-der': [
    ({ value }) => `подпись (${bytes(value)}) имеет форму DER, а ES256 требует двух голых чисел по 32 байта`,
    (args) =>
      `Пусть служба подписи${behind(args)} преобразует результат своей криптобиблиотеки в форму RFC 7518 §3.4 (в OpenSSL: из ECDSA_SIG в r и s).`,
  ],
  typ: [({ value }) => `typ токена ${value === '' ? 'отсутствует' : `— ${value}`} вместо «passport»`, resign],
  alg: [({ value }) => `alg токена ${value === '' ? 'отсутствует' : `— ${value}`} вместо ES256`, resign],
  'alg-differs': [({ value }) => `параметр alg — ${value}, а в токене ES256`, parameter],
  'x5u-missing': [() => 'в токене не указано, где находится сертификат (x5u)', resign],
  'x5u-differs': [({ value }) => `x5u токена — ${value}, а info указывает другое`, parameter],
  'ppt-differs': [
    ({ value }) =>
      `ppt токена ${value === '' ? 'отсутствует' : `— ${value}`}, а параметр ppt указывает другое или ничего`,
    parameter,
  ],
  'claim-missing': [({ value }) => `в PASSporT нет ${value}`, resign],
  'orig-count': [({ value }) => `orig должен содержать один tn или один uri, а содержит ${value || 'ничего'}`, resign],
  'dest-form': [({ value }) => `dest должен содержать список tn или uri, а содержит ${value || 'ничего'}`, resign],
  'tn-form': [({ value }) => `номер «${value}» не в канонической форме: только цифры, сначала код страны`, resign],
  'iat-form': [({ value }) => `время подписания (iat) — не число секунд: ${value}`, resign],
  'iat-milliseconds': [({ value }) => `время подписания (iat) считает миллисекунды: ${value}`, resign],
  attest: [({ value }) => `аттестация должна быть A, B или C, а здесь ${value}`, resign],
  origid: [({ value }) => `origid — не UUID: ${value}`, resign],
};

type Verified = ArgsOf<typeof stirVerificationFailed>;

const fetchIt = (server: string) =>
  `На самом ${server} попробуйте загрузить сертификат, который называет x5u: адрес, DNS, TLS и межсетевой экран`;

const verifyFix: Readonly<Record<number, (args: Verified) => string>> = {
  428: ({ server }) =>
    `Пусть вызов подписывают PASSporT того вида, которого требует ${server} (в Северной Америке «shaken»).`,
  429: ({ server }) => `${fetchIt(server)}.`,
  436: ({ server, signer }) => `${fetchIt(server)}${signer === '' ? '' : `; ${signer} должен быть доступен`}.`,
  437: ({ server, signer }) =>
    `Проверьте сертификат${signer === '' ? '' : ` на ${signer}`}: истёк, отозван, от CA, которого нет в списке ${server}, или не для ES256 (P-256).`,
  438: ({ server }) =>
    `Ищите, что меняет From, P-Asserted-Identity, To или Date между службой подписи и ${server}, и сравните ключ и сертификат службы подписи.`,
};

const verifyCauses: Readonly<Record<number, string>> = {
  403: 'он считает PASSporT слишком старым',
  428: 'он не нашёл PASSporT принимаемого им вида',
  429: 'скорее всего, он не смог загрузить сертификат; по RFC 8224 это 436',
  436: 'он не смог загрузить сертификат по его адресу',
  437: 'он не доверяет сертификату или не поддерживает его',
  438: 'он не признал PASSporT или его подпись',
};

function validity({ validFrom, validTo }: Verified): string {
  return validFrom === '' || validTo === ''
    ? 'с датами, которые нельзя прочесть'
    : `действителен с ${validFrom} по ${validTo}`;
}

export const stir = {
  'call-blocked-by-analytics': {
    title: 'Вызов заблокирован из-за репутации вызывающего',
    why: ({ kind }) =>
      kind === 'unwanted'
        ? 'Вызываемый или настройки его телефона не хотят вызовов с этого номера; много таких ответов портит его репутацию.'
        : 'Вызываемый об этом вызове не узнал, и другие вызовы с того же номера, скорее всего, тоже будут заблокированы.',
    fix: ({ kind, redress, server, attest }) => [
      kind === 'unwanted'
        ? 'Выясните, почему вызываемый счёл вызов нежелательным: объём, время суток, номер, который показывается как чужой.'
        : redress.length === 0
          ? `Жалуйтесь провайдеру за ${server}: ответ не называет никого, к кому обратиться.`
          : `Жалуйтесь туда, куда указывает ответ (${redress.join(', ').slice(0, LONGEST)}), с Call-ID и временем вызова.`,
      attest === 'A'
        ? 'Вызов подписан с аттестацией A: не доверяют самому номеру, поэтому зарегистрируйте его у провайдеров аналитики (в США — Free Caller Registry).'
        : `Добейтесь подписи вызова с аттестацией A${attest === 'none' ? ' (сейчас подписи нет вовсе)' : attest === '' ? '' : ` вместо ${attest}`} и зарегистрируйте номер у провайдеров аналитики.`,
      'Посмотрите, что уходит с этим номером: из-за многих коротких вызовов, неверных номеров и вызовов без ответа он выглядит автообзвоном.',
    ],
    message: ({ server, method, caller, status, phrase, kind }) =>
      `${server} заблокировал ${method} от ${caller} кодом ${status}${phrase === '' ? '' : ` ${phrase}`}: ` +
      {
        network: 'аналитика сети сочла вызывающего нежелательным, а человек не отказывался.',
        unwanted: 'вызываемый или чёрный список, действующий за него, пометил вызывающего нежелательным.',
        rejected: 'посредник счёл вызывающего нежелательным, а человек не отказывался.',
      }[kind],
    limits: ({ kind }) => (kind === 'unwanted' ? 'Решил человек или список, не видно.' : ''),
  } satisfies RuleWords<typeof callBlockedByAnalytics>,
  'stir-identity-dropped': {
    title: 'Identity потеряно по пути',
    why: ({ kind }) =>
      kind === 'changed'
        ? 'Ни один верификатор дальше не признает подпись: вызов отклоняют кодом 438 или считают непроверенным.'
        : kind === 'dropped'
          ? 'Дальше вызов считается неподписанным: вызываемый не видит знака доверия, а сети, требующие подписи, отклоняют его (428).'
          : 'Дальше за вызывающего отвечает другая служба подписи, а аттестация первой пропала.',
    fix: ({ kind, host }) =>
      kind === 'changed'
        ? [
            `Пусть ${host} передаёт Identity байт в байт: ищите предел длины, правило заголовков или перенос длинных строк.`,
          ]
        : kind === 'dropped'
          ? [
              `Пусть ${host} передаёт Identity дальше: добавьте его к сохраняемым полям заголовка (правила заголовков SBC, настройки транка АТС).`,
              'Если вызов прошёл через участок без SIP (TDM), пусть шлюз подписывает его заново с аттестацией C, или используйте out-of-band STIR (RFC 8816).',
              'Если оно удалено, чтобы сообщение оставалось небольшим, используйте к следующему узлу TCP или TLS.',
            ]
          : [
              `Если ${host} не должен подписывать уже подписанные вызовы, пусть передаёт Identity без изменений.`,
              'Если он переадресует вызов, пусть добавляет PASSporT div (RFC 8946) и сохраняет первый.',
            ],
    message: (args) => {
      const came = `${args.method} от ${args.client} пришёл на ${args.host} с Identity (${kindOf(args)}), а к ${args.server} ушёл`;
      return args.kind === 'dropped'
        ? `${came} без него.`
        : `${came} ${args.kind === 'changed' ? 'с изменённым токеном' : 'с другим на его месте'}${args.other === '' ? '' : `, подписан ${args.other}`}.`;
    },
    limits: ({ kind }) =>
      kind === 'changed'
        ? ''
        : kind === 'dropped'
          ? 'Сеть может намеренно удалять подпись, проверив её.'
          : 'Сеть может подписывать заново намеренно.',
  } satisfies RuleWords<typeof stirIdentityDropped>,
  'stir-identity-malformed': {
    title: 'Неверно построенное Identity',
    why: ({ status }) =>
      refusesSignature(status)
        ? 'Вызов отклонён; с таким Identity ни один верификатор не может поступить иначе.'
        : 'Верификатор отклоняет такой вызов кодом 438 или пропускает как непроверенный: вызываемый не видит знака доверия или видит предупреждение.',
    fix: (args) => [
      defects[args.kind][1](args),
      ...(defects[args.kind][1] === resign ? [between(args)] : []),
      ...(args.kind === 'old-form'
        ? []
        : [
            'Декодируйте токен на первом участке, который его несёт, и сравните с этим: станет видно, виновата служба подписи или узел за ней.',
          ]),
    ],
    message: (args) =>
      `Identity в ${args.method} от ${args.client} к ${args.server} ${args.kind === 'old-form' ? 'устарело' : 'построено неверно'}: ${defects[args.kind][0](args)}.`,
  } satisfies RuleWords<typeof stirIdentityMalformed>,
  'stir-identity-missing': {
    title: 'Вызов без требуемой подписи',
    why: ({ kind }) =>
      kind === 'asked'
        ? 'Вызов отклонён: эта сеть не пропускает неподписанных вызовов.'
        : 'Вызываемый видит эти вызовы непроверенными, а сети, требующие подписи, отклоняют их (428).',
    fix: ({ kind, lost, client }) => [
      ...(kind === 'asked' && lost ? [`Пусть ${client} передаёт Identity дальше: когда вызов пришёл, оно было.`] : []),
      `Пусть вызов подписывает провайдер вызывающего (STIR/SHAKEN) или сам ${client} с аттестацией C, если это шлюз, через который вызов входит.`,
      'Ищите маршруты без службы подписи: другой транк, переключение на резерв, переадресованный вызов, номер, которого служба не знает.',
      'Ищите SBC, удаляющие Identity, и участки без SIP (TDM) на пути.',
    ],
    message: ({ kind, server, method, client, lost, unsigned, signed }) =>
      kind === 'asked'
        ? `${server} отверг ${method} от ${client} кодом 428: он требует подписанного вызывающего (Identity), а подписи в запросе ${lost ? 'больше ' : ''}нет.`
        : `${client} отправил ${unsigned} из ${count(unsigned + signed, 'вызова', 'вызовов', 'вызовов')} к ${server} без подписи (Identity), а все остальные подписал.`,
    limits: ({ kind }) => (kind === 'asked' ? '' : 'Вызовам внутри одной сети и в страны без STIR подпись не нужна.'),
  } satisfies RuleWords<typeof stirIdentityMissing>,
  'stir-number-mismatch': {
    title: 'Номера, отличающиеся от подписанных',
    why: ({ status }) =>
      refusesSignature(status)
        ? 'Вызов отклонён: верификатору это кажется украденной подписью.'
        : 'Верификатору это кажется украденной подписью: вызываемый видит вызывающего непроверенным, или вызов отклоняют кодом 438.',
    fix: ({ kind, client, field, sent }) =>
      kind === 'caller'
        ? [
            `Пусть ${client} задаёт номер вызывающего до подписания вызова, или подписывайте после этого: ${field} изменено или не то, что взяла служба подписи.`,
            'Отправляйте номер службе подписи в форме E.164 с плюсом, а From и P-Asserted-Identity после неё не трогайте.',
          ]
        : [
            `Пусть узел, переадресовавший вызов на ${sent}, добавляет к первому PASSporT div (RFC 8946).`,
            `Если номер лишь нормализован или перенесён, пусть ${client} сохраняет вызванный номер в To.`,
          ],
    message: ({ kind, method, client, server, sent, field, signed, certificate }) => {
      const way = `${method} от ${client} к ${server}`;
      const key = certificate === '' ? '' : ` (подпись верна, сделана ключом ${certificate})`;
      return {
        caller: `${way} пришёл от ${sent} (${field}), а его PASSporT подписан для вызывающего ${signed}${key}.`,
        callee: `${way} идёт на ${sent} (${field}), а его PASSporT подписан для вызова на ${signed}${key}.`,
        diverted: `${way} переадресован на ${sent}, а его единственный PASSporT подписан для прежнего вызванного номера, ${signed}${key}.`,
      }[kind];
    },
    limits: ({ kind, field }) =>
      (kind === 'caller' && field !== 'From'
        ? 'Верификаторы сравнивают From; брать ли вместо него P-Asserted-Identity, решают их правила (RFC 8224 §8). '
        : '') +
      'Национальные формы, префиксы набора и короткие номера считаются совпадающими, потому что код страны здесь не известен.',
  } satisfies RuleWords<typeof stirNumberMismatch>,
  'stir-passport-stale': {
    title: 'PASSporT слишком старый или из будущего',
    why: ({ status }) =>
      refusesSignature(status)
        ? 'Вызов не удался: верификатор принимает старую подпись за украденную.'
        : 'Верификатор принимает старую подпись за украденную: он отклоняет вызов (403 Stale Date) или помечает его непроверенным.',
    fix: (args) => [
      ...{
        reused: [
          `Пусть служба подписи${behind(args)} подписывает каждую попытку заново: токен сделан для более ранней, или её часы отстают (проверьте там NTP).`,
        ],
        future: [`Проверьте часы (NTP) службы подписи${behind(args)} и ${args.client}: одни из них неверны.`],
        held: [
          `Пусть ${args.client} запрашивает новую подпись, прежде чем пробовать следующее направление, или перебирает и держит в очереди меньше ${duration(args.limit)}.`,
        ],
        clock: [
          `Проверьте часы (NTP) ${args.client} и службы подписи${behind(args)}: те и другие расходятся с остальными узлами.`,
        ],
        refused: [
          `Проверьте часы (NTP) ${args.server}, ${args.client} и службы подписи${behind(args)}.`,
          'Пусть служба подписи подписывает каждую попытку заново; ищите узлы, которые держат запрос в очереди или перебирают маршруты, прежде чем передать его дальше.',
        ],
      }[args.kind],
      `Если часы и задержки в порядке, увеличьте время, которое допускает верификатор (RFC 8224 рекомендует ${duration(args.limit)}).`,
    ],
    message: ({ kind, method, client, server, age }) => {
      const way = `в ${method} от ${client} к ${server}`;
      return {
        reused: `PASSporT ${way} подписан за ${duration(age)} до создания запроса.`,
        future: `PASSporT ${way} несёт время подписания на ${duration(age)} позже запроса.`,
        held: `PASSporT ${way} при поступлении был свежим, а при передаче дальше ему было уже ${duration(age)}.`,
        clock: `PASSporT и Date ${way} расходятся со временем остальных узлов на ${duration(age)}.`,
        refused: `${server} отверг ${method} от ${client} ответом 403 Stale Date: его PASSporT или Date не соответствует времени верификатора.`,
      }[kind];
    },
  } satisfies RuleWords<typeof stirPassportStale>,
  'stir-verification-failed': {
    title: 'Подпись не выдержала проверки',
    why: ({ kind, status }) =>
      kind === 'refused' || refusesSignature(status)
        ? 'Вызов не прошёл.'
        : 'Вызываемый видит вызывающего непроверенным или подозрительным и может не ответить.',
    fix: (args) =>
      args.kind === 'signature'
        ? [
            'Ищите, что меняет Identity после службы подписи (или From, To и Date, которые относятся к токену в краткой форме): к подписи подходит только неизменённое.',
            `Сравните ключ службы подписи с ${args.certificate}: после смены ключей нужно менять и то и другое, а x5u должен называть новый сертификат.`,
          ]
        : args.kind === 'certificate'
          ? [
              `Обновите сертификат${args.signer === '' ? '' : ` на ${args.signer}`}, и пусть служба подписи называет в x5u новый.`,
            ]
          : [
              ...(args.right
                ? [
                    `Сравните то, что говорит PASSporT, с тем, что говорит ${args.method} (вызывающий, вызываемый, Date), и список доверия ${args.server} с издателем ${args.certificate}: сама подпись верна.`,
                  ]
                : []),
              verifyFix[args.cause]?.(args) ??
                'Спросите того, кто проверяет (провайдера на приёме), что не прошло: сертификат, подпись, время или номера.',
            ],
    message: (args) => {
      const way = `${args.method} от ${args.client} к ${args.server}`;
      const reason = verifyCauses[args.cause];
      const because = reason === undefined ? '' : `: ${reason}`;
      const right = args.right ? `; но подпись верна, сделана ключом ${args.certificate}` : '';
      const then = args.status >= 400 ? `; на него ответили ${args.status}` : '';
      return {
        refused: `${args.server} отверг ${args.method} от ${args.client} ответом ${args.cause} ${args.text}${because}${right}.`,
        noted: `${args.server} сообщает, что не смог проверить ${args.method} от ${args.client}, кодом ${args.cause}${args.text === '' ? '' : ` (${args.text})`}${because}${right}.`,
        marked: `${way} несёт метку ${args.text}: верификатор до него не признал подпись${right}.`,
        signature: `Подпись в ${way} не подходит к ${args.certificate}, сертификату, который называет её x5u, ${args.fits === '' ? 'и ни к какому другому из предоставленных' : `но подходит к ${args.fits}`}${then}.`,
        certificate: `${way} подписан ключом ${args.certificate}, который в то время не действовал (${validity(args)})${then}.`,
      }[args.kind];
    },
    limits: ({ kind }) =>
      kind === 'signature'
        ? 'Тот ли это сертификат, что был по x5u во время вызова, и пользуется ли доверием его издатель, не проверялось.'
        : kind === 'certificate'
          ? 'Пользуется ли доверием издатель сертификата, не проверялось.'
          : 'Что видел верификатор, из сообщений не видно.',
  } satisfies RuleWords<typeof stirVerificationFailed>,
};
