/** The list of languages; a language exists when it stands here. */
import type { CliWords } from './cli.ts';
import { cli } from './en/cli/index.ts';
import { en } from './en/index.ts';
import type { Locale } from './locale.ts';

/** Each is loaded when it is asked for: nobody reads all of them. English is the one to fall back to. */
const loaders: Readonly<Record<string, () => Locale | Promise<Locale>>> = {
  en: () => en,
  fr: async () => (await import('./fr/index.ts')).fr,
  vi: async () => (await import('./vi/index.ts')).vi,
  ru: async () => (await import('./ru/index.ts')).ru,
};

/** Tags (BCP 47), English first. */
export const languages: readonly string[] = Object.keys(loaders);

/** English for a tag that is not in the list. */
export async function localeOf(tag: string): Promise<Locale> {
  return await (loaders[tag] ?? loaders.en)();
}

const cliLoaders: Readonly<Record<string, () => CliWords | Promise<CliWords>>> = {
  en: () => cli,
  fr: async () => (await import('./fr/cli/index.ts')).cli,
  vi: async () => (await import('./vi/cli/index.ts')).cli,
  ru: async () => (await import('./ru/cli/index.ts')).cli,
};

/** What the command line says, apart from the reports: a help text needs no catalogue. */
export async function cliWordsOf(tag: string): Promise<CliWords> {
  return await (cliLoaders[tag] ?? cliLoaders.en)();
}
