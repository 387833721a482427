/** What the network did with SIP beside carrying it: nouns like those of model.ts, between net/, state/ and rules/. */
import type { Endpoint, Origin, Transport } from './model.ts';

/** What became of a packet, a connection or a handshake. `source` sent it (or dialled), `destination` should have got it. */
interface Between {
  readonly time: number;
  /** The frame that told. */
  readonly origin: Origin;
  readonly source: Endpoint;
  readonly destination: Endpoint;
}

/** A host or router sent a packet back as undeliverable (RFC 792, RFC 4443 §3); the endpoints are those it quotes. */
export interface IcmpError extends Between {
  readonly kind: 'icmp';
  readonly reason: 'network' | 'host' | 'protocol' | 'port' | 'prohibited' | 'too-big';
  readonly transport: Transport;
  /** It quotes SIP, or a packet from or to a port of SIP. */
  readonly sip: boolean;
  /** Address that it came from. */
  readonly reporter: string;
  /** `too-big`: the largest packet that goes through, 0 when it does not say. */
  readonly mtu: number;
}

/** A UDP datagram that begins like SIP and of which IP fragments never came. `origin` is its first fragment. */
export interface FragmentLoss extends Between {
  readonly kind: 'fragments';
  /** Bytes of the datagram that are here without a hole, its UDP header included. */
  readonly received: number;
}

/** A TCP connection to a port of SIP that did not come about, or that ended in place of an answer. */
export interface ConnectionFailure extends Between {
  readonly kind: 'connection';
  /** `unreachable`: ICMP said so. `reset`: open, silent, and closed by the other side when a request came. */
  readonly how: 'refused' | 'unanswered' | 'unreachable' | 'reset';
  /** SYNs of this attempt. */
  readonly sends: number;
  /** First SYN, or request, to its end (µs). */
  readonly waited: number;
  /** Silence before the request (µs); -1 when it was not captured, or was no connection yet. */
  readonly idle: number;
}

/** How a TLS handshake on a port of SIP ended, as far as it is sent in clear. `source` is the client. */
export interface HandshakeEnd extends Between {
  readonly kind: 'handshake';
  /** `hidden`: an alert that TLS 1.3 encrypts. `closed`: connection closed in place of the next message. */
  readonly how: 'completed' | 'alert' | 'hidden' | 'closed';
  readonly byClient: boolean;
  /** Number of the alert (RFC 8446 §6.2), -1 without one in clear. */
  readonly alert: number;
  /** SNI; empty when the client named none. */
  readonly serverName: string;
  /** Highest version offered and version chosen, as on the wire (0x0303 is TLS 1.2); 0 when not seen. */
  readonly offered: number;
  readonly chosen: number;
}

/** What the network did with SIP beside carrying it. */
export type NetworkEvent = IcmpError | FragmentLoss | ConnectionFailure | HandshakeEnd;

/** A number of packets, with the first of them. */
export interface PacketCount {
  readonly count: number;
  readonly first: Between | undefined;
}

/** TLS connections that could not be read although there are keys. */
export interface ClosedConnections extends PacketCount {
  /**
   * `no-key`: none for its client random. `no-hello`: the handshake, which tells the client random and the cipher, was not
   * captured. `cipher`: one that is not known here. `wrong-key`: records are not authentic by the key that is there.
   */
  readonly because: 'no-key' | 'no-hello' | 'cipher' | 'wrong-key';
}

/** What one capture holds beside SIP, as far as it is read. */
export interface TrafficFacts {
  /** UDP datagrams on 5060 or 5061 that are neither SIP nor keep-alives. */
  readonly strays: PacketCount;
  /** TLS application data on ports of SIP that was not decrypted. */
  readonly encrypted: PacketCount;
  /** Undefined when there were no keys to decrypt anything with. Else connections on ports of SIP, or with a key. */
  readonly closed: readonly ClosedConnections[] | undefined;
  /** A UDP datagram that may be RTP, or something that may hide it. */
  readonly media: boolean;
  /** Fragments beyond the first of their packet were captured. */
  readonly laterFragments: boolean;
}
