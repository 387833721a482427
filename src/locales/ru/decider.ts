/** Who or what ended a call, as far as code, cause and timing tell (response-codes.md §6.1). */
import type { Args } from '../../model.ts';
import { tellingCause } from './reason.ts';

/** Timers that their length gives away, in ms (response-codes.md §6.1 item 4). */
export function timer(ms: unknown, ringing: boolean): string {
  const seconds = Number(ms) / 1000;
  const near = (wanted: number, margin: number) => seconds >= wanted - 0.5 && seconds <= wanted + margin;
  if (!ringing && near(30, 3))
    return 'Примерно столько прокси ждут следующий узел, который не отвечает (Kamailio 30 с, таймер B 32 с).';
  if (near(120, 2)) return 'Такую длительность часто имеют таймеры неответа (fr_inv_timer в Kamailio: 120 с).';
  return near(180, 5) ? 'Такова длительность таймера C в прокси (180 с).' : '';
}

/** Q.850 causes of routes, trunks and switches, in which no user has a part. */
const ofNetwork: ReadonlySet<number> = new Set([2, 3, 25, 27, 34, 38, 41, 42, 44, 46, 47, 58]);

/** Who or what decided, where code and timing tell (response-codes.md §6.1 items 3 and 4); nothing is better than a guess. */
export function decider(args: Args): string {
  const status = Number(args.status);
  const cause = tellingCause(args);
  if (cause !== undefined) return ofNetwork.has(cause.code) ? 'Причина показывает, что решила сеть, а не абонент.' : '';
  if (args.insteadOf !== undefined || args.after === undefined) return '';
  if (status === 408 || status === 504) return timer(args.rang ?? args.after, args.rang !== undefined);
  if (args.rang !== undefined && (status === 486 || status === 603 || status === 607)) {
    const rang = Number(args.rang);
    if (rang < 500) return 'Так скоро после начала звонка решило приложение или настройка, а не человек.';
    return rang >= 1_000 && rang <= 20_000 ? 'Кто-то нажал кнопку отклонения, или это сделало приложение.' : '';
  }
  if (args.ringing === true || Number(args.after) >= 300) {
    return status >= 500 && status < 600 && args.ringing !== true ? timer(args.after, false) : '';
  }
  if (status === 603) return 'Так быстро и без звонка решило правило или настройка, а не человек.';
  if (status === 480)
    return args.role === 'callee'
      ? 'Так быстро и без звонка решила настройка устройства, а не человек.'
      : 'Так быстро и без звонка: скорее всего, ни одно устройство не пробовали.';
  if (status === 403) return 'Так быстро: скорее всего, сработало правило самого этого узла.';
  return status >= 500 && status < 600 ? 'Так быстро: скорее всего, неисправность в самом этом узле, а не за ним.' : '';
}
