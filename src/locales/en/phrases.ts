/** Small pieces of English that steps, verdicts and reports share. */
import { findStatus } from '../../catalogue/statuses.ts';
import type { Args, Value } from '../../model.ts';

/** "180 ms", "1.2 s", "32 s", "3 min 20 s", "1 h 5 min", "2 days"; "0 s" where the clock is too coarse to tell. */
export function duration(ms: Value): string {
  const value = Math.max(0, Number(ms));
  if (value === 0) return '0 s';
  if (value < 999.5) return value < 0.5 ? 'under 1 ms' : `${Math.round(value)} ms`;
  const seconds = value / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 119.5) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return joinUnits(`${minutes} min`, whole % 60, 's');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? joinUnits(`${hours} h`, minutes % 60, 'min') : `${Math.round(hours / 24)} days`;
}

function joinUnits(large: string, small: number, unit: string): string {
  return small === 0 ? large : `${large} ${small} ${unit}`;
}

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

/** `192.0.2.7:5060` without the port that everybody expects. */
export function address(name: Value): string {
  return String(name).replace(/:5060$/, '');
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

/** "a, b or c": what may stand in one place; a text stays as it is. */
export function either(words: Value | undefined): string {
  if (!Array.isArray(words)) return String(words ?? '');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
