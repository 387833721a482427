/** Judges each line inside a message: the message's own, somebody else's, or behind its end. */
import { type Body, createBody, fits, hasRoom, isReached, isSdpLine, take } from './body.ts';
import { beginsBody, isFold, isHeader, readHead } from './head.ts';
import { withinMargin } from './margin.ts';
import { bodyTarget, hasCloser, type OpenMessage } from './message.ts';
import { isRecord } from './record.ts';
import { findStartLine } from './start-line.ts';
import type { Line } from './unwrap.ts';

/** `last`: taken, and the message is complete. `end`: not the message's, which is over. `foreign`: the caller decides. */
export type Verdict = 'taken' | 'last' | 'end' | 'foreign';

/** The lines around the current one. */
export interface View {
  next(distance: number): Line | undefined;
  /** Whether a message begins at that column of the current line. */
  confirms(line: Line, column: number): boolean;
}

/** How far behind foreign lines a message is looked for. */
const REACH = 12;
/** Shorter header lines are not taken for wrapped ones. */
const WRAPPED_FROM = 40;

export function collect(open: OpenMessage, line: Line, text: string, view: View): Verdict {
  return open.body ? inBody(open, line, text, view) : inHead(open, line, text, view);
}

function inHead(open: OpenMessage, line: Line, text: string, view: View): Verdict {
  if (text.trim() === '') return endHead(open, undefined, view);
  const header = isHeader(text);
  const column = findStartLine(line.text);
  if (column >= 0 && !(header && column > 0) && view.confirms(line, column)) return 'end';
  if (header || (isFold(text) && open.head.length > 1)) {
    open.head.push(text);
    return 'taken';
  }
  if (beginsBody(text)) {
    // The blank line was lost in copying (knowledge: log-dialects §4.4.6).
    const verdict = endHead(open, text, view);
    return verdict === 'taken' ? inBody(open, line, text, view) : verdict;
  }
  if (isRecord(text) || column >= 0) return 'foreign';
  return garbage(open, text, view);
}

/** A line in the head that is no header: the rest of a wrapped one, or a broken one. */
function garbage(open: OpenMessage, text: string, view: View): Verdict {
  if (closesNext(open, view)) {
    // The product cut the message here.
    open.head.push(text);
    return 'taken';
  }
  if (!open.setting.leading && !goesOn(open, view)) return 'end';
  const before = open.head[open.head.length - 1];
  // Mail clients wrap at 72 columns; drachtio strips the blanks of folded lines. As a fold nothing is lost.
  const wrapped = open.head.length > 1 && !open.allCrlf && before.length >= WRAPPED_FROM;
  open.head.push(wrapped ? ` ${text.trimStart()}` : text);
  return 'taken';
}

function closesNext(open: OpenMessage, view: View): boolean {
  const following = open.opening.closer && view.next(1);
  const text = following && withinMargin(following, open.margin);
  return text !== undefined && open.opening.closer?.test(text) === true;
}

/** `first`: the body line that ended the head where no blank line did. */
function endHead(open: OpenMessage, first: string | undefined, view: View): Verdict {
  open.headEnded = true;
  const facts = readHead(open.head);
  open.facts = facts;
  const target = bodyTarget(open, facts);
  const closed = hasCloser(open.opening);
  open.body = createBody(facts.contentType, target, closed);
  if (closed || target > 0 || first !== undefined) return 'taken';
  const following = view.next(1);
  const text = following && following.record === open.record ? withinMargin(following, open.margin) : undefined;
  // Neither a length nor a type, or a length of nothing: only what looks like a body is one.
  const bodyFollows = text !== undefined && (beginsBody(text) || (target < 0 && facts.contentType !== ''));
  return bodyFollows ? 'taken' : 'last';
}

function inBody(open: OpenMessage, line: Line, text: string, view: View): Verdict {
  const body = open.body;
  if (!body) return 'end';
  const column = findStartLine(line.text);
  if (column >= 0 && !isPart(open, text) && view.confirms(line, column)) return 'end';
  if (isRecord(text)) return 'foreign';
  if (!fits(body, text, () => followingText(open, view))) return 'end';
  take(body, { text, asPrinted: asPrinted(line, text) });
  return 'taken';
}

function asPrinted(line: Line, text: string): string {
  // Binary bodies may hold carriage returns of their own.
  const untouched = line.raw.startsWith(text) && /^\r*$/.test(line.raw.slice(text.length));
  const printed = untouched ? line.raw : `${text}${line.crlf ? '\r' : ''}`;
  return line.terminated ? `${printed}\n` : printed;
}

/** A SIP message inside a SIP message: `message/sip`, `message/sipfrag`, or a part of a multipart body. */
function isPart(open: OpenMessage, text: string): boolean {
  const body = open.body;
  if (!body || !hasRoom(body, text)) return false;
  return body.kind === 'message' || body.kind === 'multipart' || open.opening.dialect !== 'raw';
}

/** Looks past foreign lines for one that continues the message. */
export function goesOn(open: OpenMessage, view: View): boolean {
  for (let distance = 1; distance <= REACH; distance++) {
    const line = view.next(distance);
    if (!line || line.record !== open.record) return false;
    const text = withinMargin(line, open.margin);
    if (text === undefined || isRecord(text) || open.opening.ends?.test(text)) continue;
    const { body } = open;
    if (body) return goesOnInBody(body, text);
    if (text.trim() === '') {
      return beginsBody(followingText(open, view, distance + 1) ?? '');
    }
    const start = findStartLine(text);
    if (start >= 0 && !isHeader(text)) continue;
    return isHeader(text) || beginsBody(text);
  }
  return false;
}

function goesOnInBody(body: Body, text: string): boolean {
  if (text.trim() === '' || isReached(body) || !hasRoom(body, text)) return false;
  return body.kind === 'sdp' ? isSdpLine(text) : fits(body, text, nothing);
}

/** The next line that is neither blank nor foreign. */
function followingText(open: OpenMessage, view: View, from = 1): string | undefined {
  for (let distance = from; distance < from + REACH; distance++) {
    const line = view.next(distance);
    if (!line || line.record !== open.record) return undefined;
    const text = withinMargin(line, open.margin);
    if (text !== undefined && text.trim() !== '') return text;
  }
  return undefined;
}

function nothing(): undefined {
  return undefined;
}
