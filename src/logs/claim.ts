/** An opening owns the text only when a start line confirms it: logs also print framing lines without a message. */
import type { Dialect, Opening } from './dialect.ts';
import { isHeader } from './head.ts';
import { findStamp } from './stamps.ts';
import { findStartLine, looksLikeStartLine } from './start-line.ts';
import type { Line } from './unwrap.ts';

/** Lines after an opening within which its start line must stand. */
const CONFIRM_WITHIN = 4;
const LONGEST_NAME = 32;

/** The dialects that have openings, and one pattern that all of their openings match. */
export interface Openers {
  readonly dialects: readonly Dialect[];
  readonly hint: RegExp;
}

export function openersOf(all: readonly Dialect[]): Openers {
  const dialects = all.filter(({ open }) => open);
  // A dialect without hints is asked for every line.
  const hints = dialects.flatMap((dialect) => dialect.hints ?? ['']);
  const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return { dialects, hint: new RegExp(hints.length > 0 ? hints.map(literal).join('|') : '(?!)') };
}

interface Claim {
  readonly opening: Opening;
  /** How many lines further the start line stands, and where in its line. */
  readonly distance: number;
  readonly column: number;
}

/** `next(0)` is the line in question. */
export function claimOf({ dialects, hint }: Openers, next: (distance: number) => Line | undefined): Claim | undefined {
  const line = next(0);
  if (!line || !(line.opening || hint.test(line.text))) return undefined;
  if (line.opening) return confirm(line.opening, line.record, undefined, next);
  for (const dialect of dialects) {
    const opening = dialect.open?.(line, next);
    const claim = opening && confirm(opening, undefined, dialect, next);
    if (claim) return claim;
  }
  return undefined;
}

/** A header or SDP line, which most lines of a message are: no log opens a message like that. It saves asking. */
export function isMessageLine(text: string): boolean {
  if (text.charCodeAt(1) === 61) return isLower(text.charCodeAt(0));
  const first = text.charCodeAt(0);
  if (first < 65 || first > 90 || !isLower(text.charCodeAt(1))) return false;
  const colon = text.indexOf(': ');
  if (colon < 2 || colon > LONGEST_NAME) return false;
  for (let at = 2; at < colon; at++) {
    const code = text.charCodeAt(at);
    if (code !== 45 && !isLower(code) && !(code >= 65 && code <= 90)) return false;
  }
  return true;
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}

function confirm(
  opening: Opening,
  record: number | undefined,
  dialect: Dialect | undefined,
  next: (distance: number) => Line | undefined,
): Claim | undefined {
  const own = opening.inline ? ownColumn(opening, next) : -1;
  if (own >= 0) return { opening, distance: 0, column: own };
  for (let distance = 1 + (opening.skip ?? 0); distance <= (opening.within ?? CONFIRM_WITHIN); distance++) {
    const candidate = next(distance);
    if (!candidate || (record !== undefined && candidate.record !== record)) return undefined;
    // An empty record (a keep-alive) ends before any start line.
    if (opening.closer?.test(candidate.text)) return undefined;
    if (distance > 1 && dialect?.open?.(candidate, (further) => next(distance + further))) return undefined;
    const column = announcedColumn(candidate, next(distance + 1), opening.lead);
    if (column >= 0) return { opening, distance, column };
  }
  return undefined;
}

/** Column of the start line behind an opening. Without a lead it may stand anywhere. */
function ownColumn({ lead }: Opening, next: (distance: number) => Line | undefined): number {
  const line = next(0);
  if (!line) return -1;
  return lead ? announcedColumn(line, next(1), lead) : findStartLine(line.text);
}

/** Column of the start line in a line where an opening lets expect one. */
function announcedColumn(line: Line, following: Line | undefined, lead: RegExp | undefined): number {
  const { text } = line;
  const led = lead?.exec(text);
  if (lead && !led) return -1;
  const column = led ? led[0].length : text.length - text.trimStart().length;
  return announces(text.slice(column), following) ? column : -1;
}

/** Anything like a start line will do, when a header follows. */
function announces(text: string, following: Line | undefined): boolean {
  if (findStartLine(text) === 0) return true;
  return looksLikeStartLine(text) && following !== undefined && isHeader(following.text.trimStart());
}

/** chan_sip's records begin with a line end, so that the logger's time stands on the line before the opening. */
export function timed(opening: Opening, line: Line, previous: Line | undefined): Opening {
  if (opening.time) return opening;
  const stamp = line.stamp || (previous && previous.number >= line.number - 2 ? previous.stamp : '');
  const time = stamp ? findStamp(stamp) : undefined;
  return time ? { ...opening, time } : opening;
}
