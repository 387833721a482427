/** The words of a status code: of its own, or of its class where it is not registered; in a call's story as its facts want. */
import { findStatus, type StatusCode, statusClass } from '../../catalogue/statuses.ts';
import type { Args } from '../../model.ts';
import type { StatusText, UnregisteredText } from '../locale.ts';
import { statusClasses, statuses } from './statuses.ts';
import { storyWords } from './story.ts';
import { unregistered } from './unregistered.ts';

function generalWords(code: number): StatusText {
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

/** With `story`, the args of a step or verdict. */
export function wordsOf(code: number, story?: Args): StatusText {
  const words = generalWords(code);
  return story === undefined ? words : { ...words, ...storyWords(code, story) };
}
