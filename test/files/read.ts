/** Reads a whole capture and notes what the reader says. */
import type { CaptureFacts, CaptureOptions, CaptureReader } from '../../src/files/capture.ts';
import { createPcapReader } from '../../src/files/pcap.ts';
import { createPcapngReader } from '../../src/files/pcapng.ts';
import type { Frame, Tally } from '../../src/model.ts';

export interface Noted {
  readonly reason: string;
  readonly index: number;
  readonly position: number;
}

export interface Reading {
  readonly frames: Frame[];
  readonly facts: CaptureFacts;
  readonly noted: Noted[];
}

export function createTally(): Tally & { readonly noted: Noted[]; of(reason: string): number } {
  const noted: Noted[] = [];
  return {
    noted,
    count: (reason, index, position) => void noted.push({ reason, index, position }),
    of: (reason) => noted.filter((one) => one.reason === reason).length,
  };
}

const readers: Record<CaptureFacts['format'], (options: CaptureOptions) => CaptureReader> = {
  pcap: createPcapReader,
  pcapng: createPcapngReader,
};

/** Reads `capture` in chunks that end at `cuts`. The chunk's buffer is overwritten after each write, as a file's is. */
export function read(
  capture: Uint8Array,
  cuts: readonly number[] = [],
  format: CaptureFacts['format'] = capture[0] === 0x0a ? 'pcapng' : 'pcap',
): Reading {
  const frames: Frame[] = [];
  const tally = createTally();
  const reader = readers[format]({
    tally,
    onFrame: (frame) => {
      const copy = frame.bytes.slice(frame.start, frame.end);
      frames.push({ ...frame, bytes: copy, start: 0, end: copy.length });
    },
  });
  const edges = [...cuts.map((cut) => cut % (capture.length + 1)), 0, capture.length].sort((a, b) => a - b);
  for (let i = 1; i < edges.length; i++) {
    const chunk = capture.slice(edges[i - 1], edges[i]);
    reader.write(chunk);
    chunk.fill(0xee);
  }
  return { frames, facts: reader.end(), noted: tally.noted };
}
