/**
 * The language in which the program speaks to its user, in help and complaints. There is one user and one program, so it
 * is chosen once, before anything can go wrong, and not handed through every function that can complain.
 */
import type { CliWords, Complaints, DraftWords, HelpWords, ListWords } from '../locales/cli.ts';
import { cli } from '../locales/en/cli/index.ts';

let words: CliWords = cli;

export function speakIn(language: CliWords): void {
  words = language;
}

export function helpWords(): HelpWords {
  return words.help;
}

/** Titles of what is listed, where the language has its own. */
export function listWords(): ListWords {
  return words.lists;
}

/** Comments of a drafted file of expectations. */
export function draftWords(): DraftWords {
  return words.draft;
}

/** Sentences for standard error, without their ends. */
export function say(): Complaints {
  return words.complaints;
}
