/**
 * The one way from a frame down to what its IP packets carry: link layer, IP, and tunnels within tunnels. Nothing is
 * put together, nothing is kept, nothing is allocated; what is found is handed to a visitor.
 */
import { EXPORTED_PDU, FRAME_CUT, IPV4, IPV6, type Link } from '../link/link.ts';
import { linkOf, linkOfEtherType } from '../link/links.ts';
import type { Frame } from '../model.ts';
import { createExportedPdu, type ExportedPdu, readExportedPdu } from './exported-pdu.ts';
import { createIpPacket, type IpPacket, UDP, uint16 } from './ip.ts';
import { readIpv4 } from './ipv4.ts';
import { readIpv6 } from './ipv6.ts';
import { tunnelOfEtherType, tunnelOfPorts, tunnelOfProtocol } from './tunnels/index.ts';
import { NOT_THIS, PROTOCOL, type Tunnel } from './tunnels/tunnel.ts';

/** All cursors are borrowed for the call. */
export interface WalkVisitor {
  /** What a link or a tunnel puts in front: what it carries begins at `end`, unless it cannot be read. */
  header?(unit: Link | Tunnel, bytes: Uint8Array, start: number, end: number): void;
  /** A tunnel was met, or a link within another. */
  within?(): void;
  /** An IP packet; of one within another, after the outer. */
  ip(ip: IpPacket): void;
  /** A transport layer within a tunnel that is not IP: between the addresses of the packet, at `ip.start`. */
  transport(ip: IpPacket): void;
  /** A message that was exported without the layers below it. */
  exported(pdu: ExportedPdu): void;
  /** What leads to nothing of the above: an EtherType, or the negative outcome that says why. `frame.start` stands there. */
  other(type: number, frame: Frame): void;
}

export interface Walk {
  /** As it was when it comes back. */
  frame(frame: Frame): void;
  /** Goes on into the tunnel whose header the payload of `ip` begins with; false when there is none. Moves `ip`. */
  enter(ip: IpPacket): boolean;
}

// Outcomes beside those of links and tunnels.
export const LINK_UNKNOWN = -20;
export const IP_DAMAGED = -21;
export const TOO_DEEP = -22;

/** Tunnels within tunnels that are followed. */
const DEPTH = 8;
const UDP_HEADER = 8;

export function createWalk(visitor: WalkVisitor): Walk {
  const ip = createIpPacket();
  const pdu = createExportedPdu();
  // What is inside an IP packet, as a frame of its own: the packet may be reassembled.
  const inner: Frame = {
    bytes: new Uint8Array(0),
    start: 0,
    end: 0,
    wireLength: 0,
    time: 0.5,
    nanoseconds: 0,
    number: 0,
    linkType: 0,
    position: 0.5,
    interfaceId: 0,
  };
  let depth = 0;
  let linkType = -1;
  let link: Link | undefined;

  function frame(frame: Frame): void {
    if (frame.linkType !== linkType) {
      linkType = frame.linkType;
      link = linkOf(linkType);
    }
    if (link === undefined) {
      visitor.other(LINK_UNKNOWN, frame);
      return;
    }
    const { start, end } = frame;
    const type = link.decode(frame);
    visitor.header?.(link, frame.bytes, start, frame.start);
    network(type, frame, start, frame.wireLength - (end - start));
    frame.start = start;
    frame.end = end;
    // For packets, too, that go on from fragments when no frame is walked.
    depth = 0;
  }

  /** `start` is where the frame began, at its `position`; `cut` bytes of it were not captured. */
  function network(type: number, frame: Frame, start: number, cut: number): void {
    if (type === IPV4 ? !readIpv4(frame, cut, ip) : type !== IPV6 || !readIpv6(frame, cut, ip)) {
      notIp(type, frame, start, cut);
      return;
    }
    ip.time = frame.time;
    ip.number = frame.number;
    ip.position = frame.position + (ip.start - start);
    ip.reassembled = false;
    visitor.ip(ip);
  }

  function notIp(type: number, frame: Frame, start: number, cut: number): void {
    if (type === IPV4 || type === IPV6) visitor.other(IP_DAMAGED, frame);
    else if (type === EXPORTED_PDU) exported(frame, start, cut);
    else {
      const next = type > 0 ? (linkOfEtherType(type) ?? tunnelOfEtherType(type)) : undefined;
      if (next === undefined) {
        visitor.other(type, frame);
        return;
      }
      visitor.within?.();
      if (depth++ >= DEPTH) visitor.other(TOO_DEEP, frame);
      else if (!('enter' in next)) header(next, next.decode, frame, start, cut);
      else if (next.padding === undefined) header(next, next.enter, frame, start, cut);
      else parts(next, next.padding, frame, start, cut);
    }
  }

  function header(unit: Link | Tunnel, read: (frame: Frame) => number, frame: Frame, start: number, cut: number): void {
    const from = frame.start;
    const type = read(frame);
    visitor.header?.(unit, frame.bytes, from, frame.start);
    network(type, frame, start, cut);
  }

  /** Several packets, each behind a header of its own. What is less than such a header is a check sequence. */
  function parts(tunnel: Tunnel, padding: number, frame: Frame, start: number, cut: number): void {
    const { start: first, end } = frame;
    const level = depth;
    let at = first;
    do {
      frame.start = at;
      frame.end = end;
      depth = level;
      const type = tunnel.enter(frame);
      if (frame.start === at && at > first) return;
      const stop = frame.end;
      visitor.header?.(tunnel, frame.bytes, at, frame.start);
      network(type, frame, start, stop < end ? 0 : cut);
      at = first + Math.ceil((stop - first) / padding) * padding;
    } while (at < end);
  }

  function exported(frame: Frame, start: number, cut: number): void {
    if (!readExportedPdu(frame.bytes, frame.start, frame.end, pdu)) {
      visitor.other(FRAME_CUT, frame);
      return;
    }
    pdu.missing = cut;
    pdu.time = frame.time;
    pdu.number = frame.number;
    pdu.position = frame.position + (pdu.start - start);
    visitor.exported(pdu);
  }

  function enter(ip: IpPacket): boolean {
    const { bytes, start, end, protocol } = ip;
    const isUdp = protocol === UDP;
    if (isUdp && end - start <= UDP_HEADER) return false;
    const tunnel = isUdp ? tunnelOfPorts(uint16(bytes, start), uint16(bytes, start + 2)) : tunnelOfProtocol(protocol);
    if (tunnel === undefined) return false;
    inner.bytes = bytes;
    inner.start = start + (isUdp ? UDP_HEADER : 0);
    inner.end = end;
    inner.wireLength = end - inner.start + ip.missing;
    inner.time = ip.time;
    inner.number = ip.number;
    inner.position = ip.position + (ip.reassembled ? 0 : inner.start - start);
    if (isUdp) trim(inner, uint16(bytes, start + 4));
    const from = inner.start;
    const type = tunnel.enter(inner);
    if (type === NOT_THIS) return false;
    visitor.within?.();
    if (depth++ >= DEPTH) visitor.other(TOO_DEEP, inner);
    else {
      visitor.header?.(tunnel, bytes, from, inner.start);
      if (type < PROTOCOL) network(type, inner, from, ip.missing);
      else {
        ip.protocol = type - PROTOCOL;
        if (!ip.reassembled) ip.position += inner.start - start;
        ip.start = inner.start;
        ip.end = inner.end;
        visitor.transport(ip);
      }
    }
    return true;
  }

  return { frame, enter };
}

/** To the length that UDP's header says, when it is one. */
function trim(frame: Frame, length: number): void {
  const size = length - UDP_HEADER;
  if (size < 0 || size >= frame.end - frame.start) return;
  frame.end = frame.start + size;
  frame.wireLength = size;
}
