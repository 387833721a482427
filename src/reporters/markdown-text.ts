/** Text of a trace as nothing but text in GitHub-flavoured Markdown. */
import { safe } from './safe.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The only markup of HTML's own text. */
export function html(text: string): string {
  return safe(text).replace(/[&<>]/g, (char) => entities[char]);
}

/** Breaks what readers of Markdown make links and mentions of, without a sign that is seen. */
const BREAK = '&#8203;';

/** Text of a trace as nothing but text: no markup, no HTML, no link, no mention of people or issues. */
export function plain(text: string): string {
  return html(text)
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/:(?=\/\/)|\bwww(?=\.)|(?<!\w)@(?=\w)|#(?=\d)/gi, `$&${BREAK}`);
}

/** In a code span nothing is markup but backticks, and in a table the bar. */
export function code(text: string): string {
  const shown = safe(text).replaceAll('`', "'").replaceAll('|', '\\|').trim();
  return shown === '' ? '' : `\`${shown}\``;
}
