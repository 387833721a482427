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

export class Pace {
  /** The running estimate, its mean over the packets, and its highest value, ms. */
  jitter = Number.NaN;
  maxJitter = Number.NaN;
  maxDelta = Number.NaN;
  /** Time of the packet after the longest gap, µs. */
  maxDeltaAt = Number.NaN;
  /** Packets that a buffer of `PLAY_OUT` would not have played. */
  late = 0;
  jumps = 0;
  #sum = Number.NaN;
  #count = 0;
  #time = Number.NaN;
  /** Of the packet that set the beat last: its time, and its timestamp in ms. */
  #beat = Number.NaN;
  #due = Number.NaN;
  #timestamp = Number.NaN;
  #base = Number.NaN;
  // Sums for the line through times of arrival and timestamps.
  #n = 0;
  #x = Number.NaN;
  #y = Number.NaN;
  #xx = Number.NaN;
  #xy = Number.NaN;
  #firstTime = Number.NaN;
  #firstDue = Number.NaN;

  constructor() {
    this.jitter = 0;
    this.maxJitter = 0;
    this.maxDelta = 0;
    this.#sum = 0;
    this.#due = 0;
    this.#base = 0;
    this.#clearLine();
  }

  /**
   * Every packet; returns the time since the one before it, ms; 0 for the first. `opens`: the first of a talk spurt, for
   * which silence before it is no delay.
   */
  tick(time: number, opens: boolean): number {
    const delta = (time - this.#time) / 1000;
    this.#time = time;
    if (!(delta > 0)) return 0;
    if (delta > this.maxDelta && !opens) {
      this.maxDelta = delta;
      this.maxDeltaAt = time;
    }
    return delta;
  }

  /** A packet of sound or pictures, whose timestamp counts in Hz. False when its timestamp leads nowhere. */
  beat(time: number, timestamp: number, clockRate: number, opens: boolean): boolean {
    if (Number.isNaN(this.#beat)) {
      this.#start(time, timestamp);
      return true;
    }
    const step = (((timestamp - this.#timestamp) | 0) / clockRate) * 1000;
    const passed = (time - this.#beat) / 1000;
    this.#timestamp = timestamp;
    this.#beat = time;
    const off = passed - step;
    const distance = Math.abs(off);
    if (distance > JUMP) {
      this.jumps++;
      this.#start(time, timestamp);
      return false;
    }
    this.jitter += (distance - this.jitter) / 16;
    if (!opens) {
      if (this.jitter > this.maxJitter) this.maxJitter = this.jitter;
      this.#sum += this.jitter;
      this.#count++;
    }
    this.#due += step;
    this.#judge(time);
    return true;
  }

  /** A new beginning of the timestamps: what came before says nothing about what comes. */
  restart(): void {
    this.#beat = Number.NaN;
  }

  /** Mean of the estimate, ms. */
  get meanJitter(): number {
    return this.#count === 0 ? 0 : this.#sum / this.#count;
  }

  /** How much faster the sender's clock runs than that of the capture, parts per million; over less than 10 s nobody can tell. */
  get drift(): number | undefined {
    const n = this.#n;
    const spread = n * this.#xx - this.#x * this.#x;
    if (this.#time - this.#firstTime < 10_000_000 || n < 100 || spread <= 0) return undefined;
    return ((n * this.#xy - this.#x * this.#y) / spread - 1) * 1e6;
  }

  #start(time: number, timestamp: number): void {
    this.#beat = time;
    this.#timestamp = timestamp;
    this.#due = 0;
    this.#base = 0;
    this.#firstTime = time;
    this.#clearLine();
  }

  #clearLine(): void {
    this.#n = 0;
    this.#x = 0;
    this.#y = 0;
    this.#xx = 0;
    this.#xy = 0;
    this.#firstDue = 0;
  }

  #judge(time: number): void {
    const x = (time - this.#firstTime) / 1000;
    const y = this.#due - this.#firstDue;
    const transit = x - y;
    if (transit > this.#base + PLAY_OUT) this.late++;
    if (transit < this.#base) this.#base = transit;
    else this.#base += (transit - this.#base) * FOLLOW;
    this.#n++;
    this.#x += x;
    this.#y += y;
    this.#xx += x * x;
    this.#xy += x * y;
  }
}
