import { safe } from '../safe.ts';
import { showPage } from '../terminal/page.ts';
import { painter, paragraph } from '../terminal/text.ts';
import type { PageExample, PageOptions, PageReporter } from './reporter.ts';

function* showExample({ heading, title, ladder }: PageExample, { width, color }: PageOptions): Iterable<string> {
  yield '';
  yield* paragraph(title, width, heading.length + 2, painter(color)('bold', safe(heading)));
  yield '';
  yield* ladder(width, color);
}

export const terminal: PageReporter = {
  id: 'terminal',
  title: 'Text for a terminal',
  *write(answers, options) {
    for (const [index, { page, examples }] of answers.entries()) {
      if (index > 0) yield '\n';
      for (const line of showPage(page, options.width, options.color)) yield `${line}\n`;
      for (const example of examples) for (const line of showExample(example, options)) yield `${line}\n`;
    }
  },
};
