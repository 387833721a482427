/**
 * HEP, the protocol by which capture agents send what they saw to a collector: versions 1 and 2 (a fixed header), 3 (EEP,
 * chunks). What is inside has times, addresses and ports of its own; those around it are the agent's and the collector's.
 */
import { Decompress } from 'fflate/browser';
import { latin1 } from '../bytes.ts';
import type { Endpoint, Transport } from '../model.ts';
import type { CarrierOptions, Outer } from './carrier.ts';
import { inflateMessage } from './inflate.ts';
import { uint16, uint32 } from './ip.ts';

export interface Hep {
  /** False when `bytes[start, end)` is no HEP. */
  take(bytes: Uint8Array, start: number, end: number, outer: Outer): boolean;
}

const MAGIC = 0x48455033; // HEP3
export const HEP3_HEADER = 6;
const CHUNK_HEADER = 6;
const SIP = 1;

/** RFC 790 numbers; 22 and 50 stand for TLS and WebSocket where no number does. */
const transports: Readonly<Record<number, Transport>> = { 6: 'tcp', 17: 'udp', 22: 'tls', 50: 'ws', 132: 'sctp' };

/** Chunk types of vendor 0. */
const FAMILY_PROTOCOL = 2;
const SOURCE4 = 3;
const DESTINATION4 = 4;
const SOURCE6 = 5;
const DESTINATION6 = 6;
const SOURCE_PORT = 7;
const DESTINATION_PORT = 8;
const SECONDS = 9;
const MICROSECONDS = 10;
const PROTOCOL_TYPE = 11;
const AGENT = 12;
const PAYLOAD = 15;
const PACKED_PAYLOAD = 16;
const AGENT_NAME = 19;
const LONGEST_NAME = 64;

/** Before 2000 no agent had sent anything: its clock is not set. */
const EARLIEST = 946_684_800_000_000;

export function isHep3(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= HEP3_HEADER && uint32(bytes, start) === MAGIC && uint16(bytes, start + 4) >= HEP3_HEADER;
}

/** The beginning of HEP3, as far as there is one. */
export function mayBeHep3(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start >= HEP3_HEADER) return false;
  for (let at = start; at < Math.min(end, start + 4); at++)
    if (bytes[at] !== ((MAGIC >> (24 - 8 * (at - start))) & 0xff)) return false;
  return true;
}

/** Of versions 1 and 2: family, and the length that goes with it. */
function fixedLength(bytes: Uint8Array, start: number): number {
  const family = bytes[start + 2];
  // AF_INET is 2 everywhere, AF_INET6 is 10 on Linux, 24 to 30 on BSD and macOS.
  if (family === 2) return 16;
  return family === 10 || (family >= 24 && family <= 30) ? 40 : 0;
}

/** Of versions 1 and 2, where the payload begins; -1 when it is neither. */
export function fixedPayload(bytes: Uint8Array, start: number, end: number): number {
  const version = bytes[start];
  if (version !== 1 && version !== 2) return -1;
  const length = bytes[start + 1];
  const fixed = fixedLength(bytes, start);
  if (fixed === 0 || end - start < fixed + 12 || (length !== fixed && length !== fixed + 12)) return -1;
  // Version 2 adds time and agent, which some agents do not count as header.
  return start + fixed + (version === 2 ? 12 : 0);
}

export interface HepOptions extends CarrierOptions {
  /** By how much the clocks of agents are ahead of that of the analysis, µs. */
  readonly ahead?: number;
}

export function createHep({ endpoints, tally, ahead = 0, looksLikeSip, onDatagram }: HepOptions): Hep {
  /** What the header said; the bytes of addresses by where they begin. */
  let source = -1;
  let destination = -1;
  let size = 4;
  let sourcePort = 0;
  let destinationPort = 0;
  let transport: Transport = 'udp';
  let time = 0;
  let agent = '';

  function deliver(
    bytes: Uint8Array,
    text: Uint8Array,
    start: number,
    end: number,
    outer: Outer,
    truncated: boolean,
  ): void {
    const of = (at: number, port: number): Endpoint =>
      at < 0 ? endpoints.named('', port) : endpoints.of(bytes, at, size, port);
    onDatagram({
      ...outer,
      time: time >= EARLIEST ? time - ahead : outer.time,
      transport,
      source: of(source, sourcePort),
      destination: of(destination, destinationPort),
      bytes: text,
      start,
      end,
      truncated: outer.truncated || truncated,
      ipId: -1,
      ttl: -1,
      capturePoint: agent,
    });
  }

  function takeFixed(bytes: Uint8Array, start: number, end: number, outer: Outer): boolean {
    const payload = fixedPayload(bytes, start, end);
    const known = transports[bytes[start + 3]];
    if (payload < 0 || known === undefined || !looksLikeSip(bytes, payload, end)) return false;
    const fixed = fixedLength(bytes, start);
    transport = known;
    size = fixed === 16 ? 4 : 16;
    sourcePort = uint16(bytes, start + 4);
    destinationPort = uint16(bytes, start + 6);
    source = start + 8;
    destination = source + size;
    agent = '';
    time = 0;
    if (bytes[start] === 2) {
      // As they stood in the agent's memory: Intel's order, as good as always.
      const at = start + fixed;
      time = little32(bytes, at) * 1e6 + little32(bytes, at + 4);
      agent = String(bytes[at + 8] | (bytes[at + 9] << 8));
    }
    deliver(bytes, bytes, payload, end, outer, false);
    return true;
  }

  function takeChunks(bytes: Uint8Array, start: number, end: number, outer: Outer): void {
    const declared = start + uint16(bytes, start + 4);
    const stop = Math.min(end, declared);
    let kind = -1;
    let from = -1;
    let to = -1;
    let packed = false;
    let cut = false;
    let seconds = 0;
    let micros = 0;
    let name = '';
    let number = '';
    source = destination = -1;
    sourcePort = destinationPort = 0;
    size = 4;
    transport = 'udp';
    for (let at = start + HEP3_HEADER; at + CHUNK_HEADER <= stop; ) {
      const length = uint16(bytes, at + 4);
      const data = at + CHUNK_HEADER;
      const after = Math.min(stop, at + length);
      if (length < CHUNK_HEADER) {
        tally.count('hep-damaged', outer.origin.index, outer.origin.position);
        break;
      }
      const room = after - data;
      const type = uint16(bytes, at) === 0 ? uint16(bytes, at + 2) : -1;
      if (type === PAYLOAD || type === PACKED_PAYLOAD) {
        [from, to, packed, cut] = [data, after, type === PACKED_PAYLOAD, after < at + length];
      } else if (type === AGENT_NAME) name = latin1(bytes, data, Math.min(after, data + LONGEST_NAME));
      else if (room >= 16 && (type === SOURCE6 || type === DESTINATION6)) {
        size = 16;
        if (type === SOURCE6) source = data;
        else destination = data;
      } else if (room >= 4) {
        if (type === SOURCE4) source = data;
        else if (type === DESTINATION4) destination = data;
        else if (type === SECONDS) seconds = uint32(bytes, data);
        else if (type === MICROSECONDS) micros = uint32(bytes, data);
        else if (type === AGENT) number = String(uint32(bytes, data));
      } else if (room >= 2 && type === SOURCE_PORT) sourcePort = uint16(bytes, data);
      else if (room >= 2 && type === DESTINATION_PORT) destinationPort = uint16(bytes, data);
      else if (room >= 1 && type === PROTOCOL_TYPE) kind = bytes[data];
      else if (room >= 1 && type === FAMILY_PROTOCOL) transport = transports[bytes[data]] ?? 'udp';
      at += length;
    }
    time = seconds * 1e6 + Math.min(micros, 999_999);
    agent = name === '' ? number : name;
    if (from < 0) count('hep-not-sip', outer);
    else if (packed) {
      // zlib (RFC 1950), of some agents gzip or bare DEFLATE.
      const text = cut ? undefined : inflateMessage(bytes.subarray(from, to), (onPart) => new Decompress(onPart));
      if (text === undefined) count('hep-damaged', outer);
      else if (looksLikeSip(text, 0, text.length)) deliver(bytes, text, 0, text.length, outer, false);
      else count('hep-not-sip', outer);
    } else if ((kind === SIP || kind < 0) && looksLikeSip(bytes, from, to)) deliver(bytes, bytes, from, to, outer, cut);
    else count('hep-not-sip', outer);
  }

  function count(reason: string, { origin }: Outer): void {
    tally.count(reason, origin.index, origin.position);
  }

  return {
    take(bytes, start, end, outer) {
      if (isHep3(bytes, start, end)) {
        takeChunks(bytes, start, end, outer);
        return true;
      }
      return takeFixed(bytes, start, end, outer);
    },
  };
}

function little32(bytes: Uint8Array, at: number): number {
  return (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0;
}
