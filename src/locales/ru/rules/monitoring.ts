/** Rules on monitoring. */
import type { RuleWords } from '../../../rules/define.ts';
import type { optionsPingFailing } from '../../../rules/monitoring/options-ping-failing.ts';
import { count, duration, later, plural } from '../phrases.ts';

export const monitoring = {
  'options-ping-failing': {
    title: 'Проверка запросами OPTIONS не проходит',
    why: ({ client, server }) =>
      `${client} считает ${server} неработающим и не отправляет ему вызовов или сообщает вызывающим об отказе.`,
    fix: ({ kind, client, server, status }) =>
      ({
        silent: [
          `Проверьте, что ${server} работает и слушает этот порт и транспорт и что между ними нет межсетевого экрана.`,
          `Проверьте, что ${server} принимает запросы от ${client}: многие молча отбрасывают неизвестные источники.`,
          'Если он за NAT, проверяйте чаще, чем NAT забывает привязку (25 с по UDP).',
        ],
        refused: [
          status === 503
            ? `Смотрите ${server}: кодом 503 он сообщает, что перегружен, на обслуживании или что не работают его шлюзы.`
            : `Смотрите за ${server}: кодом 408 он сообщает, что не отвечает следующий узел.`,
        ],
        'options-only': [
          `Пусть ${server} отвечает на OPTIONS от ${client}: на другие запросы он отвечает, неработающим его объявляет только проверка.`,
          `Или отключите проверку в ${client} (qualify, опрос в dispatcher, keep-alive транка).`,
        ],
      })[kind],
    message: ({ kind, client, server, pings, failed, inRow, downs, interval, down, recovered, status }) => {
      const what = {
        silent: plural(failed, 'остался без ответа', 'остались без ответа', 'остались без ответа'),
        refused: plural(failed, `получил ${status}`, `получили ${status}`, `получили ${status}`),
        'options-only': `${plural(failed, 'остался без ответа', 'остались без ответа', 'остались без ответа')}, хотя на другие запросы ответы были`,
      }[kind];
      const end = recovered ? `; ${later(down)} ${server} ответил снова` : '';
      const often = downs > 1 ? ` Неработающим он становился ${count(downs, 'раз', 'раза', 'раз')}.` : '';
      const row = inRow > 1 ? `${inRow} подряд` : 'по одному';
      return `${failed} из ${count(pings, 'проверочного', 'проверочных', 'проверочных')} OPTIONS от ${client} к ${server} (каждые ${duration(interval)}) ${what}, ${row}${end}.${often}`;
    },
    limits: ({ kind }) => (kind === 'refused' ? '' : 'Дошли ли проверочные запросы до сервера, здесь не видно.'),
  } satisfies RuleWords<typeof optionsPingFailing>,
};
