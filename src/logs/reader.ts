/** The log reader: chunks of text in, packets out, in the order of the file. Memory does not grow with the file. */
import type { Packet, Tally } from '../model.ts';
import { type Clock, createClock } from './clock.ts';
import { dialects } from './dialects.ts';
import { createEndpointResolver, type EndpointTable } from './endpoints.ts';
import { createFramer } from './framer.ts';
import { createGatherers } from './gather.ts';
import { createLineSplitter, type PhysicalLine } from './lines.ts';
import type { FramedMessage } from './message.ts';
import { type Arrival, createOrder } from './order.ts';
import { createSharedRecords } from './shared-record.ts';
import { findStamp, parseSipDate, type Stamp } from './stamps.ts';
import { createTraceReader, opensTrace, type TraceReader } from './trace.ts';
import type { Line } from './unwrap.ts';
import { createWrapping } from './wrapping.ts';

export interface LogOptions {
  /** Index of the input, for `origin`. */
  readonly input: number;
  readonly endpoints: EndpointTable;
  /** The packet's bytes are its own. */
  onPacket(packet: Packet): void;
  readonly tally: Tally;
  /** A time near the log's (microseconds), for stamps without date or year: when the file was changed, say. */
  readonly referenceTime?: number;
}

/** Takes a log in chunks of any size. A chunk's bytes may be reused as soon as `write` returns. */
export interface LogReader {
  write(chunk: Uint8Array): void;
  end(): LogSummary;
}

export interface LogSummary {
  /** Dialect ids, the most frequent first. */
  readonly format: readonly string[];
  readonly lines: number;
  readonly messages: number;
  /** Earliest and latest time; trace text may set them beyond its messages. 0 when there is nothing. */
  readonly firstTime: number;
  readonly lastTime: number;
  /** The file does not end within a message, and no limit of ours cut anything. */
  readonly complete: boolean;
  /** Times were printed without a zone and read as UTC. */
  readonly zoneAssumed: boolean;
  /** Day or year were not printed and nothing in the file tells them. */
  readonly dateAssumed: boolean;
  /** No message has a printed time: order is all there is. */
  readonly untimed: boolean;
  /** The log begins with its newest record; messages came in the order of time nevertheless. */
  readonly newestFirst: boolean;
}

/** Messages that wait for something that tells their date, and their bytes. */
const MAX_HELD = 2000;
const MAX_HELD_BYTES = 8_388_608;

/** A packet whose time is set when it is known. */
type Undated = { -readonly [Key in keyof Packet]: Packet[Key] };

interface Held {
  readonly stamp: Stamp | undefined;
  readonly packet: Undated;
}

/** What our own limits cut. */
const LIMITS = new Set(['line-too-long', 'message-too-long']);

export function createLogReader(options: LogOptions): LogReader {
  const { input, onPacket } = options;
  const tally: Tally = {
    count(reason, index, position) {
      if (LIMITS.has(reason)) complete = false;
      options.tally.count(reason, index, position);
    },
  };
  const clock: Clock = createClock(options.referenceTime);
  const resolver = createEndpointResolver(options.endpoints);
  const counts = new Map<string, number>();
  let held: Held[] = [];
  let heldBytes = 0;
  let messages = 0;
  let timed = 0;
  let firstTime = Infinity;
  let lastTime = -Infinity;
  let complete = true;
  let ending = false;
  /** The last line with a full date. */
  let dated: Line | undefined;

  function bound(time: number): void {
    if (time < firstTime) firstTime = time;
    if (time > lastTime) lastTime = time;
  }

  function send(time: number, packet: Undated): void {
    bound(time);
    packet.time = time;
    onPacket(packet);
  }

  function release(): void {
    let sent = 0;
    for (; sent < held.length; sent++) {
      const time = clock.resolve(held[sent].stamp);
      if (time === undefined) break;
      heldBytes -= held[sent].packet.bytes.length;
      send(time, held[sent].packet);
    }
    if (sent > 0) held = held.slice(sent);
  }

  function schedule(stamp: Stamp | undefined, packet: Undated): void {
    messages++;
    const dialect = packet.log?.dialect ?? '';
    counts.set(dialect, (counts.get(dialect) ?? 0) + 1);
    if (stamp) {
      timed++;
      clock.sawStamp(stamp);
    }
    if (held.length === 0) {
      const time = clock.resolve(stamp);
      if (time !== undefined) {
        send(time, packet);
        return;
      }
    }
    held.push({ stamp, packet });
    heldBytes += packet.bytes.length;
    release();
    if (held.length >= MAX_HELD || heldBytes >= MAX_HELD_BYTES) {
      clock.giveUp();
      release();
    }
  }

  function onMessage(message: FramedMessage): void {
    const { opening, number, position } = message;
    if (opening.repeated) {
      tally.count('repeated-message', number, position);
      return;
    }
    if (message.truncated && ending) complete = false;
    const stamp = opening.time;
    const stated = dated && stamp && stamp.kind !== 'absolute' ? findStamp(dated.stamp || dated.text) : undefined;
    dated = undefined;
    order.add({ message, dated: stated?.kind === 'absolute' ? stated.time : undefined });
  }

  function take({ message, dated: day }: Arrival): void {
    const { opening, facts, number, position, length } = message;
    const stamp = opening.time;
    if (day !== undefined) clock.sawDatedLine(day);
    const date = facts.date ? parseSipDate(facts.date) : undefined;
    if (date !== undefined) clock.sawSipDate(date);
    const ends = resolver.resolve(opening, facts);
    const bytes = toBytes(message.text);
    schedule(stamp, {
      time: 0,
      transport: ends.transport,
      source: ends.source,
      destination: ends.destination,
      bytes,
      start: 0,
      end: bytes.length,
      origin: { input, index: number, position, length },
      truncated: message.truncated,
      ipId: -1,
      ttl: 0,
      log: {
        dialect: opening.dialect,
        resolution: stamp ? stamp.resolution : Infinity,
        endpointsInferred: ends.inferred,
        exactBytes: message.exact,
      },
    });
  }

  const order = createOrder(take, tally);
  const shared = createSharedRecords(onMessage, tally);
  const framer = createFramer(
    dialects,
    shared.message,
    (line) => {
      if (line.stamp !== '' || (line.text.charCodeAt(4) === 45 && line.text.charCodeAt(7) === 45)) dated = line;
    },
    tally,
  );
  const gatherers = createGatherers(dialects, framer.line);
  const wrapping = createWrapping(dialects, gatherers.line, tally);

  const trace: TraceReader = createTraceReader({
    message(message) {
      const { transport, text, number, position, length, truncated, time, hints } = message;
      const { resolution, inferred, rebuilt } = hints;
      const bytes = toBytes(text);
      if (truncated && ending) complete = false;
      schedule(
        { kind: 'absolute', time, zone: true, resolution },
        {
          time,
          transport,
          source: options.endpoints.intern(message.source.address, message.source.port),
          destination: options.endpoints.intern(message.destination.address, message.destination.port),
          bytes,
          start: 0,
          end: bytes.length,
          origin: { input, index: number, position, length },
          truncated,
          ipId: -1,
          ttl: 0,
          log: { dialect: 'trace', resolution, endpointsInferred: inferred, exactBytes: !truncated && !rebuilt },
        },
      );
    },
    bound,
    notUnderstood: (line) => tally.count('trace-line-not-understood', line.number, line.position),
  });
  let inTrace = false;

  function onLine(line: PhysicalLine): void {
    if (line.cut) tally.count('line-too-long', line.number, line.position);
    if (!inTrace && opensTrace(line.raw) && !wrapping.busy) {
      flush();
      inTrace = true;
    }
    if (!inTrace) wrapping.line(line);
    else inTrace = trace.line(line);
  }

  function flush(): void {
    wrapping.end();
    gatherers.end();
    framer.end();
    shared.end();
    order.end();
  }

  const splitter = createLineSplitter(onLine);
  return {
    write: splitter.write,
    end() {
      const lines = splitter.end();
      ending = true;
      trace.end();
      flush();
      clock.giveUp();
      release();
      const empty = lastTime === -Infinity;
      return {
        format: [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id),
        lines,
        messages,
        firstTime: empty ? 0 : firstTime,
        lastTime: empty ? 0 : lastTime,
        complete,
        zoneAssumed: clock.zoneAssumed,
        dateAssumed: clock.dateAssumed,
        untimed: messages > 0 && timed === 0,
        newestFirst: order.reversed,
      };
    },
  };
}

function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
