/**
 * `tshark -z follow,udp,ascii` (and raw, hex): a head that names both ends, then pieces, each behind its length. A tab says
 * that the second node sent it. What the window saves has neither and is read as pasted text.
 */
import { latin1 } from '../../bytes.ts';
import { type Address, type Dialect, type Gatherer, parseAddress } from '../dialect.ts';
import { bytesOfHex } from '../packets.ts';
import { createSegments, linesOf } from '../segments.ts';
import type { Line } from '../unwrap.ts';

const FOLLOW = /^Follow: (udp|tcp|tls|sip),(ascii|raw|hex)\s*$/;
const NODE = /^Node ([01]): (\S{3,80})\s*$/;
const LENGTH = /^(\t?)(\d{1,7})\s*$/;
const RAW = /^(\t?)([0-9a-f]{2,524288})\s*$/;
const ROW = /^(\t?)[0-9A-Fa-f]{8} {2}((?:[0-9a-f]{2} {1,2}){0,15}[0-9a-f]{2})(?: |\s*$)/;
const RULE = /^={60,80}\s*$/;

export const wiresharkFollow: Dialect = {
  id: 'wireshark-follow',
  title: 'tshark -z follow',
  gather: createGatherer,
};

interface Piece {
  readonly second: boolean;
  readonly place: Line;
  text: string;
  /** Bytes that are still to come; the line feed after the last is the tool's. */
  left: number;
  readonly lines: Line[];
}

function createGatherer(emit: (line: Line) => void): Gatherer {
  const segments = createSegments(emit);
  let form = '';
  let protocol = '';
  let nodes: (Address | undefined)[] = [];
  let piece: Piece | undefined;

  function finish(): void {
    const done = piece;
    piece = undefined;
    if (!done || (done.text === '' && done.lines.length === 0)) return;
    const [source, destination] = done.second ? [nodes[1], nodes[0]] : nodes;
    const transport = protocol === 'udp' || protocol === 'tls' ? ({ transport: protocol } as const) : {};
    const opening = {
      dialect: 'wireshark-follow',
      ...(source && destination && { source, destination }),
      ...transport,
      // In rows nothing tells where a datagram ends and the next of its side begins.
      stream: protocol !== 'udp' || form === 'hex',
      // What does not print has become a dot.
      ...(form === 'ascii' && { reprinted: true }),
    };
    segments.add({ opening, lines: form === 'ascii' ? done.lines : linesOf(done.text, done.place) });
  }

  function begin(second: boolean, place: Line, left: number): Piece {
    finish();
    piece = { second, place, text: '', left, lines: [] };
    return piece;
  }

  function ascii(line: Line): boolean {
    // Without carriage returns the length is no measure: the piece goes on to the next one.
    const goesOn = piece?.lines[0]?.crlf === false && !LENGTH.test(line.text);
    if (piece && (piece.left > 0 || goesOn)) {
      const length = line.text.length + (line.crlf || piece.lines[0]?.crlf === false ? 2 : 1);
      const terminated = length <= piece.left || goesOn;
      piece.left -= length;
      piece.lines.push({ ...line, terminated });
      return true;
    }
    if (line.text === '') return true;
    const match = LENGTH.exec(line.text);
    if (match) begin(match[1] !== '', line, Number(match[2]));
    return match !== null;
  }

  function hexadecimal(line: Line): boolean {
    const match = (form === 'raw' ? RAW : ROW).exec(line.text);
    if (!match) return line.text === '';
    const digits = match[2].replaceAll(' ', '');
    const second = match[1] !== '';
    const offset = form === 'hex' ? Number.parseInt(line.text.trimStart().slice(0, 8), 16) : 0;
    // Each direction counts for itself; a piece ends where the other side speaks.
    const goesOn = form === 'hex' && piece?.second === second && offset > 0 && piece.left === offset;
    const open = goesOn && piece ? piece : begin(second, line, offset);
    const bytes = bytesOfHex(digits);
    open.text += latin1(bytes, 0, bytes.length);
    open.left = offset + bytes.length;
    return true;
  }

  function end(): void {
    finish();
    segments.end();
    form = '';
    nodes = [];
  }

  return {
    line(line) {
      const { text } = line;
      if (text.charCodeAt(0) === 70) {
        const follow = FOLLOW.exec(text);
        if (follow) {
          end();
          [, protocol, form] = follow;
          return true;
        }
      }
      if (form === '') return false;
      if (nodes.length < 2) {
        const node = NODE.exec(text);
        if (node) nodes[Number(node[1])] = parseAddress(node[2]);
        if (node || text.startsWith('Filter: ')) return true;
      } else if (!(piece && form === 'ascii' && piece.left > 0) && RULE.test(text)) {
        end();
        return true;
      } else if (form === 'ascii' ? ascii(line) : hexadecimal(line)) {
        return true;
      }
      end();
      return false;
    },
    end,
  };
}
