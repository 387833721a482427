/** What passed by, counted without asking a map: one increment a packet. */
import type { PacketCount } from '../events.ts';

export interface Counters {
  /** Frames that carry no IP: ARP, LLDP, spanning tree, … */
  notIp: number;
  /** What is within a tunnel, each tunnel counted: PPPoE, MPLS, GRE, VXLAN, ESP and the like. */
  encapsulated: number;
  ip: number;
  fragments: number;
  /** Of these, the ones that are not the first of their packet. */
  laterFragments: number;
  udp: number;
  /** UDP datagrams that do not look like SIP. */
  notSip: number;
  /** Of these, the ones from or to 5060 or 5061 that are no keep-alives either. */
  strays: number;
  firstStray: PacketCount['first'];
  /** One of them may be RTP. */
  media: boolean;
  tcp: number;
  /** TCP segments with data that do not look like SIP and belong to no connection that does. */
  tcpNotSip: number;
  /** TCP connections whose SIP was picked up in mid-stream, per direction. */
  tcpMidStream: number;
  /** TCP segments that repeat what was there already. */
  tcpRetransmitted: number;
  /** TCP segments with a TLS record, on any port, or with any data on 5061. */
  tls: number;
  /** Of these, the ones on port 5061 (RFC 3261 §19.1.2). */
  sips: number;
  /** Of these, the ones that begin with application data: what SIP would be in. */
  sipsData: number;
  firstSipsData: PacketCount['first'];
  sctp: number;
  /** Messages of SCTP, or parts of some, that do not look like SIP. */
  sctpNotSip: number;
  /** Chunks of SCTP that repeat what was there already. */
  sctpRepeated: number;
  icmp: number;
  /** Other protocols on IP. */
  other: number;
}

export function createCounters(): Counters {
  return {
    notIp: 0,
    encapsulated: 0,
    ip: 0,
    fragments: 0,
    laterFragments: 0,
    udp: 0,
    notSip: 0,
    strays: 0,
    firstStray: undefined,
    media: false,
    tcp: 0,
    tcpNotSip: 0,
    tcpMidStream: 0,
    tcpRetransmitted: 0,
    tls: 0,
    sips: 0,
    sipsData: 0,
    firstSipsData: undefined,
    sctp: 0,
    sctpNotSip: 0,
    sctpRepeated: 0,
    icmp: 0,
    other: 0,
  };
}
