/** Rules on transfer. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import { NOT_TAKEN, type transferFailed } from '../../../rules/transfer/transfer-failed.ts';
import { duration } from '../phrases.ts';

function refusalRemedy({ client, server, status }: ArgsOf<typeof transferFailed>): string {
  if (status === 481 || status === 404)
    return `Проверьте, куда ${client} отправил REFER: нужно на Contact вызова, с его тегами и Route.`;
  if (status === 420 || status === 400 || status === 416)
    return `Сравните Refer-To с тем, что принимает ${server}: URI sip в угловых скобках, Replaces экранирован.`;
  return `Разрешите REFER на ${server} (во многих продуктах: разрешить перевод) или отключите перевод через REFER в ${client}: транки часто запрещают его кодом ${status}.`;
}

export const transfer = {
  'transfer-failed': {
    title: 'Перевод вызова не удался',
    why: ({ kind }) =>
      ({
        refused: 'Пользователь нажал перевод, и ничего не произошло; оба остаются на месте, часто на удержании.',
        target:
          'Вызывающий не попадает к обещанному человеку и остаётся на удержании, пока кто-нибудь не вернёт вызов.',
        unreported:
          'Переводящий не может понять, получилось ли: телефон держит вызов или бросает вызывающего, который никуда не попал.',
        replaces: 'Вызывающий и цель остаются в двух вызовах, которые должны были стать одним.',
      })[kind],
    fix: (args) => {
      const { kind, client, server, target, status, attended } = args;
      const bridge = 'Пусть АТС или SBC между ними выполняет перевод сам (как B2BUA), а не передаёт REFER дальше.';
      return {
        refused: [refusalRemedy(args), bridge],
        target: NOT_TAKEN.includes(status)
          ? [
              'Верните вызывающего: цель достигнута, но вызова не приняла.',
              `Пусть ${client} сам возвращает первый вызов, когда NOTIFY сообщает о неудаче.`,
            ]
          : [
              ...(attended
                ? [
                    'Сравните Replaces в Refer-To с Call-ID и тегами второго вызова, как их знает его дальний конец: за B2BUA у каждого плеча свои.',
                  ]
                : []),
              `Проверьте, что ${server} может вызвать ${target === '' ? 'адрес из Refer-To' : target}: формат номера, домен и план набора действуют той стороны, которую переводят, а не той, которая переводит.`,
              bridge,
            ],
        unreported: [
          `Пусть ${server} сообщает через NOTIFY (Event: refer), как идёт новый вызов, или отвечает Refer-Sub: false.`,
          `Проверьте, что его NOTIFY может дойти до ${client}: он идёт на Contact из REFER.`,
        ],
        replaces: [
          `Сравните Call-ID и теги в Replaces (${target}) с вызовом, который должен уступить ${server}: to-tag — его собственный, а за B2BUA у каждого плеча другие.`,
          'Если тот вызов только что кончился, перевод опоздал: пусть телефон переводит, прежде чем завершить второй вызов.',
          bridge,
        ],
      }[kind];
    },
    message: ({ kind, client, server, status, phrase, target, attended, waited }) => {
      const answer = `${status}${phrase === '' ? '' : ` ${phrase}`}`;
      const where = target === '' ? '' : ` на ${target}`;
      const what = attended ? 'перевод с консультацией' : 'перевод';
      return {
        refused: `${server} отверг ${what}${where}, о котором ${client} попросил через REFER: ${answer}.`,
        target: `${attended ? 'Перевод с консультацией' : 'Перевод'}${where}, о котором ${client} попросил ${server}, не удался: его NOTIFY сообщает ${answer}.`,
        unreported: `${server} принял ${what}${where} кодом ${status} и за ${duration(waited)} не отправил о нём ${client} ни одного NOTIFY.`,
        replaces: `${server} отверг вызов, которым ${client} должен был заменить другой: ${answer}.`,
      }[kind];
    },
    limits: ({ kind }) =>
      kind === 'replaces'
        ? 'У вызова, который надо было заменить, другой Call-ID: если он захвачен, в этом отчёте он виден как другой вызов.'
        : kind === 'refused'
          ? ''
          : kind === 'target'
            ? 'У нового вызова обычно собственный Call-ID: если он захвачен, в этом отчёте он виден как другой вызов, с причиной неудачи.'
            : 'У нового вызова обычно собственный Call-ID, и в этом отчёте он виден как другой вызов: вполне возможно, что он удался.',
  } satisfies RuleWords<typeof transferFailed>,
};
