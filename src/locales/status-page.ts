/** The page of one response code. */
import { findCause } from '../catalogue/causes.ts';
import { phraseVariants } from '../catalogue/phrases.ts';
import { findStatus, type Status, statusClass, statusName, treatedAs, unregistered } from '../catalogue/statuses.ts';
import type { ExplainWords } from './explain-words.ts';
import type { Page, Section } from './page.ts';

type Fact = Page['facts'][number];

/** What any code has. */
function commonFacts(code: number, { status }: ExplainWords): readonly Fact[] {
  return [
    [status.labels.class, status.facts.classes[statusClass(code) ?? 0]],
    [status.labels.final, status.finality[code < 200 ? 'provisional' : 'final']],
  ];
}

function unregisteredFacts(code: number, words: ExplainWords): readonly Fact[] {
  const { labels, notRegistered } = words.status;
  const origin = unregistered.get(code);
  return [
    [labels.registered, notRegistered(treatedAs(code))],
    ...(origin === undefined ? [] : [[labels.metIn, words.unregistered[origin.code].from] as const]),
  ];
}

/** What a failure leaves to do: of no interest where a code is none. */
function failureFacts(status: Status, { status: words }: ExplainWords): readonly Fact[] {
  if (status.code < 300) return [];
  const retry = words.facts.retries[status.retry];
  return [
    [words.labels.retry, status.retryHeader ? words.retryRuled(retry, status.retryHeader) : retry],
    [words.labels.forking, words.forking[status.endsForking ? 'ends' : 'goesOn']],
  ];
}

function pstnFacts({ causeOut, causesIn }: Status, { status: words }: ExplainWords): readonly Fact[] {
  const facts: Fact[] = [];
  if (causeOut !== undefined) facts.push([words.labels.toPstn, words.cause(causeOut, findCause(causeOut)?.name)]);
  if (causesIn.length > 0) facts.push([words.labels.fromPstn, words.causes(causesIn.map(String))]);
  return facts;
}

function registeredFacts(status: Status, words: ExplainWords): readonly Fact[] {
  const { labels, facts, deprecated } = words.status;
  const headers = status.headers.map(({ name, strength }) => `${name} (${words.entries.strengths[strength]})`);
  return [
    [words.definedIn, status.deprecated ? deprecated(status.spec) : status.spec],
    [labels.madeBy, words.listed(status.madeBy.map((maker) => facts.makers[maker]))],
    [labels.scope, facts.scopes[status.scope]],
    ...failureFacts(status, words),
    [labels.inDialog, facts.effects[status.dialogEffect]],
    ...(headers.length > 0 ? [[labels.headers, headers.join(', ')] as const] : []),
    ...pstnFacts(status, words),
  ];
}

/** A section that is left out when nothing stands in it. */
function list(heading: string, texts: readonly string[]): readonly Section[] {
  return texts.length > 0 ? [{ heading, texts, list: true }] : [];
}

export function statusPage(code: number, words: ExplainWords): Page {
  const status = findStatus(code);
  const { description, whenSeen, howToFix } = words.wordsOf(code);
  const confused = status?.confusedWith ?? [];
  return {
    title: statusName(code),
    facts: [
      ...commonFacts(code, words),
      ...(status === undefined ? unregisteredFacts(code, words) : registeredFacts(status, words)),
    ],
    sections: [
      { heading: words.headings.description, texts: [description] },
      { heading: words.headings.whenSeen, texts: [whenSeen] },
      { heading: words.headings.howToFix, texts: [howToFix] },
      ...list(
        words.status.headings.confused,
        confused.map((other) => words.clause(statusName(other), words.wordsOf(other).means)),
      ),
      ...list(
        words.status.headings.variants,
        phraseVariants(code).map(({ phrase, by }) => words.status.variant(phrase, by)),
      ),
    ],
  };
}
