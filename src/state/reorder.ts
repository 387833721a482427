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
  let held: SipMessage[] = [];
  let newest = Number.NEGATIVE_INFINITY;

  function release(until: number): void {
    let count = 0;
    while (count < held.length && held[count].time <= until) onMessage(held[count++]);
    if (count > 0) held = count === held.length ? [] : held.slice(count);
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
        held.push(message);
      } else {
        let at = held.length;
        while (at > 0 && held[at - 1].time > time) at--;
        held.splice(at, 0, message);
      }
      if (held.length > HELD) release(held[0].time);
    },
    flush() {
      release(Number.POSITIVE_INFINITY);
    },
  };
}
