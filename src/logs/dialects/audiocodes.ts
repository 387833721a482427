/**
 * AudioCodes syslog, which is what a "Teams Direct Routing log" is. A record holds many items, `(N 123) text`, often with
 * escaped line ends; a message that has no room left follows in the next record: `S` one higher, the same `SID`. The time
 * of the record stands at its end. Of the local side only the interface's name is printed.
 */

import { datedWithoutYear } from '../dates.ts';
import { addressOf, type Dialect, type Joiner, transportOf } from '../dialect.ts';
import type { PhysicalLine } from '../lines.ts';
import { findStamp, type Stamp } from '../stamps.ts';
import { type Line, withoutEscapes } from '../unwrap.ts';

const OPENING =
  /---- {0,2}(Incoming|Outgoing) SIP Message {1,2}(?:from|to) (\S{1,64}):(\d{1,5}) {1,2}(?:to|from) SIPInterface #\d{1,4} \([^)]{0,64}\) (UDP|TCP|TLS|WS|WSS)\b[^-]{0,80}----\s*$/;
const TIME = /\[Time:(\d\d)-(\d\d)@(\d\d:\d\d:\d\d\.\d{3})\]/;
const TIME_TAG = / {0,2}\[Time:[^\]]{1,40}\]\s*$/;
/** An item of the same record, or the next record. */
const RECORD = /^(?:\s{0,2}\(N {1,4}\d{1,12}\)|(?:<\d{1,3}>)?.{0,80}\[S=\d{1,12}\]|\s{0,2}\[Time:)/;
const SEQUENCE = /\[S=(\d{1,12})\] ?(?:\[SID[=:]([^\]]{1,80})\])?/;
const ITEM = /^\s{0,4}\(N {1,4}\d{1,12}\)/;
/** Records of one message; a record holds about a kilobyte. */
const MAX_PARTS = 64;
const MAX_JOINED = 131_072;

export const audiocodes: Dialect = {
  id: 'audiocodes',
  title: 'AudioCodes syslog (SBC and gateways, Teams Direct Routing)',
  hints: [' SIP Message '],
  open(line, next) {
    const { text } = line;
    if (!text.includes(' SIP Message ') || !text.includes('---- ')) return undefined;
    const match = OPENING.exec(text.length > 4000 ? text.slice(-4000) : text);
    if (!match) return undefined;
    const peer = addressOf(match[2], match[3]);
    const transport = transportOf(match[4]);
    const time = timeOf(line, next);
    return {
      dialect: 'audiocodes',
      direction: match[1] === 'Incoming' ? 'in' : 'out',
      ...(peer && { peer }),
      ...(transport && { transport }),
      ...(time && { time }),
      strip: stripped(next(1)?.text ?? ''),
      ends: RECORD,
    };
  },
  join: { mark: /\[S=\d/, create: joinRecords },
};

/** The device's own time, else the collector's. */
function timeOf(line: Line, next: (distance: number) => Line | undefined): Stamp | undefined {
  let text: string | undefined = line.text;
  for (let distance = 0; text !== undefined; text = next(++distance)?.text) {
    const at = text.indexOf('[Time:');
    const match = at < 0 ? null : TIME.exec(text.slice(at, at + 60));
    if (match) return datedWithoutYear(Number(match[2]), Number(match[1]), match[3]);
    if (distance > 0 && OPENING.test(text)) break;
  }
  return line.stamp ? findStamp(line.stamp) : findStamp(line.text);
}

/** Viewers indent the message; each line ends in a blank that is not its own. */
function stripped(start: string): (text: string) => string | undefined {
  const indent = start.length - start.trimStart().length;
  return (text) => {
    const own = text.replace(TIME_TAG, '');
    if (own.trim() === '') return '';
    if (own.length - own.trimStart().length < indent) return undefined;
    return own.slice(indent).trimEnd();
  };
}

interface Record {
  readonly line: PhysicalLine;
  readonly sequence: number;
  readonly session: string;
  readonly prefix: string;
  readonly time: string;
  readonly content: string;
  readonly parts: number;
}

function joinRecords(emit: (line: PhysicalLine) => void): Joiner {
  let held: Record | undefined;

  function release(): void {
    const record = held;
    held = undefined;
    if (!record) return;
    const { line, prefix, time, content } = record;
    // The time goes before each opening, where it is looked for; the blank before each escaped line end goes.
    const text = content
      .replaceAll(' #012', '#012')
      .replace(/---- {0,2}(?=(?:Incoming|Outgoing) SIP)/g, (dashes) => `${time || prefix} ${dashes}`);
    emit({ ...line, raw: `${prefix}#012${text}` });
  }

  return {
    get busy() {
      return held !== undefined;
    },
    line(line) {
      if (!held && !line.raw.includes('[S=')) return emit(line);
      const record = recordOf(line);
      if (held && record && continues(held, record)) {
        held = joined(held, record);
        return;
      }
      release();
      if (record && / SIP Message /.test(record.content) && record.content.includes('#012')) held = record;
      else emit(line);
    },
    end: release,
  };
}

function recordOf(line: PhysicalLine): Record | undefined {
  const raw = withoutEscapes(line.raw);
  const at = raw.indexOf('[S=');
  if (at < 0 || at > 400) return undefined;
  const match = SEQUENCE.exec(raw.slice(at, at + 200));
  if (!match) return undefined;
  const start = at + match.index + match[0].length;
  const tag = raw.lastIndexOf('[Time:');
  const cut = tag > start && TIME_TAG.test(raw.slice(tag));
  return {
    line,
    sequence: Number(match[1]),
    session: match[2] ?? '',
    prefix: raw.slice(0, start),
    time: cut ? raw.slice(tag, raw.indexOf(']', tag) + 1) : '',
    content: raw.slice(start, cut ? tag : undefined).replace(/ ?\r?$/, ''),
    parts: 1,
  };
}

function continues(held: Record, next: Record): boolean {
  if (next.sequence !== held.sequence + 1 || next.session !== held.session) return false;
  return !ITEM.test(next.content) && held.parts < MAX_PARTS && held.content.length + next.content.length < MAX_JOINED;
}

function joined(held: Record, next: Record): Record {
  // A record that ends in an escaped line end has lost nothing there; one blank parts the tags from the text.
  const content = held.content + next.content.replace(/^ {1,2}/, '');
  const { end, terminated, cut } = next.line;
  return {
    ...held,
    line: { ...held.line, end, terminated, cut: held.line.cut || cut },
    sequence: next.sequence,
    content,
    parts: held.parts + 1,
  };
}
