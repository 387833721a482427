/** What one expectation asks of one call (or registration …), and the answer as data. */
import type { Args } from '../model.ts';
import type { Report, ReportMessage } from '../report.ts';

/** The sentences of the locales. */
export type CheckKey =
  | 'seen'
  | 'sequence'
  | 'timing-missing'
  | 'expires-missing'
  | 'header'
  | 'header-missing'
  | 'header-present'
  | 'header-cut'
  | 'message-missing'
  | 'sdp-missing'
  | 'sdp-present'
  | 'findings-clean'
  | 'finding-forbidden'
  | 'finding-required'
  | 'finding-not-allowed'
  | 'finding-above'
  | 'selected'
  | 'nothing-selected'
  | 'none-holds'
  | 'holds'
  | 'unlisted'
  | 'list-cut'
  | 'omitted';

export interface Check {
  /** As the file names it: `outcome`, `timings.setup`, `headers[0]`. */
  readonly what: string;
  readonly key: CheckKey;
  readonly args: Args;
  readonly pass: boolean;
  /** Numbers of the messages to look at. */
  readonly at: readonly number[];
}

/** What calls, registrations, subscriptions and transactions have in common. */
export interface Item {
  readonly id: number;
  readonly finalStatus: number;
  readonly messages: readonly ReportMessage[];
  readonly findings: readonly number[];
}

export type Probe<T extends Item = Item> = (item: T, report: Report) => readonly Check[];

/** Longer, what was seen is no help to a reader. */
const LONGEST = 300;

export function clipped(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

export function checkOf(what: string, key: CheckKey, args: Args, pass: boolean, at: readonly number[] = []): Check {
  return { what, key, args, pass, at };
}

/** `expected` and `seen` as text. */
export function seen(
  what: string,
  expected: string | readonly string[],
  value: string | number,
  pass: boolean,
  at: readonly number[] = [],
): Check {
  return checkOf(what, 'seen', { expected, seen: clipped(String(value)) }, pass, at);
}

export function listed<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as T];
}

/** What may stand in one place: a word, a list of several, of which each language makes "a, b or c", or '' for none. */
export function alternatives(words: readonly (string | number)[]): string | readonly string[] {
  return words.length < 2 ? String(words[0] ?? '') : words.map(String);
}

/** From so many on a list may have been cut: that of one registration, that of anything else (src/record). */
const LISTED = 2_000;
const LISTED_OF_REGISTRATION = 500;

/** Undefined when all messages of the item stand in the report; else the check that says why nothing can be said. */
export function unreadable(what: string, item: Item & { readonly messageCount?: number }): Check | undefined {
  const { length } = item.messages;
  if (length === 0) return checkOf(what, 'unlisted', {}, false);
  if (item.messageCount !== undefined) {
    if (length >= item.messageCount) return undefined;
    return checkOf(what, 'list-cut', { listed: length, total: item.messageCount }, false);
  }
  if (length < ('aor' in item ? LISTED_OF_REGISTRATION : LISTED)) return undefined;
  return checkOf(what, 'list-cut', { listed: length, total: '' }, false);
}
