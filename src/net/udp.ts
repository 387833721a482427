/** UDP (RFC 768): a datagram that looks like SIP becomes a packet, all others are counted. */
import type { Packet } from '../model.ts';
import { createBorrowed } from './borrowed.ts';
import type { Counters } from './counters.ts';
import type { Endpoints } from './endpoints.ts';
import { type IpPacket, uint16 } from './ip.ts';
import { isKeepAlive, mayBeMedia } from './other-udp.ts';
import { tunnelOfPorts } from './tunnels/index.ts';
import type { Wrapped } from './wrapped.ts';

export interface UdpOptions {
  readonly input: number;
  readonly endpoints: Endpoints;
  readonly counters: Counters;
  readonly wrapped: Wrapped;
  looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean;
  onDatagram(packet: Packet): void;
  /** Goes on into the tunnel that a datagram may be; false when it is none. */
  enter(ip: IpPacket): boolean;
  /** Any other datagram, its payload at `[start, end)` of the borrowed bytes: media, perhaps. */
  onOther?: ((ip: IpPacket, start: number, end: number) => void) | undefined;
}

export interface Udp {
  /** False when the header is cut. */
  datagram(ip: IpPacket): boolean;
}

const HEADER = 8;
const SIP_PORT = 5060;
const SIPS_PORT = 5061;

export function createUdp(options: UdpOptions): Udp {
  const { input, endpoints, counters, wrapped, looksLikeSip, onDatagram, enter, onOther } = options;
  const packet = createBorrowed('udp', input, endpoints);
  const { origin } = packet;

  function deliver(ip: IpPacket, start: number, end: number, truncated: boolean): void {
    const { bytes } = ip;
    packet.time = ip.time;
    packet.source = endpoints.of(bytes, ip.sourceAt, ip.addressLength, uint16(bytes, ip.start));
    packet.destination = endpoints.of(bytes, ip.destinationAt, ip.addressLength, uint16(bytes, ip.start + 2));
    packet.bytes = bytes;
    packet.start = start;
    packet.end = end;
    origin.index = ip.number;
    origin.position = ip.reassembled ? ip.position : ip.position + HEADER;
    origin.length = ip.reassembled ? ip.length : end - start;
    packet.truncated = truncated;
    packet.ipId = ip.addressLength === 4 ? ip.id : -1;
    packet.ttl = ip.ttl;
    onDatagram(packet);
  }

  function stray(ip: IpPacket, start: number, end: number): void {
    if (isKeepAlive(ip.bytes, start, end) || counters.strays++ > 0) return;
    counters.firstStray = {
      time: ip.time,
      origin: { input, index: ip.number, position: ip.position, length: ip.end - ip.start },
      source: endpoints.of(ip.bytes, ip.sourceAt, ip.addressLength, uint16(ip.bytes, ip.start)),
      destination: endpoints.of(ip.bytes, ip.destinationAt, ip.addressLength, uint16(ip.bytes, ip.start + 2)),
    };
  }

  return {
    datagram(ip) {
      const start = ip.start + HEADER;
      let { end } = ip;
      if (start > end) return false;
      counters.udp++;
      // 0 is a jumbogram's (RFC 2675 §4), and less than its own header is nobody's: IP's length stands then.
      const length = (ip.bytes[start - 4] << 8) | ip.bytes[start - 3];
      const declared = start - HEADER + length;
      if (length >= HEADER && declared < end) end = declared;
      const truncated = ip.missing > 0 || declared > end;
      if (looksLikeSip(ip.bytes, start, end)) deliver(ip, start, end, truncated);
      else {
        const from = uint16(ip.bytes, ip.start);
        const to = uint16(ip.bytes, ip.start + 2);
        // The port of a tunnel says more than bytes that could be of many things.
        if (tunnelOfPorts(from, to) !== undefined && enter(ip)) return true;
        if (wrapped(ip, start, end, truncated)) return true;
        counters.notSip++;
        onOther?.(ip, start, end);
        if (from === SIP_PORT || to === SIP_PORT || from === SIPS_PORT || to === SIPS_PORT) stray(ip, start, end);
        else if (!counters.media) counters.media = mayBeMedia(ip.bytes, start, end, from, to);
      }
      return true;
    },
  };
}
