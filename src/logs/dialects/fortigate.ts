/**
 * FortiGate `diagnose debug application sip -1`: a line names both ends, another holds what was read from that port in
 * hexadecimal, and a second time as text without its control characters. Terminals wrap the hexadecimal.
 */
import { latin1 } from '../../bytes.ts';
import { type Address, type Dialect, type Gatherer, parseAddress } from '../dialect.ts';
import { bytesOfHex } from '../packets.ts';
import { createSegments, linesOf } from '../segments.ts';
import { findStamp } from '../stamps.ts';
import type { Line } from '../unwrap.ts';

const ENDS = /\bsip port (\d{1,6}) (\S{3,70}) -> (\S{3,70})\s*$/;
const READ = /\bsip port (\d{1,6}) read \[\(\d{1,7},(\d{1,7})\)\s{0,4}(?:\(([0-9a-f]*))?/;
const HEX = /^\s{0,4}\(?((?:[0-9a-f]{1,4096} {0,4})*)(\)?)/;
const MAX_HEX = 262_144;
const MAX_PORTS = 1024;

export const fortigate: Dialect = { id: 'fortigate', title: 'FortiGate SIP debug', gather: createGatherer };

interface Read {
  readonly line: Line;
  readonly port: string;
  readonly length: number;
  hex: string;
}

function createGatherer(emit: (line: Line) => void): Gatherer {
  const segments = createSegments(emit);
  const ends = new Map<string, { source: Address; destination: Address }>();
  let read: Read | undefined;

  function finish(): void {
    const done = read;
    read = undefined;
    if (!done || done.hex === '') return;
    const bytes = bytesOfHex(done.hex);
    const { text, stamp } = done.line;
    const time = findStamp(stamp || text);
    const opening = { dialect: 'fortigate', ...ends.get(done.port), ...(time && { time }), length: done.length };
    segments.add({ opening, lines: linesOf(latin1(bytes, 0, bytes.length), done.line) });
    segments.end();
  }

  function remember(match: RegExpExecArray): void {
    const source = parseAddress(match[2]);
    const destination = parseAddress(match[3]);
    if (!source || !destination) return;
    if (ends.size >= MAX_PORTS) ends.clear();
    ends.set(match[1], { source, destination });
  }

  /** True when the hexadecimal goes on in the next line. */
  function goOn(open: Read, text: string): boolean {
    const match = HEX.exec(text);
    if (!match || match[1] === '' || open.hex.length > MAX_HEX) return false;
    const closed = match[2] !== '';
    // Words may begin with letters that are digits, too.
    if (!closed && text.slice(match[0].length).trim() !== '') return false;
    open.hex += match[1].replaceAll(' ', '');
    return !closed;
  }

  return {
    line(line) {
      const { text } = line;
      if (read) {
        const begun = read.hex.length;
        if (text.trim() === '') return true;
        if (goOn(read, text)) return true;
        const took = read.hex.length > begun;
        finish();
        if (took) return true;
      }
      if (!text.includes('sip port ')) return false;
      const pair = text.includes(' -> ') ? ENDS.exec(text.slice(0, 300)) : null;
      if (pair) remember(pair);
      const match = text.includes(' read [(') ? READ.exec(text) : null;
      if (!match) return false;
      read = { line, port: match[1], length: Number(match[2]), hex: match[3] ?? '' };
      if (text.charAt(match.index + match[0].length) === ')') finish();
      return true;
    },
    end() {
      finish();
      segments.end();
    },
  };
}
