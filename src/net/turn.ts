/** SIP within TURN (RFC 8656): ChannelData, and Send and Data indications of STUN (RFC 8489). */
import type { Endpoint } from '../model.ts';
import type { CarrierOptions, Outer } from './carrier.ts';
import type { Counters } from './counters.ts';
import { uint16, uint32 } from './ip.ts';
import { mayBeMedia } from './other-udp.ts';

export const STUN_HEADER = 20;
export const CHANNEL_HEADER = 4;
const COOKIE = 0x2112a442;
const ATTRIBUTE_HEADER = 4;

export const CHANNEL_BIND = 0x0009;
const SEND = 0x0016;
const DATA = 0x0017;
const ATTRIBUTE_CHANNEL = 0x000c;
const ATTRIBUTE_PEER = 0x0012;
const ATTRIBUTE_DATA = 0x0013;
const IPV6 = 2;

/** Bindings remembered; they live ten minutes (RFC 8656 §12). */
const MOST = 65_536;

export interface Turn {
  /**
   * True when a payload was inside, SIP or not, or the message says what a channel is for: what TURN itself says is left
   * to others.
   */
  take(bytes: Uint8Array, start: number, end: number, source: Endpoint, destination: Endpoint, outer: Outer): boolean;
}

export interface TurnOptions extends CarrierOptions {
  readonly counters: Counters;
}

/** A STUN message by its header: the two first bits are zero, its length a multiple of four. */
export function isStun(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    end - start >= STUN_HEADER &&
    bytes[start] < 0x40 &&
    uint32(bytes, start + 4) === COOKIE &&
    (bytes[start + 3] & 3) === 0
  );
}

/** The beginning of a STUN message on a connection, as far as there is one. */
export function mayBeStun(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start >= STUN_HEADER || bytes[start] > 1) return false;
  for (let at = start + 4; at < Math.min(end, start + 8); at++)
    if (bytes[at] !== ((COOKIE >> (24 - 8 * (at - start - 4))) & 0xff)) return false;
  return true;
}

/** Channel numbers of RFC 8656 §12 (RFC 5766 had more, which nobody uses), and a length that fits. */
export function isChannelData(bytes: Uint8Array, start: number, end: number): boolean {
  return bytes[start] >> 4 === 4 && end - start > CHANNEL_HEADER && uint16(bytes, start + 2) > 0;
}

export function createTurn({ endpoints, looksLikeSip, onDatagram, counters }: TurnOptions): Turn {
  /** By client, server and channel number. */
  const bindings = new Map<string, Endpoint>();
  /** An address as it stood, put right. */
  const plain = new Uint8Array(16);

  /** The address in XOR-PEER-ADDRESS (RFC 8489 §14.2), of the message that begins at `start`. */
  function peerAt(bytes: Uint8Array, start: number, at: number, end: number): Endpoint | undefined {
    const size = bytes[at + 1] === IPV6 ? 16 : 4;
    if (end - at < 4 + size) return undefined;
    for (let i = 0; i < size; i++) plain[i] = bytes[at + 4 + i] ^ bytes[start + 4 + i];
    return endpoints.of(plain, 0, size, uint16(bytes, at + 2) ^ uint16(bytes, start + 4));
  }

  /** False when it is not SIP: others may know what it is. */
  function deliver(
    bytes: Uint8Array,
    start: number,
    end: number,
    source: Endpoint,
    destination: Endpoint,
    outer: Outer,
    truncated: boolean,
  ): boolean {
    if (!looksLikeSip(bytes, start, end)) {
      if (!counters.media) counters.media = mayBeMedia(bytes, start, end, source.port, destination.port);
      return false;
    }
    onDatagram({
      ...outer,
      transport: 'udp',
      source,
      destination,
      bytes,
      start,
      end,
      truncated: outer.truncated || truncated,
    });
    return true;
  }

  function takeStun(
    bytes: Uint8Array,
    start: number,
    end: number,
    source: Endpoint,
    destination: Endpoint,
    outer: Outer,
  ): boolean {
    const type = uint16(bytes, start);
    if (type !== CHANNEL_BIND && type !== SEND && type !== DATA) return false;
    const declared = start + STUN_HEADER + uint16(bytes, start + 2);
    const stop = Math.min(end, declared);
    let peer: Endpoint | undefined;
    let channel = 0;
    let [from, to, cut] = [-1, -1, false];
    for (let at = start + STUN_HEADER; at + ATTRIBUTE_HEADER <= stop; ) {
      const length = uint16(bytes, at + 2);
      const data = at + ATTRIBUTE_HEADER;
      const after = Math.min(stop, data + length);
      const name = uint16(bytes, at);
      if (name === ATTRIBUTE_PEER) peer = peerAt(bytes, start, data, after);
      else if (name === ATTRIBUTE_CHANNEL && after - data >= 2) channel = uint16(bytes, data);
      else if (name === ATTRIBUTE_DATA) [from, to, cut] = [data, after, after < data + length];
      // Padded to four bytes (RFC 8489 §14).
      at = data + ((length + 3) & ~3);
    }
    if (type === CHANNEL_BIND) {
      if (peer !== undefined && channel !== 0) bind(source, destination, channel, peer);
      return false;
    }
    if (from < 0) return false;
    if (type === SEND) return deliver(bytes, from, to, source, peer ?? destination, outer, cut);
    return deliver(bytes, from, to, peer ?? source, destination, outer, cut);
  }

  function bind(client: Endpoint, server: Endpoint, channel: number, peer: Endpoint): void {
    if (bindings.size >= MOST) bindings.clear();
    bindings.set(`${client.name} ${server.name} ${channel}`, peer);
  }

  function takeChannel(
    bytes: Uint8Array,
    start: number,
    end: number,
    source: Endpoint,
    destination: Endpoint,
    outer: Outer,
  ): boolean {
    const data = start + CHANNEL_HEADER;
    const stop = data + uint16(bytes, start + 2);
    // Over UDP nothing but padding may follow (RFC 8656 §12.5).
    if (end - stop > 3 || (stop > end && !outer.truncated)) return false;
    const to = Math.min(end, stop);
    if (!looksLikeSip(bytes, data, to) && (counters.media || bytes[data] >> 6 !== 2)) return false;
    const channel = uint16(bytes, start);
    const toPeer = bindings.get(`${source.name} ${destination.name} ${channel}`);
    const fromPeer = bindings.get(`${destination.name} ${source.name} ${channel}`);
    if (toPeer !== undefined) return deliver(bytes, data, to, source, toPeer, outer, stop > end);
    return deliver(bytes, data, to, fromPeer ?? source, destination, outer, stop > end);
  }

  function take(
    bytes: Uint8Array,
    start: number,
    end: number,
    source: Endpoint,
    destination: Endpoint,
    outer: Outer,
  ): boolean {
    if (isStun(bytes, start, end)) return takeStun(bytes, start, end, source, destination, outer);
    return isChannelData(bytes, start, end) && takeChannel(bytes, start, end, source, destination, outer);
  }

  return { take };
}
