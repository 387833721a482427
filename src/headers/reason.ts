import { splitList } from '../syntax/list.ts';
import { type Params, parseParams } from '../syntax/params.ts';
import { parseDigits, spanEnd, TOKEN } from '../syntax/scanner.ts';

/** RFC 3326 §2. */
export interface Reason {
  /** As written: `SIP`, `Q.850`, `STIR` … */
  readonly protocol: string;
  readonly cause: number | undefined;
  /** '' when there is none. */
  readonly text: string;
  /** Who sent the Q.850 cause (RFC 8606): `U`, `LN`, `TN` … */
  readonly location: string | undefined;
  readonly params: Params;
  readonly defects: readonly string[];
}

/** `Q.850;cause=16;text="Normal call clearing", SIP;cause=487` → each reason. Forgives a text without quotes. */
export function parseReason(value: string): readonly Reason[] {
  return splitList(value).flatMap((element) => {
    const end = spanEnd(element, 0, TOKEN);
    if (end === 0) return [];
    const params = parseParams(element, end);
    const cause = params.get('cause');
    const number = cause === undefined ? undefined : parseDigits(cause);
    const defects = [...params.defects];
    if (cause !== undefined && number === undefined) defects.push('params-malformed');
    return [
      {
        protocol: element.slice(0, end),
        cause: number,
        text: params.get('text') ?? '',
        location: params.get('location'),
        params,
        defects,
      },
    ];
  });
}
