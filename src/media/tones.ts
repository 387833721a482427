/**
 * Tones in the sound of one stream: those that exchanges play to a caller before the answer, and keys sent as sound. They
 * are told by their frequencies (`sounds.ts`) and cadence: tone and silence, of which each country has its own within the
 * bounds of ITU-T E.180.
 */
import type { Confidence } from '../model.ts';
import { nothingHeard, type Sound, soundOf } from './sounds.ts';
import { BLOCK } from './spectrum.ts';

export type ToneKind =
  | 'ringing'
  | 'busy'
  | 'congestion'
  | 'special-information'
  | 'dial'
  | 'fax-calling'
  | 'fax-answering'
  | 'key';

export interface Tone {
  readonly kind: ToneKind;
  /** µs. */
  readonly start: number;
  end: number;
  /** Bursts of it; a double ring counts twice. */
  bursts: number;
  /** `0`–`9`, `*`, `#`, `A`–`D`; empty but for `key`. */
  readonly key: string;
  confidence: Confidence;
}

/** Tones of one stream; a call that hunts for minutes has fewer. */
const LIMIT = 64;
/** ms of sound in a block, and samples of the stream. */
const STEP = 20;
const SAMPLES = 2 * BLOCK;
/** Lost packets of this many blocks are covered by what is heard on both sides of them. */
const COVERED = 3;
/** A pause as long (ms) is that of a ringing tone: busy tones repeat at least every 1.1 s (E.180 §6.2). */
const LONG = 1_200;
/** A tone of two frequencies comes and goes; a pause (ms) is longer. */
const BEAT = 80;
/** A pause has so little of the power of its tone: 18 dB less. */
const PAUSE = 64;
const SHORTEST_BURST = 100;
const LONGEST_BURST = 2_800;
/** Tone and silence of a busy or congestion tone are alike: their ratio lies between 0.67 and 1.5, here with room for blocks. */
const ALIKE = 1.7;
/** Cycle (ms) that separates busy from congestion, the quicker of the two. */
const QUICK = 700;
/** A tone without a pause of this length (ms) invites to dial. */
const CONTINUOUS = 3_000;
const KEY_BLOCKS = 2;
/** ms that each of the three parts of the special information tone may have: 330 ± 70, and a block. */
const PART = [240, 420] as const;
const FAX = { calling: 400, answering: 1_500 } as const;

interface Burst {
  readonly start: number;
  on: number;
  /** Silence behind it, ms. */
  off: number;
}

export class Tones {
  readonly all: Tone[] = [];
  readonly #block = new Int16Array(BLOCK);
  #filled = 0;
  #next = -1;
  /** Time of the first sample of the block, µs. */
  #time = 0;
  readonly #keysOnly: boolean;
  readonly #heard = nothingHeard();
  /** Of the last block of a tone. */
  #level = 0;
  /** The run of blocks that goes on. */
  #sound: Sound = 'silence';
  #key = '';
  #blocks = 0;
  #start = 0;
  /** Bursts of progress tones that belong together, and the parts of a special information tone. */
  #bursts: Burst[] = [];
  #special: number[] = [];

  constructor(keysOnly: boolean) {
    this.#keysOnly = keysOnly;
  }

  /** A packet of G.711; `table` makes samples of its octets. Times in µs. */
  add(table: Int16Array, bytes: Uint8Array, start: number, end: number, timestamp: number, time: number): void {
    if (this.#next >= 0 && timestamp !== this.#next) this.#skip((timestamp - this.#next) | 0, time);
    if (this.#filled === 0) this.#time = time;
    for (let at = start + (timestamp & 1); at < end; at += 2) {
      this.#block[this.#filled++] = table[bytes[at]];
      if (this.#filled === BLOCK) {
        this.#filled = 0;
        this.#hear(soundOf(this.#block, this.#heard, this.#keysOnly));
        this.#time += STEP * 1000;
      }
    }
    this.#next = (timestamp + end - start) >>> 0;
  }

  /** Nothing more comes. */
  end(): void {
    this.#turn('other');
    this.#judge(true);
  }

  /** Samples that never came, or came before. */
  #skip(samples: number, time: number): void {
    this.#filled = 0;
    if (samples <= 0) return;
    const blocks = Math.min(Math.round(samples / SAMPLES), CONTINUOUS / STEP);
    this.#time = time - blocks * STEP * 1000;
    const sound = blocks <= COVERED ? this.#sound : 'silence';
    for (let i = 0; i < blocks; i++) {
      this.#hear(sound);
      this.#time += STEP * 1000;
    }
  }

  #hear(heard: Sound): void {
    const { energy } = this.#heard;
    if (heard !== 'silence' && heard !== 'other') this.#level = energy;
    // The noise of the line behind a tone is a pause of it.
    const sound = heard === 'other' && energy * PAUSE < this.#level ? 'silence' : heard;
    const same = sound === this.#sound && (sound !== 'key' || this.#heard.key === this.#key);
    if (!same) this.#turn(sound);
    this.#blocks++;
  }

  /** The run is over. */
  #turn(next: Sound): void {
    const length = this.#blocks * STEP;
    const sound = this.#sound;
    // The edge of a tone is not pure; it is part of neither.
    const isEdge = sound === 'other' && this.#blocks <= 1;
    if (sound === 'silence') this.#silence(length);
    else if (sound === 'key' && this.#blocks >= KEY_BLOCKS)
      this.#say('key', this.#start, this.#time, 1, 'likely', this.#key);
    else if (sound === 'low' || sound === 'pair' || sound === 'dial') this.#burst(length, sound);
    else if (sound === 'calling' || sound === 'answering') this.#fax(sound, length);
    else if (sound === 'first' || sound === 'second' || sound === 'third') this.#part(sound, length);
    else if (!isEdge) this.#judge(true);
    this.#sound = next;
    this.#key = this.#heard.key;
    this.#blocks = 0;
    this.#start = this.#time;
  }

  #burst(length: number, sound: Sound): void {
    this.#special = [];
    const last = this.#bursts[this.#bursts.length - 1];
    if (length >= CONTINUOUS) {
      this.#judge(true);
      this.#say('dial', this.#start, this.#time, 1, sound === 'dial' ? 'likely' : 'possible');
    } else if (last !== undefined && last.off < BEAT) {
      last.on += last.off + length;
      last.off = 0;
    } else if (length >= SHORTEST_BURST) this.#bursts.push({ start: this.#start, on: length, off: 0 });
  }

  #silence(length: number): void {
    const last = this.#bursts[this.#bursts.length - 1];
    if (last === undefined) return;
    last.off += length;
    if (last.off >= LONG) this.#judge(false);
  }

  /** Bursts are complete, by a long pause (`over` is false) or by something else. */
  #judge(over: boolean): void {
    const bursts = this.#bursts;
    const [first] = bursts;
    if (first === undefined) return;
    this.#bursts = [];
    const last = bursts[bursts.length - 1];
    const end = last.start + last.on * 1000;
    const [longest, shortest] = [Math.max(...bursts.map(({ on }) => on)), Math.min(...bursts.map(({ on }) => on))];
    if (bursts.length >= 3 && longest <= shortest * ALIKE && this.#isEven(bursts)) {
      const cycle = bursts.slice(0, -1).reduce((sum, { on, off }) => sum + on + off, 0) / (bursts.length - 1);
      const kind = cycle < QUICK ? 'congestion' : 'busy';
      this.#say(kind, first.start, end, bursts.length, bursts.length > 3 ? 'certain' : 'likely');
    } else if (bursts.length <= 2 && longest <= LONGEST_BURST && (!over || longest >= 800)) {
      this.#say('ringing', first.start, end, bursts.length, over ? 'possible' : 'likely');
    }
  }

  /** Each pause, but for the last, is about as long as the tones. */
  #isEven(bursts: readonly Burst[]): boolean {
    return bursts.slice(0, -1).every(({ on, off }) => off <= on * ALIKE && on <= off * ALIKE);
  }

  #part(sound: 'first' | 'second' | 'third', length: number): void {
    this.#judge(true);
    const [least, most] = PART;
    const place = { first: 0, second: 1, third: 2 }[sound];
    if (length < least || length > most || this.#special.length !== place) {
      this.#special = sound === 'first' && length >= least && length <= most ? [this.#start] : [];
      return;
    }
    this.#special.push(this.#start);
    if (place < 2) return;
    this.#say('special-information', this.#special[0], this.#time, 1, 'certain');
    this.#special = [];
  }

  #fax(sound: 'calling' | 'answering', length: number): void {
    this.#judge(true);
    if (length < FAX[sound]) return;
    this.#say(sound === 'calling' ? 'fax-calling' : 'fax-answering', this.#start, this.#time, 1, 'likely');
  }

  /** One after the other of the same kind are one. */
  #say(kind: ToneKind, start: number, end: number, bursts: number, confidence: Confidence, key = ''): void {
    const last = this.all[this.all.length - 1];
    if (last !== undefined && last.kind === kind && kind !== 'key') {
      last.end = end;
      last.bursts += bursts;
      if (confidence !== 'possible') last.confidence = kind === 'dial' ? confidence : 'certain';
    } else if (this.all.length < LIMIT) this.all.push({ kind, start, end, bursts, key, confidence });
  }
}
