/**
 * Keeps message bytes. One big piece serves many messages, which is far cheaper than one each, and a piece whose messages
 * have all been let go is used again: memory follows the messages that are open, without waiting for a collector.
 */

const SIZE = 1 << 16;
/** Pieces kept for use again. Small ones: a call that stays open holds the whole piece that its messages lie in. */
const SPARE = 256;

export class Slab {
  readonly bytes: Uint8Array;
  /** Messages that still need it, and one more while it is being filled. */
  users = 1;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }
}

/** What a message points at once it was let go. */
export const released = new Slab(0);

export class ByteStore {
  /** Where the last copy went. */
  slab = new Slab(SIZE);
  #used = 0;
  readonly #spare: Slab[] = [];

  /** Copies `bytes[start, end)`; the copy begins in `slab` at the offset returned. The caller is one of its users now. */
  copy(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (this.#used + length > this.slab.bytes.length) this.#begin(length);
    const offset = this.#used;
    this.slab.bytes.set(bytes.subarray(start, end), offset);
    this.#used += length;
    this.slab.users++;
    return offset;
  }

  #begin(length: number): void {
    this.release(this.slab);
    this.slab = length <= SIZE ? (this.#spare.pop() ?? new Slab(SIZE)) : new Slab(length);
    this.slab.users = 1;
    this.#used = 0;
  }

  /** One user less. */
  release(slab: Slab): void {
    if (--slab.users === 0 && slab.bytes.length === SIZE && this.#spare.length < SPARE) this.#spare.push(slab);
  }
}
