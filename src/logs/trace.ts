/**
 * Trace text, sipsleuth's own dialect (design §7):
 *
 *   # a comment
 *   @@ capture starts 2026-01-05T10:15:00Z
 *   @ 2026-01-05T10:15:30.000000Z udp 192.0.2.1:5060 > 192.0.2.2:5060
 *   INVITE sip:bob@example.com SIP/2.0
 *   …
 *   @ +1.200 udp 192.0.2.2:5060 > 192.0.2.1:5060      ! early-media-sdp-missing
 *
 * `+` counts seconds from the message before. A message is every line until the next that begins with `@ ` or `@@ `; lines
 * that begin with `#` before its start line, and blank and `#` lines at its end, are not its own. Each line ends in CR LF
 * on the wire, the blank line after the head is added where it is missing, and `Content-Length: auto` becomes the length.
 *
 * `escaped` after the addresses says that backslashes escape: `\\`, `\n`, `\r`, `\t`, `\xHH`. A line that ends in `\n` ends in
 * LF alone, one that ends in a single `\` has no line end; nothing is added, taken away or replaced.
 *
 * Words beside `escaped` say what the text came from could not: `cut` (bytes are missing at its end), `inferred` (addresses
 * taken from the message), `rebuilt` (the bytes may not be the wire's), `within=1000` (times are exact to so many µs;
 * `within=unknown`: none was printed).
 *
 * `@@ trace ends` returns to other dialects.
 */
import type { Transport } from '../model.ts';
import { type Address, type Dialect, parseAddress, transportOf } from './dialect.ts';
import type { PhysicalLine } from './lines.ts';
import { MAX_MESSAGE } from './message.ts';
import { findStamp, SECOND } from './stamps.ts';
import { readHints, type TraceHints } from './trace-hints.ts';
import { decodeEscapedLine, isPaddingText, plainMessage } from './trace-lines.ts';

export const trace: Dialect = { id: 'trace', title: 'sipsleuth trace text' };

interface TraceMessage {
  readonly time: number;
  readonly transport: Transport;
  readonly source: Address;
  readonly destination: Address;
  /** One character a byte. */
  readonly text: string;
  /** Rule ids behind `!`. */
  readonly marks: readonly string[];
  readonly number: number;
  readonly position: number;
  readonly length: number;
  readonly truncated: boolean;
  readonly hints: TraceHints;
}

interface TraceSink {
  message(message: TraceMessage): void;
  /** `@@ capture starts` and `@@ capture ends`. */
  bound(time: number): void;
  notUnderstood(line: PhysicalLine): void;
}

export interface TraceReader {
  /** False when trace text ended before this line. */
  line(line: PhysicalLine): boolean;
  end(): void;
}

const OPENING =
  /^@ (\S{1,64}) {1,8}([a-z]{2,4}) {1,8}(\S{3,270}) {1,8}> {1,8}(\S{3,270})((?: {1,8}(?:escaped|cut|inferred|rebuilt|within=(?:\d{1,12}|unknown))){0,8})[ \t]{0,200}(?:!([^\r\n]{0,2000}))?\r*$/;
const DIRECTIVE = /^@@ (capture starts|capture ends|trace ends)(?: {1,8}(\S{1,64}))?[ \t\r]*$/;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** Whether a line opens trace text. */
export function opensTrace(raw: string): boolean {
  if (raw.charCodeAt(0) !== 64) return false;
  return DIRECTIVE.test(raw) || openingOf(raw, 0) !== undefined;
}

interface TraceOpening {
  readonly time: number;
  readonly transport: Transport;
  readonly source: Address;
  readonly destination: Address;
  readonly hints: TraceHints;
  readonly marks: readonly string[];
}

function openingOf(raw: string, before: number): TraceOpening | undefined {
  const match = OPENING.exec(raw);
  if (!match) return undefined;
  const time = timeOf(match[1], before);
  const transport = transportOf(match[2]);
  const source = parseAddress(match[3]);
  const destination = parseAddress(match[4]);
  if (time === undefined || !transport || !source || !destination) return undefined;
  const marks = (match[6] ?? '').split(/[\s,]+/).filter((mark) => mark !== '');
  return { time, transport, source, destination, hints: readHints(match[5]), marks };
}

function timeOf(text: string, before: number): number | undefined {
  const relative = /^\+(\d{1,9})(?:\.(\d{1,9}))?$/.exec(text);
  if (relative) {
    const fraction = Math.floor(Number((relative[2] ?? '').padEnd(9, '0')) / 1000);
    return before + Number(relative[1]) * SECOND + fraction;
  }
  if (!ISO.test(text)) return undefined;
  const stamp = findStamp(text);
  return stamp?.kind === 'absolute' ? stamp.time : undefined;
}

export function createTraceReader(sink: TraceSink): TraceReader {
  let opening: TraceOpening | undefined;
  let lines: PhysicalLine[] = [];
  let size = 0;
  let truncated = false;
  let time = 0;

  function finish(): void {
    const open = opening;
    opening = undefined;
    const own = lines;
    lines = [];
    size = 0;
    const cut = truncated;
    truncated = false;
    if (!open) return;
    const { hints } = open;
    if (!hints.escaped) while (own.length > 0 && isPadding(own[own.length - 1])) own.pop();
    if (own.length === 0) return;
    const { time: at, transport, source, destination, marks } = open;
    const { number, position } = own[0];
    const length = own[own.length - 1].end - position;
    const text = hints.escaped
      ? own.map((line) => decodeEscapedLine(line.raw)).join('')
      : plainMessage(own.map((line) => line.raw));
    sink.message({
      time: at,
      transport,
      source,
      destination,
      text,
      marks,
      number,
      position,
      length,
      truncated: cut || hints.cut,
      hints,
    });
  }

  function directive(raw: string): boolean {
    const match = DIRECTIVE.exec(raw);
    if (!match) return false;
    const at = timeOf(match[2] ?? '', time);
    if (at !== undefined) {
      sink.bound(at);
      if (match[1] === 'capture starts') time = at;
    }
    return true;
  }

  return {
    line(line) {
      const { raw } = line;
      if (raw.startsWith('@ ') || raw.startsWith('@@ ')) {
        finish();
        opening = openingOf(raw, time);
        if (opening) time = opening.time;
        else if (!directive(raw)) sink.notUnderstood(line);
        return !/^@@ trace ends[ \t\r]*$/.test(raw);
      }
      if (!opening) {
        if (!isPadding(line)) sink.notUnderstood(line);
        return true;
      }
      if (lines.length === 0 && !opening.hints.escaped && isPadding(line)) return true;
      size += raw.length;
      if (size > MAX_MESSAGE || line.cut) truncated = true;
      if (size <= MAX_MESSAGE) lines.push(line);
      return true;
    },
    end: finish,
  };
}

function isPadding(line: PhysicalLine): boolean {
  return isPaddingText(line.raw);
}

/** The rule ids that a fixture expects, one list a message, in the order of the messages. */
export function parseTraceMarks(text: string): readonly (readonly string[])[] {
  const marks: (readonly string[])[] = [];
  const reader = createTraceReader({
    message: (message) => marks.push(message.marks),
    bound: () => {},
    notUnderstood: () => {},
  });
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  for (const raw of lines) reader.line({ raw, number: 0, position: 0, end: 0, terminated: true, cut: false });
  reader.end();
  return marks;
}
