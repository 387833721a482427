/**
 * Feeds a parser from chunks of any size. Whole records are parsed where they lie; only a record that crosses the
 * edge of a chunk is copied.
 */

export interface ChunkParser {
  /**
   * How many bytes, from where `parse` stopped, it needs to go on. Whatever it decides must depend on these bytes
   * alone, so that every chunking gives the same result.
   */
  need: number;
  /** No more bytes will come: `parse` has to do with what is there. */
  final: boolean;
  /** Reads `bytes[start, end)`, where `bytes[i]` stands at `base + i` in the input; returns where it stopped. */
  parse(bytes: Uint8Array, start: number, end: number, base: number): number;
}

export interface Carry {
  write(chunk: Uint8Array): void;
  end(): void;
}

// Copied beyond the need, so that a parser that looks ahead comes back to reading in place after few steps.
const EXTRA = 4096;

export function createCarry(parser: ChunkParser): Carry {
  let held = new Uint8Array(1 << 16);
  let from = 0;
  let to = 0;
  /** Input offset of the first byte that is not parsed: of `held[from]`, or of the next chunk. */
  let position = 0;

  function hold(bytes: Uint8Array, start: number, end: number): void {
    const size = end - start;
    if (from === to) from = to = 0;
    if (to + size > held.length) {
      const kept = to - from;
      // Moving is paid for by the bytes that went before it; growing by doubling.
      const target = kept + size > held.length / 2 ? new Uint8Array((kept + size) * 2) : held;
      target.set(held.subarray(from, to), 0);
      held = target;
      from = 0;
      to = kept;
    }
    held.set(bytes.subarray(start, end), to);
    to += size;
  }

  return {
    write(chunk) {
      // Node's Buffer is another hidden class than Uint8Array: keep the parser's reads monomorphic.
      const bytes =
        chunk.constructor === Uint8Array ? chunk : new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      let at = 0;
      while (to > from) {
        const taken = Math.min(bytes.length - at, Math.max(parser.need - (to - from), 0) + EXTRA);
        hold(bytes, at, at + taken);
        at += taken;
        if (to - from < parser.need) return;
        const next = parser.parse(held, from, to, position - from);
        position += next - from;
        from = next;
        if (to - from <= taken) {
          // What is left lies in this chunk too.
          at -= to - from;
          from = to;
        } else if (at === bytes.length) return;
      }
      if (at === bytes.length) return;
      const next = parser.parse(bytes, at, bytes.length, position - at);
      position += next - at;
      hold(bytes, next, bytes.length);
    },

    end() {
      parser.final = true;
      parser.parse(held, from, to, position - from);
    },
  };
}
