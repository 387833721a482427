/** What English says: whole sentences, whatever a call brings together. */
import { describe, expect, it } from 'vitest';
import { en } from '../../src/locales/en/index.ts';
import { duration } from '../../src/locales/en/phrases.ts';
import { describeSentences } from './sentences.ts';

/** What is wrong with a text of one or more sentences; empty when nothing is. */
function faultsOf(text: string): string[] {
  const faults: string[] = [];
  if (/undefined|NaN|\[object|Infinity|null/.test(text)) faults.push('a value that is none');
  if (/[{}]/.test(text)) faults.push('a placeholder');
  if (/\s\s|^\s|\s$/.test(text)) faults.push('a space too many');
  if (/\s[.,;:)]|\(\s|\.\.(?!\.)|\(\)/.test(text)) faults.push('stray punctuation');
  if (/\b([A-Za-z]{2,}) \1\b/i.test(text)) faults.push('a doubled word');
  if (/(^|[.!?] )[a-z]/.test(text.replace(/\b(e\.g|i\.e|etc)\. /g, ''))) faults.push('a sentence without capital');
  if (!text.endsWith('.')) faults.push('no period');
  if (/-\d+(\.\d+)? (ms|s|min|h)\b/.test(text)) faults.push('a negative time');
  return faults;
}

describeSentences(en, faultsOf);

describe('a story', () => {
  it('says nothing of timers and persons where the code says it all', () => {
    const busy = { status: 486, phrase: 'Busy Here', role: 'callee', host: '192.0.2.7', after: 124, ringing: false };
    const { text } = en.verdict('busy-here', { ...busy, rounds: 0, audible: 'nothing', reach: 'trying' });
    expect(text).toBe('The callee 192.0.2.7 refused the call after 124 ms: busy (486 Busy Here).');
  });

  it('has no if where the facts are known', () => {
    for (const sdp of [true, false]) {
      for (const code of [180, 183, 200]) {
        expect(en.status(code, { status: code, sdp, role: 'callee' }).description).not.toMatch(
          /\b(if|unless audio|REGISTER|CANCEL)\b/i,
        );
      }
    }
    expect(en.status(200).description).toContain('REGISTER');
  });
});

describe('durations', () => {
  it.each([
    [0, '0 s'],
    [0.2, 'under 1 ms'],
    [124.4, '124 ms'],
    [999.7, '1.0 s'],
    [2_155, '2.2 s'],
    [9_960, '10 s'],
    [119_600, '2 min'],
    [3_599_700, '1 h'],
    [3_900_000, '1 h 5 min'],
    [200_000_000, '2 days'],
    [-5, '0 s'],
  ])('of %d ms are %s', (value, text) => {
    expect(duration(value)).toBe(text);
  });
});
