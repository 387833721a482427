/** The ladder diagram of one call: a lane a host, an arrow a message, time at the right. */
import type { ReportCall, ReportMessage } from '../../report.ts';
import { center, clip, columns, type Paint, padEnd, safe } from './text.ts';

export interface LadderMarks {
  /** Numbers of the findings that point at a message. */
  readonly byMessage: ReadonlyMap<number, readonly number[]>;
}

const TIME_WIDTH = 10;
const MARK_WIDTH = 6;
/** Narrower lanes cannot hold a label; the ladder becomes a list. */
const NARROWEST = 13;
const WIDEST = 34;
/** Rows of one ladder; a longer one is cut in the middle. */
const ROW_LIMIT = 60;

function addressOf(endpoint: string): string {
  return endpoint.slice(0, endpoint.lastIndexOf(':'));
}

/** Hosts in the order of the call's parties, others by their first message. */
function lanesOf(call: ReportCall): string[] {
  const lanes = call.parties.map(({ address }) => (address.includes(':') ? `[${address}]` : address));
  const used = new Set(call.messages.flatMap(({ source, destination }) => [addressOf(source), addressOf(destination)]));
  return [...new Set([...lanes, ...used])].filter((lane) => used.has(lane));
}

function labelOf(message: ReportMessage, width: number): string {
  const words = message.startLine.split(' ');
  const response = words[0].startsWith('SIP/');
  const sdp = message.sdp ? ' (SDP)' : '';
  const times = message.repeats > 0 ? ` ×${message.repeats + 1}` : '';
  const method = message.cseq.slice(message.cseq.indexOf(' ') + 1);
  // A 200 says little without the method that it answers.
  const phrase = response ? ` ${words.slice(2).join(' ')}` : '';
  const what = response ? words[1] : words[0];
  const of = response && method !== 'INVITE' ? ` (${method})` : '';
  const tail = `${of}${sdp}${times}`;
  const room = width - what.length - tail.length;
  return safe(clip(what + (room >= columns(phrase) ? phrase : '') + tail, width));
}

function arrow(label: string, width: number, right: boolean): string {
  const line = '─'.repeat(Math.max(0, width - columns(label) - 4));
  return right ? `─ ${label} ${line}▶` : `◀${line} ${label} ─`;
}

interface Drawing {
  readonly lanes: readonly string[];
  /** Columns from one lane to the next. */
  readonly gap: number;
  readonly paint: Paint;
}

/** One message: `│      ├─ INVITE (SDP) ───▶│`. */
function row(message: ReportMessage, { lanes, gap, paint }: Drawing): string {
  const from = lanes.indexOf(addressOf(message.source));
  const to = lanes.indexOf(addressOf(message.destination));
  const left = Math.min(from, to);
  const right = Math.max(from, to);
  const span = (right - left) * gap - 1;
  let text = '';
  for (let lane = 0; lane < lanes.length; lane++) {
    if (from === to && lane === from) {
      text += `├╮ ${clip(labelOf(message, gap - 4), gap - 4)}`;
      text = padEnd(text, (lane + 1) * gap);
      continue;
    }
    if (lane < left || lane > right || from === to) text += `│${' '.repeat(gap - 1)}`;
    else if (lane === left) {
      const end = from < to;
      text += (end ? '├' : '│') + arrow(labelOf(message, span - 4), span, end);
    } else if (lane === right) text += `${from < to ? '│' : '┤'}${' '.repeat(gap - 1)}`;
  }
  const status = Number(message.startLine.startsWith('SIP/') ? message.startLine.split(' ')[1] : 0);
  const body = text.trimEnd();
  if (status >= 400) return paint('red', body);
  return status >= 200 && status < 300 ? paint('green', body) : body;
}

function timeOf(message: ReportMessage, start: string): string {
  const seconds = (toMicros(message.time) - toMicros(start)) / 1e6;
  return seconds === 0 ? '0.000' : `${seconds < 0 ? '' : '+'}${seconds.toFixed(3)}`;
}

function toMicros(time: string): number {
  return Date.parse(`${time.slice(0, 23)}Z`) * 1000 + Number(time.slice(23, 26));
}

/** Retransmissions are counted on their original; of a long ladder the middle is left out. */
function rowsOf(call: ReportCall): (ReportMessage | number)[] {
  const shown = call.messages.filter((message) => message.repeats >= 0);
  if (shown.length <= ROW_LIMIT) return shown;
  const half = ROW_LIMIT / 2;
  return [...shown.slice(0, half), shown.length - ROW_LIMIT, ...shown.slice(-half)];
}

export function ladder(call: ReportCall, width: number, marks: LadderMarks, paint: Paint): string[] {
  const lanes = lanesOf(call);
  const rows = rowsOf(call);
  if (rows.length === 0) return [];
  const side = TIME_WIDTH + MARK_WIDTH;
  const first = Math.ceil(Math.max(...lanes.map((lane) => lane.length)) / 2) + 1;
  const room =
    lanes.length > 1 ? Math.floor((width - side - first - 2) / (lanes.length - 1)) : width - side - first - 2;
  const gap = Math.min(WIDEST, room);
  const tail = (message: ReportMessage) => {
    const numbers = marks.byMessage.get(message.message) ?? [];
    const time = timeOf(message, call.start).padStart(TIME_WIDTH);
    return paint('dim', time) + (numbers.length > 0 ? paint('yellow', ` !${numbers.join(',')}`) : '');
  };
  if (gap < NARROWEST) {
    return rows.map((message) =>
      typeof message === 'number'
        ? `  … ${message}`
        : `${tail(message)}  ${safe(clip(`${message.source} → ${message.destination}  ${labelOf(message, 40)}`, width - 18))}`,
    );
  }
  const margin = ' '.repeat(first);
  const drawing = { lanes, gap, paint };
  const reach = first + gap * (lanes.length - 1) + 2;
  const lines = heading(call, lanes, gap, first, paint);
  for (const message of rows) {
    if (typeof message === 'number') lines.push(`${margin}${' '.repeat(Math.floor(gap / 2))}⋮ ${message}`);
    else lines.push(`${padToColumn(margin + row(message, drawing), reach)}${tail(message)}`);
  }
  return lines;
}

/** Padding that does not count colour codes. */
function padToColumn(text: string, width: number): string {
  const bare = text.replace(/\x1b\[\d+m/g, '');
  return text + ' '.repeat(Math.max(0, width - columns(bare)));
}

function heading(call: ReportCall, lanes: readonly string[], gap: number, first: number, paint: Paint): string[] {
  const place = (names: readonly string[]) => {
    let line = '';
    for (let i = 0; i < names.length; i++) {
      const middle = first + i * gap;
      const name = clip(names[i], gap - 1);
      const start = Math.max(columns(line), middle - Math.floor(columns(name) / 2));
      line = padEnd(line, start) + name;
    }
    return line;
  };
  const roles = lanes.map(
    (lane) => call.parties.find(({ address }) => address === lane.replace(/^\[|\]$/g, ''))?.role ?? '',
  );
  const rail =
    center('│', 1) +
    lanes
      .slice(1)
      .map(() => `${' '.repeat(gap - 1)}│`)
      .join('');
  return [paint('dim', place(roles)), paint('bold', place(lanes)), ' '.repeat(first) + rail];
}
