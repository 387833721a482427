/** Small pieces of text that are the same in every language. */
import { findStatus } from '../catalogue/statuses.ts';
import type { Args, Value } from '../model.ts';

/** `192.0.2.7:5060` without the port that everybody expects. */
export function address(name: Value): string {
  return String(name).replace(/:5060$/, '');
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
