/** The universal scanner: finds pasted SIP beneath every dialect, with or without anything around it (`raw`). */
import type { Tally } from '../model.ts';
import type { Dialect, Opening } from './dialect.ts';
import { beginsBody, isFold, isHeader, isKeyHeader } from './head.ts';
import { guessOpening } from './hints.ts';
import { learnMargin, withinMargin } from './margin.ts';
import { isRecord } from './record.ts';
import { findStartLine, isTemplate, looksLikeStartLine } from './start-line.ts';
import type { Line } from './unwrap.ts';

export const raw: Dialect = { id: 'raw', title: 'SIP messages in any text' };

type Next = (distance: number) => Line | undefined;

interface Scanner {
  /** The start line in a line, if a message follows. `leading`: the line is the first of the file. */
  find(line: Line, next: Next, leading: boolean): { readonly opening: Opening; readonly column: number } | undefined;
  confirms(line: Line, column: number, next: Next): boolean;
  /** Lines before a message tell its time and endpoints. */
  remember(line: Line): void;
  previous(): Line | undefined;
  clear(): void;
}

const HEADERS_NEEDED = 3;
const MAX_GARBAGE = 2;
/** Lines above a message that may belong to it. */
const MEMORY = 5;
/** The header of an RFC or Internet-Draft: its messages are examples, not traffic. */
const DOCUMENT = /^(?:Request for Comments: \d|Internet-Draft(?: |$)|RFC \d{3,5} {2,}\S|.{1,80}\[Page \d{1,4}\]$)/;

export function createScanner(tally: Tally): Scanner {
  let above: Line[] = [];
  let document = false;

  function confirms(line: Line, column: number, next: Next): boolean {
    const margin = learnMargin(line, column, next(1));
    let headers = 0;
    let garbage = 0;
    let key = false;
    for (let distance = 1; ; distance++) {
      const following = next(distance);
      if (!following || following.record !== line.record) return false;
      const text = withinMargin(following, margin);
      if (text === undefined || (isRecord(text) && !isHeader(text))) continue;
      if (text.trim() === '' || beginsBody(text)) return false;
      if (isHeader(text)) {
        headers++;
        if (isKeyHeader(text)) {
          if (isTemplate(text)) return false;
          key = true;
        }
        if (key && headers >= HEADERS_NEEDED) return true;
      } else if (headers === 0 || (!isFold(text) && (findStartLine(text) === 0 || ++garbage > MAX_GARBAGE))) {
        return false;
      }
    }
  }

  return {
    find(line, next, leading) {
      const text = line.text;
      const column = findStartLine(text);
      if (column < 0) {
        if (leading && looksLikeStartLine(text) && headerFollows(line, next)) return { opening: bare(), column: 0 };
        return undefined;
      }
      if (!confirms(line, column, next) && !(leading && column === 0 && headerFollows(line, next))) {
        const reason = followsItsHeaders(above) ? 'lines-reversed' : 'start-line-without-message';
        tally.count(reason, line.number, line.position);
        return undefined;
      }
      if (document && column > 0 && text.slice(0, column).trim() === '') {
        tally.count('example-in-document', line.number, line.position);
        return undefined;
      }
      return { opening: guessOpening(line, column, above), column };
    },
    confirms,
    remember(line) {
      if (!document && mayBeDocument(line.text) && DOCUMENT.test(line.text)) document = true;
      above.push(line);
      if (above.length > MEMORY) above.shift();
    },
    previous: () => above[above.length - 1],
    clear() {
      above = [];
    },
  };
}

/** A tool turned round the lines and not the records, such as `tac`. */
function followsItsHeaders(above: readonly Line[]): boolean {
  const nearest = above[above.length - 1];
  if (!nearest || !isHeader(nearest.text.trimStart())) return false;
  const headers = above.filter(({ text }) => isHeader(text.trimStart()));
  if (headers.length < HEADERS_NEEDED) return false;
  return headers.some(({ text }) => isKeyHeader(text.trimStart()));
}

/** Cheap, because it is asked for every line of a log. */
function mayBeDocument(text: string): boolean {
  if (text.length > 100) return false;
  const first = text.charCodeAt(0);
  // R, I and `]`.
  return first === 82 || first === 73 || text.charCodeAt(text.length - 1) === 93;
}

function headerFollows(line: Line, next: Next): boolean {
  const following = next(1);
  return following !== undefined && following.record === line.record && isHeader(following.text);
}

function bare(): Opening {
  return { dialect: raw.id };
}
