/** Small pieces of Vietnamese that steps, verdicts and reports share. */
import type { Args, Value } from '../../model.ts';
import { durationIn } from '../duration.ts';

/** "180 ms", "1,2 giây", "3 phút 20 giây", "1 giờ 5 phút", "2 ngày"; "0 giây" where the clock is too coarse to tell. */
export const duration = durationIn({
  under: 'dưới 1 ms',
  ms: 'ms',
  s: 'giây',
  min: 'phút',
  h: 'giờ',
  days: (n) => `${n} ngày`,
  point: ',',
});

/** " sau 1,2 giây"; nothing where the clock of the trace does not tell. */
export function after(ms: Value | undefined): string {
  if (ms === undefined) return '';
  return Number(ms) < 0.5 ? ' ngay lập tức' : ` sau ${duration(ms)}`;
}

/** "3,4", "12": a number with one decimal where it has one. */
export function decimal(value: number): string {
  return String(Math.round(value * 10) / 10).replace('.', ',');
}

/** Vietnamese nouns have no plural: the number says it. */
export function count(n: Value, noun: string): string {
  return `${n} ${noun}`;
}

/** "1 lần", "4 lần". */
export function times(n: Value): string {
  return count(n, 'lần');
}

/** One word for one thing: who is called so in a sentence is called so over its lane too. */
export const roles = {
  caller: 'bên gọi',
  proxy: 'proxy',
  b2bua: 'B2BUA',
  sbc: 'SBC',
  registrar: 'máy chủ đăng ký',
  server: 'máy chủ',
  gateway: 'gateway',
  callee: 'bên được gọi',
} as const;

export function role(value: Value | undefined): string {
  return roles[String(value) as keyof typeof roles] ?? 'máy';
}

/** "proxy 192.0.2.5 (Kamailio 5.6)"; "proxy" once it was named. */
export function host(args: Args): string {
  if (args.named === true) return role(args.role);
  const product = args.product ? ` (${args.product})` : '';
  return `${role(args.role)} ${args.host}${product}`;
}

/** "a, b hoặc c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} hoặc ${words.at(-1)}`;
}

/** What may stand in one place; a text stays as it is. */
export function either(words: Value | undefined): string {
  return Array.isArray(words) ? listed(words.map(String)) : String(words ?? '');
}
