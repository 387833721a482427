/** Rules on overload. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { overloadControlViolated } from '../../../rules/overload/overload-control-violated.ts';
import { NAME_LIMIT, type serverOverload503 } from '../../../rules/overload/server-overload-503.ts';
import { count, duration } from '../phrases.ts';

const LONGEST = 80;

function given({ reason, noRoom }: Pick<ArgsOf<typeof serverOverload503>, 'reason' | 'noRoom'>): string {
  return noRoom ? `нет места: ${reason}`.slice(0, LONGEST) : reason;
}

export const overload = {
  'overload-control-violated': {
    title: 'Несоблюдение контроля перегрузки',
    why: ({ kind }) =>
      kind === 'not-reduced'
        ? 'Сервер не выдерживает нагрузки, от которой просил его избавить, и все вызовы через него не удаются.'
        : 'Клиент, соблюдающий Retry-After, всё это время не отправляет ничего, и нагрузка колеблется между всем и ничем.',
    fix: ({ kind, client, server }) =>
      kind === 'not-reduced'
        ? [
            `Пусть ${client} отбрасывает или отправляет другим маршрутом ту долю новых запросов, о которой просит ${server}, пока не истечёт срок сообщения.`,
            `Если ${client} этого не умеет, он не должен объявлять «oc» в своём Via.`,
            'Если между ними стоит прокси, он должен изъять сообщение и сокращать нагрузку сам (RFC 7339 §5.1).',
          ]
        : [`Пусть ${server} отправляет 503 без Retry-After клиентам, которые не объявляют «oc».`],
    message: ({ kind, client, server, oc, before, during, over, refused }) =>
      kind === 'not-reduced'
        ? `${server} попросил ${client} отбрасывать ${oc} % запросов, но те шли со скоростью ${during} в секунду в течение ${duration(over)}; до этого было ${before}.`
        : `${server} применяет контроль перегрузки с другими, но отправил ${count(refused, 'ответ', 'ответа', 'ответов')} 503 с Retry-After клиентам, которые в нём не участвуют, последний раз ${client}.`,
    limits: ({ kind }) =>
      kind === 'not-reduced'
        ? 'Если в тот момент у клиента было больше вызовов, он мог отбросить часть и всё равно отправлять столько же.'
        : '',
  } satisfies RuleWords<typeof overloadControlViolated>,
  'server-overload-503': {
    title: 'Сервер, отказывающий кодом 503',
    why: ({ kind }) =>
      kind === 'one-target'
        ? 'Через этот сервер до этого направления не дозвониться никому.'
        : 'Вызывающие слышат отказ или ждут следующего маршрута, и каждая новая попытка увеличивает нагрузку.',
    fix: ({ kind, server, withRetryAfter, ...args }) => [
      ...(kind === 'reason'
        ? [
            `Исходите из указанной причины (${given(args)}): она говорит, чего не хватает — каналов, лицензий, шлюзов или маршрута.`,
          ]
        : []),
      ...(kind === 'one-target'
        ? [
            `Проверьте маршрут и шлюз этого направления на ${server}: прокси отвечает 503, когда все его шлюзы не работают или запрещены.`,
          ]
        : [
            `Смотрите ${server}: процессор, пределы каналов и лицензий, режим обслуживания и работают ли шлюзы за ним.`,
            'Пусть клиенты после 503 переключаются на другой сервер домена (DNS SRV, второй транк).',
          ]),
      ...(withRetryAfter > 0
        ? [
            'Retry-After выводит из работы весь сервер для каждого клиента, который его соблюдает: там, где умеют обе стороны, используйте контроль перегрузки (RFC 7339).',
          ]
        : []),
      'Прокси не должен передавать дальше 503 сервера за ним, а должен делать из него 500 (RFC 3261 §16.7).',
    ],
    message: ({ kind, server, refused, finals, over, targets, clients, ...args }) =>
      `${server} ответил 503 на ${refused} из ${count(finals, 'запроса', 'запросов', 'запросов')} за ${duration(over)}` +
      (kind === 'one-target'
        ? `, все к ${targets === 1 ? 'одной и той же цели' : `${targets} целям`}`
        : ` от ${count(clients, 'клиента', 'клиентов', 'клиентов')}${clients < NAME_LIMIT ? '' : ' или больше'}`) +
      (args.reason === '' ? '.' : `; указанная причина: «${given(args)}».`),
    limits: ({ reason }) =>
      reason === ''
        ? 'Почему сервер не может обслуживать (нагрузка, пределы, обслуживание, шлюзы за ним), из его ответов не видно.'
        : '',
  } satisfies RuleWords<typeof serverOverload503>,
};
