import { type Address, parseAddress } from '../syntax/address.ts';

/** RFC 3261 §20.20, §20.39. */
export interface FromTo extends Address {
  readonly tag: string | undefined;
}

/** `"Alice" <sip:alice@example.com>;tag=1` → its parts. For From, To and their kind. */
export function parseFromTo(value: string): FromTo | undefined {
  const address = parseAddress(value);
  return address && { ...address, tag: address.params.get('tag') };
}
