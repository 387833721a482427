/** Where SIP servers listen unless told otherwise: RFC 3261 §19.1.2, and the second ports of FreeSWITCH and FreePBX. */
const ports: ReadonlySet<number> = new Set([5060, 5061, 5080, 5081, 5160, 5161]);

export function isSipPort(port: number): boolean {
  return ports.has(port);
}
