/** IPv4 headers (RFC 791 §3.1). */
import type { Frame } from '../model.ts';
import type { IpPacket } from './ip.ts';

const SMALLEST_HEADER = 20;
const MORE_FRAGMENTS = 0x2000;
const FRAGMENT_OFFSET = 0x1fff;

/** Reads the header at `frame.start`. `cut` bytes of the frame were not captured. False when this is no header. */
export function readIpv4(frame: Frame, cut: number, ip: IpPacket): boolean {
  const { bytes, start: at } = frame;
  const available = frame.end - at;
  if (available < SMALLEST_HEADER) return false;
  const first = bytes[at];
  const header = (first & 15) << 2;
  if (first >> 4 !== 4 || header < SMALLEST_HEADER || header > available) return false;
  let total = (bytes[at + 2] << 8) | bytes[at + 3];
  // Segmentation offload: the network card would have filled it in.
  if (total === 0) total = available + cut;
  if (total < header) return false;
  // Beyond the total length there is only what the link padded its frame with.
  const whole = total <= available;
  const flags = (bytes[at + 6] << 8) | bytes[at + 7];
  ip.bytes = bytes;
  ip.start = at + header;
  ip.end = whole ? at + total : frame.end;
  ip.missing = whole ? 0 : total - available;
  ip.protocol = bytes[at + 9];
  ip.sourceAt = at + 12;
  ip.destinationAt = at + 16;
  ip.addressLength = 4;
  ip.id = (bytes[at + 4] << 8) | bytes[at + 5];
  ip.ttl = bytes[at + 8];
  ip.fragment = (flags & (MORE_FRAGMENTS | FRAGMENT_OFFSET)) !== 0;
  ip.fragmentOffset = (flags & FRAGMENT_OFFSET) << 3;
  ip.moreFragments = (flags & MORE_FRAGMENTS) !== 0;
  return true;
}
