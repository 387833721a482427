/** What Vietnamese says: whole sentences, whatever a call brings together, and no English between them. */
import { describe, expect, it } from 'vitest';
import { causes } from '../../src/catalogue/causes.ts';
import { statuses, unregistered } from '../../src/catalogue/statuses.ts';
import { vi } from '../../src/locales/vi/index.ts';
import { count, duration, after as since, times } from '../../src/locales/vi/phrases.ts';
import { describeSentences } from './sentences.ts';

/** Frequent English words that are neither Vietnamese syllables nor names of SIP. */
const english =
  'the of and is are was were be been has have had with without from that this which who when where what why how not but ' +
  'because then than its their there they will would should could must may might does did only also after before ' +
  'between within until while if or by at it as on sent answered refused caller callee response request The This If ' +
  'When Where Look Check Let Set Use And But';
const englishWord = new RegExp(`(?<![\\w.:@/=$"<-])(?:${english.split(' ').join('|')})(?![\\w.:@/=$"-])`);

/** Phrases of codes and causes are English by RFC, and so may be what stands in quotation marks. */
const registered = [...statuses, ...unregistered.values()]
  .map(({ phrase }) => phrase)
  .concat(causes.map(({ name }) => name))
  .filter((phrase) => phrase.includes(' '))
  .sort((a, b) => b.length - a.length);
const withoutQuotes = (text: string) =>
  registered.reduce((rest, phrase) => rest.replaceAll(phrase, 'X'), text.replace(/"[^"]*"/g, '""'));

/** What is wrong with a text of one or more sentences; “song song” is one word of two like syllables. */
function faultsOf(text: string, trace = ''): string[] {
  const faults: string[] = [];
  if (/undefined|NaN|\[object|Infinity|null/.test(text)) faults.push('a value that is none');
  if (/[{}]/.test(text)) faults.push('a placeholder');
  if (/\s\s|^\s|\s$/.test(text)) faults.push('a space too many');
  if (/\s[.,;:)]|\(\s|\.\.(?!\.)|\(\)/.test(text)) faults.push('stray punctuation');
  if (/(?<![\p{L}\p{N}])(?!song song)(\p{L}{2,}) \1(?![\p{L}\p{N}])/iu.test(text)) faults.push('a doubled word');
  if (/(^|[.!?] )(?=\p{Ll})(?!re-INVITE|[a-z0-9.-]+[.:@])/u.test(text)) faults.push('a sentence without capital');
  if (!text.endsWith('.')) faults.push('no period');
  if (/-\d+(,\d+)? (ms|giây|phút|giờ)/.test(text)) faults.push('a negative time');
  if (text !== text.normalize('NFC')) faults.push('letters taken apart');
  if (text.includes('\u00a0')) faults.push('a space that is shown escaped');
  // What the trace itself says is quoted as it stands.
  const own = withoutQuotes(text).replace(/\(([^()]+)\)/g, (quoted, inner: string) =>
    trace.includes(inner) ? '()' : quoted,
  );
  const found = englishWord.exec(own);
  if (found !== null) faults.push(`English: ${found[0]}`);
  return faults;
}

describeSentences(vi, faultsOf);

describe('a story', () => {
  it('says nothing of timers and persons where the code says it all', () => {
    const busy = { status: 486, phrase: 'Busy Here', role: 'callee', host: '192.0.2.7', after: 124, ringing: false };
    const { text } = vi.verdict('busy-here', { ...busy, rounds: 0, audible: 'nothing', reach: 'trying' });
    expect(text).toBe('Bên được gọi 192.0.2.7 từ chối cuộc gọi sau 124 ms: máy bận (486 Busy Here).');
  });

  it('has no if where the facts are known', () => {
    for (const sdp of [true, false]) {
      for (const code of [180, 183, 200]) {
        expect(vi.status(code, { status: code, sdp, role: 'callee' }).description).not.toMatch(
          /(?<!\p{L})(nếu|REGISTER|CANCEL)(?!\p{L})/iu,
        );
      }
    }
    expect(vi.status(200).description).toContain('REGISTER');
  });
});

describe('small words', () => {
  it('keep a noun as it is, whatever the number', () => {
    for (const n of [0, 1, 2, 5, 11, 21, 101]) {
      expect(count(n, 'cuộc gọi')).toBe(`${n} cuộc gọi`);
      expect(times(n)).toBe(`${n} lần`);
      expect(vi.terminal.errors(n)).toBe(`${n} lỗi`);
    }
  });

  it('say at once where the clock tells nothing else', () => {
    expect(since(0)).toBe(' ngay lập tức');
    expect(since(1_240)).toBe(' sau 1,2 giây');
    expect(since(undefined)).toBe('');
  });

  it.each([
    [0, '0 giây'],
    [0.2, 'dưới 1 ms'],
    [124.4, '124 ms'],
    [999.7, '1,0 giây'],
    [2_155, '2,2 giây'],
    [9_960, '10 giây'],
    [119_600, '2 phút'],
    [3_599_700, '1 giờ'],
    [3_900_000, '1 giờ 5 phút'],
    [200_000_000, '2 ngày'],
    [-5, '0 giây'],
  ])('of %d ms are %s', (value, text) => {
    expect(duration(value)).toBe(text);
  });
});
