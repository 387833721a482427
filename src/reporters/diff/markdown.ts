/** Differences as GitHub-flavoured Markdown: a block of `diff` for each call. */
import type { Difference } from '../../diff/difference.ts';
import { code, plain } from '../markdown-text.ts';
import { safe } from '../safe.ts';
import { lineOf, pathsOf, titleOf } from './lines.ts';
import type { DiffOptions, DiffReporter } from './reporter.ts';

/** GitHub takes 65,536 characters for a comment. */
const LONGEST = 60_000;

/** GitHub colours lines by their first character, and knows no sign for what is another now. */
function blockOf(differences: readonly Difference[], { locale }: DiffOptions): string {
  const lines = differences.map((one) => {
    const { label, sign, text } = lineOf(one, locale);
    return `${sign === '~' ? '!' : sign} ${safe(`${label}: ${text}`).replaceAll('`', "'")}\n`;
  });
  return `\n\`\`\`diff\n${lines.join('')}\`\`\`\n`;
}

export const markdown: DiffReporter = {
  id: 'markdown',
  title: 'Markdown that fits a comment on a pull request',
  *write(diff, options) {
    const { locale, limitCalls } = options;
    const paths = pathsOf(diff).map(code).join(' → ');
    yield `### ${diff.equal ? '✅' : '🔀'} ${paths}\n\n${locale.diff.summary(diff.summary).join(' · ')}\n`;
    let size = 0;
    let left = diff.calls.length;
    for (const pair of limitCalls === 0 ? diff.calls : diff.calls.slice(0, limitCalls)) {
      const more = pair.omitted > 0 ? `\n${locale.terminal.notShown(pair.omitted)}\n` : '';
      const block = pair.differences.length === 0 ? '' : blockOf(pair.differences, options) + more;
      const text = `\n**${titleOf(pair, locale)}** ${plain(`${pair.from || '?'} → ${pair.to || '?'}`)}\n${block}`;
      size += text.length;
      if (size > LONGEST) break;
      yield text;
      left--;
    }
    if (left > 0) yield `\n${locale.terminal.more(left)}\n`;
    if (diff.findings.length > 0)
      yield `\n**${locale.diff.otherFindings}**\n${blockOf(diff.findings.slice(0, 50), options)}`;
  },
};
