/** What French says: whole sentences, whatever a call brings together, and nothing left in English. */
import { describe, expect, it } from 'vitest';
import { causes } from '../../src/catalogue/causes.ts';
import { statuses, unregistered } from '../../src/catalogue/statuses.ts';
import { warnings } from '../../src/catalogue/warnings.ts';
import { fr } from '../../src/locales/fr/index.ts';
import { duration, times } from '../../src/locales/fr/phrases.ts';
import { describeSentences } from './sentences.ts';

/** Names that the catalogue quotes in English, whatever language speaks. */
const quotedNames = [
  ...[...statuses, ...[...unregistered.values()]].map(({ phrase }) => phrase),
  ...[...causes, ...warnings].map(({ name }) => name),
  'Network Blocked',
  'Call completed elsewhere',
  'Stale Date',
  'Unsupported Certificate',
  'Free Caller Registry',
  'Invalid Identity Header',
  'Bad From header',
].sort((a, b) => b.length - a.length);

const english =
  /(?<![\p{L}\d_.=-])(the|of|and|with|without|for|is|are|was|were|been|be|to|from|by|at|it|its|this|that|these|those|which|who|whose|what|when|where|while|because|although|but|not|none|any|each|every|other|another|same|has|have|had|can|cannot|could|should|must|may|will|would|let|sent|between|before|after|within|until|if|then|than|there|here|they|their|caller|callee|server|answer|call|The|This|It|If|When|Where|Let|Not|No)(?![\p{L}\d_=-]|\.\w)/u;

/** What the text says in its own words: without names of the catalogue, texts of the trace, and settings of products. */
function ownWords(text: string): string {
  let rest = text;
  for (const name of quotedNames) rest = rest.replaceAll(name, '');
  // A phrase of the trace stands behind its code, a text of it in quotes, brackets or behind the cause.
  return rest.replace(
    /« [^»]* »|"[^"]*"|<[^>]*>|\b[1-6]\d\d(?: [A-Z][\w'/-]*)+|(?:cause=|SIP |Q\.850 )\d+ \([^)]*\)/g,
    '',
  );
}

/** What is wrong with a text of one or more sentences; empty when nothing is. */
function faultsOf(text: string): string[] {
  const faults: string[] = [];
  if (/undefined|NaN|\[object|Infinity|\bnull\b/.test(text)) faults.push('a value that is none');
  if (/[{}]/.test(text)) faults.push('a placeholder');
  if (/\s\s|^\s|\s$/.test(text)) faults.push('a space too many');
  if (/[\u00a0\u202f]/.test(text)) faults.push('a no-break space, which reports escape');
  if (text.normalize('NFC') !== text) faults.push('letters that are not composed');
  // A space stands before a colon and a semicolon in French, not before a point, a comma or a bracket.
  if (/\s[.,)](?!\w)|\(\s|\.\.(?!\.)|\(\)/.test(text)) faults.push('stray punctuation');
  if (/(?<!\p{L})(\p{L}{2,}) \1(?![\p{L}:])/iu.test(text)) faults.push('a doubled word');
  if (/(^|[.!?] )\p{Ll}/u.test(text)) faults.push('a sentence without capital');
  if (!text.endsWith('.')) faults.push('no period');
  if (/-\d+(,\d+)? (ms|s|min|h)\b/.test(text)) faults.push('a negative time');
  if (/\p{L}'\p{L}/u.test(text)) faults.push('a straight apostrophe');
  if (
    /(?<![\p{L}-])(de|que|le|ne|se|je) [aeiouéèêàh]\p{Ll}{2,}(?![\p{L}\d@:/._-])/u.test(
      ownWords(text).replaceAll('outbound', ''),
    )
  )
    faults.push('a vowel that is not elided');
  const left = english.exec(ownWords(text));
  if (left !== null) faults.push(`English: ${left[1]}`);
  return faults;
}

describeSentences(fr, faultsOf);

describe('a story', () => {
  it('says nothing of timers and persons where the code says it all', () => {
    const busy = { status: 486, phrase: 'Busy Here', role: 'callee', host: '192.0.2.7', after: 124, ringing: false };
    const { text } = fr.verdict('busy-here', { ...busy, rounds: 0, audible: 'nothing', reach: 'trying' });
    expect(text).toBe('L’appelé 192.0.2.7 a refusé l’appel après 124 ms : occupé (486 Busy Here).');
  });

  it('has no if where the facts are known', () => {
    for (const sdp of [true, false]) {
      for (const code of [180, 183, 200]) {
        expect(fr.status(code, { status: code, sdp, role: 'callee' }).description).not.toMatch(
          /(?<!\p{L})(si|sauf|REGISTER|CANCEL)(?!\p{L})/iu,
        );
      }
    }
    expect(fr.status(200).description).toContain('REGISTER');
  });
});

describe('durations', () => {
  it.each([
    [0, '0 s'],
    [0.2, 'moins de 1 ms'],
    [124.4, '124 ms'],
    [999.7, '1,0 s'],
    [2_155, '2,2 s'],
    [9_960, '10 s'],
    [119_600, '2 min'],
    [3_599_700, '1 h'],
    [3_900_000, '1 h 5 min'],
    [200_000_000, '2 jours'],
    [-5, '0 s'],
  ])('of %d ms are %s', (value, text) => {
    expect(duration(value)).toBe(text);
  });
});

// ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────

describe('0 and 1 are singular, all others plural', () => {
  const { terminal, expectations, diff } = fr;
  it.each([
    [0, '0 appel', '0 connu ou ignoré', '0 abouti'],
    [1, '1 appel', '1 connu ou ignoré', '1 abouti'],
    [2, '2 appels', '2 connus ou ignorés', '2 aboutis'],
    [5, '5 appels', '5 connus ou ignorés', '5 aboutis'],
    [11, '11 appels', '11 connus ou ignorés', '11 aboutis'],
    [21, '21 appels', '21 connus ou ignorés', '21 aboutis'],
    [101, '101 appels', '101 connus ou ignorés', '101 aboutis'],
  ])('%d', (n, calls, accepted, answered) => {
    expect(terminal.calls(n)).toBe(calls);
    expect(terminal.accepted(n)).toBe(accepted);
    expect(terminal.outcomeCount(n, 'answered')).toBe(answered);
    expect(expectations.selected(n, 'calls')).toBe(calls);
    const several = n > 1 ? 's' : '';
    expect(terminal.transactions(n)).toBe(`${n} autre${several} requête${several}`);
    expect(terminal.undetermined(n)).toBe(`${n} point${several} indéterminé${several}`);
    expect(terminal.duplicates(n)).toBe(`${n} doublon${several} écarté${several}`);
    expect(diff.summary({ compared: n, different: 1, onlyA: 0, onlyB: 0 })[0]).toBe(
      `${n} appel${several} comparé${several}`,
    );
  });

  it('how often', () => {
    expect([1, 2, 5, 11, 21, 101].map(times)).toEqual([
      'une fois',
      'deux fois',
      '5 fois',
      '11 fois',
      '21 fois',
      '101 fois',
    ]);
  });
});

describe('nothing is left to English', () => {
  it('in the labels', () => {
    const texts = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : typeof value === 'object' ? Object.values(value ?? {}).flatMap(texts) : [];
    for (const text of texts([fr.terminal, fr.diff, fr.expectations]))
      expect(english.exec(ownWords(text))?.[1], text).toBeUndefined();
  });

  it('where codes that are not registered are met', () => {
    for (const code of unregistered.keys()) {
      const met = fr.pages.status(code).facts.find(([label]) => label === 'Vu dans');
      expect(met?.[1], String(code)).toBeTruthy();
    }
  });
});
