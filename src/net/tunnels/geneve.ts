/** GENEVE (RFC 8926 §3.4): a header, options, and an EtherType that says what follows. */
import { BRIDGED, type Identities, IPV4, IPV6 } from '../../link/link.ts';
import type { Frame } from '../../model.ts';
import { uint16 } from '../ip.ts';
import { innerIp } from './inner.ts';
import { NOT_THIS, NSH, type Tunnel } from './tunnel.ts';

const HEADER = 8;
const OPTION = 4;
const ETHERNET = 14;

export const geneve: Tunnel = { name: 'geneve', ports: [6081], enter, identities };

function enter(frame: Frame): number {
  const { bytes, start, end } = frame;
  const options = (bytes[start] & 0x3f) << 2;
  const next = start + HEADER + options;
  if (end - start < HEADER || end - next < ETHERNET) return NOT_THIS;
  // Version 0, and reserved bits of zero.
  if (bytes[start] >> 6 !== 0 || (bytes[start + 1] & 0x3f) !== 0 || bytes[start + 7] !== 0) return NOT_THIS;
  const etherType = uint16(bytes, start + 2);
  const isIp = etherType === IPV4 || etherType === IPV6;
  if (isIp ? innerIp(bytes, next, end) !== etherType : etherType !== BRIDGED && etherType !== NSH) return NOT_THIS;
  frame.start = next;
  return etherType;
}

/** What the options mean is their class' affair; where they end is not. */
function identities(bytes: Uint8Array, start: number, end: number, { rest }: Identities): void {
  let at = start + HEADER;
  while (end - at >= OPTION) {
    const stop = at + OPTION + ((bytes[at + 3] & 31) << 2);
    rest(at + OPTION, Math.min(stop, end));
    at = stop;
  }
}
