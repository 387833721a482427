import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytes, type Option, pcapng, START } from './build.ts';
import { read } from './read.ts';

const ticks = BigInt(START);
const text = (data: Uint8Array) => Buffer.from(data).toString();
const IF_TSRESOL = 9;
const IF_FCSLEN = 13;
const IF_TSOFFSET = 14;
const ISB_IFDROP = 5;
const ISB_OSDROP = 7;

for (const little of [true, false]) {
  const {
    block,
    section,
    interface: describes,
    enhanced,
    simple,
    obsolete,
    statistics,
    u16,
    u32,
    u64,
  } = pcapng(little);
  const start = bytes(section(), describes(1));

  describe(`pcapng, ${little ? 'little' : 'big'} endian`, () => {
    test('enhanced packets', () => {
      const capture = bytes(start, enhanced(bytes('one'), ticks), enhanced(bytes('three'), ticks + 7n, { wire: 900 }));
      const { frames, facts, noted } = read(capture);
      expect(frames.map(({ bytes }) => text(bytes))).toEqual(['one', 'three']);
      expect(frames.map(({ time }) => time)).toEqual([START, START + 7]);
      expect(frames.map(({ wireLength }) => wireLength)).toEqual([3, 900]);
      for (const { position, bytes } of frames) expect(capture.slice(position, position + bytes.length)).toEqual(bytes);
      expect(facts).toEqual({
        format: 'pcapng',
        frames: 2,
        firstTime: START,
        lastTime: START + 7,
        linkTypes: [1],
        complete: true,
        cutFrames: 1,
        drops: 0,
        skippedBlocks: [],
      });
      expect(noted).toEqual([]);
    });

    test('simple packets take the time of the one before', () => {
      const { frames, facts } = read(
        bytes(start, simple(bytes('a')), enhanced(bytes('b'), ticks), simple(bytes('cc'), 50)),
      );
      expect(frames.map(({ time }) => time)).toEqual([0, START, START]);
      // Without a captured length, the padding of a cut packet cannot be told from its data.
      expect(frames.map(({ end, wireLength }) => [end, wireLength])).toEqual([
        [1, 1],
        [1, 1],
        [4, 50],
      ]);
      expect(facts).toMatchObject({ frames: 3, firstTime: START, lastTime: START, cutFrames: 1 });
    });

    test('simple packets are cut at the snap length', () => {
      const { frames } = read(bytes(section(), describes(1, [], 5), simple(bytes('abcde'), 9)));
      expect(frames.map(({ bytes, wireLength }) => [text(bytes), wireLength])).toEqual([['abcde', 9]]);
    });

    test('only simple packets: no time at all', () => {
      expect(read(bytes(start, simple(bytes('a')))).facts).toMatchObject({ frames: 1, firstTime: 0, lastTime: 0 });
    });

    test('obsolete packets', () => {
      const { frames, facts } = read(bytes(start, obsolete(bytes('old'), ticks, 4), obsolete(bytes('er'), ticks)));
      expect(frames.map(({ bytes, time }) => [text(bytes), time])).toEqual([
        ['old', START],
        ['er', START],
      ]);
      expect(facts.drops).toBe(4);
    });

    describe('units of time', () => {
      const at = (list: readonly Option[], value: bigint) =>
        read(bytes(section(), describes(1, list), enhanced(bytes('x'), value))).frames[0].time;

      test.each([
        ['nanoseconds', 9, ticks * 1000n + 999n],
        ['picoseconds', 12, 1_767_608n * 10n ** 12n],
        ['milliseconds', 3, ticks / 1000n],
        ['seconds', 0, ticks / 1_000_000n],
      ])('%s', (name, unit, value) => {
        const expected = name === 'picoseconds' ? 1_767_608_000_000 : START;
        expect(at([[IF_TSRESOL, [unit]]], value)).toBe(expected);
      });

      test('powers of two', () => {
        const fraction = (1n << 32n) - 1n;
        expect(at([[IF_TSRESOL, [0x80 | 32]]], (1_767_608_130n << 32n) | fraction)).toBe(START + 999_999);
        expect(at([[IF_TSRESOL, [0x80 | 10]]], 1_767_608_130n << 10n)).toBe(START);
        expect(at([[IF_TSRESOL, [0x80 | 52]]], (1000n << 52n) | (1n << 51n))).toBe(1_000_500_000);
      });

      test('every tick is rounded down, as integers are', () => {
        const units = fc.oneof(
          fc.integer({ min: 0, max: 12 }),
          fc.integer({ min: 0, max: 63 }).map((n) => n | 0x80),
        );
        fc.assert(
          fc.property(units, fc.bigInt({ min: 0n, max: 4_102_444_800_000_000n }), fc.nat(), (unit, time, extra) => {
            const perSecond = unit > 127 ? 1n << BigInt(unit & 127) : 10n ** BigInt(unit);
            const value = BigInt.asUintN(64, (time * perSecond) / 1_000_000n + BigInt(extra % 1000));
            expect(at([[IF_TSRESOL, [unit]]], value)).toBe(Number((value * 1_000_000n) / perSecond));
          }),
        );
      });

      test('an offset in seconds, also backwards', () => {
        expect(at([[IF_TSOFFSET, u64(3600n)]], ticks)).toBe(START + 3_600_000_000);
        expect(at([[IF_TSOFFSET, u64(-3600n)]], ticks)).toBe(START - 3_600_000_000);
      });

      test('other options do not matter', () => {
        expect(
          at(
            [
              [2, [0x65, 0x74, 0x68]],
              [IF_FCSLEN, [4]],
              [IF_TSRESOL, [9]],
            ],
            ticks * 1000n,
          ),
        ).toBe(START);
      });

      test('an option longer than its block ends the list', () => {
        const broken = block(1, u16(1), u16(0), u32(0), u16(2), u16(60_000), u32(0));
        expect(read(bytes(section(), broken, enhanced(bytes('x'), ticks))).frames[0].time).toBe(START);
      });
    });

    test('several interfaces', () => {
      const second = describes(113, [[IF_TSRESOL, [9]]]);
      const { frames, facts } = read(
        bytes(start, second, enhanced(bytes('a'), ticks * 1000n, { id: 1 }), enhanced(bytes('b'), ticks)),
      );
      expect(frames.map(({ interfaceId, linkType, time }) => [interfaceId, linkType, time])).toEqual([
        [1, 113, START],
        [0, 1, START],
      ]);
      expect(facts.linkTypes).toEqual([1, 113]);
    });

    test('a section of the other byte order follows', () => {
      const other = pcapng(!little);
      const { frames, noted } = read(
        bytes(
          start,
          enhanced(bytes('a'), ticks),
          other.section(),
          other.interface(101),
          other.enhanced(bytes('b'), ticks + 1n),
        ),
      );
      expect(frames.map(({ linkType, time, number }) => [linkType, time, number])).toEqual([
        [1, START, 1],
        [101, START + 1, 2],
      ]);
      expect(noted).toEqual([]);
    });

    test('a packet of an interface that is not described is counted, not read', () => {
      const { frames, facts, noted } = read(
        bytes(start, enhanced(bytes('a'), ticks, { id: 1 }), enhanced(bytes('b'), ticks)),
      );
      expect(frames.map(({ number, bytes }) => [number, text(bytes)])).toEqual([[2, 'b']]);
      expect(facts).toMatchObject({ frames: 2, complete: false });
      expect(noted).toMatchObject([{ reason: 'interface-unknown', index: 1 }]);
    });

    test('dropped packets: the latest statistics of each interface and section', () => {
      const { facts } = read(
        bytes(
          start,
          describes(1),
          statistics([[ISB_IFDROP, u64(2n)]]),
          statistics([
            [ISB_IFDROP, u64(5n)],
            [ISB_OSDROP, u64(1n)],
          ]),
          statistics([[ISB_IFDROP, u64(10n)]], 1),
          statistics([[4, u64(99n)]], 1),
          statistics([[ISB_IFDROP, u64(7n)]], 9),
          start,
          statistics([[ISB_IFDROP, u64(100n)]]),
        ),
      );
      expect(facts.drops).toBe(116);
    });

    test('packets that were lost before a packet (epb_dropcount), unless the statistics count more', () => {
      const lost = (count: bigint) => enhanced(bytes('ab'), 0n, { list: [[4, u64(count)]] });
      const of = (...blocks: Uint8Array[]) => read(bytes(start, describes(1), ...blocks)).facts.drops;
      expect(of(lost(2n), enhanced(bytes('ab'), 0n), lost(3n))).toBe(5);
      expect(of(lost(2n), statistics([[ISB_IFDROP, u64(9n)]]))).toBe(9);
      expect(of(lost(20n), statistics([[ISB_IFDROP, u64(9n)]]))).toBe(20);
    });

    test('blocks without packets are passed over and counted by type', () => {
      const { facts, noted } = read(
        bytes(start, block(4, u32(0)), block(10, u32(0)), block(0xbad, u32(1)), block(10), block(0x80000001, u32(7))),
      );
      expect(facts.skippedBlocks).toEqual([
        { type: 4, count: 1 },
        { type: 10, count: 2 },
        { type: 0xbad, count: 1 },
        { type: 0x80000001, count: 1 },
      ]);
      expect(facts.complete).toBe(true);
      expect(noted).toEqual([]);
    });

    test('endless kinds of blocks do not fill the memory', () => {
      const { facts } = read(bytes(start, ...Array.from({ length: 1000 }, (_, i) => block(1000 + i))));
      expect(facts.skippedBlocks.length).toBeLessThan(300);
      expect(facts.skippedBlocks.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
    });

    test('options behind the packet', () => {
      const { frames } = read(
        bytes(start, enhanced(bytes('abc'), ticks, { list: [[2, u32(1)]] }), enhanced(bytes('d'), ticks)),
      );
      expect(frames.map(({ bytes }) => text(bytes))).toEqual(['abc', 'd']);
    });

    describe('damage', () => {
      const many = Array.from({ length: 10 }, (_, i) => enhanced(bytes(`packet ${i}`), ticks + BigInt(i)));
      const withBlock = (index: number, change: (block: Uint8Array) => Uint8Array) =>
        read(bytes(start, ...many.map((one, i) => (i === index ? change(one.slice()) : one))));

      test('a wrong length at the end of a block', () => {
        const { frames, facts, noted } = withBlock(4, (one) => {
          one.fill(0x55, one.length - 4);
          return one;
        });
        expect(frames.length).toBe(10);
        expect(facts.complete).toBe(false);
        expect(noted).toMatchObject([{ reason: 'block-length-mismatch', index: 5 }]);
      });

      test.each([[0], [8], [200], [4_000_000], [4_294_967_292]])('a length of %d', (length) => {
        const { frames, noted } = withBlock(4, (one) => {
          one.set(u32(length), 4);
          return one;
        });
        expect(frames.length).toBe(9);
        expect(noted).toMatchObject([{ reason: 'capture-damaged', index: 5 }]);
      });

      test('a captured length beyond the block is brought back to it', () => {
        const { frames, noted } = withBlock(4, (one) => {
          one.set(u32(70_000), 20);
          return one;
        });
        expect(frames.map(({ end }) => end)).toEqual([8, 8, 8, 8, 8, 8, 8, 8, 8, 8]);
        expect(noted).toMatchObject([{ reason: 'capture-damaged', index: 5 }]);
      });

      test('bytes lost', () => {
        const { frames, noted } = withBlock(4, (one) => one.slice(0, 21));
        expect(frames.length).toBe(9);
        expect(noted.map(({ reason }) => reason)).toEqual(['capture-damaged']);
      });

      test('cut anywhere', () => {
        const capture = bytes(start, ...many);
        const ends = new Set([section().length, start.length, ...many.map((_, i) => start.length + (i + 1) * 40)]);
        for (let length = 1; length <= capture.length; length++) {
          const { facts, noted } = read(capture.slice(0, length), [], 'pcapng');
          expect(facts.frames).toBe(Math.max(0, Math.floor((length - start.length) / 40)));
          expect(noted.map(({ reason }) => reason)).toEqual(ends.has(length) ? [] : ['capture-cut']);
        }
      });

      test('no section header', () => {
        const { frames, noted } = read(bytes(many[0], many[1], start, many[2]), [], 'pcapng');
        expect(frames.length).toBe(1);
        expect(noted.map(({ reason }) => reason)).toEqual(['capture-damaged']);
      });
    });
  });
}
