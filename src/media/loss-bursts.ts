/** Loss in bursts and in gaps between them (RFC 3611 §4.7.2), from packets in the order of their sequence numbers. */

/** Fewer good packets than this between two bad ones make them one burst. */
const GMIN = 16;

export class LossBursts {
  /** Runs of packets missing one after the other, and the longest of them. */
  runs = 0;
  longestRun = 0;
  /** Bursts, the packets from their first bad one to their last, and the bad ones among these. */
  bursts = 0;
  burstPackets = 0;
  burstLost = 0;
  /** Bad packets that stand alone. */
  isolated = 0;
  #run = 0;
  #span = 0;
  #bad = 0;
  #good = GMIN;

  /** So many good ones in a row. */
  good(count: number): void {
    if (count === 0) return;
    if (this.#run > 0) this.#endRun();
    this.#good += count;
  }

  bad(): void {
    if (this.#good >= GMIN) this.#endBurst();
    this.#span += this.#bad === 0 ? 1 : this.#good + 1;
    this.#bad++;
    this.#good = 0;
    this.#run++;
  }

  /** After the last packet. */
  end(): void {
    if (this.#run > 0) this.#endRun();
    this.#endBurst();
  }

  #endRun(): void {
    this.runs++;
    if (this.#run > this.longestRun) this.longestRun = this.#run;
    this.#run = 0;
  }

  #endBurst(): void {
    if (this.#bad === 1) this.isolated++;
    else if (this.#bad > 1) {
      this.bursts++;
      this.burstPackets += this.#span;
      this.burstLost += this.#bad;
    }
    this.#bad = 0;
    this.#span = 0;
  }
}
