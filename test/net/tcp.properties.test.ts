import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../src/net/tcp-connections.ts';
import { START } from '../files/build.ts';
import { ALICE, addressBytes, BOB, BOB6, INVITE, tcp } from './build.ts';
import { decode, streams } from './decode.ts';

const MESSAGE = INVITE + 'v=0\r\ns=-\r\n'.repeat(20) + INVITE;
const syn = (first: number) => tcp(ALICE, BOB, (first - 1) >>> 0, '', { flags: 'S' });
const sequence = fc.oneof(fc.nat(), fc.integer({ min: 2 ** 32 - MESSAGE.length, max: 2 ** 32 - 1 }));

interface Part {
  readonly start: number;
  readonly end: number;
}

/** Parts that cover the message, and some more that repeat what others have. */
const anyParts: fc.Arbitrary<Part[]> = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: MESSAGE.length - 1 }), { maxLength: 12 }),
    fc.array(fc.tuple(fc.nat(MESSAGE.length - 1), fc.integer({ min: 1, max: 300 })), { maxLength: 6 }),
  )
  .map(([cuts, extra]) => {
    const edges = [...new Set([0, ...cuts, MESSAGE.length])].sort((a, b) => a - b);
    return [
      ...edges.slice(1).map((end, i) => ({ start: edges[i], end })),
      ...extra.map(([start, size]) => ({ start, end: Math.min(start + size, MESSAGE.length) })),
    ];
  });

const shuffled = anyParts.chain((parts) => fc.shuffledSubarray(parts, { minLength: parts.length }));
const segment = (first: number, { start, end }: Part) =>
  tcp(ALICE, BOB, (first + start) >>> 0, MESSAGE.slice(start, end));

describe('TCP segments', () => {
  test('in any order, repeated and overlapping give the stream', () => {
    fc.assert(
      fc.property(sequence, shuffled, (first, parts) => {
        const { chunks, tally } = decode([syn(first), ...parts.map((part) => segment(first, part))]);
        expect(streams(chunks)).toEqual([MESSAGE]);
        expect(chunks.filter(({ last }) => last).length).toBe(1);
        expect(tally.noted).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('with a FIN, in any order', () => {
    fc.assert(
      fc.property(sequence, shuffled, fc.nat(), (first, parts, place) => {
        const segments = parts.map((part) => segment(first, part));
        const fin = tcp(ALICE, BOB, (first + MESSAGE.length) >>> 0, '', { flags: 'FA' });
        segments.splice(place % (segments.length + 1), 0, fin);
        const { chunks } = decode([syn(first), ...segments]);
        expect(streams(chunks)).toEqual([MESSAGE]);
        expect(chunks.map(({ last }) => last).indexOf(true)).toBe(chunks.length - 1);
      }),
      { numRuns: 300 },
    );
  });

  test('some of them lost: what comes is part of the stream, in order, with a gap at each loss', () => {
    fc.assert(
      fc.property(
        sequence,
        anyParts.chain((parts) => fc.shuffledSubarray(parts)),
        (first, parts) => {
          const { chunks } = decode([syn(first), ...parts.map((part) => segment(first, part))]);
          let at = 0;
          for (const piece of (streams(chunks)[0] ?? '').split('|')) {
            const found = MESSAGE.indexOf(piece, at);
            expect(found).toBeGreaterThanOrEqual(at);
            at = found + piece.length;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('each stream is told to end once, after all its bytes, whatever the flags', () => {
    const flags = fc.constantFrom('A', 'PA', 'FA', 'S', 'SA', 'R', 'FR', 'SF');
    const ports = fc.constantFrom<readonly [number, number]>([5060, 40000], [40000, 5060], [1, 1]);
    const anySegment = fc.record({
      ports,
      flags,
      at: fc.integer({ min: -300, max: 3000 }),
      text: fc.constantFrom('', 'x', INVITE, INVITE.slice(9), 'y'.repeat(700)),
      delay: fc.constantFrom(0, 1000, 4_000_000, 70_000_000, 4_000_000_000, -9_000_000),
    });
    fc.assert(
      fc.property(fc.array(anySegment, { maxLength: 40 }), (segments) => {
        let time = START;
        const { chunks } = decode(
          segments.map(({ ports, flags, at, text, delay }) => {
            time += delay;
            return { data: tcp(ALICE, BOB, at >>> 0, text, { flags, ports }), time };
          }),
        );
        const ended = new Set<number>();
        for (const { stream, last } of chunks) {
          expect(ended.has(stream)).toBe(false);
          if (last) ended.add(stream);
        }
        expect(ended).toEqual(new Set(chunks.map(({ stream }) => stream)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('limits', () => {
  test('many connections: the ones silent for longest are let go', () => {
    const packets = Array.from({ length: 20_000 }, (_, i) =>
      tcp(`192.0.2.${i & 255}`, BOB, 1, INVITE, { ports: [1024 + (i >> 1), 5060] }),
    );
    const { chunks } = decode(packets);
    expect(streams(chunks).length).toBe(20_000);
    expect(chunks.filter(({ last }) => last).length).toBe(20_000);
    // The first ones end before the last ones begin.
    const firstEnd = chunks.findIndex(({ last }) => last);
    expect(chunks[firstEnd].stream).toBe(0);
    expect(firstEnd).toBeLessThan(17_000);
  });

  test('a hole with much behind it is passed over, not waited for', () => {
    const packets = [syn(1), tcp(ALICE, BOB, 1, INVITE)];
    for (let i = 0; i < 400; i++) packets.push(tcp(ALICE, BOB, 5000 + i * 1000, 'z'.repeat(1000)));
    const { chunks } = decode(packets.map((data) => ({ data, time: START })));
    expect(chunks.findIndex(({ gap }) => gap)).toBe(1);
    expect(streams(chunks)[0].length).toBe(INVITE.length + 1 + 400_000);
  });

  test('many holes at once: those that waited longest are passed over', () => {
    const large = 'z'.repeat(60_000);
    const packets: Uint8Array[] = [];
    for (let host = 0; host < 200; host++) {
      for (const [at, text] of [
        [1, INVITE],
        [5000, large],
        [65_000, large],
        [125_000, large],
      ] as const) {
        packets.push(tcp(`192.0.2.${host}`, BOB, at, text));
      }
    }
    const { chunks } = decode(packets.map((data) => ({ data, time: START })));
    const gaps = chunks.filter(({ gap, text }) => gap && text === large).map(({ stream }) => stream);
    expect(gaps).toEqual(Array.from({ length: 200 }, (_, stream) => stream));
    // Not all of them at the end of the capture.
    expect(chunks.findIndex(({ text }) => text === large)).toBeLessThan(200);
  });

  test('many connections with one hash: all are read, few are kept', () => {
    // The last 32 bits of the address make up for the port.
    const from = (port: number) => {
      const prefix = Uint8Array.from(addressBytes('2001:db8::'));
      const last = (hashOf(prefix, 0, 12, port) ^ 0x12345678) >>> 0;
      return `2001:db8::${(last >>> 16).toString(16)}:${(last & 0xffff).toString(16)}`;
    };
    const packets = Array.from({ length: 40 }, (_, i) =>
      tcp(from(1024 + i), BOB6, 1, INVITE, { ports: [1024 + i, 5060] }),
    );
    const { chunks } = decode([...packets, ...packets]);
    expect(chunks.filter(({ text }) => text === INVITE).length).toBe(80);
    expect(chunks.filter(({ last }) => last).length).toBe(80);
    expect(chunks[16]).toMatchObject({ stream: 0, last: true });
  });
});
