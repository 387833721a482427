/** Cuts byte streams into SIP messages by Content-Length (RFC 3261 §18.3), with keep-alives between them (RFC 5626 §3.5.1). */
import type { StreamChunk, Tally } from '../model.ts';
import { looksLikeSip, skipLineEnds } from './recognise.ts';
import { lineFeed, Scan, scanMessage, seen } from './scan.ts';

export interface FramedMessage {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** The chunk whose bytes completed the message. */
  readonly chunk: StreamChunk;
  /** Bytes of the stream that stand between its end and the end of `chunk`; more than the chunk has when it ended before. */
  readonly behind: number;
  /** The stream ended or lost bytes before the message was whole. */
  readonly truncated: boolean;
}

/** Bytes held for one message that is still incomplete. */
const CARRY_LIMIT = 256 * 1024;
const STREAM_LIMIT = 20_000;

const CR = 0x0d;
const LF = 0x0a;

/** Offset just behind the blank line that ends the header fields, or -1. */
function headersEnd(bytes: Uint8Array, start: number, end: number): number {
  for (let feed = lineFeed(bytes, start, end); feed < end; feed = lineFeed(bytes, feed + 1, end)) {
    if (bytes[feed + 1] === LF && feed + 1 < end) return feed + 2;
    if (bytes[feed + 1] === CR && bytes[feed + 2] === LF && feed + 2 < end) return feed + 3;
  }
  return -1;
}

/** Start of the next line that is a SIP start line, or `end`. */
function nextStartLine(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at = lineFeed(bytes, at, end) + 1) {
    if (bytes[at] !== CR && bytes[at] !== LF && looksLikeSip(bytes, at, end)) return at;
  }
  return end;
}

export interface Framer {
  chunk(chunk: StreamChunk): void;
}

/** Bytes of one stream that wait for the rest of their message. */
class Carry {
  bytes: Uint8Array;
  length = 0;
  /** The message cannot be whole before this many bytes are here. */
  need = 0;
  /** No blank line was found before this offset, so that small segments do not make the search quadratic. */
  searched = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(Math.max(2048, size * 2));
  }

  append(bytes: Uint8Array, start: number, end: number): void {
    const length = this.length + end - start;
    if (length > this.bytes.length) {
      const larger = new Uint8Array(length * 2);
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.bytes.set(bytes.subarray(start, end), this.length);
    this.length = length;
  }
}

export function createFramer(onMessage: (message: FramedMessage) => void, tally: Tally): Framer {
  const carried = new Map<number, Carry>();
  const scan = new Scan();
  // Results of `cut` beside the offset that it returns.
  let need = 0;
  let searched = 0;

  /** Emits whole messages of `bytes[start, end)`; returns where the rest begins. `from`: no blank line before it. */
  function cut(bytes: Uint8Array, start: number, end: number, from: number, chunk: StreamChunk): number {
    let at = start;
    need = 0;
    searched = 0;
    for (;;) {
      at = skipLineEnds(bytes, at, end);
      if (at >= end) return end;
      if (!looksLikeSip(bytes, at, end)) {
        // A start line can be cut by the segment's end: wait while no line is complete.
        if (lineFeed(bytes, at, end) === end && !chunk.last) return at;
        const next = nextStartLine(bytes, lineFeed(bytes, at, end) + 1, end);
        tally.count('stream-not-sip', chunk.origin.index, chunk.origin.position);
        if (next >= end) return end;
        at = next;
        continue;
      }
      const bodyStart = headersEnd(bytes, Math.max(at, from), end);
      if (bodyStart < 0) {
        searched = Math.max(0, end - at - 3);
        return at;
      }
      scanMessage(scan, bytes, at, bodyStart);
      let messageEnd = bodyStart + Math.max(0, scan.contentLength);
      // Without a length the message can only end where the next one begins (a defect on streams, §18.3).
      if ((scan.seen & seen.contentLength) === 0) messageEnd = nextStartLine(bytes, bodyStart, end);
      const short = messageEnd > end;
      if (short) {
        need = messageEnd - at;
        if (need <= CARRY_LIMIT && !chunk.last) return at;
        // An absurd length must not swallow the messages behind it.
        messageEnd = nextStartLine(bytes, bodyStart, end);
        need = 0;
      }
      onMessage({ bytes, start: at, end: messageEnd, chunk, behind: end - messageEnd, truncated: short });
      at = messageEnd;
    }
  }

  /** What is left of a message whose rest will never come. */
  function flush(bytes: Uint8Array, start: number, end: number, chunk: StreamChunk, behind: number): void {
    const at = skipLineEnds(bytes, start, end);
    if (at >= end) return;
    if (looksLikeSip(bytes, at, end)) onMessage({ bytes, start: at, end, chunk, behind, truncated: true });
    else tally.count('stream-not-sip', chunk.origin.index, chunk.origin.position);
  }

  function keep(bytes: Uint8Array, start: number, end: number, chunk: StreamChunk): void {
    if (carried.size >= STREAM_LIMIT) {
      tally.count('stream-limit', chunk.origin.index, chunk.origin.position);
      return;
    }
    const carry = new Carry(end - start);
    carry.append(bytes, start, end);
    carry.need = need;
    carry.searched = searched;
    carried.set(chunk.stream, carry);
  }

  return {
    chunk(chunk) {
      const carry = carried.get(chunk.stream);
      if (carry === undefined || chunk.gap) {
        if (carry !== undefined) {
          carried.delete(chunk.stream);
          flush(carry.bytes, 0, carry.length, chunk, chunk.end - chunk.start);
        }
        const rest = cut(chunk.bytes, chunk.start, chunk.end, chunk.start, chunk);
        if (rest < chunk.end) {
          if (chunk.last || chunk.end - rest > CARRY_LIMIT) flush(chunk.bytes, rest, chunk.end, chunk, 0);
          else keep(chunk.bytes, rest, chunk.end, chunk);
        }
        return;
      }
      carry.append(chunk.bytes, chunk.start, chunk.end);
      if (carry.length < carry.need && !chunk.last) return;
      carried.delete(chunk.stream);
      const rest = cut(carry.bytes, 0, carry.length, carry.searched, chunk);
      if (rest >= carry.length) return;
      if (chunk.last || carry.length - rest > CARRY_LIMIT) flush(carry.bytes, rest, carry.length, chunk, 0);
      else keep(carry.bytes, rest, carry.length, chunk);
    },
  };
}
