import { type Params, parseParams } from '../syntax/params.ts';
import { DIGIT, parseDigits, skipSpace, spanEnd } from '../syntax/scanner.ts';

/** RFC 4028 §4, §5. */
export interface SessionExpires {
  /** Seconds. */
  readonly interval: number;
  /** Who must refresh; undefined in a Min-SE and where nobody was chosen yet. */
  readonly refresher: 'uac' | 'uas' | undefined;
  readonly params: Params;
  readonly defects: readonly string[];
}

/** Session-Expires, Min-SE: `1800;refresher=uac` → 1800, uac. */
export function parseSessionExpires(value: string): SessionExpires | undefined {
  const start = skipSpace(value, 0);
  const end = spanEnd(value, start, DIGIT);
  const interval = parseDigits(value.slice(start, end));
  if (interval === undefined) return undefined;
  const params = parseParams(value, end);
  const refresher = params.get('refresher')?.toLowerCase();
  return {
    interval,
    refresher: refresher === 'uac' || refresher === 'uas' ? refresher : undefined,
    params,
    defects: params.defects,
  };
}
