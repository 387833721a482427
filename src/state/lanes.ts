/**
 * Inputs that are read side by side become one stream in order of time: two capture points of one call, a capture and the
 * log of the same server. One input alone passes straight through.
 */

/** µs by which a message may stand later in its input than messages of a later time: TCP segments are waited for. */
const LATENESS = 1_000_000;

/** One input while it is open. */
export interface Lane {
  /** Time of the latest frame or line of the input, µs: nothing much earlier will come. Kept up to date by its reader. */
  now: number;
}

interface Waiting<M> {
  readonly message: M;
  readonly lane: number;
  readonly place: number;
}

interface OpenLane extends Lane {
  readonly number: number;
  /** Messages that it has handed in. */
  count: number;
}

export interface Lanes<M> {
  /** `begins`: before which nothing of it will come. */
  open(begins?: number): Lane;
  /** All messages of the lane were added. */
  close(lane: Lane): void;
  add(message: M, lane: Lane): void;
  /** How far time has come in what was handed on, µs. */
  readonly now: number;
}

export function createLanes<M extends { readonly time: number }>(onMessage: (message: M) => void): Lanes<M> {
  const open = new Set<OpenLane>();
  // A heap: the earliest message is first.
  const heap: Waiting<M>[] = [];
  let opened = 0;
  /** The latest time of any input that is closed; how far time had come when the last of those side by side was closed. */
  let furthest = Number.NEGATIVE_INFINITY;
  let passed = Number.NEGATIVE_INFINITY;

  /** Of equal times the input that was opened first, so that the order is the same however the bytes came in. */
  function before(a: Waiting<M>, b: Waiting<M>): boolean {
    if (a.message.time !== b.message.time) return a.message.time < b.message.time;
    return a.lane !== b.lane ? a.lane < b.lane : a.place < b.place;
  }

  function push(waiting: Waiting<M>): void {
    let at = heap.length;
    for (let parent = (at - 1) >> 1; at > 0 && before(waiting, heap[parent]); parent = (at - 1) >> 1) {
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = waiting;
  }

  function pop(): M {
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first.message;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child++;
      if (!before(heap[child], last)) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return first.message;
  }

  function slowest(): number {
    let least = Number.POSITIVE_INFINITY;
    for (const { now } of open) if (now < least) least = now;
    return least;
  }

  /** Lets go what no open input can come before any more. */
  function release(): void {
    if (heap.length === 0) return;
    const until = slowest() - LATENESS;
    while (heap.length > 0 && heap[0].message.time < until) onMessage(pop());
  }

  return {
    open(begins = Number.NaN) {
      const lane: OpenLane = {
        now: Number.isNaN(begins) ? Number.NEGATIVE_INFINITY : begins,
        number: opened++,
        count: 0,
      };
      open.add(lane);
      return lane;
    },
    close(lane) {
      open.delete(lane as OpenLane);
      release();
      furthest = Math.max(furthest, lane.now);
      // The end of one input is no end for those that are still read.
      if (open.size === 0) passed = furthest;
    },
    add(message, lane) {
      if (open.size === 1 && heap.length === 0) {
        onMessage(message);
        return;
      }
      const { number, count } = lane as OpenLane;
      (lane as OpenLane).count++;
      push({ message, lane: number, place: count });
      release();
    },
    get now() {
      return open.size === 0 ? passed : Math.max(passed, slowest());
    },
  };
}
