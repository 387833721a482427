import { latin1, utf8 } from '../bytes.ts';
import { parseMediaType } from '../syntax/media-type.ts';
import { spanEnd, TOKEN, trimSpace } from '../syntax/scanner.ts';

const DEPTH_LIMIT = 4;
const PARTS_LIMIT = 64;

interface Part {
  readonly contentType: string;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

/**
 * The session description in a message body, also within multipart bodies (RFC 5621, RFC 2046 §5.1): of
 * multipart/alternative the last part that is SDP, of all others the first. Without a Content-Type a body that starts
 * like SDP is taken for it. `early-session` parts (RFC 3959) are about another session and are passed over.
 */
export function findSdp(contentType: string | undefined, body: Uint8Array | string): string | undefined {
  // One character a byte, so that positions in the text are positions in the bytes.
  const text = typeof body === 'string' ? body : latin1(body, 0, body.length);
  const read = (start: number, end: number) =>
    typeof body === 'string' ? body.slice(start, end) : utf8(body, start, end);

  if (!contentType) return text.startsWith('v=0') ? read(0, text.length) : undefined;
  const pending: Part[] = [{ contentType, start: 0, end: text.length, depth: 0 }];
  for (let count = 0; pending.length > 0 && count < PARTS_LIMIT; count++) {
    const part = pending.pop()!;
    const media = parseMediaType(part.contentType);
    if (media?.essence === 'application/sdp') return read(part.start, part.end);
    const boundary = media?.type === 'multipart' ? media.params.get('boundary') : undefined;
    if (!media || !boundary || part.depth === DEPTH_LIMIT) continue;
    const parts = splitParts(text, part, boundary);
    // The last one pushed is looked at first.
    pending.push(...(media.subtype === 'alternative' ? parts : parts.reverse()));
  }
  return undefined;
}

/** The parts between the delimiter lines; without a closing delimiter (a cut body) the last one goes to the end. */
function splitParts(text: string, whole: Part, boundary: string): Part[] {
  const parts: Part[] = [];
  const delimiter = `--${boundary}`;
  let at = text.startsWith(delimiter, whole.start)
    ? whole.start
    : nextDelimiter(text, delimiter, whole.start, whole.end);
  while (at >= 0 && parts.length < PARTS_LIMIT) {
    const behind = at + delimiter.length;
    if (text.startsWith('--', behind)) break;
    const start = text.indexOf('\n', behind) + 1;
    if (start === 0 || start > whole.end) break;
    const next = nextDelimiter(text, delimiter, start - 1, whole.end);
    const part = readPart(text, start, next < 0 ? whole.end : lineBreakBefore(text, next, start), whole.depth + 1);
    if (part) parts.push(part);
    at = next;
  }
  return parts;
}

/** Position of the next delimiter that stands at the start of a line. */
function nextDelimiter(text: string, delimiter: string, from: number, end: number): number {
  const found = text.indexOf(`\n${delimiter}`, from);
  return found < 0 || found >= end ? -1 : found + 1;
}

/** The line break in front of a delimiter belongs to the delimiter. */
function lineBreakBefore(text: string, at: number, least: number): number {
  const end = text.charCodeAt(at - 2) === 0x0d ? at - 2 : at - 1;
  return Math.max(end, least);
}

/** Reads the header fields of a part; one without Content-Type is plain text (RFC 2046 §5.1). */
function readPart(text: string, start: number, end: number, depth: number): Part | undefined {
  let contentType = 'text/plain';
  let name = '';
  for (let at = start; at < end; ) {
    const feed = text.indexOf('\n', at);
    const lineEnd = feed < 0 || feed > end ? end : feed;
    const line = trimSpace(text.slice(at, lineEnd));
    const folded = text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09;
    at = lineEnd + 1;
    if (line === '') return { contentType, start: Math.min(at, end), end, depth };
    if (folded) {
      if (name === 'content-type') contentType += ` ${line}`;
      continue;
    }
    const nameEnd = spanEnd(line, 0, TOKEN);
    name = line.slice(0, nameEnd).toLowerCase();
    const value = trimSpace(line.slice(line.indexOf(':', nameEnd) + 1));
    if (name === 'content-type' || name === 'c') {
      name = 'content-type';
      contentType = value;
    } else if (name === 'content-disposition' && value.toLowerCase().startsWith('early-session')) {
      return undefined;
    }
  }
  return undefined;
}
