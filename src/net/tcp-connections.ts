/** The TCP connections that carry SIP, found by their addresses and ports without allocating. */
import type { IpPacket } from './ip.ts';
import { uint16, uint32 } from './ip.ts';
import type { Direction } from './tcp-direction.ts';

/** What a connection is found by. */
export interface Linked {
  readonly hash: number;
  /** Source and destination of the segment that it was made for, as they stood in the header. */
  readonly addresses: Uint8Array;
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Of its last segment. */
  time: number;
  /** The next one with the same hash. */
  next: this | undefined;
}

export interface Connection extends Linked {
  /** From that source to that destination, and back. */
  readonly there: Direction;
  readonly back: Direction;
  /** The direction in which a request went after a silence, until the other one answers. */
  waiting: Direction | undefined;
  /** When it went, and how long the silence was, µs. */
  asked: number;
  idle: number;
  /** Sequence number with which an answer to it begins. */
  answerAt: number;
}

export interface Connections<C extends Linked> {
  readonly size: number;
  find(hash: number, ip: IpPacket): C | undefined;
  /** Calls back for the connections that have to go because there are too many. */
  add(connection: C, onEvict: (connection: C) => void): void;
  remove(connection: C): void;
  forEach(visit: (connection: C) => void): void;
}

const MOST = 16_384;
// Nobody has that many with one hash, unless on purpose.
const MOST_OF_ONE_HASH = 16;

export function createConnections<C extends Linked>(most = MOST): Connections<C> {
  const byHash = new Map<number, C>();

  const connections = { size: 0, find, add, remove, forEach };

  function find(hash: number, ip: IpPacket): C | undefined {
    let connection = byHash.get(hash);
    while (connection !== undefined && !matches(connection, ip)) connection = connection.next;
    return connection;
  }

  function add(connection: C, onEvict: (connection: C) => void): void {
    if (connections.size >= most) evict(onEvict);
    let length = 1;
    const first = byHash.get(connection.hash);
    for (let other = first; other !== undefined; other = other.next) {
      if (++length > MOST_OF_ONE_HASH) {
        remove(other);
        onEvict(other);
        break;
      }
    }
    connection.next = byHash.get(connection.hash);
    byHash.set(connection.hash, connection);
    connections.size++;
  }

  /** The half that was silent for longest. */
  function evict(onEvict: (connection: C) => void): void {
    const all: C[] = [];
    forEach((connection) => all.push(connection));
    all.sort((a, b) => a.time - b.time);
    for (const connection of all.slice(0, most / 2)) {
      remove(connection);
      onEvict(connection);
    }
  }

  function remove(connection: C): void {
    const first = byHash.get(connection.hash);
    if (first === connection) {
      if (connection.next === undefined) byHash.delete(connection.hash);
      else byHash.set(connection.hash, connection.next);
      connections.size--;
      return;
    }
    for (let other = first; other !== undefined; other = other.next) {
      if (other.next === connection) {
        other.next = connection.next;
        connections.size--;
        return;
      }
    }
  }

  function forEach(visit: (connection: C) => void): void {
    for (const first of byHash.values()) {
      let connection: C | undefined = first;
      while (connection !== undefined) {
        // `visit` may remove it.
        const { next }: C = connection;
        visit(connection);
        connection = next;
      }
    }
  }

  return connections;
}

/** Of an address and a port. */
export function hashOf(bytes: Uint8Array, at: number, length: number, port: number): number {
  // Mixed on its own: addresses and ports that count up together must not cancel each other out.
  let hash = Math.imul(port, 0x85ebca6b);
  hash ^= hash >>> 13;
  for (let i = at; i < at + length; i += 4) {
    hash = Math.imul(hash ^ uint32(bytes, i), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

function matches(connection: Linked, ip: IpPacket): boolean {
  return isThere(connection, ip) || isBack(connection, ip);
}

/** Does the segment go the way of the one that the connection was made for? */
export function isThere({ addresses, sourcePort, destinationPort }: Linked, ip: IpPacket): boolean {
  const { bytes, start } = ip;
  return (
    uint16(bytes, start) === sourcePort &&
    uint16(bytes, start + 2) === destinationPort &&
    addresses.length === ip.addressLength * 2 &&
    sameBytes(addresses, 0, bytes, ip.sourceAt, ip.addressLength) &&
    sameBytes(addresses, ip.addressLength, bytes, ip.destinationAt, ip.addressLength)
  );
}

function isBack({ addresses, sourcePort, destinationPort }: Linked, ip: IpPacket): boolean {
  const { bytes, start } = ip;
  return (
    uint16(bytes, start) === destinationPort &&
    uint16(bytes, start + 2) === sourcePort &&
    addresses.length === ip.addressLength * 2 &&
    sameBytes(addresses, 0, bytes, ip.destinationAt, ip.addressLength) &&
    sameBytes(addresses, ip.addressLength, bytes, ip.sourceAt, ip.addressLength)
  );
}

function sameBytes(a: Uint8Array, aAt: number, b: Uint8Array, bAt: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[aAt + i] !== b[bAt + i]) return false;
  return true;
}
