/** The form of what writes pages of `sipsleuth explain`. */
import type { Topic } from '../../explain/lookup.ts';
import type { Locale } from '../../locales/locale.ts';
import type { Page } from '../../locales/page.ts';

/** What was asked for, and the answer. */
export interface Answer {
  readonly topic: Topic;
  readonly page: Page;
  /** Of a rule: cases that it finds and does not, each with its ladder as lines of text. */
  readonly examples: readonly PageExample[];
}

export interface PageExample {
  readonly heading: string;
  readonly title: string;
  /** Drawn for so many columns; `color` is for terminals only. */
  ladder(width: number, color: boolean): readonly string[];
}

export interface PageOptions {
  readonly locale: Locale;
  readonly width: number;
  readonly color: boolean;
}

export interface PageReporter {
  readonly id: string;
  readonly title: string;
  write(answers: readonly Answer[], options: PageOptions): Iterable<string>;
}
