/**
 * TCP (RFC 9293): finds the connections that carry SIP and hands out their bytes in order. Of all others nothing is
 * kept but where the latest of them began.
 */
import type { ClosedConnections, NetworkEvent } from '../events.ts';
import type { StreamChunk, Tally } from '../model.ts';
import type { Carriers } from './carriers.ts';
import type { Counters } from './counters.ts';
import type { Endpoints } from './endpoints.ts';
import { type IpPacket, uint16, uint32 } from './ip.ts';
import { type Connection, createConnections, hashOf, isThere } from './tcp-connections.ts';
import { createDials } from './tcp-dials.ts';
import { CLOSED, createDirection, createSegment, type Direction, OPENED, SIP, UNKNOWN } from './tcp-direction.ts';
import { createOpenings } from './tcp-opening.ts';
import { createReassembly, WINDOW } from './tcp-reassembly.ts';
import { createRequests } from './tcp-requests.ts';
import { isTelling } from './telling.ts';
import { createClosed } from './tls/closed.ts';
import { createTlsConnections, type TlsConnections } from './tls/connections.ts';
import type { Decryption } from './tls/decryption.ts';
import { HANDSHAKE } from './tls/record.ts';

export interface TcpOptions extends Pick<Carriers, 'opens' | 'mayOpen'> {
  readonly input: number;
  readonly endpoints: Endpoints;
  readonly tally: Tally;
  readonly counters: Counters;
  /** Without it, TLS is only counted. */
  readonly decryption?: Decryption | undefined;
  looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean;
  /** Bytes of connections that begin so, sent in clear or decrypted. */
  onStream(chunk: StreamChunk): void;
  onEvent(event: NetworkEvent): void;
}

export interface Tcp {
  /** Nothing has to be done before this time. */
  readonly deadline: number;
  /** TLS connections that stay closed. */
  readonly closed: readonly ClosedConnections[];
  /** False when the header is damaged. */
  segment(ip: IpPacket): boolean;
  /** There are more secrets of TLS than before. */
  retry(): void;
  expire(time: number): void;
  /** `time` is that of the last frame. */
  end(time: number): void;
}

const HEADER = 20;
const FIN = 1;
const SYN = 2;
const RST = 4;
const ACK = 16;

// A connection may be silent for as long as it likes; its memory is limited by number, too.
const IDLE = 3_600_000_000;
/** How long a closed connection is remembered, so that a late repetition does not open it again. */
const LINGER = 60_000_000;
const SWEEP = 60_000_000;
/** Segments that come early by more than this do not make a connection worth waiting for. */
const NEAR = 65_536;

export function createTcp(options: TcpOptions): Tcp {
  const { endpoints, counters, decryption, opens, mayOpen } = options;
  const numbering = { next: 0 };
  const reassembly = createReassembly({ ...options, numbering });
  const connections = createConnections<Connection>();
  const openings = createOpenings();
  const dials = createDials(options);
  const closed = createClosed(options);
  const tls = decryption && createTlsConnections({ ...options, decryption, numbering, closed });
  const requests = createRequests(options);
  const cursor = createSegment();
  let sweepAt = Infinity;
  let segmentsSinceSweep = 0;

  const tcp = {
    deadline: Infinity,
    get closed() {
      return closed.connections;
    },
    segment,
    retry: () => tls?.retry(),
    expire,
    end,
  };

  function segment(ip: IpPacket): boolean {
    const { bytes, start: at } = ip;
    if (ip.end - at < HEADER) return false;
    const start = at + ((bytes[at + 12] >> 4) << 2);
    if (start < at + HEADER || start > ip.end) return false;
    counters.tcp++;
    const flags = bytes[at + 13];
    const empty = start === ip.end && ip.missing === 0;
    if (empty && (flags & (SYN | FIN | RST)) === 0) return true;

    const source = hashOf(bytes, ip.sourceAt, ip.addressLength, uint16(bytes, at));
    const destination = hashOf(bytes, ip.destinationAt, ip.addressLength, uint16(bytes, at + 2));
    const hash = (source + destination) & 0x3fffffff;
    let connection = connections.size === 0 ? undefined : connections.find(hash, ip);
    let sequence = uint32(bytes, at + 4);
    if ((flags & SYN) !== 0) {
      // The SYN itself takes one number.
      sequence = (sequence + 1) >>> 0;
      if (connection !== undefined && !reopen(connection, ip, sequence)) connection = undefined;
      if (connection === undefined) openings.remember(wayOf(source, destination), sequence);
      if ((flags & ACK) !== 0) dials.forget(wayOf(destination, source));
      else dials.dial(wayOf(source, destination), ip, sequence);
      tls?.open(hash, ip, sequence);
    } else if (dials.size > 0) {
      dials.forget(wayOf(source, destination));
      if ((flags & RST) !== 0) dials.refuse(wayOf(destination, source), ip);
    }
    if (connection === undefined) {
      if (
        tls !== undefined &&
        (tls.size > 0 || (start < ip.end && bytes[start] === HANDSHAKE)) &&
        decrypts(tls, ip, start, sequence, flags, hash)
      )
        return true;
      if (start === ip.end || !isWorthwhile(ip, start, sequence, wayOf(source, destination), hash)) {
        if ((flags & (FIN | RST)) !== 0) closed.close(hash, ip, endOf(ip, start, sequence));
        return true;
      }
      connection = open(ip, sequence, source, destination);
    }
    follow(connection, ip, start, sequence, flags);
    return true;
  }

  /** Is it of a TLS connection whose keys are known? */
  function decrypts(tls: TlsConnections, ip: IpPacket, start: number, sequence: number, flags: number, hash: number) {
    point(ip, start, sequence, flags);
    if (!tls.accept(hash, ip, cursor, (flags & RST) !== 0)) return false;
    closed.watch(hash, ip, start, sequence);
    if ((flags & (FIN | RST)) !== 0) closed.close(hash, ip, endOf(ip, start, sequence));
    if (tls.deadline < tcp.deadline) tcp.deadline = tls.deadline;
    return true;
  }

  function point(ip: IpPacket, start: number, sequence: number, flags: number): void {
    cursor.sequence = sequence;
    cursor.bytes = ip.bytes;
    cursor.start = start;
    cursor.end = ip.end;
    cursor.missing = ip.missing;
    cursor.fin = (flags & FIN) !== 0;
    cursor.time = ip.time;
    cursor.number = ip.number;
    cursor.position = ip.reassembled ? ip.position : ip.position + start - ip.start;
  }

  function follow(connection: Connection, ip: IpPacket, start: number, sequence: number, flags: number): void {
    point(ip, start, sequence, flags);
    segmentsSinceSweep++;
    const direction = isThere(connection, ip) ? connection.there : connection.back;
    if (start === ip.end && (flags & (FIN | RST)) !== 0) requests.close(connection, direction, ip, sequence);
    if (start < ip.end) requests.hear(connection, direction, ip, start);
    connection.time = ip.time;
    reassembly.accept(direction, cursor);
    if ((flags & RST) !== 0) {
      reassembly.close(connection.there, ip.time, cursor);
      reassembly.close(connection.back, ip.time, cursor);
    }
    if (!isUseful(connection.there) && !isUseful(connection.back)) connections.remove(connection);
    if (reassembly.deadline < tcp.deadline) tcp.deadline = reassembly.deadline;
  }

  /** A SYN on a known connection; false when it opens a new one with the same ports. */
  function reopen(connection: Connection, ip: IpPacket, sequence: number): boolean {
    const direction = isThere(connection, ip) ? connection.there : connection.back;
    if (direction.state === UNKNOWN) {
      direction.state = OPENED;
      direction.next = sequence;
      return true;
    }
    const behind = (direction.next - sequence) | 0;
    if (direction.state !== CLOSED && behind >= 0 && behind < WINDOW) return true;
    connections.remove(connection);
    evict(connection);
    return false;
  }

  /** Does data of an unknown connection look like SIP, or may it yet? */
  function isWorthwhile(ip: IpPacket, start: number, sequence: number, way: number, hash: number): boolean {
    const { bytes } = ip;
    if (opens(bytes, start, ip.end)) return true;
    const first = openings.recall(way);
    if (first >= 0) {
      const ahead = (sequence - first) | 0;
      if (ahead === 0 && isTelling(bytes, start, ip.end) && !mayOpen(bytes, start, ip.end)) openings.forget(way);
      else if (ahead >= 0 && ahead < NEAR) return true;
    }
    counters.tcpNotSip++;
    closed.see(hash, ip, start, sequence);
    return false;
  }

  function open(ip: IpPacket, sequence: number, source: number, destination: number): Connection {
    const { bytes, start: at, addressLength } = ip;
    const sourcePort = uint16(bytes, at);
    const destinationPort = uint16(bytes, at + 2);
    const from = endpoints.of(bytes, ip.sourceAt, addressLength, sourcePort);
    const to = endpoints.of(bytes, ip.destinationAt, addressLength, destinationPort);
    const there = createDirection(from, to);
    const back = createDirection(to, from);
    const first = openings.recall(wayOf(source, destination));
    const ahead = (sequence - first) | 0;
    if (first >= 0 && ahead >= 0 && ahead < NEAR) expectAt(there, first);
    const answer = openings.recall(wayOf(destination, source));
    if (answer >= 0) expectAt(back, answer);
    openings.forget(wayOf(source, destination));
    openings.forget(wayOf(destination, source));
    const connection: Connection = {
      hash: (source + destination) & 0x3fffffff,
      addresses: bytes.slice(ip.sourceAt, ip.destinationAt + addressLength),
      sourcePort,
      destinationPort,
      there,
      back,
      time: Number.NEGATIVE_INFINITY,
      waiting: undefined,
      asked: 0.5,
      idle: 0.5,
      answerAt: 0.5,
      next: undefined,
    };
    connections.add(connection, evict);
    if (sweepAt === Infinity) sweepAt = ip.time + SWEEP;
    if (sweepAt < tcp.deadline) tcp.deadline = sweepAt;
    return connection;
  }

  function close(connection: Connection, time: number): void {
    reassembly.close(connection.there, time);
    reassembly.close(connection.back, time);
  }

  function evict(connection: Connection): void {
    close(connection, connection.time);
  }

  function expire(time: number): void {
    reassembly.expire(time);
    tls?.expire(time);
    if (time >= sweepAt) {
      // Never more work than the segments since the last time have earned.
      if (segmentsSinceSweep >= connections.size) sweep(time);
      sweepAt = connections.size === 0 ? Infinity : time + SWEEP;
    }
    tcp.deadline = Math.min(reassembly.deadline, sweepAt, tls?.deadline ?? Infinity);
  }

  function sweep(time: number): void {
    segmentsSinceSweep = 0;
    connections.forEach((connection) => {
      const closed = connection.there.state === CLOSED && connection.back.state === CLOSED;
      const useful = isUseful(connection.there) || isUseful(connection.back);
      if (useful && Math.abs(time - connection.time) < (closed ? LINGER : IDLE)) return;
      connections.remove(connection);
      close(connection, time);
    });
  }

  function end(time: number): void {
    dials.end();
    tls?.end(time);
    connections.forEach((connection) => {
      connections.remove(connection);
      close(connection, time);
    });
    sweepAt = Infinity;
    tcp.deadline = Infinity;
  }

  return tcp;
}

/** One direction of a connection, for the openings. */
function wayOf(source: number, destination: number): number {
  return (Math.imul(source, 31) + destination) | 0;
}

/** The sequence number behind a segment. */
function endOf(ip: IpPacket, start: number, sequence: number): number {
  return (sequence + ip.end - start + ip.missing) >>> 0;
}

function expectAt(direction: Direction, first: number): void {
  direction.state = OPENED;
  direction.next = first;
}

/** It carries SIP, did, or may yet. */
function isUseful({ state, stream, held }: Direction): boolean {
  return state === SIP || stream >= 0 || held.length > 0;
}
