/** `sipsleuth explain <thing>...`. */
import { readFileSync } from 'node:fs';
import { causes } from '../catalogue/causes.ts';
import { headerFields } from '../catalogue/header-fields.ts';
import { reasonProtocols } from '../catalogue/reason-protocols.ts';
import { statuses } from '../catalogue/statuses.ts';
import { timers } from '../catalogue/timers.ts';
import { warnings } from '../catalogue/warnings.ts';
import { knownWords, lookUp, type Misunderstood, type Topic } from '../explain/lookup.ts';
import type { Locale } from '../locales/locale.ts';
import type { Page } from '../locales/page.ts';
import { pageReporters } from '../reporters/pages/index.ts';
import type { Answer, PageExample } from '../reporters/pages/reporter.ts';
import { drawExample, type Example } from '../reporters/terminal/example.ts';
import { rules } from '../rules/index.ts';
import { shown } from './complain.ts';
import { exitCodes, UsageError } from './exit.ts';
import { languageOf } from './language.ts';
import { openOutput } from './output.ts';
import { say } from './speech.ts';
import { hint, numberHint } from './suggest.ts';
import { type TargetFlags, targetsOf } from './targets.ts';
import { type ColorChoice, wantsColor, widthOf } from './terminal.ts';

const codesOf = (list: readonly { readonly code: number }[]) => list.map(({ code }) => code);
const namesOf = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

function misunderstanding({ key, word }: Misunderstood, ids: readonly string[]): string {
  const given = shown(word);
  switch (key) {
    case 'status':
      return say().status(given) + numberHint(word, codesOf(statuses));
    case 'cause':
      return say().cause(given) + numberHint(word, codesOf(causes));
    case 'warning':
      return say().warning(given) + numberHint(word, codesOf(warnings));
    case 'header':
      return say().header(given) + hint(word, namesOf(headerFields));
    case 'reason':
      return say().reason(given) + hint(word, namesOf(reasonProtocols));
    case 'timer':
      return say().timer(given) + say().accepted(timers.map(({ id }) => id));
    case 'sequence':
      return say().sequence(given);
    case 'word':
      return say().word(given) + hint(word, knownWords(ids));
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
    case 'header':
      return pages.header(topic.name);
    case 'reason':
      return pages.reason(topic.name);
    case 'timer':
      return pages.timer(topic.id);
    case 'rule': {
      const rule = rules.find(({ id }) => id === topic.id);
      if (rule === undefined) throw new UsageError(say().unknown.rule(topic.id));
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

function pageExamples(id: string, locale: Locale): PageExample[] {
  const { bad, good } = examplesOf(id);
  const titles = locale.examples[id];
  const shown = (example: Example | undefined, heading: string, title: string | undefined): PageExample[] =>
    example === undefined
      ? []
      : [
          {
            heading,
            title: title ?? example.title,
            ladder: (width, color) => drawExample(example, { locale, width, color }),
          },
        ];
  return [
    ...shown(bad, locale.terminal.badExample, titles?.bad),
    ...shown(good, locale.terminal.goodExample, titles?.good),
  ];
}

export interface ExplainFlags extends Pick<TargetFlags, 'format' | 'output'> {
  readonly color: ColorChoice;
  readonly lang?: string;
}

export async function explainCommand(things: readonly string[], flags: ExplainFlags): Promise<number> {
  const [{ reporter, path }] = targetsOf({ ...flags, report: [] }, pageReporters);
  const ids = rules.map(({ id }) => id);
  const locale = await languageOf(flags.lang);
  const answers = lookUp(things, ids).map((topic): Answer => {
    if ('key' in topic) throw new UsageError(misunderstanding(topic, ids));
    const examples = topic.kind === 'rule' ? pageExamples(topic.id, locale) : [];
    return { topic, page: pageOf(topic, locale), examples };
  });
  const output = openOutput(path);
  try {
    const color = wantsColor(flags.color) && (path === undefined || flags.color === 'always');
    await output.write(reporter.write(answers, { locale, width: widthOf(), color }));
  } finally {
    output.close();
  }
  return exitCodes.clean;
}
