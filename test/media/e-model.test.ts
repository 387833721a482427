/** The vectors of ITU-T G.107's simplified formula, computed beside the project (knowledge/timing-and-metrics.md §5). */
import { describe, expect, it } from 'vitest';
import {
  delayImpairmentOf,
  type Impairment,
  impairmentOf,
  lossImpairmentOf,
  mosOf,
  ratingOf,
} from '../../src/media/e-model.ts';
import { qualityOf } from '../../src/media/quality.ts';
import { Stream } from '../../src/media/stream.ts';

/** Loss in percent, delay in ms, burst ratio. */
const conditions = [
  [0, 0, 1],
  [1, 20, 1],
  [2, 20, 1],
  [5, 20, 1],
  [10, 20, 1],
  [2, 20, 4],
  [0, 150, 1],
  [0, 250, 1],
  [0, 400, 1],
] as const;

const vectors: readonly (readonly [string, Impairment | undefined, string])[] = [
  [
    'G.711 with concealment',
    impairmentOf('PCMA'),
    '93.20/4.409 89.08/4.316 85.71/4.220 76.94/3.903 65.65/3.387 85.30/4.208 89.60/4.329 79.20/3.994 59.10/3.053',
  ],
  [
    'G.711 without',
    { ie: 0, bpl: 4.3 },
    '93.20/4.409 74.80/3.813 62.56/3.232 41.64/2.145 26.29/1.463 53.14/2.740 89.60/4.329 79.20/3.994 59.10/3.053',
  ],
  [
    'G.729A',
    impairmentOf('g729'),
    '82.20/4.104 77.52/3.927 73.72/3.766 64.22/3.316 52.75/2.720 73.10/3.739 78.60/3.970 68.20/3.512 48.10/2.476',
  ],
  [
    'AMR 12.2',
    impairmentOf('AMR'),
    '88.20/4.292 79.54/4.006 72.72/3.722 57.72/2.981 42.72/2.199 70.58/3.624 84.60/4.185 74.20/3.787 54.10/2.791',
  ],
];

describe('the E-model', () => {
  it.each(vectors)('%s', (_, impairment, expected) => {
    if (impairment === undefined) throw new Error('no constants');
    const figures = conditions.map(([loss, delay, burstRatio]) => {
      const rating = ratingOf({ ...impairment, loss, delay, burstRatio });
      return `${rating.toFixed(2)}/${mosOf(rating).toFixed(3)}`;
    });
    expect(figures.join(' ')).toBe(expected);
  });

  it('ends where the scale ends', () => {
    expect(mosOf(-20)).toBe(1);
    expect(mosOf(120)).toBe(4.5);
    expect(impairmentOf('opus')).toBeUndefined();
    expect(impairmentOf('constructor')).toBeUndefined();
  });

  it('says what delay and loss take', () => {
    const conditions = { ie: 0, bpl: 25.1, loss: 10, burstRatio: 1, delay: 200 };
    expect(delayImpairmentOf(conditions)).toBeCloseTo(0.024 * 200 + 0.11 * 22.7, 9);
    expect(lossImpairmentOf(conditions)).toBeCloseTo((95 * 10) / 35.1, 9);
  });
});

/** PCMA of 20 ms; `delays` (ms) for the packets, over and over. */
function heard(delays: readonly number[]) {
  const endpoint = { address: '192.0.2.1', port: 40_000, name: '192.0.2.1:40000' };
  const stream = new Stream(0, endpoint, endpoint, 1, 0, 0);
  const rtp = { payloadType: 8, marker: false, sequence: 0, timestamp: 0, ssrc: 1, start: 0, end: 160 };
  for (let i = 0; i < 1_000; i++) {
    const time = (i * 20 + delays[i % delays.length]) * 1000;
    stream.add({ ...rtp, sequence: i, timestamp: 160 * i }, new Uint8Array(160), time, 200);
  }
  stream.sequence.end();
  return { stream, quality: qualityOf(stream, 'PCMA', 20, Number.NaN) };
}

describe('a stream', () => {
  it('counts a packet that comes after others as late, and not as lost beside', () => {
    // Every twentieth overtakes nobody: it comes 80 ms late, behind the four after it.
    const { stream, quality } = heard([...Array.from({ length: 19 }, () => 0), 80]);
    expect(stream.sequence.lost).toBe(0);
    expect(stream.pace.late).toBe(50);
    expect(quality?.loss).toBeCloseTo(5, 9);
  });

  it('does not wait longer for packets than it counts them late', () => {
    // Held for up to 200 ms: a mean jitter above 30 ms, and a buffer of 60 ms nevertheless.
    const { stream, quality } = heard([180, 160, 140, 120, 100, 80, 60, 40, 20, 0]);
    expect(stream.pace.meanJitter).toBeGreaterThan(30);
    expect(quality?.delay).toBe(60 + 20);
  });
});
