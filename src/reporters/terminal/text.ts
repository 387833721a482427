/** Text for a terminal: measured, wrapped, coloured. */

import { safe } from '../safe.ts';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

const codes: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
};

export type Paint = (style: Style, text: string) => string;

export function painter(color: boolean): Paint {
  if (!color) return (_style, text) => text;
  return (style, text) => (text === '' ? '' : `\x1b[${codes[style][0]}m${text}\x1b[${codes[style][1]}m`);
}

/** Columns of one character: wide for East Asian wide forms and emoji, none for combining marks. */
function columnsOf(code: number): number {
  if (code < 0x300) return 1;
  if (code <= 0x36f || (code >= 0xfe00 && code <= 0xfe0f)) return 0;
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}

export function columns(text: string): number {
  let sum = 0;
  for (const char of text) sum += columnsOf(char.codePointAt(0) ?? 0);
  return sum;
}

/** Cut to `width` columns, with an ellipsis where something was cut. */
export function clip(text: string, width: number): string {
  if (columns(text) <= width) return text;
  if (width < 1) return '';
  let cut = '';
  let used = 0;
  for (const char of text) {
    const more = columnsOf(char.codePointAt(0) ?? 0);
    if (used + more > width - 1) break;
    cut += char;
    used += more;
  }
  return `${cut}…`;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/** Cut in the middle: of an IPv6 address both ends tell. */
export function clipMiddle(text: string, width: number): string {
  if (columns(text) <= width) return text;
  const head = Math.ceil((width - 1) / 2);
  const chars = [...text];
  let tail = '';
  for (let i = chars.length - 1; i >= 0 && columns(chars[i] + tail) <= width - 1 - head; i--) tail = chars[i] + tail;
  return clip(text, head + 1) + tail;
}

/** Columns on the screen, colour codes left out. */
export function visibleColumns(text: string): number {
  return columns(text.replace(/\x1b\[\d+m/g, ''));
}

/** A space at which no line ends: of the private use area, since a no-break space of the trace is shown as what it is. */
const FIXED_SPACE = '\ue000';

/** Keeps words of a phrase on one line. */
export function glue(text: string): string {
  return text.replaceAll(' ', FIXED_SPACE);
}

const number = /^[(~≈×+]?[\d.,]*\d$/;
const unit = /^(?:ms|s|min|h|days|%|kB|MB|KB|bytes|с|мс|мин|ч|giây|phút|giờ)[.,;:)]*$/;

/** Words of a text, a number together with its unit. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const word of text.split(' ').filter((one) => one !== '')) {
    const last = words[words.length - 1];
    const before = last?.slice(last.lastIndexOf(FIXED_SPACE) + 1);
    if (before !== undefined && unit.test(word) && number.test(before))
      words[words.length - 1] = last + FIXED_SPACE + word;
    else words.push(word);
  }
  return words;
}

/** As many characters as fit; at least one, so that whoever goes on with the rest comes to an end. */
function headOf(text: string, width: number): string {
  let head = '';
  let used = 0;
  for (const char of text) {
    used += columnsOf(char.codePointAt(0) ?? 0);
    if (used > width && head !== '') break;
    head += char;
  }
  return head;
}

/** Words of `text` in lines of at most `width` columns; a longer word is broken. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  // What was kept together but is longer than a line falls apart first.
  const words = wordsOf(safe(text)).flatMap((word) => (columns(word) > width ? word.split(FIXED_SPACE) : word));
  for (let word of words) {
    if (line !== '' && columns(line) + 1 + columns(word) <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    while (columns(word) > width) {
      const head = headOf(word, width);
      lines.push(head);
      word = word.slice(head.length);
    }
    line = word;
  }
  lines.push(line);
  return lines.map((one) => one.replaceAll(FIXED_SPACE, ' ').trimEnd()).filter((one) => one !== '');
}

/** Columns in which a paragraph can still be read; a smaller rest takes the indent back. */
const NARROWEST = 20;

/** Wrapped text behind an indent; `lead` stands in the indent of the first line. */
export function paragraph(text: string, width: number, indent: number, lead = ''): string[] {
  const inset = Math.max(0, Math.min(indent, width - NARROWEST));
  if (columns(lead) > inset) return [clip(lead, width), ...paragraph(text, width, Math.min(inset, 6))];
  const space = ' '.repeat(inset);
  const lines = wrap(text, Math.max(1, width - inset));
  return lines.map((line, i) => (i === 0 && lead !== '' ? padEnd(lead, inset) : space) + line);
}

/** Parts (coloured, perhaps) with ` · ` between them, in lines that end between parts. */
export function joinParts(parts: readonly string[], width: number, indent: number): string[] {
  const lines: string[] = [];
  for (const part of parts.filter((text) => text !== '')) {
    const last = lines[lines.length - 1];
    const longer = `${last} · ${part}`;
    if (last !== undefined && visibleColumns(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(' '.repeat(indent) + part);
  }
  return lines;
}
