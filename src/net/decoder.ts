/** The door from frames to SIP: link layer, IP, fragments, UDP and TCP. Its hot path allocates nothing. */

import type { NetworkEvent } from '../events.ts';
import { ethernet } from '../link/ethernet.ts';
import { FRAME_CUT, IPV4, IPV6 } from '../link/link.ts';
import { linkOf } from '../link/links.ts';
import type { Frame, Packet, StreamChunk, Tally } from '../model.ts';
import { type Counters, createCounters } from './counters.ts';
import type { Endpoints } from './endpoints.ts';
import { createFragments } from './fragments.ts';
import { createIcmp } from './icmp.ts';
import { createIpPacket, type IpPacket, TCP, UDP, uint16 } from './ip.ts';
import { readIpv4 } from './ipv4.ts';
import { readIpv6 } from './ipv6.ts';
import { createTcp } from './tcp.ts';
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
  /** A datagram that is no SIP, its payload at `[start, end)` of the borrowed bytes: media, perhaps. */
  onOther?: ((ip: IpPacket, start: number, end: number) => void) | undefined;
  onStream(chunk: StreamChunk): void;
  onEvent(event: NetworkEvent): void;
}

export interface NetDecoder {
  frame(frame: Frame): void;
  /** Gives out what is still held. `time` is that of the last frame. */
  end(time: number): void;
  readonly counters: Readonly<Counters>;
}

const SCTP = 132;
const ESP = 50;
const UDP_HEADER = 8;

/** Tunnels within tunnels that are followed. */
const DEPTH = 8;

export function createNetDecoder(options: NetOptions): NetDecoder {
  const { input, endpoints, tally, looksLikeSip, onEvent } = options;
  const counters = createCounters();
  const ip = createIpPacket();
  const udp = createUdp({ ...options, counters });
  const tcp = createTcp({ ...options, counters });
  const icmp = createIcmp(options);
  const fragments = createFragments({ tally, looksLikeSip, onIncomplete: incomplete });
  // What is inside a tunnel, as a frame of its own.
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
  let decode: ((frame: Frame) => number) | undefined;

  function take(frame: Frame): void {
    const { time } = frame;
    // Of it only the time was kept.
    if (frame.start === frame.end && frame.wireLength > 0) {
      counters.notIp++;
      return;
    }
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
    depth = 0;
    const { start } = frame;
    const cut = frame.wireLength - (frame.end - start);
    network(decode(frame), frame, start, cut);
  }

  /** `start` is where the frame began; `cut` bytes of it were not captured. */
  function network(etherType: number, frame: Frame, start: number, cut: number): void {
    let known = false;
    if (etherType === IPV4) known = readIpv4(frame, cut, ip);
    else if (etherType === IPV6) known = readIpv6(frame, cut, ip);
    else {
      notIp(etherType, frame, start, cut);
      return;
    }
    if (!known) {
      tally.count('ip-header-damaged', frame.number, frame.position);
      return;
    }
    counters.ip++;
    ip.time = frame.time;
    ip.number = frame.number;
    ip.position = frame.position + (ip.start - start);
    ip.reassembled = false;
    if (ip.fragment) {
      counters.fragments++;
      if (ip.fragmentOffset > 0) counters.laterFragments++;
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
        icmp(ip);
        break;
      case IP_IN_IP:
        unwrap(ip, IPV4);
        break;
      case IPV6_IN_IP:
        unwrap(ip, IPV6);
        break;
      case GRE:
        unwrap(ip, GRE);
        break;
      case ESP:
        counters.encapsulated++;
        tally.count('esp', ip.number, ip.position);
        break;
      default:
        counters.other++;
    }
  }

  /** The beginning of a datagram whose rest did not come: what it is of, and then whatever can be read. */
  function incomplete(ip: IpPacket): void {
    const { bytes, start, end, addressLength } = ip;
    if (end - start > UDP_HEADER && looksLikeSip(bytes, start + UDP_HEADER, end)) {
      onEvent({
        kind: 'fragments',
        time: ip.time,
        origin: { input, index: ip.number, position: ip.position, length: ip.length },
        source: endpoints.of(bytes, ip.sourceAt, addressLength, uint16(bytes, start)),
        destination: endpoints.of(bytes, ip.destinationAt, addressLength, uint16(bytes, start + 2)),
        received: end - start,
      });
    }
    transport(ip);
  }

  /** Goes on with what the payload of `ip` holds. The cursor is a frame of its own: the payload may be reassembled. */
  function unwrap(ip: IpPacket, kind: number): void {
    counters.encapsulated++;
    if (depth++ >= DEPTH) {
      tally.count('tunnel-too-deep', ip.number, ip.position);
      return;
    }
    inner.bytes = ip.bytes;
    inner.start = ip.start;
    inner.end = ip.end;
    inner.wireLength = ip.end - ip.start + ip.missing;
    inner.time = ip.time;
    inner.number = ip.number;
    inner.position = ip.position;
    const { start } = inner;
    network(kind === GRE ? readGre(inner) : kind, inner, start, ip.missing);
  }

  function notIp(etherType: number, frame: Frame, start: number, cut: number): void {
    if (etherType === PPPOE_SESSION || etherType === MPLS || etherType === MPLS_MULTICAST || etherType === BRIDGED) {
      counters.encapsulated++;
      if (depth++ >= DEPTH) tally.count('tunnel-too-deep', frame.number, frame.position);
      else if (etherType === BRIDGED) network(ethernet.decode(frame), frame, start, cut);
      else network(etherType === PPPOE_SESSION ? readPppoe(frame) : readMpls(frame), frame, start, cut);
    } else if (etherType === FRAME_CUT) tally.count('frame-too-short', frame.number, frame.position);
    else counters.notIp++;
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
