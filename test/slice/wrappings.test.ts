/** A slice of one call among others keeps each frame of it, in every link type and tunnel. */
import { describe, expect, it } from 'vitest';
import { pcap, START } from '../files/build.ts';
import { CALL_ID, wrappings } from '../net/wrappings.ts';
import { analyse, slice } from './slice.ts';

describe('a slice keeps the frames of', () => {
  it.each(wrappings.map((one) => [one.name, one] as const))('%s', (_name, { frames, linkType }) => {
    const capture = pcap(
      frames.map((data, index) => ({ data, time: START + index * 1000 })),
      { linkType },
    );
    const { bytes, frames: kept } = slice(capture, 'pcap', [CALL_ID]);
    expect(kept).toBe(frames.length);
    expect(analyse(bytes).inputs[0].sipMessages).toBe(1);
    // Of another call, none.
    expect(slice(capture, 'pcap', ['someone-else']).frames).toBe(0);
  });
});
