/** What the capture readers have in common: their door, their facts, and the cursor they hand out. */
import type { Frame, Tally } from '../model.ts';

export interface CaptureOptions {
  /** The frame is a cursor over the bytes being read: copy what must outlive the call. */
  onFrame(frame: Frame): void;
  /** Secrets of TLS that the capture brings along, in the format of SSLKEYLOGFILE; borrowed. */
  onSecrets?(bytes: Uint8Array): void;
  readonly tally: Tally;
}

/** Takes a capture in chunks of any size. A chunk's bytes may be reused as soon as `write` returns. */
export interface CaptureReader {
  write(chunk: Uint8Array): void;
  end(): CaptureFacts;
}

export interface CaptureFacts {
  readonly format: 'pcap' | 'pcapng';
  readonly frames: number;
  /** Earliest and latest time, wherever they stand in the file; 0 when no frame has a time. */
  readonly firstTime: number;
  readonly lastTime: number;
  /** LINKTYPE_ values that the file declares, in order of appearance. */
  readonly linkTypes: readonly number[];
  /** Every byte of the file could be read: it neither ends within a record nor is damaged. */
  readonly complete: boolean;
  /** Frames of which the capture kept only the beginning (snap length). */
  readonly cutFrames: number;
  /** Packets that the capturing machine says it lost; 0 when it says nothing. */
  readonly drops: number;
  /** pcapng blocks that hold no packet and were passed over, by block type. */
  readonly skippedBlocks: readonly SkippedBlocks[];
}

export interface SkippedBlocks {
  readonly type: number;
  readonly count: number;
}

/** `CaptureFacts` while they are gathered. */
export interface Gathering {
  frames: number;
  firstTime: number;
  lastTime: number;
  linkTypes: number[];
  complete: boolean;
  cutFrames: number;
  drops: number;
}

export function createGathering(): Gathering {
  return {
    frames: 0,
    firstTime: Infinity,
    lastTime: -Infinity,
    linkTypes: [],
    complete: true,
    cutFrames: 0,
    drops: 0,
  };
}

export function factsOf(
  format: CaptureFacts['format'],
  gathering: Gathering,
  skippedBlocks: readonly SkippedBlocks[],
): CaptureFacts {
  const timeless = gathering.lastTime === -Infinity;
  return {
    format,
    ...gathering,
    firstTime: timeless ? 0 : gathering.firstTime,
    lastTime: timeless ? 0 : gathering.lastTime,
    skippedBlocks,
  };
}

/** The cursor. Time and position begin as fractions so that engines store them unboxed from the first frame on. */
export function createFrame(): Frame {
  return {
    bytes: new Uint8Array(0),
    start: 0,
    end: 0,
    wireLength: 0,
    time: 0.5,
    nanoseconds: 0,
    number: 0,
    linkType: 0,
    position: 0.5,
    interfaceId: 0,
  };
}

/** An unsigned 32-bit integer in the byte order of the file. */
export function uint32(bytes: Uint8Array, at: number, little: boolean): number {
  return little
    ? (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0
    : ((bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]) >>> 0;
}

export function uint16(bytes: Uint8Array, at: number, little: boolean): number {
  return little ? bytes[at] | (bytes[at + 1] << 8) : (bytes[at] << 8) | bytes[at + 1];
}
