/**
 * `tcpdump -A`, `-v` and `-X`, alone or together: a line about the packet, then its bytes. Bytes in hexadecimal are best; `-v`
 * indents the message by a tab and stops at the first byte that is no ASCII; `-A` prints the packet's headers, too, glued to
 * the start line, and drops carriage returns. The line about the packet may quote the start line: it is no message.
 */
import type { Dialect, Gatherer, Opening } from '../dialect.ts';
import { bytesOfHex, createPacketTaker, parseDotted } from '../packets.ts';
import { createSegments } from '../segments.ts';
import { DAY, findStamp, SECOND, type Stamp } from '../stamps.ts';
import { findStartLine } from '../start-line.ts';
import type { Line } from '../unwrap.ts';

const ABOUT =
  /^(?: ?(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d\.\d{6,9} | ?\d{1,10}\.\d{6,9} )?(?:[\w.@-]{1,32} {1,3}(?:In|Out|B|M|P) {1,3})?(?:IP6? |[0-9a-f]{2}(?::[0-9a-f]{2}){5} .{1,120}ethertype IPv[46] )/;
const PAIR =
  /(?:^|\s)([0-9A-Za-z:.%_-]{1,255})\.([0-9A-Za-z-]{1,20}) > ([0-9A-Za-z:.%_-]{1,255})\.([0-9A-Za-z-]{1,20}): /;
const ROW = /^\t0x[0-9a-f]{4,6}: {2}((?:[0-9a-f]{2,4} ?){1,8})/;
const LENGTH = /\blength:? (\d{1,7})/g;
const STAMP = /^( ?)((?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d\.\d{6})|^ ?(\d{1,10})\.(\d{6})/;
const LONGEST_ABOUT = 2000;
const MAX_LINES = 6000;
/** A century after 1970: no sum of steps goes beyond. */
const LATEST = 36_525 * DAY;
/** Line feeds among the packet's headers break their line. */
const HEADERS_WITHIN = 6;

export const tcpdump: Dialect = { id: 'tcpdump', title: 'tcpdump -A, -v, -X', gather: createGatherer };

interface Block {
  readonly about: Line;
  readonly opening: Omit<Opening, 'source' | 'destination'>;
  ends: Pick<Opening, 'source' | 'destination'> | undefined;
  tcp: boolean;
  /** Of the payload, as printed; -1 when it is not. */
  length: number;
  readonly lines: Line[];
  hex: string;
  blanks: number;
}

function createGatherer(emit: (line: Line) => void): Gatherer {
  const segments = createSegments(emit);
  const packets = createPacketTaker(segments);
  let block: Block | undefined;
  let elapsed = 0;

  function stampOf(text: string): Stamp | undefined {
    const match = STAMP.exec(text);
    if (!match) return undefined;
    const [, blank, clock, seconds, micros] = match;
    if (clock === undefined) {
      const time = Number(seconds) * SECOND + Number(micros);
      // `-tt` counts from 1970, `-ttttt` from the first packet.
      return { kind: 'absolute', time, zone: seconds.length === 10, resolution: 1 };
    }
    const stamp = findStamp(clock);
    // `-ttt` prints the time since the last packet, behind a blank.
    if (blank === '' || stamp?.kind !== 'time-of-day') return stamp;
    elapsed = Math.min(elapsed + stamp.timeOfDay, LATEST);
    return { kind: 'absolute', time: elapsed, zone: false, resolution: 1 };
  }

  function begin(about: Line): void {
    const time = stampOf(about.text);
    const opening = { dialect: 'tcpdump', ...(time && { time }) };
    block = { about, opening, ends: undefined, tcp: false, length: -1, lines: [], hex: '', blanks: 0 };
    readAbout(block, about.text);
  }

  function finish(): void {
    const done = block;
    block = undefined;
    if (!done) return;
    if (done.hex !== '' && packets.add(bytesOfHex(done.hex), done.opening, done.about)) return;
    const segment = done.ends && (indented(done) ?? asText(done, done.lines));
    if (segment) segments.add(segment);
    if (segment || done.hex !== '') return;
    // A summary of packets, or of other traffic.
    segments.end();
    for (const line of [done.about, ...done.lines]) emit(line);
  }

  return {
    line(line) {
      const { text } = line;
      if (isAbout(text)) {
        finish();
        begin(line);
        return true;
      }
      if (!block) {
        if (text !== '') segments.end();
        return false;
      }
      if (text.charCodeAt(0) === 9) {
        const row = ROW.exec(text);
        if (row) {
          block.hex += row[1].replaceAll(' ', '');
          return true;
        }
      } else if (block.hex !== '' && text !== '') {
        finish();
        segments.end();
        return false;
      }
      block.blanks = text === '' ? block.blanks + 1 : 0;
      if (block.blanks > 2 || block.lines.length >= MAX_LINES) {
        finish();
        return text === '';
      }
      const second = !block.ends && block.lines.length === 0;
      if (second) readAbout(block, text);
      if (!second || !block.ends) block.lines.push(line);
      return true;
    },
    end() {
      finish();
      segments.end();
    },
  };
}

/** Cheap first: it is asked for every line. */
function isAbout(text: string): boolean {
  const first = text.charCodeAt(0);
  if (!((first >= 48 && first <= 57) || first === 32 || first === 73 || (first >= 97 && first <= 102))) return false;
  const reach = text.slice(0, 200);
  if (!reach.includes('IP') || !(reach.includes(' > ') || reach.includes('proto '))) return false;
  return ABOUT.test(reach);
}

/** `-v` puts the addresses on the second line. */
function readAbout(block: Block, text: string): void {
  if (text.length > LONGEST_ABOUT || !text.includes(' > ')) return;
  const pair = PAIR.exec(text);
  if (!pair) return;
  const source = parseDotted(pair[1], pair[2]);
  const destination = parseDotted(pair[3], pair[4]);
  if (!source || !destination) return;
  const rest = text.slice(pair.index + pair[0].length);
  block.ends = { source, destination };
  block.tcp = rest.startsWith('Flags [');
  LENGTH.lastIndex = 0;
  for (const match of rest.matchAll(LENGTH)) block.length = Number(match[1]);
}

interface Found {
  readonly opening: Opening;
  readonly lines: readonly Line[];
}

/** `-v`: behind a tab, of UDP only. */
function indented(block: Block): Found | undefined {
  const { opening, ends, lines, length } = block;
  const from = lines.findIndex(({ text }) => text.charCodeAt(0) === 9);
  if (from < 0 || from > 1 || findStartLine(lines[from].text) !== 1) return undefined;
  let to = from;
  while (to < lines.length && lines[to].text.charCodeAt(0) === 9) to++;
  const own = lines.slice(from, to).map((line) => ({ ...line, raw: line.raw.slice(1), text: line.text.slice(1) }));
  const size = own.reduce((sum, { text }) => sum + text.length + 2, 0);
  const fuller = size < length ? asText(block, lines.slice(to)) : undefined;
  return fuller ?? { opening: { ...opening, ...ends, transport: 'udp', ...(length >= 0 && { length }) }, lines: own };
}

/** `-A`: behind the packet's headers, which end where the start line begins, or so far from the end as the length says. */
function asText({ opening, ends, tcp, length }: Block, lines: readonly Line[]): Found | undefined {
  const given = { ...opening, ...ends, reprinted: true, ...(tcp ? { stream: true } : { transport: 'udp' as const }) };
  const own = (from: number, column: number): Found => ({
    opening: given,
    lines: lines.slice(from).map((line, index, { length: count }) => {
      const text = index === 0 ? line.text.slice(column) : line.text;
      const terminated = index < count - 1;
      return { ...line, raw: terminated ? `${text}\r` : text, text, crlf: terminated, terminated };
    }),
  });
  // The first byte of IPv4 (0x45 to 0x4f) or IPv6.
  if (!/^[E-O`a-o]/.test(lines[0]?.text ?? '')) return undefined;
  for (let at = 0; at < Math.min(lines.length, HEADERS_WITHIN); at++) {
    const column = findStartLine(lines[at].text);
    if (column >= 0) return own(at, column);
  }
  if (!tcp || length <= 0) return undefined;
  let left = length;
  for (let at = lines.length - 1; at >= 0; at--) {
    const { text } = lines[at];
    if (text.length >= left) return own(at, text.length - left);
    // The line feed before this line, and the carriage return that was dropped.
    left -= text.length + 2;
    if (left <= 0) return own(at, 0);
  }
  return undefined;
}
