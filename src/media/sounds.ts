/** What one block of sound is: silence, one of the tones that exchanges play, a key, or anything else. */
import { BLOCK, bandOf, type Look, lookAt, RATE, shareOf } from './spectrum.ts';

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

/** Sum of squares below which a block is silent: 55 dB below the loudest. */
const SILENT = BLOCK * 32_768 * 32_768 * 10 ** -5.5;
/** What noise and the codec leave over beside one tone, or two that are near to each other. */
const ALONE = 0.08;
/** Share of its frequencies in a block that is nothing but this tone. */
const PURE = 0.8;
/** 480 and 620 Hz lie between the bands that are looked at. */
const PAIR = 0.7;
/** Either of the two frequencies of a key: 8 dB apart at the most (ITU-T Q.24). */
const EITHER = 0.12;

/** Tones of one frequency, or of several that come one after the other, and how far exchanges are off them. */
const single: readonly (readonly [sound: Sound, from: number, to: number])[] = [
  ['first', 895, 1005],
  ['calling', 1060, 1140],
  ['second', 1345, 1455],
  ['third', 1750, 1850],
  // 2100 Hz, as every second sample shows it.
  ['answering', RATE - 2120, RATE - 2080],
];
/** Where tones of one or two low frequencies seem to lie. */
const LOWEST = 330;
const HIGHEST = 640;
const low = [400, 450, 500].map(bandOf);
const below = bandOf(350);
const high = [600, 650].map(bandOf);
const rows = [697, 770, 852, 941].map(bandOf);
const columns = [1209, 1336, 1477, 1633].map(bandOf);
const KEYS = ['123A', '456B', '789C', '*0#D'];

/** What else was heard in the last block: the key, how loud it was, and what it looked like. */
export interface Heard extends Look {
  key: string;
}

export function nothingHeard(): Heard {
  return { key: '', energy: 0, hertz: 0, rest: 1 };
}

function sum(block: Int16Array, bands: readonly number[], energy: number): number {
  let all = 0;
  for (let i = 0; i < bands.length; i++) all += shareOf(block, bands[i], energy);
  return all;
}

/** A key and nothing else, or `other`. */
function keyIn(block: Int16Array, heard: Heard): Sound {
  const { energy } = heard;
  let row = -1;
  let share = EITHER;
  for (let i = 0; i < rows.length; i++) {
    const one = shareOf(block, rows[i], energy);
    if (one < share) continue;
    share = one;
    row = i;
  }
  // Voice has most of its power elsewhere: the second look is spared.
  if (row < 0) return 'other';
  let column = -1;
  let other = EITHER;
  for (let i = 0; i < columns.length; i++) {
    const one = shareOf(block, columns[i], energy);
    if (one < other) continue;
    other = one;
    column = i;
  }
  if (column < 0 || share + other < PURE) return 'other';
  heard.key = KEYS[row][column];
  return 'key';
}

function lowIn(block: Int16Array, energy: number): Sound {
  const lows = sum(block, low, energy);
  const lowest = shareOf(block, below, energy);
  if (lows + lowest >= PURE) return lowest >= 0.25 && lows >= 0.25 ? 'dial' : 'low';
  const highs = sum(block, high, energy);
  return lows >= 0.2 && highs >= 0.2 && lows + highs >= PAIR ? 'pair' : 'other';
}

/** With `keysOnly` everything else is `other` or `silence`. */
export function soundOf(block: Int16Array, heard: Heard, keysOnly: boolean): Sound {
  lookAt(block, heard);
  const { energy, hertz, rest } = heard;
  if (energy < SILENT) return 'silence';
  if (rest > ALONE) return keyIn(block, heard);
  if (keysOnly) return 'other';
  if (hertz > LOWEST && hertz < HIGHEST) return lowIn(block, energy);
  for (const [sound, from, to] of single) if (hertz > from && hertz < to) return sound;
  return 'other';
}
