/** Rules on registration. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { registerRefreshTooLate } from '../../../rules/registration/register-refresh-too-late.ts';
import type { registerStaleContacts } from '../../../rules/registration/register-stale-contacts.ts';
import type { registrationBindingLost } from '../../../rules/registration/registration-binding-lost.ts';
import type { registrationFailed } from '../../../rules/registration/registration-failed.ts';
import type { registrationFlapping } from '../../../rules/registration/registration-flapping.ts';
import { count, duration, later } from '../phrases.ts';

type Failed = ArgsOf<typeof registrationFailed>;

/** By status; 400, 500 and 305 stand for the others of their class, 0 for no response. */
const remedies: Readonly<Record<number, (args: Failed) => readonly string[]>> = {
  403: ({ aor, client, server }) => [
    `Проверьте, что ${aor} на ${server} существует, включён и может регистрироваться с ${client}.`,
    'Проверьте имя пользователя и пароль: многие регистраторы отвечают на неверные учётные данные 403, а после нескольких попыток блокируют учётную запись.',
  ],
  404: ({ aor, server }) => [
    `Проверьте написание ${aor}: у ${server} такого пользователя нет, или этот домен он не обслуживает.`,
    `Если домен новый, добавьте его на ${server} (во многих продуктах это отдельный список).`,
  ],
  405: ({ server }) => [`${server} — не регистратор: исправьте в телефоне адрес регистратора или исходящего прокси.`],
  423: ({ client }) => [
    `Пусть ${client} просит не меньше времени, чем указывает Min-Expires; клиент должен сам повторить попытку с ним.`,
    'Или уменьшите минимум на регистраторе.',
  ],
  439: ({ server }) => [
    `Отключите SIP Outbound (RFC 5626) в телефоне или добавьте его поддержку на первом прокси, ${server}.`,
  ],
  420: ({ client }) => [`Отключите в ${client} расширение, которое называет поле Unsupported ответа.`],
  503: ({ server, retryAfter }) => [
    retryAfter > 0
      ? `Выждите ${retryAfter} с, как просит ${server}, и повторите; до тех пор используйте другой регистратор.`
      : `Пусть телефон использует другой регистратор домена (DNS SRV), пока ${server} перегружен или на обслуживании.`,
    `Смотрите нагрузку и журнал ${server}.`,
  ],
  500: ({ server }) => [`Смотрите журнал ${server}: обычная причина — отказавшая база данных за регистратором.`],
  305: ({ server }) => [
    `Пусть телефон следует Contact из ответа или направьте его на нужный регистратор: ${server} отправляет его в другое место.`,
  ],
  400: ({ server }) => [
    `Прочитайте фразу и поле Warning ответа: ${server} нашёл в REGISTER нечто неприемлемое.`,
    'Сравните с REGISTER телефона, который работает.',
  ],
  0: ({ server, client }) => [
    `Проверьте, что ${server} работает и слушает этот порт и транспорт и что между ними нет межсетевого экрана.`,
    `Проверьте, не блокирует ли ${server} узел ${client}: после неудачных попыток многие серверы (fail2ban) молча отбрасывают источник.`,
    'Проверьте имя и записи DNS (SRV, A, AAAA), из которых телефон взял этот адрес.',
  ],
};

function remedy(args: Failed): readonly string[] {
  const { status } = args;
  const byClass = status >= 500 ? (status < 600 ? 500 : 403) : status >= 400 ? 400 : status >= 300 ? 305 : 0;
  return (remedies[status] ?? remedies[byClass])?.(args) ?? [];
}

export const registration = {
  'register-refresh-too-late': {
    title: 'Регистрация обновлена слишком поздно',
    why: ({ late }) => `В течение ${duration(late)} вызовы этому пользователю до телефона не доходили.`,
    fix: ({ asked, granted, client, registrar }) => [
      ...(asked > granted
        ? [
            `Пусть ${client} исходит из времени, которое даёт ${registrar} (${granted} с), а не из запрошенных ${asked} с: у многих телефонов есть отдельная настройка интервала обновления.`,
          ]
        : []),
      `Пусть ${client} обновляет по истечении 50–90 % от предоставленных ${granted} с.`,
      'Если это мобильный телефон, который засыпает, просите большего времени или используйте push-уведомления (RFC 8599).',
      `Проверьте часы ${client} и нагрузку его сети в это время.`,
    ],
    message: ({ aor, client, registrar, granted, interval, late }) =>
      `${registrar} зарегистрировал ${aor} на ${granted} с, а ${client} обновил регистрацию ${later(interval)}: на ${duration(late)} позже нужного.`,
  } satisfies RuleWords<typeof registerRefreshTooLate>,
  'register-stale-contacts': {
    title: 'Старые адреса всё ещё зарегистрированы',
    why: () =>
      'Каждый вызов отправляется и на мёртвые адреса, что задерживает его и кончается кодом 408 вместо занятости или голосовой почты.',
    fix: ({ kind, registrar }) => [
      kind === 'many'
        ? `Сравните список с устройствами, которые существуют на деле, и удалите остальные на ${registrar}.`
        : `Пусть ${registrar} заменяет старую привязку того же устройства (remove_existing и max_contacts в Asterisk PJSIP, сопоставление по instance в Kamailio и OpenSIPS).`,
      'Пусть телефоны снимают регистрацию перед перезапуском и сохраняют локальный порт.',
      'Уменьшите предоставляемое время: тогда мёртвое исчезает раньше.',
    ],
    message: ({ kind, aor, registrar, contacts, same, shared }) =>
      `${registrar} перечисляет ${count(contacts, 'адрес', 'адреса', 'адресов')} для ${aor}` +
      {
        instance: `, из них ${same} принадлежат одному устройству, ${shared}.`,
        host: `, из них ${same} — порты одного узла, ${shared}.`,
        many: '.',
      }[kind],
    limits: ({ kind }) =>
      kind === 'instance'
        ? ''
        : 'Возможно, так задумано: столько устройств или несколько программ на одном узле делят этого пользователя.',
  } satisfies RuleWords<typeof registerStaleContacts>,
  'registration-binding-lost': {
    title: 'Регистрация, которая не ведёт к телефону',
    why: ({ aor, kind }) =>
      kind === 'lapsed'
        ? `Дозвониться до ${aor} больше не может никто.`
        : `Вызовы к ${aor} не доходят до телефона, хотя его пользователь ничего плохого не видит.`,
    fix: ({ kind, registrar, granted, aor }) =>
      ({
        'pushed-out': [
          `Посмотрите, сколько адресов ${registrar} хранит для ${aor} (max_contacts): когда список полон, некоторые регистраторы оставляют старые и молча отбрасывают новый.`,
          'Дайте каждому устройству собственную учётную запись.',
        ],
        'not-listed': [
          `Захватывайте и на ${registrar} и сравните: Contact мог переписать узел на пути, или регистратор сохранил его под другим именем.`,
          `Посмотрите, сколько адресов ${registrar} хранит для ${aor} (max_contacts).`,
        ],
        'no-time': [
          `Посмотрите в журнале ${registrar}, почему он не предоставил времени: пределы числа адресов, сценарий, удаляющий привязки, отстающая реплика.`,
        ],
        'other-port': [
          `Отключите SIP ALG на маршрутизаторе перед телефоном и проверьте обработку NAT на ${registrar}: нечто изменило порт в Contact.`,
        ],
        lapsed: [
          `Проверьте, работает ли телефон ${aor} и есть ли у него сеть.`,
          `Если да, посмотрите в его журнале, почему он не обновил регистрацию за ${granted} с; за NAT потерянный ответ может остановить его надолго.`,
        ],
        'lapsed-calls': [
          `Пусть телефон обновляет по истечении 50–90 % от ${granted} с, которые предоставил ${registrar}; посмотрите в его журнале, почему он этого не сделал.`,
          'Проверьте, что он исходит из предоставленного времени, а не из запрошенного.',
        ],
        'lapsed-refused': [
          `Пусть телефон обновляет по истечении 50–90 % от ${granted} с, которые предоставил ${registrar}; посмотрите в его журнале, почему он этого не сделал.`,
          'Проверьте его сеть и питание во время последней регистрации.',
        ],
        unknown: [
          `Проверьте, не перезапускался ли ${registrar} без сохранённой таблицы местоположений и тот ли узел отвечает на вызовы, который регистрирует (реплицируйте привязки).`,
          `Проверьте режим «не беспокоить», переадресацию и правила набора ${aor}: то же может ответить и сервер, который знает телефон.`,
        ],
        'port-gone': [
          'Отправляйте keep-alive чаще, чем живёт привязка NAT (около 25 с по UDP): CRLF или STUN с телефона, OPTIONS с сервера.',
          `Регистрируйтесь по TCP или TLS либо на время меньше ${granted} с.`,
          'Используйте SIP Outbound (RFC 5626), чтобы потерянный поток (flow) был замечен.',
        ],
      })[kind],
    message: ({ kind, aor, contact, registrar, granted, other, status, phrase, method, after }) => {
      const lapsed = `Регистрация ${aor} на ${granted} с не обновлена`;
      const answer = `${status}${phrase === '' ? '' : ` ${phrase}`}`;
      return {
        'pushed-out': `${registrar} принял REGISTER от ${aor}, но держит в списке другое устройство, ${other}, а не ${contact}.`,
        'not-listed': `${registrar} принял REGISTER от ${aor}, но не указывает ${contact}; он указывает ${other}.`,
        'no-time': `${registrar} принял REGISTER от ${aor}, но не предоставляет ${contact} никакого времени (expires=0).`,
        'other-port': `${registrar} указывает для ${aor} адрес ${other}, а телефон зарегистрировал ${contact}: вызовы пойдут на неверный порт.`,
        lapsed: `${lapsed}: ${later(after)} после неё ${registrar} ещё работает, а телефона нет.`,
        'lapsed-calls': `${lapsed}, но ${later(after)} после неё телефон ещё сделал вызов через ${registrar}.`,
        'lapsed-refused': `${lapsed}: ${later(after)} после неё ${registrar} отклонил вызов этому пользователю ответом ${answer}.`,
        unknown: `${registrar} зарегистрировал ${aor} на ${granted} с, а ${later(after)} отклонил вызов к нему ответом ${answer}, не пробуя ${contact}.`,
        'port-gone': `${registrar} не получил ответа на свой ${method} на ${contact} ${later(after)} после регистрации, а в следующий раз телефон зарегистрировался с ${other}.`,
      }[kind];
    },
    limits: ({ kind }) => {
      const unseen = 'Обновление по пути, который не захвачен (TLS, другой регистратор), не было бы видно';
      return {
        'pushed-out': '',
        'not-listed': 'Список мог переписать узел на пути; тогда вызовы всё же доходят.',
        'no-time': '',
        'other-port': 'Узел между этой точкой захвата и регистратором может снова исправлять порт.',
        lapsed: `${unseen}; телефон может быть и просто выключен.`,
        'lapsed-calls': `${unseen}.`,
        'lapsed-refused': `${unseen}.`,
        unknown: 'Потерял ли сервер привязку или отказал по собственной причине, в трассировке не видно.',
        'port-gone': 'Обычная причина в том, что NAT дал телефону новый порт; перезапуск телефона выглядит так же.',
      }[kind];
    },
  } satisfies RuleWords<typeof registrationBindingLost>,
  'registration-failed': {
    title: 'Регистрация не удалась',
    why: () =>
      'Вызовы этому пользователю до телефона не доходят, а серверы, требующие регистрации, отклоняют вызовы от него.',
    fix: remedy,
    message: ({ status, server, client, aor, sends, waited, phrase, retryAfter }) =>
      status === 0
        ? `${server} так и не ответил на REGISTER от ${client} для ${aor}: ${count(sends, 'копия', 'копии', 'копий')}, без окончательного ответа ${duration(waited)}.`
        : `${server} отказался регистрировать ${aor} с ${client}: ${status}${phrase === '' ? '' : ` ${phrase}`}` +
          (retryAfter > 0 ? `, повторить через ${retryAfter} с.` : '.'),
    limits: ({ status }) =>
      status === 0
        ? 'Трассировка показывает, что через эту точку захвата ответ не проходил; получил ли сервер REGISTER, здесь не видно.'
        : '',
  } satisfies RuleWords<typeof registrationFailed>,
  'registration-flapping': {
    title: 'Регистрация, которая всё время меняется',
    why: ({ kind }) =>
      kind === 'replaced'
        ? 'Вызывается только то устройство, что зарегистрировалось последним; какое именно, меняется каждую минуту.'
        : 'Вызовы, пришедшие между двумя регистрациями, идут на адрес, где уже никто не слушает.',
    fix: ({ kind, registrar, aor }) =>
      ({
        moves: [
          `Смотрите сеть телефона ${aor}: неустойчивый WLAN или мобильный интернет либо NAT, который каждый раз даёт новый порт.`,
          'Отправляйте keep-alive чаще, чем живёт привязка NAT (около 25 с по UDP), или регистрируйтесь по TCP или TLS.',
          `Пусть телефон и ${registrar} используют SIP Outbound (instance-id и reg-id, RFC 5626), чтобы новый поток (flow) заменял старый.`,
        ],
        leaves: [
          `Ищите, что заставляет телефон ${aor} перезапускаться или снимать регистрацию: питание, обновления, цикл настройки (provisioning), приложение, усыпляемое системой.`,
          'Клиент с push снимает регистрацию, засыпая, так и задумано: пусть сервер будит его push-уведомлением (RFC 8599).',
        ],
        replaced: [
          'Дайте каждому устройству собственную учётную запись.',
          `Или пусть ${registrar} хранит несколько адресов одного пользователя (max_contacts в Kamailio, OpenSIPS и Asterisk PJSIP).`,
        ],
      })[kind],
    message: ({ kind, aor, registrar, changes, over, contact, before }) =>
      ({
        moves: `Телефон ${aor} менял свой Contact на ${registrar} ${count(changes, 'раз', 'раза', 'раз')} за ${duration(over)}, последний раз с ${before} на ${contact}.`,
        leaves: `Contact ${contact} пользователя ${aor} пропадал с ${registrar} и возвращался: ${count(changes, 'изменение', 'изменения', 'изменений')} за ${duration(over)}.`,
        replaced: `Два устройства ${aor} вытесняют друг друга с ${registrar}: ${count(changes, 'изменение', 'изменения', 'изменений')} за ${duration(over)}, последнее поставило ${contact} на место ${before}.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'replaced' ? 'Предполагается, что регистратор перечисляет все свои привязки, как требует RFC 3261.' : '',
  } satisfies RuleWords<typeof registrationFlapping>,
};
