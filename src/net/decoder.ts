/** The door from frames to SIP: link layer, IP, fragments, tunnels, UDP, TCP and SCTP. Its hot path allocates nothing. */

import type { ClosedConnections, NetworkEvent } from '../events.ts';
import { FRAME_CUT, WLAN_ENCRYPTED, WLAN_FRAGMENT } from '../link/link.ts';
import type { Endpoint, Frame, Packet, StreamChunk, Tally } from '../model.ts';
import { createCarriers } from './carriers.ts';
import { type Counters, createCounters } from './counters.ts';
import type { Endpoints } from './endpoints.ts';
import type { ExportedPdu } from './exported-pdu.ts';
import { createFragments, isPutTogether } from './fragments.ts';
import { createHep } from './hep.ts';
import { createIcmp } from './icmp.ts';
import { type IpPacket, TCP, UDP, uint16 } from './ip.ts';
import { createSctp } from './sctp.ts';
import { SCTP } from './sctp-chunks.ts';
import { createTcp } from './tcp.ts';
import type { Decryption } from './tls/decryption.ts';
import { LAYOUT_UNKNOWN } from './tunnels/tunnel.ts';
import { createTurn } from './turn.ts';
import { createUdp } from './udp.ts';
import { createWalk, IP_DAMAGED, LINK_UNKNOWN, TOO_DEEP } from './walk.ts';
import { createWrapped } from './wrapped.ts';

export interface NetOptions {
  /** Index into the report's `inputs`. */
  readonly input: number;
  readonly endpoints: Endpoints;
  readonly tally: Tally;
  /** By how much times that agents wrote into HEP are ahead, µs: those of frames were corrected before. */
  readonly ahead?: number;
  /** Without it, TLS is only counted. */
  readonly decryption?: Decryption | undefined;
  /** Judges the first bytes of a payload. */
  looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean;
  /**
   * A SIP message of a datagram, or of what carries one whole on a connection. Its bytes are borrowed: copy what must
   * outlive the call. Parts of it may stand in other frames, too.
   */
  onDatagram(packet: Packet, otherFrames?: readonly number[]): void;
  /** A datagram that is neither SIP, nor carries any, nor a tunnel, its payload at `[start, end)` of the borrowed bytes: media, perhaps. */
  onOther?: ((ip: IpPacket, start: number, end: number) => void) | undefined;
  /** Bytes of connections that carry SIP with nothing around it but TLS, as far as that could be decrypted: `chunk.tls`. */
  onStream(chunk: StreamChunk): void;
  onEvent(event: NetworkEvent): void;
}

export interface NetDecoder {
  frame(frame: Frame): void;
  /** Gives out what is still held. `time` is that of the last frame. */
  end(time: number): void;
  readonly counters: Readonly<Counters>;
  /** TLS connections that stay closed. */
  readonly closed: readonly ClosedConnections[];
  /** There are more secrets of TLS than before. */
  retry(): void;
}

const ESP = 50;
const UDP_HEADER = 8;

/** Why a frame leads to no packet, as reasons of `notDecoded`. */
const outcomes: ReadonlyMap<number, string> = new Map([
  [FRAME_CUT, 'frame-too-short'],
  [LINK_UNKNOWN, 'link-type-unknown'],
  [IP_DAMAGED, 'ip-header-damaged'],
  [TOO_DEEP, 'tunnel-too-deep'],
  [WLAN_ENCRYPTED, 'wlan-encrypted'],
  [WLAN_FRAGMENT, 'wlan-fragment'],
  [LAYOUT_UNKNOWN, 'l2tp-layout-unknown'],
]);

export function createNetDecoder(options: NetOptions): NetDecoder {
  const { input, endpoints, tally, looksLikeSip, onDatagram, onEvent } = options;
  const counters = createCounters();
  const hep = createHep(options);
  const turn = createTurn({ ...options, counters });
  const wrapped = createWrapped({ ...options, counters, hep, turn });
  const udp = createUdp({ ...options, counters, wrapped, enter: (ip) => walk.enter(ip) });
  const carriers = createCarriers({ ...options, hep, turn });
  const { opens, mayOpen } = carriers;
  const tcp = createTcp({ ...options, counters, opens, mayOpen, onStream: carriers.chunk });
  const sctp = createSctp({ ...options, counters });
  const icmp = createIcmp(options);
  const fragments = createFragments({ tally, looksLikeSip, onIncomplete: incomplete });
  const walk = createWalk({ ip: packet, within: () => void counters.encapsulated++, transport, exported, other });

  function take(frame: Frame): void {
    const { time } = frame;
    // Of it only the time was kept.
    if (frame.start === frame.end && frame.wireLength > 0) {
      counters.notIp++;
      return;
    }
    if (time >= fragments.deadline) fragments.expire(time);
    if (time >= tcp.deadline) tcp.expire(time);
    if (time >= sctp.deadline) sctp.expire(time);
    walk.frame(frame);
  }

  function packet(ip: IpPacket): void {
    counters.ip++;
    if (ip.fragment) {
      counters.fragments++;
      if (ip.fragmentOffset > 0) counters.laterFragments++;
      if (isPutTogether(ip.protocol) ? !fragments.add(ip) : ip.fragmentOffset > 0) return;
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
        sctp.packet(ip);
        break;
      case 1: // ICMP
      case 58: // ICMPv6
        counters.icmp++;
        icmp(ip);
        break;
      case ESP:
        counters.encapsulated++;
        tally.count('esp', ip.number, ip.position);
        break;
      default:
        if (!walk.enter(ip)) counters.other++;
    }
  }

  /** The beginning of a packet whose rest did not come: what it is of, and then whatever can be read. */
  function incomplete(ip: IpPacket): void {
    const { bytes, start, end, addressLength } = ip;
    if (ip.protocol === UDP && end - start > UDP_HEADER && looksLikeSip(bytes, start + UDP_HEADER, end)) {
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

  function exported(pdu: ExportedPdu): void {
    const { bytes, start, end, time, position } = pdu;
    if (!looksLikeSip(bytes, start, end)) {
      counters.notSip++;
      return;
    }
    onDatagram({
      time,
      transport: pdu.transport,
      source: exportedEnd(pdu, pdu.sourceAt, pdu.sourcePort),
      destination: exportedEnd(pdu, pdu.destinationAt, pdu.destinationPort),
      bytes,
      start,
      end,
      origin: { input, index: pdu.number, position, length: end - start },
      truncated: pdu.missing > 0,
      ipId: -1,
      ttl: -1,
    });
  }

  function exportedEnd({ bytes, addressLength }: ExportedPdu, at: number, port: number): Endpoint {
    return at < 0 ? endpoints.named('', port) : endpoints.of(bytes, at, addressLength, port);
  }

  function other(type: number, frame: Frame): void {
    if (type >= 0) counters.notIp++;
    else tally.count(outcomes.get(type) ?? 'frame-too-short', frame.number, frame.position);
  }

  return {
    frame: take,
    end(time) {
      fragments.end();
      sctp.end();
      tcp.end(time);
    },
    counters,
    get closed() {
      return tcp.closed;
    },
    retry: tcp.retry,
  };
}
