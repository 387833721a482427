/** Who or what ended a call, in words (`explain/decision.ts` decides). */
import type { Decision } from '../../explain/decision.ts';
import type { Args } from '../../model.ts';
import { duration } from './phrases.ts';

const decisions: Readonly<Record<Decision, (args: Args) => string>> = {
  network: () => 'Причина показывает, что решила сеть, а не абонент.',
  'network-fast': () => 'Меньше чем через секунду после первого признака хода вызова решила сеть, а не человек.',
  expires: ({ expires }) => `Ровно столько допускал INVITE (Expires: ${duration(Number(expires) * 1000)}).`,
  'hop-timer': () => 'Примерно столько прокси ждут следующий узел, который не отвечает (Kamailio 30 с, таймер B 32 с).',
  'no-answer-timer': () => 'Такая круглая длительность звонка указывает на таймер неответа, а не на человека.',
  'no-answer-120': () => 'Такую длительность часто имеют таймеры неответа (fr_inv_timer в Kamailio: 120 с).',
  'timer-c': () => 'Такова длительность таймера C в прокси (180 с).',
  person: () => 'Кто-то нажал кнопку отклонения, или это сделало приложение.',
  app: () => 'Так скоро после начала звонка решило приложение или настройка, а не человек.',
  rule: () => 'Так быстро и без звонка решило правило или настройка, а не человек.',
  'device-setting': () => 'Так быстро и без звонка решила настройка устройства, а не человек.',
  'no-device': () => 'Так быстро и без звонка: скорее всего, ни одно устройство не пробовали.',
  'own-rule': () => 'Так быстро: скорее всего, сработало правило самого этого узла.',
  'own-fault': () => 'Так быстро: скорее всего, неисправность в самом этом узле, а не за ним.',
};

/** One sentence, or nothing where code and timing leave it open. */
export function decider(args: Args): string {
  return decisions[String(args.decision) as Decision]?.(args) ?? '';
}
