/**
 * Remembers where the connections opened last begin, so that one whose first segments come out of order is read from
 * its first byte. A table of fixed size: a newer connection takes the place of an older one.
 */

export interface Openings {
  /** `key` is the hash of one direction. */
  remember(key: number, sequence: number): void;
  /** Sequence number of the first byte, or -1. */
  recall(key: number): number;
  forget(key: number): void;
}

const SIZE = 8192;

export function createOpenings(): Openings {
  const keys = new Int32Array(SIZE);
  const sequences = new Float64Array(SIZE).fill(-1);

  return {
    remember(key, sequence) {
      keys[key & (SIZE - 1)] = key;
      sequences[key & (SIZE - 1)] = sequence;
    },
    recall(key) {
      return keys[key & (SIZE - 1)] === key ? sequences[key & (SIZE - 1)] : -1;
    },
    forget(key) {
      if (keys[key & (SIZE - 1)] === key) sequences[key & (SIZE - 1)] = -1;
    },
  };
}
