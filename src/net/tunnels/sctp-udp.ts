/** SCTP in UDP, for hosts and networks that know no SCTP (RFC 6951). */
import type { Frame } from '../../model.ts';
import { holdsSctp, SCTP } from '../sctp-chunks.ts';
import { NOT_THIS, PROTOCOL, type Tunnel } from './tunnel.ts';

export const sctpUdp: Tunnel = { name: 'sctp-udp', ports: [9899], answers: true, enter };

function enter({ bytes, start, end, wireLength }: Frame): number {
  return holdsSctp(bytes, start, end, wireLength) ? PROTOCOL + SCTP : NOT_THIS;
}
