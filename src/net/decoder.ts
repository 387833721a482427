/** The door from frames to SIP: link layer, IP, fragments, UDP and TCP. Its hot path allocates nothing. */

import { FRAME_CUT, IPV4, IPV6 } from '../link/link.ts';
import { linkOf } from '../link/links.ts';
import type { Frame, Packet, StreamChunk, Tally } from '../model.ts';
import { type Counters, createCounters } from './counters.ts';
import type { Endpoints } from './endpoints.ts';
import { createFragments } from './fragments.ts';
import { createIpPacket, type IpPacket, TCP, UDP } from './ip.ts';
import { readIpv4 } from './ipv4.ts';
import { readIpv6 } from './ipv6.ts';
import { createTcp } from './tcp.ts';
import { createUdp } from './udp.ts';

export interface NetOptions {
  /** Index into the report's `inputs`. */
  readonly input: number;
  readonly endpoints: Endpoints;
  readonly tally: Tally;
  /** Judges the first bytes of a payload. */
  looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean;
  /** The packet's bytes are borrowed: copy what must outlive the call. */
  onDatagram(packet: Packet): void;
  onStream(chunk: StreamChunk): void;
}

export interface NetDecoder {
  frame(frame: Frame): void;
  /** Gives out what is still held. `time` is that of the last frame. */
  end(time: number): void;
  readonly counters: Readonly<Counters>;
}

const SCTP = 132;

// EtherTypes that may have IP within, which is not decoded: MPLS, PPPoE, transparent bridging, provider backbone.
const wrappers: ReadonlySet<number> = new Set([0x8847, 0x8848, 0x8864, 0x6558, 0x88e7]);

export function createNetDecoder(options: NetOptions): NetDecoder {
  const { tally, looksLikeSip } = options;
  const counters = createCounters();
  const ip = createIpPacket();
  const udp = createUdp({ ...options, counters });
  const tcp = createTcp({ ...options, counters });
  const fragments = createFragments({ tally, looksLikeSip, onIncomplete: transport });
  let linkType = -1;
  let decode: ((frame: Frame) => number) | undefined;

  function take(frame: Frame): void {
    const { time } = frame;
    if (time >= fragments.deadline) fragments.expire(time);
    if (time >= tcp.deadline) tcp.expire(time);
    if (frame.linkType !== linkType) {
      linkType = frame.linkType;
      decode = linkOf(linkType)?.decode;
    }
    if (decode === undefined) {
      tally.count('link-type-unknown', frame.number, frame.position);
      return;
    }
    const { start } = frame;
    const cut = frame.wireLength - (frame.end - start);
    const etherType = decode(frame);
    let known = false;
    if (etherType === IPV4) known = readIpv4(frame, cut, ip);
    else if (etherType === IPV6) known = readIpv6(frame, cut, ip);
    else {
      notIp(etherType, frame);
      return;
    }
    if (!known) {
      tally.count('ip-header-damaged', frame.number, frame.position);
      return;
    }
    counters.ip++;
    ip.time = time;
    ip.number = frame.number;
    ip.position = frame.position + (ip.start - start);
    ip.reassembled = false;
    if (ip.fragment) {
      counters.fragments++;
      if (!fragments.add(ip)) return;
    }
    transport(ip);
  }

  function transport(ip: IpPacket): void {
    switch (ip.protocol) {
      case UDP:
        if (!udp.datagram(ip)) tally.count('udp-header-cut', ip.number, ip.position);
        break;
      case TCP:
        if (!tcp.segment(ip)) tally.count('tcp-header-damaged', ip.number, ip.position);
        break;
      case SCTP:
        counters.sctp++;
        tally.count('sctp', ip.number, ip.position);
        break;
      case 1: // ICMP
      case 58: // ICMPv6
        counters.icmp++;
        break;
      case 4: // IP in IP
      case 41: // IPv6 in IP
      case 47: // GRE
      case 50: // ESP
        counters.encapsulated++;
        tally.count('encapsulated', ip.number, ip.position);
        break;
      default:
        counters.other++;
    }
  }

  function notIp(etherType: number, frame: Frame): void {
    if (etherType === FRAME_CUT) tally.count('frame-too-short', frame.number, frame.position);
    else counters.notIp++;
    if (!wrappers.has(etherType)) return;
    counters.encapsulated++;
    tally.count('encapsulated', frame.number, frame.position);
  }

  return {
    frame: take,
    end(time) {
      fragments.end();
      tcp.end(time);
    },
    counters,
  };
}
