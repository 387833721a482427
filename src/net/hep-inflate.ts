/** The compressed payload of HEP3 (chunk 16): zlib (RFC 1950), of some agents gzip or bare DEFLATE. */
import { Decompress } from 'fflate/browser';
import { MESSAGE_LIMIT } from './websocket-frames.ts';

/** Handed over at once, so that a bomb is noticed before it unfolds. */
const STEP = 512;

/** Undefined when it cannot be inflated, or is longer than any message. */
export function inflateHep(packed: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Decompress((part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      inflate.push(packed.slice(at, at + STEP), at + STEP >= packed.length);
      if (size > MESSAGE_LIMIT) return undefined;
    }
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
