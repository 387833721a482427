/** Text that lies in a capture, perhaps in several pieces and more than once: fragments, segments, and their repetitions. */
import { latin1 } from '../bytes.ts';
import type { Names } from './names.ts';

/** `length` bytes of the text from `offset` on stand at `at` of the capture. */
export interface Piece {
  readonly offset: number;
  readonly at: number;
  readonly length: number;
}

export interface Text {
  readonly length: number;
  /** The first one that holds a byte says what it is. */
  readonly pieces: readonly Piece[];
  readonly rewrite: (text: string, names: Names) => string;
}

export function textAt(at: number, end: number, rewrite: Text['rewrite']): Text {
  return { length: end - at, pieces: [{ offset: 0, at, length: end - at }], rewrite };
}

export function readText(bytes: Uint8Array, { length, pieces }: Text): string {
  const [only] = pieces;
  if (pieces.length === 1) return latin1(bytes, only.at, only.at + only.length);
  const whole = gather(bytes, length, pieces);
  return latin1(whole, 0, length);
}

export function gather(bytes: Uint8Array, length: number, pieces: readonly Piece[]): Uint8Array {
  const whole = new Uint8Array(length);
  for (let index = pieces.length - 1; index >= 0; index--) {
    const { offset, at, length: size } = pieces[index];
    whole.set(bytes.subarray(at, at + size), offset);
  }
  return whole;
}

export function extended(bytes: Uint8Array, size: number): Uint8Array {
  const longer = new Uint8Array(bytes.length + size);
  longer.set(bytes);
  return longer;
}

const X = 0x78;

/** Where a repetition holds other bytes than the first one, nobody knows what they are: they are wiped. */
export function writeText(bytes: Uint8Array, out: Uint8Array, text: Text, before: string, after: string): void {
  for (const { offset, at, length } of text.pieces) {
    for (let index = 0; index < length; index++) {
      const same = bytes[at + index] === before.charCodeAt(offset + index);
      out[at + index] = same ? after.charCodeAt(offset + index) : X;
    }
  }
}

/** The pieces of `[from, to)` of what `pieces` make. */
export function cutPieces(pieces: readonly Piece[], from: number, to: number): Piece[] {
  return pieces.flatMap(({ offset, at, length }) => {
    const start = Math.max(offset, from);
    const end = Math.min(offset + length, to);
    return start >= end ? [] : [{ offset: start - from, at: at + start - offset, length: end - start }];
  });
}
