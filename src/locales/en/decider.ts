/** Who or what ended a call, as far as code, cause and timing tell (response-codes.md §6.1). */
import type { Args } from '../../model.ts';
import { tellingCause } from './reason.ts';

/** Timers that their length gives away, in ms (response-codes.md §6.1 item 4). */
export function timer(ms: unknown, ringing: boolean): string {
  const seconds = Number(ms) / 1000;
  const near = (wanted: number, margin: number) => seconds >= wanted - 0.5 && seconds <= wanted + margin;
  if (!ringing && near(30, 3))
    return 'That is about how long proxies wait for a next hop that does not answer (Kamailio 30 s, timer B 32 s).';
  if (near(120, 2)) return "No-answer timers often have this length (Kamailio's fr_inv_timer: 120 s).";
  return near(180, 5) ? 'That is the length of timer C in proxies (180 s).' : '';
}

/** Q.850 causes of routes, trunks and switches, in which no user has a part. */
const ofNetwork: ReadonlySet<number> = new Set([2, 3, 25, 27, 34, 38, 41, 42, 44, 46, 47, 58]);

/** Who or what decided, where code and timing tell (response-codes.md §6.1 items 3 and 4); nothing is better than a guess. */
export function decider(args: Args): string {
  const status = Number(args.status);
  const cause = tellingCause(args);
  if (cause !== undefined)
    return ofNetwork.has(cause.code) ? 'The cause shows that the network decided, not the user.' : '';
  if (args.insteadOf !== undefined || args.after === undefined) return '';
  if (status === 408 || status === 504) return timer(args.rang ?? args.after, args.rang !== undefined);
  if (args.rang !== undefined && (status === 486 || status === 603 || status === 607)) {
    const rang = Number(args.rang);
    if (rang < 500) return 'That fast after the first ringing, an app or a setting decided, not a person.';
    return rang >= 1_000 && rang <= 20_000 ? 'Somebody pressed reject, or an app did.' : '';
  }
  if (args.ringing === true || Number(args.after) >= 300) {
    return status >= 500 && status < 600 && args.ringing !== true ? timer(args.after, false) : '';
  }
  if (status === 603) return 'So fast and without ringing, a rule or a setting decided, not a person.';
  if (status === 480)
    return args.role === 'callee'
      ? 'So fast and without ringing, a setting of the device decided, not a person.'
      : 'So fast and without ringing, most likely no device was tried.';
  if (status === 403) return 'So fast, it was most likely a rule of this host itself.';
  return status >= 500 && status < 600 ? 'So fast, the fault lies most likely in this host itself, not behind it.' : '';
}
