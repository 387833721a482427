/** The first look at a capture or log: which of its frames belong to the calls, and the text of their messages. */

import { latin1 } from '../bytes.ts';
import { createPcapReader } from '../files/pcap.ts';
import { createPcapngReader } from '../files/pcapng.ts';
import type { TlsCiphers } from '../keys.ts';
import { createLogReader } from '../logs/reader.ts';
import type { WritableMessage } from '../logs/trace-writer.ts';
import type { Frame, SipMessage } from '../model.ts';
import { createNetDecoder } from '../net/decoder.ts';
import type { Endpoints } from '../net/endpoints.ts';
import { createLayers } from '../net/layers.ts';
import type { KeyLog } from '../net/tls/keylog.ts';
import { createFramer } from '../sip/framing.ts';
import type { Arrival } from '../sip/message.ts';
import { createMessageParser } from '../sip/parser.ts';
import { looksLikeSip } from '../sip/recognise.ts';
import { createFragmentGroups } from './fragments.ts';
import { mediaSockets } from './media.ts';
import type { Wanted } from './wanted.ts';

export type SliceKind = 'pcap' | 'pcapng' | 'text';

export interface FindOptions {
  readonly input: number;
  readonly kind: SliceKind;
  readonly endpoints: Endpoints;
  readonly callIds: ReadonlySet<string>;
  /** When the input was last written, µs; a log may need it to know its year. */
  readonly modified: number | undefined;
  readonly wanted: Wanted;
  readonly ciphers: TlsCiphers;
  /** Captures add theirs. */
  readonly keyLog: KeyLog;
  /** Of the calls, in the order of the input. The bytes are its own. */
  onMessage?(message: WritableMessage): void;
}

/** What a capture says of itself, and its first and last frame. */
export interface Watched {
  readonly linkTypes: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly firstFrame: number;
  readonly lastFrame: number;
  readonly drops: number;
  /** Some frame of it has a time finer than microseconds. */
  readonly nanoseconds: boolean;
}

export interface Finder {
  write(chunk: Uint8Array): void;
  end(): Watched;
}

const silent = { count() {} };

export function createFinder(options: FindOptions): Finder {
  return options.kind === 'text' ? findInLog(options) : findInCapture(options);
}

/** Takes what looks like SIP; true when it belongs to one of the calls. */
function createTaker({ callIds, wanted, onMessage }: FindOptions) {
  const parser = createMessageParser();
  const sockets = new Map<string, Set<string>>();

  function remember(message: SipMessage): void {
    const { source, destination, time, callId } = message;
    wanted.addMessage(source, destination, time);
    const known = sockets.get(callId) ?? new Set<string>();
    sockets.set(callId, known);
    wanted.endSockets(known, time);
    for (const name of mediaSockets(message)) {
      known.add(name);
      wanted.addSocket(name, time);
    }
  }

  return (bytes: Uint8Array, start: number, end: number, arrival: Arrival): boolean => {
    const message = parser.parse(bytes, start, end, arrival);
    if (message === undefined) return false;
    const { callId, time, transport, source, destination, truncated, log } = message;
    const hit = callIds.has(callId);
    if (hit) {
      remember(message);
      onMessage?.({ time, transport, source, destination, bytes: message.bytes().slice(), truncated, log });
    } else if (wanted.hasSockets && message.hasSdp) {
      for (const name of mediaSockets(message)) wanted.takeSocket(name, time);
    }
    parser.release([message]);
    return hit;
  };
}

function findInCapture(options: FindOptions): Finder {
  const { input, endpoints, wanted, kind, ciphers, keyLog } = options;
  const take = createTaker(options);
  const framer = createFramer(({ bytes, start, end, chunk, behind, truncated }) => {
    const { time, source, destination, origin, tls } = chunk;
    const transport = tls === undefined ? 'tcp' : 'tls';
    const arrival: Arrival = { time, transport, source, destination, origin, truncated, ipId: -1 };
    if (!take(bytes, start, end, arrival)) return;
    if (tls !== undefined) {
      wanted.addWhole(source, destination, tls);
      return;
    }
    const next = chunk.sequence + chunk.end - chunk.start - behind;
    wanted.addBytes(source, destination, (next - (end - start)) >>> 0, end - start);
  }, silent);
  const net = createNetDecoder({
    input,
    endpoints,
    tally: silent,
    decryption: { ciphers, keyLog, mayBringSecrets: kind === 'pcapng' },
    looksLikeSip,
    onDatagram(packet, otherFrames = []) {
      if (!take(packet.bytes, packet.start, packet.end, packet)) return;
      for (const frame of [packet.origin.index, ...otherFrames]) wanted.addFrame(input, frame);
      if (packet.span === undefined) return;
      const { source, destination, sequence, length, tls } = packet.span;
      // The opening says what the frames are, and compressed ones refer back to all before them.
      const isFramed = packet.transport === 'ws' || packet.transport === 'wss';
      if (isFramed || tls !== undefined) wanted.addWhole(source, destination, tls);
      else wanted.addBytes(source, destination, sequence, length);
    },
    onStream: (chunk) => framer.chunk(chunk),
    onEvent() {},
  });
  const groups = createFragmentGroups((frames) => {
    if (frames.some((frame) => wanted.hasFrame(input, frame)))
      for (const frame of frames) wanted.addFrame(input, frame);
  });
  const layers = createLayers({ ip: groups.add });
  let [firstFrame, lastFrame, start, end] = [0, 0, Infinity, -Infinity];
  let nanoseconds = false;
  const onFrame = (frame: Frame) => {
    if (frame.time < start) [firstFrame, start] = [frame.number, frame.time];
    if (frame.time >= end) [lastFrame, end] = [frame.number, frame.time];
    nanoseconds ||= frame.nanoseconds > 0;
    layers.frame(frame);
    net.frame(frame);
  };
  const onSecrets = (bytes: Uint8Array) => {
    if (keyLog.add(latin1(bytes, 0, bytes.length)) > 0) net.retry();
  };
  const reader = (kind === 'pcap' ? createPcapReader : createPcapngReader)({ onFrame, onSecrets, tally: silent });
  return {
    write: reader.write,
    end() {
      const { linkTypes, lastTime, drops } = reader.end();
      net.end(lastTime);
      groups.end();
      return { linkTypes, start, end, firstFrame, lastFrame, drops, nanoseconds };
    },
  };
}

function findInLog(options: FindOptions): Finder {
  const take = createTaker(options);
  const reader = createLogReader({
    input: options.input,
    endpoints: { intern: options.endpoints.named },
    onPacket: (packet) => void take(packet.bytes, packet.start, packet.end, packet),
    tally: silent,
    ...(options.modified === undefined ? {} : { referenceTime: options.modified }),
  });
  return {
    write: reader.write,
    end() {
      const { firstTime, lastTime, messages } = reader.end();
      const [start, end] = messages === 0 ? [Infinity, -Infinity] : [firstTime, lastTime];
      return { linkTypes: [], start, end, firstFrame: 0, lastFrame: 0, drops: 0, nanoseconds: false };
    },
  };
}
