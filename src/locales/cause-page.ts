/** The pages of a Q.850 cause and of a Warning code: what it means, and what to do about it. */
import { type Cause, type CauseCode, findCause } from '../catalogue/causes.ts';
import { statuses, statusName } from '../catalogue/statuses.ts';
import { findWarning, type WarningCode } from '../catalogue/warnings.ts';
import type { CausePageWords, ExplainWords } from './explain-words.ts';
import type { CauseText } from './locale.ts';
import type { Page } from './page.ts';
import { capitalize } from './phrases.ts';

function sectionsOf({ means, advice }: CauseText, { headings }: ExplainWords): Page['sections'] {
  return [
    { heading: headings.description, texts: [`${capitalize(means)}.`] },
    { heading: headings.howToFix, texts: [advice] },
  ];
}

function deciderOf({ code, userSide }: Cause): keyof CausePageWords['decidedBy'] {
  if (code === 16) return 'releaser';
  if (code === 31 || code === 127) return 'untold';
  return userSide || code === 88 ? 'user' : 'network';
}

export function causePage(code: number, words: ExplainWords): Page {
  const { labels, noResponse, decidedBy, title, words: wordsOf } = words.cause;
  const cause = findCause(code);
  if (cause === undefined) return { title: title(code, undefined), facts: [], sections: [] };
  const inSip =
    cause.rfc3398 === undefined ? noResponse[code === 44 ? 'circuit' : 'release'] : statusName(cause.rfc3398);
  const facts: Page['facts'][number][] = [[labels.inSip, `${inSip} (RFC 3398 §7.2.4.1)`]];
  const from = statuses.filter(({ causeOut }) => causeOut === code).map((one) => one.code);
  if (from.length > 0) facts.push([labels.fromSip, from.join(', ')]);
  if (cause.asterisk !== undefined) facts.push([labels.asterisk, statusName(cause.asterisk)]);
  if (cause.freeswitch !== undefined) facts.push([labels.freeswitch, statusName(cause.freeswitch)]);
  facts.push([labels.decidedBy, decidedBy[deciderOf(cause)]]);
  return { title: title(code, cause.name), facts, sections: sectionsOf(wordsOf[cause.code as CauseCode], words) };
}

export function warningPage(code: number, words: ExplainWords): Page {
  const { title, words: wordsOf } = words.warning;
  const warning = findWarning(code);
  if (warning === undefined) return { title: title(code, undefined), facts: [], sections: [] };
  return {
    title: title(code, warning.name),
    facts: [[words.definedIn, warning.spec]],
    sections: sectionsOf(wordsOf[warning.code as WarningCode], words),
  };
}
