/** Small pieces of Vietnamese that steps, verdicts and reports share. */
import { findStatus } from '../../catalogue/statuses.ts';
import type { Args, Value } from '../../model.ts';

/** "180 ms", "1,2 giây", "3 phút 20 giây", "1 giờ 5 phút", "2 ngày"; "0 giây" where the clock is too coarse to tell. */
export function duration(ms: Value): string {
  const value = Math.max(0, Number(ms));
  if (value === 0) return '0 giây';
  if (value < 999.5) return value < 0.5 ? 'dưới 1 ms' : `${Math.round(value)} ms`;
  const seconds = value / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1).replace('.', ',')} giây`;
  if (seconds < 119.5) return `${Math.round(seconds)} giây`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return joinUnits(`${minutes} phút`, whole % 60, 'giây');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? joinUnits(`${hours} giờ`, minutes % 60, 'phút') : `${Math.round(hours / 24)} ngày`;
}

function joinUnits(large: string, small: number, unit: string): string {
  return small === 0 ? large : `${large} ${small} ${unit}`;
}

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

/** `192.0.2.7:5060` without the port that everybody expects. */
export function address(name: Value): string {
  return String(name).replace(/:5060$/, '');
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

/** "486 Busy Here", as the sender spelt it. */
export function named(args: Args): string {
  const phrase = args.phrase || (findStatus(Number(args.status))?.phrase ?? '');
  return phrase === '' ? String(args.status) : `${args.status} ${phrase}`;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Sentences that are there, joined. */
export function sentences(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' ');
}

/** "a, b hoặc c": what may stand in one place; a text stays as it is. */
export function either(words: Value | undefined): string {
  if (!Array.isArray(words)) return String(words ?? '');
  return `${words.slice(0, -1).join(', ')} hoặc ${words.at(-1)}`;
}
