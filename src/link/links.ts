/** The list of link types: what `sipsleuth list links` shows and the decoder knows. */
import { ciscoHdlc } from './cisco-hdlc.ts';
import { ethernet } from './ethernet.ts';
import { exportedPdu } from './exported-pdu.ts';
import { ipv4 } from './ipv4.ts';
import { ipv6 } from './ipv6.ts';
import type { Link } from './link.ts';
import { linuxCooked } from './linux-cooked.ts';
import { linuxCookedV2 } from './linux-cooked-v2.ts';
import { loopback } from './loopback.ts';
import { nflog } from './nflog.ts';
import { ppp } from './ppp.ts';
import { pppSerial } from './ppp-serial.ts';
import { pppoe } from './pppoe.ts';
import { prism } from './prism.ts';
import { radiotap } from './radiotap.ts';
import { raw } from './raw.ts';
import { wlan } from './wlan.ts';

export const links: readonly Link[] = [
  ethernet,
  linuxCooked,
  linuxCookedV2,
  loopback,
  raw,
  ipv4,
  ipv6,
  ppp,
  pppSerial,
  pppoe,
  ciscoHdlc,
  nflog,
  wlan,
  radiotap,
  prism,
  exportedPdu,
];

/** By LINKTYPE_ value. */
export function linkOf(type: number): Link | undefined {
  return links.find((link) => link.types.includes(type));
}

/** The link whose frames follow where this EtherType stands. */
export function linkOfEtherType(etherType: number): Link | undefined {
  return links.find((link) => link.etherTypes?.includes(etherType) === true);
}
