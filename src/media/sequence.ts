/**
 * Sequence numbers of one source (RFC 3550 A.1, A.3): what was expected, lost, sent twice or out of order. A window of
 * the latest numbers tells late packets from doubles; what falls out of it is lost for good.
 */
import { LossBursts } from './loss-bursts.ts';

const MAX_DROPOUT = 3000;
const MAX_MISORDER = 100;
/** One bit each, set for what is here, and for what is before the first number. */
const WINDOW = 128;
const ALL = -1;
const NUMBERS = 0x1_0000;

export const NEW = 0;
export const LATE = 1;
export const DUPLICATE = 2;
/** Far off the numbers before it: of itself it means nothing yet. */
export const STRAY = 3;
export const RESTARTED = 4;

// Places in the state.
const PACKETS = 0;
/** Extended by the cycles, -1 before the first packet. */
const HIGHEST = 1;
/** Zeros in the window. */
const MISSING = 2;
/** Good packets that left the window since the last bad one. */
const GOOD = 3;
const BITS = 4;
export const SEQUENCE_STATE = 8;

/**
 * What every packet touches stands side by side in `state`, which the source shares with its other figures: with a
 * thousand streams at a time, each place in memory more is a wait for it.
 */
export class Sequence {
  duplicates = 0;
  reordered = 0;
  /** The sender began anew, or left out more than any network loses. */
  restarts = 0;
  readonly bursts = new LossBursts();
  readonly #state: Float64Array;
  readonly #at: number;
  #base = 0;
  /** Of the parts before the last restart. */
  #expectedBefore = 0;
  #expectedStray = -1;
  #strays = 0;

  constructor(state = new Float64Array(SEQUENCE_STATE), at = 0) {
    this.#state = state;
    this.#at = at;
    state[at + HIGHEST] = -1;
    state.fill(ALL, at + BITS, at + SEQUENCE_STATE);
  }

  /** Received, doubles included. */
  get packets(): number {
    return this.#state[this.#at + PACKETS];
  }

  /** `NEW`, `LATE`, `DUPLICATE`, `STRAY` or `RESTARTED`. */
  add(sequence: number): number {
    const state = this.#state;
    const at = this.#at;
    state[at + PACKETS]++;
    const highest = state[at + HIGHEST];
    const ahead = ((sequence - highest) << 16) >> 16;
    if (ahead === 1 && state[at + MISSING] === 0 && highest >= 0) {
      state[at + HIGHEST] = highest + 1;
      state[at + GOOD]++;
      return NEW;
    }
    return this.#unusual(sequence, highest, ahead);
  }

  /** Numbers between the first and the last. */
  get expected(): number {
    const highest = this.#state[this.#at + HIGHEST];
    return this.#expectedBefore + this.#strays + (highest < 0 ? 0 : highest - this.#base + 1);
  }

  /** Doubles make up for no loss. */
  get lost(): number {
    return this.expected - (this.packets - this.duplicates);
  }

  /** The numbers in the window are judged; more may come. */
  end(): void {
    this.#close();
    this.bursts.end();
  }

  #unusual(sequence: number, highest: number, ahead: number): number {
    if (highest < 0) {
      this.#begin(sequence);
      return NEW;
    }
    if (ahead > 0 && ahead < MAX_DROPOUT) {
      for (let step = 1; step < ahead; step++) this.#shift(0);
      this.#shift(1);
      this.#state[this.#at + HIGHEST] = highest + ahead;
      this.#expectedStray = -1;
      return NEW;
    }
    if (ahead <= 0 && ahead > -MAX_MISORDER) return this.#late(highest + ahead, -ahead);
    if (sequence !== this.#expectedStray) {
      this.#expectedStray = (sequence + 1) % NUMBERS;
      this.#strays++;
      return STRAY;
    }
    // Two in sequence: the stray before this one was the first of a new beginning.
    this.#strays--;
    this.#close();
    this.#begin((sequence + NUMBERS - 1) % NUMBERS);
    this.#state[this.#at + HIGHEST]++;
    this.#expectedStray = -1;
    this.restarts++;
    return RESTARTED;
  }

  #begin(sequence: number): void {
    this.#base = sequence;
    this.#state[this.#at + HIGHEST] = sequence;
  }

  /** One number on: the oldest of the window is judged. */
  #shift(bit: number): void {
    const state = this.#state;
    const bits = this.#at + BITS;
    const oldest = state[bits + 3] >>> 31;
    for (let word = 3; word > 0; word--)
      state[bits + word] = (state[bits + word] << 1) | (state[bits + word - 1] >>> 31);
    state[bits] = (state[bits] << 1) | bit;
    state[this.#at + MISSING] += oldest - bit;
    if (oldest === 1) state[this.#at + GOOD]++;
    else this.#bad();
  }

  #bad(): void {
    this.bursts.good(this.#state[this.#at + GOOD]);
    this.bursts.bad();
    this.#state[this.#at + GOOD] = 0;
  }

  #close(): void {
    const state = this.#state;
    const bits = this.#at + BITS;
    for (let age = WINDOW - 1; age >= 0; age--) {
      if (((state[bits + (age >> 5)] >>> (age & 31)) & 1) === 1) state[this.#at + GOOD]++;
      else this.#bad();
    }
    this.bursts.good(state[this.#at + GOOD]);
    state[this.#at + GOOD] = 0;
    state.fill(ALL, bits, bits + 4);
    state[this.#at + MISSING] = 0;
    const highest = state[this.#at + HIGHEST];
    if (highest < 0) return;
    this.#expectedBefore += highest - this.#base + 1;
    this.#base = highest + 1;
  }

  #late(number: number, age: number): number {
    // The first packet captured was not the first sent.
    if (number < this.#base) {
      for (let other = age - 1; this.#base - number > age - other; other--) this.#clear(other);
      this.#base = number;
      this.reordered++;
      return LATE;
    }
    const word = this.#at + BITS + (age >> 5);
    const bit = 1 << (age & 31);
    if ((this.#state[word] & bit) !== 0) {
      this.duplicates++;
      return DUPLICATE;
    }
    this.#state[word] |= bit;
    this.#state[this.#at + MISSING]--;
    this.reordered++;
    return LATE;
  }

  #clear(age: number): void {
    this.#state[this.#at + BITS + (age >> 5)] &= ~(1 << (age & 31));
    this.#state[this.#at + MISSING]++;
  }
}
