/** Inflates what a stranger packed: as long as any message may be, and no further. */
import type { FlateStreamHandler } from 'fflate/browser';
import { MESSAGE_LIMIT } from './websocket-frames.ts';

/** Handed over at once, so that a bomb is noticed before it unfolds: DEFLATE makes a thousand bytes of one at most. */
const STEP = 512;

interface Inflating {
  push(bytes: Uint8Array, last: boolean): void;
}

/**
 * Undefined when it cannot be inflated, or is longer than any message. `open` makes the decompressor; `tail`: what the
 * sender left out at the end, behind which its stream would go on.
 */
export function inflateMessage(
  packed: Uint8Array,
  open: (onPart: FlateStreamHandler) => Inflating,
  tail?: Uint8Array,
): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflating = open((part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      // It keeps what it is given.
      inflating.push(packed.slice(at, at + STEP), tail === undefined && at + STEP >= packed.length);
      if (size > MESSAGE_LIMIT) return undefined;
    }
    if (tail !== undefined) inflating.push(tail.slice(), false);
  } catch {
    return undefined;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
