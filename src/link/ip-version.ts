/** What names no EtherType: an IP packet shows itself by its first digit. */
import { IPV4, IPV6, NO_ETHERTYPE } from './link.ts';

/** `NO_ETHERTYPE` when the byte at `at` begins neither version of IP. */
export function etherTypeOfIp(bytes: Uint8Array, at: number): number {
  const version = bytes[at] >> 4;
  if (version === 4) return IPV4;
  return version === 6 ? IPV6 : NO_ETHERTYPE;
}
