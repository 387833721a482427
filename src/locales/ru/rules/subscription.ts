/** Rules on subscriptions. */
import type { RuleWords } from '../../../rules/define.ts';
import type { subscriptionNoNotify } from '../../../rules/subscription/subscription-no-notify.ts';
import type { subscriptionRejected } from '../../../rules/subscription/subscription-rejected.ts';
import { count, duration } from '../phrases.ts';

const LONGEST = 80;

function packages(offered: readonly string[]): string {
  const text = offered.join(', ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** By the reason in Subscription-State. */
const advice: Readonly<Record<string, string>> = {
  rejected: 'Подписчику не следует пробовать снова: это запрещает владелец или правило.',
  noresource: 'Подписчику не следует пробовать снова: наблюдать по этому адресу нечего.',
  deactivated: 'Подписчику следует сразу подписаться заново.',
  probation: 'Подписчику следует попробовать позже.',
  giveup: 'Никто вовремя не разрешил подписку; подписчик может попробовать позже.',
};

export const subscription = {
  'subscription-no-notify': {
    title: 'Подписка без уведомления',
    why: ({ kind, event }) =>
      kind === 'refresh'
        ? 'Подписчик не может понять, действует ли ещё его подписка.'
        : `Подписчик не узнаёт состояния${event === '' ? '' : ` (${event})`}: индикаторы, presence или ожидающие сообщения остаются неверными.`,
    fix: ({ kind, notifier, subscriber, target, event }) =>
      kind === 'unanswered'
        ? [
            `Проверьте, доступен ли ${target} с ${notifier}: за NAT Contact в SUBSCRIBE должен быть публичным адресом, или сервер уведомлений должен отвечать туда, откуда пришёл SUBSCRIBE.`,
            `Проверьте, что ${subscriber} ещё работает и что поток не закрыл межсетевой экран (keep-alive чаще, чем живёт привязка NAT).`,
          ]
        : [
            `Ищите NOTIFY в журнале ${notifier}: отправлять его нужно сразу, даже пока подписка не подтверждена или сообщать нечего.`,
            `Проверьте, доступен ли оттуда ${target === '' ? 'Contact из SUBSCRIBE' : target}: частный адрес за NAT недоступен.`,
            `Проверьте, что ${event === '' ? 'пакет событий' : `модуль для «${event}»`} на ${notifier} загружен и имеет данные.`,
          ],
    message: ({ kind, event, notifier, subscriber, status, copies, waited }) => {
      const what = event === '' ? '' : ` на ${event}`;
      return {
        none: `${notifier} принял подписку от ${subscriber}${what} кодом ${status}, но за ${duration(waited)} NOTIFY не последовал.`,
        refresh: `${notifier} принял обновление подписки от ${subscriber}${what} кодом ${status}, но за ${duration(waited)} NOTIFY не последовал.`,
        unanswered: `${subscriber} так и не ответил на NOTIFY${event === '' ? '' : ` (${event})`} от ${notifier}: ${count(copies, 'копия', 'копии', 'копий')}, без ответа ${duration(waited)}.`,
      }[kind];
    },
    limits: ({ kind }) =>
      kind === 'unanswered'
        ? 'Дошёл ли NOTIFY, здесь не видно.'
        : 'NOTIFY, который отправлен, но не прошёл через эту точку захвата, не был бы виден.',
  } satisfies RuleWords<typeof subscriptionNoNotify>,
  'subscription-rejected': {
    title: 'Подписка отвергнута',
    why: ({ kind, event }) =>
      kind === 'notify-refused'
        ? 'Подписчик не принимает того, что ему сообщают, поэтому сервер уведомлений должен завершить подписку.'
        : `Подписчик не узнаёт состояния${event === '' ? '' : ` (${event})`}: индикаторы, presence или ожидающие сообщения не показываются.`,
    fix: ({ kind, event, notifier, subscriber, status, reason, retryAfter, offered }) => {
      const name = event === '' ? 'пакет событий' : `пакет событий «${event}»`;
      if (kind === 'ended') {
        return [
          advice[reason] ?? 'Подпишитесь заново.',
          ...(retryAfter > 0 ? [`Пусть ${subscriber} выждет ${retryAfter} с, о которых просит ${notifier}.`] : []),
          ...(reason === 'deactivated' ? [] : [`Проверьте на ${notifier} права этого наблюдателя.`]),
        ];
      }
      const [sender, refuser] = kind === 'refused' ? [subscriber, notifier] : [notifier, subscriber];
      if (status === 489) {
        return [
          offered.length === 0
            ? `Включите ${name} на ${refuser} или отключите функцию в ${sender}.`
            : `Используйте пакет, который предлагает ${refuser} (${packages(offered)}), или включите там ${name}.`,
          'Сравните написание: имена пакетов событий чувствительны к регистру, а телефоны знают одну функцию под разными именами (dialog, presence, as-feature-event).',
        ];
      }
      if (status === 403 || status === 603)
        return [
          `Разрешите ${sender} подписываться на этого пользователя на ${refuser} (список наблюдателей, ACL, контекст).`,
        ];
      if (status === 404 || status === 410 || status === 604 || status === 485 || status === 484) {
        return [
          `Проверьте часть user в Request-URI: у ${refuser} под ней наблюдать нечего (клавиша BLF на номер без hint, ненастроенный почтовый ящик).`,
        ];
      }
      if (status === 405 || status === 501)
        return [
          `${refuser} не обслуживает подписки: отключите функцию в ${sender} или направьте её на сервер, который обслуживает.`,
        ];
      return [
        `Посмотрите в журнале ${refuser}, почему он ответил ${status}, и сравните с устройством, которое работает.`,
      ];
    },
    message: ({ kind, event, notifier, subscriber, status, phrase, reason, retryAfter }) => {
      const what = event === '' ? '' : ` на ${event}`;
      const answer = `${status}${phrase === '' ? '' : ` ${phrase}`}`;
      return {
        refused: `${notifier} отверг подписку от ${subscriber}${what}: ${answer}.`,
        'notify-refused': `${subscriber} отверг NOTIFY${event === '' ? '' : ` (${event})`} от ${notifier}: ${answer}.`,
        ended: `${notifier} завершил подписку от ${subscriber}${what}: ${reason}${retryAfter > 0 ? `, повторить через ${retryAfter} с` : ''}.`,
      }[kind];
    },
  } satisfies RuleWords<typeof subscriptionRejected>,
};
