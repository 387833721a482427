/** Opens one input by what its first bytes are, and wires its reader to the message parser. The only branch on formats. */

import { latin1 } from './bytes.ts';
import type { TrafficFacts } from './events.ts';
import { createPcapReader } from './files/pcap.ts';
import { createPcapngReader } from './files/pcapng.ts';
import { sniff } from './files/sniff.ts';
import type { TlsCiphers } from './keys.ts';
import { linkOf } from './link/links.ts';
import { createLogReader } from './logs/reader.ts';
import type { MediaLog } from './media/media.ts';
import type { Frame, InputSink, Packet } from './model.ts';
import { createNetDecoder, type NetDecoder } from './net/decoder.ts';
import type { Endpoints } from './net/endpoints.ts';
import type { KeyLog } from './net/tls/keylog.ts';
import type { InputRecord } from './record/input.ts';
import { createFramer } from './sip/framing.ts';
import type { Arrival } from './sip/message.ts';
import { looksLikeSip } from './sip/recognise.ts';
import type { NetworkLog } from './state/network.ts';

export interface OpenOptions {
  readonly record: InputRecord;
  /** Index of the input in the report. */
  readonly index: number;
  readonly endpoints: Endpoints;
  /** Time of the latest packet of the input, µs; kept up to date here. */
  readonly clock: { now: number };
  /** By how much the clock of the input is ahead of that of the analysis, µs. */
  readonly ahead: number;
  /** Takes what the network did beside carrying SIP. */
  readonly network: NetworkLog;
  /** Takes the datagrams that are no SIP; undefined where media is not wanted. */
  readonly media?: Pick<MediaLog, 'datagram'> | undefined;
  /** When the input was last written, µs; a log may need it to know its year. */
  readonly modified?: number | undefined;
  /** To decrypt TLS with: secrets of the whole analysis, to which captures add theirs. */
  readonly ciphers?: TlsCiphers | undefined;
  readonly keyLog: KeyLog;
  /** What looks like a SIP message, borrowed for the call; false when it is none. */
  take(bytes: Uint8Array, start: number, end: number, arrival: Arrival): boolean;
}

type Reader = Pick<InputSink, 'write' | 'end'>;

/** Bytes that decide the format; fewer only when the input has no more. */
const HEAD = 4096;

export function openInput(options: OpenOptions): InputSink {
  const { record } = options;
  let head = new Uint8Array(0);
  let reader: Reader | undefined;

  function decide(): Reader {
    const kind = sniff(head);
    const opened = kind === 'pcap' || kind === 'pcapng' ? openCapture(options, kind) : openOther(options, kind);
    opened.write(head);
    head = new Uint8Array(0);
    return opened;
  }

  return {
    write(chunk) {
      record.bytes += chunk.length;
      if (reader !== undefined) {
        reader.write(chunk);
        return;
      }
      const joined = new Uint8Array(head.length + chunk.length);
      joined.set(head);
      joined.set(chunk, head.length);
      head = joined;
      if (head.length >= HEAD) reader = decide();
    },
    damaged(reason) {
      record.broken = reason;
    },
    end() {
      reader ??= decide();
      reader.end();
      if (record.broken === '') return;
      record.complete = false;
      record.count(record.broken, record.frames, record.bytes);
    },
  };
}

function openOther(options: OpenOptions, kind: ReturnType<typeof sniff>): Reader {
  if (kind === 'text') return openLog(options);
  // Of a file that cannot be unpacked or read, there is nothing to tell by what it is.
  options.record.problem = options.record.broken || `input-${kind}`;
  return { write() {}, end() {} };
}

/** What begins like SIP and is none is counted. */
function take({ record, take }: OpenOptions, packet: Packet): void {
  if (take(packet.bytes, packet.start, packet.end, packet)) return;
  record.count('sip-undecodable', packet.origin.index, packet.origin.position);
}

function openCapture(options: OpenOptions, kind: 'pcap' | 'pcapng'): Reader {
  const { record, clock, ahead, endpoints, network, media, ciphers, keyLog } = options;
  const framer = createFramer(({ bytes, start, end, chunk, truncated }) => {
    const { time, source, destination, origin } = chunk;
    take(options, {
      time,
      transport: chunk.tls === undefined ? 'tcp' : 'tls',
      source,
      destination,
      bytes,
      start,
      end,
      origin,
      truncated,
      ipId: -1,
      ttl: -1,
    });
  }, record);
  /** Agents have clocks of their own, and so has who replays what they sent: theirs is the time of what they saw. */
  let byAgents = false;
  const before = clock.now;

  function takeDatagram(packet: Packet): void {
    if (packet.capturePoint !== undefined) {
      if (!byAgents && record.sipMessages === 0) clock.now = Math.min(before, packet.time);
      byAgents = true;
    }
    if (byAgents && packet.time > clock.now) clock.now = packet.time;
    take(options, packet);
  }

  const net = createNetDecoder({
    input: options.index,
    endpoints,
    ahead,
    decryption: ciphers && { ciphers, keyLog, mayBringSecrets: kind === 'pcapng' },
    looksLikeSip,
    onDatagram: takeDatagram,
    onOther: media?.datagram,
    onStream: (chunk) => framer.chunk(chunk),
    onEvent: (event) => network.add(event),
    tally: record,
  });
  network.traffic.push(trafficOf(net, record, () => ciphers !== undefined && keyLog.size > 0));
  const onFrame = (frame: Frame) => {
    frame.time -= ahead;
    if (!byAgents && frame.time > clock.now) clock.now = frame.time;
    net.frame(frame);
  };
  const onSecrets = (bytes: Uint8Array) => {
    if (ciphers !== undefined && keyLog.add(latin1(bytes, 0, bytes.length)) > 0) net.retry();
  };
  const reader = (kind === 'pcap' ? createPcapReader : createPcapngReader)({ onFrame, onSecrets, tally: record });
  return {
    write: (chunk) => reader.write(chunk),
    end() {
      const facts = reader.end();
      net.end(facts.lastTime - ahead);
      record.format = facts.format;
      record.frames = facts.frames;
      record.countMany('frames-cut-short', facts.cutFrames, 1, 0);
      record.countMany('capture-drops', facts.drops, 1, 0);
      record.countMany('tls-on-sip-port', net.counters.sips, 1, 0);
      record.links = facts.linkTypes.map((type) => linkOf(type)?.title ?? `LINKTYPE ${type}`);
      record.complete = facts.complete;
      if (facts.frames === 0) return;
      record.start = facts.firstTime;
      record.end = facts.lastTime;
    },
  };
}

/** What is not decoded may hide media. */
const veils = [
  'esp',
  'link-type-unknown',
  'tunnel-too-deep',
  'l2tp-layout-unknown',
  'wlan-encrypted',
  'wlan-fragment',
  'frames-cut-short',
];

/** As they are whenever they are asked for. */
function trafficOf(net: NetDecoder, record: InputRecord, hasKeys: () => boolean): TrafficFacts {
  const { counters } = net;
  return {
    get strays() {
      return { count: counters.strays, first: counters.firstStray };
    },
    get encrypted() {
      return { count: counters.sipsData, first: counters.firstSipsData };
    },
    get closed() {
      return hasKeys() ? net.closed : undefined;
    },
    get media() {
      return counters.media || veils.some((reason) => record.countOf(reason).count > 0);
    },
    get laterFragments() {
      return counters.laterFragments > 0;
    },
  };
}

function openLog(options: OpenOptions): Reader {
  const { record, clock, ahead, endpoints } = options;
  record.kind = 'log';
  const reader = createLogReader({
    input: options.index,
    endpoints: { intern: endpoints.named },
    onPacket(packet) {
      const time = packet.time - ahead;
      if (time > clock.now) clock.now = time;
      take(options, ahead === 0 ? packet : { ...packet, time });
    },
    tally: record,
    referenceTime: options.modified,
  });
  return {
    write: (chunk) => reader.write(chunk),
    end() {
      const facts = reader.end();
      // What our own limits cut was counted where it stands.
      const limited = record.countOf('line-too-long').count + record.countOf('message-too-long').count > 0;
      if (!facts.complete && !limited && record.broken === '') record.count('log-cut', facts.lines, record.bytes);
      record.format = facts.format.join('+') || 'text';
      record.frames = facts.lines;
      record.complete = facts.complete;
      record.newestFirst = facts.newestFirst;
      if (facts.messages === 0) return;
      record.start = facts.firstTime;
      record.end = facts.lastTime;
      clock.now = Math.max(clock.now, facts.lastTime - ahead);
    },
  };
}
