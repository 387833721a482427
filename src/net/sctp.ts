/**
 * SCTP (RFC 9260): a message of its user that looks like SIP becomes a packet (RFC 4168 §4), all others are counted. Of
 * associations without SIP nothing is kept, unless a message comes in parts and may yet be SIP.
 */
import type { Packet, Tally } from '../model.ts';
import { createBorrowed } from './borrowed.ts';
import type { Counters } from './counters.ts';
import type { Endpoints } from './endpoints.ts';
import { type IpPacket, uint16 } from './ip.ts';
import { type Chunk, createChunk, readChunk, SCTP_HEADER } from './sctp-chunks.ts';
import { createSctpParts, type Part } from './sctp-parts.ts';
import { isTelling } from './telling.ts';

export interface SctpOptions {
  readonly input: number;
  readonly endpoints: Endpoints;
  readonly tally: Tally;
  readonly counters: Counters;
  looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean;
  /** `otherFrames` hold parts of it, beside that of its origin. */
  onDatagram(packet: Packet, otherFrames?: readonly number[]): void;
}

export interface Sctp {
  /** Nothing has to be done before this time. */
  readonly deadline: number;
  packet(ip: IpPacket): void;
  expire(time: number): void;
  end(): void;
}

/** What SIP has for a payload protocol (RFC 4168 §5). */
const UNSPECIFIED = 0;

export function createSctp({ input, endpoints, tally, counters, looksLikeSip, onDatagram }: SctpOptions): Sctp {
  const chunk = createChunk();
  const parts = createSctpParts({ endpoints, tally, onWhole, onBeginning });
  const message = createBorrowed('sctp', input, endpoints);
  const { origin } = message;

  function packet(ip: IpPacket): void {
    const { bytes, start, end } = ip;
    counters.sctp++;
    if (end - start < SCTP_HEADER) {
      tally.count('sctp-damaged', ip.number, ip.position);
      return;
    }
    let at = start + SCTP_HEADER;
    while (at < end && readChunk(bytes, at, end, ip.missing, chunk)) {
      if (chunk.next < 0) {
        tally.count('sctp-damaged', ip.number, ip.position);
        return;
      }
      if (chunk.isData) {
        if (chunk.beginning && chunk.ending) whole(ip, chunk);
        else part(ip, chunk);
      }
      at = chunk.next;
    }
  }

  function whole(ip: IpPacket, { start, end, missing, tsn }: Chunk): void {
    const { bytes } = ip;
    if (!looksLikeSip(bytes, start, end)) {
      counters.sctpNotSip++;
      return;
    }
    if (parts.isRepeated(parts.wayOf(ip), tsn, bytes, start, end)) {
      counters.sctpRepeated++;
      return;
    }
    message.source = endpoints.of(bytes, ip.sourceAt, ip.addressLength, uint16(bytes, ip.start));
    message.destination = endpoints.of(bytes, ip.destinationAt, ip.addressLength, uint16(bytes, ip.start + 2));
    message.time = ip.time;
    message.bytes = bytes;
    message.start = start;
    message.end = end;
    message.truncated = missing > 0;
    message.ipId = ip.addressLength === 4 ? ip.id : -1;
    message.ttl = ip.ttl;
    origin.index = ip.number;
    origin.position = ip.reassembled ? ip.position : ip.position + start - ip.start;
    origin.length = ip.reassembled ? ip.length : end - start;
    onDatagram(message);
  }

  function part(ip: IpPacket, chunk: Chunk): void {
    const { bytes } = ip;
    const { start, end } = chunk;
    const mayBeSip = chunk.beginning
      ? !isTelling(bytes, start, end) || looksLikeSip(bytes, start, end)
      : chunk.protocol <= UNSPECIFIED || parts.isAwaited(ip, chunk);
    if (!mayBeSip) {
      counters.sctpNotSip++;
      // What follows it would else be waited for.
      if (chunk.protocol <= UNSPECIFIED && !chunk.ending) parts.ignore(ip, chunk);
      return;
    }
    const way = parts.wayOf(ip);
    if (parts.isIgnored(way, chunk)) counters.sctpNotSip++;
    else if (parts.isRepeated(way, chunk.tsn, bytes, start, end)) counters.sctpRepeated++;
    else parts.add(way, ip, chunk);
  }

  function onWhole(list: readonly Part[], last: Part): void {
    deliver(list, last, false);
  }

  /** The rest of it did not come. */
  function onBeginning(list: readonly Part[]): void {
    deliver(list, list[list.length - 1], true);
  }

  function deliver(list: readonly Part[], at: Part, incomplete: boolean): void {
    const cutAt = list.findIndex(({ missing }) => missing > 0);
    const held = cutAt < 0 ? list : list.slice(0, cutAt + 1);
    const bytes = new Uint8Array(held.reduce((sum, { bytes }) => sum + bytes.length, 0));
    let size = 0;
    for (const { bytes: piece } of held) {
      bytes.set(piece, size);
      size += piece.length;
    }
    if (!looksLikeSip(bytes, 0, size)) {
      counters.sctpNotSip += list.length;
      return;
    }
    message.source = at.source;
    message.destination = at.destination;
    message.time = at.time;
    message.bytes = bytes;
    message.start = 0;
    message.end = size;
    message.truncated = incomplete || cutAt >= 0;
    message.ipId = -1;
    message.ttl = at.ttl;
    origin.index = at.number;
    origin.position = at.position;
    origin.length = at.bytes.length;
    onDatagram(
      message,
      list.filter((one) => one !== at).map(({ number }) => number),
    );
  }

  return {
    get deadline() {
      return parts.deadline;
    },
    packet,
    expire: parts.expire,
    end: parts.end,
  };
}
