/**
 * What stands to the left of a message's lines: nothing, an indent, a quote sign, or the prefix of an unknown logger that
 * is learned from the text before the start line. A line without that margin does not belong to the message.
 */
import type { Opening } from './dialect.ts';
import type { Line } from './unwrap.ts';

export interface Margin {
  readonly quoted: boolean;
  readonly writer: string;
  readonly prefixed: boolean;
  /** Blanks before every line; they are no folding then. */
  readonly indent: string;
  /** A learned prefix, in words. */
  readonly shape: readonly string[];
  /** The dialect knows better. */
  readonly strip: ((text: string) => string | undefined) | undefined;
}

const NO_SHAPE: readonly string[] = [];
const DIRECTION = /(?:^|\s)(?:<?-{1,4}>?|={1,4}>|<={1,4}|[RT]X|IN|OUT|in|out|recv|send|sent)[ \t]?$/;
const WORDS = /[0-9A-Za-z]+|[ \t]+|[^0-9A-Za-z \t]/g;
const LONGEST_SHAPE = 200;
const LONGEST_WORD = 80;

/** Learns the margin from the start line, where it stands in its line, and the line that follows it. */
export function learnMargin(start: Line, column: number, next: Line | undefined, opening?: Opening): Margin {
  const quoted = start.quote !== '';
  const prefixed = start.prefix !== '' && next !== undefined && next.prefix !== '';
  const left = start.text.slice(0, column);
  const base: Margin = { quoted, writer: start.writer, prefixed, indent: '', shape: NO_SHAPE, strip: opening?.strip };
  if (left === '' || !next || opening?.strip) return base;
  // Where others write in between, blanks before the start line are a margin whatever follows.
  if (left.trim() === '') return opening?.interleaved || next.text.startsWith(left) ? { ...base, indent: left } : base;
  if (left.length > LONGEST_SHAPE) return base;
  for (const candidate of [left, left.replace(DIRECTION, '')]) {
    const shape = candidate.match(WORDS) ?? NO_SHAPE;
    // Without a digit or a sign, `TX ` and the like, there is too little to recognise a margin by.
    if (!/[^A-Za-z \t]/.test(candidate)) continue;
    if (shapeLength(next.text, shape) >= 0) return { ...base, shape };
  }
  return base;
}

/** The message's part of a line; undefined when the line is not the message's. */
export function withinMargin(line: Line, margin: Margin): string | undefined {
  if (line.writer !== margin.writer) return undefined;
  let text = line.text;
  if (margin.prefixed) {
    if (line.prefix === '') return undefined;
  } else if (line.prefix !== '') {
    return undefined;
  }
  if (margin.quoted) {
    if (line.quote === '' && text !== '') return undefined;
  } else if (line.quote !== '') {
    text = line.quote + text;
  }
  if (margin.strip) return margin.strip(text);
  if (margin.indent !== '') {
    if (text.startsWith(margin.indent)) return text.slice(margin.indent.length);
    return text.trim() === '' ? '' : undefined;
  }
  if (margin.shape.length > 0) {
    const length = shapeLength(text, margin.shape);
    return length < 0 ? undefined : text.slice(length);
  }
  return text;
}

/** Length of the prefix of that shape, -1 when the text has none. Words with digits (times, numbers, addresses) may differ. */
function shapeLength(text: string, shape: readonly string[]): number {
  let at = 0;
  for (let index = 0; index < shape.length; index++) {
    const word = shape[index];
    const kind = kindOf(word.charCodeAt(0));
    if (kind === 0) {
      if (text[at] !== word) return -1;
      at++;
      continue;
    }
    const from = at;
    while (at < text.length && at - from <= LONGEST_WORD && kindOf(text.charCodeAt(at)) === kind) at++;
    // A blank SIP line leaves the prefix without its last blank.
    if (kind === 1 && at === from && index === shape.length - 1 && at === text.length) return at;
    if (at === from) return -1;
    if (kind === 1 && index === shape.length - 1) {
      // The margin's own blanks end it; more of them are folding.
      if (at - from < word.length) return -1;
      return from + word.length;
    }
    if (kind === 2 && !/\d/.test(word) && text.slice(from, at) !== word) return -1;
  }
  return at;
}

/** 1 blanks, 2 letters and digits, 0 all others. */
function kindOf(code: number): number {
  if (code === 32 || code === 9) return 1;
  if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return 2;
  return 0;
}
