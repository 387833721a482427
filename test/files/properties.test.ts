import { Readable } from 'node:stream';
import fc from 'fast-check';
import pcapParser from 'pcap-parser';
import { describe, expect, test } from 'vitest';
import { bytes, pcap, pcapng, START, type TestFrame } from './build.ts';
import { read } from './read.ts';

const anyFrame: fc.Arbitrary<TestFrame> = fc.record({
  data: fc.uint8Array({ minLength: 1, maxLength: 80 }),
  time: fc.integer({ min: START, max: START + 1e9 }),
  wire: fc.integer({ min: 80, max: 2000 }),
});

const anyPcap = fc
  .tuple(fc.array(anyFrame, { maxLength: 12 }), fc.boolean(), fc.constantFrom(0xa1b2c3d4, 0xa1b23c4d, 0xa1b2cd34))
  .map(([frames, little, magic]) => pcap(frames, { little, magic }));

const anySection = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.tuple(fc.integer({ min: 0, max: 4 }), fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 0, max: 1e9 })),
      { maxLength: 8 },
    ),
  )
  .map(([little, contents]) => {
    const { block, section, interface: describes, enhanced, simple, obsolete, u32 } = pcapng(little);
    const blocks = contents.map(([kind, data, delta]) => {
      const ticks = BigInt(START + delta);
      if (kind === 0) return simple(data);
      if (kind === 1) return obsolete(data, ticks);
      if (kind === 2) return block(0xbad, u32(1), data);
      return enhanced(data, ticks);
    });
    return bytes(section(), describes(1), ...blocks);
  });

const anyPcapng = fc.array(anySection, { minLength: 1, maxLength: 3 }).map((sections) => bytes(...sections));

const cuts = fc.array(fc.nat(), { maxLength: 30 });
/** Some bytes changed, some left out. */
const damage = fc.record({
  changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
  hole: fc.tuple(fc.nat(), fc.nat(40)),
});

function damaged(
  capture: Uint8Array,
  { changes, hole: [at, length] }: typeof damage extends fc.Arbitrary<infer D> ? D : never,
) {
  const copy = capture.slice();
  for (const [at, value] of changes) copy[at % copy.length] = value;
  const start = at % copy.length;
  return bytes(copy.slice(0, start), copy.slice(start + length));
}

for (const [format, anyCapture] of [
  ['pcap', anyPcap],
  ['pcapng', anyPcapng],
] as const) {
  describe(`properties of the ${format} reader`, () => {
    test('every chunking gives the same', () => {
      fc.assert(
        fc.property(anyCapture, cuts, (capture, edges) => {
          expect(read(capture, edges, format)).toEqual(read(capture, [], format));
        }),
      );
    });

    test('every chunking gives the same of a damaged file', () => {
      fc.assert(
        fc.property(anyCapture, damage, cuts, (capture, places, edges) => {
          const file = damaged(capture, places);
          expect(read(file, edges, format)).toEqual(read(file, [], format));
        }),
        { numRuns: 400 },
      );
    });

    test('byte by byte gives the same of a damaged file', () => {
      fc.assert(
        fc.property(anyCapture, damage, (capture, places) => {
          const file = damaged(capture, places);
          expect(read(file, Array.from(file.keys()), format)).toEqual(read(file, [], format));
        }),
      );
    });

    test('frames lie within the file and are numbered without repetition', () => {
      fc.assert(
        fc.property(anyCapture, damage, (capture, places) => {
          const file = damaged(capture, places);
          const { frames, facts } = read(file, [], format);
          let number = 0;
          for (const frame of frames) {
            expect(frame.bytes).toEqual(file.slice(frame.position, frame.position + frame.bytes.length));
            expect(frame.wireLength).toBeGreaterThanOrEqual(frame.bytes.length);
            expect(frame.number).toBeGreaterThan(number);
            number = frame.number;
          }
          expect(facts.frames).toBeGreaterThanOrEqual(number);
        }),
      );
    });

    test('random bytes never throw', () => {
      fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), cuts, (file, edges) => void read(file, edges, format)));
    });
  });
}

interface ParsedPacket {
  readonly header: { timestampSeconds: number; timestampMicroseconds: number; originalLength: number };
  readonly data: Buffer;
}

function oracle(capture: Uint8Array): Promise<unknown[]> {
  const packets: unknown[] = [];
  const parser = pcapParser.parse(Readable.from([Buffer.from(capture)]));
  parser.on('packet', ({ header, data }: ParsedPacket) => {
    packets.push({
      time: header.timestampSeconds * 1_000_000 + header.timestampMicroseconds,
      wireLength: header.originalLength,
      data: data.toString('hex'),
    });
  });
  return new Promise((resolve, reject) => {
    parser.on('end', () => resolve(packets));
    parser.on('error', reject);
  });
}

test('the pcap-parser package reads the same frames', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyFrame, { maxLength: 12 }), fc.boolean(), async (frames, little) => {
      const capture = pcap(frames, { little });
      const ours = read(capture).frames.map(({ bytes, time, wireLength }) => ({
        time,
        wireLength,
        data: Buffer.from(bytes).toString('hex'),
      }));
      expect(ours).toEqual(await oracle(capture));
    }),
  );
});
