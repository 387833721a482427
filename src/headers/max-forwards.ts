import { parseDigits, trimSpace } from '../syntax/scanner.ts';

/** `0068` → 68; 0 to 255 when it is valid (RFC 3261 §20.22), undefined when it is no number. */
export function parseMaxForwards(value: string): number | undefined {
  return parseDigits(trimSpace(value));
}
