/** A page of `sipsleuth explain` on a terminal. */
import type { Page } from '../../locales/page.ts';
import { safe } from '../safe.ts';
import { columns, painter, paragraph, wrap } from './text.ts';

export function* showPage(page: Page, width: number, color: boolean): Iterable<string> {
  const paint = painter(color);
  for (const line of wrap(page.title, width)) yield paint('bold', line);
  if (page.facts.length > 0) {
    yield '';
    const label = Math.max(...page.facts.map(([name]) => columns(name))) + 4;
    for (const [name, value] of page.facts) yield* paragraph(value, width, label, `  ${safe(name)}`);
  }
  for (const { heading, texts, list } of page.sections) {
    yield '';
    for (const line of wrap(heading, width)) yield paint('bold', line);
    for (const text of texts) yield* list ? paragraph(text, width, 4, '  –') : paragraph(text, width, 2);
  }
}
