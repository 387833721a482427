/**
 * HOMER's exports: text, with both ends before each message, and the rows of its interface as JSON, one or many in a line or
 * printed over several lines. Rows are turned into the text form, so that there is one reader.
 */
import { type Dialect, type Joiner, parseAddress, transportOf } from '../dialect.ts';
import type { PhysicalLine } from '../lines.ts';
import { findStamp } from '../stamps.ts';
import { plainText } from '../unwrap.ts';
import { isObject, parse, toLatin1 } from '../wrappers/json.ts';

const OPENING = /^proto:([A-Za-z]{2,4}) (\d{4}-\d\d-\d\dT\S{8,24}) {1,4}(\S{3,70}) ---> (\S{3,70})\s*$/;
const PROTOCOLS: Readonly<Record<number, string>> = { 6: 'TCP', 17: 'UDP', 132: 'SCTP' };
/** Of one printed row. */
const MAX_LINES = 80;
const MAX_ROWS = 10_000;

export const homer: Dialect = {
  id: 'homer',
  title: 'HOMER exports (text, JSON)',
  hints: ['proto:'],
  open({ text }) {
    if (text.charCodeAt(0) !== 112 || !text.startsWith('proto:')) return undefined;
    const match = OPENING.exec(text);
    const source = match ? parseAddress(match[3]) : undefined;
    const destination = match ? parseAddress(match[4]) : undefined;
    if (!match || !source || !destination) return undefined;
    const transport = transportOf(match[1]);
    const time = findStamp(match[2]);
    return {
      dialect: 'homer',
      source,
      destination,
      ...(transport && { transport }),
      ...(time && { time }),
    };
  },
  join: { mark: /"srcIp"|\{(?:\s|\x1b\[[\d;]{0,16}m)*$/, create: createRowReader },
};

type Row = Readonly<Record<string, unknown>>;

function createRowReader(emit: (line: PhysicalLine) => void): Joiner {
  /** Lines of a row that is printed over several. */
  let held: PhysicalLine[] = [];
  /** Of the braces and brackets that are open at the end of what is held. */
  let depth = 0;

  function release(): void {
    for (const line of held) emit(line);
    held = [];
  }

  /** A row over several lines, or what turned out to be none. */
  function finish(): void {
    const text = held.map(({ raw }) => plainText(raw).trim()).join('');
    const row = parse(text.replace(/,$/, ''));
    const place = held.find(({ raw }) => raw.includes('"raw"')) ?? held[0];
    if (isRow(row)) {
      held = [];
      print(row, place, emit);
    } else {
      release();
    }
  }

  return {
    get busy() {
      return held.length > 0;
    },
    line(line) {
      const raw = plainText(line.raw);
      const first = raw.charCodeAt(0);
      if (held.length > 0) {
        held.push(line);
        depth += deeper(raw);
        if (depth === 0 && /^\s{1,64}\},?\s*$/.test(raw)) finish();
        else if (held.length >= MAX_LINES || !/^\s/.test(raw)) release();
        return;
      }
      if ((first === 32 || first === 9) && /^\s{1,64}\{\s*$/.test(raw)) {
        held.push(line);
        depth = 1;
        return;
      }
      const rows = (first === 123 || first === 91) && raw.includes('"srcIp"') ? rowsIn(parse(raw)) : [];
      if (rows.length === 0) return emit(line);
      for (const row of rows) print(row, line, emit);
    },
    end: release,
  };
}

/** By how many levels what follows the line is deeper. */
function deeper(raw: string): number {
  const opens = /[{[]\s*$/.test(raw) ? 1 : 0;
  return /^\s{0,64}[}\]],?\s*$/.test(raw) ? opens - 1 : opens;
}

function rowsIn(value: unknown): Row[] {
  const all = isObject(value) && Array.isArray(value.data) ? value.data : Array.isArray(value) ? value : [value];
  return all.slice(0, MAX_ROWS).filter(isRow);
}

function isRow(value: unknown): value is Row {
  if (!isObject(value) || typeof value.raw !== 'string') return false;
  return 'srcIp' in fieldsOf(value);
}

/** Dumps of the database keep what the header said apart. */
function fieldsOf(row: Row): Row {
  return isObject(row.protocol_header) ? { ...row.protocol_header, ...row } : row;
}

/** In the text form, at the place of the row. */
function print(row: Row, place: PhysicalLine, emit: (line: PhysicalLine) => void): void {
  const fields = fieldsOf(row);
  const protocol = PROTOCOLS[Number(fields.protocol)] ?? 'UDP';
  const ends = `${nameOf(fields.srcIp, fields.srcPort)} ---> ${nameOf(fields.dstIp, fields.dstPort)}`;
  const at = (raw: string): PhysicalLine => ({ ...place, raw, terminated: true });
  emit(at(`proto:${protocol} ${timeOf(fields)}  ${ends}`));
  emit(at(''));
  const lines = toLatin1(String(row.raw)).split('\n');
  for (const line of lines) emit(at(line));
  if (lines[lines.length - 1] !== '') emit(at(''));
}

function nameOf(host: unknown, port: unknown): string {
  const text = String(host);
  return `${text.includes(':') ? `[${text}]` : text}:${Number(port) || 0}`;
}

/** Microseconds where there are some. */
function timeOf({ micro_ts: micro, timeSeconds: seconds, timeUseconds: rest, create_date: created }: Row): string {
  const micros =
    typeof micro === 'number'
      ? micro
      : typeof seconds === 'number'
        ? seconds * 1_000_000 + (typeof rest === 'number' ? rest : 0)
        : typeof created === 'number'
          ? created * 1000
          : Number.NaN;
  // Years that a Date can print.
  if (!(micros >= 0 && micros < 2.5e17)) return '-';
  const fraction = String(Math.floor(micros % 1_000_000)).padStart(6, '0');
  return `${new Date(Math.floor(micros / 1_000_000) * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
}
