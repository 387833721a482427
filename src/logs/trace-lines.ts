/** The lines of trace text (`trace.ts`): how plain ones become a message, and the escapes that hold any bytes. */

/** Blank lines and comments: around a plain message they are not its own. */
export function isPaddingText(raw: string): boolean {
  return raw.charCodeAt(0) === 35 || /^[ \t\r]*$/.test(raw);
}

/** Lines without padding around them → the message. */
export function plainMessage(raws: readonly string[]): string {
  const lines = raws.map((raw) => raw.replace(TRAILING_RETURNS, ''));
  const blank = lines.indexOf('');
  const head = blank < 0 ? lines : lines.slice(0, blank);
  const body = blank < 0 ? [] : lines.slice(blank + 1);
  const bodyText = body.map((line) => `${line}\r\n`).join('');
  const headText = head.map((line) => `${line === AUTO ? `Content-Length: ${bodyText.length}` : line}\r\n`).join('');
  return `${headText}\r\n${bodyText}`;
}

/** Keeps fixtures readable. */
const AUTO = 'Content-Length: auto';
const TRAILING_RETURNS = /\r{1,8}$/;

const ESCAPE = /\\(?:\\|n|r|t|x[0-9A-Fa-f]{2})/g;

/** One line of an escaped message, with the line end that it stands for. One character a byte. */
export function decodeEscapedLine(raw: string): string {
  const line = raw.replace(TRAILING_RETURNS, '');
  let ended = false;
  const text = line.replace(ESCAPE, (code, offset: number) => {
    if (code === '\\n' && offset + 2 === line.length) ended = true;
    switch (code[1]) {
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'x':
        return String.fromCharCode(Number.parseInt(code.slice(2), 16));
      default:
        return '\\';
    }
  });
  if (ended) return text;
  return endsInContinuation(line) ? text.slice(0, -1) : `${text}\r\n`;
}

/** An odd number of backslashes at the end. */
function endsInContinuation(line: string): boolean {
  let count = 0;
  while (count < line.length && line.charCodeAt(line.length - 1 - count) === 92) count++;
  return count % 2 === 1;
}

/** Far below the reader's own limit, and still readable. */
const LONGEST_LINE = 1000;

/** Bytes (one character each) → lines that decode to them. */
export function encodeEscaped(bytes: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes.charCodeAt(at);
    if (code === 13 && bytes.charCodeAt(at + 1) === 10) {
      lines.push(line);
      line = '';
      at++;
    } else if (code === 10) {
      lines.push(`${line}\\n`);
      line = '';
    } else {
      line += escapeOf(code, line === '');
      if (line.length >= LONGEST_LINE) {
        lines.push(`${line}\\`);
        line = '';
      }
    }
  }
  if (line !== '') lines.push(`${line}\\`);
  return lines;
}

function escapeOf(code: number, first: boolean): string {
  if (code === 92) return '\\\\';
  if (code === 13) return '\\r';
  if (code === 9) return '\\t';
  // A line must not look like the next opening.
  if (code < 32 || code > 126 || (first && code === 64)) return `\\x${code.toString(16).padStart(2, '0')}`;
  return String.fromCharCode(code);
}
