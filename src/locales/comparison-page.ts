/** The page of two response codes: generated from the fields in which they differ. */
import { findCause } from '../catalogue/causes.ts';
import { type Maker, statusName } from '../catalogue/statuses.ts';
import { compareStatuses, type Difference } from '../explain/compare.ts';
import type { ExplainWords } from './explain-words.ts';
import type { Page, Section } from './page.ts';
import { tellSequence } from './sequence-story.ts';

function differenceText(one: Difference, a: number, b: number, words: ExplainWords): string {
  const { comparison, status } = words;
  const pair = (field: keyof typeof comparison.fields, ofA: string, ofB: string) =>
    comparison.difference(comparison.fields[field], a, ofA, b, ofB);
  switch (one.field) {
    case 'finality':
      return one.a ? comparison.finality(b, a) : comparison.finality(a, b);
    case 'forking':
      return one.a ? comparison.forking(a, b) : comparison.forking(b, a);
    case 'class':
      return pair('class', status.facts.classes[one.a], status.facts.classes[one.b]);
    case 'scope':
      return pair('scope', status.facts.scopes[one.a], status.facts.scopes[one.b]);
    case 'makers': {
      const names = (makers: readonly Maker[]) => words.listed(makers.map((maker) => status.facts.makers[maker]));
      return pair('makers', names(one.a), names(one.b));
    }
    case 'retry':
      return pair('retry', status.facts.retries[one.a], status.facts.retries[one.b]);
    case 'header':
      return pair('header', one.a, one.b);
    case 'dialog':
      return pair('dialog', status.facts.effects[one.a], status.facts.effects[one.b]);
    case 'cause': {
      const cause = (code: number | undefined) =>
        code === undefined ? comparison.noCause : status.cause(code, findCause(code)?.name);
      return pair('cause', cause(one.a), cause(one.b));
    }
    default:
      return one satisfies never;
  }
}

function differences(a: number, b: number, words: ExplainWords): readonly string[] {
  const texts = compareStatuses(a, b).map((one) => differenceText(one, a, b, words));
  return texts.length > 0 ? texts : [words.comparison.alike(a, words.wordsOf(a).means, b, words.wordsOf(b).means)];
}

/** A provisional and a final response may well belong to one call. */
function together(a: number, b: number, words: ExplainWords): readonly Section[] {
  if (a < 200 === b < 200 || Math.min(a, b) < 101) return [];
  const [first, last] = a < b ? [a, b] : [b, a];
  const { story } = tellSequence([first, last], words.sequence, words.wordsOf);
  return [{ heading: words.comparison.inOneCall(first, last), texts: [story] }];
}

export function comparisonPage(a: number, b: number, words: ExplainWords): Page {
  const { comparison, headings } = words;
  const left = words.wordsOf(a);
  const right = words.wordsOf(b);
  const each = (field: 'whenSeen' | 'howToFix'): Section => ({
    heading: headings[field],
    texts: [words.item(String(a), left[field]), words.item(String(b), right[field])],
    list: true,
  });
  return {
    title: comparison.title(statusName(a), statusName(b)),
    facts: [],
    sections: [
      { heading: statusName(a), texts: [left.description] },
      { heading: statusName(b), texts: [right.description] },
      { heading: comparison.headings.differences, texts: differences(a, b, words), list: true },
      each('whenSeen'),
      ...together(a, b, words),
      {
        heading: comparison.headings.whichOne,
        texts: [comparison.use(a, left.useWhen), comparison.use(b, right.useWhen)],
        list: true,
      },
      each('howToFix'),
    ],
  };
}
