/** Pages of `sipsleuth explain` in every format: all of what a page says, as text and nothing else. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { causes } from '../../src/catalogue/causes.ts';
import { headerFields } from '../../src/catalogue/header-fields.ts';
import { methods } from '../../src/catalogue/methods.ts';
import { reasonProtocols } from '../../src/catalogue/reason-protocols.ts';
import { statuses } from '../../src/catalogue/statuses.ts';
import { timers } from '../../src/catalogue/timers.ts';
import { warnings } from '../../src/catalogue/warnings.ts';
import type { Topic } from '../../src/explain/lookup.ts';
import { en } from '../../src/locales/en/index.ts';
import type { Page } from '../../src/locales/page.ts';
import { STYLE, STYLE_HASH } from '../../src/reporters/pages/html.ts';
import { pageReporters } from '../../src/reporters/pages/index.ts';
import type { Answer } from '../../src/reporters/pages/reporter.ts';
import { rules } from '../../src/rules/index.ts';

const { pages } = en;
const answer = (topic: Topic, page: Page): Answer => ({ topic, page, examples: [] });
const answers: readonly Answer[] = [
  ...statuses.map(({ code }) => answer({ kind: 'status', code }, pages.status(code))),
  ...causes.map(({ code }) => answer({ kind: 'cause', code }, pages.cause(code))),
  ...warnings.map(({ code }) => answer({ kind: 'warning', code }, pages.warning(code))),
  ...methods.map(({ name }) => answer({ kind: 'method', name }, pages.method(name))),
  ...headerFields.map(({ name }) => answer({ kind: 'header', name }, pages.header(name))),
  ...reasonProtocols.map(({ name }) => answer({ kind: 'reason', name }, pages.reason(name))),
  ...timers.map(({ id }) => answer({ kind: 'timer', id }, pages.timer(id))),
  ...rules.map((rule) => answer({ kind: 'rule', id: rule.id }, pages.rule(rule))),
  answer({ kind: 'comparison', a: 183, b: 600 }, pages.comparison(183, 600)),
  answer({ kind: 'sequence', codes: [100, 183, 600] }, pages.sequence([100, 183, 600])),
];

const write = (id: string, some: readonly Answer[] = answers) => {
  const reporter = pageReporters.find((one) => one.id === id) ?? expect.fail(id);
  return [...reporter.write(some, { locale: en, width: 80, color: false })].join('');
};
/** Every text of a page. */
const textsOf = ({ title, facts, sections }: Page): readonly string[] => [
  title,
  ...facts.flat(),
  ...sections.flatMap(({ heading, texts }) => [heading, ...texts]),
];
const hostile = '</article><script>alert(1)</script>"\'&`|*_[x](javascript:alert(1))\x1b[2J\u202e @everyone';

describe.each(pageReporters.map(({ id }) => id))('%s', (id) => {
  it('says all of every page', () => {
    const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
    const shown = write(id)
      .replace(/&#8203;/g, '')
      .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name])
      .replace(/\\(?=[\\`*_[\]|~"])/g, '')
      .replace(/\s+/g, '');
    for (const { page } of answers) {
      for (const text of textsOf(page)) expect(shown).toContain(text.replace(/\\(?=[\\`*_[\]|~"])|\s+/g, ''));
    }
  });

  it('takes nothing for markup or a command', () => {
    const page: Page = {
      title: hostile,
      facts: [[hostile, hostile]],
      sections: [{ heading: hostile, texts: [hostile] }],
    };
    const example = { heading: hostile, title: hostile, ladder: () => ['a ladder'] };
    const text = write(id, [{ topic: { kind: 'status', code: 183 }, page, examples: [example] }]);
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f]/);
    if (id !== 'json') expect(text).not.toContain('\u202e');
    if (id === 'html' || id === 'markdown') expect(text).not.toContain('<script');
    if (id === 'json') expect(JSON.parse(text).pages[0].title).toBe(hostile);
  });
});

describe('html', () => {
  it('allows its own style, and nothing else', () => {
    expect(STYLE_HASH).toBe(`sha256-${createHash('sha256').update(STYLE).digest('base64')}`);
    const page = write('html', answers.slice(0, 2));
    expect(page).toContain(`<style>${STYLE}</style>`);
    expect(page).toMatch(/default-src &apos;none&apos;/);
    expect(page).not.toMatch(/<(?:script|img|link|iframe|a)\b|\bstyle=|\bon\w+=/);
  });

  it('closes what it opens', () => {
    const open: string[] = [];
    for (const [, end, name] of write('html').matchAll(/<(\/?)([a-z]+\d?)\b[^>]*>/g)) {
      if (name === 'meta') continue;
      if (end === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });
});
