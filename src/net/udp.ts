/** UDP (RFC 768): a datagram that looks like SIP becomes a packet, all others are counted. */
import type { Packet } from '../model.ts';
import type { Counters } from './counters.ts';
import type { Endpoints } from './endpoints.ts';
import { type IpPacket, uint16 } from './ip.ts';

export interface UdpOptions {
  readonly input: number;
  readonly endpoints: Endpoints;
  readonly counters: Counters;
  looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean;
  onDatagram(packet: Packet): void;
}

export interface Udp {
  /** False when the header is cut. */
  datagram(ip: IpPacket): boolean;
}

const HEADER = 8;

export function createUdp({ input, endpoints, counters, looksLikeSip, onDatagram }: UdpOptions): Udp {
  function deliver(ip: IpPacket, start: number, end: number, truncated: boolean): void {
    const { bytes } = ip;
    onDatagram({
      time: ip.time,
      transport: 'udp',
      source: endpoints.of(bytes, ip.sourceAt, ip.addressLength, uint16(bytes, ip.start)),
      destination: endpoints.of(bytes, ip.destinationAt, ip.addressLength, uint16(bytes, ip.start + 2)),
      bytes,
      start,
      end,
      origin: {
        input,
        index: ip.number,
        position: ip.reassembled ? ip.position : ip.position + HEADER,
        length: ip.reassembled ? ip.length : end - start,
      },
      truncated,
      ipId: ip.addressLength === 4 ? ip.id : -1,
      ttl: ip.ttl,
    });
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
      if (looksLikeSip(ip.bytes, start, end)) deliver(ip, start, end, ip.missing > 0 || declared > end);
      else counters.notSip++;
      return true;
    },
  };
}
