/** ICMP errors (RFC 792, RFC 1122 §3.2.2.1, RFC 4443 §3): which packet could not be delivered, and who says so. */
import type { IcmpError, NetworkEvent } from '../events.ts';
import type { Transport } from '../model.ts';
import type { Endpoints } from './endpoints.ts';
import { type IpPacket, TCP, UDP, uint16, uint32 } from './ip.ts';
import { isSipPort } from './sip-ports.ts';

export interface IcmpOptions {
  readonly input: number;
  readonly endpoints: Endpoints;
  looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean;
  onEvent(event: NetworkEvent): void;
}

const ICMP = 1;
const HEADER = 8;
const UNREACHABLE = 3;
const UNREACHABLE_6 = 1;
const TOO_BIG_6 = 2;
const FRAGMENT_6 = 44;

type Reason = IcmpError['reason'];

/** By code. RFC 792; RFC 1122 §3.2.2.1 for 6 to 12, RFC 1812 §5.2.7.1 for 13 to 15. */
const reasons: readonly Reason[] = [
  'network',
  'host',
  'protocol',
  'port',
  'too-big',
  'network', // source route failed
  'network', // unknown
  'host', // unknown
  'host', // isolated
  'prohibited', // network
  'prohibited', // host
  'network', // for this type of service
  'host', // for this type of service
  'prohibited', // by filtering
  'prohibited', // precedence of hosts
  'prohibited', // precedence cutoff
];

/** RFC 4443 §3.1. */
const reasons6: readonly Reason[] = ['network', 'prohibited', 'network', 'host', 'port', 'prohibited', 'prohibited'];

function reasonOf(version: 4 | 6, type: number, code: number): Reason | undefined {
  if (version === 4) return type === UNREACHABLE ? reasons[code] : undefined;
  if (type === TOO_BIG_6) return 'too-big';
  return type === UNREACHABLE_6 ? reasons6[code] : undefined;
}

/** Takes what an ICMP error quotes; every other ICMP message, and what is cut too short, says nothing. */
export function createIcmp({ input, endpoints, looksLikeSip, onEvent }: IcmpOptions): (ip: IpPacket) => void {
  return function read(ip) {
    const { bytes, start, end } = ip;
    if (end - start < HEADER) return;
    const version = ip.protocol === ICMP ? 4 : 6;
    const reason = reasonOf(version, bytes[start], bytes[start + 1]);
    if (reason === undefined) return;
    const quoted = start + HEADER;
    const header = version === 4 ? 20 : 40;
    if (end - quoted < header || bytes[quoted] >> 4 !== version) return;
    let protocol = bytes[quoted + (version === 4 ? 9 : 6)];
    let at = quoted + (version === 4 ? (bytes[quoted] & 15) << 2 : header);
    if (version === 4) {
      // Only the first fragment has the ports.
      if (at < quoted + header || (uint16(bytes, quoted + 6) & 0x1fff) !== 0) return;
    } else if (protocol === FRAGMENT_6 && end - at >= 8) {
      if ((uint16(bytes, at + 2) & 0xfff8) !== 0) return;
      protocol = bytes[at];
      at += 8;
    }
    if (end - at < HEADER || (protocol !== UDP && protocol !== TCP)) return;
    const transport: Transport = protocol === UDP ? 'udp' : 'tcp';
    const length = version === 4 ? 4 : 16;
    const addresses = quoted + (version === 4 ? 12 : 8);
    const sourcePort = uint16(bytes, at);
    const destinationPort = uint16(bytes, at + 2);
    const data = at + HEADER;
    onEvent({
      kind: 'icmp',
      time: ip.time,
      origin: { input, index: ip.number, position: ip.position, length: end - start },
      reason,
      transport,
      source: endpoints.of(bytes, addresses, length, sourcePort),
      destination: endpoints.of(bytes, addresses + length, length, destinationPort),
      sip:
        isSipPort(sourcePort) ||
        isSipPort(destinationPort) ||
        (transport === 'udp' && data < end && looksLikeSip(bytes, data, end)),
      reporter: endpoints.of(bytes, ip.sourceAt, ip.addressLength, 0).address,
      mtu: reason !== 'too-big' ? 0 : version === 4 ? uint16(bytes, start + 6) : uint32(bytes, start + 4),
    });
  };
}
