/**
 * Packet dissections as text: `tshark -V`, `-O sip`, `-x`, and what Wireshark exports. A tree has the start line, headers cut at
 * about 240 characters, and SDP one line a field; other bodies are taken apart too far. Bytes in hexadecimal beat the tree.
 */
import { addressOf, type Dialect, type Gatherer, type Opening } from '../dialect.ts';
import { bytesOfHex, createPacketTaker } from '../packets.ts';
import { createSegments } from '../segments.ts';
import { epochStamp, findStamp, type Stamp } from '../stamps.ts';
import { findStartLine } from '../start-line.ts';
import type { Line } from '../unwrap.ts';

const FRAME = /^Frame \d{1,10}(?:: \d{1,9} bytes on wire\b|: Packet, | \(\d{1,9} bytes on wire)/;
const EPOCH = /^ {4}Epoch (?:Arrival )?Time: (\d{1,10})\.(\d{6})/;
const ARRIVAL = /^ {4}(?:UTC )?Arrival Time: (.{8,60})$/;
const IP =
  /^Internet Protocol(?: Version [46])?, Src: (\S{1,255})(?: \(([^)]{1,64})\))?, Dst: (\S{1,255})(?: \(([^)]{1,64})\))?/;
const PORTS =
  /^(?:User Datagram|(T)ransmission Control) Protocol, Src Port: (?:[^\s(]{1,40} \()?(\d{1,5})\)?, Dst Port: (?:[^\s(]{1,40} \()?(\d{1,5})/;
const SIP = /^Session Initiation Protocol(?: \((?!SIP\))(?:[A-Z]{1,20}|\d{3})\))?\s*$/;
// The line of a layer: no header of a message that somebody pasted below.
const LAYER = /^[A-Z](?![\w-]{0,40}[ \t]{0,8}:)/;
const START = /^ {4}(?:Request|Status)-Line: (.*)$/;
const HEADER =
  /^ {8}(\[truncated\] ?)?([A-Za-z][\w.!%*+`'~-]{0,80})( \[[^\]]{0,12}truncated[^\]]{0,12}\])?:(?: (.*))?$/;
const SDP_FIELD = /^ {12}(\[truncated\] ?)?[A-Z][^()]{0,80}\(([a-z])\)( \[[^\]]{0,12}truncated[^\]]{0,12}\])?: (.*)$/;
const ROW = /^([0-9a-f]{4,8}) {2,3}((?:[0-9a-f]{2} {1,2}){0,15}[0-9a-f]{2})(?: {2,}|\s*$)/;
const ORIGIN = /^(?:Frame|Reassembled \S{1,12}|[A-Z][\w ]{1,40}) \(\d{1,9} (?:bytes|byte|bits)\):$/;
/** A packet of 64 KB is four thousand rows. */
const MAX_HEX = 131_072;

export const wireshark: Dialect = {
  id: 'wireshark',
  title: 'Wireshark and tshark packet dissections (-V, -O sip, -x)',
  gather: createGatherer,
};

interface Tree {
  readonly line: Line;
  readonly lines: Line[];
  part: 'start' | 'head' | 'body' | 'sdp' | 'text' | 'lost';
  cut: boolean;
}

function createGatherer(emit: (line: Line) => void): Gatherer {
  const segments = createSegments(emit);
  const packets = createPacketTaker(segments);
  let open = false;
  let stamp: Stamp | undefined;
  let ends: Partial<Record<'source' | 'destination', string>> = {};
  let ports: { source: string; destination: string; tcp: boolean } | undefined;
  let trees: Tree[] = [];
  let hex = '';
  let hexLine: Line | undefined;
  let skipHex = false;
  /** A block that begins with the line of SIP: the next line must be its start line, or it is prose. */
  let fresh = false;
  let framed = false;

  function finish(): void {
    const time = stamp && { time: stamp };
    const base = { dialect: 'wireshark', ...time };
    const read = hexLine !== undefined && packets.add(bytesOfHex(hex), base, hexLine);
    if (!read) for (const tree of trees) print(tree, base);
    open = false;
    fresh = false;
    framed = false;
    stamp = undefined;
    ends = {};
    ports = undefined;
    trees = [];
    hex = '';
    hexLine = undefined;
    skipHex = false;
  }

  function print({ lines, cut, part }: Tree, base: Opening): void {
    if (lines.length < 2) return;
    const source = addressOf(ends.source, ports?.source);
    const destination = addressOf(ends.destination, ports?.destination);
    const pair = source && destination ? { source, destination } : {};
    const transport = ports && !ports.tcp ? { transport: 'udp' as const } : {};
    const opening = { ...base, ...pair, ...transport, reprinted: true, ...((cut || part === 'lost') && { cut: true }) };
    segments.add({ opening, lines });
  }

  function hexRow(line: Line, row: RegExpExecArray): void {
    const digits = row[2].replaceAll(' ', '');
    if (/^0+$/.test(row[1])) {
      // The next packet; with a tree before it, the same one.
      if (hex !== '') finish();
      open = true;
      hexLine ??= line;
    }
    if (hexLine && !skipHex && hex.length < MAX_HEX) hex += digits;
  }

  function top(line: Line): boolean {
    const { text } = line;
    const first = text.charCodeAt(0);
    if (first === 70 && FRAME.test(text)) {
      finish();
      open = true;
      framed = true;
      return true;
    }
    if (first === 83 && SIP.test(text)) {
      open = true;
      fresh = true;
      trees.push({ line, lines: [], part: 'start', cut: false });
      return true;
    }
    if (!open) return false;
    const ip = first === 73 ? IP.exec(text) : null;
    // Of an IP packet within another the inner one comes last.
    if (ip) ends = { source: ip[2] ?? ip[1], destination: ip[4] ?? ip[3] };
    const protocol = first === 85 || first === 84 ? PORTS.exec(text) : null;
    if (protocol) ports = { tcp: protocol[1] === 'T', source: protocol[2], destination: protocol[3] };
    return true;
  }

  function within(line: Line): void {
    const tree = trees[trees.length - 1];
    if (tree) {
      inTree(tree, line);
      return;
    }
    const epoch = EPOCH.exec(line.text);
    if (epoch) stamp = epochStamp(epoch[1], epoch[2]);
    stamp ??= findStamp(ARRIVAL.exec(line.text)?.[1].replace(/^(\w{3} {1,2}\d{1,2}), /, '$1 ') ?? '');
  }

  return {
    line(line) {
      const { text } = line;
      const first = text.charCodeAt(0);
      if (fresh) {
        fresh = false;
        if (!framed && !START.test(text)) finish();
      }
      // `0` to `9` and `a` to `f`.
      if ((first >= 48 && first <= 57) || (first >= 97 && first <= 102)) {
        const row = ROW.exec(text);
        if (row && (open || /^0+$/.test(row[1]))) {
          hexRow(line, row);
          return true;
        }
      }
      if (open && text.charCodeAt(text.length - 1) === 58 && ORIGIN.test(text)) {
        // Data that Wireshark put together from several packets follow those of the packet.
        skipHex = !text.startsWith('Frame (');
        if (skipHex) hexLine ??= line;
        return true;
      }
      if (open && (first === 32 || text === '')) {
        if (text !== '') within(line);
        return true;
      }
      if (open && (first === 91 || FRAME.test(text) || (hex === '' && LAYER.test(text) && findStartLine(text) < 0))) {
        return first === 91 || top(line);
      }
      if (!open) {
        if (top(line)) return true;
        segments.end();
        return false;
      }
      finish();
      segments.end();
      return false;
    },
    end() {
      finish();
      segments.end();
    },
  };
}

function inTree(tree: Tree, line: Line): void {
  const { text } = line;
  if (text.charCodeAt(4) !== 32) {
    const start = START.exec(text);
    if (start) add(tree, line, start[1]);
    else if (text.startsWith('    Message Header')) tree.part = 'head';
    else if (text.startsWith('    Message Body')) {
      add(tree, line, '');
      tree.part = 'body';
    }
    return;
  }
  if (tree.part === 'head') {
    const header = HEADER.exec(text);
    if (!header) return;
    if (header[1] || header[3]) tree.cut = true;
    const value = (header[4] ?? '').replaceAll('\\r\\n', '\r\n').replaceAll('\\t', '\t');
    for (const part of `${header[2]}: ${value}`.split('\r\n')) add(tree, line, part);
    return;
  }
  if (text.charCodeAt(8) !== 32) {
    if (tree.part === 'body' || tree.part === 'text' || tree.part === 'sdp') tree.part = partOf(text.trim());
    return;
  }
  const field = tree.part === 'sdp' ? SDP_FIELD.exec(text) : null;
  if (field) {
    if (field[1] || field[3]) tree.cut = true;
    add(tree, line, `${field[2]}=${field[4]}`);
  } else if (tree.part === 'text' && text.charCodeAt(12) !== 32) {
    add(tree, line, text.slice(12).replace(/\\r\\n$|\\n$/, ''));
  }
}

/** XML, multipart and others are taken apart so far that they cannot be put together again. */
function partOf(name: string): Tree['part'] {
  if (name.startsWith('Session Description Protocol')) return 'sdp';
  return name.startsWith('Sipfrag') || name.startsWith('Line-based text data') ? 'text' : 'lost';
}

function add(tree: Tree, line: Line, text: string): void {
  tree.lines.push({ ...line, raw: `${text}\r`, text, crlf: true, terminated: true, stamp: '', prefix: '' });
}
