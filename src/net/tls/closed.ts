/** TLS that is in no report: connections that stay closed, with the reason, and segments on the port of SIP over TLS. */
import type { ClosedConnections, NetworkEvent, PacketCount } from '../../events.ts';
import type { Counters } from '../counters.ts';
import type { Endpoints } from '../endpoints.ts';
import { type IpPacket, uint16 } from '../ip.ts';
import { isSipPort } from '../sip-ports.ts';
import { createHandshakes } from './handshakes.ts';
import { APPLICATION_DATA, looksLikeTls } from './record.ts';

export type ClosedBecause = ClosedConnections['because'];

export interface ClosedOptions {
  readonly input: number;
  readonly endpoints: Endpoints;
  readonly counters: Counters;
  onEvent(event: NetworkEvent): void;
}

export interface Closed {
  readonly connections: readonly ClosedConnections[];
  /** A connection that is not followed any more, or never will be; without a reason nothing of it is hidden. */
  settle(hash: number, because: ClosedBecause | undefined): void;
  /** It hides something, of which this is the first. */
  tell(hash: number, because: ClosedBecause, first: PacketCount['first']): void;
  /** Its ports are used again. */
  forget(hash: number): void;
  /** Data of a connection that is not followed. */
  see(hash: number, ip: IpPacket, start: number, sequence: number): void;
  /** Data of one that is: only its handshake is of interest. */
  watch(hash: number, ip: IpPacket, start: number, sequence: number): void;
  /** A FIN or RST with this sequence number. */
  close(hash: number, ip: IpPacket, sequence: number): void;
  between(ip: IpPacket): PacketCount['first'];
}

/** RFC 3261 §19.1.2. */
export const SIPS_PORT = 5061;
const MOST = 65_536;

export function createClosed(options: ClosedOptions): Closed {
  const { input, endpoints, counters } = options;
  const handshakes = createHandshakes(options);
  const settled = new Map<number, { readonly because: ClosedBecause | undefined; told: boolean }>();
  const byReason = new Map<ClosedBecause, { because: ClosedBecause; count: number; first: PacketCount['first'] }>();

  function settle(hash: number, because: ClosedBecause | undefined): void {
    if (settled.size >= MOST) settled.clear();
    settled.set(hash, { because, told: false });
  }

  function tell(hash: number, because: ClosedBecause, first: PacketCount['first']): void {
    const one = settled.get(hash);
    if (one === undefined) settled.set(hash, { because, told: true });
    else one.told = true;
    const known = byReason.get(because);
    if (known === undefined) byReason.set(because, { because, count: 1, first });
    else known.count++;
  }

  function watch(hash: number, ip: IpPacket, start: number, sequence: number): void {
    if (looksLikeTls(ip.bytes, start, ip.end)) handshakes.data(hash, ip, start, sequence);
  }

  function see(hash: number, ip: IpPacket, start: number, sequence: number): void {
    const { bytes } = ip;
    const known = settled.size === 0 ? undefined : settled.get(hash);
    const isRecord = looksLikeTls(bytes, start, ip.end);
    const ports = [uint16(bytes, ip.start), uint16(bytes, ip.start + 2)] as const;
    const sips = ports[0] === SIPS_PORT || ports[1] === SIPS_PORT;
    if (sips || isRecord) counters.tls++;
    if (isRecord) handshakes.data(hash, ip, start, sequence);
    if (known !== undefined && known.because === undefined) return;
    if (sips) counters.sips++;
    if (!isRecord || bytes[start] !== APPLICATION_DATA) return;
    if (sips && counters.sipsData++ === 0) counters.firstSipsData = between(ip);
    if (known?.told !== true && (isSipPort(ports[0]) || isSipPort(ports[1])))
      tell(hash, known?.because ?? 'no-hello', between(ip));
  }

  function between(ip: IpPacket): PacketCount['first'] {
    const { bytes, start, end, number: index, position, addressLength, time } = ip;
    return {
      time,
      origin: { input, index, position, length: end - start },
      source: endpoints.of(bytes, ip.sourceAt, addressLength, uint16(bytes, start)),
      destination: endpoints.of(bytes, ip.destinationAt, addressLength, uint16(bytes, start + 2)),
    };
  }

  return {
    get connections() {
      return [...byReason.values()];
    },
    settle,
    tell,
    forget: (hash) => void settled.delete(hash),
    see,
    watch,
    close(hash, ip, sequence) {
      if (handshakes.size > 0) handshakes.close(hash, ip, sequence);
    },
    between,
  };
}
