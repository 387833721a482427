/** Which language the page speaks. */
import { remembered } from '../settings.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';
import { vi } from './vi.ts';
import type { Words } from './words.ts';

export const languages: readonly Words[] = [en, fr, vi, ru];

/** What was chosen before, else what the browser asks for, else the language of the report. */
export function preferredWords(reportLanguage: string): Words {
  const wanted = [remembered('language') ?? '', ...navigator.languages, reportLanguage];
  for (const tag of wanted) {
    const found = languages.find((one) => one.tag === tag.toLowerCase().split('-')[0]);
    if (found !== undefined) return found;
  }
  return en;
}
