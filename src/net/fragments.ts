/**
 * Reassembly of fragmented IP packets (RFC 791 §3.2, RFC 8200 §4.5). Only what may become SIP is kept, or a tunnel with
 * SIP in it: of a UDP datagram, the first fragment tells. Where fragments overlap, the bytes that came first stand.
 */
import { latin1 } from '../bytes.ts';
import type { Tally } from '../model.ts';
import { createIpPacket, type IpPacket, TCP, UDP, uint16 } from './ip.ts';
import { SCTP } from './sctp-chunks.ts';
import { isTelling } from './telling.ts';
import { tunnelOfPorts, tunnelOfProtocol } from './tunnels/index.ts';
import { mayWrap } from './wrapped.ts';

export interface FragmentOptions {
  readonly tally: Tally;
  looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean;
  /** The readable beginning of a packet (TCP's excepted) of which fragments are missing: `missing` says how many bytes at most. */
  onIncomplete(ip: IpPacket): void;
}

export interface Fragments {
  /** No packet is given up before this time. */
  readonly deadline: number;
  /** Takes the fragment that `ip` is. When it completes a packet, `ip` becomes that packet and true is returned. */
  add(ip: IpPacket): boolean;
  /** Gives up the packets whose fragments should have come by `time`. */
  expire(time: number): void;
  end(): void;
}

interface Piece {
  /** Offset in the packet. */
  readonly start: number;
  /** By the fragment's header; fewer bytes may have been captured. */
  readonly end: number;
  readonly bytes: Uint8Array;
}

interface Assembly {
  /** Source and destination, as they stood in the header. */
  readonly addresses: Uint8Array;
  /** In order and without overlap. */
  pieces: Piece[];
  /** Length of the whole packet, once its last fragment was seen; -1 before. */
  total: number;
  /** Its first fragment showed that it is not SIP. */
  ignored: boolean;
  // The first fragment to arrive.
  readonly time: number;
  readonly number: number;
  readonly position: number;
  readonly length: number;
  readonly protocol: number;
  readonly id: number;
  readonly ttl: number;
}

// Fragments of one packet follow one another at once; RFC 791's 15 seconds would only delay the news.
const PATIENCE = 1_000_000;
const MOST_ASSEMBLIES = 4096;
// With what the objects take themselves.
const MOST_MEMORY = 33_554_432;
const OVERHEAD = 256;
const MOST_PIECES = 512;
const LARGEST_PACKET = 65_535;
/** A fragment of a packet that became whole this long ago (µs) was captured twice. */
const TWICE = 250_000;
const MOST_WHOLE = 1024;
const UDP_HEADER = 8;

export function createFragments({ tally, looksLikeSip, onIncomplete }: FragmentOptions): Fragments {
  const assemblies = new Map<string, Assembly>();
  /** When packets became whole, the latest ones. */
  const whole = new Map<string, number>();
  const incomplete = createIpPacket();
  let memory = 0;

  const fragments = { deadline: Infinity, add, expire, end };

  function add(ip: IpPacket): boolean {
    if (!isPutTogether(ip.protocol)) return false;
    const key = keyOf(ip);
    const assembly = assemblies.get(key) ?? open(key, ip);
    if (assembly.ignored) return false;
    if (isForeign(ip)) {
      assembly.ignored = true;
      drop(assembly);
      return false;
    }
    const stop = ip.fragmentOffset + (ip.end - ip.start) + ip.missing;
    if (stop > LARGEST_PACKET || assembly.pieces.length >= MOST_PIECES) {
      tally.count('fragment-damaged', ip.number, ip.position);
      return false;
    }
    if (!ip.moreFragments && assembly.total < 0) assembly.total = stop;
    insert(assembly, ip, stop);
    if (assembly.total < 0 || reach(assembly.pieces) < assembly.total) return false;
    assemblies.delete(key);
    remember(key, ip.time);
    ip.length = ip.end - ip.start;
    assemble(assembly, ip);
    drop(assembly);
    return true;
  }

  function remember(key: string, time: number): void {
    whole.delete(key);
    whole.set(key, time);
    if (whole.size <= MOST_WHOLE) return;
    for (const oldest of whole.keys()) {
      whole.delete(oldest);
      return;
    }
  }

  function open(key: string, ip: IpPacket): Assembly {
    while (assemblies.size >= MOST_ASSEMBLIES || memory >= MOST_MEMORY) giveUpOldest();
    const assembly: Assembly = {
      addresses: ip.bytes.slice(ip.sourceAt, ip.destinationAt + ip.addressLength),
      pieces: [],
      total: -1,
      ignored: false,
      time: ip.time,
      number: ip.number,
      position: ip.position,
      length: ip.end - ip.start,
      protocol: ip.protocol,
      id: ip.id,
      ttl: ip.ttl,
    };
    assemblies.set(key, assembly);
    if (assemblies.size === 1) fragments.deadline = ip.time + PATIENCE;
    return assembly;
  }

  /** The first fragment of a UDP datagram that is neither SIP, nor what may carry it. */
  function isForeign(ip: IpPacket): boolean {
    const start = ip.start + UDP_HEADER;
    if (ip.fragmentOffset > 0 || ip.protocol !== UDP) return false;
    if (ip.end >= start && tunnelOfPorts(uint16(ip.bytes, ip.start), uint16(ip.bytes, ip.start + 2)) !== undefined)
      return false;
    const { bytes, end } = ip;
    return (
      isTelling(bytes, start, end) && !looksLikeSip(bytes, start, end) && !mayWrap(bytes, start, end, looksLikeSip)
    );
  }

  /** Adds what of `[ip.fragmentOffset, stop)` is not there yet. */
  function insert(assembly: Assembly, ip: IpPacket, stop: number): void {
    const pieces: Piece[] = [];
    let from = ip.fragmentOffset;
    for (const piece of assembly.pieces) {
      if (from < stop && from < piece.start) pieces.push(pieceOf(ip, from, Math.min(stop, piece.start)));
      if (from < piece.end) from = piece.end;
      pieces.push(piece);
    }
    if (from < stop) pieces.push(pieceOf(ip, from, stop));
    memory += memoryOf(pieces) - memoryOf(assembly.pieces);
    assembly.pieces = pieces;
  }

  function drop(assembly: Assembly): void {
    memory -= memoryOf(assembly.pieces);
    assembly.pieces = [];
  }

  function giveUpOldest(): void {
    for (const [key, assembly] of assemblies) {
      if (!assembly.ignored) tally.count('fragment-limit', assembly.number, assembly.position);
      giveUp(key, assembly);
      return;
    }
  }

  function giveUp(key: string, assembly: Assembly): void {
    assemblies.delete(key);
    if (assembly.pieces.length === 0) return;
    // What is left of a second look at a packet that is here already misses nothing.
    if (Math.abs(assembly.time - (whole.get(key) ?? -Infinity)) < TWICE) drop(assembly);
    else if (assembly.pieces[0].start > 0) {
      tally.count('fragment-without-first', assembly.number, assembly.position);
    } else {
      tally.count('fragment-incomplete', assembly.number, assembly.position);
      if (assembly.protocol !== TCP) deliverBeginning(assembly);
    }
    drop(assembly);
  }

  function deliverBeginning(assembly: Assembly): void {
    incomplete.time = assembly.time;
    incomplete.number = assembly.number;
    incomplete.position = assembly.position;
    incomplete.length = assembly.length;
    incomplete.protocol = assembly.protocol;
    incomplete.addressLength = assembly.addresses.length / 2;
    incomplete.id = assembly.id;
    incomplete.ttl = assembly.ttl;
    assemble(assembly, incomplete);
    onIncomplete(incomplete);
  }

  function expire(time: number): void {
    fragments.deadline = Infinity;
    for (const [key, assembly] of assemblies) {
      // A clock that jumps back must not keep it for ever.
      if (Math.abs(time - assembly.time) < PATIENCE) {
        fragments.deadline = assembly.time + PATIENCE;
        return;
      }
      giveUp(key, assembly);
    }
  }

  function end(): void {
    for (const [key, assembly] of assemblies) giveUp(key, assembly);
    fragments.deadline = Infinity;
  }

  return fragments;
}

/** What may become SIP, or a tunnel with SIP in it. */
export function isPutTogether(protocol: number): boolean {
  return protocol === UDP || protocol === TCP || protocol === SCTP || tunnelOfProtocol(protocol) !== undefined;
}

/** RFC 791 §3.2 and RFC 8200 §4.5: addresses and identification, in IPv4 the protocol too. */
function keyOf(ip: IpPacket): string {
  return `${latin1(ip.bytes, ip.sourceAt, ip.destinationAt + ip.addressLength)}${ip.protocol} ${ip.id}`;
}

/** A copy of what was captured of `[start, end)`. */
function pieceOf(ip: IpPacket, start: number, end: number): Piece {
  const from = ip.start - ip.fragmentOffset;
  return { start, end, bytes: ip.bytes.slice(Math.min(from + start, ip.end), Math.min(from + end, ip.end)) };
}

function size(pieces: readonly Piece[]): number {
  let sum = 0;
  for (const piece of pieces) sum += piece.bytes.length;
  return sum;
}

function memoryOf(pieces: readonly Piece[]): number {
  return size(pieces) + pieces.length * OVERHEAD;
}

/** How far the pieces go from the beginning without a hole. */
function reach(pieces: readonly Piece[]): number {
  let end = 0;
  for (const piece of pieces) {
    if (piece.start > end) break;
    end = piece.end;
  }
  return end;
}

/** Makes `ip` the packet that the pieces form, as far as there is no hole in it. */
function assemble({ addresses, pieces, total }: Assembly, ip: IpPacket): void {
  const bytes = new Uint8Array(addresses.length + size(pieces));
  bytes.set(addresses);
  const start = addresses.length;
  let end = start;
  for (const piece of pieces) {
    // A fragment that was cut by the snap length leaves a hole, too.
    if (end - start < piece.start) break;
    bytes.set(piece.bytes, end);
    end += piece.bytes.length;
  }
  if (total >= 0 && end - start > total) end = start + total;
  ip.bytes = bytes;
  ip.start = start;
  ip.end = end;
  // When the last fragment is not there, it may be any number of bytes.
  ip.missing = (total < 0 ? LARGEST_PACKET : total) - (end - start);
  ip.sourceAt = 0;
  ip.destinationAt = addresses.length / 2;
  ip.fragment = false;
  ip.reassembled = true;
}
