import { type Address, parseAddress } from '../syntax/address.ts';
import { splitList } from '../syntax/list.ts';

/** One hop of Route, Record-Route (RFC 3261 §20.30, §20.34), Path (RFC 3327) or Service-Route (RFC 3608). */
export interface Route extends Address {
  /** The hop is a loose router (RFC 3261 §19.1.1); without it the Request-URI is rewritten for it (§16.12.1.2). */
  readonly lr: boolean;
}

/** `<sip:p1.example.com;lr>, <sip:p2.example.com>` → each hop, in the order of the wire. */
export function parseRoute(value: string): readonly Route[] {
  return splitList(value).flatMap((element) => {
    const address = parseAddress(element);
    return address ? [{ ...address, lr: address.uri?.params.has('lr') ?? false }] : [];
  });
}
