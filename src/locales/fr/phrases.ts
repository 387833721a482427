/**
 * Small pieces of French that steps, verdicts and reports share. No no-break space stands anywhere: reports show it
 * escaped, so that the space before a colon is a plain one.
 */
import { findStatus } from '../../catalogue/statuses.ts';
import type { Args, Value } from '../../model.ts';

/** "180 ms", "1,2 s", "32 s", "3 min 20 s", "1 h 5 min", "2 jours"; "0 s" where the clock is too coarse to tell. */
export function duration(ms: Value): string {
  const value = Math.max(0, Number(ms));
  if (value === 0) return '0 s';
  if (value < 999.5) return value < 0.5 ? 'moins de 1 ms' : `${Math.round(value)} ms`;
  const seconds = value / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1).replace('.', ',')} s`;
  if (seconds < 119.5) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return joinUnits(`${minutes} min`, whole % 60, 's');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? joinUnits(`${hours} h`, minutes % 60, 'min') : `${Math.round(hours / 24)} jours`;
}

function joinUnits(large: string, small: number, unit: string): string {
  return small === 0 ? large : `${large} ${small} ${unit}`;
}

/** " après 1,2 s"; nothing where the clock of the trace does not tell. */
export function after(ms: Value | undefined): string {
  if (ms === undefined) return '';
  return Number(ms) < 0.5 ? ' aussitôt' : ` après ${duration(ms)}`;
}

/** "3,4", "12": a number with one decimal where it has one. */
export function decimal(value: number): string {
  return String(Math.round(value * 10) / 10).replace('.', ',');
}

/** French counts 0 and 1 as one, and everything from 2 on as many. */
export function plural<Text>(n: Value, one: Text, many: Text): Text {
  return Math.abs(Number(n)) < 2 ? one : many;
}

export function count(n: Value, one: string, many: string): string {
  return `${n} ${plural(n, one, many)}`;
}

/** "une fois", "deux fois", "4 fois". */
export function times(n: Value): string {
  return Number(n) === 1 ? 'une fois' : Number(n) === 2 ? 'deux fois' : `${n} fois`;
}

/** `192.0.2.7:5060` without the port that everybody expects. */
export function address(name: Value): string {
  return String(name).replace(/:5060$/, '');
}

/** One word for one thing: who is called so in a sentence is called so over its lane too. */
export const roles = {
  caller: 'appelant',
  proxy: 'proxy',
  b2bua: 'B2BUA',
  sbc: 'SBC',
  registrar: 'registrar',
  server: 'serveur',
  gateway: 'passerelle',
  callee: 'appelé',
} as const;

function noun(value: Value | undefined): string {
  return roles[String(value) as keyof typeof roles] ?? 'hôte';
}

const elided = /^[aeiouhéèê]/i;

/** Of a masculine noun: "le BYE", "l’INVITE". */
export function the(word: string): string {
  return elided.test(word) ? `l’${word}` : `le ${word}`;
}

/** Of a noun with its article: "du BYE", "de l’INVITE", "des tags", "d’un tag". */
export function of(phrase: string): string {
  if (phrase.startsWith('le ')) return `du ${phrase.slice(3)}`;
  if (phrase.startsWith('les ')) return `des ${phrase.slice(4)}`;
  return elided.test(phrase) ? `d’${phrase}` : `de ${phrase}`;
}

/** Of a noun with its article: "au BYE", "à l’INVITE". */
export function to(phrase: string): string {
  return phrase.startsWith('le ') ? `au ${phrase.slice(3)}` : `à ${phrase}`;
}

/** "le proxy", "la passerelle", "l’appelé". */
export function role(value: Value | undefined): string {
  const word = noun(value);
  return word === roles.gateway ? `la ${word}` : the(word);
}

function identity(args: Args, name: string): string {
  if (args.named === true) return name;
  const product = args.product ? ` (${args.product})` : '';
  return `${name} ${args.host}${product}`;
}

/** "le proxy 192.0.2.5 (Kamailio 5.6)"; "le proxy" once it was named. */
export function host(args: Args): string {
  return identity(args, role(args.role));
}

/** "du proxy 192.0.2.5 (Kamailio 5.6)". */
export function ofHost(args: Args): string {
  return identity(args, of(role(args.role)));
}

/** "486 Busy Here", as the sender spelt it. */
export function named(args: Args): string {
  const phrase = args.phrase || (findStatus(Number(args.status))?.phrase ?? '');
  return phrase === '' ? String(args.status) : `${args.status} ${phrase}`;
}

/** "1, 2 ou 3". */
export function listed(words: readonly string[], conjunction = 'ou'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words[words.length - 1]}`;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Sentences that are there, joined. */
export function sentences(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' ');
}

/** "a, b ou c": what may stand in one place; a text stays as it is. */
export function either(words: Value | undefined): string {
  if (!Array.isArray(words)) return String(words ?? '');
  return `${words.slice(0, -1).join(', ')} ou ${words.at(-1)}`;
}
