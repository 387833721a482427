/**
 * TLS connections whose keys are known, or may still become known: put together from their segments, decrypted, and
 * handed on as if their bytes had been sent in clear. Of all others nothing is kept but that they were met.
 */
import type { Origin, StreamChunk, Tally } from '../../model.ts';
import type { Carriers } from '../carriers.ts';
import { type Counters, createCounters } from '../counters.ts';
import type { Endpoints } from '../endpoints.ts';
import { type IpPacket, uint16, uint32 } from '../ip.ts';
import { isSipPort } from '../sip-ports.ts';
import { createConnections, isThere } from '../tcp-connections.ts';
import { CLOSED, type Segment } from '../tcp-direction.ts';
import { createReassembly } from '../tcp-reassembly.ts';
import { type Closed, type ClosedBecause, SIPS_PORT } from './closed.ts';
import { clientRandomIn, countSegment, openedAt, type Place, placeOf, type TlsConnection } from './connection.ts';
import { type Cutter, createCutter } from './cutter.ts';
import type { Decryption } from './decryption.ts';
import { hexOf } from './keylog.ts';
import { createSession } from './session.ts';
import { createTextGate } from './text.ts';

/** Either direction of a decrypted connection must begin with what `opens` for the connection to be handed on. */
export interface TlsOptions extends Pick<Carriers, 'opens' | 'mayOpen'> {
  readonly input: number;
  readonly endpoints: Endpoints;
  readonly tally: Tally;
  readonly counters: Counters;
  readonly numbering: { next: number };
  readonly decryption: Decryption;
  readonly closed: Closed;
  /** Takes decrypted bytes as those of TCP are taken: `tls` is set. The only way out of here. */
  onStream(chunk: StreamChunk): void;
}

export interface TlsConnections {
  /** Connections that are followed. */
  readonly size: number;
  /** Nothing has to be done before this time. */
  readonly deadline: number;
  /** Takes the segment when it belongs to a connection that is followed, or begins one. */
  accept(hash: number, ip: IpPacket, segment: Segment, reset: boolean): boolean;
  /** A SYN: what was known of a connection with these ports is over. `sequence` is that of the first byte behind it. */
  open(hash: number, ip: IpPacket, sequence: number): void;
  /** The key log has grown. */
  retry(): void;
  expire(time: number): void;
  end(time: number): void;
}

const MOST = 4096;
const IDLE = 3_600_000_000;
const SWEEP = 60_000_000;
const nothing = new Uint8Array(0);

export function createTlsConnections(options: TlsOptions): TlsConnections {
  const { input, endpoints, tally, counters, numbering, decryption, closed, opens, mayOpen, onStream } = options;
  const { ciphers, keyLog, mayBringSecrets } = decryption;
  const connections = createConnections<TlsConnection>(MOST);
  const byStream = new Map<number, { readonly connection: TlsConnection; readonly byClient: boolean }>();
  // Records that connections wait for, and work that holes make: bounds for all connections together.
  const memory = { left: 33_554_432 };
  const budget = { held: 8_388_608, looks: 200_000 };
  let sweepAt = Infinity;

  const reassembly = createReassembly({
    input,
    // Most of what was never ours is found out late.
    tally: { count() {} },
    counters: createCounters(),
    numbering,
    // What a direction opens with was looked at before.
    opens: () => true,
    mayOpen: () => true,
    onStream: onChunk,
  });

  const tls = {
    get size() {
      return connections.size;
    },
    deadline: Infinity,
    accept,
    open,
    retry,
    expire,
    end,
  };

  // ── Segments ──

  function accept(hash: number, ip: IpPacket, segment: Segment, reset: boolean): boolean {
    let connection = connections.size === 0 ? undefined : connections.find(hash, ip);
    connection ??= begin(hash, ip, segment);
    if (connection === undefined) return false;
    if (countSegment(connection, segment, () => closed.between(ip))) counters.tls++;
    connection.time = ip.time;
    reassembly.accept(isThere(connection, ip) ? connection.there : connection.back, segment);
    if (reset) {
      reassembly.close(connection.there, ip.time, segment);
      reassembly.close(connection.back, ip.time, segment);
    }
    leave(connection);
    tls.deadline = Math.min(tls.deadline, reassembly.deadline, sweepAt);
    return true;
  }

  function begin(hash: number, ip: IpPacket, segment: Segment): TlsConnection | undefined {
    const clientRandom = keyLog.size > 0 || mayBringSecrets ? clientRandomIn(segment) : undefined;
    if (clientRandom === undefined) return undefined;
    const { bytes, sequence } = segment;
    const ports = [uint16(bytes, ip.start), uint16(bytes, ip.start + 2)];
    const isOfSip = ports.some(isSipPort);
    // A hello that is cut before its random tells whose it is when the rest has come.
    const isKnown = clientRandom.length === 0 || keyLog.has(hexOf(clientRandom, 0, clientRandom.length));
    if (!isKnown && !(mayBringSecrets && (isOfSip || keyLog.size > 0))) {
      if (isOfSip) closed.settle(hash, 'no-key');
      return undefined;
    }
    const client = endpoints.of(bytes, ip.sourceAt, ip.addressLength, ports[0]);
    const server = endpoints.of(bytes, ip.destinationAt, ip.addressLength, ports[1]);
    const connection: TlsConnection = {
      hash,
      addresses: bytes.slice(ip.sourceAt, ip.destinationAt + ip.addressLength),
      sourcePort: ports[0],
      destinationPort: ports[1],
      there: openedAt(client, server, sequence, numbering.next++),
      back: openedAt(server, client, uint32(bytes, ip.start + 8), numbering.next++),
      time: ip.time,
      next: undefined,
      session: createSession<Place>({
        ciphers,
        keyLog,
        clientRandom,
        budget,
        mayWait: mayBringSecrets,
        onText: (byClient, text, place, gap) => onText(connection, byClient, text, place, gap),
        onSealed: ({ origin }) => note(connection, 'tls-not-decrypted', origin),
        onClosed: (because) => settle(connection, because),
      }),
      gate: createTextGate({
        isWanted: opens,
        mayBeWanted: mayOpen,
        onStream,
        onForeign: () => settle(connection, undefined),
      }),
      cutters: { client: cutterOf(() => connection, true), server: cutterOf(() => connection, false) },
      isOfSip,
      sips: ports.includes(SIPS_PORT),
      endings: [],
      segments: 0,
      data: 0,
      first: undefined,
    };
    byStream.set(connection.there.stream, { connection, byClient: true });
    byStream.set(connection.back.stream, { connection, byClient: false });
    connections.add(connection, evict);
    if (sweepAt === Infinity) sweepAt = ip.time + SWEEP;
    return connection;
  }

  // ── Records ──

  let current: StreamChunk | undefined;

  function onChunk(chunk: StreamChunk): void {
    const owner = byStream.get(chunk.stream);
    if (owner === undefined) return;
    const { connection, byClient } = owner;
    const cutter = byClient ? connection.cutters.client : connection.cutters.server;
    // Closing one connection may bring chunks of none other, so one cursor is enough.
    current = chunk;
    if (chunk.gap && chunk.start < chunk.end) note(connection, 'tcp-gap', chunk.origin);
    if (chunk.start < chunk.end || chunk.gap) cutter.chunk(chunk.bytes, chunk.start, chunk.end, chunk.gap);
    if (!chunk.last || !byStream.has(chunk.stream)) return;
    const torn = cutter.release();
    const { bytes: _, tls: __, ...rest } = chunk;
    connection.endings.push({ ...rest, bytes: nothing, start: 0, end: 0, gap: chunk.gap || torn });
  }

  /** Goes when both directions have ended, unless secrets may still come. */
  function leave(connection: TlsConnection): void {
    if (connection.there.state !== CLOSED || connection.back.state !== CLOSED || connection.session.isWaiting) return;
    conclude(connection);
  }

  function conclude(connection: TlsConnection): void {
    connection.session.end();
    for (const ending of connection.endings) {
      const owner = byStream.get(ending.stream);
      if (owner !== undefined) emit(connection, owner.byClient, ending);
    }
    settle(connection, undefined);
  }

  /** What other connections than those of SIP lose is of no interest. */
  function note({ isOfSip, gate }: TlsConnection, reason: string, { index, position }: Origin): void {
    if (isOfSip || gate.isOpen) tally.count(reason, index, position);
  }

  function cutterOf(connection: () => TlsConnection, byClient: boolean): Cutter {
    return createCutter({
      memory,
      onRecord(record, offset, lost) {
        const chunk = current;
        if (chunk === undefined || !byStream.has(chunk.stream)) return;
        connection().session.record(byClient, record, lost, () => placeOf(chunk, record.end - record.at, offset));
      },
      onNonsense() {
        const { session, hash } = connection();
        if (session.clientRandoms.length === 0) {
          // What looked like the first bytes of a hello was none.
          settle(connection(), undefined);
          closed.forget(hash);
        } else if (current !== undefined) note(connection(), 'tls-not-decrypted', current.origin);
      },
    });
  }

  function onText(connection: TlsConnection, byClient: boolean, bytes: Uint8Array, place: Place, gap: boolean): void {
    emit(connection, byClient, { ...place, bytes, start: 0, end: bytes.length, gap, last: false });
  }

  function emit(connection: TlsConnection, byClient: boolean, chunk: Omit<StreamChunk, 'tls'>): void {
    connection.gate.add(byClient, { ...chunk, tls: connection.session });
  }

  // ── Ends ──

  /** Nothing more is made of it. */
  function settle(connection: TlsConnection, because: ClosedBecause | undefined): void {
    const { hash, there, back, cutters, session, isOfSip, sips, segments, data, first } = connection;
    if (!byStream.delete(there.stream)) return;
    byStream.delete(back.stream);
    connections.remove(connection);
    cutters.client.release();
    cutters.server.release();
    closed.settle(hash, because);
    if (because === undefined || !(isOfSip || session.clientRandoms.some(keyLog.has))) return;
    if (sips) {
      counters.sips += segments;
      counters.sipsData += data;
      if (first !== undefined) counters.firstSipsData ??= first;
    } else if (first !== undefined) tally.count('tls-not-decrypted', first.origin.index, first.origin.position);
    if (first !== undefined) closed.tell(hash, because, first);
  }

  function open(hash: number, ip: IpPacket, sequence: number): void {
    const known = connections.find(hash, ip);
    if (known === undefined) {
      closed.forget(hash);
      return;
    }
    const direction = isThere(known, ip) ? known.there : known.back;
    // The SYN of a connection that is followed, sent or captured twice.
    if (Math.abs((direction.next - sequence) | 0) < 65_536 && direction.state !== CLOSED) return;
    finish(known, known.time);
    closed.forget(hash);
  }

  function finish(connection: TlsConnection, time: number): void {
    reassembly.close(connection.there, time);
    reassembly.close(connection.back, time);
    conclude(connection);
  }

  /** Should it go on, what it needs is gone. */
  function evict(connection: TlsConnection): void {
    finish(connection, connection.time);
    closed.settle(connection.hash, 'no-hello');
  }

  function retry(): void {
    connections.forEach((connection) => {
      connection.session.retry();
      leave(connection);
    });
  }

  function expire(time: number): void {
    reassembly.expire(time);
    if (time >= sweepAt) {
      connections.forEach((connection) => {
        if (Math.abs(time - connection.time) >= IDLE) evict(connection);
      });
      sweepAt = connections.size === 0 ? Infinity : time + SWEEP;
    }
    tls.deadline = Math.min(reassembly.deadline, sweepAt);
  }

  function end(time: number): void {
    connections.forEach((connection) => void finish(connection, time));
    tls.deadline = Infinity;
  }

  return tls;
}
