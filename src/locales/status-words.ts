/** The words of any status code in one language: its own, or those of its class; in a call's story as its facts want. */
import { findStatus, type StatusCode, statusClass, type UnregisteredCode } from '../catalogue/statuses.ts';
import type { Locale, StatusText, UnregisteredText } from './locale.ts';
import { type InCallWords, wordsInCall } from './status-in-call.ts';

/** What a language brings: tables by code, and what a call's facts put in their place. */
export interface StatusWords {
  readonly statuses: Readonly<Record<StatusCode, StatusText>>;
  readonly unregistered: Readonly<Record<UnregisteredCode, UnregisteredText>>;
  /** By the hundreds of a code that nobody knows, 0 for what is none; `{code}` stands for its number. */
  readonly statusClasses: Readonly<Record<0 | 1 | 2 | 3 | 4 | 5 | 6, StatusText>>;
  readonly inCall: InCallWords;
}

function generalWords(code: number, { statuses, unregistered, statusClasses }: StatusWords): StatusText {
  const known = findStatus(code);
  if (known !== undefined) return statuses[known.code as StatusCode];
  const met = (unregistered as Readonly<Record<number, UnregisteredText | undefined>>)[code];
  if (met !== undefined) return met;
  const words = statusClasses[(statusClass(code) ?? 0) as keyof typeof statusClasses];
  const fill = (text: string) => text.replaceAll('{code}', String(code));
  return {
    description: fill(words.description),
    whenSeen: fill(words.whenSeen),
    howToFix: fill(words.howToFix),
    means: fill(words.means),
    useWhen: fill(words.useWhen),
  };
}

export function speakOfStatuses(words: StatusWords): Locale['status'] {
  return (code, story) => {
    const general = generalWords(code, words);
    return story === undefined ? general : { ...general, ...wordsInCall(code, story, words.inCall) };
  };
}
