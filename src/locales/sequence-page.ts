/** The page of several response codes in the order in which they came. */
import { statusName } from '../catalogue/statuses.ts';
import { beforeLast } from '../explain/codes.ts';
import type { ExplainWords } from './explain-words.ts';
import type { Page } from './page.ts';
import { inCall, tellSequence } from './sequence-story.ts';

export function sequencePage(codes: readonly number[], words: ExplainWords): Page {
  const { sequence, wordsOf } = words;
  const { story, clues } = tellSequence(codes, sequence, wordsOf);
  const last = codes[codes.length - 1];
  const steps = [...new Set(codes)].map((code) => words.item(statusName(code), inCall(code, codes, sequence, wordsOf)));
  return {
    title: codes.join(' → '),
    facts: [],
    sections: [
      { heading: sequence.headings.story, texts: [story] },
      { heading: sequence.headings.steps, texts: steps, list: true },
      ...(clues.length > 0 ? [{ heading: sequence.headings.clues, texts: clues, list: true }] : []),
      { heading: words.headings.howToFix, texts: [wordsOf(last, beforeLast(codes)).howToFix] },
    ],
  };
}
