/** What a word of `sipsleuth explain` asks for. */
import { findCause } from '../catalogue/causes.ts';
import { findHeaderField, headerFields } from '../catalogue/header-fields.ts';
import { findMethod, methods } from '../catalogue/methods.ts';
import { findReasonProtocol, reasonProtocols } from '../catalogue/reason-protocols.ts';
import { findTimer, timers } from '../catalogue/timers.ts';
import { findWarning } from '../catalogue/warnings.ts';
import { canonicalName } from '../headers/names.ts';

export type Topic =
  | { readonly kind: 'status'; readonly code: number }
  | { readonly kind: 'comparison'; readonly a: number; readonly b: number }
  | { readonly kind: 'sequence'; readonly codes: readonly number[] }
  | { readonly kind: 'cause'; readonly code: number }
  | { readonly kind: 'warning'; readonly code: number }
  | { readonly kind: 'rule'; readonly id: string }
  | { readonly kind: 'method'; readonly name: string }
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: 'reason'; readonly name: string }
  | { readonly kind: 'timer'; readonly id: string };

/** Why a word was not understood; `key` for the locale, `near` what may have been meant. */
export interface Misunderstood {
  readonly key: 'status' | 'cause' | 'warning' | 'header' | 'reason' | 'timer' | 'word' | 'sequence';
  readonly word: string;
}

const SEQUENCE_LIMIT = 50;

function statusOf(word: string): number | undefined {
  const code = Number(word);
  return /^\d{3}$/.test(word) && code >= 100 && code <= 699 ? code : undefined;
}

/** What stands behind the colon of a word as `timer:B`; undefined when no kind of thing has that prefix. */
function prefixed(prefix: string, rest: string): Topic | Misunderstood | undefined {
  switch (prefix) {
    case 'header': {
      // Compact forms only here: a letter alone says nothing.
      const field = findHeaderField(canonicalName(rest));
      return field === undefined ? { key: 'header', word: rest } : { kind: 'header', name: field.name };
    }
    case 'reason': {
      const protocol = findReasonProtocol(rest);
      return protocol === undefined ? { key: 'reason', word: rest } : { kind: 'reason', name: protocol.name };
    }
    case 'timer': {
      const timer = findTimer(rest);
      return timer === undefined ? { key: 'timer', word: rest } : { kind: 'timer', id: timer.id };
    }
    default:
      return undefined;
  }
}

function single(word: string, rules: readonly string[]): Topic | Misunderstood {
  const [prefix, rest] = word.includes(':') ? word.toLowerCase().split(':', 2) : ['', ''];
  const named = prefixed(prefix, word.slice(word.indexOf(':') + 1));
  if (named !== undefined) return named;
  if (prefix === 'q850' || prefix === 'q.850') {
    const cause = /^\d{1,3}$/.test(rest) ? findCause(Number(rest)) : undefined;
    return cause === undefined ? { key: 'cause', word: rest } : { kind: 'cause', code: cause.code };
  }
  if (prefix === 'warning') {
    const warning = /^\d{3}$/.test(rest) ? findWarning(Number(rest)) : undefined;
    return warning === undefined ? { key: 'warning', word: rest } : { kind: 'warning', code: warning.code };
  }
  if (/^[\d]+$/.test(word)) {
    const code = statusOf(word);
    return code === undefined ? { key: 'status', word } : { kind: 'status', code };
  }
  if (/^[\d,\s>→-]+$/.test(word)) {
    const words = word.split(/[,\s>→-]+/).filter((part) => part !== '');
    const codes = words.map(statusOf);
    const bad = codes.indexOf(undefined);
    if (bad >= 0) return { key: 'status', word: words[bad] };
    if (codes.length === 0 || codes.length > SEQUENCE_LIMIT) return { key: 'sequence', word };
    return codes.length === 1
      ? { kind: 'status', code: codes[0] ?? 0 }
      : { kind: 'sequence', codes: codes as number[] };
  }
  if (rules.includes(word.toLowerCase())) return { kind: 'rule', id: word.toLowerCase() };
  const method = findMethod(word.toUpperCase());
  if (method !== undefined) return { kind: 'method', name: method.name };
  const field = findHeaderField(word);
  return field === undefined ? { key: 'word', word } : { kind: 'header', name: field.name };
}

/** Two codes are compared; anything else is explained word by word. */
export function lookUp(words: readonly string[], rules: readonly string[]): readonly (Topic | Misunderstood)[] {
  const topics = words.map((word) => single(word, rules));
  const [a, b] = topics;
  if (topics.length === 2 && 'kind' in a && 'kind' in b && a.kind === 'status' && b.kind === 'status') {
    return a.code === b.code ? [a] : [{ kind: 'comparison', a: a.code, b: b.code }];
  }
  return topics;
}

/** What `explain` accepts by name, for suggestions. */
export function knownWords(rules: readonly string[]): readonly string[] {
  return [
    ...rules,
    ...methods.map(({ name }) => name),
    ...headerFields.map(({ name }) => name),
    ...reasonProtocols.map(({ name }) => `reason:${name}`),
    ...timers.map(({ id }) => `timer:${id}`),
  ];
}
