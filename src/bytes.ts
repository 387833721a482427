/** Byte search and text decoding: Node's fast path when there is one, plain web standards otherwise. Imports nothing. */

interface FastBuffer {
  latin1Slice(this: Uint8Array, start: number, end: number): string;
  utf8Slice(this: Uint8Array, start: number, end: number): string;
  indexOf(this: Uint8Array, byte: number, start: number): number;
}

// Node's Buffer without importing it: present there, absent in a browser.
const fast = (globalThis as { Buffer?: { prototype: FastBuffer } }).Buffer?.prototype;

const utf8Decoder = new TextDecoder('utf-8');

function latin1Plain(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  // In steps, because fromCharCode takes its codes as arguments and arguments live on the stack.
  for (let at = start; at < end; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 8192)));
  }
  return text;
}

/** One character a byte: right for protocol tokens, and never fails. */
export const latin1: (bytes: Uint8Array, start: number, end: number) => string = fast
  ? (bytes, start, end) => fast.latin1Slice.call(bytes, start, end)
  : latin1Plain;

/** UTF-8, with U+FFFD for what is not. */
export const utf8: (bytes: Uint8Array, start: number, end: number) => string = fast
  ? (bytes, start, end) => fast.utf8Slice.call(bytes, start, end)
  : (bytes, start, end) => utf8Decoder.decode(bytes.subarray(start, end));

/** Index of the first such byte in `bytes[start, end)`, or `end`. */
export const findByte: (bytes: Uint8Array, byte: number, start: number, end: number) => number = fast
  ? (bytes, byte, start, end) => {
      const at = fast.indexOf.call(bytes, byte, start);
      return at < 0 || at > end ? end : at;
    }
  : (bytes, byte, start, end) => {
      const at = bytes.indexOf(byte, start);
      return at < 0 || at > end ? end : at;
    };

const encoder = new TextEncoder();

export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

export function equalBytes(
  a: Uint8Array,
  aStart: number,
  aEnd: number,
  b: Uint8Array,
  bStart: number,
  bEnd: number,
): boolean {
  const length = aEnd - aStart;
  if (length !== bEnd - bStart) return false;
  for (let i = 0; i < length; i++) if (a[aStart + i] !== b[bStart + i]) return false;
  return true;
}
