/** Which language the page speaks. */
import { remembered } from '../settings.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';
import { vi } from './vi.ts';
import type { Words } from './words.ts';

export const languages: readonly Words[] = [en, fr, vi, ru];

/** What was chosen before, else the language of the report, so that labels and sentences go together. */
export function preferredWords(reportLanguage: string): Words {
  const wanted = [remembered('language') ?? '', reportLanguage, ...navigator.languages];
  for (const tag of wanted) {
    const found = languages.find((one) => one.tag === tag.toLowerCase().split('-')[0]);
    if (found !== undefined) return found;
  }
  return en;
}
