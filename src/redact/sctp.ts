/** SCTP: which of its bytes are messages of SIP, put together from all chunks that hold parts of them, and which are wiped. */
import { type IpPacket, uint16, uint32 } from '../net/ip.ts';
import { type Chunk, createChunk, readChunk, SCTP_HEADER } from '../net/sctp-chunks.ts';
import { isTelling } from '../net/telling.ts';
import { looksLikeSip } from '../sip/recognise.ts';
import { message } from './message.ts';
import { gather, type Piece, type Text, textAt } from './pieces.ts';
import { wipeBytes } from './wipe.ts';

interface Part {
  readonly at: number;
  readonly length: number;
  readonly beginning: boolean;
  readonly ending: boolean;
  readonly cut: boolean;
  /** The same part, sent or captured again. */
  readonly copies: number[];
}

/** Parts of one direction, by number; of I-DATA, those of one message. */
type Parts = Map<number, Part>;

const CHUNK_HEADER = 4;
const X = 0x78;

export interface SctpTexts {
  /** Takes the packet whose header `ip` stands at; wipes in `out` what says nothing of SIP. */
  add(ip: IpPacket, out: Uint8Array): void;
  /** Messages that came in parts; the parts of all others are wiped. */
  finish(bytes: Uint8Array, out: Uint8Array): Text[];
}

export function createSctpTexts(texts: Text[]): SctpTexts {
  const chunk = createChunk();
  const ways = new Map<string, Parts[]>();

  function add({ bytes, start, end, missing }: IpPacket, out: Uint8Array): void {
    let at = start + SCTP_HEADER;
    const way = end < at ? '' : `${uint16(bytes, start + 2)} ${uint32(bytes, start + 4)}`;
    while (at < end && readChunk(bytes, at, end, missing, chunk)) {
      if (!chunk.isData) wipeBytes(out, at + CHUNK_HEADER, chunk.next < 0 ? end : Math.min(chunk.next, end));
      else if (!chunk.beginning || !chunk.ending) part(`${way} ${chunk.message}`, bytes, chunk);
      else if (looksLikeSip(bytes, chunk.start, chunk.end)) texts.push(textAt(chunk.start, chunk.end, message));
      else wipeBytes(out, chunk.start, chunk.end);
      if (chunk.next < 0) return;
      if (chunk.isData) wipeBytes(out, chunk.end, Math.min(chunk.next, end));
      at = chunk.next;
    }
    if (at < end) wipeBytes(out, at, end);
  }

  function part(key: string, bytes: Uint8Array, { start, end, sequence, beginning, ending, missing }: Chunk): void {
    const rounds = ways.get(key) ?? [new Map()];
    ways.set(key, rounds);
    // Numbers come round again, and tools that make captures count nothing: other bytes are another part.
    for (const parts of rounds) {
      const known = parts.get(sequence);
      if (known === undefined) {
        parts.set(sequence, { at: start, length: end - start, beginning, ending, cut: missing > 0, copies: [] });
        return;
      }
      if (known.length === end - start && isSame(bytes, known.at, start, known.length)) {
        known.copies.push(start);
        return;
      }
    }
    rounds.push(
      new Map([[sequence, { at: start, length: end - start, beginning, ending, cut: missing > 0, copies: [] }]]),
    );
  }

  function finish(bytes: Uint8Array, out: Uint8Array): Text[] {
    const found: Text[] = [];
    for (const rounds of ways.values()) for (const parts of rounds) found.push(...finishParts(parts, bytes, out));
    ways.clear();
    return found;
  }

  return { add, finish };
}

function finishParts(parts: Parts, bytes: Uint8Array, out: Uint8Array): Text[] {
  const found: Text[] = [];
  const used = new Set<Part>();
  for (const [first, { beginning }] of parts) {
    if (!beginning) continue;
    const pieces: Piece[] = [];
    const run: Part[] = [];
    let length = 0;
    for (let at = first, one = parts.get(at); one !== undefined; one = parts.get(at)) {
      if (one.beginning && at !== first) break;
      const { length: size } = one;
      run.push(one);
      for (const place of [one.at, ...one.copies]) pieces.push({ offset: length, at: place, length: size });
      length += size;
      if (one.ending || one.cut) break;
      at = (at + 1) >>> 0;
    }
    if (!looksLikeSip(gather(bytes, length, pieces), 0, length)) continue;
    for (const one of run) used.add(one);
    found.push({ length, pieces, rewrite: message });
  }
  for (const one of parts.values())
    if (!used.has(one)) for (const at of [one.at, ...one.copies]) wipePart(bytes, out, at, at + one.length);
  return found;
}

/** What does not say yet that it is no text must not begin to. */
function wipePart(bytes: Uint8Array, out: Uint8Array, start: number, end: number): void {
  out.fill(isTelling(bytes, start, end) ? 0 : X, start, end);
}

function isSame(bytes: Uint8Array, a: number, b: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (bytes[a + at] !== bytes[b + at]) return false;
  return true;
}
