/** Bytes → physical lines with their place in the file. Memory is bounded by the longest line kept, whatever the input. */
import { encodeUtf8, latin1 } from '../bytes.ts';

/** Longer lines are cut: four times the largest UDP message, for texts in which each byte is escaped. */
export const MAX_LINE = 262_144;
const LF = 10;
const BLOCK = 65_536;

export interface PhysicalLine {
  /** One character a byte, without the line feed, carriage returns kept. UTF-16 files are turned into UTF-8 first. */
  readonly raw: string;
  /** From 1. */
  readonly number: number;
  /** Byte offset of the first byte in the file, and of the first byte after the line feed. */
  readonly position: number;
  readonly end: number;
  /** False for a last line without a line feed. */
  readonly terminated: boolean;
  /** The line was longer than we keep. */
  readonly cut: boolean;
}

interface LineSplitter {
  write(chunk: Uint8Array): void;
  /** Hands out the last line and says how many there were. */
  end(): number;
}

type Encoding = 'bytes' | 'utf-16le' | 'utf-16be';

export function createLineSplitter(onLine: (line: PhysicalLine) => void): LineSplitter {
  let encoding: Encoding | undefined;
  let head = new Uint8Array(0);
  let carry = new Uint8Array(4096);
  let carried = 0;
  let cut = false;
  let position = 0;
  let offset = 0;
  let number = 0;
  let units: number[] = [];
  let half = -1;

  function keep(bytes: Uint8Array, start: number, end: number): void {
    let length = end - start;
    if (carried + length > MAX_LINE) {
      length = Math.max(0, MAX_LINE - carried);
      cut = true;
    }
    if (carried + length > carry.length) {
      const larger = new Uint8Array(Math.min(MAX_LINE, Math.max(carry.length * 2, carried + length)));
      larger.set(carry.subarray(0, carried));
      carry = larger;
    }
    carry.set(bytes.subarray(start, start + length), carried);
    carried += length;
  }

  function line(raw: string, end: number, terminated: boolean): void {
    number++;
    onLine({ raw, number, position, end, terminated, cut });
    position = end;
    cut = false;
  }

  function writeBytes(chunk: Uint8Array, from: number): void {
    let at = from;
    if (carried > 0) at = longLine(chunk, at);
    // Whole blocks are decoded at once, and their lines are parts of one string.
    while (at < chunk.length) {
      const end = Math.min(chunk.length, at + BLOCK);
      const last = chunk.lastIndexOf(LF, end - 1);
      if (last < at) {
        at = longLine(chunk, at);
        continue;
      }
      splitBlock(latin1(chunk, at, last), offset + at);
      at = last + 1;
    }
  }

  /** The rest of a line that began earlier, or a line longer than a block. Returns where the next line begins. */
  function longLine(chunk: Uint8Array, at: number): number {
    const feed = chunk.indexOf(LF, at);
    keep(chunk, at, feed < 0 ? chunk.length : feed);
    if (feed < 0) return chunk.length;
    const raw = latin1(carry, 0, carried);
    carried = 0;
    line(raw, offset + feed + 1, true);
    return feed + 1;
  }

  function splitBlock(block: string, base: number): void {
    let start = 0;
    for (let feed = block.indexOf('\n'); feed >= 0; feed = block.indexOf('\n', start)) {
      line(block.slice(start, feed), base + feed + 1, true);
      start = feed + 1;
    }
    line(block.slice(start), base + block.length + 1, true);
  }

  function unitsToRaw(): string {
    let text = '';
    for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.slice(at, at + 8192));
    units = [];
    const bytes = encodeUtf8(text);
    return latin1(bytes, 0, bytes.length);
  }

  function writeUtf16(chunk: Uint8Array, from: number, bigEndian: boolean): void {
    for (let at = from; at < chunk.length; at++) {
      if (half < 0) {
        half = chunk[at];
        continue;
      }
      const unit = bigEndian ? (half << 8) | chunk[at] : (chunk[at] << 8) | half;
      half = -1;
      if (unit === LF) line(unitsToRaw(), offset + at + 1, true);
      else if (units.length < MAX_LINE / 2) units.push(unit);
      else cut = true;
    }
  }

  function decode(chunk: Uint8Array, from: number): void {
    if (encoding === 'bytes') writeBytes(chunk, from);
    else writeUtf16(chunk, from, encoding === 'utf-16be');
    offset += chunk.length;
  }

  /** The byte order mark decides; it needs three bytes, which may come one by one. */
  function begin(bytes: Uint8Array): void {
    encoding = 'bytes';
    let skip = 0;
    if (bytes[0] === 0xff && bytes[1] === 0xfe) encoding = 'utf-16le';
    else if (bytes[0] === 0xfe && bytes[1] === 0xff) encoding = 'utf-16be';
    if (encoding !== 'bytes') skip = 2;
    else if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) skip = 3;
    position = skip;
    decode(bytes, skip);
  }

  return {
    write(chunk) {
      if (encoding) return decode(chunk, 0);
      const joined = new Uint8Array(head.length + chunk.length);
      joined.set(head);
      joined.set(chunk, head.length);
      if (joined.length < 3) head = joined;
      else begin(joined);
    },
    end() {
      if (!encoding) begin(head);
      if (encoding === 'bytes') {
        if (carried > 0) line(latin1(carry, 0, carried), offset, false);
      } else if (units.length > 0) {
        line(unitsToRaw(), offset, false);
      }
      carried = 0;
      return number;
    },
  };
}
