/** What goes to standard error: one line each, whatever a file is called or a user typed. */
import { stderr } from 'node:process';
import { safe } from '../reporters/safe.ts';
import { say } from './speech.ts';

export function complain(text: string): void {
  stderr.write(`sipsleuth: ${safe(text)}\n`);
}

/** A word that somebody typed, at a length that fits into a sentence. */
export function shown(word: string): string {
  return word.length > 60 ? `${word.slice(0, 60)}…` : word;
}

/** `ENOENT` and its like come from the operating system; `ERR_…` are Node's own, and faults of ours. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && /^E[A-Z0-9]+$/.test((error as NodeJS.ErrnoException).code ?? '');
}

/** What the operating system says, without its code and path: `no such file or directory`. Its English where the language has no words for it. */
export function systemWords(error: unknown): string {
  if (!isSystemError(error)) return (error as Error).message;
  const words = say().system[error.code ?? ''];
  if (words !== undefined) return words;
  return /^\w+: ([^,]+)/.exec(error.message)?.[1] ?? error.message;
}
