/** What two people said, from the packets of their streams: one track each, silence and gaps kept. */
import { g711Table } from './g711.ts';
import type { RtpHeader } from './rtp.ts';

export const RATE = 8000;
/** Farther off its place by arrival (samples) than any buffer holds: the sender set its clock anew, or was mute. */
const ASTRAY = RATE / 2;
const FIRST_SIZE = 1 << 16;

/** The sound of one direction. Samples are 16 bits at 8 kHz, from `start` (µs) on. */
export class Track {
  /** Behind the last sample. */
  length = 0;
  samples = new Int16Array(FIRST_SIZE);
  readonly #start: number;
  readonly #most: number;
  readonly #clocks = new Map<string, { timestamp: number; at: number }>();

  /** `most`: samples that are kept. */
  constructor(start: number, most: number) {
    this.#start = start;
    this.#most = most;
  }

  /** `stream` tells sources apart; `codec` is that of the payload type. */
  add(stream: string, codec: string, rtp: Readonly<RtpHeader>, bytes: Uint8Array, time: number): void {
    const table = g711Table(codec);
    if (table === undefined) return;
    const arrived = Math.round(((time - this.#start) * RATE) / 1e6);
    let clock = this.#clocks.get(stream);
    if (clock === undefined) {
      clock = { timestamp: rtp.timestamp, at: arrived };
      this.#clocks.set(stream, clock);
    }
    let at = clock.at + ((rtp.timestamp - clock.timestamp) | 0);
    if (Math.abs(at - arrived) > ASTRAY) {
      clock.timestamp = rtp.timestamp;
      clock.at = arrived;
      at = arrived;
    }
    const end = Math.min(at + rtp.end - rtp.start, this.#most);
    if (at < 0 || end <= at) return;
    if (end > this.samples.length) this.#grow(end);
    for (let place = at, from = rtp.start; place < end; place++, from++) this.samples[place] = table[bytes[from]];
    if (end > this.length) this.length = end;
  }

  #grow(size: number): void {
    const grown = new Int16Array(Math.min(this.#most, Math.max(size, 2 * this.samples.length)));
    grown.set(this.samples);
    this.samples = grown;
  }
}
