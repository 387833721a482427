/** The pages of `sipsleuth explain` in one language: the same facts and sections in each, in its own words. */
import { causePage, warningPage } from './cause-page.ts';
import { comparisonPage } from './comparison-page.ts';
import { entryPages } from './entry-pages.ts';
import type { ExplainWords } from './explain-words.ts';
import type { Pages } from './locale.ts';
import { methodPage } from './method-page.ts';
import { rulePage } from './rule-page.ts';
import { sequencePage } from './sequence-page.ts';
import { statusPage } from './status-page.ts';

export function explainPages(words: ExplainWords): Pages {
  return {
    status: (code) => statusPage(code, words),
    comparison: (a, b) => comparisonPage(a, b, words),
    sequence: (codes) => sequencePage(codes, words),
    cause: (code) => causePage(code, words),
    warning: (code) => warningPage(code, words),
    method: (name) => methodPage(name, words),
    ...entryPages(words.entries),
    rule: (rule) => rulePage(rule, words),
  };
}
