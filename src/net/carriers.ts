/**
 * The door for the bytes of connections, whoever put them together: TCP, or TLS that was decrypted (`tls`). The first
 * bytes of a direction decide what it carries: SIP itself, or WebSocket, HEP or TURN with SIP in them.
 *
 * What comes in: chunks of one direction in order, each with the sequence number of its first byte, `gap` where bytes
 * are missing in front of it, and `last` on the last one. Both directions of a connection name the same two endpoints.
 */
import type { StreamChunk } from '../model.ts';
import type { Carrier, CarrierOptions } from './carrier.ts';
import { type Hep, isHep3, mayBeHep3 } from './hep.ts';
import { createHepStream } from './hep-stream.ts';
import { HEAD_LIMIT, headEnd, isResponseStart, mayBeRequest, readUpgrade } from './http-upgrade.ts';
import { isChannelData, isStun, mayBeStun, STUN_HEADER, type Turn } from './turn.ts';
import { createTurnStream } from './turn-stream.ts';
import { createWebSockets } from './websocket.ts';
import { isFrameOfSip } from './websocket-signs.ts';

export interface CarriersOptions extends CarrierOptions {
  readonly hep: Hep;
  readonly turn: Turn;
  /** Bytes that are SIP, or nothing known. */
  onStream(chunk: StreamChunk): void;
}

export interface Carriers {
  chunk(chunk: StreamChunk): void;
  /** Do these bytes begin anything that is read here? */
  opens(bytes: Uint8Array, start: number, end: number): boolean;
  /** They do not yet, but with more of them behind they may. */
  mayOpen(bytes: Uint8Array, start: number, end: number): boolean;
}

type Kind = 'sip' | 'http' | 'hep' | 'turn' | 'websocket' | 'undecided';

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TILDE = 0x7e;
const words: readonly string[] = ['GET ', 'HTTP/1.', 'HEP3'];
/** More is not waited for. */
const DECISION = 8192;

export function createCarriers(options: CarriersOptions): Carriers {
  const { tally, looksLikeSip, hep, turn, onStream } = options;
  const webSockets = createWebSockets(options);
  const sip: Carrier = { chunk: onStream };
  const readers = new Map<number, Carrier>();

  function kindOf(bytes: Uint8Array, start: number, end: number, secured: boolean): Kind {
    const first = bytes[start];
    if (looksLikeSip(bytes, start, end) || first === CR || first === LF) return 'sip';
    const enough = end - start >= DECISION;
    if (first >= SPACE && first <= TILDE && first !== 0x40) {
      if (isHep3(bytes, start, end)) return 'hep';
      // Below 8192 bytes, the length of ChannelData begins with what stands in no text.
      if (end - start > 4 && bytes[start + 2] < SPACE && isChannelData(bytes, start, end))
        return looksLikeSip(bytes, start + 4, end) ? 'turn' : enough ? 'sip' : 'undecided';
      // Whatever TLS hid may be any HTTP; in clear only what asks for WebSocket came this far.
      if (!secured && !isBeginning(bytes, start, end)) return 'sip';
      const feed = bytes.indexOf(LF, start);
      if (feed < 0 || feed >= end) return enough ? 'sip' : 'undecided';
      return isHttpLine(bytes, start, feed) ? 'http' : 'sip';
    }
    if (end - start < STUN_HEADER) return 'undecided';
    if (isStun(bytes, start, end)) return 'turn';
    if (isChannelData(bytes, start, end) && looksLikeSip(bytes, start + 4, end)) return 'turn';
    if (isFrameOfSip(bytes, start, end, looksLikeSip)) return 'websocket';
    return enough ? 'sip' : 'undecided';
  }

  function readerOf(kind: Kind, chunk: StreamChunk): Carrier {
    if (kind === 'hep') return createHepStream(hep, tally);
    if (kind === 'turn') return createTurnStream(turn, tally);
    return kind === 'http' || kind === 'websocket' ? webSockets.open(chunk) : sip;
  }

  /** Holds a direction's first bytes until they say what they are. */
  function createOpening(): Carrier {
    let held = new Uint8Array(0);
    let first = 0;
    let gap = false;
    return {
      chunk(chunk) {
        const { bytes, start, end, stream } = chunk;
        if (held.length === 0) [first, gap] = [chunk.sequence, chunk.gap];
        const broken = chunk.gap && held.length > 0;
        const joined = new Uint8Array(held.length + (broken ? 0 : end - start));
        joined.set(held);
        if (!broken) joined.set(bytes.subarray(start, end), held.length);
        const kind = kindOf(joined, 0, joined.length, chunk.tls !== undefined);
        if (kind === 'undecided' && !chunk.last && !broken) {
          held = joined;
          return;
        }
        const reader = readerOf(kind, chunk);
        readers.set(stream, reader);
        const opening = { ...chunk, bytes: joined, start: 0, end: joined.length, sequence: first, gap };
        reader.chunk(broken ? { ...opening, last: false } : opening);
        if (broken) reader.chunk(chunk);
      },
    };
  }

  return {
    chunk(chunk) {
      let reader = readers.get(chunk.stream);
      if (reader === undefined) {
        const { bytes, start, end } = chunk;
        const kind = start === end ? 'undecided' : kindOf(bytes, start, end, chunk.tls !== undefined);
        reader = kind === 'undecided' ? createOpening() : readerOf(kind, chunk);
        readers.set(chunk.stream, reader);
      }
      reader.chunk(chunk);
      if (chunk.last) readers.delete(chunk.stream);
    },
    opens(bytes, start, end) {
      if (looksLikeSip(bytes, start, end)) return true;
      const first = bytes[start];
      if (first === 0x47) return mayBeRequest(bytes, start, end) && readUpgrade(bytes, start, end).upgrades;
      if (first === 0x48)
        return (
          isHep3(bytes, start, end) || (isResponseStart(bytes, start, end) && readUpgrade(bytes, start, end).upgrades)
        );
      if (first < 0x40 && isStun(bytes, start, end)) return true;
      if (first >> 4 === 4) return isChannelData(bytes, start, end) && looksLikeSip(bytes, start + 4, end);
      return (first & 0x70) === 0 && isFrameOfSip(bytes, start, end, looksLikeSip);
    },
    mayOpen(bytes, start, end) {
      if (mayBeRequest(bytes, start, end) || isResponseStart(bytes, start, end))
        return end - start < HEAD_LIMIT && headEnd(bytes, start, end) < 0;
      return mayBeHep3(bytes, start, end) || mayBeStun(bytes, start, end);
    },
  };
}

/** As far as the bytes go, one of the words that HTTP and HEP begin with. */
function isBeginning(bytes: Uint8Array, start: number, end: number): boolean {
  return words.some((word) => {
    for (let i = 0; i < word.length && start + i < end; i++) if (bytes[start + i] !== word.charCodeAt(i)) return false;
    return true;
  });
}

/** `GET … HTTP/1.1`, `HTTP/1.1 101 …` */
function isHttpLine(bytes: Uint8Array, start: number, feed: number): boolean {
  if (isResponseStart(bytes, start, feed)) return true;
  let end = feed;
  while (end > start && (bytes[end - 1] === CR || bytes[end - 1] === SPACE)) end--;
  return end - start > 9 && isResponseStart(bytes, end - 8, end);
}
