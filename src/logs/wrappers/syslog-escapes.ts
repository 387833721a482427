/** What collectors write for control characters, so that a message is one line. */
import { findStartLine } from '../start-line.ts';
import type { Expansion } from './json.ts';

interface Spelling {
  readonly feed: string;
  readonly back: string;
  readonly tab: string;
}

const SPELLINGS: readonly Spelling[] = [
  // rsyslog: three octal digits (`$EscapeControlCharactersOnReceive`).
  { feed: '#012', back: '#015', tab: '#011' },
  // Kiwi.
  { feed: '<010>', back: '<013>', tab: '<009>' },
  { feed: '\\012', back: '\\015', tab: '\\011' },
  { feed: '\\x0a', back: '\\x0d', tab: '\\x09' },
];
/** Strings of programming languages, and of JSON that is broken over lines. */
const QUOTED: Spelling = { feed: '\\n', back: '\\r', tab: '\\t' };

/** The lines of a message that a collector wrote into one. `text` holds `SIP/2.0`. */
export function messageInSyslogEscapes(text: string): Expansion | undefined {
  const spelling = SPELLINGS.find(({ feed }) => text.includes(feed));
  const parts = spelling ? text.split(spelling.feed) : quotedParts(text);
  // A mention of a message is not a message: a start line and three headers are four lines.
  if (parts.length < 4) return undefined;
  const { back, tab } = spelling ?? QUOTED;
  const lines = parts.map((part) => {
    const line = part.endsWith(back) ? `${part.slice(0, -back.length)}\r` : part;
    return line.includes(tab) ? line.replaceAll(tab, '\t') : line;
  });
  return { lines, stamp: '' };
}

function quotedParts(text: string): readonly string[] {
  // Wireshark prints its fields so, and they are no messages.
  if (!text.includes(QUOTED.feed) || /^\s{0,60}"sip\.|"layers":\{/.test(text)) return [];
  const parts = text.split(QUOTED.feed);
  if (!parts.some((part) => begins(part.slice(part.lastIndexOf('"') + 1)))) return [];
  if (!text.includes('"')) return parts;
  // The string's own quotation marks are none of the message's, and those within it are escaped.
  const own = parts.flatMap((part) => {
    const quote = part.lastIndexOf('"');
    const rest = part.slice(quote + 1);
    return quote >= 0 && begins(rest) ? [part.slice(0, quote), rest] : [part];
  });
  own[own.length - 1] = own[own.length - 1].replace(/(?<!\\)"[\s,}\])]{0,16}$/, '');
  return own.map((part) => part.replaceAll('\\"', '"'));
}

function begins(part: string): boolean {
  return findStartLine(part.endsWith(QUOTED.back) ? part.slice(0, -QUOTED.back.length) : part) === 0;
}
