/**
 * What a dump printed of datagrams and streams, piece by piece → the lines of messages. A piece of a stream that ends within
 * a message waits for the next of its direction; order stays that of the file, so what comes between waits with it.
 */
import type { Opening } from './dialect.ts';
import { readHead } from './head.ts';
import { findStartLine } from './start-line.ts';
import type { Line } from './unwrap.ts';

export interface Segment {
  readonly opening: Opening;
  /** As on the wire, one character a byte. The last one is terminated only if the wire ended it. */
  readonly lines: readonly Line[];
}

export interface Segments {
  add(segment: Segment): void;
  /** Whether something is held. */
  holds(): boolean;
  /** What is held goes out. */
  end(): void;
}

interface Held {
  readonly opening: Opening;
  lines: Line[];
  size: number;
  pieces: number;
  waiting: boolean;
}

/** Pieces that wait behind one that is not whole. */
const MAX_HELD = 64;
const MAX_BYTES = 1_048_576;
/** The longest messages come in some dozens of segments. */
const MAX_PIECES = 256;
/** A start line that is cut off is not longer. */
const MAX_START = 2048;

export function createSegments(emit: (line: Line) => void): Segments {
  let queue: Held[] = [];
  const waiting = new Map<string, Held>();

  function release(all: boolean): void {
    let sent = 0;
    while (sent < queue.length && (all || !queue[sent].waiting || queue.length - sent > MAX_HELD)) {
      const held = queue[sent++];
      if (held.waiting) waiting.delete(flowOf(held.opening));
      print(held);
    }
    if (sent > 0) queue = queue.slice(sent);
  }

  function print({ opening, lines }: Held): void {
    const first = lines[0];
    const record = first.number;
    emit({ ...first, raw: '', text: '', stamp: '', prefix: '', quote: '', crlf: false, record, opening });
    for (const line of lines) emit({ ...line, record });
  }

  function settle(held: Held, within: boolean): void {
    held.waiting = within && held.pieces < MAX_PIECES && held.size < MAX_BYTES;
    if (held.waiting) waiting.set(flowOf(held.opening), held);
    else waiting.delete(flowOf(held.opening));
  }

  /** The piece ends the message that waits, or makes it longer; what follows in it stands for itself. */
  function goOn(held: Held, lines: readonly Line[]): void {
    const known = held.lines.length;
    append(held.lines, lines);
    held.size += sizeOf(lines);
    held.pieces++;
    const { starts, within } = survey(held.lines);
    const next = starts.find((start) => start >= known);
    if (next === undefined) {
      settle(held, within);
      return;
    }
    const rest = held.lines.slice(next);
    held.lines = held.lines.slice(0, next);
    settle(held, false);
    begin(held.opening, rest);
  }

  function begin(opening: Opening, lines: readonly Line[]): void {
    const held = { opening, lines: [...lines], size: sizeOf(lines), pieces: 1, waiting: false };
    queue.push(held);
    if (opening.stream) settle(held, survey(held.lines).within);
  }

  return {
    add({ opening, lines }) {
      if (lines.length === 0) return;
      const before = opening.stream ? waiting.get(flowOf(opening)) : undefined;
      if (before && findStartLine(lines[0].text) !== 0) {
        goOn(before, lines);
      } else {
        if (before) settle(before, false);
        begin(opening, lines);
      }
      release(false);
    },
    holds: () => queue.length > 0,
    end() {
      if (queue.length > 0) release(true);
    },
  };
}

function flowOf({ source, destination, peer, direction }: Opening): string {
  const name = (end: typeof source): string => (end ? `${end.address} ${end.port}` : '');
  return `${name(source)} ${name(destination)} ${name(peer)} ${direction ?? ''}`;
}

function append(lines: Line[], more: readonly Line[]): void {
  const last = lines[lines.length - 1];
  let from = 0;
  if (!last.terminated) {
    const { raw, text, crlf, terminated, end } = more[0];
    lines[lines.length - 1] = { ...last, raw: last.raw + raw, text: last.text + text, crlf, terminated, end };
    from = 1;
  }
  for (let at = from; at < more.length; at++) lines.push(more[at]);
}

interface Survey {
  /** Where messages begin. */
  readonly starts: readonly number[];
  /** The last one's end is missing. */
  readonly within: boolean;
}

/** Goes by Content-Length (RFC 3261 §18.3). */
function survey(lines: readonly Line[]): Survey {
  const starts: number[] = [];
  let at = 0;
  while (at < lines.length) {
    if (lines[at].text === '') {
      at++;
      continue;
    }
    starts.push(at);
    const blank = lines.findIndex((line, index) => index > at && line.text === '');
    // Without even a start line it is the rest of what nobody saw the beginning of, unless just that is cut off.
    const cut = !lines[at].terminated && lines[at].text.length < MAX_START;
    if (blank < 0) return { starts, within: cut || findStartLine(lines[at].text) === 0 };
    let left = readHead(lines.slice(at, blank).map((line) => line.text)).contentLength;
    at = blank + 1;
    while (left > 0 && at < lines.length) {
      left -= lines[at].text.length + (lines[at].terminated ? (lines[at].crlf ? 2 : 1) : 0);
      at++;
    }
    if (left > 0) return { starts, within: true };
  }
  return { starts, within: false };
}

function sizeOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.text.length + 2, 0);
}

/** Bytes that stand at one place of the file, as lines. */
export function linesOf(text: string, place: Line): Line[] {
  const parts = text.split('\n');
  const terminated = parts.length > 1;
  if (parts[parts.length - 1] === '' && terminated) parts.pop();
  const ended = text.endsWith('\n');
  return parts.map((raw, index) => {
    const crlf = raw.endsWith('\r');
    return {
      ...place,
      raw,
      text: crlf ? raw.slice(0, -1) : raw,
      quote: '',
      prefix: '',
      stamp: '',
      crlf,
      terminated: ended || index < parts.length - 1,
      cut: false,
    };
  });
}
