/**
 * SIP over WebSocket (RFC 6455, RFC 7118): the HTTP opening of a connection, then frames in both directions. One
 * message is one SIP message (RFC 7118 §5).
 */
import { latin1 } from '../bytes.ts';
import type { StreamChunk } from '../model.ts';
import { type Carrier, type CarrierOptions, outerOf } from './carrier.ts';
import { HEAD_LIMIT, headEnd, isResponseStart, mayBeRequest, readUpgrade } from './http-upgrade.ts';
import { createInflater, type Inflater } from './websocket-deflate.ts';
import { createFrameReader, type WebSocketMessage } from './websocket-frames.ts';
import { isChainOfFrames, nextFrameOfSip } from './websocket-signs.ts';

/** What both directions know of their connection. */
interface Opening {
  /** `sip` was offered, or chosen. */
  sip: boolean;
  /** The client asked for WebSocket, or the server granted it. */
  upgraded: boolean;
  /** As the server's answer says; of a client that sends before the answer was seen, the window is kept. */
  clientFresh: boolean;
  serverFresh: boolean;
  /** Directions that are read. */
  readers: number;
}

export interface WebSockets {
  /** The reader of one direction, of which this is the first chunk. */
  open(chunk: StreamChunk): Carrier;
}

/** Directions whose windows are kept for inflating, 32 KiB each. */
const MOST_WINDOWS = 1024;
const KEEP_ALIVE = /^[\r\n\0 ]*$/;
const LONGEST_KEEP_ALIVE = 64;

export function createWebSockets(options: CarrierOptions): WebSockets {
  const { tally, looksLikeSip, onDatagram } = options;
  const openings = new Map<string, Opening>();
  let windows = 0;

  function openingOf(connection: string): Opening {
    const known = openings.get(connection);
    if (known !== undefined) return known;
    const made: Opening = {
      sip: false,
      upgraded: false,
      clientFresh: false,
      serverFresh: false,
      readers: 0,
    };
    openings.set(connection, made);
    return made;
  }

  function open({ source, destination }: StreamChunk): Carrier {
    // The same name for both directions; ports are taken again only when a connection is over.
    const connection = [source.name, destination.name].sort().join(' ');
    const opening = openingOf(connection);
    opening.readers++;
    let head: Uint8Array | undefined;
    let headLength = 0;
    let framing = false;
    let started = false;
    let byClient = true;
    let inflater: Inflater | undefined;
    let current: StreamChunk;
    const frames = createFrameReader(onMessage);

    function onMessage({ bytes, length, compressed, from, to, truncated }: WebSocketMessage): void {
      let whole: Uint8Array | undefined = bytes.subarray(0, length);
      if (compressed) whole = truncated ? undefined : inflaterOf()?.inflate(bytes, length);
      if (whole === undefined) {
        if (truncated) forgetWindow();
        count('websocket-compressed');
      } else if (looksLikeSip(whole, 0, whole.length)) {
        onDatagram({
          ...outerOf(current, from, to, truncated),
          transport: current.tls !== undefined ? 'wss' : 'ws',
          source,
          destination,
          bytes: whole,
          start: 0,
          end: whole.length,
        });
      } else if (opening.sip && !isKeepAlive(whole)) count('websocket-not-sip');
    }

    function inflaterOf(): Inflater | undefined {
      if (inflater !== undefined) return inflater;
      if (windows >= MOST_WINDOWS) return undefined;
      windows++;
      inflater = createInflater(byClient ? opening.clientFresh : opening.serverFresh);
      return inflater;
    }

    function forgetWindow(): void {
      if (inflater !== undefined) windows--;
      inflater = undefined;
    }

    function count(reason: string): void {
      tally.count(reason, current.origin.index, current.origin.position);
    }

    /** Where bytes after a gap, or before the opening, can be understood again. */
    function seek(chunk: StreamChunk): void {
      const { bytes, start, end } = chunk;
      if (start === end) return;
      if (mayBeRequest(bytes, start, end) || isResponseStart(bytes, start, end)) {
        head = new Uint8Array(end - start);
        headLength = 0;
        readHead(chunk);
        return;
      }
      const chained = opening.upgraded && isChainOfFrames(bytes, start, end);
      const at = chained ? start : nextFrameOfSip(bytes, start, end, looksLikeSip);
      if (opening.sip && at > start) count('websocket-out-of-step');
      if (at === end) return;
      framing = true;
      byClient = bytes[at + 1] >> 7 === 1;
      readFrames(chunk, at);
    }

    function readHead(chunk: StreamChunk): void {
      const { bytes, start, end } = chunk;
      const length = headLength + end - start;
      const joined = new Uint8Array(length);
      joined.set(head?.subarray(0, headLength) ?? joined);
      joined.set(bytes.subarray(start, end), headLength);
      const stop = headEnd(joined, 0, length);
      if (stop < 0 && length <= HEAD_LIMIT) {
        head = joined;
        headLength = length;
        return;
      }
      head = undefined;
      if (stop < 0) return;
      const { isRequest, upgrades, protocols, clientFresh, serverFresh } = readUpgrade(joined, 0, stop);
      byClient = isRequest;
      framing = upgrades;
      if (upgrades) {
        opening.upgraded = true;
        // The server chooses among what the client offers.
        opening.sip = protocols.includes('sip') || (isRequest && opening.sip);
      }
      if (!isRequest) {
        opening.clientFresh = clientFresh;
        opening.serverFresh = serverFresh;
      }
      const rest = stop - headLength;
      if (framing && start + rest < end) readFrames(chunk, start + rest);
    }

    function readFrames(chunk: StreamChunk, from: number): void {
      const { bytes, start, end, sequence } = chunk;
      if (frames.push(bytes, from, end, (sequence + from - start) >>> 0)) return;
      framing = false;
      frames.abandon(sequence);
      count('websocket-damaged');
    }

    return {
      chunk(chunk) {
        current = chunk;
        if (chunk.gap && started) {
          if (framing) frames.abandon(chunk.sequence);
          framing = false;
          head = undefined;
          forgetWindow();
        }
        // The server said no: the client asks again.
        if (framing && frames.between && mayBeRequest(chunk.bytes, chunk.start, chunk.end)) framing = false;
        started ||= chunk.start < chunk.end;
        if (head !== undefined) readHead(chunk);
        else if (framing) readFrames(chunk, chunk.start);
        else seek(chunk);
        if (!chunk.last) return;
        if (framing) frames.abandon(chunk.sequence + chunk.end - chunk.start);
        forgetWindow();
        if (--opening.readers === 0) openings.delete(connection);
      },
    };
  }

  return { open };
}

function isKeepAlive(bytes: Uint8Array): boolean {
  return bytes.length <= LONGEST_KEEP_ALIVE && KEEP_ALIVE.test(latin1(bytes, 0, bytes.length));
}
