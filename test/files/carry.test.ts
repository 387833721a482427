import { describe, expect, test } from 'vitest';
import { createPcapReader } from '../../src/files/pcap.ts';
import { bytes, pcap, pcapHeader, pcapRecord } from './build.ts';
import { createTally, read } from './read.ts';

/** Every byte tells where it stands. */
const frame = (length: number, seed: number) => ({
  data: Uint8Array.from({ length }, (_, i) => (i * 31 + seed) & 255),
});

const frames = [10, 100_000, 1, 250_000, 65_536, 7, 130_000, 130_000, 20, 262_144, 3].map(frame);
const capture = pcap(frames, { snapLength: 262_144 });

describe('frames much longer than the chunks', () => {
  test.each([100, 1000, 4096, 65_535, 70_000, 300_000])('chunks of %d bytes', (size) => {
    const cuts = Array.from({ length: Math.floor(capture.length / size) }, (_, i) => (i + 1) * size);
    const { frames: found, facts } = read(capture, cuts);
    expect(facts).toMatchObject({ frames: frames.length, complete: true });
    found.forEach((one, i) => {
      expect(Buffer.compare(one.bytes, frames[i].data)).toBe(0);
    });
  });

  test('chunks that grow and shrink', () => {
    const cuts = Array.from({ length: 200 }, (_, i) => (i * i * 7919) % capture.length);
    const { frames: found } = read(capture, cuts);
    expect(found.map(({ position }) => position)).toEqual(read(capture).frames.map(({ position }) => position));
    found.forEach((one, i) => {
      expect(Buffer.compare(one.bytes, frames[i].data)).toBe(0);
    });
  });
});

test('a long hole, byte by byte', () => {
  const file = bytes(pcapHeader(), pcapRecord(frame(5, 1)), new Uint8Array(70_000), pcapRecord(frame(9, 2)));
  const { frames: found, noted } = read(file, Array.from(file.keys()));
  expect(found.map(({ position }) => position)).toEqual([40, file.length - 9]);
  expect(noted.map(({ reason }) => reason)).toEqual(['capture-damaged']);
});

test("Node's buffers are read as they are, wherever they begin", () => {
  let count = 0;
  const reader = createPcapReader({ onFrame: () => void count++, tally: createTally() });
  reader.write(Buffer.from(capture).subarray(0, 50_000));
  reader.write(Buffer.concat([Buffer.alloc(33), capture]).subarray(33 + 50_000));
  expect(reader.end().complete).toBe(true);
  expect(count).toBe(frames.length);
});
