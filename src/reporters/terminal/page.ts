/** A page of `sipsleuth explain` on a terminal. */
import type { Page } from '../../locales/page.ts';
import { padEnd, painter, paragraph, safe } from './text.ts';

export function* showPage(page: Page, width: number, color: boolean): Iterable<string> {
  const paint = painter(color);
  yield paint('bold', safe(page.title));
  if (page.facts.length > 0) {
    yield '';
    const label = Math.max(...page.facts.map(([name]) => name.length)) + 4;
    for (const [name, value] of page.facts) yield* paragraph(value, width, label, padEnd(`  ${name}`, label));
  }
  for (const { heading, texts, list } of page.sections) {
    yield '';
    yield paint('bold', heading);
    for (const text of texts) yield* list ? paragraph(text, width, 4, '  –') : paragraph(text, width, 2);
  }
}
