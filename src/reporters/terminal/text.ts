/** Text for a terminal: safe, measured, wrapped, coloured. What a trace says never reaches the terminal as a command. */

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
  return color ? (style, text) => `\x1b[${codes[style][0]}m${text}\x1b[${codes[style][1]}m` : (_style, text) => text;
}

// C0 and C1 controls, DEL, and the marks that reorder or hide text.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Control characters shown, not sent. */
export function safe(text: string): string {
  return text.replace(unsafe, (char) => {
    const code = char.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
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

export function center(text: string, width: number): string {
  const free = Math.max(0, width - columns(text));
  return ' '.repeat(Math.floor(free / 2)) + text + ' '.repeat(Math.ceil(free / 2));
}

/** Words of `text` in lines of at most `width` columns; a longer word is broken. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of safe(text).split(' ')) {
    while (columns(word) > width) {
      if (line !== '') lines.push(line);
      const head = clip(word, width + 1).slice(0, -1);
      lines.push(head);
      word = word.slice(head.length);
      line = '';
    }
    if (line === '') line = word;
    else if (columns(line) + 1 + columns(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Wrapped text behind an indent; `lead` stands in the indent of the first line. */
export function paragraph(text: string, width: number, indent: number, lead = ''): string[] {
  const space = ' '.repeat(indent);
  const lines = wrap(text, Math.max(20, width - indent));
  return lines.map((line, i) => (i === 0 && lead !== '' ? padEnd(lead, indent) : space) + line);
}
