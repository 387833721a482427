import { plain } from '../markdown-text.ts';
import { safe } from '../safe.ts';
import type { PageReporter } from './reporter.ts';

/** Columns of a ladder that a page of text shows without scrolling. */
const WIDTH = 80;

export const markdown: PageReporter = {
  id: 'markdown',
  title: 'Markdown, for a wiki or a ticket',
  *write(answers) {
    for (const [index, { page, examples }] of answers.entries()) {
      yield `${index > 0 ? '\n' : ''}# ${plain(page.title)}\n`;
      if (page.facts.length > 0) yield '\n';
      for (const [label, value] of page.facts) yield `- **${plain(label)}**: ${plain(value)}\n`;
      for (const { heading, texts, list } of page.sections) {
        yield `\n## ${plain(heading)}\n\n`;
        if (list === true) for (const text of texts) yield `- ${plain(text)}\n`;
        else yield `${texts.map(plain).join('\n\n')}\n`;
      }
      for (const { heading, title, ladder } of examples) {
        yield `\n## ${plain(heading)}\n\n${plain(title)}\n\n\`\`\`text\n`;
        for (const line of ladder(WIDTH, false)) yield `${safe(line)}\n`;
        yield '```\n';
      }
    }
  },
};
