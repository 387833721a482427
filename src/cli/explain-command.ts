/** `sipsleuth explain <thing>...`. */
import { readFileSync } from 'node:fs';
import { causes } from '../catalogue/causes.ts';
import { statuses } from '../catalogue/statuses.ts';
import { warnings } from '../catalogue/warnings.ts';
import { knownWords, lookUp, type Misunderstood, type Topic } from '../explain/lookup.ts';
import type { Locale } from '../locales/locale.ts';
import type { Page } from '../locales/page.ts';
import { type Example, showExample } from '../reporters/terminal/example.ts';
import { showPage } from '../reporters/terminal/page.ts';
import { rules } from '../rules/index.ts';
import { shown } from './complain.ts';
import { exitCodes, UsageError } from './exit.ts';
import { languageOf } from './language.ts';
import { writeOut } from './output.ts';
import { hint, numberHint } from './suggest.ts';
import { type ColorChoice, wantsColor, widthOf } from './terminal.ts';

const codesOf = (list: readonly { readonly code: number }[]) => list.map(({ code }) => code);

function misunderstanding({ key, word }: Misunderstood, ids: readonly string[]): string {
  const given = shown(word);
  switch (key) {
    case 'status':
      return `${given} is no SIP status code: they run from 100 to 699${numberHint(word, codesOf(statuses))}`;
    case 'cause':
      return `q850:${given} is no known Q.850 cause: they run from 1 to 127${numberHint(word, codesOf(causes))}`;
    case 'warning':
      return `warning:${given} is no known Warning code: they run from 300 to 399${numberHint(word, codesOf(warnings))}`;
    case 'sequence':
      return `"${given}" is no sequence of status codes: write it as 100,183,600`;
    case 'word':
      return (
        `"${given}" is not known: explain takes a status code (183), two codes to compare (183 600), a sequence ` +
        `(100,183,600), q850:16, warning:304, a rule id or a method${hint(word, knownWords(ids))}`
      );
    default:
      return key satisfies never;
  }
}

function pageOf(topic: Topic, { pages }: Locale): Page {
  switch (topic.kind) {
    case 'status':
      return pages.status(topic.code);
    case 'comparison':
      return pages.comparison(topic.a, topic.b);
    case 'sequence':
      return pages.sequence(topic.codes);
    case 'cause':
      return pages.cause(topic.code);
    case 'warning':
      return pages.warning(topic.code);
    case 'method':
      return pages.method(topic.name);
    case 'rule': {
      const rule = rules.find(({ id }) => id === topic.id);
      if (rule === undefined) throw new UsageError(`rule ${topic.id} is not known`);
      return pages.rule(rule);
    }
    default:
      return topic satisfies never;
  }
}

interface Examples {
  readonly bad?: Example;
  readonly good?: Example;
}

/** A case that the rule finds and one that only looks like it, as ladders. */
function examplesOf(id: string): Examples {
  const url = new URL('../../examples/rules.json', import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as Readonly<Record<string, Examples>>)[id] ?? {};
}

function* showExamples(id: string, locale: Locale, color: boolean): Iterable<string> {
  const { bad, good } = examplesOf(id);
  const options = { locale, width: widthOf(), color };
  if (bad !== undefined) yield* showExample(bad, locale.terminal.badExample, options);
  if (good !== undefined) yield* showExample(good, locale.terminal.goodExample, options);
}

export async function explainCommand(
  things: readonly string[],
  flags: { readonly color: ColorChoice; readonly lang?: string },
): Promise<number> {
  const ids = rules.map(({ id }) => id);
  const color = wantsColor(flags.color);
  const locale = await languageOf(flags.lang);
  const pages = lookUp(things, ids).map((topic) => {
    if ('key' in topic) throw new UsageError(misunderstanding(topic, ids));
    const page = [...showPage(pageOf(topic, locale), widthOf(), color)];
    return topic.kind === 'rule' ? [...page, ...showExamples(topic.id, locale, color)] : page;
  });
  for (let i = 0; i < pages.length; i++) {
    const lines = [...(i > 0 ? [''] : []), ...pages[i]];
    await writeOut(lines.map((line) => `${line}\n`));
  }
  return exitCodes.clean;
}
