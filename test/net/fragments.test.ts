import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytes, START } from '../files/build.ts';
import { ALICE, ALICE6, BOB, BOB6, ethernet, fragmentHeader, INVITE, ipv4, ipv6, udpHeader } from './build.ts';
import { decode, decodeFrames } from './decode.ts';

const LONG = INVITE + 'a=candidate\r\n'.repeat(60);
const datagram = bytes(udpHeader(5060, 5060, LONG.length + 8), LONG);

interface Part {
  readonly start: number;
  readonly end: number;
}

/** The parts of `length` bytes, cut at multiples of 8. */
function partsOf(length: number, cuts: readonly number[]): Part[] {
  const edges = [...new Set([0, ...cuts.map((cut) => cut - (cut % 8)).filter((cut) => cut < length), length])];
  edges.sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => ({ start: edges[i], end }));
}

type Version = (part: Part, id?: number, payload?: Uint8Array) => Uint8Array;

const fragment4: Version = ({ start, end }, id = 77, payload = datagram) =>
  ipv4(ALICE, BOB, 17, payload.slice(start, end), { id, offset: start, more: end < payload.length });
const fragment6: Version = ({ start, end }, id = 77, payload = datagram) =>
  ipv6(ALICE6, BOB6, 44, fragmentHeader(17, id, start, end < payload.length, payload.slice(start, end)));

const parts = partsOf(datagram.length, [400, 800]);

for (const [name, fragment] of [
  ['IPv4', fragment4],
  ['IPv6', fragment6],
] as const) {
  describe(`${name} fragments`, () => {
    test('become one datagram, of the frame that completed it', () => {
      const { datagrams, counters, tally } = decode(parts.map((part) => fragment(part)));
      expect(datagrams.length).toBe(1);
      expect(datagrams[0]).toMatchObject({
        text: LONG,
        time: START + 2000,
        truncated: false,
        ipId: name === 'IPv4' ? 77 : -1,
        origin: { index: 3, length: parts[2].end - parts[2].start },
      });
      expect(counters).toMatchObject({ ip: 3, fragments: 3, udp: 1 });
      expect(tally.noted).toEqual([]);
    });

    test('of several datagrams may be mixed', () => {
      const other = bytes(udpHeader(5070, 5070, LONG.length + 8), LONG.replace('bob', 'eve'));
      const mixed = parts.flatMap((part) => [fragment(part, 1), fragment(part, 2, other)]);
      expect(decode(mixed).datagrams.map(({ text }) => text)).toEqual([LONG, LONG.replace('bob', 'eve')]);
    });

    test('that are missing at the end of the capture leave a truncated datagram', () => {
      const { datagrams, tally } = decode([fragment(parts[0]), fragment(parts[1])]);
      expect(datagrams).toMatchObject([
        { text: LONG.slice(0, 792), truncated: true, time: START, origin: { index: 1 } },
      ]);
      expect(tally.noted).toMatchObject([{ reason: 'fragment-incomplete', index: 1 }]);
    });

    test('that are missing in the middle leave what stands before', () => {
      const { datagrams } = decode([fragment(parts[0]), fragment(parts[2])]);
      expect(datagrams).toMatchObject([{ text: LONG.slice(0, 392), truncated: true }]);
    });

    test('whose first is missing are counted', () => {
      const { datagrams, tally } = decode([fragment(parts[1]), fragment(parts[2])]);
      expect(datagrams).toEqual([]);
      expect(tally.noted).toMatchObject([{ reason: 'fragment-without-first', index: 1 }]);
    });

    test('that did not come in time are given up while the capture goes on', () => {
      const late = START + 60_000_000;
      const { datagrams, tally } = decode([
        { data: fragment(parts[0]), time: START },
        { data: fragment(parts[1], 99), time: late },
        { data: fragment(parts[1]), time: late + 1 },
      ]);
      expect(datagrams).toMatchObject([{ time: START, truncated: true }]);
      expect(tally.noted.map(({ reason }) => reason)).toEqual([
        'fragment-incomplete',
        'fragment-without-first',
        'fragment-without-first',
      ]);
    });

    test('cut by the snap length give what stands before the cut', () => {
      const frames = parts.map((part) => ethernet(fragment(part)));
      const { datagrams } = decodeFrames(frames.map((data) => ({ data: data.slice(0, 300), wire: data.length })));
      const header = name === 'IPv4' ? 34 : 62;
      expect(datagrams).toMatchObject([{ text: LONG.slice(0, 300 - header - 8), truncated: true }]);
    });

    test('of what is not SIP are dropped at once', () => {
      const video = bytes(udpHeader(9000, 9000, 1208), new Uint8Array(1200).fill(0x80));
      const pieces = partsOf(video.length, [400, 800]).map((part) => fragment(part, 5, video));
      for (const order of [[0, 1, 2], [2, 1, 0], [0], [0, 2]]) {
        const { datagrams, tally } = decode(order.map((index) => pieces[index]));
        expect(datagrams).toEqual([]);
        expect(tally.noted).toEqual([]);
      }
    });

    test('in any order, repeated and overlapping give the datagram', () => {
      const anyParts = fc
        .tuple(
          fc.array(fc.nat(datagram.length), { maxLength: 8 }),
          fc.array(fc.tuple(fc.nat(datagram.length - 1), fc.nat(500)), { maxLength: 6 }),
        )
        .map(([cuts, extra]) => [
          ...partsOf(datagram.length, cuts),
          ...extra.map(([start, size]) => ({
            start: start - (start % 8),
            // All but the last end at a multiple of 8.
            end: Math.min(start - (start % 8) + size - (size % 8) + 8, datagram.length),
          })),
        ]);
      fc.assert(
        fc.property(
          anyParts.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
          (all) => {
            const { datagrams } = decode(all.map((part) => fragment(part)));
            // What is repeated after completion waits for the rest of another datagram.
            expect(datagrams[0]).toMatchObject({ text: LONG, truncated: false });
          },
        ),
      );
    });
  });
}

describe('hostile fragments', () => {
  test('beyond the largest packet', () => {
    const { tally } = decode([fragment4({ start: 65528, end: 65536 }, 1, new Uint8Array(70_000))]);
    expect(tally.of('fragment-damaged')).toBe(1);
  });

  test('a last fragment that contradicts the first', () => {
    const { datagrams } = decode([
      fragment4(parts[0]),
      ipv4(ALICE, BOB, 17, datagram.slice(40, 48), { id: 77, offset: 40, more: false }),
    ]);
    expect(datagrams).toMatchObject([{ truncated: true, text: LONG.slice(0, 40) }]);
  });

  test('many openings do not fill the memory', () => {
    const opening = (id: number) => ({ data: ethernet(fragment4(parts[0], id & 0xffff, datagram)), time: START });
    const { tally } = decodeFrames(Array.from({ length: 6000 }, (_, i) => opening(i)));
    expect(tally.of('fragment-limit')).toBe(6000 - 4096);
    expect(tally.of('fragment-incomplete')).toBe(6000);
  });
});
