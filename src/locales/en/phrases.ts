/** Small pieces of English that steps, verdicts and reports share. */
import type { Args, Value } from '../../model.ts';
import { durationIn } from '../duration.ts';

/** "180 ms", "1.2 s", "32 s", "3 min 20 s", "1 h 5 min", "2 days"; "0 s" where the clock is too coarse to tell. */
export const duration = durationIn({
  under: 'under 1 ms',
  ms: 'ms',
  s: 's',
  min: 'min',
  h: 'h',
  days: (n) => `${n} days`,
  point: '.',
});

/** " after 1.2 s"; nothing where the clock of the trace does not tell. */
export function after(ms: Value | undefined): string {
  if (ms === undefined) return '';
  return Number(ms) < 0.5 ? ' at once' : ` after ${duration(ms)}`;
}

export function count(n: Value, one: string, many: string): string {
  return `${n} ${Number(n) === 1 ? one : many}`;
}

/** "once", "twice", "4 times". */
export function times(n: Value): string {
  return Number(n) === 1 ? 'once' : Number(n) === 2 ? 'twice' : `${n} times`;
}

/** One word for one thing: who is called so in a sentence is called so over its lane too. */
export const roles = {
  caller: 'caller',
  proxy: 'proxy',
  b2bua: 'B2BUA',
  sbc: 'SBC',
  registrar: 'registrar',
  server: 'server',
  gateway: 'gateway',
  callee: 'callee',
} as const;

export function role(value: Value | undefined): string {
  return `the ${roles[String(value) as keyof typeof roles] ?? 'host'}`;
}

/** "the proxy 192.0.2.5 (Kamailio 5.6)"; "the proxy" once it was named. */
export function host(args: Args): string {
  if (args.named === true) return role(args.role);
  const product = args.product ? ` (${args.product})` : '';
  return `${role(args.role)} ${args.host}${product}`;
}

/** "a, b or c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** What may stand in one place; a text stays as it is. */
export function either(words: Value | undefined): string {
  return Array.isArray(words) ? listed(words.map(String)) : String(words ?? '');
}
