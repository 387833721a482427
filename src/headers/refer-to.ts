import { type Address, parseAddress } from '../syntax/address.ts';
import { parseReplaces, type Replaces } from './replaces.ts';

/** RFC 3515 §2.1, with the Replaces of an attended transfer (RFC 5589 §7). */
export interface ReferTo extends Address {
  /** Of the request to be sent, INVITE when the URI names none. */
  readonly method: string;
  readonly replaces: Replaces | undefined;
}

/** `<sip:carol@example.com?Replaces=a%40b%3Bto-tag%3D1%3Bfrom-tag%3D2>` → address, INVITE, the dialog to replace. */
export function parseReferTo(value: string): ReferTo | undefined {
  const address = parseAddress(value);
  if (!address) return undefined;
  const replaces = address.uri?.headers.find(({ name }) => name === 'replaces')?.value;
  return {
    ...address,
    method: address.uri?.params.get('method') || 'INVITE',
    replaces: replaces === undefined ? undefined : parseReplaces(replaces),
  };
}
