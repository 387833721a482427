/** The headers of a frame one after the other, as they stand in its bytes: fragments stay apart. */
import type { Link } from '../link/link.ts';
import type { Frame } from '../model.ts';
import type { ExportedPdu } from './exported-pdu.ts';
import { type IpPacket, UDP } from './ip.ts';
import type { Tunnel } from './tunnels/tunnel.ts';
import { createWalk } from './walk.ts';

const UDP_HEADER = 8;

export interface LayerVisitor {
  /** What a link or a tunnel puts in front; what it carries begins at `end`. */
  header?(unit: Link | Tunnel, bytes: Uint8Array, start: number, end: number): void;
  /** An IP packet; of one within another, after the outer. The cursor is borrowed for the call. */
  ip(ip: IpPacket): void;
  /** The transport layer of a whole packet, or one within a tunnel that is not IP; and the same when no tunnel begins there. */
  transport?(ip: IpPacket): void;
  payload?(ip: IpPacket): void;
  /** What is a message of SIP is no tunnel, whatever its ports. */
  looksLikeSip?(bytes: Uint8Array, start: number, end: number): boolean;
  /** A message that was exported without the layers below it. */
  exported?(pdu: ExportedPdu): void;
  /** What is none of these: an EtherType, or why it cannot be read. */
  rest?(type: number, start: number, end: number): void;
}

export interface Layers {
  /** Offsets are those of its bytes. */
  frame(frame: Frame): void;
  /** A packet that was put together from fragments, or its beginning. */
  packet(ip: IpPacket): void;
}

export function createLayers(visitor: LayerVisitor): Layers {
  const walk = createWalk({
    ...(visitor.header === undefined ? {} : { header: visitor.header }),
    ip(ip) {
      visitor.ip(ip);
      if (!ip.fragment) transport(ip);
    },
    transport,
    exported: (pdu) => visitor.exported?.(pdu),
    other: (type, { start, end }) => visitor.rest?.(type, start, end),
  });

  function transport(ip: IpPacket): void {
    visitor.transport?.(ip);
    const sip = ip.protocol === UDP && visitor.looksLikeSip?.(ip.bytes, ip.start + UDP_HEADER, ip.end) === true;
    if (sip || !walk.enter(ip)) visitor.payload?.(ip);
  }

  return {
    frame(frame) {
      if (frame.start < frame.end) walk.frame(frame);
    },
    packet: transport,
  };
}
