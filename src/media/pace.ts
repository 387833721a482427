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
/** So many packets in a row that all are late are on time: a buffer begins anew rather than play nothing. */
const ALL_LATE = 32;
/** After a pause so many are enough, unless they hurry (ms) as those do that were held on the way. */
const FIRST_LATE = 5;
const HURRY = 40;
/** A sender that pauses for so long (ms), or is kept from sending, is no clock meanwhile. */
const PAUSE = 200;
/** What is further off than this (ms) is a pause of which the timestamps do not tell. */
const OUTAGE = 1_000;
/** One packet of so many is enough to tell how a clock runs. */
const SAMPLE = 16;
/** ms */
const SHORTEST_DRIFT = 10_000;
/** Sum of the squares of the distances in time (ms²): with less, jitter of 10 ms alone makes a drift of 0.3 %. */
const LEAST_SQUARES = 1e7;

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
/** Of the pieces before the last pause: what each of them adds to the line's slope, and how long they are (ms). */
const SQUARES = 16;
const PRODUCTS = 17;
const COVERED = 18;
/** Where the piece that goes on began, ms after the first packet. */
const PIECE = 19;
/** RFC 3550's estimate without what pauses do to it. */
const STEADY = 20;
const LATE_RUN = 21;
/** The newest packet on the line, ms after the first. */
const NEWEST = 22;
/** How late the first packet after the last pause was, ms. */
const RESUMED = 23;
export const PACE_STATE = 24;

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
    const pause = (time - state[at + BEAT]) / 1000;
    const distance = Math.abs(pause - step);
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
      if (distance < OUTAGE) state[at + STEADY] += (distance - state[at + STEADY]) / 16;
    }
    const due = state[at + DUE] + step;
    state[at + DUE] = due;
    const passed = (time - state[at + FIRST]) / 1000;
    // Or the clock of the capture was set back.
    if (opens || Math.abs(pause) > PAUSE) {
      this.#turn(passed);
      state[at + RESUMED] = passed - due;
    }
    this.#play(passed - due, opens);
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

  /** The running estimate without what pauses do to it, ms: what the network does. */
  get steadyJitter(): number {
    return this.#state[this.#at + STEADY];
  }

  /** Longest time between two packets, ms. */
  get maxDelta(): number {
    return this.#state[this.#at + MAX_DELTA];
  }

  /**
   * How much faster the sender's clock runs than that of the capture, parts per million; over less than 10 s nobody can
   * tell. Pauses are left out: many senders let their timestamps stand still meanwhile, or guess how far they must go.
   */
  get drift(): number | undefined {
    const state = this.#state;
    const at = this.#at;
    const [n, x, y, xx, xy] = state.subarray(at + LINE, at + LINE + 5);
    const squares = state[at + SQUARES] + (n > 0 ? xx - (x * x) / n : 0);
    const products = state[at + PRODUCTS] + (n > 0 ? xy - (x * y) / n : 0);
    const last = (state[at + BEAT] - state[at + FIRST]) / 1000;
    const covered = state[at + COVERED] + (last > state[at + PIECE] ? last - state[at + PIECE] : 0);
    if (covered < SHORTEST_DRIFT || squares < LEAST_SQUARES) return undefined;
    return (products / squares - 1) * 1e6;
  }

  /** The first packet, or one that does not follow from those before: NaN for the former. */
  #start(time: number, distance: number): void {
    const state = this.#state;
    const at = this.#at;
    if (!Number.isNaN(distance)) this.jumps++;
    this.#turn(0);
    state[at + DUE] = 0;
    state[at + FLOOR] = 0;
    state[at + LATE_RUN] = 0;
    state[at + FIRST] = time;
  }

  /** A piece without pauses ends, and another one begins. */
  #turn(passed: number): void {
    const state = this.#state;
    const at = this.#at;
    const line = at + LINE;
    const n = state[line];
    if (n > 1) {
      state[at + SQUARES] += state[line + 3] - (state[line + 1] * state[line + 1]) / n;
      state[at + PRODUCTS] += state[line + 4] - (state[line + 1] * state[line + 2]) / n;
      state[at + COVERED] += state[at + NEWEST] - state[at + PIECE];
    }
    state.fill(0, line, line + 5);
    state[at + PIECE] = passed;
  }

  /** `delay` (ms) against that of the first packet. A buffer is set anew at the beginning of talk (RFC 3551 §4.1). */
  #play(delay: number, opens: boolean): void {
    const state = this.#state;
    const at = this.#at;
    const floor = state[at + FLOOR];
    const late = !opens && delay > floor + PLAY_OUT;
    if (late) this.late++;
    const run = late ? state[at + LATE_RUN] + 1 : 0;
    const resumed = run === FIRST_LATE && delay > state[at + RESUMED] - HURRY;
    const anew = opens || resumed || run >= ALL_LATE;
    state[at + LATE_RUN] = anew ? 0 : run;
    state[at + FLOOR] = anew || delay < floor ? delay : floor + (delay - floor) * FOLLOW;
  }

  #sample(x: number, y: number): void {
    const state = this.#state;
    const line = this.#at + LINE;
    state[this.#at + NEWEST] = x;
    state[line]++;
    state[line + 1] += x;
    state[line + 2] += y;
    state[line + 3] += x * x;
    state[line + 4] += x * y;
  }
}
