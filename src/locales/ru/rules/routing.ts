/** Rules on routing. */
import { clip } from '../../../rules/clip.ts';
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { forwardLoop } from '../../../rules/routing/forward-loop.ts';
import type { globalFailureNotHonoured } from '../../../rules/routing/global-failure-not-honoured.ts';
import type { loopDetected } from '../../../rules/routing/loop-detected.ts';
import type { redirectNotFollowed } from '../../../rules/routing/redirect-not-followed.ts';
import { MAX_BREADTH, type tooManyHops } from '../../../rules/routing/too-many-hops.ts';
import { count, duration, later } from '../phrases.ts';

function chainOf({ chain, more }: Pick<ArgsOf<typeof forwardLoop>, 'chain' | 'more'>): string {
  return chain.join(', затем ') + (more > 0 ? ' и далее' : '');
}

export const routing = {
  'forward-loop': {
    title: 'Переадресация, которая ведёт обратно',
    why: ({ kind }) =>
      kind === 'long'
        ? 'Каждая переадресация стоит времени и, возможно, денег, а большинство сетей обрывает цепочку на пяти.'
        : 'Вызов ходит от одного к другому, пока его не оборвёт сеть; ответить не может никто.',
    fix: (args) => [
      args.kind === 'long'
        ? `Посмотрите переадресацию каждого участника по очереди (${chainOf(args)}) и переадресуйте сразу на последнего.`
        : `Уберите одну из переадресаций этого круга: ${chainOf(args)}.`,
      'Ищите правила follow-me или групп, содержащие самого пользователя, а также АТС и оператора, переадресующих друг на друга.',
      'Задайте на АТС или SBC предел в пять переадресаций.',
    ],
    message: (args) =>
      ({
        circle: `${args.field} в INVITE от ${args.host} дважды называет ${args.party} в одной цепочке переадресации: ${chainOf(args)}.`,
        redirected: `${args.host} перенаправил вызов на ${args.party}, которого уже вызывали: ${chainOf(args)}.`,
        long: `Вызов от ${args.host} был переадресован ${count(args.count, 'раз', 'раза', 'раз')}, судя по его ${args.field}: ${chainOf(args)}.`,
      })[args.kind],
    limits: ({ kind }) =>
      kind === 'circle'
        ? 'Участник, переадресующий по времени или по вызывающему, может быть назван дважды не без причины.'
        : '',
  } satisfies RuleWords<typeof forwardLoop>,
  'global-failure-not-honoured': {
    title: 'Ответ 6xx, который не прекратил поиск',
    why: ({ kind }) =>
      kind === 'lower-class'
        ? 'Вызывающему сообщают меньше, чем сказал вызываемый, и его сторона может пробовать снова там, где вызова никто не хочет.'
        : 'Вызываемый отклонил вызов для всех устройств, но другие устройства всё равно звонят.',
    fix: ({ client, refuser, status }) => [
      `Если дальше вызывать нельзя, пусть ${client} соблюдает 6xx: отменяет остальные ветви и не начинает новых (в Kamailio disable_6xx_block модуля tm остаётся выключенным).`,
      `Если поиск должен продолжаться, пусть ${refuser} отвечает 4xx (486 — занято, 480 — отказ) или преобразуйте его ${status} на границе.`,
    ],
    message: ({ refuser, status, client, kind, other, after, chosen }) =>
      `${refuser} отклонил вызов для всех целей кодом ${status}, а ${client} ` +
      {
        'new-branch': `${later(after)} вызвал ${other}.`,
        'still-ringing': `оставил ${other} звонить ещё ${duration(after)}.`,
        'lower-class': `передал вместо этого ${chosen} от ${other}.`,
      }[kind],
    limits: ({ kind }) =>
      kind === 'lower-class' ? '' : 'Продолжение поиска после 6xx может быть правилом этого узла.',
  } satisfies RuleWords<typeof globalFailureNotHonoured>,
  'loop-detected': {
    title: 'Запрос, который ходит по кругу',
    why: ({ kind }) =>
      kind === 'merged'
        ? 'Одна копия вызова отклонена; другая продолжается, так что пользователи ничего не замечают.'
        : 'Вызов не может достичь никого, и каждый такой вызов стоит каждому серверу десятков запросов.',
    fix: ({ kind, client, server, target }) =>
      kind === 'merged'
        ? [
            `Пусть ${client} или прокси перед ним отправляет вызов только одним путём, если к ${server} ведут два.`,
            'Так же выглядит таймер, слишком рано переходящий на следующий сервер: ждите дольше до переключения.',
          ]
        : [
            `Объявите домен или номер из ${clip(target)} местным на ${server} (псевдоним, список доменов, план набора): он отправляет вызов прочь, потому что не считает его своим.`,
            `Ищите маршруты по умолчанию на ${client} и ${server}, указывающие друг на друга, и переадресацию, ведущую обратно.`,
            'Пусть прокси проверяют петли (RFC 5393), а запросы отправляются с Max-Forwards 70.',
          ],
    message: ({ kind, target, client, server, passes, round }) =>
      ({
        circle: `INVITE к ${target} прошёл от ${client} к ${server} ${count(passes, 'раз', 'раза', 'раз')} с интервалом ${duration(round)}, каждый раз с той же целью.`,
        said: `${server} отверг INVITE от ${client} к ${target} кодом 482: этот запрос он уже видел.`,
        merged: `${server} отверг вторую копию INVITE к ${target} кодом 482: первую он получил другим путём.`,
      })[kind],
    limits: ({ kind }) => (kind === 'said' ? 'Участков, по которым запрос сделал круг, в этой трассировке нет.' : ''),
  } satisfies RuleWords<typeof loopDetected>,
  'redirect-not-followed': {
    title: 'Перенаправление, которому не последовали',
    why: () =>
      'Вызов не удаётся, хотя цель известна: переадресация, которая работает для одних вызывающих, для этого не работает.',
    fix: ({ kind, client, server, status }) => [
      ...(kind === 'ignored'
        ? [
            `Пусть ${client} следует перенаправлениям (многие АТС и транки по умолчанию это запрещают) или пусть это делает его прокси.`,
            `Или пусть ${server} сам переадресует вызов новым INVITE с Diversion или History-Info.`,
          ]
        : [
            `Пусть ${server} указывает новый адрес в Contact своего ${status}; следовать вызывающему сейчас не за чем.`,
          ]),
      `Если ${server} вообще не должен перенаправлять, ищите в нём настройку переадресации или перегрузки.`,
    ],
    message: ({ kind, server, target, status, client, waited }) =>
      ({
        ignored: `${server} перенаправил вызов на ${target} кодом ${status}, а ${client} за ${duration(waited)} туда не позвонил.`,
        'no-target': `${server} перенаправил вызов кодом ${status}, но не указал Contact, и вызов на этом кончился.`,
        'same-target': `${server} перенаправил вызов кодом ${status} на ${target}, тот самый вызванный адрес, и вызов на этом кончился.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'ignored' ? 'Вызывающий, следующий с новым Call-ID, в этом отчёте виден как другой вызов.' : '',
  } satisfies RuleWords<typeof redirectNotFollowed>,
  'too-many-hops': {
    title: 'Запрос, у которого кончаются пересылки',
    why: ({ kind }) =>
      kind === 'refused' || kind === 'breadth'
        ? 'Запрос гибнет в пути; никого так и не спросили.'
        : 'Ещё несколько узлов на пути, например переадресация, и вызов будет отклонён кодом 483.',
    fix: ({ kind, hops, client, server, left }) =>
      ({
        refused: [
          hops > 10
            ? 'Ищите круг: список Via этого запроса показывает, какие узлы повторяются.'
            : `Пусть вызывающий отправляет Max-Forwards 70: этот запрос прошёл всего ${count(hops, 'узел', 'узла', 'узлов')}.`,
          `Ищите маршруты, указывающие назад, прежде всего на ${client} и ${server}.`,
        ],
        breadth: [
          `Вызывайте меньше целей одновременно: запрос можно разветвить всего на ${MAX_BREADTH}, если Max-Breadth не разрешает больше.`,
          'Ищите группы, содержащие друг друга.',
        ],
        low: [
          `Выясните, куда ушли пересылки: к ${server} запрос пришёл с остатком ${left} и ${count(hops, 'узлом', 'узлами', 'узлами')} в списке Via.`,
          'Пусть устройство, начинающее вызов, или B2BUA перед этим плечом отправляет Max-Forwards 70.',
        ],
        first: [
          `Пусть ${client} отправляет Max-Forwards 70, рекомендуемое значение.`,
          'Если он продолжает счёт другого плеча, посмотрите, как началось оно.',
        ],
      })[kind],
    message: ({ kind, server, method, client, hops, left }) =>
      ({
        refused: `${server} отверг ${method} от ${client} кодом 483: после ${count(hops, 'пересылки', 'пересылок', 'пересылок')} не осталось ни одной.`,
        breadth: `${server} отверг ${method} от ${client} кодом 440: он разветвлён на слишком много целей.`,
        low: `У ${method} от ${client} к ${server} остаётся пересылок: ${left}.`,
        first: `${client} отправляет свой ${method} с Max-Forwards ${left}; обычно 70.`,
      })[kind],
  } satisfies RuleWords<typeof tooManyHops>,
};
