/** Where else messages were seen: one that passes two capture points is one message with two observations. */
import type { SipMessage } from '../model.ts';

/** A second look at a message, at another capture point. */
export interface Observation {
  /** Index of the input. */
  readonly input: number;
  /** Frame or line, from 1. */
  readonly index: number;
  /** µs, by the clock of the analysis. */
  readonly time: number;
}

/** Messages whose other observations wait for their call to end; a capture that holds everything twice ends most calls soon. */
const LIMIT = 1_000_000;

export interface Observations {
  add(first: SipMessage, second: SipMessage): void;
  /** Of the message; a call that is over asks once for each. */
  take(message: SipMessage): readonly Observation[];
}

const none: readonly Observation[] = [];

export function createObservations(): Observations {
  const byMessage = new Map<number, Observation[]>();
  return {
    add(first, { origin, time }) {
      // Within one input it is the same point: a port that mirrors both directions, or two interfaces.
      if (first.input === origin.input || byMessage.size >= LIMIT) return;
      const observation = { input: origin.input, index: origin.index, time };
      const known = byMessage.get(first.id);
      if (known === undefined) byMessage.set(first.id, [observation]);
      else known.push(observation);
    },
    take({ id }) {
      if (byMessage.size === 0) return none;
      const found = byMessage.get(id);
      if (found === undefined) return none;
      byMessage.delete(id);
      return found;
    },
  };
}
