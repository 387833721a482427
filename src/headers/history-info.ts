import { type Address, parseAddress } from '../syntax/address.ts';
import { splitList } from '../syntax/list.ts';

/** One target that the request was sent to (RFC 7044 §5). */
export interface HistoryEntry extends Address {
  /** Place in the tree, as written: `1.1.2`; '' when there is none. */
  readonly index: string;
  /** The target was changed to another user (`mp`), and by which entry; undefined otherwise. */
  readonly mappedFrom: string | undefined;
  /** Why the call was diverted to this target, as a SIP code (RFC 4458 §2.1, RFC 8119); undefined without one. */
  readonly cause: string | undefined;
}

/** `<sip:bob@example.com>;index=1, <sip:carol@example.com;cause=302>;index=1.1;mp=1` → each target, the first one first. */
export function parseHistoryInfo(value: string): readonly HistoryEntry[] {
  return splitList(value).flatMap((element) => {
    const address = parseAddress(element);
    if (address === undefined) return [];
    return [
      {
        ...address,
        index: address.params.get('index') ?? '',
        mappedFrom: address.params.get('mp'),
        cause: address.uri?.params.get('cause'),
      },
    ];
  });
}
