/** The page of one method. */
import { findMethod, type MethodName } from '../catalogue/methods.ts';
import type { ExplainWords } from './explain-words.ts';
import type { Page } from './page.ts';

export function methodPage(name: string, words: ExplainWords): Page {
  const method = findMethod(name);
  if (method === undefined) return { title: name, facts: [], sections: [] };
  const { labels, dialogs, answered, words: wordsOf } = words.method;
  const { description, whenSeen } = wordsOf[method.name as MethodName];
  return {
    title: method.name,
    facts: [
      [words.definedIn, method.spec],
      [labels.dialog, dialogs[method.dialog]],
      [labels.answered, answered[method.hasResponse ? 'yes' : 'never']],
    ],
    sections: [
      { heading: words.headings.description, texts: [description] },
      { heading: words.headings.whenSeen, texts: [whenSeen] },
    ],
  };
}
