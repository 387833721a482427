/** Rules on running sessions. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { intervalRejectedLoop } from '../../../rules/session/interval-rejected-loop.ts';
import type { reinviteFailed } from '../../../rules/session/reinvite-failed.ts';
import type { reinviteGlare } from '../../../rules/session/reinvite-glare.ts';
import type { sessionRefreshFailed } from '../../../rules/session/session-refresh-failed.ts';
import type { sessionTimerExpiryDrop } from '../../../rules/session/session-timer-expiry-drop.ts';
import { count, later } from '../phrases.ts';

const copies = (n: number) => count(n, 'копия', 'копии', 'копий');

type Reinvite = ArgsOf<typeof reinviteFailed>;

function reinviteRemedies({ kind, status, server, client, retryAfter, method }: Reinvite): readonly string[] {
  if (status === 0) {
    return [
      `Проверьте, что ${server} доступен по Contact и Route вызова: INVITE мог пройти другим путём.`,
      'Если до этого он долго молчал, закрылась привязка NAT или сессия межсетевого экрана: отправляйте keep-alive.',
    ];
  }
  if (status === 481 || status === 408 || status === 404) {
    return [
      `Выясните, где ${server} потерял вызов: перезапуск, переключение на резерв или путь через другой узел без Record-Route.`,
      'Сравните Request-URI с самым новым Contact другой стороны: телефон, сменивший адрес, должен сообщить об этом через re-INVITE.',
    ];
  }
  if (retryAfter >= 0) {
    return [`Пусть ${client} ждёт окончательного ответа на предыдущий INVITE, прежде чем отправлять следующий.`];
  }
  if (status === 405 || status === 501) {
    return [
      `Пусть ${client} использует другой метод вместо ${method} или никакого: посреди вызова ${server} его не принимает.`,
    ];
  }
  return {
    fax: [
      `Включите T.38 на ${server} и на том, что за ним, или отключите его в ${client} и передавайте факс как G.711.`,
      'Если между ними стоит транскодер или SBC, пусть он пропускает m=image.',
    ],
    video: [`Разрешите видео на ${server} или отключите его в ${client}.`],
    hold: [
      `Посмотрите в журнале ${server}, что ему не нравится в предложении: версия в o=, недостающий кодек, a=inactive или c=0.0.0.0.`,
      'Пусть SBC сам отвечает на удержание там, где дальняя сторона этого не может.',
    ],
    offerless: [
      `Пусть ${client} отправляет re-INVITE с предложением: ${server} своего не делает.`,
      `Или включите на ${server} отложенные предложения (delayed offer).`,
    ],
    media: [
      `Сравните предложение с тем, что ${server} принимал раньше: в нём по-прежнему должен быть кодек вызова, а версия в o= должна вырасти на единицу.`,
      `Отключите в ${client} то, что вызывает re-INVITE (прямые медиа, пересогласование кодеков), там, где это никому не нужно.`,
    ],
    other: [`Посмотрите причину отказа в журнале ${server}.`],
  }[kind];
}

const purposes: Readonly<Record<Reinvite['kind'], string>> = {
  fax: ', чтобы перейти на факс (T.38)',
  video: ', чтобы добавить видео',
  hold: ', чтобы поставить вызов на удержание',
  offerless: ' без предложения SDP',
  media: ' с другими медиа',
  other: '',
};

const lost: Readonly<Record<string, string>> = {
  REGISTER: 'Телефон остаётся без регистрации: вызовы до него не доходят.',
  SUBSCRIBE: 'Подписка не создаётся: индикаторы, presence или ожидающие сообщения не показываются.',
  PUBLISH: 'О состоянии, которое надо было опубликовать, никто не знает.',
  INVITE: 'Вызов не состоится или кончится, когда истечёт его таймер сеанса.',
  UPDATE: 'Сеанс не обновлён, и вызов кончится, когда истечёт его таймер.',
};

export const session = {
  'interval-rejected-loop': {
    title: 'Интервал отвергнут как слишком короткий',
    why: ({ kind, method }) =>
      kind === 'mid-call'
        ? 'Ничего не потеряно: клиент снова попросил столько, сколько хочет сервер.'
        : kind === 'minimum-too-low'
          ? 'Сеанс, который надо обновлять так часто, нагружает каждый сервер на пути, и клиенты могут отвергнуть такое значение.'
          : (lost[method] ?? 'То, о чём просили, не происходит.'),
    fix: ({ kind, client, server, status, minimum, method }) => {
      const field = status === 422 ? 'Min-SE' : 'Min-Expires';
      const setting = status === 422 ? 'таймер сеанса (Session-Expires)' : `срок действия для ${method}`;
      return {
        'same-again': [
          `Задайте на ${client} ${setting} не меньше ${minimum} с: сам он ${field} не следует.`,
          `Или уменьшите минимум на ${server}.`,
        ],
        'given-up': [
          `Задайте на ${client} ${setting} не меньше ${minimum} с или обновите его: после ${status} он должен повторять попытку сам.`,
          `Или уменьшите минимум на ${server}.`,
        ],
        'minimum-too-low': [
          `Увеличьте минимум (Min-SE) на ${server} до 90 с. Сам интервал (Session-Expires) может быть и больше: RFC 4028 рекомендует 1800 с.`,
        ],
        needless: [
          `Посмотрите минимальный и максимальный интервал в настройках ${server} и обновите его: он отвергает то, что обязан принимать.`,
          `До тех пор пусть ${client} просит другой интервал.`,
        ],
        'mid-call': ['Делать ничего не нужно.'],
      }[kind];
    },
    message: ({ kind, method, client, server, status, requested, minimum, next }) => {
      const asked = requested < 0 ? 'не назвавший интервала' : `просивший ${requested} с`;
      const refused = `${server} отверг кодом ${status} ${method} от ${client}, ${asked}`;
      return {
        'same-again': `${refused}, и хочет не меньше ${minimum} с; следующий снова ${next < 0 ? 'его не назвал' : `просил ${next} с`}.`,
        'given-up': `${refused}, и хочет не меньше ${minimum} с; ${client} сразу не повторил.`,
        'minimum-too-low': `${refused}, и называет Min-SE ${minimum} с; наименьшее допустимое — 90 с.`,
        needless:
          requested >= 0 && requested < minimum
            ? `${refused}, и хочет ${minimum} с; запрос на час и более нельзя отвергать как слишком короткий.`
            : `${refused}, хотя его собственный минимум — ${minimum} с.`,
        'mid-call': `Посреди вызова ${refused}, и хочет не меньше ${minimum} с; ${client} снова попросил достаточно.`,
      }[kind];
    },
    limits: ({ kind }) =>
      kind === 'given-up' ? 'Вторая попытка с другим Call-ID в этом отчёте видна как другая.' : '',
  } satisfies RuleWords<typeof intervalRejectedLoop>,
  'reinvite-failed': {
    title: 'Изменение идущего вызова не удалось',
    why: ({ outcome, status, kind }) =>
      ({
        ended: 'Пользователь теряет вызов посреди разговора.',
        retried: 'Ничего не потеряно, кроме времени на ещё одну попытку.',
        stays:
          status === 0 || status === 481 || status === 408
            ? 'Другая сторона больше не знает этого вызова; пользователь говорит в никуда.'
            : kind === 'fax'
              ? 'Факс продолжается как звук, где один потерянный пакет стоит строки или страницы.'
              : 'Вызов продолжается как был, а того, чего хотел пользователь или система (удержание, перевод, факс, другой кодек), не произошло.',
      })[outcome],
    fix: reinviteRemedies,
    message: ({ kind, method, client, server, status, phrase, warning, sends, outcome, after }) =>
      `${client} отправил ${method}${purposes[kind]}, а ${server} ` +
      (status === 0
        ? `не ответил (${copies(sends)})`
        : `отверг его кодом ${status}${phrase === '' ? '' : ` ${phrase}`}${warning === '' ? '' : ` («${warning}»)`}`) +
      {
        ended: `; вызов кончился ${later(after)}.`,
        retried: '; вторая попытка удалась.',
        stays: '; вызов продолжился без изменений.',
      }[outcome],
    limits: ({ outcome }) =>
      outcome === 'ended' ? 'Что одно следует из другого, вероятно, но ни одно сообщение этого не говорит.' : '',
  } satisfies RuleWords<typeof reinviteFailed>,
  'reinvite-glare': {
    title: 'Столкнувшиеся изменения вызова',
    why: ({ kind, outcome, collisions }) =>
      kind === 'crossed'
        ? 'Теперь каждая сторона считает действующим другое описание: возможна тишина или односторонняя слышимость.'
        : {
            resolved:
              collisions > 1
                ? 'Удержание, перевод или медиа запаздывают, и каждое столкновение может оказаться тем, что не разрешится.'
                : 'Неисправности нет: второй попыткой SIP и разрешает столкновение.',
            open: 'Пока неисправности нет: второй попыткой SIP и разрешает столкновение.',
            'given-up':
              'Того, чего хотела отвергнутая сторона (удержание, возврат, обновление, другие медиа), не произошло.',
            unresolved:
              'Больше не прошло ни одно изменение: удержание, возврат или обновление сеанса этого вызова не удались.',
          }[outcome],
    fix: ({ kind, outcome, client, server, collisions, backOff }) =>
      kind === 'crossed'
        ? [
            `Обновите ${client} и ${server}: получивший re-INVITE, пока не завершён его собственный, должен отвергнуть его кодом 491.`,
            'Пусть изменения начинает только одна сторона: прямые медиа АТС или освобождение медиа на SBC, а не то и другое.',
          ]
        : outcome !== 'given-up' && outcome !== 'unresolved' && collisions === 1
          ? ['Пока это случается изредка, делать ничего не нужно.']
          : [
              ...(outcome === 'given-up'
                ? [`Пусть ${client} повторяет изменение после 491, как требует RFC 3261 §14.1.`]
                : []),
              ...(backOff === 'early' || backOff === 'late'
                ? [`Исправьте время ожидания ${client}: создавший Call-ID ждёт 2,1–4 с, другой — 0–2 с.`]
                : []),
              'Пусть сеанс обновляет только одна сторона (refresher в Session-Expires), лучше через UPDATE без SDP.',
              'Отключите на одной из сторон то, что само отправляет re-INVITE сразу после ответа: прямые медиа, закрепление кодека, освобождение медиа.',
            ],
    message: ({ kind, method, client, server, collisions, outcome, retry, backOff }) => {
      if (kind === 'crossed') {
        return `Запросы re-INVITE от ${client} и ${server} разминулись, и каждый принял чужой вместо того, чтобы отвергнуть его кодом 491.`;
      }
      const last =
        collisions > 1 ? `, последнее из ${count(collisions, 'столкновения', 'столкновений', 'столкновений')}` : '';
      const again = `повторил ${later(retry)}${backOff === 'early' ? ', слишком рано' : backOff === 'late' ? ', слишком поздно' : ''}`;
      return (
        `${server} отверг ${method} от ${client} кодом 491, потому что шло другое изменение${last}` +
        {
          resolved: `; ${client} ${again}, и изменение было принято.`,
          open: retry < 0 ? '.' : `; ${client} ${again}.`,
          'given-up': `, и ${client} больше не пробовал.`,
          unresolved:
            retry < 0
              ? ', и ни одна сторона больше не пробовала.'
              : `; ${client} ${again}, и больше ничего не было принято.`,
        }[outcome]
      );
    },
    limits: ({ outcome }) => (outcome === 'open' ? 'Удалась ли следующая попытка, в этой трассировке не видно.' : ''),
  } satisfies RuleWords<typeof reinviteGlare>,
  'session-refresh-failed': {
    title: 'Обновление сеанса не удалось',
    why: ({ outcome }) =>
      outcome === 'ended'
        ? 'Этот вызов кончился прежде, чем это сказалось; более долгий оборвался бы по истечении таймера сеанса.'
        : 'Без обновления обе стороны считают вызов мёртвым, когда истекает таймер сеанса: долгие вызовы обрываются, всегда через одно и то же время.',
    fix: ({ kind, method, status, client, server, disallowed, renumbered }) => [
      ...(disallowed ? [`Пусть ${client} обновляет через re-INVITE: у ${server} в Allow нет ${method}.`] : []),
      ...(kind === 'unanswered'
        ? [
            `Проверьте, что ${server} ещё доступен по Contact и Route вызова: пока никто ничего не отправляет, привязка NAT или сессия межсетевого экрана закрывается.`,
            'Держите путь открытым через keep-alive (OPTIONS или CRLF каждые 30 с) или пусть обновляет другая сторона.',
          ]
        : status === 481 || status === 408 || status === 404
          ? [
              `Выясните, где ${server} потерял вызов: перезапуск, переключение на резерв или прокси без Record-Route, отправляющий обновление на другой узел.`,
              `Сравните Request-URI в ${method} с самым новым Contact другой стороны.`,
            ]
          : [
              `Пусть ${server} принимает ${method} посреди вызова; ${status} — не ответ на обновление, которое ничего не меняет.`,
              ...(method === 'UPDATE'
                ? []
                : [`Или пусть ${client} обновляет через UPDATE без SDP там, где другая сторона разрешает UPDATE.`]),
            ]),
      ...(renumbered
        ? [
            `Пусть ${client} повторяет строку o= своего последнего предложения: новая версия заставляет ${server} заново согласовывать медиа.`,
          ]
        : []),
    ],
    message: ({ kind, method, client, server, status, phrase, sends, outcome, interval, after }) =>
      `Запрос ${method}, которым ${client} должен был обновить сеанс, ` +
      (kind === 'unanswered'
        ? `не получил ответа от ${server} (${copies(sends)})`
        : `отвергнут узлом ${server} кодом ${status}${phrase === '' ? '' : ` ${phrase}`}`) +
      {
        dropped: `, и ${later(after)} вызов оборвался.`,
        ended: '; вызов кончился раньше таймера сеанса.',
        expired: `, и таймер сеанса ${interval} с истёк.`,
      }[outcome],
    limits: ({ kind }) =>
      kind === 'unanswered'
        ? 'Трассировка показывает, что через эту точку захвата ответ не проходил; получила ли запрос другая сторона, здесь не видно.'
        : '',
  } satisfies RuleWords<typeof sessionRefreshFailed>,
  'session-timer-expiry-drop': {
    title: 'Вызов оборван таймером сеанса',
    why: ({ kind, interval }) =>
      `Пользователи сообщают, что вызовы всегда обрываются через одно и то же время: здесь сеанс нужно обновлять каждые ${interval} с, ` +
      (kind === 'uncounted' ? 'и одна сторона не засчитала обновление.' : 'а он не обновлён.'),
    fix: ({ kind, refresher, sender, method }) => [
      ...{
        absent: [
          refresher === ''
            ? 'В 2xx не назван refresher, поэтому каждая сторона ждала другую: пусть отвечающая сторона пишет refresher=uac или refresher=uas в Session-Expires.'
            : `Выясните, почему ${refresher}, то есть refresher, ничего не отправляет в середине интервала: его таймер сеанса может быть выключен, или межсетевой экран либо SIP ALG на его стороне отбрасывает отправленное после долгого молчания.`,
          'Или пусть обновляет другая сторона: refresher=uas или refresher=uac в настройках транка.',
        ],
        unanswered: [
          `Захватывайте на дальней стороне: ${method}, который должен был обновить сеанс, туда не доходит, или теряется ответ на него. Обычная причина — привязка NAT или сессия межсетевого экрана, закрывшаяся за время молчания.`,
          'Держите путь открытым через OPTIONS или keep-alive каждые 30 с или используйте TCP.',
        ],
        refused: [
          `Смотрите отказ на ${method}: то, что обновляет сеанс, должно приниматься, поэтому разрешите UPDATE или re-INVITE посреди вызова.`,
          'Обновляйте через UPDATE без SDP там, где другая сторона разрешает UPDATE: отвергать в нём нечего.',
        ],
        uncounted: [
          `Обновите ${sender}: его таймер шёл дальше, хотя сеанс был обновлён, возможно, потому что в том 2xx не было Session-Expires.`,
          'Пусть ответ на каждое обновление повторяет Session-Expires с refresher.',
        ],
      }[kind],
      'Как выход, отключите таймеры сеанса на одном из двух транков (Asterisk PJSIP: timers=no; chan_sip: session-timers=refuse; FreeSWITCH: enable-timer=false).',
    ],
    message: ({ kind, sender, refresher, interval, after, since, method, status }) => {
      const when = `${sender} завершил вызов ${later(after)} после ${since === 'answer' ? 'ответа на вызов' : 'последнего обновления'}`;
      const ranOut = `${when}: истёк таймер сеанса ${interval} с`;
      return {
        absent:
          refresher === ''
            ? `${ranOut}, потому что обновлять его никто не был назначен и никто не обновил.`
            : `${ranOut}, потому что ${refresher}, который должен был обновлять, обновления не отправил.`,
        unanswered: `${when}, потому что ${method}, который должен был обновить таймер сеанса ${interval} с, остался без ответа.`,
        refused: `${when}, потому что ${method}, который должен был обновить таймер сеанса ${interval} с, отвергнут кодом ${status}.`,
        uncounted: `${ranOut}, хотя более позднее обновление было принято.`,
      }[kind];
    },
    limits: ({ kind }) =>
      kind === 'absent'
        ? 'Обновление, которое отправлено, но потеряно до этой точки захвата или прошло другим путём, здесь не видно.'
        : '',
  } satisfies RuleWords<typeof sessionTimerExpiryDrop>,
};
