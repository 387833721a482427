/** The language of what is written: `--lang`, else LC_ALL or LANG, else English. */
import { env } from 'node:process';
import { languages, localeOf } from '../locales/languages.ts';
import type { Locale } from '../locales/locale.ts';
import { oneOf } from './one-of.ts';

/** `fr` of `fr_FR.UTF-8` and of `fr-CA`. */
function tagOf(name: string): string {
  return name.split(/[_.@-]/)[0];
}

/** English for `C`, `POSIX`, and what is not known: nobody chose it for this program. */
function ofEnvironment(): string {
  const tag = tagOf(env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
  return languages.includes(tag) ? tag : 'en';
}

export async function languageOf(flag: string | undefined): Promise<Locale> {
  return await localeOf(flag === undefined ? ofEnvironment() : oneOf(tagOf(flag), languages, 'option', '--lang'));
}

/**
 * The same before the command line is read, for help and for what is wrong with it: the last `--lang` among the words,
 * wherever it stands.
 */
export function spokenLanguage(words: readonly string[]): string {
  const end = words.indexOf('--');
  const before = end < 0 ? words : words.slice(0, end);
  const given = before.flatMap((word, at) =>
    word === '--lang' ? [before[at + 1] ?? ''] : word.startsWith('--lang=') ? [word.slice('--lang='.length)] : [],
  );
  const tag = tagOf(given.at(-1) ?? '');
  return languages.includes(tag) ? tag : ofEnvironment();
}
