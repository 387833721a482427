/**
 * Bounded memory for watches: what a flood brings is forgotten from its old end. Conversations finish in order of their
 * ends, so times come nearly in order.
 */
import { RecentMap } from '../state/recent.ts';

/** What is known of each source, server or pair: made on first sight, forgotten when long unseen. */
export class Ledger<V> extends RecentMap<V> {
  readonly #make: () => V;

  constructor(limit: number, make: () => V) {
    super(limit);
    this.#make = make;
  }

  of(key: string): V {
    const known = this.get(key);
    if (known !== undefined) return known;
    const made = this.#make();
    this.set(key, made);
    return made;
  }
}

/** A set that stops growing. */
export class CappedSet {
  readonly #names = new Set<string>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(name: string): void {
    if (this.#names.size < this.#limit) this.#names.add(name);
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  get size(): number {
    return this.#names.size;
  }

  get names(): readonly string[] {
    return [...this.#names];
  }
}

/** Events held of one window. */
const HELD = 512;

/** Events of the last so many ms, and how many different names they have. */
export class SlidingWindow {
  readonly #span: number;
  #times: number[] = [];
  #names: string[] = [];
  #head = 0;
  readonly #counts = new Map<string, number>();

  constructor(span: number) {
    this.#span = span * 1000;
  }

  /** `time` in µs. What is older than the window is left out. */
  add(time: number, name: string): void {
    const newest = this.#times[this.#times.length - 1] ?? time;
    if (time < newest - this.#span) return;
    const at = Math.max(time, newest);
    while (this.size > 0 && (at - this.#times[this.#head] > this.#span || this.size >= HELD)) this.#forget();
    this.#times.push(at);
    this.#names.push(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  get size(): number {
    return this.#times.length - this.#head;
  }

  get distinct(): number {
    return this.#counts.size;
  }

  /** ms from the first event of the window to the last. */
  get span(): number {
    return this.size === 0 ? 0 : (this.#times[this.#times.length - 1] - this.#times[this.#head]) / 1000;
  }

  #forget(): void {
    const name = this.#names[this.#head];
    const left = (this.#counts.get(name) ?? 1) - 1;
    if (left === 0) this.#counts.delete(name);
    else this.#counts.set(name, left);
    this.#head++;
    if (this.#head < HELD) return;
    this.#times = this.#times.slice(this.#head);
    this.#names = this.#names.slice(this.#head);
    this.#head = 0;
  }
}
