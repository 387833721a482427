/**
 * Lines that a container runtime split: docker's json-file driver ends each record after 16 KiB, and only the last of a
 * line has the line's line feed in it; in the format of the Kubernetes CRI all but the last have the tag P. They are put
 * together again, each stream for itself, before anybody looks at them.
 */
import type { Tally } from '../../model.ts';
import { MAX_LINE, type PhysicalLine } from '../lines.ts';

interface PartialLines {
  /** It holds a part of a line. */
  readonly busy: boolean;
  line(line: PhysicalLine): void;
  /** What is held goes out. Lines may follow. */
  end(): void;
}

/** A record without a line feed that is shorter was written by somebody who leaves line feeds out of whole lines. */
const DOCKER_PART = 16_384;
const DOCKER = '{"log":"';
/** Behind the text. Within it, quotation marks have a backslash before them. */
const DOCKER_STREAM = '","stream":"';
const CRI = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d) (stdout|stderr) ([PF])(?: |$)/;

/** One line that may be a part of a longer one. */
interface Part {
  readonly stream: string;
  /** Where the line's own text begins and ends in the physical line. */
  readonly start: number;
  readonly end: number;
  readonly goesOn: boolean;
}

interface Held {
  readonly first: PhysicalLine;
  /** Behind the text, in the first physical line. */
  readonly behind: string;
  /** What stands before the text, and the text so far. */
  raw: string;
  last: PhysicalLine;
  cut: boolean;
}

export function createPartialLines(onLine: (line: PhysicalLine) => void, tally: Tally): PartialLines {
  const held = new Map<string, Held>();

  function release(stream: string, { first, last, raw, behind, cut }: Held): void {
    held.delete(stream);
    const { end, terminated } = last;
    onLine({ ...first, raw: raw + behind, end, terminated, cut });
  }

  function begin(line: PhysicalLine, { stream, start, end }: Part): void {
    const { raw, cut } = line;
    const before = raw.slice(0, start).replace(/ P $/, ' F ');
    held.set(stream, { first: line, behind: raw.slice(end), raw: before + raw.slice(start, end), last: line, cut });
  }

  function goOn(before: Held, line: PhysicalLine, { stream, start, end, goesOn }: Part): void {
    before.last = line;
    const text = line.raw.slice(start, end);
    // Where nothing but the end of a line follows it, the carriage return is the text's; else the file's lines end so.
    if (before.raw.endsWith('\r') && text !== '' && text !== '\r') before.raw = before.raw.slice(0, -1);
    if (line.cut) before.cut = true;
    if (!before.cut && before.raw.length + text.length > MAX_LINE) {
      before.cut = true;
      tally.count('line-too-long', before.first.number, before.first.position);
    }
    if (!before.cut) before.raw += text;
    if (!goesOn) release(stream, before);
  }

  return {
    get busy() {
      return held.size > 0;
    },
    line(line) {
      // Most lines are whole.
      const part = held.size > 0 || mayGoOn(line.raw) ? partOf(line.raw) : undefined;
      const before = part && held.get(part.stream);
      if (part && before) goOn(before, line, part);
      else if (part?.goesOn) begin(line, part);
      else onLine(line);
    },
    end() {
      for (const [stream, line] of [...held]) release(stream, line);
    },
  };
}

function mayGoOn(raw: string): boolean {
  if (raw.charCodeAt(0) === 123) return raw.length > DOCKER_PART;
  // Behind the time, ` stdout P `.
  return raw.charCodeAt(10) === 84 && raw.charCodeAt(raw.indexOf(' ', 20) + 8) === 80;
}

function partOf(raw: string): Part | undefined {
  const first = raw.charCodeAt(0);
  if (first === 123) return raw.startsWith(DOCKER) ? dockerPart(raw) : undefined;
  return first >= 48 && first <= 57 ? criPart(raw) : undefined;
}

function dockerPart(raw: string): Part | undefined {
  const start = DOCKER.length;
  const end = raw.indexOf(DOCKER_STREAM, start);
  if (end < 0) return undefined;
  const stream = `docker ${raw.slice(end + DOCKER_STREAM.length, end + DOCKER_STREAM.length + 6)}`;
  return { stream, start, end, goesOn: end - start >= DOCKER_PART && !endsInLineFeed(raw, end) };
}

/** An escaped line feed, which a backslash before an n is not when it is escaped itself. */
function endsInLineFeed(raw: string, end: number): boolean {
  if (raw[end - 1] !== 'n') return false;
  let slashes = 0;
  while (raw[end - 2 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

function criPart(raw: string): Part | undefined {
  const match = CRI.exec(raw);
  return match ? { stream: match[1], start: match[0].length, end: raw.length, goesOn: match[2] === 'P' } : undefined;
}
