/**
 * How much of a block of sound lies at a frequency, and whether it is one tone alone. Samples are 16 bits at 4 kHz: every second
 * one of the telephone's, which is enough for all tones that are looked for.
 */

export const RATE = 4000;
/** Samples of a block, 20 ms: at multiples of 50 Hz the shares of one block add up to 1 at the most. */
export const BLOCK = 80;

/** A frequency to look at: the factor that the next sample of its sine is made with. */
export function bandOf(hertz: number): number {
  return 2 * Math.cos((2 * Math.PI * hertz) / RATE);
}

/** The part of `energy` that a tone of this frequency makes, 0 to 1 (Goertzel's algorithm). */
export function shareOf(block: Int16Array, band: number, energy: number): number {
  let before = 0;
  let last = 0;
  for (let i = 0; i < BLOCK; i++) {
    const next = block[i] + band * last - before;
    before = last;
    last = next;
  }
  return (2 * (last * last + before * before - band * last * before)) / (BLOCK * energy);
}

/** What one pass over a block tells. */
export interface Look {
  /** Sum of the squares. */
  energy: number;
  /** Frequency of the sine that fits best, Hz. */
  hertz: number;
  /** Power of what this sine leaves over, against that of the block: 0 for one tone alone. */
  rest: number;
}

/** Each sample of a sine follows from the two before it: x[n] = 2·cos(ω)·x[n−1] − x[n−2]. */
export function lookAt(block: Int16Array, look: Look): void {
  let energy = block[0] * block[0] + block[1] * block[1];
  let across = 0;
  let squares = 0;
  let sums = 0;
  for (let i = 2; i < BLOCK; i++) {
    const sum = block[i] + block[i - 2];
    const middle = block[i - 1];
    energy += block[i] * block[i];
    across += sum * middle;
    squares += middle * middle;
    sums += sum * sum;
  }
  const band = squares === 0 ? 0 : Math.max(-2, Math.min(2, across / squares));
  look.energy = energy;
  look.hertz = (Math.acos(band / 2) * RATE) / (2 * Math.PI);
  look.rest = energy === 0 ? 1 : (sums - 2 * band * across + band * band * squares) / energy;
}
