/** The address of a Linux "cooked" header: eight bytes, of which some are used. */
import type { Identities } from './link.ts';

const FIELD = 8;
const MAC = 6;

export function noteCookedAddress(at: number, size: number, { mac, rest }: Identities): void {
  if (size === MAC) {
    mac(at);
    rest(at + MAC, at + FIELD);
  } else rest(at, at + FIELD);
}
