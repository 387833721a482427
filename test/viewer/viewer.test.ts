/** What the page works out before it shows anything: messages cut into parts, calls found and sorted, words counted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerFields } from '../../src/catalogue/header-fields.ts';
import { canonicalName } from '../../src/headers/names.ts';
import { overviewOf } from '../../src/packed/form.ts';
import { partsOf, sdpOf } from '../../src/viewer/parts.ts';
import { CallIndex, type Filter } from '../../src/viewer/rows.ts';
import { en } from '../../src/viewer/words/en.ts';
import { fr } from '../../src/viewer/words/fr.ts';
import { ru } from '../../src/viewer/words/ru.ts';
import { vi } from '../../src/viewer/words/vi.ts';
import { type Counted, counted, duration, type Words } from '../../src/viewer/words/words.ts';
import { manyCalls } from '../reporters/many-calls.ts';

describe('a message', () => {
  it('is cut into start line, header fields and body', () => {
    const parts = partsOf(
      'INVITE sip:b SIP/2.0\r\nv: SIP/2.0/UDP a\r\n ;branch=x\r\nSubject:\r\nno field\r\n\r\nv=0\r\n\r\nrest',
    );
    expect(parts).toEqual({
      startLine: 'INVITE sip:b SIP/2.0',
      fields: [
        { name: 'v', canonical: 'Via', value: 'SIP/2.0/UDP a\n ;branch=x' },
        { name: 'Subject', canonical: 'Subject', value: '' },
        { name: '', canonical: '', value: 'no field' },
      ],
      body: 'v=0\r\n\r\nrest',
    });
  });

  it('loses nothing but its line ends and the space around colons, whatever it is', () => {
    const bare = (text: string) => text.replace(/[\s:]/g, '');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ':', ' ', '\r\n', '\n', '\t', 'v=0') }), (text) => {
        const { startLine, fields, body } = partsOf(text);
        const all = [startLine, ...fields.flatMap(({ name, value }) => [name, value]), body].join('');
        expect(bare(all)).toBe(bare(text));
      }),
    );
  });

  it('has its SDP found, in a multipart too', () => {
    const sdp = 'v=0\r\ns=-\r\nm=audio 1 RTP/AVP 0';
    const message = (type: string, body: string) =>
      partsOf(`INVITE sip:b SIP/2.0\r\nContent-Type: ${type}\r\n\r\n${body}`);
    expect(sdpOf(message('application/sdp', `${sdp}\r\n`))).toBe(sdp);
    const parts = `--b\r\nContent-Type: application/sdp\r\n\r\n${sdp}\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--`;
    expect(sdpOf(message('multipart/mixed;boundary=b', parts))).toBe(sdp);
    expect(sdpOf(message('multipart/mixed;boundary=b', '--b--'))).toBeUndefined();
    expect(sdpOf(message('text/plain', 'hello'))).toBeUndefined();
  });
});

describe('the list of calls', () => {
  const overview = overviewOf(manyCalls(700));
  const index = new CallIndex(overview);
  const order = index.order('number', ({ id }) => id);
  const all: Filter = { text: '', outcomes: new Set(), severities: new Set(), rule: '' };

  it('is found by any word of its parties, Call-ID, status, outcome and rules, all of them needed', () => {
    const found = (text: string) => index.find({ ...all, text }, order, false).calls;
    expect(found('')).toHaveLength(700);
    expect(found('USER12@example')).toEqual([12]);
    expect(found('user12@ busy')).toEqual(overview.calls[12].outcome === 'busy' ? [12] : []);
    // A seventh of the calls each; the generator says so.
    expect(found('server-overload-503')).toHaveLength(100);
    expect(found('486')).toEqual(
      expect.arrayContaining(overview.calls.filter(({ outcome }) => outcome === 'busy').map(({ id }) => id)),
    );
    expect(found('nothing has this')).toEqual([]);
  });

  it('counts what each choice would leave with the others as they are', () => {
    const { calls, outcomes, severities, rules } = index.find(
      { ...all, outcomes: new Set(['answered']) },
      order,
      false,
    );
    expect(calls).toHaveLength(400);
    // Outcomes can be added to one another.
    expect(Object.fromEntries(outcomes)).toEqual({ answered: 400, busy: 100, 'no-answer': 100, failed: 100 });
    expect(Object.fromEntries(severities)).toEqual({ error: 100 });
    expect(Object.fromEntries(rules)).toEqual({ 'call-dropped-32s': 100 });
    expect(index.find({ ...all, severities: new Set(['error', 'warning']) }, order, false).calls).toHaveLength(200);
    expect(index.find({ ...all, rule: 'server-overload-503' }, order, false).calls).toHaveLength(100);
  });

  it('is sorted both ways, equal ones in the order of the report', () => {
    const byStatus = index.order('status', ({ finalStatus }) => finalStatus);
    const statuses = [...byStatus].map((call) => overview.calls[call].finalStatus);
    expect(statuses).toEqual([...statuses].sort((a, b) => a - b));
    const busy = [...byStatus].filter((call) => overview.calls[call].finalStatus === 486);
    expect(busy).toEqual([...busy].sort((a, b) => a - b));
    expect(index.find(all, byStatus, true).calls).toEqual([...byStatus].reverse());
  });
});

/** Every text of a language, by its place. */
function textsOf(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  return Object.entries(value as object).flatMap(([name, one]) => textsOf(one, `${place}.${name}`));
}

describe.each([en, fr, vi, ru].map((words) => [words.name, words] as const))('%s', (_, words) => {
  const texts = new Map(textsOf(words));
  const english = new Map(textsOf(en));

  it('leaves no word empty, and every place for a number where English has it', () => {
    for (const [place, text] of texts) {
      expect(text.trim(), place).toBe(text);
      expect(text, place).not.toBe('');
      const places = (one: string) => [...one.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
      if (english.has(place)) expect(places(text), place).toEqual(places(english.get(place) ?? ''));
    }
  });

  it('has every form that its numbers ask for', () => {
    for (const name of Object.keys(words.counted) as Counted[]) {
      for (const n of [0, 1, 2, 5, 11, 21, 22, 101, 1_000_000]) {
        const text = counted(words, name, n);
        expect(text, `${name} ${n}`).toContain(n.toLocaleString(words.tag));
        expect(text).not.toContain('{');
      }
    }
  });

  it('says each header field of the catalogue in a line', () => {
    for (const { name } of headerFields) {
      expect(words.fields[name].length, name).toBeLessThan(80);
      expect(canonicalName(name)).toBe(name);
    }
  });
});

describe('numbers', () => {
  it('take the form of the language', () => {
    const calls = (words: Words) => [1, 2, 5, 21].map((n) => counted(words, 'calls', n));
    expect(calls(en)).toEqual(['1 call', '2 calls', '5 calls', '21 calls']);
    expect(calls(fr)).toEqual(['1 appel', '2 appels', '5 appels', '21 appels']);
    expect(calls(vi)).toEqual(['1 cuộc gọi', '2 cuộc gọi', '5 cuộc gọi', '21 cuộc gọi']);
    expect(calls(ru)).toEqual(['1 вызов', '2 вызова', '5 вызовов', '21 вызов']);
    expect(counted(fr, 'calls', 0)).toBe('0 appel');
  });

  it.each([
    [undefined, '–'],
    [0, '0 ms'],
    [0.2, '< 1 ms'],
    [180.4, '180 ms'],
    [1_207, '1.2 s'],
    [9_960, '10 s'],
    [200_000, '3 min 20 s'],
    [3_600_000, '1 h'],
    [90_061_000, '25 h 1 min'],
    [259_200_000, '3 d'],
  ])('%s ms are %s', (ms, text) => {
    expect(duration(en, ms)).toBe(text);
  });

  it('have the decimal sign of the language', () => {
    expect(duration(fr, 1_207)).toBe('1,2 s');
    expect(duration(ru, 1_207)).toBe('1,2 с');
  });
});
