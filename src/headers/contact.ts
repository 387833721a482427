import { type Address, parseAddress } from '../syntax/address.ts';
import { splitList } from '../syntax/list.ts';
import { parseDigits } from '../syntax/scanner.ts';
import { DELTA_LIMIT } from './expires.ts';
import { parseTokens } from './tokens.ts';

/** RFC 3261 §20.10, RFC 3840 §9 (`methods`). `wildcard` is the `*` that removes all bindings. */
export interface Contact extends Address {
  readonly expires: number | undefined;
  /** 0 to 1. */
  readonly q: number | undefined;
  readonly methods: readonly string[];
}

/** `"Bob" <sip:bob@192.0.2.1>;expires=60;q=0.5, …` → each contact; unlike `Address` it may have `param-out-of-range`. */
export function parseContact(value: string): readonly Contact[] {
  return splitList(value).flatMap((element) => {
    const address = parseAddress(element);
    return address ? [contact(address)] : [];
  });
}

function contact(address: Address): Contact {
  const { params } = address;
  const expires = params.get('expires');
  const q = params.get('q');
  const defects = [...address.defects];
  const seconds = expires === undefined ? undefined : parseDigits(expires);
  const weight = q === undefined ? undefined : parseWeight(q);
  if (seconds === undefined ? expires !== undefined : seconds > DELTA_LIMIT) defects.push('param-out-of-range');
  if (q !== undefined && weight === undefined) defects.push('params-malformed');
  return { ...address, defects, expires: seconds, q: weight, methods: parseTokens(params.get('methods') ?? '') };
}

/** `qvalue`: 0 to 1 with up to three decimals (RFC 3261 §25.1). */
function parseWeight(text: string): number | undefined {
  const [whole, decimals, more] = text.split('.', 3);
  if ((whole !== '0' && whole !== '1') || more !== undefined) return undefined;
  if (decimals !== undefined && decimals !== '' && (decimals.length > 3 || parseDigits(decimals) === undefined)) {
    return undefined;
  }
  const weight = Number(`${whole}.${decimals ?? ''}0`);
  return weight <= 1 ? weight : undefined;
}
