import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPacking, type Packing, packingOf, unpack } from '../../src/files/unpack.ts';
import { analyze } from '../../src/index.ts';
import { fixturesIn } from '../fixtures.ts';

/** fixtures/captures/options-ping.pcap as `zstd -19` and `xz -9` pack it. */
const packed: Readonly<Record<Packing, Uint8Array>> = {
  zstd: readFileSync(new URL('../../fixtures/packed/options-ping.pcap.zst', import.meta.url)),
  xz: readFileSync(new URL('../../fixtures/packed/options-ping.pcap.xz', import.meta.url)),
};
const plain = fixturesIn('captures', 'options-ping.pcap').get('options-ping.pcap') ?? new Uint8Array(0);
const packings = Object.keys(packed) as Packing[];

async function* inSteps(bytes: Uint8Array, step: number): AsyncIterable<Uint8Array> {
  // As who reads files does, the same buffer holds one chunk after the other.
  const buffer = new Uint8Array(step);
  for (let at = 0; at < bytes.length; at += step) {
    const part = bytes.subarray(at, at + step);
    buffer.set(part);
    yield buffer.subarray(0, part.length);
  }
}

async function unpacked(packing: Packing, bytes: Uint8Array, step = 65_536) {
  const parts: Buffer[] = [];
  const damage = await unpack(packing, inSteps(bytes, step), (chunk) => void parts.push(Buffer.from(chunk)));
  return { damage, bytes: new Uint8Array(Buffer.concat(parts)) };
}

describe.each(packings)('%s', (packing) => {
  const bytes = packed[packing];

  test('is known by its first bytes', () => {
    expect(packingOf(bytes)).toBe(packing);
    expect(isPacking('gzip')).toBe(false);
  });

  test.each([1, 7, 1000, 65_536])('in chunks of %i bytes', async (step) => {
    expect(await unpacked(packing, bytes, step)).toEqual({ damage: undefined, bytes: new Uint8Array(plain) });
  });

  test('twice in one file', async () => {
    const twice = await unpacked(packing, Buffer.concat([bytes, bytes]));
    expect(twice.damage).toBeUndefined();
    expect(twice.bytes).toHaveLength(plain.length * 2);
  });

  test('that ends too early', async () => {
    const { damage } = await unpacked(packing, bytes.subarray(0, bytes.length - 30));
    expect(damage).toBe('packed-cut');
  });

  test('with a damaged place', async () => {
    const damaged = bytes.map((byte, at) => (at > 60 && at % 20 === 0 ? byte ^ 0xff : byte));
    const { damage } = await unpacked(packing, damaged);
    expect(damage).toBe('packed-damaged');
  });

  test('an error of who reads it is not damage', async () => {
    async function* failing(): AsyncIterable<Uint8Array> {
      yield bytes.slice(0, 20);
      throw new Error('EIO');
    }
    await expect(unpack(packing, failing(), () => {})).rejects.toThrow('EIO');
  });

  test('random bytes behind its first ones never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), async (rest) => {
        await unpacked(packing, Buffer.concat([bytes.subarray(0, 6), rest]));
      }),
      { numRuns: 200 },
    );
  });

  test('the report is that of the file within', async () => {
    const options = { path: 'options-ping.pcap' };
    expect(await analyze(bytes, options)).toEqual(await analyze(plain, options));
  });
});
