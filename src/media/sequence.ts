/**
 * Sequence numbers of one source (RFC 3550 A.1, A.3): what was expected, lost, sent twice or out of order. A window of
 * the latest numbers tells late packets from doubles; what falls out of it is lost for good.
 */
import { LossBursts } from './loss-bursts.ts';

const MAX_DROPOUT = 3000;
const MAX_MISORDER = 100;
/** A power of two, and more than the packets that may come late. */
const WINDOW = 128;
const MASK = WINDOW - 1;
const NUMBERS = 0x1_0000;

const MISSING = 0;
const HERE = 1;
/** Before the first number, or after a restart. */
const OUTSIDE = 2;

export const NEW = 0;
export const LATE = 1;
export const DUPLICATE = 2;
/** Far off the numbers before it: of itself it means nothing yet. */
export const STRAY = 3;
export const RESTARTED = 4;

export class Sequence {
  packets = 0;
  duplicates = 0;
  reordered = 0;
  /** The sender began anew, or left out more than any network loses. */
  restarts = 0;
  readonly bursts = new LossBursts();
  readonly #window = new Uint8Array(WINDOW).fill(OUTSIDE);
  /** Extended by the cycles. */
  #base = 0;
  #highest = -1;
  /** Of the parts before the last restart. */
  #expectedBefore = 0;
  #expectedStray = -1;
  #strays = 0;

  /** `NEW`, `LATE`, `DUPLICATE`, `STRAY` or `RESTARTED`. */
  add(sequence: number): number {
    if (this.#highest < 0) {
      this.#begin(sequence);
      this.packets = 1;
      return NEW;
    }
    const ahead = ((sequence - this.#highest) << 16) >> 16;
    if (ahead > 0 && ahead < MAX_DROPOUT) {
      this.packets++;
      this.#advance(ahead);
      return NEW;
    }
    if (ahead <= 0 && ahead > -MAX_MISORDER) return this.#late(this.#highest + ahead);
    if (sequence !== this.#expectedStray) {
      this.#expectedStray = (sequence + 1) % NUMBERS;
      this.#strays++;
      this.packets++;
      return STRAY;
    }
    // Two in sequence: the stray before this one was the first of a new beginning.
    this.#strays--;
    this.#close();
    this.#begin((sequence + NUMBERS - 1) % NUMBERS);
    this.restarts++;
    this.packets++;
    this.#advance(1);
    return RESTARTED;
  }

  /** Numbers between the first and the last. */
  get expected(): number {
    return this.#expectedBefore + this.#strays + (this.#highest < 0 ? 0 : this.#highest - this.#base + 1);
  }

  /** Doubles make up for no loss. */
  get lost(): number {
    return this.expected - (this.packets - this.duplicates);
  }

  /** The numbers in the window are judged. */
  end(): void {
    this.#close();
    this.bursts.end();
    this.#base = this.#highest + 1;
  }

  #begin(sequence: number): void {
    this.#window.fill(OUTSIDE);
    this.#base = sequence;
    this.#highest = sequence;
    this.#window[sequence & MASK] = HERE;
  }

  #close(): void {
    if (this.#highest < 0) return;
    for (let number = this.#highest + 1; number <= this.#highest + WINDOW; number++) this.#judge(number & MASK);
    this.#expectedBefore += this.#highest - this.#base + 1;
    this.#window.fill(OUTSIDE);
  }

  #judge(slot: number): void {
    const state = this.#window[slot];
    if (state === HERE) this.bursts.good();
    else if (state === MISSING) this.bursts.bad();
  }

  #advance(ahead: number): void {
    const window = this.#window;
    for (let step = 1; step <= ahead; step++) {
      const slot = (this.#highest + step) & MASK;
      this.#judge(slot);
      window[slot] = MISSING;
    }
    this.#highest += ahead;
    window[this.#highest & MASK] = HERE;
    this.#expectedStray = -1;
  }

  #late(number: number): number {
    this.packets++;
    const slot = number & MASK;
    const state = this.#window[slot];
    if (state === HERE) {
      this.duplicates++;
      return DUPLICATE;
    }
    this.#window[slot] = HERE;
    this.reordered++;
    // The first packet captured was not the first sent.
    if (number < this.#base) this.#base = number;
    return LATE;
  }
}
