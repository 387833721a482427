/** How much of a block of sound lies at a frequency (Goertzel's algorithm). Samples are 16 bits at 8 kHz. */

const RATE = 8000;
/** Samples of a block, 20 ms: at multiples of 50 Hz the shares of one block add up to 1 at the most. */
export const BLOCK = 160;

export interface Band {
  readonly hertz: number;
  readonly coefficient: number;
}

export function bandOf(hertz: number): Band {
  return { hertz, coefficient: 2 * Math.cos((2 * Math.PI * hertz) / RATE) };
}

/** Sum of the squares of a block. */
export function energyOf(block: Int16Array): number {
  let energy = 0;
  for (let i = 0; i < BLOCK; i++) energy += block[i] * block[i];
  return energy;
}

/** The part of `energy` that a tone of this frequency makes, 0 to 1. */
export function shareOf(block: Int16Array, { coefficient }: Band, energy: number): number {
  let before = 0;
  let last = 0;
  for (let i = 0; i < BLOCK; i++) {
    const next = block[i] + coefficient * last - before;
    before = last;
    last = next;
  }
  const power = last * last + before * before - coefficient * last * before;
  return (2 * power) / (BLOCK * energy);
}
