/** The language of what is written: `--lang`, else LC_ALL or LANG, else English. */
import { env } from 'node:process';
import { languages, localeOf } from '../locales/languages.ts';
import type { Locale } from '../locales/locale.ts';
import { oneOf } from './one-of.ts';

/** `fr` of `fr_FR.UTF-8`; English for `C`, `POSIX`, and what is not known: nobody chose it for this program. */
function ofEnvironment(): string {
  const [tag] = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').split(/[_.@-]/);
  return languages.includes(tag) ? tag : 'en';
}

export async function languageOf(flag: string | undefined): Promise<Locale> {
  return await localeOf(flag === undefined ? ofEnvironment() : oneOf(flag.split(/[_-]/)[0], languages, '--lang'));
}
