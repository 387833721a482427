/** The headers of a frame one after the other, as they stand in its bytes: nothing is put together, nothing is kept. */
import { ethernet } from '../link/ethernet.ts';
import { FRAME_CUT, IPV4, IPV6 } from '../link/link.ts';
import { linkOf } from '../link/links.ts';
import type { Frame } from '../model.ts';
import { createIpPacket, type IpPacket } from './ip.ts';
import { readIpv4 } from './ipv4.ts';
import { readIpv6 } from './ipv6.ts';
import {
  BRIDGED,
  GRE,
  IP_IN_IP,
  IPV6_IN_IP,
  MPLS,
  MPLS_MULTICAST,
  PPPOE_SESSION,
  readGre,
  readMpls,
  readPppoe,
} from './tunnels.ts';

export interface LayerVisitor {
  /** A header of the link; what it carries begins at `end`. Bridged Ethernet frames have one of their own. */
  link?(linkType: number, start: number, end: number): void;
  /** An IP packet; of one within another, after the outer. The cursor is borrowed for the call. */
  ip(ip: IpPacket): void;
  /** What is no IP packet, or a damaged one. */
  rest?(etherType: number, start: number, end: number): void;
}

const ETHERNET = 1;
const DEPTH = 8;

/** Walks frames of known link types; the whole frame is `rest` otherwise. Offsets are those of `frame.bytes`. */
export function createLayers(visitor: LayerVisitor): (frame: Readonly<Frame>) => void {
  const ip = createIpPacket();
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

  function network(etherType: number, cut: number, depth: number): void {
    const { start, end } = inner;
    const known = etherType === IPV4 ? readIpv4(inner, cut, ip) : etherType === IPV6 && readIpv6(inner, cut, ip);
    if (!known) {
      notIp(etherType, cut, depth, start, end);
      return;
    }
    ip.time = inner.time;
    ip.number = inner.number;
    ip.position = inner.position + (ip.start - inner.start);
    ip.reassembled = false;
    const { protocol, missing, fragment } = ip;
    const next = protocol === IP_IN_IP ? IPV4 : protocol === IPV6_IN_IP ? IPV6 : protocol === GRE ? GRE : -1;
    const [from, to] = [ip.start, ip.end];
    visitor.ip(ip);
    if (next < 0 || fragment || depth >= DEPTH) return;
    inner.position += from - start;
    inner.start = from;
    inner.end = to;
    network(next === GRE ? readTunnel(readGre) : next, missing, depth + 1);
  }

  function readTunnel(read: (frame: Frame) => number): number {
    const { start } = inner;
    const type = read(inner);
    inner.position += inner.start - start;
    return type;
  }

  function notIp(etherType: number, cut: number, depth: number, start: number, end: number): void {
    if (depth >= DEPTH) visitor.rest?.(etherType, start, end);
    else if (etherType === BRIDGED) {
      const type = readTunnel(ethernet.decode);
      if (type !== FRAME_CUT) visitor.link?.(ETHERNET, start, inner.start);
      network(type, cut, depth + 1);
    } else if (etherType === PPPOE_SESSION) network(readTunnel(readPppoe), cut, depth + 1);
    else if (etherType === MPLS || etherType === MPLS_MULTICAST) network(readTunnel(readMpls), cut, depth + 1);
    else visitor.rest?.(etherType, start, end);
  }

  return (frame) => {
    if (frame.start === frame.end) return;
    Object.assign(inner, frame);
    const cut = frame.wireLength - (frame.end - frame.start);
    const link = linkOf(frame.linkType);
    if (link === undefined) {
      visitor.rest?.(FRAME_CUT, frame.start, frame.end);
      return;
    }
    const type = readTunnel(link.decode);
    visitor.link?.(frame.linkType, frame.start, inner.start);
    network(type, cut, 0);
  };
}
