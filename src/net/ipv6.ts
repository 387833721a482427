/** IPv6 headers and their extensions (RFC 8200 §3, §4). */
import type { Frame } from '../model.ts';
import { type IpPacket, uint32 } from './ip.ts';

const HEADER = 40;
// A chain is short; one that is not was made to be walked.
const MOST_EXTENSIONS = 16;

const HOP_BY_HOP = 0;
const ROUTING = 43;
const FRAGMENT = 44;
const AUTHENTICATION = 51;
const DESTINATION = 60;
const MOBILITY = 135;

/** Reads the headers at `frame.start`. `cut` bytes of the frame were not captured. False when this is no header. */
export function readIpv6(frame: Frame, cut: number, ip: IpPacket): boolean {
  const { bytes, start: at } = frame;
  const available = frame.end - at - HEADER;
  if (available < 0 || bytes[at] >> 4 !== 6) return false;
  let payload = (bytes[at + 4] << 8) | bytes[at + 5];
  // Segmentation offload, or a jumbogram (RFC 2675): the frame tells.
  if (payload === 0) payload = available + cut;
  const whole = payload <= available;
  ip.bytes = bytes;
  ip.start = at + HEADER;
  ip.end = whole ? at + HEADER + payload : frame.end;
  ip.missing = whole ? 0 : payload - available;
  ip.protocol = bytes[at + 6];
  ip.sourceAt = at + 8;
  ip.destinationAt = at + 24;
  ip.addressLength = 16;
  ip.id = -1;
  ip.ttl = bytes[at + 7];
  ip.fragment = false;
  ip.fragmentOffset = 0;
  ip.moreFragments = false;
  return !isExtension(ip.protocol) || skipExtensions(ip);
}

/** Moves the cursor behind the extension headers; false when they do not end within the packet. */
function skipExtensions(ip: IpPacket): boolean {
  const { bytes } = ip;
  for (let count = 0; count < MOST_EXTENSIONS; count++) {
    const at = ip.start;
    if (ip.end - at < 8) return false;
    const next = bytes[at];
    if (ip.protocol === FRAGMENT) {
      const flags = (bytes[at + 2] << 8) | bytes[at + 3];
      ip.fragmentOffset = flags & 0xfff8;
      ip.moreFragments = (flags & 1) === 1;
      // Offset 0 and no more: an atomic fragment, which is whole (RFC 6946).
      ip.fragment = ip.fragmentOffset > 0 || ip.moreFragments;
      ip.id = uint32(bytes, at + 4);
      ip.start = at + 8;
      ip.protocol = next;
      // What follows a first fragment's header is part of the fragmentable packet.
      if (ip.fragment) return true;
    } else {
      // The authentication header counts in words of four bytes, the others in eight (RFC 4302 §2.2).
      const length = ip.protocol === AUTHENTICATION ? (bytes[at + 1] + 2) << 2 : (bytes[at + 1] + 1) << 3;
      if (at + length > ip.end) return false;
      ip.start = at + length;
      ip.protocol = next;
    }
    if (!isExtension(ip.protocol)) return true;
  }
  return false;
}

function isExtension(protocol: number): boolean {
  return (
    protocol === HOP_BY_HOP ||
    protocol === ROUTING ||
    protocol === FRAGMENT ||
    protocol === AUTHENTICATION ||
    protocol === DESTINATION ||
    protocol === MOBILITY
  );
}
