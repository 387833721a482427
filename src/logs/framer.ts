/**
 * Lines → messages. At each line every dialect's opening is tried; one that a start line confirms owns the text until its
 * message ends. Beneath them lies the universal scanner (`scan.ts`). All decisions look ahead a fixed number of lines, so
 * they do not depend on how the input was cut into chunks.
 */
import type { Tally } from '../model.ts';
import { claimOf, isMessageLine, openersOf, timed } from './claim.ts';
import { collect, goesOn, type View } from './collect.ts';
import type { Dialect, Opening } from './dialect.ts';
import { learnMargin, withinMargin } from './margin.ts';
import { type FramedMessage, frameOf, MAX_MESSAGE, type OpenMessage, openMessage, type Setting } from './message.ts';
import { createScanner } from './scan.ts';
import { findStartLine } from './start-line.ts';
import type { Line } from './unwrap.ts';

/** Lines known beyond the current one. Some messages have Via, Call-ID and CSeq at the very end of a long head. */
const LOOKAHEAD = 48;
/** Foreign lines within one message. */
const MAX_FOREIGN = 400;
/** Used lines are dropped in batches. */
const BATCH = 256;

export interface Framer {
  line(line: Line): void;
  /** Hands out what is open. Lines may follow, after text that was not for this framer. */
  end(): void;
}

export function createFramer(
  dialects: readonly Dialect[],
  onMessage: (message: FramedMessage) => void,
  /** Called for each line outside messages, before it is judged. */
  onIdle: (line: Line) => void,
  tally: Tally,
): Framer {
  const scanner = createScanner(tally);
  const openers = openersOf(dialects);
  let window: Line[] = [];
  let at = 0;
  let message: OpenMessage | undefined;
  /** The file begins with messages and has had nothing else. */
  let pure = true;
  let atStart = true;
  /** A stream's record, after its first message: the next message may belong to it. */
  let shared: Opening | undefined;
  let sharedRecord = 0;

  const next = (distance: number): Line | undefined => window[at + distance];
  const view: View = { next, confirms: (line, column) => scanner.confirms(line, column, next) };

  function finish(): void {
    const done = message;
    message = undefined;
    if (!done) return;
    shared = done.opening.shared || done.opening.stream ? done.opening : undefined;
    sharedRecord = done.record;
    onMessage(frameOf(done));
  }

  /** `at` must stand on the start line. */
  function begin(opening: Opening, column: number, setting: Setting): void {
    const start = window[at];
    const margin = learnMargin(start, column, next(1), opening);
    const text = start.text.slice(column);
    // Who puts something before lines may put something behind them.
    message = openMessage(start, opening.strip ? text.trimEnd() : text, opening, margin, setting);
    scanner.clear();
  }

  function idle(): void {
    const line = window[at];
    onIdle(line);
    const claim = claimOf(openers, next);
    if (claim) {
      pure = false;
      atStart = false;
      at += claim.distance;
      begin(timed(claim.opening, line, scanner.previous()), claim.column, {
        leading: false,
        alone: false,
        fileHasCrlf: window[at - 1]?.crlf ?? true,
      });
      at++;
      return;
    }
    const blank = line.text.trim() === '';
    const leading = atStart && !blank;
    if (leading) atStart = false;
    const found = scanner.find(line, next, leading);
    if (found) {
      if (found.column > 0 || line.prefix || line.quote || line.record) pure = false;
      const opening = found.column === 0 && shared && line.record === sharedRecord ? shared : found.opening;
      const fileHasCrlf = !pure && !opening.stream && (scanner.previous()?.crlf ?? true);
      begin(opening, found.column, { leading: leading && pure, alone: pure, fileHasCrlf });
    } else {
      // Messages of one read stand without even a blank line between them; in a dump its record holds them together.
      if (!blank || sharedRecord === 0) shared = undefined;
      if (!blank || line.prefix) {
        pure = false;
        scanner.remember(line);
      }
    }
    at++;
  }

  /** False when the line is not the message's, which is over then. */
  function inside(open: OpenMessage): boolean {
    const line = window[at];
    if (line.record !== open.record || (!isMessageLine(line.text) && claimOf(openers, next))) return false;
    const ends = open.opening.ends?.test(line.text) === true;
    // Where each line has its own prefix, other writers come in between.
    if (ends && !open.margin.prefixed) return false;
    const text = withinMargin(line, open.margin);
    const closer = text === undefined ? null : open.opening.closer?.exec(text);
    if (closer && text !== undefined) {
      // A closer may stand behind a body that has no line end of its own.
      if (closer.index > 0) collect(open, line, text.slice(0, closer.index), view);
      open.closed = true;
      open.end = line.end;
      at++;
      finish();
      return true;
    }
    const inHead = !open.headEnded;
    const verdict = text === undefined || ends ? 'foreign' : collect(open, line, text, view);
    if (verdict === 'end') return false;
    if (verdict === 'foreign') {
      const certain = open.opening.interleaved || isOthers(open, line);
      if (++open.foreign > MAX_FOREIGN || !(certain || goesOn(open, view))) return false;
      tally.count('foreign-line', line.number, line.position);
      at++;
      return true;
    }
    if (inHead && !line.crlf) open.allCrlf = false;
    grow(open, line);
    at++;
    if (verdict === 'last' || open.cut) finish();
    return true;
  }

  /** Somebody else's line, and no message of theirs. */
  function isOthers(open: OpenMessage, line: Line): boolean {
    if (line.writer === open.margin.writer || open.margin.writer === '') return false;
    const column = findStartLine(line.text);
    return column < 0 || !scanner.confirms(line, column, next);
  }

  function grow(open: OpenMessage, line: Line): void {
    open.end = line.end;
    open.size += line.text.length + 2;
    if (line.cut) open.cut = true;
    if (open.size > MAX_MESSAGE) {
      tally.count('message-too-long', open.number, open.position);
      open.cut = true;
    }
  }

  function step(): void {
    if (!message || !inside(message)) {
      finish();
      idle();
    }
    if (at >= BATCH) {
      window = window.slice(at);
      at = 0;
    }
  }

  return {
    line(line) {
      window.push(line);
      while (window.length - at > LOOKAHEAD) step();
    },
    end() {
      while (at < window.length) step();
      finish();
      window = [];
      at = 0;
      pure = false;
      atStart = false;
    },
  };
}
