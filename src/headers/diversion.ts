import { type Address, parseAddress } from '../syntax/address.ts';
import { splitList } from '../syntax/list.ts';
import { parseDigits } from '../syntax/scanner.ts';

/** One party that diverted the call (RFC 5806 §4). */
export interface Diversion extends Address {
  /** Lower case: `unconditional`, `user-busy`, `no-answer`, `follow-me` … ; '' when there is none. */
  readonly reason: string;
  /** Diversions that this entry stands for; 1 without `counter`. */
  readonly counter: number;
}

/** `<sip:bob@example.com>;reason=no-answer;counter=2, …` → each party, the last to divert first. */
export function parseDiversion(value: string): readonly Diversion[] {
  return splitList(value).flatMap((element) => {
    const address = parseAddress(element);
    if (address === undefined) return [];
    const counter = parseDigits(address.params.get('counter') ?? '') ?? 1;
    return [{ ...address, reason: (address.params.get('reason') ?? '').toLowerCase(), counter: Math.max(1, counter) }];
  });
}
