/** The form of what writes how two traces differ. */
import type { Diff } from '../../diff/difference.ts';
import type { Locale } from '../../locales/locale.ts';

export interface DiffOptions {
  readonly locale: Locale;
  readonly color: boolean;
  readonly width: number;
  /** Calls told in full; 0 for all. */
  readonly limitCalls: number;
}

export interface DiffReporter {
  readonly id: string;
  readonly title: string;
  write(diff: Diff, options: DiffOptions): Iterable<string>;
}
