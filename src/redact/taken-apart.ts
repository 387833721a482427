/** A capture that was taken apart and can be written with other names. */
import type { Names } from './names.ts';

export interface RedactedFrame {
  readonly time: number;
  readonly nanoseconds: number;
  readonly start: number;
  readonly end: number;
  readonly wireLength: number;
  readonly linkType: number;
  readonly interfaceId: number;
}

export interface TakenApart {
  readonly frames: readonly RedactedFrame[];
  readonly linkTypes: readonly number[];
  readonly drops: number;
  /** Asks for every name in it. */
  collect(names: Names): void;
  /** The bytes of all frames where they stood, with other names and checksums to match. */
  rewrite(names: Names): Uint8Array;
}
