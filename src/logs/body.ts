/** Where a message's body ends. `Content-Length` is a hint only: line ends were changed on the way into most logs. */
import { isRecord, isSeparator } from './record.ts';

interface BodyLine {
  readonly text: string;
  /** As it stood in the file, line feed included. */
  readonly asPrinted: string;
}

type BodyKind = 'none' | 'sdp' | 'xml' | 'multipart' | 'message' | 'other';

export interface Body {
  kind: BodyKind;
  readonly lines: BodyLine[];
  /** Blank lines after the last line; they count when another line follows, or when they make the length right. */
  blanks: BodyLine[];
  /** Length of `lines` if each ended in CR LF, and in LF. */
  crlfLength: number;
  lfLength: number;
  /** Bytes expected, -1 when nothing says so. */
  readonly target: number;
  /** The dialect has a closing line: everything before it belongs to the message. */
  readonly closed: boolean;
  /** Multipart boundary or XML root element. */
  mark: string;
  /** The multipart's or XML document's own end was seen. */
  finished: boolean;
}

export function createBody(contentType: string, target: number, closed: boolean): Body {
  const kind = kindOf(contentType.toLowerCase());
  const mark = kind === 'multipart' ? (/boundary\s?=\s?"?([^";\s]{1,70})/i.exec(contentType)?.[1] ?? '') : '';
  return { kind, lines: [], blanks: [], crlfLength: 0, lfLength: 0, target, closed, mark, finished: false };
}

function kindOf(contentType: string): BodyKind {
  if (contentType === '') return 'none';
  if (contentType.startsWith('application/sdp')) return 'sdp';
  if (contentType.startsWith('multipart/')) return 'multipart';
  if (contentType.startsWith('message/')) return 'message';
  return /^[^;]{1,128}xml/.test(contentType) ? 'xml' : 'other';
}

/** The declared length is used up. */
export function isReached(body: Body): boolean {
  return body.target >= 0 && body.crlfLength >= body.target;
}

/** There is room for a line within the declared length. */
export function hasRoom(body: Body, text: string): boolean {
  return body.target >= 0 && body.crlfLength + text.length <= body.target;
}

/** Whether a line can be the body's next. `follows` gives the next line that is neither blank nor foreign. */
export function fits(body: Body, text: string, follows: () => string | undefined): boolean {
  if (text.trim() === '') return blankFits(body, follows);
  if (isRecord(text)) return false;
  if (body.closed) return true;
  if (body.lines.length === 0) return firstFits(body, text) || preamble(body, text, follows);
  switch (body.kind) {
    case 'sdp':
      return (
        isSdpLine(text) || (hasRoom(body, text) && (/^[A-Za-z]{1,16} ?=/.test(text) || isSdpLine(follows() ?? '')))
      );
    case 'xml':
    case 'multipart':
      return !body.finished && (body.target < 0 || body.lfLength < body.target || /^\s{0,64}</.test(text));
    default:
      if (body.target < 0) return body.blanks.length === 0 && !isSeparator(text);
      return !isReached(body) && body.lfLength < body.target;
  }
}

export function isSdpLine(text: string): boolean {
  return /^[A-Za-z]=/.test(text);
}

function firstFits(body: Body, text: string): boolean {
  if (/^v=0\s*$/.test(text)) return true;
  if (body.target === 0) return false;
  if (body.kind === 'sdp') return isSdpLine(text);
  if (body.kind === 'xml') return /^\s{0,64}</.test(text);
  if (body.kind === 'multipart') return text.startsWith('--') || hasRoom(body, text);
  if (body.kind === 'none') return body.target > 0;
  return body.target > 0 || !isSeparator(text);
}

/** Avaya puts a line before the XML declaration. */
function preamble(body: Body, text: string, follows: () => string | undefined): boolean {
  return body.kind === 'xml' && hasRoom(body, text) && /^\s{0,64}</.test(follows() ?? '');
}

function blankFits(body: Body, follows: () => string | undefined): boolean {
  if (body.closed) return true;
  // Between head and body some texts have more than one.
  if (body.lines.length === 0) return body.blanks.length < 2 && body.target !== 0;
  if (body.kind === 'sdp' || body.kind === 'none') {
    const next = follows();
    return body.blanks.length === 0 && next !== undefined && isSdpLine(next) && !isReached(body);
  }
  if (body.kind === 'multipart' || body.kind === 'xml') {
    // Behind the last line the length may count one more line end.
    if (body.finished) return body.blanks.length === 0 && body.crlfLength + 2 === body.target;
    return body.blanks.length < 4;
  }
  return body.target >= 0 && !isReached(body);
}

export function take(body: Body, line: BodyLine): void {
  if (line.text.trim() === '' && body.kind !== 'multipart') {
    // Blank lines before the body are not its own.
    if (body.lines.length > 0 || body.closed) body.blanks.push(line);
    return;
  }
  if (body.lines.length > 0) for (const blank of body.blanks) append(body, blank);
  body.blanks = [];
  if (body.lines.length === 0 && (body.kind === 'none' || body.kind === 'other')) {
    if (/^v=0\s*$/.test(line.text)) body.kind = 'sdp';
    else if (/^\s{0,64}</.test(line.text)) body.kind = 'xml';
    else body.kind = 'other';
  }
  append(body, line);
  if (body.kind === 'multipart' && body.mark) body.finished ||= line.text.startsWith(`--${body.mark}--`);
  else if (body.kind === 'multipart') body.finished ||= /^--\S{1,70}--\s*$/.test(line.text);
  else if (body.kind === 'xml') watchXml(body, line.text);
}

function append(body: Body, line: BodyLine): void {
  body.lines.push(line);
  body.crlfLength += line.text.length + 2;
  body.lfLength += line.text.length + 1;
}

/** Finds the root element's name and its end. A root that closes itself, or its twin inside, only ends the guess early. */
function watchXml(body: Body, text: string): void {
  if (!body.mark) {
    const root = /<([A-Za-z_][\w:.-]{0,127})/.exec(text);
    if (!root) return;
    body.mark = root[1];
    if (text.trimEnd().endsWith('/>') && text.lastIndexOf('<') === root.index) body.finished = true;
  }
  if (text.includes(`</${body.mark}`)) body.finished = true;
}
