/** What Russian says: whole sentences, with the right number forms, whatever a call brings together; and no English. */
import { describe, expect, it } from 'vitest';
import { causes } from '../../src/catalogue/causes.ts';
import { statuses, unregistered } from '../../src/catalogue/statuses.ts';
import { warnings } from '../../src/catalogue/warnings.ts';
import { ru } from '../../src/locales/ru/index.ts';
import { count, duration, times } from '../../src/locales/ru/phrases.ts';
import { describeSentences } from './sentences.ts';

/** Frequent English words that have no place in Russian; names, phrases and settings are taken out before. */
const ENGLISH =
  /(?<![\w=/.:-])(the|a|an|of|and|or|is|are|was|were|be|been|has|have|had|not|no|to|for|with|without|from|by|at|on|in|into|it|its|that|this|these|those|which|who|when|where|why|how|what|but|if|than|then|there|they|their|after|before|between|because|so|as|only|more|most|other|another|each|every|any|all|some|would|should|must|may|can|cannot|does|did|let|none|nothing|call|caller|host|server|times|seconds)(?![\w=/-]|\.\w)/g;

/** What a peer wrote stands in quotes or is the registered name of a code, a cause or a warning. */
const registered = [
  ...statuses.map(({ phrase }) => phrase),
  ...[...unregistered.values()].map(({ phrase }) => phrase),
  ...causes.map(({ name }) => name),
  ...warnings.map(({ name }) => name),
  ...['request-resource', 'INCOMPATIBLE_DESTINATION', 'Media type not available', 'Incompatible media format'],
].sort((x, y) => y.length - x.length);

function withoutNames(text: string): string {
  let rest = text.replaceAll(/«[^«»]*»/g, '«»').replaceAll(/<[^<>]*>/g, '');
  for (const name of registered) rest = rest.replaceAll(name, '');
  return rest.replaceAll(/text="[^"]*"/g, '').replaceAll(/\([^()а-яё]*\)/gi, '()');
}

/** What is wrong with a text of one or more sentences; empty when nothing is. */
function faultsOf(text: string, trace = ''): string[] {
  const faults: string[] = [];
  if (/undefined|NaN|\[object|Infinity|null/.test(text)) faults.push('a value that is none');
  if (/[{}]/.test(text)) faults.push('a placeholder');
  if (/\s\s|^\s|\s$|\u00a0/.test(text)) faults.push('a space too many');
  if (/\s[.,;:)]|\(\s|\.\.(?!\.)|\(\)/.test(text)) faults.push('stray punctuation');
  if (/(?<![а-яё-])([а-яё]{2,}) \1(?![а-яё-])/i.test(text)) faults.push('a doubled word');
  if (/(^|[.!?] )[a-zа-яё]/.test(text.replace(/^(sip|sips|tel|urn|c|o|a)[:=]/, 'X')))
    faults.push('a sentence without capital');
  if (!text.endsWith('.')) faults.push('no period');
  if (/-\d+(,\d+)? (мс|с|мин|ч)(?![а-яё])/.test(text)) faults.push('a negative time');
  if (/(?<![\d.])\d+\.\d+ (мс|с|мин|ч)(?![а-яё])/.test(text)) faults.push('a decimal point');
  const rest = withoutNames(text);
  for (const { 0: word, index } of rest.matchAll(ENGLISH)) {
    // What the trace itself says is quoted as it stands.
    if (!trace.includes(rest.slice(index - 3, index + word.length).trim())) faults.push(`English: ${word}`);
  }
  return faults;
}

describeSentences(ru, faultsOf);

describe('a story', () => {
  it('says nothing of timers and persons where the code says it all', () => {
    const busy = { status: 486, phrase: 'Busy Here', role: 'callee', host: '192.0.2.7', after: 124, ringing: false };
    const { text } = ru.verdict('busy-here', { ...busy, rounds: 0, audible: 'nothing', reach: 'trying' });
    expect(text).toBe('Вызываемый 192.0.2.7 отклонил вызов через 124 мс: занято (486 Busy Here).');
  });

  it('has no if where the facts are known', () => {
    for (const sdp of [true, false]) {
      for (const code of [180, 183, 200]) {
        expect(ru.status(code, { status: code, sdp, role: 'callee' }).description).not.toMatch(/если|REGISTER|CANCEL/i);
      }
    }
    expect(ru.status(200).description).toContain('REGISTER');
  });
});

describe('durations', () => {
  it.each([
    [0, '0 с'],
    [0.2, 'менее 1 мс'],
    [124.4, '124 мс'],
    [999.7, '1,0 с'],
    [2_155, '2,2 с'],
    [9_960, '10 с'],
    [119_600, '2 мин'],
    [3_599_700, '1 ч'],
    [3_900_000, '1 ч 5 мин'],
    [200_000_000, '2 сут'],
    [-5, '0 с'],
  ])('of %d ms are %s', (value, text) => {
    expect(duration(value)).toBe(text);
  });
});

describe('numbers', () => {
  it.each([
    [0, '0 вызовов', '0 раз'],
    [1, '1 вызов', 'один раз'],
    [2, '2 вызова', 'дважды'],
    [5, '5 вызовов', '5 раз'],
    [11, '11 вызовов', '11 раз'],
    [21, '21 вызов', '21 раз'],
    [22, '22 вызова', '22 раза'],
    [101, '101 вызов', '101 раз'],
    [112, '112 вызовов', '112 раз'],
  ])('%d takes its form', (n, calls, often) => {
    expect(ru.terminal.calls(n)).toBe(calls);
    expect(count(n, 'вызов', 'вызова', 'вызовов')).toBe(calls);
    expect(times(n)).toBe(often);
  });

  it('and so do the outcomes', () => {
    expect([1, 2, 21].map((n) => ru.terminal.outcomeCount(n, 'answered'))).toEqual([
      '1 отвечен',
      '2 отвечено',
      '21 отвечен',
    ]);
  });
});
