/**
 * Tones as exchanges make them (ITU-T E.180 and its list of the tones of each country; ITU-T Q.23 for keys), synthesised here,
 * put through G.711, and heard again.
 */
import { describe, expect, it } from 'vitest';
import { type Tone, Tones } from '../../src/media/tones.ts';
import { aLaw, LEVEL, type Part, synthesise } from './synthesiser.ts';

/** What is heard of a sound in packets of 20 ms, `without` those that got lost. */
function heard(
  parts: readonly Part[],
  { noise = 0, keysOnly = false, without = [] as number[] } = {},
): readonly Tone[] {
  const octets = synthesise(parts, noise);
  const tones = new Tones(keysOnly);
  for (let at = 0, packet = 0; at < octets.length; at += 160, packet++) {
    if (without.includes(packet)) continue;
    const bytes = octets.subarray(at, at + 160);
    tones.add(aLaw, bytes, 0, bytes.length, at, packet * 20_000);
  }
  tones.end();
  return tones.all;
}

const brief = (tones: readonly Tone[]) =>
  tones.map(({ kind, bursts, key }) => (key === '' ? `${kind} ${bursts}` : key));
const times = (n: number, ...parts: readonly Part[]) => Array.from({ length: n }, () => parts).flat();

describe('tones before the answer', () => {
  it.each<readonly [string, readonly Part[], string]>([
    ['ringing in Europe', times(3, [[425], 1000], [[], 4000]), 'ringing 3'],
    ['ringing in North America', times(2, [[440, 480], 2000], [[], 4000]), 'ringing 2'],
    [
      'ringing in the United Kingdom',
      times(2, [[400, 450], 400], [[], 200], [[400, 450], 400], [[], 2000]),
      'ringing 4',
    ],
    ['ringing in France', times(2, [[440], 1500], [[], 3500]), 'ringing 2'],
    ['ringing in Japan', times(2, [[384, 416], 1000], [[], 2000]), 'ringing 2'],
    ['busy in Europe', times(6, [[425], 500], [[], 500]), 'busy 6'],
    ['busy in Germany', times(6, [[425], 480], [[], 480]), 'busy 6'],
    ['busy in North America', times(6, [[480, 620], 500], [[], 500]), 'busy 6'],
    ['busy in the United Kingdom', times(6, [[400], 375], [[], 375]), 'busy 6'],
    ['congestion in Germany', times(8, [[425], 240], [[], 240]), 'congestion 8'],
    ['congestion in North America', times(8, [[480, 620], 250], [[], 250]), 'congestion 8'],
    [
      'special information (E.180 §9)',
      [
        [[950], 330],
        [[1400], 330],
        [[1800], 330],
        [[], 1000],
      ],
      'special-information 1',
    ],
    [
      'special information in North America',
      [
        [[913.8], 274],
        [[1370.6], 274],
        [[1776.7], 380],
      ],
      'special-information 1',
    ],
    ['dialling in Europe', [[[425], 5000]], 'dial 1'],
    ['dialling in North America', [[[350, 440], 5000]], 'dial 1'],
    ['a fax that calls', times(2, [[1100], 500], [[], 3000]), 'fax-calling 2'],
    ['a fax that answers', [[[2100], 3000]], 'fax-answering 1'],
  ])('%s', (_, parts, expected) => {
    expect(brief(heard(parts))).toEqual([expected]);
    // Noise 30 dB below.
    expect(brief(heard(parts, { noise: LEVEL / 32 }))).toEqual([expected]);
  });

  it('one after the other', () => {
    const parts: Part[] = [...times(2, [[425], 1000], [[], 4000]), ...times(5, [[425], 500], [[], 500])];
    const tones = heard(parts);
    expect(brief(tones)).toEqual(['ringing 2', 'busy 5']);
    expect(tones.map(({ confidence }) => confidence)).toEqual(['certain', 'certain']);
    // The busy tone begins 10 s after the first ring.
    expect(tones[1].start / 1000).toBeCloseTo(10_000, -2);
  });

  it('with packets lost', () => {
    expect(brief(heard(times(3, [[425], 1000], [[], 4000]), { without: [10, 30, 31, 255, 300] }))).toEqual([
      'ringing 3',
    ]);
  });

  it('that are none', () => {
    const sentence: Part[] = times(12, [[180, 360, 540, 1240], 130], [[210, 630, 1900], 90], [[], 60]);
    expect(heard(sentence)).toEqual([]);
    expect(heard([[[], 10_000]])).toEqual([]);
    // Music of pure notes without a cadence.
    expect(brief(heard(times(4, [[440], 400], [[523], 300], [[659], 500], [[494], 200])))).toEqual([]);
  });
});

describe('keys sent as sound', () => {
  const rows = [697, 770, 852, 941];
  const columns = [1209, 1336, 1477, 1633];

  it('are those of ITU-T Q.23', () => {
    const parts = rows.flatMap((row) =>
      columns.flatMap((column): Part[] => [
        [[row, column], 80],
        [[], 80],
      ]),
    );
    const keys = heard(parts, { keysOnly: true }).map(({ key }) => key);
    expect(keys.join('')).toBe('123A456B789C*0#D');
    expect(
      heard(parts)
        .map(({ key }) => key)
        .join(''),
    ).toBe('123A456B789C*0#D');
  });

  it('are no other tones, and no voice', () => {
    expect(heard(times(3, [[425], 1000], [[], 4000]), { keysOnly: true })).toEqual([]);
    expect(heard(times(9, [[697, 1394, 2091], 100], [[], 60]), { keysOnly: true })).toEqual([]);
    // Too short for a key: 40 ms is the least (ITU-T Q.24).
    expect(heard(times(5, [[697, 1209], 20], [[], 100]), { keysOnly: true })).toEqual([]);
  });
});
