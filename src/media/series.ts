/**
 * Figures second by second, in a few bytes each. A stream that goes on and on gets coarser steps in place of more memory.
 */

const FIRST_SIZE = 16;
const LONGEST = 3600;
const MOST = 0xffff;
const SECOND = 1_000_000;

/** Numbers of a step: packets, lost, jitter in tenths of a millisecond, longest time between two packets in ms. */
const WIDTH = 4;
const LOST = 1;
const JITTER = 2;
const DELTA = 3;

/** One step of the series. */
export interface SeriesPoint {
  readonly packets: number;
  readonly lost: number;
  /** Highest of the step, ms. */
  readonly jitter: number;
  /** Longest time between two packets, ms. */
  readonly maxDelta: number;
}

export class Series {
  /** Seconds of a step. */
  step = 1;
  length = 0;
  #steps = new Uint16Array(FIRST_SIZE * WIDTH);
  readonly #start: number;

  constructor(start: number) {
    this.#start = start;
  }

  /** What happened until `time` (µs), since the last call. */
  add(time: number, packets: number, lost: number, jitter: number, delta: number): void {
    let index = Math.floor((time - this.#start) / SECOND / this.step);
    if (!(index >= 0)) return;
    while (index >= LONGEST) {
      this.#coarsen();
      index = index >> 1;
    }
    if (index * WIDTH >= this.#steps.length) this.#grow(index);
    if (index >= this.length) this.length = index + 1;
    const steps = this.#steps;
    const at = index * WIDTH;
    steps[at] = Math.min(MOST, steps[at] + packets);
    // What came late after all was no loss.
    steps[at + LOST] = Math.max(0, Math.min(MOST, steps[at + LOST] + lost));
    steps[at + JITTER] = Math.max(steps[at + JITTER], Math.min(MOST, Math.round(jitter * 10)));
    steps[at + DELTA] = Math.max(steps[at + DELTA], Math.min(MOST, Math.round(delta)));
  }

  points(): SeriesPoint[] {
    return Array.from({ length: this.length }, (_, index) => {
      const at = index * WIDTH;
      return {
        packets: this.#steps[at],
        lost: this.#steps[at + LOST],
        jitter: this.#steps[at + JITTER] / 10,
        maxDelta: this.#steps[at + DELTA],
      };
    });
  }

  /** Lost in the last steps that hold the last second: some of it may only be late. */
  get lostAtEnd(): number {
    let lost = 0;
    for (let index = Math.max(0, this.length - 2); index < this.length; index++)
      lost += this.#steps[index * WIDTH + LOST];
    return lost;
  }

  /** Packets of the steps that touch `[from, to]` (µs): a step more than there were, at either end. */
  packetsBetween(from: number, to: number): number {
    const width = this.step * SECOND;
    const first = Math.max(0, Math.floor((from - this.#start) / width));
    const last = Math.min(this.length - 1, Math.floor((to - this.#start) / width));
    let packets = 0;
    for (let index = first; index <= last; index++) packets += this.#steps[index * WIDTH];
    return packets;
  }

  /** The most of lost ÷ expected packets over `seconds` in a row, 0 to 1; over less than that, 0. */
  worstLoss(seconds: number): number {
    const width = Math.max(1, Math.ceil(seconds / this.step));
    let packets = 0;
    let lost = 0;
    let worst = 0;
    for (let index = 0; index < this.length; index++) {
      packets += this.#steps[index * WIDTH];
      lost += this.#steps[index * WIDTH + LOST];
      if (index >= width) {
        packets -= this.#steps[(index - width) * WIDTH];
        lost -= this.#steps[(index - width) * WIDTH + LOST];
      }
      if (index >= width - 1 && lost > 0) worst = Math.max(worst, lost / (lost + packets));
    }
    return worst;
  }

  /** Most seconds in a row with a jitter above `limit` ms. */
  secondsAbove(limit: number): number {
    return this.longestAbove(limit).seconds;
  }

  /** The longest time with a jitter above `limit` ms: whole steps, and where it begins, seconds after the first packet. */
  longestAbove(limit: number): { readonly seconds: number; readonly from: number } {
    let run = 0;
    let longest = { seconds: 0, from: 0 };
    for (let index = 0; index < this.length; index++) {
      run = this.#steps[index * WIDTH + JITTER] / 10 > limit ? run + this.step : 0;
      if (run > longest.seconds) longest = { seconds: run, from: (index + 1) * this.step - run };
    }
    return longest;
  }

  #grow(index: number): void {
    const grown = new Uint16Array(Math.min(LONGEST, Math.max(index + 1, (2 * this.#steps.length) / WIDTH)) * WIDTH);
    grown.set(this.#steps);
    this.#steps = grown;
  }

  /** Pairs of steps become one. */
  #coarsen(): void {
    const steps = this.#steps;
    const half = Math.ceil(this.length / 2);
    for (let index = 0; index < half; index++) {
      const to = index * WIDTH;
      const [a, b] = [2 * to, 2 * to + WIDTH];
      const has = 2 * index + 1 < this.length;
      for (let figure = 0; figure < WIDTH; figure++) {
        const other = has ? steps[b + figure] : 0;
        const mine = steps[a + figure];
        steps[to + figure] = figure <= LOST ? Math.min(MOST, mine + other) : Math.max(mine, other);
      }
    }
    steps.fill(0, half * WIDTH);
    this.length = half;
    this.step *= 2;
  }
}
