/** TCP connections put together from all their segments, repetitions included, and taken apart into messages and the rest. */
import type { Endpoint, StreamChunk } from '../model.ts';
import { looksLikeTls } from '../net/tls/record.ts';
import { createFramer } from '../sip/framing.ts';
import { message } from './message.ts';
import { cutPieces, gather, type Piece, type Text } from './pieces.ts';
import { serverName, wipeTls } from './tls.ts';
import { webSocketTexts } from './websocket.ts';
import { wipeBytes } from './wipe.ts';
import { open } from './words.ts';

interface Segment {
  /** Offset in the stream, counted from its first segment. */
  readonly at: number;
  readonly length: number;
  readonly pieces: readonly Piece[];
}

interface Stream {
  readonly segments: Segment[];
  /** Of the last segment. */
  sequence: number;
  at: number;
  /** Sequence number of its SYN, -1 without one. */
  opening: number;
}

/** Further away is another connection with the same ports. */
const WINDOW = 1_048_576;
const KEEP_ALIVE = /^[\r\n\0 ]*$/;

export interface Streams {
  /** `way` names addresses and ports; the pieces are those of the payload, `sequence` that of its first byte. */
  add(way: string, sequence: number, syn: boolean, length: number, pieces: readonly Piece[]): void;
  /** Texts to be rewritten; what is no text is wiped in `out`. */
  finish(bytes: Uint8Array, out: Uint8Array): Text[];
}

export function createStreams(): Streams {
  const open_ = new Map<string, Stream>();
  const all: Stream[] = [];

  return {
    add(way, sequence, syn, length, pieces) {
      let stream = open_.get(way);
      const step = stream === undefined ? 0 : (sequence - stream.sequence) | 0;
      if (
        stream === undefined ||
        Math.abs(step) >= WINDOW ||
        (syn && stream.opening !== sequence && stream.opening >= 0)
      ) {
        stream = { segments: [], sequence, at: 0, opening: -1 };
        open_.set(way, stream);
        all.push(stream);
      } else {
        stream.at += step;
        stream.sequence = sequence;
      }
      if (syn) stream.opening = sequence;
      if (length > 0) stream.segments.push({ at: stream.at, length, pieces });
    },
    finish(bytes, out) {
      return all.flatMap(({ segments }) => runsOf(segments).flatMap((run) => finishRun(run, bytes, out)));
    },
  };
}

interface Run {
  readonly length: number;
  readonly pieces: Piece[];
  readonly boundaries: number[];
}

/** Segments that follow one another without a hole. Sorting is stable: of equal ones the first comes first. */
function runsOf(segments: readonly Segment[]): Run[] {
  const sorted = [...segments].sort((a, b) => a.at - b.at);
  const runs: Run[] = [];
  let start = 0;
  let end = -Infinity;
  let run: { length: number; pieces: Piece[]; boundaries: number[] } | undefined;
  for (const { at, length, pieces } of sorted) {
    if (run === undefined || at > end) {
      run = { length: 0, pieces: [], boundaries: [] };
      runs.push(run);
      start = at;
      end = at;
    }
    run.boundaries.push(at - start);
    for (const piece of pieces) run.pieces.push({ ...piece, offset: piece.offset + at - start });
    end = Math.max(end, at + length);
    run.length = end - start;
  }
  return runs;
}

const nobody: Endpoint = { address: '', port: 0, name: '' };

function finishRun(run: Run, bytes: Uint8Array, out: Uint8Array): Text[] {
  const whole = gather(bytes, run.length, run.pieces);
  const framed = webSocketTexts(whole, run.boundaries);
  if (framed !== undefined) return finishFrames(run, framed, out);
  const spans = messagesIn(whole);
  const select = createSelector(run.pieces);
  if (spans.length === 0) return finishForeign(run, whole, out);
  const texts: Text[] = [];
  let at = 0;
  for (const { start, end } of [...spans, { start: run.length, end: run.length }]) {
    if (start > at) texts.push({ length: start - at, pieces: select(at, start), rewrite: rest });
    if (end > start) texts.push({ length: end - start, pieces: select(start, end), rewrite: message });
    at = end;
  }
  return texts;
}

function finishFrames(
  run: Run,
  { texts, wiped }: NonNullable<ReturnType<typeof webSocketTexts>>,
  out: Uint8Array,
): Text[] {
  for (const { start, end } of wiped)
    for (const { at, length } of cutPieces(run.pieces, start, end)) wipeBytes(out, at, at + length);
  return texts.map(({ parts, rewrite }) => {
    let length = 0;
    const pieces: Piece[] = [];
    for (const { start, end } of parts) {
      for (const piece of cutPieces(run.pieces, start, end)) pieces.push({ ...piece, offset: piece.offset + length });
      length += end - start;
    }
    return { length, pieces, rewrite };
  });
}

/** Between messages: keep-alives, or what is left of a message whose beginning is missing. */
function rest(text: string, names: Parameters<Text['rewrite']>[1]): string {
  if (KEEP_ALIVE.test(text)) return text;
  return /[\x00-\x08\x0e-\x1f]/.test(text) ? '\0'.repeat(text.length) : open(text, names);
}

function messagesIn(whole: Uint8Array): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  const framer = createFramer(({ start, end }) => void spans.push({ start, end }), { count() {} });
  const chunk: StreamChunk = {
    stream: 0,
    sequence: 0,
    time: 0,
    source: nobody,
    destination: nobody,
    bytes: whole,
    start: 0,
    end: whole.length,
    origin: { input: 0, index: 0, position: 0, length: whole.length },
    gap: false,
    last: true,
  };
  framer.chunk(chunk);
  return spans;
}

/** Pieces are in the order of their offsets, nearly: a window moves over them as the spans go on. */
function createSelector(pieces: readonly Piece[]): (from: number, to: number) => Piece[] {
  const longest = pieces.reduce((most, { length }) => Math.max(most, length), 0);
  const sorted = pieces
    .map((piece, index) => ({ piece, index }))
    .sort((a, b) => a.piece.offset - b.piece.offset || a.index - b.index);
  let first = 0;
  return (from, to) => {
    while (first < sorted.length && sorted[first].piece.offset + longest < from) first++;
    const near: { piece: Piece; index: number }[] = [];
    for (let at = first; at < sorted.length && sorted[at].piece.offset < to; at++) near.push(sorted[at]);
    near.sort((a, b) => a.index - b.index);
    return cutPieces(
      near.map(({ piece }) => piece),
      from,
      to,
    );
  };
}

function finishForeign(run: Run, whole: Uint8Array, out: Uint8Array): Text[] {
  const wiped = whole.slice();
  let texts: Text[] = [];
  if (run.boundaries.some((at) => looksLikeTls(whole, at, whole.length))) {
    texts = wipeTls(wiped, run.boundaries).map(({ start, end }) => ({
      length: end - start,
      pieces: cutPieces(run.pieces, start, end),
      rewrite: serverName,
    }));
  } else if (!whole.every((byte) => byte === 0 || byte === 10 || byte === 13)) wiped.fill(0);
  for (const { offset, at, length } of run.pieces) out.set(wiped.subarray(offset, offset + length), at);
  return texts;
}
