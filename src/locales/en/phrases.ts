/** Small pieces of English that steps, verdicts and reports share. */
import type { Args, Value } from '../../model.ts';

/** "180 ms", "1.2 s", "32 s", "3 min 20 s", "1 h 5 min". */
export function duration(ms: Value): string {
  const value = Number(ms);
  if (value < 1000) return `${Math.round(value)} ms`;
  const seconds = value / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(Math.round(seconds) / 60);
  if (minutes < 60) return joinUnits(`${minutes} min`, Math.round(seconds) % 60, 's');
  return joinUnits(`${Math.floor(minutes / 60)} h`, minutes % 60, 'min');
}

function joinUnits(large: string, small: number, unit: string): string {
  return small === 0 ? large : `${large} ${small} ${unit}`;
}

export function count(n: Value, one: string, many: string): string {
  return `${n} ${Number(n) === 1 ? one : many}`;
}

const roles: Readonly<Record<string, string>> = {
  caller: 'the caller',
  proxy: 'the proxy',
  callee: 'the far end',
};

/** "the proxy 192.0.2.5 (Kamailio 5.6)". */
export function host(args: Args): string {
  const product = args.product ? ` (${args.product})` : '';
  return `${roles[String(args.role)] ?? 'the host'} ${args.host}${product}`;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Sentences that are there, joined. */
export function sentences(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' ');
}
