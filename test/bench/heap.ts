/** What is still to be sent, earliest first: a binary heap. */

export interface Pending {
  /** Microseconds. */
  at: number;
  /** Decides between equals, so that the order never depends on the heap's shape. */
  readonly order: number;
}

function before(a: Pending, b: Pending): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

export class Heap<Item extends Pending> {
  readonly #items: Item[] = [];

  peek(): Item | undefined {
    return this.#items[0];
  }

  push(item: Item): void {
    const items = this.#items;
    let hole = items.push(item) - 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!before(item, items[parent])) break;
      items[hole] = items[parent];
      hole = parent;
    }
    items[hole] = item;
  }

  /** Takes the first out. */
  shift(): void {
    const last = this.#items.pop();
    if (last !== undefined && this.#items.length > 0) this.#sink(last);
  }

  /** The first has a new time. */
  moved(): void {
    if (this.#items.length > 0) this.#sink(this.#items[0]);
  }

  #sink(item: Item): void {
    const items = this.#items;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && before(items[child + 1], items[child])) child++;
      if (!before(items[child], item)) break;
      items[hole] = items[child];
      hole = child;
    }
    items[hole] = item;
  }
}
