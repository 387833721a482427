/** Does an Ethernet frame or an IP packet stand here? Asked where no header says what follows it. */
import { IPV4, IPV6, NO_ETHERTYPE } from '../../link/link.ts';
import { uint16 } from '../ip.ts';

const ETHERNET = 14;
const IPV4_HEADER = 20;
const IPV6_HEADER = 40;
const ARP = 0x0806;
/** More tags than two are not looked behind. */
const TAG = 4;

/** The EtherType of the IP packet at `at`; `NO_ETHERTYPE` when its header cannot be one. The end of it may be cut off. */
export function innerIp(bytes: Uint8Array, at: number, end: number): number {
  if (end - at < IPV4_HEADER) return NO_ETHERTYPE;
  const version = bytes[at] >> 4;
  if (version === 6) return end - at >= IPV6_HEADER ? IPV6 : NO_ETHERTYPE;
  const header = (bytes[at] & 15) << 2;
  const total = uint16(bytes, at + 2);
  return version === 4 && header >= IPV4_HEADER && (total >= header || total === 0) ? IPV4 : NO_ETHERTYPE;
}

/** An Ethernet frame with a packet in it that this project could have to do with, or ARP. */
export function isInnerEthernet(bytes: Uint8Array, at: number, end: number): boolean {
  let type = at + ETHERNET - 2;
  for (let tags = 0; tags < 2 && type + 2 <= end && isTag(uint16(bytes, type)); tags++) type += TAG;
  if (type + 2 > end) return false;
  const etherType = uint16(bytes, type);
  if (etherType === ARP) return type + 4 <= end && uint16(bytes, type + 2) === 1;
  return (etherType === IPV4 || etherType === IPV6) && innerIp(bytes, type + 2, end) === etherType;
}

function isTag(type: number): boolean {
  return type === 0x8100 || type === 0x88a8 || type === 0x9100;
}
