/** The list of link types: what `sipsleuth list links` shows and the decoder knows. */
import { ethernet } from './ethernet.ts';
import { ipv4 } from './ipv4.ts';
import { ipv6 } from './ipv6.ts';
import type { Link } from './link.ts';
import { linuxCooked } from './linux-cooked.ts';
import { linuxCookedV2 } from './linux-cooked-v2.ts';
import { loopback } from './loopback.ts';
import { raw } from './raw.ts';

export const links: readonly Link[] = [ethernet, linuxCooked, linuxCookedV2, loopback, raw, ipv4, ipv6];

/** By LINKTYPE_ value. */
export function linkOf(type: number): Link | undefined {
  return links.find((link) => link.types.includes(type));
}
