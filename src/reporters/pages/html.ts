import type { Page } from '../../locales/page.ts';
import { xml } from '../xml.ts';
import type { PageExample, PageReporter } from './reporter.ts';

const WIDTH = 80;

/** Its hash stands in the policy below; a test compares them. */
export const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:1.6rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}
dt{color:GrayText}dd{margin:0}
pre{overflow-x:auto;font-size:.8rem;line-height:1.3}
article+article{border-top:1px solid;margin-top:3rem}`;

export const STYLE_HASH = 'sha256-usHfCLW5UWJmULLxt2IvzH6Ule6vYq41yW7dLqxoBio=';

function articleOf({ title, facts, sections }: Page, examples: readonly PageExample[]): string {
  const fact = ([label, value]: readonly [string, string]) => `<dt>${xml(label)}</dt><dd>${xml(value)}</dd>\n`;
  const parts = sections.map(({ heading, texts, list }) => {
    const body =
      list === true
        ? `<ul>\n${texts.map((text) => `<li>${xml(text)}</li>\n`).join('')}</ul>`
        : texts.map((text) => `<p>${xml(text)}</p>`).join('\n');
    return `<h2>${xml(heading)}</h2>\n${body}\n`;
  });
  const shown = examples.map(
    ({ heading, title: of, ladder }) =>
      `<h2>${xml(heading)}</h2>\n<p>${xml(of)}</p>\n<pre>${xml(ladder(WIDTH, false).join('\n'))}</pre>\n`,
  );
  const list = facts.length === 0 ? '' : `<dl>\n${facts.map(fact).join('')}</dl>\n`;
  return `<article>\n<h1>${xml(title)}</h1>\n${list}${parts.join('')}${shown.join('')}</article>\n`;
}

export const html: PageReporter = {
  id: 'html',
  title: 'HTML: one page that needs no network and runs no script',
  *write(answers, { locale }) {
    const title = answers.map(({ page }) => page.title).join(' · ');
    const policy = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
    yield `<!doctype html>\n<html lang="${xml(locale.tag)}">\n<head>\n<meta charset="utf-8">\n`;
    yield `<meta http-equiv="Content-Security-Policy" content="${xml(policy)}">\n`;
    yield `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${xml(title)}</title>\n`;
    yield `<style>${STYLE}</style>\n</head>\n<body>\n`;
    for (const { page, examples } of answers) yield articleOf(page, examples);
    yield '</body>\n</html>\n';
  },
};
