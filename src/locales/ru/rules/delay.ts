/** Rules on delay. */
import { clip } from '../../../rules/clip.ts';
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { postDialDelayHigh } from '../../../rules/delay/post-dial-delay-high.ts';
import type { tryingLate } from '../../../rules/delay/trying-late.ts';
import { duration, later, times } from '../phrases.ts';

type Dialled = ArgsOf<typeof postDialDelayHigh>;

function partName({ kind, host, ms, status, line }: Dialled['parts'][number]): string {
  const time = duration(ms);
  const result = line === '' ? (status === 0 ? 'без ответа' : 'ничего, кроме 100') : line;
  return {
    try: `${time} на ${host} (${result})`,
    challenge: `${time} на запрос аутентификации от ${host}`,
    'first-response': `${time} до ${status} от ${host}`,
    sign: `${time} до ${status}`,
  }[kind];
}

function split({ parts, more }: Dialled): string {
  return parts.map((part) => clip(partName(part))).join(', ') + (more > 0 ? ' и другое' : '');
}

export const delay = {
  'post-dial-delay-high': {
    title: 'Долгая тишина после набора',
    why: () =>
      'Вызывающие принимают тишину за неработающую линию: через несколько секунд они кладут трубку и набирают снова.',
    fix: ({ most, slow }) =>
      ({
        tries: [
          `Уберите ${slow} из маршрута или проверяйте его запросами OPTIONS, чтобы ни один вызов его не ждал.`,
          'Сократите время, после которого пробуется следующий маршрут: 2–5 с без ответа достаточно.',
        ],
        trying: [
          `Выясните, что ${slow} делает до первого ответа: DNS, ENUM, запрос к базе данных или HTTP; сначала он должен отправлять 100.`,
          'Если INVITE отправлялся больше одного раза, ищите потери на пути к этому узлу.',
        ],
        challenge: [
          `Пусть вызывающий сразу отправляет учётные данные или отвечает на запрос аутентификации от ${slow}, не спрашивая пользователя.`,
        ],
        beyond: [
          `Захватывайте за ${slow}: чего он ждёт, здесь не видно. Столько длятся обращения к неработающим шлюзам первого выбора, запросы номера и пейджинг мобильных телефонов.`,
          'Если медленны лишь некоторые направления, мобильные или зарубежные, это время нужно их сети.',
          'Пусть этот сервер отправляет 183 с тоном или ранний 180, если сократить тишину нельзя.',
        ],
      })[most],
    message: (args) =>
      `${args.client} ничего не слышал ${duration(args.delay)} после набора, до ${args.sign}: ${split(args)}.`,
    limits: ({ most }) =>
      most === 'beyond'
        ? 'Телефонным и мобильным сетям может требоваться несколько секунд и без неисправностей; измерено там, где сделан захват.'
        : 'Измерено там, где сделан захват.',
  } satisfies RuleWords<typeof postDialDelayHigh>,
  'trying-late': {
    title: 'Сервер опаздывает с первым ответом',
    why: () =>
      'Сервер, у которого за 200 мс нет другого ответа, обязан отправить 100. Без него вызывающий повторяет INVITE через 500 мс, затем с удвоением интервала: ещё больше работы серверу, который и так медленный.',
    fix: ({ server }) => [
      `Пусть ${server} отправляет 100 до маршрутизации вызова (в начале сценария: t_newtran в OpenSIPS, t_newtran и затем t_reply с 100 в Kamailio).`,
      'Выясните, что блокирует его рабочие процессы: база данных, LDAP, DNS или запрос HTTP в сценарии маршрутизации либо их нехватка.',
      'Если в это время медленны все его ответы, смотрите загрузку процессора и нагрузку.',
    ],
    message: ({ server, status, after, client, copies, atLeast, roundTrip }) =>
      `${server} дал первый ответ (${status}) ${later(after)} после INVITE от ${client}, который к тому времени был отправлен ${times(copies)}; ` +
      `даже если дошла только последняя копия, это заняло ${duration(atLeast)}, не считая ${duration(roundTrip)} на путь туда и обратно.`,
    limits: () => 'Время на путь туда и обратно взято из другой транзакции этого вызова, а не из этой.',
  } satisfies RuleWords<typeof tryingLate>,
};
