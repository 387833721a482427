import { toJson } from '../safe.ts';
import type { PageReporter } from './reporter.ts';

const WIDTH = 80;

export const json: PageReporter = {
  id: 'json',
  title: 'JSON: what was asked for, with facts and sections as text',
  *write(answers, { locale }) {
    yield `{"schema":"sipsleuth/explain@1","language":${toJson(locale.tag)},"pages":[`;
    for (const [index, { topic, page, examples }] of answers.entries()) {
      const { title, facts, sections } = page;
      const spoken = {
        topic,
        title,
        facts: facts.map(([label, value]) => ({ label, value })),
        sections: sections.map(({ heading, texts, list = false }) => ({ heading, list, texts })),
        examples: examples.map(({ heading, title: of, ladder }) => ({
          heading,
          title: of,
          ladder: ladder(WIDTH, false).join('\n'),
        })),
      };
      yield `${index === 0 ? '\n' : ',\n'}${toJson(spoken)}`;
    }
    yield '\n]}\n';
  },
};
