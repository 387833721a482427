/** What one block of sound is: silence, one of the tones that exchanges play, a key, or anything else. */
import { BLOCK, bandOf, energyOf, shareOf } from './spectrum.ts';

/**
 * `low`: 400 to 480 Hz, of which ringing, busy and congestion tones are made (ITU-T E.180 §4–8). `pair`: 480 and 620 Hz, busy
 * in North America. `dial`: 350 and 440 Hz. `first`, `second`, `third`: parts of the special information tone (E.180 §9).
 * `calling`, `answering`: of a fax (ITU-T T.30 §4). `key`: two frequencies of ITU-T Q.23.
 */
export type Sound =
  | 'silence'
  | 'low'
  | 'pair'
  | 'dial'
  | 'first'
  | 'second'
  | 'third'
  | 'calling'
  | 'answering'
  | 'key'
  | 'other';

/** Mean square below which a block is silent: 55 dB below the loudest. */
const SILENT = BLOCK * 32_768 * 32_768 * 10 ** -5.5;
/** Share of a tone's frequencies in a block that is nothing but this tone. */
const PURE = 0.8;
/** 480 and 620 Hz lie between the bands that are looked at. */
const PAIR = 0.7;
/** Either of two frequencies: 8 dB apart at the most (ITU-T Q.24). */
const EITHER = 0.12;

const low = [400, 450, 500].map(bandOf);
const dial = bandOf(350);
const high = [600, 650].map(bandOf);
const special = [
  [900, 950, 1000],
  [1350, 1400, 1450],
  [1700, 1750, 1800, 1850],
].map((bands) => bands.map(bandOf));
const parts: readonly Sound[] = ['first', 'second', 'third'];
const calling = [1050, 1100, 1150].map(bandOf);
const answering = [2050, 2100, 2150].map(bandOf);
const rows = [697, 770, 852, 941].map(bandOf);
const columns = [1209, 1336, 1477, 1633].map(bandOf);
const KEYS = ['123A', '456B', '789C', '*0#D'];

/** What else `soundOf` or `keyOf` heard: the last key, and how loud the block was (`energyOf`). */
export interface Heard {
  key: string;
  energy: number;
}

function strongest(
  block: Int16Array,
  bands: typeof rows,
  energy: number,
): { readonly at: number; readonly share: number } {
  let at = 0;
  let share = 0;
  for (let i = 0; i < bands.length; i++) {
    const one = shareOf(block, bands[i], energy);
    if (one > share) {
      share = one;
      at = i;
    }
  }
  return { at, share };
}

const sum = (block: Int16Array, bands: typeof rows, energy: number) =>
  bands.reduce((all, band) => all + shareOf(block, band, energy), 0);

/** A key and nothing else, or `other`, or `silence`. */
export function keyOf(block: Int16Array, heard: Heard): Sound {
  const energy = energyOf(block);
  heard.energy = energy;
  if (energy < SILENT) return 'silence';
  const row = strongest(block, rows, energy);
  // Voice has most of its power elsewhere: the second look is spared.
  if (row.share < EITHER) return 'other';
  const column = strongest(block, columns, energy);
  if (column.share < EITHER || row.share + column.share < PURE) return 'other';
  heard.key = KEYS[row.at][column.at];
  return 'key';
}

export function soundOf(block: Int16Array, heard: Heard): Sound {
  const energy = energyOf(block);
  heard.energy = energy;
  if (energy < SILENT) return 'silence';
  const lows = sum(block, low, energy);
  const below = shareOf(block, dial, energy);
  if (lows + below >= PURE) return below >= 0.25 && lows >= 0.25 ? 'dial' : 'low';
  if (lows >= 0.2) {
    const highs = sum(block, high, energy);
    if (highs >= 0.2 && lows + highs >= PAIR) return 'pair';
  }
  for (let part = 0; part < special.length; part++) if (sum(block, special[part], energy) >= PURE) return parts[part];
  if (sum(block, calling, energy) >= PURE) return 'calling';
  if (sum(block, answering, energy) >= PURE) return 'answering';
  return keyOf(block, heard);
}
