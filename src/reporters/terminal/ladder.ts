/** The ladder diagram of one call: a lane a host, an arrow a message, time at the right. */
import { labelOf, type PhraseOf } from '../../ladder/label.ts';
import { type Lane, type Lanes, lanesOf } from '../../ladder/lanes.ts';
import { toMicros } from '../../ladder/micros.ts';
import { withoutMiddle } from '../../ladder/rows.ts';
import type { ReportCall, ReportMessage } from '../../report.ts';
import { shortAddress } from '../address.ts';
import type { ReporterOptions } from '../reporter.ts';
import { safe } from '../safe.ts';
import { delta } from '../time.ts';
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
  readonly lanes: Lanes;
  /** Column of the first lane. */
  readonly first: number;
  /** Columns from one lane to the next. */
  readonly gap: number;
}

const phrases =
  ({ locale }: ReporterOptions): PhraseOf =>
  (status) =>
    locale.phrase(status);

function labelWithin(message: Arrow, width: number, options: ReporterOptions): string {
  const { name, short, tail, isResponse } = labelOf(message, phrases(options));
  const what = safe(columns(name) + columns(tail) <= width || !isResponse ? name : short);
  return clip(what + safe(tail), width);
}

function arrow(label: string, width: number, right: boolean): string {
  const line = '─'.repeat(Math.max(0, width - columns(label) - 4));
  return right ? `─ ${label} ${line}▶` : `◀${line} ${label} ─`;
}

/** A message from a host to itself: beside its lane, on the side where there is room. */
function loop(message: Arrow, lane: number, { lanes, gap }: Drawing, options: ReporterOptions): string[] {
  const cells = lanes.list.map(() => `│${' '.repeat(gap - 1)}`);
  const label = labelWithin(message, gap - 5, options);
  if (lane + 1 < cells.length || cells.length === 1) cells[lane] = padEnd(`├╮ ${label}`, gap);
  else {
    cells[lane - 1] = `│${padEnd('', gap - 4 - columns(label))} ${label} ╭`;
    cells[lane] = '┤';
  }
  return cells;
}

/** One message: `│      ├─ INVITE (SDP) ───▶│`. */
function row(message: Arrow, drawing: Drawing, { options }: Scene): string {
  const { lanes, gap } = drawing;
  const from = lanes.indexOf(message.source);
  const to = lanes.indexOf(message.destination);
  if (from === to) return loop(message, from, drawing, options).join('').trimEnd();
  const left = Math.min(from, to);
  const right = Math.max(from, to);
  const span = (right - left) * gap - 1;
  let text = '';
  for (let lane = 0; lane < lanes.list.length; lane++) {
    if (lane < left || lane > right) text += `│${' '.repeat(gap - 1)}`;
    else if (lane === left)
      text += (from < to ? '├' : '│') + arrow(labelWithin(message, span - 4, options), span, from < to);
    else if (lane === right) text += `${from < to ? '│' : '┤'}${' '.repeat(gap - 1)}`;
  }
  return text.trimEnd();
}

function painted(text: string, message: Arrow, paint: Paint): string {
  const { status } = labelOf(message, () => '');
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

/** Where the lanes stand: names that are too long for a wide first margin are cut to the gap. */
function drawingOf(lanes: Lanes, width: number, side: number): Drawing {
  const longest = Math.max(...lanes.list.map(({ name }) => columns(name)));
  const gaps = Math.max(1, lanes.list.length - 1);
  const room = (first: number) => Math.floor((width - side - first - 1) / gaps);
  let first = Math.ceil(longest / 2) + 1;
  let gap = Math.min(WIDEST, room(first));
  if (longest > gap - 1) {
    first = Math.max(3, Math.ceil(Math.max(0, gap - 1) / 2) + 1);
    gap = Math.min(WIDEST, room(first));
  }
  return { lanes, first, gap };
}

function roleOf({ party }: Lane, { locale }: ReporterOptions): string {
  return party === undefined ? '' : locale.terminal.roles[party.role];
}

function heading({ lanes, first, gap }: Drawing, { options, paint }: Scene): string[] {
  const place = (names: readonly string[]) => {
    let line = '';
    for (let i = 0; i < names.length; i++) {
      const name = clipMiddle(safe(names[i].replace(/^\[|\]$/g, '')), gap - 1);
      const start = first + i * gap - Math.floor(columns(name) / 2);
      line = padEnd(line, Math.max(columns(line) + (i > 0 ? 1 : 0), start)) + name;
    }
    return clip(line, options.width);
  };
  const roles = lanes.list.map((lane) => roleOf(lane, options));
  const rail = lanes.list.map(() => '│').join(' '.repeat(gap - 1));
  const named = roles.some((role) => role !== '') ? [paint('dim', place(roles).trimEnd())] : [];
  return [...named, paint('bold', place(lanes.list.map(({ name }) => name))), ' '.repeat(first) + rail];
}

/** Without room for lanes: a line a message. */
function list(rows: readonly (Arrow | number)[], tails: ReadonlyMap<Arrow, Tail>, scene: Scene): string[] {
  const { options, paint } = scene;
  return rows.map((message) => {
    if (typeof message === 'number') return `  ⋮ ${options.locale.terminal.notShown(message)}`;
    const { time = '', mark = '' } = tails.get(message) ?? {};
    const label = labelWithin(message, LABEL_LIMIT, options);
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
  const rows = withoutMiddle(call.messages, scene.rows ?? ROW_LIMIT);
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
  const reach = first + gap * Math.max(1, lanes.list.length - 1) + 1;
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
