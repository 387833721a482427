/** The ladder diagram of one call: a lane a host, an arrow a message, time at the right. */
import type { ReportCall, ReportMessage } from '../../report.ts';
import { shortAddress } from '../address.ts';
import type { ReporterOptions } from '../reporter.ts';
import { safe } from '../safe.ts';
import { delta, toMicros } from '../time.ts';
import { clip, clipMiddle, columns, type Paint, padEnd, visibleColumns } from './text.ts';

/** Narrower lanes cannot hold a label; the ladder becomes a list. */
const NARROWEST = 13;
const WIDEST = 40;
/** Rows of one ladder; a longer one is cut in the middle. */
const ROW_LIMIT = 60;
/** Columns of the marks of one row. */
const MARK_LIMIT = 10;
const LABEL_LIMIT = 24;

/** Numbers of the findings that point at a message, by its number. */
export type Marks = ReadonlyMap<number, readonly number[]>;

/** What is drawn: a call, or anything else whose messages are here. */
export interface Drawn extends Pick<ReportCall, 'start' | 'parties'> {
  readonly messages: readonly Arrow[];
}

export type Arrow = Pick<
  ReportMessage,
  'message' | 'time' | 'source' | 'destination' | 'startLine' | 'cseq' | 'sdp' | 'repeats'
>;

interface Scene {
  readonly call: Drawn;
  /** Rows at the most, where fewer than usual are wanted. */
  readonly rows?: number;
  readonly marks: Marks;
  readonly options: ReporterOptions;
  readonly paint: Paint;
}

interface Drawing {
  readonly lanes: readonly string[];
  /** Column of the first lane. */
  readonly first: number;
  /** Columns from one lane to the next. */
  readonly gap: number;
}

function addressOf(endpoint: string): string {
  return endpoint.slice(0, endpoint.lastIndexOf(':'));
}

const bracketed = (address: string) => (address.includes(':') ? `[${address}]` : address);

/** The lane of an endpoint: the addresses of one device share theirs. */
function laneOf(endpoint: string, { parties }: Pick<Drawn, 'parties'>): string {
  const address = addressOf(endpoint);
  const party = parties.find(({ addresses }) => addresses.some((one) => bracketed(one) === address));
  return party === undefined ? address : bracketed(party.address);
}

/** Hosts in the order of the call's parties, others by their first message. */
function lanesOf(call: Drawn): string[] {
  const lanes = call.parties.map(({ address }) => bracketed(address));
  const used = new Set(
    call.messages.flatMap(({ source, destination }) => [laneOf(source, call), laneOf(destination, call)]),
  );
  return [...new Set([...lanes, ...used])].filter((lane) => used.has(lane));
}

function isResponse({ startLine }: Arrow): boolean {
  return startLine.startsWith('SIP/');
}

/** `486 Busy Here`: the phrase of the wire, or the registered one where that is shorter. */
export function statusName(status: string, phrase: string, { locale }: ReporterOptions): string {
  const registered = locale.phrase(Number(status));
  const short = registered !== '' && (phrase === '' || columns(registered) < columns(phrase)) ? registered : phrase;
  return `${status} ${short}`.trim();
}

function labelOf(message: Arrow, width: number, options: ReporterOptions): string {
  const [first = '', second = '', ...rest] = message.startLine.split(' ');
  const response = isResponse(message);
  const sdp = message.sdp ? ' (SDP)' : '';
  const times = message.repeats > 0 ? ` ×${message.repeats + 1}` : '';
  const method = message.cseq.slice(message.cseq.indexOf(' ') + 1);
  // A 200 says little without the method that it answers.
  const of = response && method !== 'INVITE' ? ` (${method})` : '';
  const tail = `${of}${sdp}${times}`;
  const code = second === '' ? '?' : second;
  const name = response ? statusName(code, rest.join(' '), options) : first;
  const what = safe(columns(name) + columns(tail) <= width || !response ? name : code);
  return clip(what + safe(tail), width);
}

function arrow(label: string, width: number, right: boolean): string {
  const line = '─'.repeat(Math.max(0, width - columns(label) - 4));
  return right ? `─ ${label} ${line}▶` : `◀${line} ${label} ─`;
}

/** A message from a host to itself: beside its lane, on the side where there is room. */
function loop(message: Arrow, lane: number, { lanes, gap }: Drawing, options: ReporterOptions): string[] {
  const cells = lanes.map(() => `│${' '.repeat(gap - 1)}`);
  const label = labelOf(message, gap - 5, options);
  if (lane + 1 < lanes.length || lanes.length === 1) cells[lane] = padEnd(`├╮ ${label}`, gap);
  else {
    cells[lane - 1] = `│${padEnd('', gap - 4 - columns(label))} ${label} ╭`;
    cells[lane] = '┤';
  }
  return cells;
}

/** One message: `│      ├─ INVITE (SDP) ───▶│`. */
function row(message: Arrow, drawing: Drawing, { call, options }: Scene): string {
  const { lanes, gap } = drawing;
  const from = lanes.indexOf(laneOf(message.source, call));
  const to = lanes.indexOf(laneOf(message.destination, call));
  if (from === to) return loop(message, from, drawing, options).join('').trimEnd();
  const left = Math.min(from, to);
  const right = Math.max(from, to);
  const span = (right - left) * gap - 1;
  let text = '';
  for (let lane = 0; lane < lanes.length; lane++) {
    if (lane < left || lane > right) text += `│${' '.repeat(gap - 1)}`;
    else if (lane === left)
      text += (from < to ? '├' : '│') + arrow(labelOf(message, span - 4, options), span, from < to);
    else if (lane === right) text += `${from < to ? '│' : '┤'}${' '.repeat(gap - 1)}`;
  }
  return text.trimEnd();
}

function painted(text: string, message: Arrow, paint: Paint): string {
  const status = Number(isResponse(message) ? message.startLine.split(' ')[1] : 0);
  if (status >= 400) return paint('red', text);
  return status >= 200 && status < 300 ? paint('green', text) : text;
}

function timeOf(message: Arrow, call: Drawn): string {
  return delta((toMicros(message.time) - toMicros(call.start)) / 1000, message.time);
}

function markOf(message: Arrow, marks: Marks): string {
  const numbers = marks.get(message.message) ?? [];
  return numbers.length === 0 ? '' : ` ${clip(`[${numbers.join(',')}]`, MARK_LIMIT - 1)}`;
}

/** Retransmissions are counted on their original; of a long ladder the middle is left out. */
function rowsOf(call: Drawn, limit: number): (Arrow | number)[] {
  const shown = call.messages.filter((message) => message.repeats >= 0);
  if (shown.length <= limit) return shown;
  const half = limit / 2;
  return [...shown.slice(0, half), shown.length - limit, ...shown.slice(-half)];
}

/** Where the lanes stand: names that are too long for a wide first margin are cut to the gap. */
function drawingOf(lanes: readonly string[], width: number, side: number): Drawing {
  const longest = Math.max(...lanes.map(columns));
  const room = (first: number) =>
    lanes.length > 1 ? Math.floor((width - side - first - 1) / (lanes.length - 1)) : width - side - first - 1;
  let first = Math.ceil(longest / 2) + 1;
  let gap = Math.min(WIDEST, room(first));
  if (longest > gap - 1) {
    first = Math.max(3, Math.ceil(Math.max(0, gap - 1) / 2) + 1);
    gap = Math.min(WIDEST, room(first));
  }
  return { lanes, first, gap };
}

function heading({ lanes, first, gap }: Drawing, { call, options, paint }: Scene): string[] {
  const place = (names: readonly string[]) => {
    let line = '';
    for (let i = 0; i < names.length; i++) {
      const name = clipMiddle(safe(names[i].replace(/^\[|\]$/g, '')), gap - 1);
      const start = first + i * gap - Math.floor(columns(name) / 2);
      line = padEnd(line, Math.max(columns(line) + (i > 0 ? 1 : 0), start)) + name;
    }
    return clip(line, options.width);
  };
  const roles = lanes.map((lane) => {
    const party = call.parties.find(({ address }) => address === lane.replace(/^\[|\]$/g, ''));
    return party === undefined ? '' : options.locale.terminal.roles[party.role];
  });
  const rail = lanes.map(() => '│').join(' '.repeat(gap - 1));
  const named = roles.some((role) => role !== '') ? [paint('dim', place(roles).trimEnd())] : [];
  return [...named, paint('bold', place(lanes)), ' '.repeat(first) + rail];
}

/** Without room for lanes: a line a message. */
function list(rows: readonly (Arrow | number)[], tails: ReadonlyMap<Arrow, Tail>, scene: Scene): string[] {
  const { options, paint } = scene;
  return rows.map((message) => {
    if (typeof message === 'number') return `  ⋮ ${options.locale.terminal.notShown(message)}`;
    const { time = '', mark = '' } = tails.get(message) ?? {};
    const label = labelOf(message, LABEL_LIMIT, options);
    const path = safe(`${shortAddress(message.source)} → ${shortAddress(message.destination)}`);
    const room = options.width - columns(time) - columns(mark) - 4;
    const text = painted(clip(`${label}  ${path}`, room), message, paint);
    return `  ${time === '' ? '' : `${paint('dim', time)}  `}${text}${paint('yellow', mark)}`;
  });
}

interface Tail {
  readonly time: string;
  readonly mark: string;
}

export function ladder(scene: Scene): string[] {
  const { call, marks, options, paint } = scene;
  const rows = rowsOf(call, scene.rows ?? ROW_LIMIT);
  const messages = rows.filter((one) => typeof one !== 'number');
  if (messages.length === 0) return [];
  const times = messages.map((message) => timeOf(message, call));
  const timeWidth = Math.max(...times.map(columns));
  const tails = new Map<Arrow, Tail>(
    messages.map((message, i) => [message, { time: times[i].padStart(timeWidth), mark: markOf(message, marks) }]),
  );
  const markWidth = Math.max(...[...tails.values()].map(({ mark }) => columns(mark)));
  const drawing = drawingOf(lanesOf(call), options.width, 2 + timeWidth + markWidth);
  const { lanes, first, gap } = drawing;
  if (gap < NARROWEST) return list(rows, tails, scene);
  const reach = first + gap * Math.max(1, lanes.length - 1) + 1;
  const lines = heading(drawing, scene);
  const margin = ' '.repeat(first);
  for (const message of rows) {
    if (typeof message === 'number') {
      lines.push(`${margin}  ⋮ ${options.locale.terminal.notShown(message)}`);
      continue;
    }
    const { time = '', mark = '' } = tails.get(message) ?? {};
    const text = margin + painted(row(message, drawing, scene), message, paint);
    const fill = ' '.repeat(Math.max(0, reach + 2 - visibleColumns(text)));
    const tail = time.trim() === '' && mark === '' ? '' : fill + paint('dim', time) + paint('yellow', mark);
    lines.push(text + tail);
  }
  return lines;
}
