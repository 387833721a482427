/** Keeps message bytes: one big allocation serves many messages, which is far cheaper than one each. */

const SLAB = 1 << 20;

export class ByteStore {
  slab = new Uint8Array(SLAB);
  #used = 0;

  /** Copies `bytes[start, end)`; the copy begins in `slab` at the offset returned. */
  copy(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (this.#used + length > this.slab.length) {
      this.slab = new Uint8Array(Math.max(SLAB, length));
      this.#used = 0;
    }
    const offset = this.#used;
    // A short loop beats set(subarray), which allocates a view for every message.
    if (length < 256) for (let i = 0; i < length; i++) this.slab[offset + i] = bytes[start + i];
    else this.slab.set(bytes.subarray(start, end), offset);
    this.#used += length;
    return offset;
  }
}
