/**
 * Puts messages in order of time before anything is made of them: several network queues, or two interfaces in one
 * capture, record a response some microseconds before its request.
 */
import type { SipMessage } from '../model.ts';

/** µs that a message waits for earlier ones. Far below any timer of SIP, far above what queues mix up. */
const WINDOW = 5_000;
/** Messages held at the most; a flood goes through in the order in which it came. */
const HELD = 256;

export interface Reorder {
  add(message: SipMessage): void;
  /** Lets go what still waits. */
  flush(): void;
}

export function createReorder(onMessage: (message: SipMessage) => void): Reorder {
  // One list for all messages, used again from its beginning whenever it is empty: most messages wait alone.
  const held: (SipMessage | undefined)[] = new Array(2 * HELD).fill(undefined);
  let head = 0;
  let tail = 0;
  let newest = Number.NEGATIVE_INFINITY;

  function release(until: number): void {
    for (let first = held[head]; head < tail && first !== undefined && first.time <= until; first = held[head]) {
      held[head++] = undefined;
      onMessage(first);
    }
    if (head === tail) {
      head = 0;
      tail = 0;
    }
  }

  function insert(message: SipMessage): void {
    if (tail === held.length) {
      held.copyWithin(0, head, tail);
      held.fill(undefined, tail - head);
      tail -= head;
      head = 0;
    }
    let at = tail++;
    for (
      let before = held[at - 1];
      at > head && before !== undefined && before.time > message.time;
      before = held[at - 1]
    ) {
      held[at--] = before;
    }
    held[at] = message;
    if (tail - head > HELD) release(held[head]?.time ?? 0);
  }

  return {
    add(message) {
      const { time } = message;
      // A log's order is its own, and a clock that was set back is no disorder.
      if (message.log !== undefined || time < newest - WINDOW) {
        release(Number.POSITIVE_INFINITY);
        newest = time;
        onMessage(message);
        return;
      }
      if (time > newest) {
        newest = time;
        release(time - WINDOW);
      }
      insert(message);
    },
    flush() {
      release(Number.POSITIVE_INFINITY);
    },
  };
}
