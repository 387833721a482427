/**
 * `ngrep -W byline` and sipgrep: an address line, then the payload, in which every byte that does not print has become a
 * dot, the carriage returns too. Of TCP each segment stands alone. sipgrep puts the flags on a line of their own.
 */
import { type Dialect, type Gatherer, type Opening, parseAddress } from '../dialect.ts';
import { createSegments } from '../segments.ts';
import { DAY, findStamp, SECOND } from '../stamps.ts';
import type { Line } from '../unwrap.ts';

const HEADER =
  /^([UT])(?:\(\d{1,3}\))? (?:(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{6}) |\+(\d{1,9})\.(\d{6}) )?(\S{3,80}) -> (\S{3,80})(?: \[[A-Z]{1,9}\])?(?: \+?\d{1,9}@\d{1,9}:\d{1,9})?(?: #\d{1,12})?\s*$/;
const FLAGS = /^ ?\[[A-Z]{1,9}\]\s*$/;
const MARKS = /^#+$/;
const MAX_LINES = 4000;
/** A century after 1970: no sum of steps goes beyond. */
const LATEST = 36_525 * DAY;

export const ngrep: Dialect = {
  id: 'ngrep',
  title: 'ngrep -W byline, sipgrep',
  gather: createGatherer,
};

function createGatherer(emit: (line: Line) => void): Gatherer {
  const segments = createSegments(emit);
  let opening: Opening | undefined;
  let lines: Line[] = [];
  let blanks = 0;
  /** Of `ngrep -T`, which prints the time since the last packet. */
  let elapsed = 0;

  function finish(): void {
    if (opening) segments.add({ opening, lines: withoutDots(lines) });
    opening = undefined;
    lines = [];
    blanks = 0;
  }

  function begin(match: RegExpExecArray): boolean {
    const source = parseAddress(match[5]);
    const destination = parseAddress(match[6]);
    if (!source || !destination) return false;
    if (match[3] !== undefined) elapsed = Math.min(elapsed + Number(match[3]) * SECOND + Number(match[4]), LATEST);
    const time =
      match[3] === undefined
        ? findStamp(match[2] ?? '')
        : ({ kind: 'absolute', time: elapsed, zone: false, resolution: 1 } as const);
    const stream = match[1] === 'T';
    // TLS and WebSocket do not print; what begins with U may be SIP over SCTP as little as anything.
    const transport = stream ? {} : { transport: 'udp' as const };
    opening = { dialect: 'ngrep', source, destination, ...transport, ...(time && { time }), stream, reprinted: true };
    return true;
  }

  return {
    line(line) {
      const { text } = line;
      const first = text.charCodeAt(0);
      if (first === 85 || first === 84) {
        const match = HEADER.exec(text);
        if (match) {
          finish();
          if (begin(match)) return true;
        }
      }
      if (!opening) {
        if (segments.holds() && text !== '' && !MARKS.test(text)) segments.end();
        return false;
      }
      if (text === '') {
        // What the payload ended with a line end is followed by two; bodies have one.
        if (lines.length > 0 && ++blanks >= 2) finish();
        else if (lines.length > 0) lines.push(line);
        return true;
      }
      if (lines.length === 0 && FLAGS.test(text)) return true;
      if (MARKS.test(text) || lines.length >= MAX_LINES) {
        finish();
        return true;
      }
      blanks = 0;
      lines.push(line);
      return true;
    },
    end() {
      finish();
      segments.end();
    },
  };
}

/** A dot at the end of each line of a head was a carriage return; a line of a body may have had none. */
function withoutDots(lines: readonly Line[]): Line[] {
  let last = lines.length;
  while (last > 0 && lines[last - 1].text === '') last--;
  const dotted = lines.slice(0, 3).every(({ text }) => text.endsWith('.'));
  return lines.slice(0, last).map((line, index) => {
    const returned = dotted && line.text.endsWith('.');
    const text = returned ? line.text.slice(0, -1) : line.text;
    return {
      ...line,
      raw: returned ? `${text}\r` : text,
      text,
      crlf: returned,
      terminated: returned || index < last - 1,
    };
  });
}
