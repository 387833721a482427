/** The list of tunnels, by what announces them. */
import { amsdu } from './amsdu.ts';
import { authentication } from './authentication.ts';
import { erspan } from './erspan.ts';
import { geneve } from './geneve.ts';
import { gre } from './gre.ts';
import { gtpU } from './gtp-u.ts';
import { ipInIp } from './ip-in-ip.ts';
import { ipsecNat } from './ipsec-nat.ts';
import { ipv6InIp } from './ipv6-in-ip.ts';
import { l2tp } from './l2tp.ts';
import { l2tpIp } from './l2tp-ip.ts';
import { mpls } from './mpls.ts';
import { nsh } from './nsh.ts';
import { sctpUdp } from './sctp-udp.ts';
import type { Tunnel } from './tunnel.ts';
import { tzsp } from './tzsp.ts';
import { vxlan } from './vxlan.ts';
import { vxlanGpe } from './vxlan-gpe.ts';

export const tunnels: readonly Tunnel[] = [
  amsdu,
  authentication,
  erspan,
  geneve,
  gre,
  gtpU,
  ipInIp,
  ipsecNat,
  ipv6InIp,
  l2tp,
  l2tpIp,
  mpls,
  nsh,
  sctpUdp,
  tzsp,
  vxlan,
  vxlanGpe,
];

export function tunnelOfEtherType(etherType: number): Tunnel | undefined {
  return tunnels.find(({ etherTypes }) => etherTypes?.includes(etherType) === true);
}

// By IP protocol and by port: 1 and its place in the list, asked for every packet.
const byProtocol = new Uint8Array(256);
const byDestination = new Uint8Array(65_536);
const bySource = new Uint8Array(65_536);
tunnels.forEach(({ protocols, ports, answers }, index) => {
  for (const protocol of protocols ?? []) byProtocol[protocol] = index + 1;
  for (const port of ports ?? []) {
    byDestination[port] = index + 1;
    if (answers === true) bySource[port] = index + 1;
  }
});

export function tunnelOfProtocol(protocol: number): Tunnel | undefined {
  return tunnels[byProtocol[protocol] - 1];
}

/** Between these ports of UDP there may be one; the bytes tell. */
export function tunnelOfPorts(source: number, destination: number): Tunnel | undefined {
  const index = byDestination[destination] || bySource[source];
  return index === 0 ? undefined : tunnels[index - 1];
}
