import { describe, expect, test } from 'vitest';
import { bytes, integers, pcap, pcapHeader, pcapRecord, START, type TestFrame } from './build.ts';
import { read } from './read.ts';

const frame = (text: string, more: Omit<TestFrame, 'data'> = {}): TestFrame => ({ data: bytes(text), ...more });
const two = [frame('first'), frame('second', { time: START + 1_500_001 })];

describe('pcap', () => {
  for (const little of [true, false]) {
    for (const [magic, name] of [
      [0xa1b2c3d4, 'microseconds'],
      [0xa1b23c4d, 'nanoseconds'],
      [0xa1b2cd34, 'Kuznetzov'],
    ] as const) {
      test(`${name}, ${little ? 'little' : 'big'} endian`, () => {
        const { frames, facts, noted } = read(pcap(two, { little, magic, linkType: 113 }));
        expect(frames.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['first', 'second']);
        expect(frames.map(({ time }) => time)).toEqual([START, START + 1_500_001]);
        expect(frames.map(({ number }) => number)).toEqual([1, 2]);
        expect(frames.every(({ linkType }) => linkType === 113)).toBe(true);
        expect(facts).toEqual({
          format: 'pcap',
          frames: 2,
          firstTime: START,
          lastTime: START + 1_500_001,
          linkTypes: [113],
          complete: true,
          cutFrames: 0,
          drops: 0,
          skippedBlocks: [],
        });
        expect(noted).toEqual([]);
      });
    }
  }

  test('nanoseconds are rounded down', () => {
    const { u32 } = integers(true);
    const record = bytes(u32(1000), u32(999_999_999), u32(1), u32(1), 'x');
    expect(read(bytes(pcapHeader({ magic: 0xa1b23c4d }), record)).frames[0].time).toBe(1000_999_999);
  });

  test('a position leads to the bytes of the frame', () => {
    const capture = pcap(two);
    for (const { position, bytes } of read(capture).frames) {
      expect(capture.slice(position, position + bytes.length)).toEqual(bytes);
    }
  });

  test('frames cut by the snap length', () => {
    const { frames, facts } = read(pcap([frame('abc', { wire: 1500 }), frame('abc')]));
    expect(frames.map(({ wireLength }) => wireLength)).toEqual([1500, 3]);
    expect(facts.cutFrames).toBe(1);
  });

  test('a wire length below the captured length is raised to it', () => {
    expect(read(pcap([frame('abc', { wire: 0 })])).frames[0].wireLength).toBe(3);
  });

  test('snap length 0 limits nothing', () => {
    expect(read(pcap([{ data: new Uint8Array(70_000) }], { snapLength: 0 })).facts.frames).toBe(1);
  });

  test('frames longer than usual are read where the file announces them', () => {
    const large = { data: new Uint8Array(300_000).fill(1) };
    expect(read(pcap([large], { snapLength: 400_000 })).facts.frames).toBe(1);
    expect(read(pcap([large])).facts.frames).toBe(0);
  });

  test('frame check sequence bits beside the link type', () => {
    expect(read(pcap(two, { linkType: 0x24000001 })).facts.linkTypes).toEqual([1]);
    expect(read(pcap(two, { linkType: 0x24000001, little: false })).facts.linkTypes).toEqual([1]);
  });

  test('no frames', () => {
    const { facts } = read(pcap([]));
    expect(facts).toMatchObject({ frames: 0, firstTime: 0, lastTime: 0, complete: true });
  });

  test('times may run backwards', () => {
    const { facts } = read(pcap([frame('a', { time: START + 5 }), frame('b'), frame('c', { time: START + 3 })]));
    expect(facts).toMatchObject({ firstTime: START, lastTime: START + 5 });
  });

  test('another file', () => {
    const { facts, noted } = read(bytes('this is no capture, but long enough for one'), [], 'pcap');
    expect(facts).toMatchObject({ frames: 0, complete: false });
    expect(noted).toEqual([{ reason: 'capture-unreadable', index: 1, position: 0 }]);
  });

  test('cut anywhere, the whole frames before are read', () => {
    const capture = pcap(two);
    const ends = [24, 24 + 16 + 5, capture.length];
    for (let length = 0; length <= capture.length; length++) {
      const { facts, noted } = read(capture.slice(0, length), [], 'pcap');
      const whole = ends.includes(length);
      expect(facts.frames).toBe(Math.max(0, ends.filter((end) => end <= length).length - 1));
      expect(facts.complete).toBe(whole);
      expect(noted.map(({ reason }) => reason)).toEqual(whole ? [] : ['capture-cut']);
    }
  });

  describe('damage', () => {
    const good = Array.from({ length: 20 }, (_, i) => frame(`frame number ${i}`, { time: START + i * 1000 }));

    test('bytes lost in the middle: reading goes on with the next whole record', () => {
      const capture = pcap(good);
      const { frames, facts, noted } = read(bytes(capture.slice(0, 300), capture.slice(310)));
      expect(facts.frames).toBeGreaterThanOrEqual(17);
      expect(facts.complete).toBe(false);
      expect(noted.map(({ reason }) => reason)).toEqual(['capture-damaged']);
      expect(Buffer.from(frames[frames.length - 1].bytes).toString()).toBe('frame number 19');
    });

    test('an absurd length', () => {
      const records = good.map((one) => pcapRecord(one));
      records[3].fill(0xff, 8, 12);
      const { frames, noted } = read(bytes(pcapHeader(), ...records));
      expect(frames.length).toBe(19);
      expect(noted).toMatchObject([{ reason: 'capture-damaged', index: 4 }]);
    });

    test('a length beyond the end of the file, with good records behind', () => {
      const records = good.map((one) => pcapRecord(one));
      records[3].set([0, 0, 2, 0], 8); // 131072
      const { frames, noted } = read(bytes(pcapHeader(), ...records));
      expect(frames.length).toBe(19);
      expect(noted).toMatchObject([{ reason: 'capture-damaged', index: 4 }]);
    });

    test('a hole of zeros', () => {
      const records = good.map((one) => pcapRecord(one));
      const { frames, noted } = read(
        bytes(pcapHeader(), ...records.slice(0, 5), new Uint8Array(4096), ...records.slice(5)),
      );
      expect(frames.length).toBe(20);
      expect(noted).toMatchObject([{ reason: 'capture-damaged', index: 6 }]);
    });
  });
});
