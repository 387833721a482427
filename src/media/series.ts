/**
 * Figures second by second, in a few bytes each. A stream that goes on and on gets coarser steps in place of more memory.
 */

const FIRST_SIZE = 16;
const LONGEST = 3600;
const MOST = 0xffff;
const SECOND = 1_000_000;

/** One step of the series. */
export interface SeriesPoint {
  packets: number;
  lost: number;
  /** Highest of the step, ms. */
  jitter: number;
  /** Longest time between two packets, ms. */
  maxDelta: number;
}

export class Series {
  /** Seconds of a step. */
  step = 1;
  length = 0;
  #packets = new Uint16Array(FIRST_SIZE);
  #lost = new Uint16Array(FIRST_SIZE);
  /** Tenths of a millisecond. */
  #jitter = new Uint16Array(FIRST_SIZE);
  #delta = new Uint16Array(FIRST_SIZE);
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
    if (index >= this.#packets.length) this.#grow(index);
    if (index >= this.length) this.length = index + 1;
    this.#packets[index] = Math.min(MOST, this.#packets[index] + packets);
    this.#lost[index] = Math.max(0, Math.min(MOST, this.#lost[index] + lost));
    this.#jitter[index] = Math.max(this.#jitter[index], Math.min(MOST, Math.round(jitter * 10)));
    this.#delta[index] = Math.max(this.#delta[index], Math.min(MOST, Math.round(delta)));
  }

  points(): SeriesPoint[] {
    return Array.from({ length: this.length }, (_, at) => ({
      packets: this.#packets[at],
      lost: this.#lost[at],
      jitter: this.#jitter[at] / 10,
      maxDelta: this.#delta[at],
    }));
  }

  /** The most of lost ÷ expected packets over `seconds` in a row, 0 to 1; over less than that, 0. */
  worstLoss(seconds: number): number {
    const width = Math.max(1, Math.ceil(seconds / this.step));
    let packets = 0;
    let lost = 0;
    let worst = 0;
    for (let at = 0; at < this.length; at++) {
      packets += this.#packets[at];
      lost += this.#lost[at];
      if (at >= width) {
        packets -= this.#packets[at - width];
        lost -= this.#lost[at - width];
      }
      if (at >= width - 1 && lost > 0) worst = Math.max(worst, lost / (lost + packets));
    }
    return worst;
  }

  /** Most seconds in a row with a jitter above `limit` ms. */
  secondsAbove(limit: number): number {
    let run = 0;
    let longest = 0;
    for (let at = 0; at < this.length; at++) {
      run = this.#jitter[at] / 10 > limit ? run + this.step : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  #grow(index: number): void {
    const size = Math.min(LONGEST, Math.max(index + 1, 2 * this.#packets.length));
    const larger = (old: Uint16Array<ArrayBuffer>) => {
      const grown = new Uint16Array(size);
      grown.set(old);
      return grown;
    };
    this.#packets = larger(this.#packets);
    this.#lost = larger(this.#lost);
    this.#jitter = larger(this.#jitter);
    this.#delta = larger(this.#delta);
  }

  /** Pairs of steps become one. */
  #coarsen(): void {
    const half = Math.ceil(this.length / 2);
    for (let at = 0; at < half; at++) {
      const [a, b] = [2 * at, 2 * at + 1];
      const has = b < this.length;
      this.#packets[at] = Math.min(MOST, this.#packets[a] + (has ? this.#packets[b] : 0));
      this.#lost[at] = Math.min(MOST, this.#lost[a] + (has ? this.#lost[b] : 0));
      this.#jitter[at] = Math.max(this.#jitter[a], has ? this.#jitter[b] : 0);
      this.#delta[at] = Math.max(this.#delta[a], has ? this.#delta[b] : 0);
    }
    for (const all of [this.#packets, this.#lost, this.#jitter, this.#delta]) all.fill(0, half);
    this.length = half;
    this.step *= 2;
  }
}
