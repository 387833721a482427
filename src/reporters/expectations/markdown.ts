/** Expectations as GitHub-flavoured Markdown, short enough for a comment on a pull request. */
import type { ExpectationResult } from '../../expect/check.ts';
import type { Report } from '../../report.ts';
import { code, html, plain } from '../markdown-text.ts';
import { failuresOf, plainExcerpt } from './failure.ts';
import type { ExpectationOptions, ExpectationReporter } from './reporter.ts';

/** GitHub takes 65,536 characters for a comment. */
const LONGEST = 60_000;

/** A fence longer than any run of backticks in it. */
function fenced(lines: readonly string[]): string {
  const text = lines.join('\n');
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `\n${fence}text\n${text}\n${fence}\n`;
}

function details(one: ExpectationResult, report: Report, options: ExpectationOptions): string {
  const parts = failuresOf(one, report, options).map(({ head, lines, subject }) => {
    const title = head === '' ? '' : `\n${code(head)}\n`;
    const drawing = subject === undefined ? [] : plainExcerpt(subject, report, options);
    const list = lines.map((line) => `- ${plain(line)}\n`).join('');
    return `${title}\n${list}${drawing.length === 0 ? '' : fenced(drawing)}`;
  });
  const place = code(`${options.file}:${options.lineOf(one.path)}`);
  return `\n<details open><summary>❌ ${html(one.name)}</summary>\n\n${place}\n${parts.join('')}\n</details>\n`;
}

export const markdown: ExpectationReporter = {
  id: 'markdown',
  title: 'Markdown that fits a comment on a pull request',
  *write(result, report, options) {
    const { pass, passed, failed, expectations } = result;
    const words = options.locale.expectations;
    let size = 0;
    yield `### ${pass ? '✅' : '❌'} ${code(options.file)}: ${words.summary(passed, failed)}\n`;
    const left: string[] = [];
    for (const one of expectations) {
      if (one.pass) continue;
      const text = details(one, report, options);
      size += text.length;
      if (size > LONGEST) left.push(one.name);
      else yield text;
    }
    if (left.length > 0) yield `\n${options.locale.expectations.more(left.length)}\n`;
    const holding = expectations.filter((one) => one.pass).map(({ name }) => `- ✅ ${plain(name)}\n`);
    const rest = holding.slice(0, 200);
    if (rest.length > 0) yield `\n${rest.join('')}`;
  },
};
