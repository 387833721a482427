/**
 * Takes off what a log, a terminal or a mail put around its lines, before anything looks for SIP in them. What was taken
 * off is kept beside the text: inside a message it tells the message's own lines from foreign ones (`margin.ts`).
 */
import type { Tally } from '../model.ts';
import type { Opening } from './dialect.ts';
import type { PhysicalLine } from './lines.ts';
import type { JournalEntry } from './wrappers/journal.ts';
import { entryOfJsonLine } from './wrappers/journal-json.ts';
import { fieldOfDockerLine, messageInJson } from './wrappers/json.ts';
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
  /** Who printed it, where the collector says that beside the text; lines of others do not belong to a message. */
  readonly writer: string;
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

export function unwrap(line: PhysicalLine, onLine: (line: Line) => void, tally: Tally): void {
  const { raw } = line;
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
  const entry = entryOfJsonLine(text, line);
  if (entry) {
    if (entry.lines.length === 0) tally.count('journal-message-left-out', line.number, line.position);
    else unwrapEntry(entry, onLine);
    return;
  }
  const docker = fieldOfDockerLine(text);
  if (docker) takeOff(line, docker.text, docker.text.endsWith('\r'), quote, '{', docker.stamp, docker.writer, onLine);
  else takeOff(line, text, crlf, quote, '', '', '', onLine);
}

/** An entry of one line is a line of the log; one of several is a record. */
export function unwrapEntry({ lines, record, stamp, writer }: JournalEntry, onLine: (line: Line) => void): void {
  if (lines.length === 1) {
    const [{ text, place }] = lines;
    takeOff(place, text, text.endsWith('\r'), '', '{', stamp, writer, onLine);
    return;
  }
  for (const { text, place } of lines) onLine(lineOfRecord(text, place, record, stamp, writer));
}

/** The prefixes of loggers, and what a line holds that is no line itself. `crlf`: carriage returns may be left in `field`. */
function takeOff(
  place: PhysicalLine,
  field: string,
  crlf: boolean,
  quote: string,
  container: string,
  containerStamp: string,
  containerWriter: string,
  onLine: (line: Line) => void,
): void {
  const { raw, number, position, end, terminated, cut } = place;
  let text = crlf && field.endsWith('\r') ? withoutTrailingReturns(field) : field;
  let prefix = container;
  let stamp = containerStamp;
  let writer = containerWriter;
  for (let depth = 0; depth < MAX_NESTING; depth++) {
    const found = prefixOf(text);
    if (!found) break;
    prefix += text.slice(0, found.length);
    if (found.stamp) stamp = found.stamp;
    if (found.writer) writer = found.writer;
    text = text.slice(found.length);
  }

  const inside = text.includes('SIP/2.0') ? (messageInJson(text) ?? messageInSyslogEscapes(text)) : undefined;
  if (!inside) {
    onLine({ raw, text, quote, prefix, stamp, writer, crlf, terminated, cut, number, position, end, record: 0 });
    return;
  }
  // Where no collector says when, what stands before the message may.
  const when = inside.stamp || stamp || inside.lines[0].slice(0, MAX_STAMP);
  for (const part of inside.lines) onLine(lineOfRecord(part, place, number, when, writer));
}

function lineOfRecord(raw: string, place: PhysicalLine, record: number, stamp: string, writer: string): Line {
  const { number, position, end, cut } = place;
  const crlf = raw.endsWith('\r');
  const text = crlf ? withoutTrailingReturns(raw) : raw;
  return {
    raw,
    text,
    quote: '',
    prefix: '',
    stamp,
    writer,
    crlf,
    terminated: true,
    cut,
    number,
    position,
    end,
    record,
  };
}

function withoutTrailingReturns(text: string): string {
  let end = text.length - 1;
  while (end > 0 && text.charCodeAt(end - 1) === 13) end--;
  return text.slice(0, end);
}
