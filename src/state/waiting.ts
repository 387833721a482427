/** The waiting lines of the tracker: first in, first out, and nothing is held that has left. */
import type { Group } from './group.ts';

export interface Waiting {
  /** Undefined once the group has left: what it holds must not wait here too. */
  group: Group | undefined;
  /** Time (µs) at which the line looks at the group again. */
  readonly due: number;
}

/** Places that were left are swept out when they are the most. */
const SWEEP = 4096;

export class Queue {
  #items: (Waiting | undefined)[] = [];
  #head = 0;
  #left = 0;

  push(item: Waiting): void {
    this.#items.push(item);
  }

  /** The first place that is still taken. */
  peek(): Waiting | undefined {
    while (this.#head < this.#items.length && this.#items[this.#head]?.group === undefined) {
      this.#items[this.#head++] = undefined;
    }
    return this.#items[this.#head];
  }

  leave(item: Waiting): void {
    item.group = undefined;
    if (++this.#left < SWEEP || this.#left * 2 < this.#items.length) return;
    this.#items = this.#items.filter((one) => one?.group !== undefined);
    this.#head = 0;
    this.#left = 0;
  }
}
