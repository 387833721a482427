/**
 * The pages of header fields, Reason protocols and timers. They are tables with two paragraphs, the same in every
 * language, so that a language brings labels and words only.
 */
import type { HeaderFact, HeaderFieldName, Setter } from '../catalogue/header-fields.ts';
import { findReasonProtocol, type ReasonProtocol, type ReasonProtocolName } from '../catalogue/reason-protocols.ts';
import type { StatusHeader } from '../catalogue/statuses.ts';
import { baseTimers, findTimer, imsTimers, lengthOf, type Timer, type TimerId } from '../catalogue/timers.ts';
import { type HeaderUse, headerUse } from '../explain/header.ts';
import type { EntryText, Pages, TimerText } from './locale.ts';
import type { Page } from './page.ts';

type Label =
  | 'definedIn'
  | 'metIn'
  | 'registered'
  | 'replacedBy'
  | 'compact'
  | 'standsIn'
  | 'methods'
  | 'responses'
  | 'values'
  | 'setBy'
  | 'mandatory'
  | 'comesWith'
  | 'numbers'
  | 'length'
  | 'mobile'
  | 'runBy'
  | 'transport'
  | 'rules';

type Heading = 'tells' | 'check' | 'numbers' | 'does' | 'expired';

/** What a language brings for these pages. */
export interface EntryWords {
  readonly headerFields: Readonly<Record<HeaderFieldName, EntryText>>;
  readonly reasonProtocols: Readonly<Record<ReasonProtocolName, EntryText>>;
  readonly timers: Readonly<Record<TimerId, TimerText>>;
  readonly labels: Readonly<Record<Label, string>>;
  readonly headings: Readonly<Record<Heading, string>>;
  readonly where: Readonly<Record<HeaderFact['where'], string>>;
  readonly repeats: Readonly<Record<HeaderUse['repeats'], string>>;
  readonly setters: Readonly<Record<Setter, string>>;
  readonly strengths: Readonly<Record<StatusHeader['strength'], string>>;
  readonly numbers: Readonly<Record<Exclude<ReasonProtocol['numbers'], 'document'>, string>>;
  readonly runners: Readonly<Record<NonNullable<Timer['runs']>, string>>;
  readonly notRegistered: string;
  readonly inEveryMessage: string;
  readonly udpOnly: string;
  headerTitle(name: string): string;
  reasonTitle(name: string): string;
  /** What stands as it is on the wire or in the standard. */
  quoted(text: string): string;
  /** A number of a protocol, and its name in quotes. */
  numbered(cause: number, name: string): string;
  listed(words: readonly string[]): string;
  duration(ms: number): string;
  /** "64·T1 = 32 s". */
  product(formula: string, length: string): string;
  /** Gaps that double; up to `limit` where there is one. */
  doubling(first: string, limit: string | undefined): string;
  over(length: string): string;
  span(from: string, to: string): string;
  /** As long as a header field says; `otherwise` without it. */
  asHeader(header: string, otherwise: string | undefined): string;
}

type Facts = readonly (readonly [string, string])[];

/** The facts that there are: one without a value is left out. */
function factsOf(facts: readonly (readonly [string, string | undefined])[]): Facts {
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== undefined);
}

const joined = (values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? undefined : values.join(', ');

function headerPage(name: string, words: EntryWords): Page {
  const use = headerUse(name);
  if (use === undefined) return { title: words.headerTitle(name), facts: [], sections: [] };
  const { field, compact, repeats, responses } = use;
  const { labels, headings } = words;
  const text = words.headerFields[field.name];
  // Those that bring it are told with how strictly they do.
  const others = field.codes?.filter((code) => !responses.some((one) => String(one.code) === code));
  return {
    title: words.headerTitle(field.name),
    facts: factsOf([
      [field.unregistered ? labels.metIn : labels.definedIn, field.spec],
      [labels.registered, field.unregistered ? words.notRegistered : undefined],
      [labels.replacedBy, field.replacedBy],
      [labels.compact, compact === undefined ? undefined : words.quoted(compact)],
      [labels.mandatory, field.mandatory ? words.inEveryMessage : undefined],
      [labels.standsIn, words.where[field.where]],
      [labels.methods, joined(field.methods)],
      [labels.responses, joined(others)],
      [labels.values, words.repeats[repeats]],
      [labels.setBy, words.listed(field.setBy.map((setter) => words.setters[setter]))],
      [labels.comesWith, joined(responses.map(({ code, strength }) => `${code} (${words.strengths[strength]})`))],
    ]),
    sections: [
      { heading: headings.tells, texts: [text.tells] },
      { heading: headings.check, texts: [text.check] },
    ],
  };
}

function reasonPage(name: string, words: EntryWords): Page {
  const protocol = findReasonProtocol(name);
  if (protocol === undefined) return { title: words.reasonTitle(name), facts: [], sections: [] };
  const { labels, headings } = words;
  const text = words.reasonProtocols[protocol.name];
  const values = protocol.values?.map(([cause, value]) => words.numbered(cause, words.quoted(value))) ?? [];
  return {
    title: words.reasonTitle(protocol.name),
    facts: factsOf([
      [protocol.unregistered ? labels.metIn : labels.definedIn, protocol.spec],
      [labels.registered, protocol.unregistered ? words.notRegistered : undefined],
      [labels.numbers, protocol.numbers === 'document' ? protocol.document : words.numbers[protocol.numbers]],
    ]),
    sections: [
      { heading: headings.tells, texts: [text.tells] },
      ...(values.length === 0 ? [] : [{ heading: headings.numbers, texts: values, list: true }]),
      { heading: headings.check, texts: [text.check] },
    ],
  };
}

function lengthText(timer: Timer, base: typeof baseTimers, words: EntryWords): string {
  // A timer is exactly as long as it is: "4 s", not "4.0 s".
  const exact = (ms: number) => words.duration(ms).replace(/[.,]0(?= )/, '');
  const { length } = timer;
  const ms = lengthOf(timer, base) ?? 0;
  switch (length.kind) {
    case 'times': {
      const part = length.of.toUpperCase();
      if (timer.id === part) return exact(ms);
      return words.product(length.n === 1 ? part : `${length.n}·${part}`, exact(ms));
    }
    case 'doubling':
      return words.doubling(exact(ms), length.capped ? exact(base.t2) : undefined);
    case 'over-c':
      return words.over(exact(ms));
    case 'fixed':
      return length.to === undefined ? exact(length.ms) : words.span(exact(length.ms), exact(length.to));
    case 'header':
      return words.asHeader(length.header, length.ms === undefined ? undefined : exact(length.ms));
    default:
      return length satisfies never;
  }
}

function timerPage(id: string, words: EntryWords): Page {
  const timer = findTimer(id);
  if (timer === undefined) return { title: id, facts: [], sections: [] };
  const { labels, headings } = words;
  const text = words.timers[timer.id];
  const usual = lengthText(timer, baseTimers, words);
  const mobile = lengthText(timer, imsTimers, words);
  return {
    title: text.title,
    facts: factsOf([
      [labels.definedIn, timer.spec],
      [labels.length, usual],
      [labels.mobile, mobile === usual ? undefined : `${mobile} (3GPP TS 24.229 §7.7)`],
      [labels.runBy, timer.runs === undefined ? undefined : words.runners[timer.runs]],
      [labels.transport, timer.udpOnly ? words.udpOnly : undefined],
      [labels.rules, joined(timer.rules)],
    ]),
    sections: [
      { heading: headings.does, texts: [text.does] },
      { heading: headings.expired, texts: [text.expired] },
    ],
  };
}

export function entryPages(words: EntryWords): Pick<Pages, 'header' | 'reason' | 'timer'> {
  return {
    header: (name) => headerPage(name, words),
    reason: (name) => reasonPage(name, words),
    timer: (id) => timerPage(id, words),
  };
}
