/** A capture, as a whole: its frames are taken apart once, their names noted, and then written with other names. */
import { createPcapReader } from '../files/pcap.ts';
import { createPcapngReader } from '../files/pcapng.ts';
import type { Frame } from '../model.ts';
import { type ExportedPdu, forEachNote } from '../net/exported-pdu.ts';
import { type IpPacket, TCP, UDP, uint16, uint32 } from '../net/ip.ts';
import { createLayers } from '../net/layers.ts';
import { SCTP } from '../net/sctp-chunks.ts';
import { IP_DAMAGED } from '../net/walk.ts';
import { looksLikeSip } from '../sip/recognise.ts';
import { carriedIn } from './carried.ts';
import { createDatagrams, type Datagram, mayHoldMore, packetAt } from './datagrams.ts';
import { quotedAt } from './icmp.ts';
import { message } from './message.ts';
import { cutPieces, extended, gather, type Piece, readText, type Text, textAt, writeText } from './pieces.ts';
import { createRepairs } from './repairs.ts';
import { createSctpTexts } from './sctp.ts';
import { createStreams } from './streams.ts';
import type { RedactedFrame, TakenApart } from './taken-apart.ts';
import { wipeBytes, wipeDatagram } from './wipe.ts';

export interface CaptureRedaction {
  readonly kind: 'pcap' | 'pcapng';
  /** Leaves RTP payloads, that is voices, as they are. */
  readonly keepMedia: boolean;
}

const ARP = 0x0806;
/** Fragments within fragments that are put together. */
const DEPTH = 8;
const TCP_HEADER = 20;
const SYN = 2;

export function takeApart(source: Uint8Array, { kind, keepMedia }: CaptureRedaction): TakenApart {
  // Behind the file: packets that tunnels were cut into, put together.
  let bytes = source;
  const frames: RedactedFrame[] = [];
  const texts: Text[] = [];
  /** Where addresses stand: 4 or 16 bytes, and those of 6. */
  const addresses: (readonly [at: number, size: number])[] = [];
  const macs: number[] = [];
  let wiped: Uint8Array = source.slice();
  const streams = createStreams();
  const datagrams = createDatagrams();
  const repairs = createRepairs();
  let outermost = -1;
  /** The last payload that was met: what stands within it may end before it does. */
  let around = { start: 0, end: 0 };
  const sctp = createSctpTexts(texts);
  // Readers move over chunks; the whole is one chunk, in which a frame stands at its position.
  const layers = createLayers({
    header(unit, bytes, start, end) {
      if (outermost < 0) outermost = end;
      unit.identities?.(bytes, start, end, identities);
    },
    ip,
    transport,
    payload,
    exported,
    rest,
    looksLikeSip,
  });
  const identities = {
    mac: (at: number) => void macs.push(at),
    address: (at: number, size: number) => void addresses.push([at, size]),
    rest: (from: number, to: number) => wipeBytes(wiped, from, to),
  };

  /** Padding within a tunnel. */
  function wipeBehind(start: number, end: number): void {
    if (start >= around.start && end <= around.end) wipeBytes(wiped, end, around.end);
  }

  function rest(etherType: number, start: number, end: number): void {
    outermost = Math.max(outermost, end);
    wipeBehind(start, end);
    const isArp =
      etherType === ARP &&
      end - start >= 28 &&
      uint16(bytes, start + 2) === 0x0800 &&
      bytes[start + 4] === 6 &&
      bytes[start + 5] === 4;
    if (!isArp) {
      wipeBytes(wiped, start, end);
      // Its version says that it is IP at all.
      if (etherType === IP_DAMAGED && start < end) wiped[start] = bytes[start] & 0xf0;
      return;
    }
    macs.push(start + 8, start + 18);
    addresses.push([start + 14, 4], [start + 24, 4]);
    wipeBytes(wiped, start + 28, end);
  }

  function ip(packet: IpPacket): void {
    header(packet);
    outermost = Math.max(outermost, packet.end);
    wipeBehind(packet.sourceAt, packet.end);
    if (packet.fragment) datagrams.add(packet);
  }

  function transport(packet: IpPacket): void {
    const { start, end, protocol } = packet;
    repairs.packet(packet);
    around = { start, end };
    if (protocol !== TCP || end - start < TCP_HEADER) return;
    const data = start + ((bytes[start + 12] >> 4) << 2);
    segment(packet, start, data, end, [{ offset: 0, at: data, length: end - data }]);
  }

  function payload(packet: IpPacket): void {
    if (packet.protocol === SCTP) sctp.add(packet, wiped);
    else wipePayload(packet.protocol, packet.start, packet.end);
  }

  function exported(pdu: ExportedPdu): void {
    const { sourceAt, destinationAt, addressLength, start, end } = pdu;
    for (const at of [sourceAt, destinationAt]) if (at >= 0) addresses.push([at, addressLength]);
    forEachNote(pdu, (from, to) => wipeBytes(wiped, from, to));
    outermost = end;
    if (looksLikeSip(bytes, start, end)) texts.push(textAt(start, end, message));
    else wipeBytes(wiped, start, end);
  }

  /** Addresses, and options that may hold more of them. */
  function header({ sourceAt, destinationAt, addressLength, start }: IpPacket): void {
    addresses.push([sourceAt, addressLength], [destinationAt, addressLength]);
    if (addressLength === 16) return;
    const length = (bytes[sourceAt - 12] & 15) << 2;
    if (length > 20) wiped.fill(1, destinationAt + 4, Math.min(start, sourceAt - 12 + length));
    repairs.header(sourceAt - 12, length);
  }

  function wipePayload(protocol: number, start: number, end: number): void {
    if (protocol === UDP) datagram(start, end);
    else if (protocol === 1 || protocol === 58) icmp(start, end, protocol === 58);
    else if (protocol !== TCP || end - start < TCP_HEADER || (bytes[start + 12] >> 4) << 2 < TCP_HEADER)
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
    } else for (const { offset, at, length: size } of pieces) if (offset === 0) wipePayload(protocol, at, at + size);
  }

  const onFrame = (frame: Frame) => {
    const start = frame.position;
    const end = start + frame.end - frame.start;
    const { time, nanoseconds, wireLength, linkType, interfaceId } = frame;
    frames.push({ time, nanoseconds, start, end, wireLength, linkType, interfaceId });
    outermost = -1;
    layers.frame({ ...frame, bytes, start, end });
    // Padding, and check sequences of the link.
    if (outermost >= 0 && outermost < end) wipeBytes(wiped, outermost, end);
  };
  const reader = (kind === 'pcap' ? createPcapReader : createPcapngReader)({ onFrame, tally: { count() {} } });
  reader.write(bytes);
  const { drops, linkTypes } = reader.end();
  for (let depth = 0; depth < DEPTH; depth++) {
    const groups = datagrams.finish();
    const joined = groups.filter((group) => mayHoldMore(group, bytes));
    for (const group of groups) {
      repairs.datagram(group);
      if (!joined.includes(group)) whole(group);
    }
    if (joined.length === 0) break;
    join(joined);
  }
  texts.push(...streams.finish(bytes, wiped), ...sctp.finish(bytes, wiped));

  /** Puts each of them together behind all else, and goes on with what it holds. */
  function join(groups: readonly Datagram[]): void {
    const size = groups.reduce((sum, { length }) => sum + length, 0);
    let at = bytes.length;
    bytes = extended(bytes, size);
    wiped = extended(wiped, size);
    for (const group of groups) {
      const { length, pieces } = group;
      const held = cutPieces(pieces, 0, length);
      bytes.set(gather(bytes, length, held), at);
      wiped.set(bytes.subarray(at, at + length), at);
      for (const { offset, at: from, length: whole } of pieces)
        wipeBytes(wiped, from + Math.max(0, Math.min(whole, length - offset)), from + whole);
      repairs.copy(at, held);
      layers.packet(packetAt(bytes, at, group));
      at += length;
    }
  }

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
      return out.subarray(0, source.length);
    },
  };
}
