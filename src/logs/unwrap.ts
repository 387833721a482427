/**
 * Takes off what a log, a terminal or a mail put around its lines, before anything looks for SIP in them. What was taken
 * off is kept beside the text: inside a message it tells the message's own lines from foreign ones (`margin.ts`).
 */
import type { Opening } from './dialect.ts';
import type { PhysicalLine } from './lines.ts';
import { fieldOfDockerLine, messageInJson, messageOfJournalLine } from './wrappers/json.ts';
import { prefixOf } from './wrappers/prefix.ts';
import { messageInSyslogEscapes } from './wrappers/syslog-escapes.ts';

export interface Line {
  /** The physical line, carriage returns included. */
  readonly raw: string;
  /** What is left when the wrappers are gone. */
  readonly text: string;
  /** `> ` of a quoted mail. */
  readonly quote: string;
  /** Prefix of a logger, with its time stamp. */
  readonly prefix: string;
  readonly stamp: string;
  /** The line ended in CR LF in the file. */
  readonly crlf: boolean;
  readonly terminated: boolean;
  readonly cut: boolean;
  readonly number: number;
  readonly position: number;
  readonly end: number;
  /** Lines that stood escaped in one physical line share its number; 0 for all others. A message never leaves its record. */
  readonly record: number;
  /** The line stands for an opening that was read elsewhere (`Gatherer`). */
  readonly opening?: Opening;
}

// CSI and OSC sequences (ECMA-48 §5.4). The classes do not overlap, so matching is linear. baresip resets with `ESC[;m`.
const ANSI = /\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?/g;
const QUOTE = /^(?:> ?){1,8}/;

/** Wrappers inside each other: a container line that holds a syslog line that holds an Asterisk line. */
const MAX_NESTING = 3;

const MAX_STAMP = 100;

/** Without the sequences that colour a terminal. */
export function withoutEscapes(text: string): string {
  return text.includes('\x1b') ? text.replace(ANSI, '') : text;
}

/** Nor with the `> ` of a quoted mail. */
export function plainText(raw: string): string {
  const text = withoutEscapes(raw);
  return text.charCodeAt(0) === 62 ? text.replace(QUOTE, '') : text;
}

export function unwrap(line: PhysicalLine, onLine: (line: Line) => void): void {
  const { raw, number, position, end, terminated, cut } = line;
  let text = withoutEscapes(raw);
  let crlf = false;
  if (text.charCodeAt(text.length - 1) === 13) {
    crlf = true;
    text = withoutTrailingReturns(text);
  }
  // Some logs end their lines in LF CR, which puts the CR before the next line.
  if (text.charCodeAt(0) === 13) text = text.slice(1);
  // A carriage return that an editor or Cisco phone spelled out.
  if (text.endsWith('^M')) text = text.slice(0, -2);

  let quote = '';
  if (text.charCodeAt(0) === 62) {
    quote = QUOTE.exec(text)?.[0] ?? '';
    text = text.slice(quote.length);
  }
  let prefix = '';
  let stamp = '';
  const journal = messageOfJournalLine(text);
  const docker =
    journal?.lines.length === 1 ? { text: journal.lines[0], stamp: journal.stamp } : fieldOfDockerLine(text);
  if (docker) {
    prefix = '{';
    stamp = docker.stamp;
    crlf = docker.text.endsWith('\r');
    text = crlf ? withoutTrailingReturns(docker.text) : docker.text;
  }
  for (let depth = 0; depth < MAX_NESTING; depth++) {
    const found = prefixOf(text);
    if (!found) break;
    prefix += text.slice(0, found.length);
    if (found.stamp) stamp = found.stamp;
    text = text.slice(found.length);
  }

  const inside =
    journal && journal.lines.length > 1
      ? journal
      : text.includes('SIP/2.0')
        ? (messageInJson(text) ?? messageInSyslogEscapes(text))
        : undefined;
  if (!inside) {
    onLine({ raw, text, quote, prefix, stamp, crlf, terminated, cut, number, position, end, record: 0 });
    return;
  }
  // Where no collector says when, what stands before the message may.
  const when = inside.stamp || stamp || inside.lines[0].slice(0, MAX_STAMP);
  for (const part of inside.lines) {
    const returned = part.endsWith('\r');
    onLine({
      raw: part,
      text: returned ? withoutTrailingReturns(part) : part,
      quote: '',
      prefix: '',
      stamp: when,
      crlf: returned,
      terminated: true,
      cut,
      number,
      position,
      end,
      record: number,
    });
  }
}

function withoutTrailingReturns(text: string): string {
  let end = text.length - 1;
  while (end > 0 && text.charCodeAt(end - 1) === 13) end--;
  return text.slice(0, end);
}
