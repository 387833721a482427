import type { Defect } from '../model.ts';

/** `<type>=<value>` of an SDP text. */
export interface Line {
  readonly type: string;
  readonly value: string;
  /** Position in the text. */
  readonly at: number;
}

const LINE_LIMIT = 4096;
const LINES_LIMIT = 4096;

/** Order of the lines at each level (RFC 8866 §5); `t` and `r` may alternate. */
const SESSION_ORDER = ['v', 'o', 's', 'i', 'u', 'e', 'p', 'c', 'b', 'tr', 'z', 'k', 'a'];
const MEDIA_ORDER = ['m', 'i', 'c', 'b', 'k', 'a'];

/**
 * Cuts an SDP text into its lines. CRLF, LF and CR end a line, empty lines are passed over. What is no line, or too
 * long to be an honest one, becomes a defect: `sdp-line-malformed`, `sdp-too-long`.
 */
export function readLines(text: string, defects: Defect[]): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < text.length; ) {
    if (lines.length === LINES_LIMIT) {
      defects.push({ code: 'sdp-too-long', args: { lines: LINES_LIMIT }, at });
      break;
    }
    const end = lineEnd(text, at);
    const type = text.charCodeAt(at);
    if (end - at > LINE_LIMIT) {
      defects.push({ code: 'sdp-too-long', args: { length: end - at }, at });
    } else if (end - at >= 2 && type >= 0x61 && type <= 0x7a && text[at + 1] === '=') {
      lines.push({ type: text[at], value: text.slice(at + 2, end), at });
    } else if (end > at) {
      defects.push({ code: 'sdp-line-malformed', args: { line: text.slice(at, Math.min(end, at + 80)) }, at });
    }
    at = end + 1;
  }
  return lines;
}

function lineEnd(text: string, at: number): number {
  while (at < text.length && text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) at++;
  return at;
}

/** `sdp-line-missing` (v, o, s, t) and `sdp-line-misplaced` (a type that stands behind a later one, once a section). */
export function checkOrder(lines: readonly Line[], defects: Defect[]): void {
  const present = new Set<string>();
  let order = SESSION_ORDER;
  let rank = 0;
  let reported = new Set<string>();
  for (const { type, at } of lines) {
    if (type === 'm') {
      order = MEDIA_ORDER;
      rank = 0;
      reported = new Set();
    }
    if (order === SESSION_ORDER) present.add(type);
    const place = order.findIndex((types) => types.includes(type));
    if (place < rank && !reported.has(type)) {
      defects.push({ code: 'sdp-line-misplaced', args: { line: type }, at });
      reported.add(type);
    }
    rank = Math.max(rank, place);
  }
  for (const line of ['v', 'o', 's', 't']) {
    if (!present.has(line)) defects.push({ code: 'sdp-line-missing', args: { line }, at: 0 });
  }
}
