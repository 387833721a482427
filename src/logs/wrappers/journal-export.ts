/**
 * `journalctl -o export` (systemd.io, Journal Export Formats): fields of an entry line by line, a blank line behind the
 * last. What is not plain text stands below its field's name, behind its length in eight bytes, the lowest first. Fields
 * have no order, so an entry is held until its end.
 */
import type { Tally } from '../../model.ts';
import type { PhysicalLine } from '../lines.ts';
import { type JournalEntry, stampOfMicros, writerOf } from './journal.ts';

interface JournalExport {
  /** It is within an entry. */
  readonly busy: boolean;
  line(line: PhysicalLine): void;
  end(): void;
}

interface Entry {
  readonly place: PhysicalLine;
  readonly fields: Map<string, string>;
  message: Piece[];
  /** 0 while nothing of the message is out. */
  record: number;
}

interface Piece {
  readonly text: string;
  readonly place: PhysicalLine;
}

/** A field below its name. */
interface Binary {
  readonly name: string;
  /** The length's bytes until there are eight of them. */
  header: string;
  /** Bytes that are still to come, -1 while the length is not known. */
  left: number;
  /** Of MESSAGE only. */
  pieces: Piece[];
  size: number;
}

const OPENS = /^__(?:CURSOR|REALTIME_TIMESTAMP|MONOTONIC_TIMESTAMP|SEQNUM)=/;
const FIELD = /^([A-Z_][A-Z0-9_]{0,63})=/;
const NAME = /^[A-Z_][A-Z0-9_]{0,63}$/;
/** What the journal itself adds to an entry, and what few texts begin their lines with. */
const OWN_FIELD = /^(?:__?[A-Z][A-Z0-9_]{1,62}|PRIORITY|SYSLOG_[A-Z_]{2,20})=/;
/** Fields that say when and who. */
const WANTED = new Set([
  '__REALTIME_TIMESTAMP',
  '_HOSTNAME',
  '_SYSTEMD_UNIT',
  'SYSLOG_IDENTIFIER',
  '_COMM',
  '_PID',
  'SYSLOG_PID',
]);

/** systemd takes no larger field from anybody (DATA_SIZE_MAX). */
const MAX_FIELD = 805_306_368;
/** Held of a message; what is longer goes out in portions. */
const MAX_HELD = 1_048_576;
const LENGTH_BYTES = 8;
const LONGEST_VALUE = 256;

/** `onOther`: lines that are not the export's. What came before them is out by then. */
export function createJournalExport(
  onEntry: (entry: JournalEntry) => void,
  onOther: (line: PhysicalLine) => void,
  tally: Tally,
): JournalExport {
  let entry: Entry | undefined;
  let binary: Binary | undefined;
  /** A length was wrong, as they all are when line ends were changed: from then on a field ends where the next begins. */
  let distrusted = false;

  function send(): void {
    if (!entry || entry.message.length === 0) return;
    const { fields, message } = entry;
    entry.message = [];
    entry.record ||= message[0].place.number;
    onEntry({
      lines: message,
      record: entry.record,
      stamp: stampOfMicros(fields.get('__REALTIME_TIMESTAMP')),
      writer: writerOf((name) => fields.get(name)),
    });
  }

  function close(): void {
    send();
    entry = undefined;
  }

  function endField({ name, pieces }: Binary): void {
    binary = undefined;
    if (!entry || name !== 'MESSAGE') return;
    // The text's own last line feed is not the format's.
    if (pieces.length > 1 && pieces[pieces.length - 1].text.replace('\r', '') === '') pieces.pop();
    if (entry.message.length === 0) entry.message = pieces;
  }

  function keep(field: Binary, text: string, place: PhysicalLine): void {
    if (field.name !== 'MESSAGE') return;
    field.pieces.push({ text, place });
    field.size += text.length + 1;
    if (field.size < MAX_HELD || !entry) return;
    entry.message = field.pieces;
    send();
    field.pieces = [];
    field.size = 0;
  }

  function distrust({ place }: Entry): void {
    tally.count('journal-damaged', place.number, place.position);
    distrusted = true;
  }

  /** Not where the length says: what was taken for the field's is looked through for the fields behind it. */
  function recover(open: Entry, field: Binary): void {
    distrust(open);
    const end = field.pieces.findIndex(({ text }, index) => index > 0 && OWN_FIELD.test(text));
    const behind = end < 0 ? [] : field.pieces.splice(end);
    endField(field);
    for (const { place } of behind) line(place);
  }

  function startField(open: Entry, field: Binary, place: PhysicalLine): void {
    const { raw } = place;
    const before = field.header.length;
    field.header += place.terminated ? `${raw}\n` : raw;
    if (field.header.length < LENGTH_BYTES && !distrusted) return;
    const length = distrusted ? Infinity : lengthIn(field.header);
    if (length > MAX_FIELD && !distrusted) distrust(open);
    field.left = length;
    // Lengths hold zeros, texts do not.
    const start = distrusted ? raw.lastIndexOf('\0', LENGTH_BYTES - 1) + 1 : LENGTH_BYTES - before;
    if (start <= raw.length) takeValue(open, field, raw.slice(start), place);
  }

  function takeValue(open: Entry, field: Binary, text: string, place: PhysicalLine): void {
    // Of a line that is too long the end was not kept.
    const lost = place.cut ? place.end - place.position - 1 - place.raw.length : 0;
    const length = text.length + lost;
    keep(field, text, place);
    if (length === field.left) endField(field);
    else if (length < field.left) field.left -= length + 1;
    else recover(open, field);
  }

  function within(open: Entry, field: Binary, place: PhysicalLine): void {
    if (field.left < 0) {
      startField(open, field, place);
    } else if (distrusted && OWN_FIELD.test(place.raw)) {
      endField(field);
      line(place);
    } else {
      takeValue(open, field, place.raw, place);
    }
  }

  function line(place: PhysicalLine): void {
    if (!entry) {
      if (place.raw.charCodeAt(0) !== 95 || !OPENS.test(place.raw)) {
        onOther(place);
        return;
      }
      entry = { place, fields: new Map(), message: [], record: 0 };
    }
    if (binary) within(entry, binary, place);
    else inEntry(entry, place);
  }

  function inEntry(open: Entry, place: PhysicalLine): void {
    const text = place.raw.endsWith('\r') ? place.raw.slice(0, -1) : place.raw;
    const field = FIELD.exec(text);
    if (field) {
      takeField(open, field[1], text.slice(field[0].length), place);
    } else if (NAME.test(text)) {
      binary = { name: text, header: '', left: -1, pieces: [], size: 0 };
    } else {
      close();
      if (text === '') return;
      tally.count('journal-damaged', open.place.number, open.place.position);
      onOther(place);
    }
  }

  function takeField(open: Entry, name: string, value: string, place: PhysicalLine): void {
    if (name === '__CURSOR' && open.fields.has(name)) {
      // The blank line between two entries is lost.
      close();
      line(place);
    } else if (name === '__CURSOR' || WANTED.has(name)) {
      open.fields.set(name, value.slice(0, LONGEST_VALUE));
    } else if (name === 'MESSAGE' && open.message.length === 0) {
      open.message = [{ text: value, place }];
    }
  }

  return {
    get busy() {
      return entry !== undefined;
    },
    line,
    end() {
      // The file ends within a field, or a length that is wrong made it seem so.
      if (entry && binary && !distrusted) recover(entry, binary);
      if (binary) endField(binary);
      close();
    },
  };
}

function lengthIn(header: string): number {
  let length = 0;
  for (let at = LENGTH_BYTES - 1; at >= 0; at--) length = length * 256 + header.charCodeAt(at);
  return length;
}
