/** A capture, as a whole: its frames are taken apart once, their names noted, and then written with other names. */
import { createPcapReader } from '../files/pcap.ts';
import { createPcapngReader } from '../files/pcapng.ts';
import type { Frame } from '../model.ts';
import { type IpPacket, TCP, UDP, uint16, uint32 } from '../net/ip.ts';
import { createLayers } from '../net/layers.ts';
import { looksLikeSip } from '../sip/recognise.ts';
import { carriedIn } from './carried.ts';
import { createDatagrams, type Datagram } from './datagrams.ts';
import { quotedAt } from './icmp.ts';
import { message } from './message.ts';
import type { Names } from './names.ts';
import { cutPieces, type Piece, readText, type Text, textAt, writeText } from './pieces.ts';
import { createRepairs } from './repairs.ts';
import { createStreams } from './streams.ts';
import { wipeBytes, wipeDatagram } from './wipe.ts';

export interface RedactedFrame {
  readonly time: number;
  readonly nanoseconds: number;
  readonly start: number;
  readonly end: number;
  readonly wireLength: number;
  readonly linkType: number;
  readonly interfaceId: number;
}

export interface TakenApart {
  readonly frames: readonly RedactedFrame[];
  readonly linkTypes: readonly number[];
  readonly drops: number;
  /** Asks for every name in it. */
  collect(names: Names): void;
  /** The bytes of all frames where they stood, with other names and checksums to match. */
  rewrite(names: Names): Uint8Array;
}

export interface CaptureRedaction {
  readonly kind: 'pcap' | 'pcapng';
  /** Leaves RTP payloads, that is voices, as they are. */
  readonly keepMedia: boolean;
}

const ETHERNET = 1;
const SLL = 113;
const SLL2 = 276;
const ARP = 0x0806;
const SCTP = 132;
const TUNNELS: ReadonlySet<number> = new Set([4, 41, 47]);
const TCP_HEADER = 20;
const SYN = 2;

export function takeApart(bytes: Uint8Array, { kind, keepMedia }: CaptureRedaction): TakenApart {
  const frames: RedactedFrame[] = [];
  const texts: Text[] = [];
  /** Where addresses stand: 4 or 16 bytes, and those of 6. */
  const addresses: (readonly [at: number, size: number])[] = [];
  const macs: number[] = [];
  const wiped = bytes.slice();
  const streams = createStreams();
  const datagrams = createDatagrams();
  const repairs = createRepairs();
  let outermost = -1;
  // Readers move over chunks; the whole is one chunk, in which a frame stands at its position.
  const walk = createLayers({ link, ip, rest });

  function link(linkType: number, start: number, end: number): void {
    if (linkType === ETHERNET) macs.push(start, start + 6);
    else if (linkType === SLL) cooked(start + 6, uint16(bytes, start + 4));
    else if (linkType === SLL2) cooked(start + 12, bytes[start + 11]);
    if (outermost < 0) outermost = end;
  }

  /** Eight bytes for an address, of which some are used. */
  function cooked(at: number, size: number): void {
    if (size === 6) macs.push(at);
    else wipeBytes(wiped, at, at + 8);
    wipeBytes(wiped, at + 6, at + 8);
  }

  function rest(etherType: number, start: number, end: number): void {
    outermost = Math.max(outermost, end);
    const isArp =
      etherType === ARP &&
      end - start >= 28 &&
      uint16(bytes, start + 2) === 0x0800 &&
      bytes[start + 4] === 6 &&
      bytes[start + 5] === 4;
    if (!isArp) {
      wipeBytes(wiped, start, end);
      return;
    }
    macs.push(start + 8, start + 18);
    addresses.push([start + 14, 4], [start + 24, 4]);
    wipeBytes(wiped, start + 28, end);
  }

  function ip(packet: IpPacket): void {
    const { start, end, protocol, fragment } = packet;
    header(packet);
    outermost = Math.max(outermost, end);
    if (fragment) datagrams.add(packet);
    else {
      repairs.packet(packet);
      if (!TUNNELS.has(protocol)) transport(packet.protocol, bytes, start, end);
    }
    if (protocol !== TCP || fragment || end - start < TCP_HEADER) return;
    const data = start + ((bytes[start + 12] >> 4) << 2);
    segment(packet, start, data, end, [{ offset: 0, at: data, length: end - data }]);
  }

  /** Addresses, and options that may hold more of them. */
  function header({ sourceAt, destinationAt, addressLength, start }: IpPacket): void {
    addresses.push([sourceAt, addressLength], [destinationAt, addressLength]);
    if (addressLength === 16) return;
    const length = (bytes[sourceAt - 12] & 15) << 2;
    if (length > 20) wiped.fill(1, destinationAt + 4, Math.min(start, sourceAt - 12 + length));
    repairs.header(sourceAt - 12, length);
  }

  function transport(protocol: number, from: Uint8Array, start: number, end: number): void {
    if (protocol === UDP) datagram(start, end);
    else if (protocol === 1 || protocol === 58) icmp(start, end, protocol === 58);
    else if (protocol === SCTP) wipeBytes(wiped, start + 12, end);
    else if (protocol !== TCP || end - start < TCP_HEADER || (from[start + 12] >> 4) << 2 < TCP_HEADER)
      wipeBytes(wiped, start, end);
  }

  function datagram(start: number, end: number): void {
    const data = start + 8;
    if (data > end) return;
    const length = uint16(bytes, start + 4);
    const stop = length >= 8 && start + length < end ? start + length : end;
    wipeBytes(wiped, stop, end);
    if (looksLikeSip(bytes, data, stop)) texts.push(textAt(data, stop, message));
    else if (data < stop && !carried(data, stop))
      wipeDatagram(wiped, data, stop, [uint16(bytes, start), uint16(bytes, start + 2)], keepMedia);
  }

  function carried(start: number, end: number): boolean {
    const found = carriedIn(bytes, start, end);
    if (found === undefined) return false;
    texts.push(...found.texts);
    addresses.push(...found.addresses);
    for (const [from, to] of found.wiped) wipeBytes(wiped, from, to);
    return true;
  }

  function segment(
    packet: Pick<IpPacket, 'sourceAt' | 'destinationAt' | 'addressLength'>,
    start: number,
    data: number,
    end: number,
    pieces: readonly Piece[],
  ): void {
    const { sourceAt, destinationAt, addressLength } = packet;
    if (data < start + TCP_HEADER || data > end) return;
    let way = '';
    for (const at of [sourceAt, destinationAt]) way += `${bytes.subarray(at, at + addressLength).join('.')} `;
    const syn = (bytes[start + 13] & SYN) !== 0;
    const sequence = (uint32(bytes, start + 4) + (syn ? 1 : 0)) >>> 0;
    const length = pieces.reduce((most, { offset, length: size }) => Math.max(most, offset + size), 0);
    streams.add(`${way}${uint32(bytes, start)}`, sequence, syn, length, length > 0 ? pieces : []);
  }

  function icmp(start: number, end: number, six: boolean): void {
    const quoted = quotedAt(bytes, start, end, six);
    if (quoted === undefined) {
      wipeBytes(wiped, start + 8, end);
      return;
    }
    wipeBytes(wiped, quoted.options, quoted.data);
    addresses.push([quoted.addresses, quoted.size], [quoted.addresses + quoted.size, quoted.size]);
    if (quoted.size === 4) repairs.header(quoted.header, 20);
    const { transport: at, addresses: source, size } = quoted;
    if (quoted.isUdp)
      repairs.packet({
        protocol: UDP,
        start: at,
        end,
        sourceAt: source,
        destinationAt: source + size,
        addressLength: size,
        missing: 0,
      });
    if (quoted.isUdp && looksLikeSip(bytes, quoted.data, end)) texts.push(textAt(quoted.data, end, message));
    else if (quoted.isUdp && quoted.data < end) wipeDatagram(wiped, quoted.data, end, quoted.ports, false);
    else wipeBytes(wiped, quoted.data, end);
  }

  function whole(group: Datagram): void {
    const { protocol, length, pieces } = group;
    const [first] = pieces.filter(({ offset }) => offset === 0);
    const sip =
      protocol === UDP &&
      first !== undefined &&
      first.length > 8 &&
      looksLikeSip(bytes, first.at + 8, first.at + first.length);
    // Behind a hole, nobody knows what the bytes are about.
    for (const { offset, at, length: size } of pieces) {
      const known = Math.max(0, Math.min(size, length - offset));
      if (!sip && protocol !== TCP && offset > 0) wipeBytes(wiped, at, at + size);
      else wipeBytes(wiped, at + known, at + size);
    }
    if (first === undefined) return;
    if (sip) texts.push({ length: length - 8, pieces: cutPieces(pieces, 8, length), rewrite: message });
    else if (protocol === TCP && first.length >= TCP_HEADER) {
      const header = (bytes[first.at + 12] >> 4) << 2;
      const { source, destination, size } = group.addresses;
      const packet = { sourceAt: source, destinationAt: destination, addressLength: size };
      segment(packet, first.at, first.at + header, first.at + first.length, cutPieces(pieces, header, length));
    } else
      for (const { offset, at, length: size } of pieces) if (offset === 0) transport(protocol, bytes, at, at + size);
  }

  const onFrame = (frame: Frame) => {
    const start = frame.position;
    const end = start + frame.end - frame.start;
    const { time, nanoseconds, wireLength, linkType, interfaceId } = frame;
    frames.push({ time, nanoseconds, start, end, wireLength, linkType, interfaceId });
    outermost = -1;
    walk({ ...frame, bytes, start, end });
    // Padding, and check sequences of the link.
    if (outermost >= 0 && outermost < end) wipeBytes(wiped, outermost, end);
  };
  const reader = (kind === 'pcap' ? createPcapReader : createPcapngReader)({ onFrame, tally: { count() {} } });
  reader.write(bytes);
  const { drops, linkTypes } = reader.end();
  for (const group of datagrams.finish(bytes)) {
    whole(group);
    repairs.datagram(group);
  }
  texts.push(...streams.finish(bytes, wiped));

  return {
    frames,
    linkTypes,
    drops,
    collect(names) {
      for (const [at, size] of addresses) names.address(bytes.slice(at, at + size));
      for (const at of macs) names.mac(bytes.slice(at, at + 6));
      for (const text of texts) text.rewrite(readText(bytes, text), names);
    },
    rewrite(names) {
      const out = wiped.slice();
      for (const [at, size] of addresses) out.set(names.address(bytes.slice(at, at + size)), at);
      for (const at of macs) out.set(names.mac(bytes.slice(at, at + 6)), at);
      for (const text of texts) {
        const before = readText(bytes, text);
        writeText(bytes, out, text, before, text.rewrite(before, names));
      }
      repairs.apply(bytes, out);
      return out;
    },
  };
}
