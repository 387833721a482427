/** Every language says all that English says: no field empty, no word doubled, no English left, for every pair of codes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { causes } from '../../src/catalogue/causes.ts';
import { headerFields } from '../../src/catalogue/header-fields.ts';
import { methods } from '../../src/catalogue/methods.ts';
import { reasonProtocols } from '../../src/catalogue/reason-protocols.ts';
import { statuses, unregistered } from '../../src/catalogue/statuses.ts';
import { timers } from '../../src/catalogue/timers.ts';
import { warnings } from '../../src/catalogue/warnings.ts';
import { en } from '../../src/locales/en/index.ts';
import { cliWordsOf, languages, localeOf } from '../../src/locales/languages.ts';
import type { Locale } from '../../src/locales/locale.ts';
import type { Page } from '../../src/locales/page.ts';
import { markdown } from '../../src/reporters/pages/markdown.ts';
import type { Answer } from '../../src/reporters/pages/reporter.ts';
import { rules } from '../../src/rules/index.ts';
import { textsOf } from './cli-texts.ts';

const root = join(import.meta.dirname, '../..');
const codes = statuses.map(({ code }) => code);

/** English words that are none in the other languages, nor terms of the trade. */
const english =
  /(?<![\p{L}\d-])(?:the|and|with|without|which|that|this|these|those|from|into|when|where|while|whose|would|should|could|must|cannot|is|are|was|were|has|have|had|its|their|there|then|than|they|what|who|why|how|but|only|other|another|between|before|after|because|until|both|each|every|any|nothing|nobody|sent|came|said|means|caller|callee|called)(?![\p{L}\d-])/iu;

/** As the standards name causes and warnings, and products their codes; one may be the beginning of another. */
const names = [
  ...[...causes, ...warnings].map(({ name }) => name),
  ...[...unregistered.values()].map(({ phrase }) => phrase),
].sort((a, b) => b.length - a.length);

/** Texts quoted from the standards and from code stay English: names of headers, settings, phrases of responses, products. */
function withoutQuotes(text: string): string {
  const registered = names.reduce((rest, name) => rest.replaceAll(name, ''), text);
  return (
    registered
      // A header field, and the name of a file.
      .replace(/(?<![\p{L}-])From(?![\p{L}-])|\b[\w-]+\.pcap\b/gu, '')
      .replace(/«[^»]*»|“[^”]*”|"[^"]*"|„[^“]*“|`[^`]*`/g, '')
      .replace(/\b(?:[A-Z][\w-]*)(?:[ /-](?:[A-Z][\w-]*|to|of|with|in|not|and|by|a|for|From|the|is|from))+/g, '')
      .replace(/\b[\w.-]+=[\w.-]+/g, '')
      .replace(/\b[a-z]+(?:[_-][a-z\d]+)+\b/g, '')
  );
}

function faultsOf(text: string, tag: string): string[] {
  const faults: string[] = [];
  if (text.trim() === '') faults.push('empty');
  if (/undefined|NaN|\[object|Infinity/.test(text)) faults.push('a value that is none');
  if (/[{}]/.test(text)) faults.push('a placeholder');
  if (/\s\s|^\s|\s$/.test(text)) faults.push('a space too many');
  // Vietnamese doubles words to mean more of them.
  const doubled =
    tag === 'vi' ? /(?<![\p{L}-])([A-Za-z]{4,}) \1(?![\p{L}-])/u : /(?<![\p{L}\d-])(\p{L}{2,}) \1(?![\p{L}-])/iu;
  const twice = doubled.exec(text)?.[1];
  // French "nous nous", Vietnamese "song song" (in parallel).
  if (twice !== undefined && !/^(?:nous|vous|song)$/i.test(twice)) faults.push(`"${twice}" twice`);
  const left = tag === 'en' ? undefined : english.exec(withoutQuotes(text))?.[0];
  if (left !== undefined) faults.push(`"${left}" is English`);
  return faults;
}

function faultsOfPage({ title, facts, sections }: Page, tag: string): string[] {
  const texts = [title, ...facts.flat(), ...sections.flatMap(({ heading, texts }) => [heading, ...texts])];
  const empty = sections.some(({ texts }) => texts.length === 0) ? ['a section without text'] : [];
  return [...empty, ...texts.flatMap((text) => faultsOf(text, tag).map((fault) => `${fault}: ${text.slice(0, 160)}`))];
}

describe.each([...languages])('%s', (tag) => {
  let locale: Locale;

  beforeAll(async () => {
    locale = await localeOf(tag);
  });

  it('answers to its name', () => {
    expect(locale.tag).toBe(tag);
  });

  it('has a page for every code, cause, warning, method, header field, Reason protocol, timer and rule', () => {
    const { pages } = locale;
    const all: readonly (readonly [string, Page])[] = [
      ...codes.map((code) => [String(code), pages.status(code)] as const),
      ...[155, 299, 399, 499, 599, 699, ...unregistered.keys()].map(
        (code) => [String(code), pages.status(code)] as const,
      ),
      ...causes.map(({ code }) => [`q850:${code}`, pages.cause(code)] as const),
      ...warnings.map(({ code }) => [`warning:${code}`, pages.warning(code)] as const),
      ...methods.map(({ name }) => [name, pages.method(name)] as const),
      ...headerFields.map(({ name }) => [name, pages.header(name)] as const),
      ...reasonProtocols.map(({ name }) => [`reason:${name}`, pages.reason(name)] as const),
      ...timers.map(({ id }) => [`timer:${id}`, pages.timer(id)] as const),
      ...rules.map((rule) => [rule.id, pages.rule(rule)] as const),
    ];
    const faults = all.flatMap(([name, page]) => faultsOfPage(page, tag).map((fault) => `${name}: ${fault}`));
    expect(faults).toEqual([]);
  });

  it('has words of its own for each header field, Reason protocol and timer', () => {
    const textsOf = ({ title, sections }: Page) => [title, ...sections.flatMap(({ texts }) => texts)].join(' ');
    const same = (['header', 'reason', 'timer'] as const).flatMap((kind) => {
      const names = { header: headerFields, reason: reasonProtocols, timer: timers }[kind].map((one) =>
        'id' in one ? one.id : one.name,
      );
      return names.filter((name) => textsOf(locale.pages[kind](name)) === textsOf(en.pages[kind](name)));
    });
    expect(same).toHaveLength(tag === 'en' ? headerFields.length + reasonProtocols.length + timers.length : 0);
  });

  it('compares any two codes', () => {
    const faults: string[] = [];
    for (const a of codes) {
      for (const b of codes) {
        if (a === b) continue;
        for (const fault of faultsOfPage(locale.pages.comparison(a, b), tag)) faults.push(`${a} ${b}: ${fault}`);
      }
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });

  it('tells any sequence of two or three codes that a call can have', () => {
    const faults: string[] = [];
    const firsts = [100, 180, 181, 182, 183, 199, 302, 401, 407, 422, 503];
    for (const first of firsts) {
      for (const last of codes) {
        for (const sequence of [
          [first, last],
          [100, first, last],
          [100, first, first, last],
        ]) {
          for (const fault of faultsOfPage(locale.pages.sequence(sequence), tag)) faults.push(`${sequence}: ${fault}`);
        }
      }
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });

  it('says what happens in each example of a rule', () => {
    const told = JSON.parse(readFileSync(join(root, 'examples/rules.json'), 'utf8'));
    // English ones stand in the fixtures.
    expect(Object.keys(locale.examples).sort()).toEqual(tag === 'en' ? [] : Object.keys(told).sort());
    const faults = Object.entries(locale.examples).flatMap(([id, { bad, good }]) =>
      [bad, good].flatMap((text) => [
        ...faultsOf(text, tag).map((fault) => `${id}: ${fault}`),
        ...(/[.!?]$/.test(text) && text === text.normalize('NFC') ? [] : [`${id}: no sentence`]),
      ]),
    );
    expect(faults).toEqual([]);
  });

  it('has words of its own for each rule, and all that English has', () => {
    const faults: string[] = [];
    for (const rule of rules) {
      const [own, english] = [locale.rule(rule, rule.example), en.rule(rule, rule.example)];
      const same = own.title === english.title || own.message === english.message || own.why === english.why;
      if (same !== (tag === 'en')) faults.push(`${rule.id}: the words of English`);
      if (own.fix.length !== english.fix.length)
        faults.push(`${rule.id}: ${own.fix.length} remedies, not ${english.fix.length}`);
      if ((own.limits === '') !== (english.limits === '')) faults.push(`${rule.id}: limits`);
    }
    expect(faults).toEqual([]);
  });

  it('is rendered for people to read, as it is now', async () => {
    const english = await cliWordsOf('en');
    const { pages } = locale;
    const answer = (page: Page): Answer => ({ topic: { kind: 'status', code: 0 }, page, examples: [] });
    const answers = [
      ...[...codes, ...unregistered.keys()].map((code) => answer(pages.status(code))),
      ...causes.map(({ code }) => answer(pages.cause(code))),
      ...warnings.map(({ code }) => answer(pages.warning(code))),
      ...methods.map(({ name }) => answer(pages.method(name))),
      ...headerFields.map(({ name }) => answer(pages.header(name))),
      ...reasonProtocols.map(({ name }) => answer(pages.reason(name))),
      ...timers.map(({ id }) => answer(pages.timer(id))),
      ...rules.map((rule) => answer(pages.rule(rule))),
      ...[
        [183, 600],
        [100, 600],
        [183, 503],
        [100, 603],
        [302, 600],
      ].map(([a, b]) => answer(pages.comparison(a, b))),
      ...[
        [100, 183, 600],
        [100, 180, 200],
        [401, 100, 486],
        [302, 100, 180, 487],
      ].map((one) => answer(pages.sequence(one))),
    ];
    const cli = await cliWordsOf(tag);
    const spoken = textsOf(cli, english).map(({ path, text }) => `- \`${path}\`: ${text.trim()}`);
    const told = Object.entries(locale.examples).flatMap(([id, { bad, good }]) => [
      `- \`${id}\`: ${bad}`,
      `  - ${good}`,
    ]);
    const text = [
      ...markdown.write(answers, { locale, width: 80, color: false }),
      ...(told.length === 0 ? [] : ['\n# explain RULE\n\n', told.join('\n'), '\n']),
      '\n# sipsleuth --help\n\n',
      spoken.join('\n'),
      '\n',
    ].join('');
    const path = join(root, 'fixtures/reports', `${tag}.md`);
    if (env.UPDATE_GOLDENS === '1') {
      mkdirSync(join(root, 'fixtures/reports'), { recursive: true });
      writeFileSync(path, text);
    }
    expect(readFileSync(path, 'utf8') === text, 'UPDATE_GOLDENS=1 renews it').toBe(true);
  });
});
