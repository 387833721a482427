/** Times of which a log prints only a part. */
import { describe, expect, it } from 'vitest';
import { createClock } from '../../src/logs/clock.ts';
import { findStamp, parseSipDate, type Stamp } from '../../src/logs/stamps.ts';
import { latin1Bytes, readLog } from './read.ts';

const iso = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time / 1000).toISOString();
const stamp = (text: string): Stamp => {
  const found = findStamp(text);
  if (!found) throw new Error(text);
  return found;
};
const at = (text: string): number => Date.parse(text) * 1000;

describe('a stamp', () => {
  it.each([
    ['2026-01-05 10:15:30.123456 [DEBUG]', '2026-01-05T10:15:30.123Z', 1, false],
    ['2026-01-05T10:15:30Z', '2026-01-05T10:15:30.000Z', 1_000_000, true],
    ['[2026/01/05 10:15:30.250]', '2026-01-05T10:15:30.250Z', 1000, false],
    ['2026-01-05 10:15:30,472', '2026-01-05T10:15:30.472Z', 1000, false],
    ['2026-01-05 10:15:30:472 belle-sip-message-', '2026-01-05T10:15:30.472Z', 1000, false],
    ['2026-01-05T10:15:30.5+05:30', '2026-01-05T04:45:30.500Z', 100_000, true],
    ['Mon Jan 05 2026 10:15:30 GMT-0800 (PST)', '2026-01-05T18:15:30.000Z', 1_000_000, true],
    ['86400000mS SIP Rx:', '1970-01-02T00:00:00.000Z', 1000, false],
  ] as const)('%j is a point in time', (text, time, resolution, zone) => {
    const found = stamp(text);
    expect(found).toMatchObject({ kind: 'absolute', resolution, zone });
    expect(iso(found.kind === 'absolute' ? found.time : 0)).toBe(time);
  });

  it.each([
    ['Jan  5 10:15:30', 'no-year'],
    ['Mar 30 13:35:51.25', 'no-year'],
    ['01-05 10:15:30.123  1000 I x', 'no-year'],
    ['10:15:30.123456', 'time-of-day'],
    ['25:00:00 then 10:15:30', 'time-of-day'],
  ] as const)('%j is a %s', (text, kind) => {
    expect(stamp(text).kind).toBe(kind);
  });

  it.each(['', '10:15', '99:99:99', '2026-13-01 10:15:30', 'no time at all'])('is not in %j', (text) => {
    expect(findStamp(text)).toBeUndefined();
  });

  it('of a Date header is GMT', () => {
    expect(iso(parseSipDate('Mon, 05 Jan 2026 10:15:30 GMT'))).toBe('2026-01-05T10:15:30.000Z');
    expect(parseSipDate('yesterday')).toBeUndefined();
  });
});

describe('the clock', () => {
  it('waits for a date, and begins in 1970 when none comes', () => {
    const clock = createClock(undefined);
    expect(clock.resolve(stamp('10:15:30'))).toBeUndefined();
    clock.giveUp();
    expect(iso(clock.resolve(stamp('10:15:30')))).toBe('1970-01-01T10:15:30.000Z');
    expect(clock.dateAssumed).toBe(true);
  });

  it('passes midnight and stays when writers overtake each other', () => {
    const clock = createClock(at('2026-01-06T00:00:00Z'));
    const times = ['23:59:59', '00:00:01', '23:59:59.900', '00:00:02', '11:00:00', '10:59:58', '23:30:00', '00:10:00'];
    expect(times.map((time) => iso(clock.resolve(stamp(time)))?.slice(0, 19))).toEqual([
      '2026-01-05T23:59:59',
      '2026-01-06T00:00:01',
      '2026-01-05T23:59:59',
      '2026-01-06T00:00:02',
      '2026-01-06T11:00:00',
      '2026-01-06T10:59:58',
      '2026-01-06T23:30:00',
      '2026-01-07T00:10:00',
    ]);
  });

  it('passes the turn of the year', () => {
    const clock = createClock(undefined);
    clock.sawSipDate(at('2025-12-31T23:00:00Z'));
    expect(['Dec 31 23:59:59', 'Jan  1 00:00:00'].map((time) => iso(clock.resolve(stamp(time)))?.slice(0, 10))).toEqual(
      ['2025-12-31', '2026-01-01'],
    );
  });

  it('does not date a log after its own file', () => {
    const clock = createClock(at('2026-02-01T00:00:00Z'));
    expect(iso(clock.resolve(stamp('Dec 24 18:00:00')))?.slice(0, 10)).toBe('2025-12-24');
  });

  it('keeps the order where no time is printed', () => {
    const clock = createClock(undefined);
    expect([undefined, undefined, undefined].map((none) => clock.resolve(none))).toEqual([0, 1, 2]);
  });

  it('believes its log lines more than a Date header', () => {
    const clock = createClock(undefined);
    clock.sawSipDate(at('2020-05-05T10:00:00Z'));
    clock.sawDatedLine(at('2026-01-05T23:59:00Z'));
    expect(iso(clock.resolve(stamp('00:00:10')))).toBe('2026-01-06T00:00:10.000Z');
  });
});

describe('a log without dates', () => {
  const message = (time: string, date = ''): string =>
    `recv 900 bytes from udp/[192.0.2.1]:5060 at ${time}.000000:\nOPTIONS sip:b@192.0.2.2 SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1\nCall-ID: 1\nCSeq: 1 OPTIONS\n${date}Content-Length: 0\n\n`;

  it('is dated by the first Date header, also before it', () => {
    const { messages, summary } = readLog(
      latin1Bytes(
        message('23:59:58') + message('00:00:01', 'Date: Tue, 06 Jan 2026 00:00:01 GMT\n') + message('00:00:02'),
      ),
    );
    expect(messages.map(({ time }) => iso(time)?.slice(0, 19))).toEqual([
      '2026-01-05T23:59:58',
      '2026-01-06T00:00:01',
      '2026-01-06T00:00:02',
    ]);
    expect([summary.zoneAssumed, summary.dateAssumed]).toEqual([true, false]);
  });

  it('is dated by the caller when it says nothing itself', () => {
    const { messages, summary } = readLog(latin1Bytes(message('10:00:00')), [65_536], at('2026-01-05T11:00:00Z'));
    expect(iso(messages[0].time)).toBe('2026-01-05T10:00:00.000Z');
    expect(summary.dateAssumed).toBe(true);
  });

  it('does not wait for ever', () => {
    const many = Array.from({ length: 2500 }, () => message('10:00:00')).join('');
    const { messages } = readLog(latin1Bytes(many + message('10:00:01', 'Date: Tue, 06 Jan 2026 10:00:01 GMT\n')));
    expect(messages).toHaveLength(2501);
    expect(new Set(messages.map(({ time }) => iso(time)?.slice(0, 10)))).toEqual(new Set(['1970-01-01']));
  });
});
