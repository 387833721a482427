/** SIP that another protocol carries in a datagram: HEP, or TURN. Of all others nothing is allocated. */
import type { Counters } from './counters.ts';
import type { Endpoints } from './endpoints.ts';
import type { Hep } from './hep.ts';
import { fixedPayload, isHep3 } from './hep.ts';
import { type IpPacket, uint16 } from './ip.ts';
import { isChannelData, isStun, type Turn } from './turn.ts';

export interface WrappedOptions {
  readonly input: number;
  readonly endpoints: Endpoints;
  readonly hep: Hep;
  readonly turn: Turn;
  readonly counters: Counters;
  looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean;
}

/** Takes a UDP payload that is no SIP; true when it is all that is to be told of it. */
export type Wrapped = (ip: IpPacket, start: number, end: number, truncated: boolean) => boolean;

const UDP_HEADER = 8;
const H = 0x48;

/** Does a datagram that begins so carry SIP, or may it? */
export function mayWrap(
  bytes: Uint8Array,
  start: number,
  end: number,
  looksLikeSip: WrappedOptions['looksLikeSip'],
): boolean {
  if (isHep3(bytes, start, end) || isStun(bytes, start, end)) return true;
  const payload = isChannelData(bytes, start, end) ? start + 4 : fixedPayload(bytes, start, end);
  return payload >= 0 && looksLikeSip(bytes, payload, end);
}

export function createWrapped({ input, endpoints, hep, turn, counters, looksLikeSip }: WrappedOptions): Wrapped {
  function outerOf(ip: IpPacket, start: number, end: number, truncated: boolean) {
    const { number: index, reassembled } = ip;
    const position = reassembled ? ip.position : ip.position + UDP_HEADER;
    const origin = { input, index, position, length: reassembled ? ip.length : end - start };
    return { time: ip.time, origin, truncated, ipId: ip.addressLength === 4 ? ip.id : -1, ttl: ip.ttl };
  }

  function isTurn(bytes: Uint8Array, start: number, end: number): boolean {
    // What RTP there is needs to be known once.
    if (isChannelData(bytes, start, end))
      return looksLikeSip(bytes, start + 4, end) || (!counters.media && bytes[start + 4] >> 6 === 2);
    return bytes[start] < 2 && isStun(bytes, start, end);
  }

  return (ip, start, end, truncated) => {
    const { bytes } = ip;
    const first = bytes[start];
    if (first >= 0x50) return false;
    if (first === H ? isHep3(bytes, start, end) : (first === 1 || first === 2) && (bytes[start + 1] & 3) === 0) {
      if (hep.take(bytes, start, end, outerOf(ip, start, end, truncated))) return true;
    }
    if (!isTurn(bytes, start, end)) return false;
    const source = endpoints.of(bytes, ip.sourceAt, ip.addressLength, uint16(bytes, ip.start));
    const destination = endpoints.of(bytes, ip.destinationAt, ip.addressLength, uint16(bytes, ip.start + 2));
    return turn.take(bytes, start, end, source, destination, outerOf(ip, start, end, truncated));
  };
}
