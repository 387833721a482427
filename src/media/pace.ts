/**
 * When packets come against when they were due: jitter (RFC 3550 §6.4.1, A.8), gaps, lateness and the drift of the
 * sender's clock. Times in µs come in, milliseconds go out.
 */

/** A difference that no network makes: the sender set its clock of samples anew. */
const JUMP = 10_000;
/** A buffer for playing out holds this much (ms); what comes later is of no use. */
export const PLAY_OUT = 60;
/** The share of a lasting change of the delay that a buffer follows with each packet. */
const FOLLOW = 1 / 64;
/** One packet of so many is enough to tell how a clock runs. */
const SAMPLE = 16;
const SHORTEST_DRIFT = 10_000_000;
const LEAST_SAMPLES = 10;

// Places in the state.
const TIME = 0;
/** Of the packet that set the beat last. */
const BEAT = 1;
const TIMESTAMP = 2;
const DUE = 3;
const JITTER = 4;
const MAX_JITTER = 5;
const SUM = 6;
const COUNT = 7;
/** The lowest delay of late, against that of the first packet. */
const FLOOR = 8;
const MAX_DELTA = 9;
const FIRST = 10;
/** Sums for the line through times of arrival and timestamps: n, x, y, xx, xy. */
const LINE = 11;
export const PACE_STATE = 16;

/** Shares its state with the other figures of the stream, as `Sequence` does. */
export class Pace {
  /** Time of the packet after the longest gap, µs. */
  maxDeltaAt = Number.NaN;
  /** Packets that a buffer of `PLAY_OUT` would not have played. */
  late = 0;
  jumps = 0;
  readonly #state: Float64Array;
  readonly #at: number;

  constructor(state = new Float64Array(PACE_STATE), at = 0) {
    this.#state = state;
    this.#at = at;
    state[at + TIME] = Number.NaN;
    state[at + BEAT] = Number.NaN;
  }

  /**
   * Every packet; returns the time since the one before it, ms; 0 for the first. `opens`: the first of a talk spurt, for
   * which silence before it is no delay.
   */
  tick(time: number, opens: boolean): number {
    const state = this.#state;
    const at = this.#at;
    const delta = (time - state[at + TIME]) / 1000;
    state[at + TIME] = time;
    if (!(delta > 0)) return 0;
    if (delta > state[at + MAX_DELTA] && !opens) {
      state[at + MAX_DELTA] = delta;
      this.maxDeltaAt = time;
    }
    return delta;
  }

  /** A packet of sound or pictures, whose timestamp counts in Hz. */
  beat(time: number, timestamp: number, clockRate: number, opens: boolean): void {
    const state = this.#state;
    const at = this.#at;
    const step = (((timestamp - state[at + TIMESTAMP]) | 0) / clockRate) * 1000;
    const distance = Math.abs((time - state[at + BEAT]) / 1000 - step);
    state[at + TIMESTAMP] = timestamp;
    state[at + BEAT] = time;
    if (!(distance <= JUMP)) {
      this.#start(time, distance);
      return;
    }
    const jitter = state[at + JITTER] + (distance - state[at + JITTER]) / 16;
    state[at + JITTER] = jitter;
    if (!opens) {
      if (jitter > state[at + MAX_JITTER]) state[at + MAX_JITTER] = jitter;
      state[at + SUM] += jitter;
      state[at + COUNT]++;
    }
    const due = state[at + DUE] + step;
    state[at + DUE] = due;
    const passed = (time - state[at + FIRST]) / 1000;
    const delay = passed - due;
    const floor = state[at + FLOOR];
    if (delay > floor + PLAY_OUT) this.late++;
    state[at + FLOOR] = delay < floor ? delay : floor + (delay - floor) * FOLLOW;
    if (state[at + COUNT] % SAMPLE === 0) this.#sample(passed, due);
  }

  /** A new beginning of the timestamps: what came before says nothing about what comes. */
  restart(): void {
    this.#state[this.#at + BEAT] = Number.NaN;
  }

  /** The running estimate, ms. */
  get jitter(): number {
    return this.#state[this.#at + JITTER];
  }

  get maxJitter(): number {
    return this.#state[this.#at + MAX_JITTER];
  }

  /** Mean of the estimate over the packets, ms. */
  get meanJitter(): number {
    const count = this.#state[this.#at + COUNT];
    return count === 0 ? 0 : this.#state[this.#at + SUM] / count;
  }

  /** Longest time between two packets, ms. */
  get maxDelta(): number {
    return this.#state[this.#at + MAX_DELTA];
  }

  /** How much faster the sender's clock runs than that of the capture, parts per million; over less than 10 s nobody can tell. */
  get drift(): number | undefined {
    const from = this.#at + LINE;
    const [n, x, y, xx, xy] = this.#state.subarray(from, from + 5);
    const spread = n * xx - x * x;
    const time = this.#state[this.#at + TIME] - this.#state[this.#at + FIRST];
    if (!(time >= SHORTEST_DRIFT) || n < LEAST_SAMPLES || spread <= 0) return undefined;
    return ((n * xy - x * y) / spread - 1) * 1e6;
  }

  /** The first packet, or one that does not follow from those before: NaN for the former. */
  #start(time: number, distance: number): void {
    if (!Number.isNaN(distance)) this.jumps++;
    this.#state[this.#at + DUE] = 0;
    this.#state[this.#at + FLOOR] = 0;
    this.#state[this.#at + FIRST] = time;
    this.#state.fill(0, this.#at + LINE, this.#at + LINE + 5);
  }

  #sample(x: number, y: number): void {
    const state = this.#state;
    const line = this.#at + LINE;
    state[line]++;
    state[line + 1] += x;
    state[line + 2] += y;
    state[line + 3] += x * x;
    state[line + 4] += x * y;
  }
}
