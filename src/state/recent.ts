/**
 * A map that lets go of what was not asked for the longest time: an elder and a younger half, and when the younger is full
 * it becomes the elder. Taking single keys out of the front of a Map would cost a walk over the holes each time.
 */
export class RecentMap<V> {
  #young = new Map<string, V>();
  #old = new Map<string, V>();
  readonly #half: number;

  constructor(limit: number) {
    this.#half = Math.max(1, Math.floor(limit / 2));
  }

  /** Keeps what it finds for longer. */
  get(key: string): V | undefined {
    const known = this.#young.get(key);
    if (known !== undefined) return known;
    const elder = this.#old.get(key);
    if (elder === undefined) return undefined;
    this.set(key, elder);
    return elder;
  }

  set(key: string, value: V): void {
    this.#old.delete(key);
    this.#young.set(key, value);
    if (this.#young.size < this.#half) return;
    this.#old = this.#young;
    this.#young = new Map();
  }

  /** Without keeping it for longer. */
  find(key: string): V | undefined {
    return this.#young.get(key) ?? this.#old.get(key);
  }

  *entries(): Generator<[string, V]> {
    yield* this.#old;
    yield* this.#young;
  }

  *values(): Generator<V> {
    for (const [, value] of this.entries()) yield value;
  }
}
