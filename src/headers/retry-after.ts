import { type Params, parseParams } from '../syntax/params.ts';
import { commentEnd, DIGIT, parseDigits, skipSpace, spanEnd, trimSpace } from '../syntax/scanner.ts';

/** RFC 3261 §20.33. */
export interface RetryAfter {
  /** Seconds. */
  readonly delay: number;
  /** '' when there is none. */
  readonly comment: string;
  /** Seconds for which the callee will then be there. */
  readonly duration: number | undefined;
  readonly params: Params;
  readonly defects: readonly string[];
}

/** `120 (in a meeting);duration=3600` → 120, `in a meeting`, 3600; undefined when it does not begin with a number. */
export function parseRetryAfter(value: string): RetryAfter | undefined {
  const start = skipSpace(value, 0);
  let end = spanEnd(value, start, DIGIT);
  const delay = parseDigits(value.slice(start, end));
  if (delay === undefined) return undefined;
  let comment = '';
  const defects: string[] = [];
  end = skipSpace(value, end);
  if (value.charCodeAt(end) === 0x28) {
    const close = commentEnd(value, end);
    if (close < 0) defects.push('comment-unbalanced');
    comment = trimSpace(value.slice(end + 1, close < 0 ? value.length : close - 1));
    end = close < 0 ? value.length : close;
  }
  const params = parseParams(value, end);
  const duration = params.get('duration');
  defects.push(...params.defects);
  return { delay, comment, duration: duration === undefined ? undefined : parseDigits(duration), params, defects };
}
