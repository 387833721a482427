/** Small pieces of Russian that steps, verdicts and reports share. */
import type { Args, Value } from '../../model.ts';
import { durationIn } from '../duration.ts';

/** A number with a decimal comma. */
export function decimal(value: number, digits: number): string {
  return value.toFixed(digits).replace('.', ',');
}

/** "180 мс", "1,2 с", "32 с", "3 мин 20 с", "1 ч 5 мин", "2 сут"; "0 с" where the clock is too coarse to tell. */
export const duration = durationIn({
  under: 'менее 1 мс',
  ms: 'мс',
  s: 'с',
  min: 'мин',
  h: 'ч',
  days: (n) => `${n} сут`,
  point: ',',
});

/** " через 1,2 с"; nothing where the clock of the trace does not tell. */
export function after(ms: Value | undefined): string {
  if (ms === undefined) return '';
  return Number(ms) < 0.5 ? ' сразу' : ` ${later(ms)}`;
}

/** "через 1,2 с", behind a verb. */
export function later(ms: Value): string {
  const value = Number(ms);
  return value > 0 && value < 0.5 ? 'менее чем через 1 мс' : `через ${duration(value)}`;
}

/** The form that goes with a number: 1 вызов, 2 вызова, 5 вызовов, 21 вызов. */
export function plural(n: Value, one: string, few: string, many: string): string {
  const whole = Math.abs(Number(n));
  if (!Number.isInteger(whole)) return few;
  const tens = whole % 100;
  const ones = whole % 10;
  if (ones === 1 && tens !== 11) return one;
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? few : many;
}

export function count(n: Value, one: string, few: string, many: string): string {
  return `${n} ${plural(n, one, few, many)}`;
}

/** "один раз", "дважды", "4 раза". */
export function times(n: Value): string {
  return Number(n) === 1 ? 'один раз' : Number(n) === 2 ? 'дважды' : count(n, 'раз', 'раза', 'раз');
}

/** One word for one thing: who is called so in a sentence is called so over its lane too. All of them are masculine. */
export const roles = {
  caller: 'вызывающий',
  proxy: 'прокси',
  b2bua: 'B2BUA',
  sbc: 'SBC',
  registrar: 'регистратор',
  server: 'сервер',
  gateway: 'шлюз',
  callee: 'вызываемый',
} as const;

/** Nominative, genitive, dative and instrumental. */
export type Case = 'nom' | 'gen' | 'dat' | 'ins';

const declined: Readonly<Record<string, Readonly<Record<Case, string>>>> = {
  caller: { nom: roles.caller, gen: 'вызывающего', dat: 'вызывающему', ins: 'вызывающим' },
  registrar: { nom: roles.registrar, gen: 'регистратора', dat: 'регистратору', ins: 'регистратором' },
  server: { nom: roles.server, gen: 'сервера', dat: 'серверу', ins: 'сервером' },
  gateway: { nom: roles.gateway, gen: 'шлюза', dat: 'шлюзу', ins: 'шлюзом' },
  callee: { nom: roles.callee, gen: 'вызываемого', dat: 'вызываемому', ins: 'вызываемым' },
  host: { nom: 'узел', gen: 'узла', dat: 'узлу', ins: 'узлом' },
};

export function role(value: Value | undefined, form: Case = 'nom'): string {
  const known = roles[String(value) as keyof typeof roles];
  return (known === undefined ? declined.host : declined[String(value)])?.[form] ?? known;
}

/** "прокси 192.0.2.5 (Kamailio 5.6)"; "прокси" once it was named. */
export function host(args: Args, form: Case = 'nom'): string {
  if (args.named === true) return role(args.role, form);
  const product = args.product ? ` (${args.product})` : '';
  return `${role(args.role, form)} ${args.host}${product}`;
}

/** "a, b или c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} или ${words.at(-1)}`;
}

/** What may stand in one place; a text stays as it is. */
export function either(words: Value | undefined): string {
  return Array.isArray(words) ? listed(words.map(String)) : String(words ?? '');
}
