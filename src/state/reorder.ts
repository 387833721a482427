/**
 * Puts messages in order of time before anything is made of them: several network queues, or two interfaces in one
 * capture, record a response some microseconds before its request.
 */
import type { SipMessage } from '../model.ts';
import { followsFrom } from './causality.ts';

/** A message whose time is put right where it contradicts causality, and that gets its number when its place is known. */
export type Arrived = SipMessage & { time: number; id: number };

/** µs that a message waits for earlier ones. Far below any timer of SIP, far above what queues mix up. */
const WINDOW = 10_500;
/** Messages held at the most; a flood goes through in the order in which it came. */
const HELD = 256;

export interface Reorder {
  add(message: Arrived): void;
  /** Lets go what still waits. */
  flush(): void;
}

export function createReorder(onMessage: (message: Arrived) => void): Reorder {
  // One list for all messages, used again from its beginning whenever it is empty: most messages wait alone.
  const held: (Arrived | undefined)[] = new Array(2 * HELD).fill(undefined);
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

  /** Effects that stand before the message at `place` go behind it, and have no earlier time than it. */
  function putBehind(place: number): void {
    const cause = held[place];
    for (let at = place - 1; cause !== undefined && at >= head; at--) {
      const effect = held[at];
      if (effect === undefined || !followsFrom(effect, cause)) continue;
      // Which of the clocks is wrong cannot be told; what the cause itself followed from keeps its order so.
      effect.time = cause.time;
      held.copyWithin(at, at + 1, place + 1);
      held[place] = effect;
      keepOrder(place);
      place--;
    }
  }

  /** Of effects that got the time of the same cause, the one that was captured first stays first. */
  function keepOrder(place: number): void {
    const moved = held[place];
    for (let next = held[place + 1]; moved !== undefined && place + 1 < tail; next = held[place + 1]) {
      if (next === undefined || next.time !== moved.time || next.input !== moved.input) return;
      if (next.origin.index > moved.origin.index) return;
      held[place++] = next;
      held[place] = moved;
    }
  }

  /** The message at `place` and those held that it follows from, or that follow from it. */
  function untangle(place: number): void {
    putBehind(place);
    for (let later = place + 1; later < tail; later++) putBehind(later);
  }

  function insert(message: Arrived): void {
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
    if (tail - head > 1) untangle(at);
    if (tail - head > HELD) release(held[head]?.time ?? 0);
  }

  return {
    add(message) {
      const { time } = message;
      // A log's order is its own but where it prints each microsecond, and a clock that was set back is no disorder.
      if ((message.log !== undefined && message.log.resolution > 1) || time < newest - WINDOW) {
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
