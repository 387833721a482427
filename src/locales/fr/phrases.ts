/**
 * Small pieces of French that steps, verdicts and reports share. No no-break space stands anywhere: reports show it
 * escaped, so that the space before a colon is a plain one.
 */
import type { Args, Value } from '../../model.ts';
import { durationIn } from '../duration.ts';

/** "180 ms", "1,2 s", "32 s", "3 min 20 s", "1 h 5 min", "2 jours"; "0 s" where the clock is too coarse to tell. */
export const duration = durationIn({
  under: 'moins de 1 ms',
  ms: 'ms',
  s: 's',
  min: 'min',
  h: 'h',
  days: (n) => `${n} jours`,
  point: ',',
});

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

/** "a, b ou c". */
export function listed(words: readonly string[], conjunction: 'ou' | 'et' = 'ou'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** What may stand in one place; a text stays as it is. */
export function either(words: Value | undefined): string {
  return Array.isArray(words) ? listed(words.map(String)) : String(words ?? '');
}
