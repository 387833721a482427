import { type Params, parseParams } from '../syntax/params.ts';
import { parseDigits, skipSpace, spanEnd, TOKEN } from '../syntax/scanner.ts';

/** RFC 6665 §8.2.3. */
export interface SubscriptionState {
  /** Lower case: `active`, `pending`, `terminated`. */
  readonly state: string;
  readonly expires: number | undefined;
  /** Why it ended, lower case: `timeout`, `rejected`, `noresource` … */
  readonly reason: string | undefined;
  readonly retryAfter: number | undefined;
  readonly params: Params;
  readonly defects: readonly string[];
}

/** `terminated;reason=timeout` → its parts. */
export function parseSubscriptionState(value: string): SubscriptionState | undefined {
  const start = skipSpace(value, 0);
  const end = spanEnd(value, start, TOKEN);
  if (end === start) return undefined;
  const params = parseParams(value, end);
  const seconds = (name: string) => {
    const text = params.get(name);
    return text === undefined ? undefined : parseDigits(text);
  };
  return {
    state: value.slice(start, end).toLowerCase(),
    expires: seconds('expires'),
    reason: params.get('reason')?.toLowerCase(),
    retryAfter: seconds('retry-after'),
    params,
    defects: params.defects,
  };
}
