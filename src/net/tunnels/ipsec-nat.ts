/** ESP in UDP, for the sake of address translators (RFC 3948 §2): what is within stays closed, and is counted as ESP. */
import type { Frame } from '../../model.ts';
import { uint32 } from '../ip.ts';
import { NOT_THIS, PROTOCOL, type Tunnel } from './tunnel.ts';

const ESP = 50;
/** Numbers below are reserved (RFC 4303 §2.1); zero says that it is IKE. */
const SMALLEST_SPI = 256;
/** SPI, sequence number, padding and an integrity check; all of it ends at a multiple of four bytes (§2). */
const SMALLEST = 24;

export const ipsecNat: Tunnel = { name: 'ipsec-nat', ports: [4500], answers: true, enter };

function enter({ bytes, start, end, wireLength }: Frame): number {
  return wireLength >= SMALLEST && wireLength % 4 === 0 && end - start >= 4 && uint32(bytes, start) >= SMALLEST_SPI
    ? PROTOCOL + ESP
    : NOT_THIS;
}
