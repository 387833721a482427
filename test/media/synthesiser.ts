/** Sounds made of sines, as octets of G.711 A-law. */
import { g711Table } from '../../src/media/g711.ts';

const RATE = 8000;
/** Of a sine, of 32,768. */
export const LEVEL = 6_000;
export const aLaw = g711Table('PCMA') as Int16Array;

/** Frequencies (none for silence) and ms. */
export type Part = readonly [hertz: readonly number[], length: number];

/** The octet of the nearest of the 256 samples. */
function encode(sample: number): number {
  let best = 0;
  for (let octet = 1; octet < 256; octet++) {
    if (Math.abs(aLaw[octet] - sample) < Math.abs(aLaw[best] - sample)) best = octet;
  }
  return best;
}

const octets = new Map<number, number>();

function octetOf(sample: number): number {
  const rounded = Math.round(sample / 16) * 16;
  let octet = octets.get(rounded);
  if (octet === undefined) {
    octet = encode(rounded);
    octets.set(rounded, octet);
  }
  return octet;
}

/** One part after the other, with noise of this level. */
export function synthesise(parts: readonly Part[], noise = 0): Uint8Array {
  const samples: number[] = [];
  let seed = 1;
  for (const [hertz, length] of parts) {
    for (let i = 0; i < (length * RATE) / 1000; i++) {
      const at = samples.length / RATE;
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      const tone = hertz.reduce((sum, one) => sum + Math.sin(2 * Math.PI * one * at), 0);
      samples.push((LEVEL * tone) / Math.max(1, hertz.length) + noise * ((2 * seed) / 2 ** 31 - 1));
    }
  }
  return Uint8Array.from(samples, octetOf);
}
