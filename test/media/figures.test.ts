/** Sequence numbers, bursts, jitter, drift, events and the series, against numbers that a person can check. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LossBursts } from '../../src/media/loss-bursts.ts';
import { Pace } from '../../src/media/pace.ts';
import { DUPLICATE, LATE, NEW, RESTARTED, Sequence, STRAY } from '../../src/media/sequence.ts';
import { Series } from '../../src/media/series.ts';
import { TelephoneEvents } from '../../src/media/telephone-events.ts';
import { UdptlCount } from '../../src/media/udptl.ts';

function sequenceOf(numbers: readonly number[]): Sequence {
  const sequence = new Sequence();
  for (const number of numbers) sequence.add(number);
  sequence.end();
  return sequence;
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => (from + i) & 0xffff);

describe('sequence numbers', () => {
  it('wrap', () => {
    const sequence = sequenceOf(range(65_530, 20));
    expect([sequence.packets, sequence.expected, sequence.lost]).toEqual([20, 20, 0]);
  });

  it('say what is lost, late or double', () => {
    const sequence = new Sequence();
    expect([1, 2, 4, 3, 4, 7].map((number) => sequence.add(number))).toEqual([NEW, NEW, NEW, LATE, DUPLICATE, NEW]);
    sequence.end();
    expect(sequence).toMatchObject({ packets: 6, expected: 7, lost: 2, duplicates: 1, reordered: 1 });
    expect(sequence.bursts).toMatchObject({ runs: 1, longestRun: 2 });
  });

  it('that come before the first one captured widen the range', () => {
    const sequence = sequenceOf([10, 7, 11]);
    expect(sequence).toMatchObject({ expected: 5, lost: 2, reordered: 1, duplicates: 0 });
  });

  it('begin anew after two in sequence far away (RFC 3550 A.1)', () => {
    const sequence = new Sequence();
    const outcomes = [...range(100, 5), 40_000, 40_001, 40_002].map((number) => sequence.add(number));
    expect(outcomes.slice(5)).toEqual([STRAY, RESTARTED, NEW]);
    expect(sequence).toMatchObject({ packets: 8, expected: 8, lost: 0, restarts: 1 });
  });

  it('are not moved by one stray', () => {
    const sequence = sequenceOf([...range(100, 5), 40_000, ...range(105, 5)]);
    expect(sequence).toMatchObject({ packets: 11, expected: 11, lost: 0, restarts: 0 });
  });

  it('never say more lost than expected, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 65_535 }), { maxLength: 300 }), (numbers) => {
        const sequence = sequenceOf(numbers);
        expect(sequence.packets).toBe(numbers.length);
        expect(sequence.expected).toBeGreaterThanOrEqual(0);
        expect(sequence.duplicates + sequence.reordered).toBeLessThanOrEqual(numbers.length);
      }),
    );
  });

  it('that are shuffled within a few places lose nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 65_535 }),
        fc.array(fc.nat(7), { minLength: 80, maxLength: 80 }),
        (from, by) => {
          const shuffled = range(from, 80)
            .map((number, at) => ({ number, at: at + by[at] }))
            .sort((a, b) => a.at - b.at)
            .map(({ number }) => number);
          expect(sequenceOf(shuffled)).toMatchObject({ expected: 80, lost: 0, duplicates: 0 });
        },
      ),
    );
  });

  it('go on after they were judged', () => {
    const sequence = sequenceOf(range(1, 10));
    for (const number of range(11, 10)) sequence.add(number);
    sequence.end();
    expect(sequence).toMatchObject({ packets: 20, expected: 20, lost: 0 });
  });
});

describe('bursts of loss (RFC 3611 §4.7.2)', () => {
  it('are those of the example there', () => {
    const bursts = new LossBursts();
    for (const packet of '11110111111111111111111X111X1011110111111111111111111X111111111') {
      if (packet === '1') bursts.good(1);
      else bursts.bad();
    }
    bursts.end();
    // Packets 23 to 34: four of twelve.
    expect(bursts).toMatchObject({ bursts: 1, burstPackets: 12, burstLost: 4, isolated: 2 });
  });
});

describe('jitter', () => {
  it('is that of RFC 3550 §6.4.1', () => {
    const pace = new Pace();
    const arrivals = [0, 20, 45, 60, 80];
    const seen = arrivals.map((ms, i) => {
      pace.beat(ms * 1000, i * 160, 8000, false);
      return pace.jitter.toFixed(4);
    });
    expect(seen).toEqual(['0.0000', '0.0000', '0.3125', '0.6055', '0.5676']);
  });

  it('passes over the wrap of timestamps, and notes a jump', () => {
    const pace = new Pace();
    pace.beat(0, 0xffff_ff60, 8000, false);
    pace.beat(20_000, 0, 8000, false);
    expect(pace.jitter).toBe(0);
    pace.beat(40_000, 1_000_000, 8000, false);
    expect(pace.jumps).toBe(1);
    expect(pace.jitter).toBe(0);
  });

  it('counts what comes too late to be played', () => {
    const pace = new Pace();
    for (let i = 0; i < 10; i++) pace.beat(i * 20_000 + (i === 5 ? 80_000 : 0), i * 160, 8000, false);
    expect(pace.late).toBe(1);
  });

  it('does not hide the drift of a clock', () => {
    const pace = new Pace();
    // 1,000 ppm fast: 160 samples every 19.98 ms.
    for (let i = 0; i < 1_000; i++) {
      pace.tick(i * 19_980, false);
      pace.beat(i * 19_980, i * 160, 8000, false);
    }
    expect(pace.drift).toBeCloseTo(1_001, 0);
  });
});

/** Packets of 20 ms; `stands` ms pass after every hundredth of which the timestamps tell nothing. */
function spurts(count: number, stands: number, marked: boolean): Pace {
  const pace = new Pace();
  for (let i = 0; i < count; i++) {
    const time = (i * 20 + Math.floor(i / 100) * stands) * 1000;
    const opens = marked && i % 100 === 0;
    pace.tick(time, opens);
    pace.beat(time, i * 160, 8000, opens);
  }
  return pace;
}

describe('pauses', () => {
  it('that open a spurt make nothing late, whatever the timestamps say', () => {
    expect(spurts(1_000, 300, true)).toMatchObject({ late: 0, steadyJitter: 0 });
  });

  it('that nothing tells of make late what a buffer needs to begin anew', () => {
    // Nine pauses, and five packets each until the buffer gives in.
    expect(spurts(1_000, 500, false).late).toBe(9 * 5);
  });

  it('of the network make late what was held', () => {
    // For 400 ms nothing comes, and then all of it. The first is 400 ms late, each after it 20 ms less; the buffer follows
    // by a 64th of that, to 52 ms with the 14th: the 15th (120 ms) is too late for it, and the next (100 ms) is not.
    const held = new Pace();
    for (let i = 0; i < 100; i++) held.beat(Math.max(i, i >= 20 ? 40 : 0) * 20_000, i * 160, 8000, false);
    expect(held.late).toBe(15);
  });

  it('are no drift', () => {
    // 20 s of talk in pieces of 2 s.
    expect(spurts(1_000, 300, true).drift).toBeCloseTo(0, 6);
    expect(spurts(1_000, 300, false).drift).toBeCloseTo(0, 6);
  });

  it('leave too little to tell of a drift where little was said', () => {
    expect(spurts(400, 5_000, true).drift).toBeUndefined();
  });
});

describe('telephone events (RFC 4733)', () => {
  it('are one however many packets tell of them', () => {
    const events = new TelephoneEvents();
    const send = (code: number, flags: number, duration: number, timestamp: number) =>
      events.add(Uint8Array.of(code, flags, duration >> 8, duration & 0xff), 0, 4, timestamp, 101, 0, true);
    for (const duration of [160, 320, 480]) send(5, 10, duration, 1000);
    for (let i = 0; i < 3; i++) send(5, 0x8a, 640, 1000);
    for (let i = 0; i < 3; i++) send(11, 0x8a, 800, 3000);
    expect(events.digits).toBe('5#');
    expect(events.events[0]).toMatchObject({ name: '5', packets: 6, ends: 3, duration: 640, volume: 10 });
  });

  it('note a duration that does not grow, unless the end was told or the packet is late', () => {
    const events = new TelephoneEvents();
    const send = (flags: number, duration: number, inOrder = true) =>
      events.add(Uint8Array.of(5, flags, duration >> 8, duration & 0xff), 0, 4, 1000, 101, duration, inOrder);
    for (const duration of [160, 160, 160, 320]) send(10, duration);
    send(10, 240, false);
    for (let i = 0; i < 3; i++) send(0x8a, 320);
    expect(events.events[0]).toMatchObject({ packets: 8, ends: 3, stalled: 2, duration: 320, at: 160, last: 320 });
  });

  it('may have ends that share a sequence number', () => {
    const events = new TelephoneEvents();
    const packet = (flags: number) => Uint8Array.of(5, flags, 0, 160);
    events.add(packet(10), 0, 4, 1000, 101, 0, true);
    events.add(packet(0x8a), 0, 4, 1000, 101, 0, true);
    for (const flags of [0x8a, 0x8a, 10]) events.again(packet(flags), 0, 4, 1000);
    expect(events.events).toMatchObject([{ packets: 2, ends: 3 }]);
  });

  it('that are cut say nothing', () => {
    const events = new TelephoneEvents();
    events.add(Uint8Array.of(5, 10, 0), 0, 3, 1, 101, 0, true);
    expect(events.events).toEqual([]);
  });
});

describe('the series', () => {
  it('gets coarser, not longer', () => {
    const series = new Series(0);
    for (let second = 0; second < 10_000; second++) series.add(second * 1e6, 50, 1, 3, 20);
    const points = series.points();
    expect(points.length).toBeLessThanOrEqual(3_600);
    expect(points.reduce((sum, { packets }) => sum + packets, 0)).toBe(500_000);
  });

  it('knows the worst ten seconds', () => {
    const series = new Series(0);
    for (let second = 0; second < 60; second++) {
      const lost = second >= 20 && second < 30 ? 5 : 0;
      series.add(second * 1e6, 50 - lost, lost, second === 40 || second === 41 ? 60 : 2, 20);
    }
    expect(series.worstLoss(10)).toBeCloseTo(0.1, 5);
    expect(series.secondsAbove(50)).toBe(2);
    expect(series.longestAbove(50)).toEqual({ seconds: 2, from: 40 });
  });
});

describe('UDPTL', () => {
  it('is counted', () => {
    const count = new UdptlCount();
    for (const sequence of [0, 1, 3, 2, 3, 6]) count.add(Uint8Array.of(0, sequence, 1, 0), 0, 4, sequence);
    expect(count).toMatchObject({ packets: 6, lost: 2, duplicates: 1 });
  });
});
